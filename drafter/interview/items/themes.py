"""Questions about what is said: positions, themes, clauses, facts, own paragraphs."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import Change, Path, at, clause_id, keys, next_key, rows
from drafter.interview.items import cases, clauses, conflicts, fact_placement, facts, own_text
from drafter.interview.items.declared import CHOOSING, MORE, choices, from_ask, is_finished
from drafter.interview.items.item import AnswerData, Item, finish, section_path, set_aside
from drafter.library.eligibility import fitting_clauses, offered_clauses, refused_positions
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.question import Ask, Choice

STATE_FIELD = "{{ state"
INACTIVE_THEMES: Path = ("inactive", "themes")
"""Where the sections of themes are kept that are not chosen any more; nothing there is printed."""


class ThemesItem(Item):
    """The themes, each of which becomes a section."""

    def current(self, data: AnswerData) -> Any:
        """Return the ids of the themes."""
        return [section.get("theme") for section in rows(data, self.path)]

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that make the themes *value* the sections.

        A section whose theme is not chosen any more is kept among the inactive answers, which are not
        printed, and comes back when its theme is chosen again.
        """
        sections = {section.get("theme"): section for section in rows(data, self.path)}
        inactive = {section.get("theme"): section for section in rows(data, INACTIVE_THEMES)}
        known = {**inactive, **sections}
        chosen = [sections.get(theme) or inactive.get(theme) or {"theme": theme} for theme in value]
        left = [section for theme, section in known.items() if theme not in value]
        return [(self.path, chosen), *set_aside(data, INACTIVE_THEMES, left)]


class CallQuestionItem(Item):
    """The number of the call's question that a theme answers."""

    def saved(self, value: Any) -> Any:
        """Return the number of the question, 0 for none."""
        return int(value)


