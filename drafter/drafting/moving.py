"""The answers to one document as answers to another: what it can use stays, the rest is put aside. Pure.

Nothing is lost: what is put aside comes back by itself with a document that can use it. Nothing is asserted:
no answer is made up, and what was said of one body, treaty or meeting is not taken for another.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from drafter.answers.paths import Change, Path, keys
from drafter.drafting.aside import Pool, Record, record, records
from drafter.drafting.moving_details import Move, move_details
from drafter.drafting.moving_earlier import TABLE, has_table, move_earlier
from drafter.drafting.moving_sections import move_sections
from drafter.library.library import Library
from drafter.model.answers import GONE

OWN_WORDS = ("title", "summary", "closing")
"""What is written for one review: it stays while the document goes to the same body."""
PARTS = ("keywords", "method", "earlier", "themes")
"""What every document can use that does not leave it out."""


@dataclass(slots=True)
class Moved:
    """The answers for the new document, and what became of those that it cannot use."""

    data: dict[str, Any]
    aside: list[Record] = field(default_factory=list)
    """What was put aside, each as its record."""
    turned: list[str] = field(default_factory=list)
    """What was brought into another form, in words."""


def move(data: Mapping[str, Any], document: str, library: Library, *, anew: bool = False) -> Moved:
    """Return the answers *data* as answers to *document*; *anew* where that is another occasion.

    *data* is left as it is; what is private is not looked at. Raises DrafterError where there is no such
    document.
    """
    step = Move(str(data.get("document") or ""), document, library, anew)
    new = _plain({key: value for key, value in data.items() if key != "private"})
    pool = Pool(_plain(records(data)))
    new["document"] = document
    written = _bring_back_parts(new, step, pool, ("themes",)).get("themes", step.before)
    # The table is taken down before other answers of its name come back, and put up after they have left.
    down = has_table(step.rules_of(step.before)) and not has_table(step.rules)
    said = move_earlier(new, step, pool) if down else ""
    move_details(new, step, pool, wait=frozenset({TABLE} if has_table(step.rules) else ()))
    said = said if down else move_earlier(new, step, pool)
    _put_aside_parts(new, step, pool)
    _bring_back_parts(new, step, pool, ("state", *OWN_WORDS, *PARTS))
    _consents(new, step, pool)
    offered = move_sections(new, step, pool, written)
    _keep(new, pool, offered)
    return Moved(new, list(pool.new), [said] if said else [])


def differences(old: Any, new: Any, path: Path = ()) -> Iterator[Change]:
    """Yield the changes that make *new* of *old*, each as far inside as can be: comments around it stay."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from (((*path, key), GONE) for key in old if key not in new)
        for key in new:
            if key not in old:
                yield (*path, key), new[key]
            else:
                yield from differences(old[key], new[key], (*path, key))
    elif _is_list(old) and _is_list(new) and len(old) == len(new):
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, (*path, number))
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield path, new


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _plain(value: Any) -> Any:
    """Return a copy of *value* made of plain mappings, lists and texts."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if _is_list(value):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else deepcopy(value)


def _uses(step: Move, name: str, value: Any, document: str) -> bool:
    """Return whether the new document can use the common part *name* that was written for *document*."""
    if name == "state":
        return value != "" or not step.rules.state_needed
    if name in step.rules.left_out:
        return False
    return name not in OWN_WORDS or not document or document == step.after or step.same_review(document)


def _put_aside_parts(data: dict[str, Any], step: Move, pool: Pool) -> None:
    for name in ("state", *OWN_WORDS, *PARTS):
        there = name in data and (data[name] or name not in PARTS)
        if there and not _uses(step, name, data[name], step.before):
            pool.add(record((), name, data.pop(name), step.before))


def _bring_back_parts(data: dict[str, Any], step: Move, pool: Pool, names: tuple[str, ...]) -> dict[str, str]:
    """Bring back the parts *names* that the document can use; return for which document each was written."""
    back = {}
    for name in names:
        for one in list(pool.waiting((), name)):
            free = data.get(name) in (None, "", [])
            if free and _uses(step, name, one["value"], one["document"]):
                data[name] = one["value"]
                pool.take(one)
                back[name] = str(one["document"])
    return back


def _consents(data: dict[str, Any], step: Move, pool: Pool) -> None:
    """Let each consent wait that was given for another body; those given for this one come back."""
    for key, case in keys(data, ("cases",)).items():
        place = ("cases", key)
        if not isinstance(case, dict):
            continue
        if case.get("consent") and not _same_consent(step, step.before):
            pool.add(record(place, "consent", case.pop("consent"), step.before))
        for one in list(pool.waiting(place, "consent")):
            if not case.get("consent") and _same_consent(step, one["document"]):
                case["consent"] = one["value"]
                pool.take(one)


def _same_consent(step: Move, document: str) -> bool:
    """Return whether what was agreed to for *document* holds for the new one: same body, same readers."""
    rules = step.rules_of(document)
    if step.anew or rules is None:
        return False
    return document == step.after or (step.same_review(document) and rules.consent == step.rules.consent)


def _keep(data: dict[str, Any], pool: Pool, offered: dict[str, Any]) -> None:
    """Write what is put aside and what is offered into *data*."""
    known = keys(data, ("inactive",))
    inactive = {name: one for name, one in known.items() if name not in ("details", "parts")}
    for name, value in (("removed", pool.all), ("offered", offered)):
        inactive.pop(name, None)
        if value:
            inactive[name] = value
    data.pop("inactive", None)
    if inactive:
        data["inactive"] = inactive
