"""How answers and their private file say that they belong together, and whose name each is. Pure."""

from collections.abc import Mapping
from typing import Any

from drafter.model.answers import FORMAT
from drafter.privacy.private_file import ID, NAME, PSEUDONYM, new_id, normalised_pseudonym

Data = dict[str, Any]


def tied(
    answers: Data, names: Data, before: tuple[Mapping[str, Any], Mapping[str, Any]], ours: Data
) -> tuple[Data, Data]:
    """Return *answers* and private data (*names*) with one id, each name with the pseudonym of its case.

    *before* is both before the change; *ours* the answers as this side has changed them, without what
    others changed meanwhile. A new name gets the pseudonym that this side has for its case. A name that was
    tied follows a pseudonym that this side changes, and no other. A private file in which nothing is left
    comes back empty, to be deleted.
    """
    answers_before, names_before = before
    if not names.get("cases") and not names.keys() - {"format", ID, "cases"}:
        untied = {key: value for key, value in answers.items() if key != ID}
        return (untied if names_before else answers), {}
    private_id = answers.get(ID) or names.get(ID) or new_id()
    old, new = _pseudonyms(answers_before), _pseudonyms(ours)
    cases = {
        key: {PSEUDONYM: new[key], **{kind: text for kind, text in case.items() if kind != PSEUDONYM}}
        if isinstance(case, Mapping)
        and key in new
        and (PSEUDONYM not in case or _was_tied(case, old.get(key)))
        else case
        for key, case in (names.get("cases") or {}).items()
    }
    return (
        {"format": FORMAT, "made_with": "", ID: private_id, **answers},
        {"format": FORMAT, **names, ID: private_id, "cases": cases},
    )


def mismatched(answers: Mapping[str, Any], names: Mapping[str, Any]) -> list[str]:
    """Return the cases for which the private data has the name of somebody with another pseudonym."""
    pseudonyms = _pseudonyms(answers)
    return [
        key
        for key, case in (names.get("cases") or {}).items()
        if isinstance(case, Mapping) and case.get(NAME) and key in pseudonyms
        if normalised_pseudonym(case.get(PSEUDONYM)) != normalised_pseudonym(pseudonyms[key])
    ]


def _was_tied(case: Mapping[str, Any], pseudonym: Any) -> bool:
    return pseudonym is not None and normalised_pseudonym(case[PSEUDONYM]) == normalised_pseudonym(pseudonym)


def _pseudonyms(answers: Mapping[str, Any]) -> dict[str, Any]:
    cases = answers.get("cases") or {}
    return {key: (case or {}).get(PSEUDONYM) for key, case in cases.items()}
