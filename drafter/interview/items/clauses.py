"""Taking clauses from the library: those of the theme, those of others, and the order of the themes."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import Change, Path, at, clause_id, keys, rows
from drafter.drafting.aside import OFFERED
from drafter.errors import DrafterError
from drafter.interview.items.declared import MORE, choices
from drafter.library.clause_prose import as_read
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.question import Choice, Question

SEEKING: Path = ("inactive", "seeking")
"""The themes for which a clause of another theme is about to be chosen."""
NONE = ""


def take(
    data: Mapping[str, Any], path: Path, title: str, offered: list[Clause], library: Library
) -> Question:
    """Return the question which of the *offered* clauses are taken; what was taken from elsewhere stays.

    After another document was chosen, those that could stand in place of others are marked. None is taken.
    """
    instead = {str(one["clause"]): str(one["instead_of"]) for one in _offers(data, path)}
    shown = [*offered, *_others_taken(data, path, offered, library)]
    known = {clause.id for clause in shown}
    shown += [library.clause(name) for name in instead if name not in known]
    return Question(
        path=(*path, "clauses"),
        section=title,
        text="Take which clauses?",
        help=f"Take the best few. {_suggested(instead, library)}".strip(),
        kind="choices",
        choices=tuple(_choice(clause, library, instead.get(clause.id, "")) for clause in shown),
    )


def has_offers(data: Mapping[str, Any], path: Path) -> bool:
    """Return whether the clauses of a theme are asked for once more, because some do not fit the document."""
    if path[0] != "themes" or path[-1] != "clauses":
        return False
    return str(at(data, (*path[:2], "theme"))) in keys(data, OFFERED)


def _offers(data: Mapping[str, Any], path: Path) -> list[Any]:
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
    data: Mapping[str, Any], path: Path, theme: str, title: str, fitting: list[Clause], library: Library
) -> Question:
    """Return the question which of all *fitting* clauses are taken too."""
    taken = {clause_id(entry) for entry in rows(data, (*path, "clauses"))}
    left = (clause for clause in fitting if clause.id not in taken)
    return Question(
        path=(*MORE, f"clause/{theme}"),
        section=title,
        text="Which clauses of other themes?",
        help="Every clause that fits this document and what you stand for.",
        kind="choices",
        choices=tuple(_choice(one, library) for one in left),
    )


def sought(data: Mapping[str, Any], path: Path, theme: str, chosen: list[str]) -> list[Change]:
    """Return the changes of taking the *chosen* clauses of other themes beside those that were taken."""
    left = [one for one in rows(data, SEEKING) if one != theme]
    place: Path = (*path, "clauses")
    return [(place, [*rows(data, place), *chosen]), (SEEKING, left)]


def order(data: Mapping[str, Any], number: int, title: str, library: Library) -> Question:
    """Return the question after which other theme section *number* comes; the overview alone asks it."""
    themes = [str(section.get("theme")) for section in rows(data, ("themes",))]
    known = library.themes.themes
    titles = {one: known[one].title if one in known else one for one in themes if one != themes[number]}
    after = [(one, f"After “{words}”") for one, words in titles.items()]
    return Question(
        path=(*MORE, f"order/{themes[number]}"),
        section=title,
        text="Where does this theme come?",
        help="The sections stand in this order, and so do the recommendations.",
        kind="choice",
        choices=choices((NONE, "First"), *after),
        asked=False,
    )


def before(data: Mapping[str, Any], theme: str) -> str:
    """Return the theme after which *theme* comes, or NONE where it is the first."""
    themes = [str(section.get("theme")) for section in rows(data, ("themes",))]
    place = themes.index(theme)
    return themes[place - 1] if place else NONE


def ordered(data: Mapping[str, Any], theme: str, after: str) -> list[Change]:
    """Return the change that lets *theme* come right after the theme *after*, or first for NONE."""
    sections = {str(section.get("theme")): section for section in rows(data, ("themes",))}
    moved = sections.pop(theme)
    names = list(sections)
    place = names.index(after) + 1 if after in names else 0
    rest = list(sections.values())
    return [(("themes",), [*rest[:place], moved, *rest[place:]])]


def _others_taken(
    data: Mapping[str, Any], path: Path, offered: list[Clause], library: Library
) -> list[Clause]:
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
        more=str(as_read(clause, library.authorities, library.language)),
    )
