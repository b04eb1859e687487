"""Taking clauses from the library: those of the theme, those of others, and the order of the themes."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import MISSING, Change, Path, at, clause_id, keys, rows
from drafter.drafting.aside import OFFERED
from drafter.errors import DrafterError
from drafter.interview.items.declared import MORE, choices
from drafter.interview.items.item import AnswerData, Item, section_path, set_aside
from drafter.library.clause_prose import readable_clause
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.clause import Clause
from drafter.model.question import Choice

SEEKING: Path = ("inactive", "seeking")
"""The themes for which a clause of another theme is about to be chosen."""
NONE = ""


INACTIVE_CLAUSES: Path = ("inactive", "clauses")
"""Where the entries of clauses that are left out are kept, by theme; nothing there is printed."""


class ClausesItem(Item):
    """The clauses of a section."""

    def _theme(self, data: AnswerData) -> str:
        return str(at(data, (*self.path[:2], "theme")))

    def current(self, data: AnswerData) -> Any:
        """Return the ids of the clauses; of those that were left out, where none were asked for yet."""
        # Another document was chosen: what was taken for the one before is offered as taken.
        left_out: Path = (*INACTIVE_CLAUSES, self._theme(data))
        path = self.path if at(data, self.path) is not MISSING else left_out
        return [clause_id(entry) for entry in rows(data, path)]

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that make the clauses *value* those of the section.

        An entry that holds answers, facts or wording is kept when its clause is left out.
        """
        theme = self._theme(data)
        left_out: Path = (*INACTIVE_CLAUSES, theme)
        entries = {clause_id(entry): entry for entry in rows(data, self.path)}
        inactive = {clause_id(entry): entry for entry in rows(data, left_out)}
        own = {name: entry for name, entry in entries.items() if not isinstance(entry, str)}
        chosen = [entries.get(clause) or inactive.get(clause) or clause for clause in value]
        kept = [entry for name, entry in {**inactive, **own}.items() if name not in value]
        offers: list[Change] = [((*OFFERED, theme), GONE)] if theme in keys(data, OFFERED) else []
        return [(self.path, chosen), *offers, *set_aside(data, left_out, kept)]


class OtherClausesItem(Item):
    """The clauses of other themes to take as well."""

    theme: str

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that add the clauses *value* to those of the section."""
        waiting = [theme for theme in rows(data, SEEKING) if theme != self.theme]
        path: Path = (*section_path(data, self.theme), "clauses")
        return [(path, [*rows(data, path), *value]), (SEEKING, waiting)]


class OrderItem(Item):
    """The theme after which a section comes; NONE where it is the first."""

    theme: str

    def current(self, data: AnswerData) -> Any:
        """Return the theme before this one, or NONE."""
        themes = [str(section.get("theme")) for section in rows(data, ("themes",))]
        number = themes.index(self.theme)
        return themes[number - 1] if number else NONE

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that puts the section after that of the theme *value*, or first for NONE."""
        sections = {str(section.get("theme")): section for section in rows(data, ("themes",))}
        moved = sections.pop(self.theme)
        themes = list(sections)
        number = themes.index(value) + 1 if value in themes else 0
        others = list(sections.values())
        return [(("themes",), [*others[:number], moved, *others[number:]])]


def take(data: AnswerData, path: Path, title: str, offered: list[Clause], library: Library) -> Item:
    """Return the question which of the *offered* clauses are taken; what was taken from elsewhere stays.

    After another document was chosen, those that could stand in place of others are marked. None is taken.
    """
    instead = {str(one["clause"]): str(one["instead_of"]) for one in _offers(data, path)}
    shown = [*offered, *_others_taken(data, path, offered, library)]
    known = {clause.id for clause in shown}
    shown += [library.clause(name) for name in instead if name not in known]
    return ClausesItem(
        path=(*path, "clauses"),
        section=title,
        text="Take which clauses?",
        help=f"Take the best few. {_suggested(instead, library)}".strip(),
        kind="choices",
        choices=tuple(_choice(clause, library, instead.get(clause.id, "")) for clause in shown),
    )


def has_offers(data: AnswerData, path: Path) -> bool:
    """Return whether the clauses of a theme are asked for once more, because some do not fit the document."""
    if path[0] != "themes" or path[-1] != "clauses":
        return False
    return str(at(data, (*path[:2], "theme"))) in keys(data, OFFERED)


def _offers(data: AnswerData, path: Path) -> list[Any]:
    return rows(data, (*OFFERED, str(at(data, (*path, "theme")))))


def _suggested(instead: Mapping[str, str], library: Library) -> str:
    """Return which clauses are suggested in place of which."""
    pairs = (
        f"“{_title(one, library)}” in place of “{_title(other, library)}”" for one, other in instead.items()
    )
    said = "; ".join(pairs)
    return f"Suggested for this document: {said}." if said else ""


def _title(name: str, library: Library) -> str:
    try:
        return library.clause(name).head.title
    except DrafterError:
        return name


def another(
    data: AnswerData, path: Path, theme: str, title: str, fitting: list[Clause], library: Library
) -> Item:
    """Return the question which of all *fitting* clauses are taken too."""
    taken = {clause_id(entry) for entry in rows(data, (*path, "clauses"))}
    left = (clause for clause in fitting if clause.id not in taken)
    return OtherClausesItem(
        theme=theme,
        path=(*MORE, f"clause/{theme}"),
        section=title,
        text="Which clauses of other themes?",
        help="Every clause that fits this document and what you stand for.",
        kind="choices",
        choices=tuple(_choice(one, library) for one in left),
    )


def order(data: AnswerData, number: int, title: str, library: Library) -> Item:
    """Return the question after which other theme section *number* comes; the overview alone asks it."""
    themes = [str(section.get("theme")) for section in rows(data, ("themes",))]
    known = library.themes.themes
    titles = {one: known[one].title if one in known else one for one in themes if one != themes[number]}
    after = [(one, f"After “{words}”") for one, words in titles.items()]
    return OrderItem(
        theme=themes[number],
        path=(*MORE, f"order/{themes[number]}"),
        section=title,
        text="Where does this theme come?",
        help="The sections stand in this order, and so do the recommendations.",
        kind="choice",
        choices=choices((NONE, "First"), *after),
        automatic=False,
    )


def _others_taken(data: AnswerData, path: Path, offered: list[Clause], library: Library) -> list[Clause]:
    known = {clause.id for clause in offered}
    found = []
    for entry in rows(data, (*path, "clauses")):
        try:
            if clause_id(entry) not in known:
                found.append(library.clause(clause_id(entry)))
        except DrafterError:
            continue  # a build says what is wrong with it
    return found


def _choice(clause: Clause, library: Library, instead_of: str = "") -> Choice:
    place = f", in place of “{_title(instead_of, library)}”" if instead_of else ""
    return Choice(
        value=clause.id,
        title=f"{clause.head.kind:<14}  {clause.head.title}",
        note=f"· {len(clause.text.split())}{place}",
        more=str(readable_clause(clause, library.authorities, library.language)),
    )
