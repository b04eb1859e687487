"""Where in its theme a fact stands: where there is room, under one clause, or in the author's own words."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import Change, Path, at, clause_id, keys, rows
from drafter.errors import DrafterError
from drafter.interview.items.declared import MORE, choices
from drafter.library.library import Library
from drafter.model.question import Question

ANYWHERE = ""
"""The place of a fact that goes to the first clause of its theme with room for facts."""
_KINDS = ("clauses", "own")


def placed(data: Mapping[str, Any], path: Path) -> list[str]:
    """Return the facts that stand under one clause or own paragraph of the section at *path*."""
    return [key for kind in _KINDS for one in rows(data, (*path, kind)) for key in _facts(one)]


def section_facts(data: Mapping[str, Any], path: Path) -> list[str]:
    """Return every fact that is used in the section at *path*."""
    return [*rows(data, (*path, "facts")), *placed(data, path)]


def question(
    data: Mapping[str, Any], path: Path, theme: str, key: str, section: str, library: Library
) -> Question:
    """Return the question where fact *key* stands in the section at *path*; it is asked from the overview."""
    clauses = [
        (f"clauses/{number}", f"Under: {_title(one, library)}")
        for number, one in enumerate(rows(data, (*path, "clauses")))
    ]
    own = [
        (f"own/{number}", f"In your own words: {_begins(one)}")
        for number, one in enumerate(rows(data, (*path, "own")))
        if one.get("kind") == "paragraph"
    ]
    return Question(
        path=(*MORE, f"place/{theme}/{key}"),
        section=f"{section} · fact {key}",
        text=f"Where does {key} stand?",
        help="A fact goes under the first clause that has room for facts, unless you say where.",
        kind="choice",
        choices=choices((ANYWHERE, "Where there is room for it"), *clauses, *own),
        default=ANYWHERE,
        asked=False,
    )


def place(data: Mapping[str, Any], path: Path, key: str) -> str:
    """Return where in the section at *path* fact *key* stands, as it is asked."""
    for kind in _KINDS:
        for number, one in enumerate(rows(data, (*path, kind))):
            if key in _facts(one):
                return f"{kind}/{number}"
    return ANYWHERE


def put(data: Mapping[str, Any], path: Path, key: str, wanted: str) -> list[Change]:
    """Return the changes that let fact *key* stand at *wanted* and nowhere else in the section at *path*."""
    before = place(data, path, key)
    if before == wanted:
        return []
    return [*_set(data, path, before, key, there=False), *_set(data, path, wanted, key, there=True)]


def _set(data: Mapping[str, Any], path: Path, where: str, key: str, *, there: bool) -> list[Change]:
    kind, _, number = where.partition("/")
    one: Path = (*path, kind, int(number)) if kind else path
    entry = at(data, one)
    known = [fact for fact in rows(data, (*one, "facts")) if fact != key]
    facts = [*known, key] if there else known
    if isinstance(entry, str):  # a clause with nothing of its own is its id alone
        return [(one, {"clause": entry, "facts": facts})]
    return [((*one, "facts"), facts)]


def _facts(entry: Any) -> list[str]:
    return [] if isinstance(entry, str) else rows(entry, ("facts",))


def _title(entry: Any, library: Library) -> str:
    try:
        return library.clause(clause_id(entry)).head.title
    except DrafterError:
        return clause_id(entry)


def _begins(own: Mapping[str, Any]) -> str:
    words = " ".join(str(keys({"own": own}, ("own",)).get("text") or "a paragraph").split())
    return words if len(words) <= 40 else f"{words[:39]}…"
