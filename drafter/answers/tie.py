"""The tie between answers and their private file: one id in both, and a pseudonym beside each name. Pure."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.answers.paths import at, keys
from drafter.errors import DrafterError, Fault
from drafter.model.answers import FORMAT
from drafter.model.node import Node, Tree
from drafter.privacy.private_file import ID, NAME, PSEUDONYM, new_id, normalised_pseudonym


class Contents(NamedTuple):
    """The content of an answers file and of its private file."""

    answers: Tree
    private: Tree


def refuse_odd_cases(private: Tree, file: Path) -> None:
    """Raise DrafterError if the ``cases`` of a *private* file, read from *file*, are not keys with values."""
    if not isinstance(private.get("cases") or {}, Mapping):
        raise DrafterError(Fault("it has no 'cases'", "Write cases: C1: name: …", str(file)))


def pseudonyms_by_case(answers: Tree) -> dict[str, str | None]:
    """Return the pseudonym of each case of *answers*, ``None`` if it has none, by the key of the case."""
    pseudonyms = {key: at(answers, ("cases", key, PSEUDONYM)) for key in keys(answers, ("cases",))}
    return {key: name if isinstance(name, str) else None for key, name in pseudonyms.items()}


def tie_together(contents: Contents, before: Contents, ours: Tree) -> Contents:
    """Return *contents* with one id in both files, and the pseudonym of its case beside each name.

    *before* is both files before the change; *ours* the answers with the changes of this side alone, without
    those that others made at the same time. A new name gets the pseudonym that its case has in *ours*. A
    tied name follows a change of pseudonym by this side only. A private file with nothing left in it comes
    back empty: it is to be deleted.
    """
    answers, private = contents
    cases = keys(private, ("cases",))
    if not cases and not private.keys() - {"format", ID, "cases"}:
        without_id = {key: value for key, value in answers.items() if key != ID}
        return Contents(without_id if before.private else answers, {})
    private_id = answers.get(ID) or private.get(ID) or new_id()
    old, new = pseudonyms_by_case(before.answers), pseudonyms_by_case(ours)
    tied_cases = {
        key: _with_pseudonym(case, old.get(key), new[key]) if key in new else case
        for key, case in cases.items()
    }
    return Contents(
        {"format": FORMAT, "made_with": "", ID: private_id, **answers},
        {"format": FORMAT, **private, ID: private_id, "cases": tied_cases},
    )


def mismatched_cases(contents: Contents) -> list[str]:
    """Return the keys of the cases whose name in the private file has another pseudonym beside it."""
    pseudonyms = pseudonyms_by_case(contents.answers)
    return [
        key
        for key, case in keys(contents.private, ("cases",)).items()
        if isinstance(case, Mapping) and case.get(NAME) and key in pseudonyms
        if not _is_same_pseudonym(case.get(PSEUDONYM), pseudonyms[key])
    ]


def _with_pseudonym(case: Node, old: str | None, new: str | None) -> Node:
    """Return a private *case* with the pseudonym *new*, if it has none yet or *old*; otherwise unchanged."""
    if not isinstance(case, Mapping):
        return case
    is_new = PSEUDONYM not in case
    if not is_new and (old is None or not _is_same_pseudonym(case[PSEUDONYM], old)):
        return case
    return {PSEUDONYM: new, **{key: value for key, value in case.items() if key != PSEUDONYM}}


def _is_same_pseudonym(left: Node, right: Node) -> bool:
    return normalised_pseudonym(left) == normalised_pseudonym(right)
