"""Where in its theme a fact stands: where there is room, under one clause, or in the author's own words."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import Change, Path, at, clause_id, keys, rows
from drafter.errors import DrafterError
from drafter.interview.items.declared import MORE, choices
from drafter.interview.items.item import AnswerData, Item, section_path
from drafter.library.library import Library

ANYWHERE = ""
"""The place of a fact that goes to the first clause of its theme with room for facts."""
_KINDS = ("clauses", "own")


class PlacementItem(Item):
    """Under which clause or own paragraph of its theme a fact is printed."""

    theme: str
    fact: str

    def current(self, data: AnswerData) -> Any:
        """Return where the fact is printed, as one of the choices."""
        return place(data, section_path(data, self.theme), self.fact)

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that print the fact at *value* and nowhere else in its theme."""
        section = section_path(data, self.theme)
        before = place(data, section, self.fact)
        if before == value:
            return []
        return [
            *_set(data, section, before, self.fact, there=False),
            *_set(data, section, value, self.fact, there=True),
        ]


def placed(data: AnswerData, path: Path) -> list[str]:
    """Return the facts that stand under one clause or own paragraph of the section at *path*."""
    return [key for kind in _KINDS for one in rows(data, (*path, kind)) for key in _facts(one)]


def section_facts(data: AnswerData, path: Path) -> list[str]:
    """Return every fact that is used in the section at *path*."""
    return [*rows(data, (*path, "facts")), *placed(data, path)]


def question(data: AnswerData, path: Path, theme: str, key: str, section: str, library: Library) -> Item:
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
    return PlacementItem(
        theme=theme,
        fact=key,
        path=(*MORE, f"place/{theme}/{key}"),
        section=f"{section} · fact {key}",
        text=f"Where does {key} stand?",
        help="A fact goes under the first clause that has room for facts, unless you say where.",
        kind="choice",
        choices=choices((ANYWHERE, "Where there is room for it"), *clauses, *own),
        default=ANYWHERE,
        automatic=False,
    )


def place(data: AnswerData, path: Path, key: str) -> str:
    """Return where in the section at *path* fact *key* stands, as it is asked."""
    for kind in _KINDS:
        for number, one in enumerate(rows(data, (*path, kind))):
            if key in _facts(one):
                return f"{kind}/{number}"
    return ANYWHERE


def _set(data: AnswerData, path: Path, where: str, key: str, *, there: bool) -> list[Change]:
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
