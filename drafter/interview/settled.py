"""What the interview does not ask again about answers that were carried over from another submission."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import Change, Path, answered, rows
from drafter.interview.flow import is_open, questions
from drafter.interview.items.declared import MORE, UNASKED
from drafter.interview.items.item import FINISHED, Item
from drafter.library.library import Library

_BANK = ("organisations", "facts", "sources", "earlier", "sign_off")


def settled(data: Mapping[str, Any], library: Library, before: Mapping[str, Any]) -> list[Change]:
    """Return the changes that keep the interview from asking again about what was carried over from *before*.

    Nothing is answered here: what was left open stays open. The interview does not come to it by itself; it
    can be set from the overview.
    """
    open_ = [one for one in questions(data, library) if is_open(data, one)]
    short = _wants_another(data, library)
    done = [str(one) for one in rows(before, FINISHED)]
    finished = [
        name
        for one in open_
        if one.path[:2] == MORE and _no_more(name := str(one.path[2]), data, done, short)
    ]
    unasked = [f"{UNASKED}{'/'.join(map(str, one.path))}" for one in open_ if _of_the_bank(one, data)]
    added = [*finished, *unasked]
    return [(FINISHED, [*rows(data, FINISHED), *added])] if added else []


def _no_more(name: str, data: Mapping[str, Any], done: list[str], short: bool) -> bool:
    """Return whether the list *name* need not grow: one that was carried over, if the document has enough."""
    kind, _, rest = name.partition("/")
    if kind == "organisations":
        return not short
    if kind == "details":
        return bool(rows(data, ("details", rest)))
    return kind in ("earlier", "theme") or name in done


def _wants_another(data: Mapping[str, Any], library: Library) -> bool:
    """Return whether the document needs more organisations than there are."""
    rules = library.document(str(data["document"])).rules
    return rules.organisations == "several" and len(rows(data, ("organisations",))) < 2


def _of_the_bank(question: Item, data: Mapping[str, Any]) -> bool:
    """Return whether *question* asks about what was carried over, and was not answered there either."""
    path: Path = question.path
    if question.required or path == ("sign_off", "date"):
        return False
    if path[0] == "organisations":
        return answered(data, path[:2])
    return path[0] in _BANK or path[2:3] == ("own",)
