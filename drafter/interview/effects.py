"""What an answer changes: a list of places and values to save. Pure: nothing is saved here."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import (
    MISSING,
    Change,
    Path,
    answered,
    at,
    clause_id,
    is_private,
    keys,
    next_key,
    rows,
)
from drafter.drafting.aside import OFFERED
from drafter.drafting.moving import differences, move
from drafter.errors import DrafterError
from drafter.interview.flow import LANGUAGES
from drafter.interview.items import clauses, conflicts, fact_placement
from drafter.interview.items.declared import CHOOSING, FINISHED, MORE
from drafter.interview.items.facts import NEW
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.marks import UNKNOWN, is_unknown
from drafter.model.question import Question

RESTING_THEMES: Path = ("inactive", "themes")
RESTING_CLAUSES: Path = ("inactive", "clauses")
"""Answers that no longer apply are kept here, and nothing here is ever printed."""


def changes(data: Mapping[str, Any], question: Question, value: Any, library: Library) -> list[Change]:
    """Return what is to be saved when *question* is answered with *value*.

    *value* is ``None`` for "I don't know yet", text, a list of texts for several choices, or a truth value.
    The changes are to be saved together, in their order.
    """
    path = question.path
    if path[:2] == MORE:
        return _more(data, str(path[2]), value, library)
    if path == ("document",):
        return [(path, value), *_other_document(data, str(value), library), *_language(data, ("state",))]
    if path == ("state",):
        return [(path, _saved(question, value)), *_language(data, ("document",))]
    if path == ("organisations", 0, "name"):
        return [(path, _saved(question, value)), *_lead(data)]
    if path == ("themes",):
        return _themes(data, value)
    if path == ("keywords",):
        words = [word.strip() for word in (value or "").split(",")]
        return [(path, [word for word in words if word not in ("", UNKNOWN)])]
    if path[0] == "themes" and path[-1] == "clauses":
        return _clauses(data, path, value)
    if path[0] == "themes" and path[-1] == "under":
        return [(path, int(value))]
    if path[0] == "facts" and path[-1] == "source" and value == NEW:
        key = next_key("S", keys(data, ("sources",)))
        return [(("sources", key), {}), (path, key)]
    return [(path, _saved(question, value))]


def _saved(question: Question, value: Any) -> Any:
    """Return *value*, which the validator accepted, as it is saved: digits as a number."""
    if question.kind == "number" and isinstance(value, str):
        return int(value) if value.isdecimal() else None
    if isinstance(value, str) and is_private(question.path) and is_unknown(value):
        return ""  # nobody is called that, whoever gave it
    return value


def _language(data: Mapping[str, Any], other: Path) -> list[Change]:
    """Return the change that saves the one language there is, once document and State are both named."""
    open_ = answered(data, other) and not answered(data, ("language",))
    return [(("language",), LANGUAGES[0].value)] if open_ and len(LANGUAGES) == 1 else []


def _lead(data: Mapping[str, Any]) -> list[Change]:
    """Return the change that makes the first organisation the lead, where nothing was said about that."""
    given = rows(data, ("organisations",))
    said = answered(data, ("organisations", 0, "role")) or any(one.get("role") == "lead" for one in given)
    return [] if said else [(("organisations", 0, "role"), "lead")]


def _more(data: Mapping[str, Any], name: str, value: Any, library: Library) -> list[Change]:
    """Return what one more of *name* adds, or that no more are wanted."""
    kind, _, rest = name.partition("/")
    if kind == "place":
        theme, _, key = rest.rpartition("/")
        return fact_placement.put(data, _theme(data, theme), key, str(value))
    if kind == "conflict":
        return conflicts.decided(data, rest, str(value), library)
    if kind == "reason":
        return conflicts.explained(data, rest, str(value))
    if kind == "clause":
        return clauses.sought(data, _theme(data, rest), rest, list(value))
    if kind == "order":
        return clauses.ordered(data, rest, str(value))
    if kind == "known":
        chosen = [one for one in rows(data, CHOOSING) if one != rest]
        return [((*_theme(data, rest), "facts"), value), (CHOOSING, chosen)]
    if not value:
        return [(FINISHED, [*rows(data, FINISHED), name])]
    if kind == "theme":
        return _add(data, rest, str(value))
    place = tuple(name.split("/"))
    return [((*place, len(rows(data, place))), {})]


def _add(data: Mapping[str, Any], theme: str, wanted: str) -> list[Change]:
    """Return what adds one of what is *wanted* to *theme*."""
    section = _theme(data, theme)
    if wanted == "clause":
        return [(clauses.SEEKING, [*rows(data, clauses.SEEKING), theme])]
    if wanted == "known":
        return [(CHOOSING, [*rows(data, CHOOSING), theme])]
    if wanted in ("fact", "case"):
        bank = f"{wanted}s"
        # A key that the private file still has may be another person's: it is not given out again.
        key = next_key(wanted[0].upper(), {**keys(data, (bank,)), **keys(data, ("private", bank))})
        return [((bank, key), {}), ((*section, bank), [*rows(data, (*section, bank)), key])]
    return [((*section, "own", len(rows(data, (*section, "own")))), {"kind": wanted})]


def _theme(data: Mapping[str, Any], theme: str) -> Path:
    """Return the path of the section about *theme*."""
    for number, section in enumerate(rows(data, ("themes",))):
        if section.get("theme") == theme:
            return ("themes", number)
    raise KeyError(theme)


def _themes(data: Mapping[str, Any], chosen: list[str]) -> list[Change]:
    """Return the changes that make the *chosen* themes the sections.

    A section that is left keeps its answers among the inactive ones, where nothing is printed from, and has
    them back when its theme is chosen again.
    """
    begun = {section.get("theme"): section for section in rows(data, ("themes",))}
    resting = {section.get("theme"): section for section in rows(data, RESTING_THEMES)}
    sections = [begun.get(theme) or resting.get(theme) or {"theme": theme} for theme in chosen]
    left = {**resting, **begun}
    return [
        (("themes",), sections),
        *_rest(data, RESTING_THEMES, [left[one] for one in left if one not in chosen]),
    ]


def _clauses(data: Mapping[str, Any], path: Path, chosen: list[str]) -> list[Change]:
    """Return the changes that make the *chosen* clauses those of a section.

    An entry with something of its own (answers, facts, wording) rests when its clause is left.
    """
    begun = {clause_id(entry): entry for entry in rows(data, path)}
    place = (*RESTING_CLAUSES, str(at(data, (*path[:2], "theme"))))
    resting = {clause_id(entry): entry for entry in rows(data, place)}
    entries = [begun.get(clause) or resting.get(clause) or clause for clause in chosen]
    left = {**resting, **{key: entry for key, entry in begun.items() if not isinstance(entry, str)}}
    theme = str(at(data, (*path[:2], "theme")))
    offers: list[Change] = [((*OFFERED, theme), GONE)] if theme in keys(data, OFFERED) else []
    return [(path, entries), *offers, *_rest(data, place, [left[one] for one in left if one not in chosen])]


def _other_document(data: Mapping[str, Any], document: str, library: Library) -> list[Change]:
    """Return the changes that keep of the old document's answers what *document* can use.

    The others rest, and come back by themselves with a document that can use them.
    """
    if str(at(data, ("document",)) or "") == document:
        return []
    try:
        moved = move(data, document, library)
    except DrafterError:
        return []  # it is not there any more: it is asked for again
    old = {key: value for key, value in data.items() if key != "private"}
    return [one for one in differences(old, moved.data) if one[0] != ("document",)]


def _rest(data: Mapping[str, Any], place: Path, left: list[Any]) -> list[Change]:
    """Return the change that lets *left* rest at *place*, none where nothing rests there before or after."""
    return [(place, left)] if left or rows(data, place) else []


def standing(data: Mapping[str, Any], question: Question) -> Any:
    """Return the answer that stands at *question*, in the shape in which it is asked, or ``MISSING``."""
    value = at(data, question.path)
    if question.path == ("themes",):
        return [section.get("theme") for section in rows(data, question.path)]
    if question.path[-1] == "clauses":
        resting = (*RESTING_CLAUSES, str(at(data, (*question.path[:2], "theme"))))
        # Clauses that rest are offered as taken where none were asked for yet: another document was chosen.
        place = question.path if value is not MISSING else resting
        return [clause_id(entry) for entry in rows(data, place)]
    if question.path[:2] == MORE:
        kind, _, rest = str(question.path[2]).partition("/")
        if kind == "known":
            return rows(data, (*_theme(data, rest), "facts"))
        if kind == "order":
            return clauses.before(data, rest)
        if kind == "place":
            theme, _, key = rest.rpartition("/")
            return fact_placement.place(data, _theme(data, theme), key)
    if question.path == ("keywords",):
        return ", ".join(rows(data, question.path))
    return value