class AddToTheme(Item):
    """What to add to a theme next, or nothing more."""

    theme: str

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that begin what is to be added, or that remember that nothing is."""
        section = section_path(data, self.theme)
        match value:
            case None | "":
                return finish(data, f"theme/{self.theme}")
            case "clause":
                return [(clauses.SEEKING, [*rows(data, clauses.SEEKING), self.theme])]
            case "known":
                return [(CHOOSING, [*rows(data, CHOOSING), self.theme])]
            case "fact" | "case":
                bank = f"{value}s"
                # A key that the private file still has may be another person's: it is not used again.
                key = next_key(value[0].upper(), {**keys(data, (bank,)), **keys(data, ("private", bank))})
                return [((bank, key), {}), ((*section, bank), [*rows(data, (*section, bank)), key])]
        return [((*section, "own", len(rows(data, (*section, "own")))), {"kind": value})]


def positions(data: Mapping[str, Any], library: Library) -> Iterator[Item]:
    """Yield what the submitters stand for, and what they refuse."""
    section = "What you stand for"
    known = {name: one for name, one in library.themes.positions.items() if name != "neutral"}
    yield Item(
        path=("stand_for",),
        section=section,
        text="What do the submitting organisations agree on?",
        help="drafter offers only clauses that fit, and tells you when two do not go together. "
        "None of these is needed: what the treaties require is always offered.",
        kind="choices",
        choices=tuple(Choice(value=name, title=one.title, more=one.note) for name, one in known.items()),
    )
    held = rows(data, ("stand_for",))
    yield Item(
        path=("refuse",),
        section=section,
        text="Which positions must the submission not support?",
        help="Clauses of a refused position are never offered.",
        kind="choices",
        choices=tuple(Choice(value=name, title=one.title) for name, one in known.items() if name not in held),
    )
    yield from conflicts.questions(data, library)


def themes(data: Mapping[str, Any], library: Library, document: DocumentType) -> Iterator[Item]:
    """Yield the choice of themes, and for each theme its clauses, answers, facts and own paragraphs."""
    known = library.themes.themes
    yield ThemesItem(
        path=("themes",),
        section="Themes",
        text="What is it about?",
        help="Few themes, well told, are read; each becomes a section of its own.",
        kind="choices",
        choices=tuple(
            Choice(value=name, title=theme.title, more=theme.about) for name, theme in known.items()
        ),
        required=True,
    )
    refused = refused_positions(library.themes.positions, rows(data, ("stand_for",)), rows(data, ("refuse",)))
    available = library.all_clauses()[0]
    if not at(data, ("state",)):
        available = [clause for clause in available if STATE_FIELD not in clause.text]
    rules = document.rules
    unsettled = tuple(conflicts.questions(data, library))
    for number, _ in enumerate(rows(data, ("themes",))):
        theme = str(at(data, ("themes", number, "theme")))
        title = known[theme].title if theme in known else theme
        path: Path = ("themes", number)
        yield from _document_places(data, path, title, library, rules)
        yield clauses.take(data, path, title, offered_clauses(available, theme, document, refused), library)
        if theme in rows(data, clauses.SEEKING):
            yield clauses.another(
                data, path, theme, title, fitting_clauses(available, document, refused), library
            )
        yield from unsettled
        yield from _theme(data, library, path, theme, title, rules)


def _document_places(
    data: Mapping[str, Any], path: Path, title: str, library: Library, rules: DocumentRules
) -> Iterator[Item]:
    """Yield where in the document a theme stands, and under which heading."""
    if rules.asks and any(ask.name == "questions" and ask.kind == "group" for ask in rules.asks):
        yield from _under(data, path, title)
    yield Item(
        path=(*path, "heading"),
        section=title,
        text="Under which heading is it printed?",
        help=f"Leave it empty for the usual one: {title}.",
        kind="line",
        automatic=False,
    )
    if len(rows(data, ("themes",))) > 1:
        yield clauses.order(data, int(path[1]), title, library)


def _theme(
    data: Mapping[str, Any], library: Library, path: Path, theme: str, title: str, rules: DocumentRules
) -> Iterator[Item]:
    """Yield what the clauses of a theme need, its facts, cases and own words, and what is to be added."""
    for ask in needed(data, path, library):
        yield from_ask(ask, (*path, "answers", ask.name), title, required=True)
    yield from facts.facts(data, path, theme, title, library)
    yield from cases.cases(data, path, title, rules)
    for place, one in enumerate(rows(data, (*path, "own"))):
        yield from own_text.questions(data, (*path, "own", place), one, title, library)
    if not is_finished(data, f"theme/{theme}"):
        yield _add(data, path, theme, title, rules)


def _under(data: Mapping[str, Any], path: Path, title: str) -> Iterator[Item]:
    """Yield which of the call's questions the theme answers, where the call has questions."""
    asked = rows(data, ("details", "questions"))
    if asked:
        pairs = [(str(place), f"{place}. {one.get('text') or ''}") for place, one in enumerate(asked, 1)]
        yield CallQuestionItem(
            path=(*path, "under"),
            section=title,
            text="Which of the call's questions does it answer?",
            help="The section is printed under that question.",
            kind="choice",
            choices=choices(*pairs, ("0", "None of them: a section of its own")),
        )


def needed(data: Mapping[str, Any], path: Path, library: Library) -> list[Ask]:
    """Return the questions of the clauses taken at *path*, each once, in the order of the clauses."""
    found: dict[str, Ask] = {}
    for entry in rows(data, (*path, "clauses")):
        own = {} if isinstance(entry, str) else keys(entry, ("answers",))
        if isinstance(entry, str) or "text" not in entry:
            for ask in library.clause(clause_id(entry)).questions:
                if ask.name not in own:
                    found.setdefault(ask.name, ask)
    return list(found.values())


def _add(data: Mapping[str, Any], path: Path, theme: str, title: str, rules: DocumentRules) -> Item:
    """Return the question what is to be added to a theme; it comes again until it is "go on"."""
    asked = (
        ("question", "A question to the State")
        if rules.stage == "questions"
        else ("recommendation", "A recommendation of your own")
    )
    here = fact_placement.section_facts(data, path)
    others = any(key not in here for key in keys(data, ("facts",)))
    return AddToTheme(
        theme=theme,
        path=(*MORE, f"theme/{theme}"),
        section=title,
        text="Add to this theme?",
        help="What only you know is what makes a submission count. A fact comes with its source. A person's "
        "case is told under a pseudonym, only as far as the person has agreed; without consent it stays out.",
        kind="choice",
        choices=choices(
            ("", "No, go on"),
            ("fact", "A new fact: a figure, a finding, a law, an event"),
            *([("known", "One of my facts")] if others else []),
            ("clause", "Clauses from other themes"),
            ("case", "A person's case"),
            ("paragraph", "A paragraph of my own"),
            asked,
        ),
        default="",
    )
