"""Questions about what is said: positions, themes, clauses, facts, own paragraphs."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import Path, at, clause_id, keys, rows
from drafter.interview.items import cases, clauses, conflicts, fact_placement, facts, own_text
from drafter.interview.items.declared import MORE, choices, from_ask, is_finished
from drafter.library.eligibility import fitting, offered, refused_positions
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules, Mechanism
from drafter.model.question import Ask, Choice, Question

STATE_FIELD = "{{ state"


def positions(data: Mapping[str, Any], library: Library) -> Iterator[Question]:
    """Yield what the submitters stand for, and what they refuse."""
    section = "What you stand for"
    known = {name: one for name, one in library.themes.positions.items() if name != "neutral"}
    yield Question(
        path=("stand_for",),
        section=section,
        text="What do the submitting organisations agree on?",
        help="drafter offers only clauses that fit, and tells you when two do not go together. "
        "None of these is needed: what the treaties require is always offered.",
        kind="choices",
        choices=tuple(Choice(value=name, title=one.title, more=one.note) for name, one in known.items()),
    )
    held = rows(data, ("stand_for",))
    yield Question(
        path=("refuse",),
        section=section,
        text="Is there anything that they do not want to be found beside?",
        help="Clauses of a refused position are never offered.",
        kind="choices",
        choices=tuple(Choice(value=name, title=one.title) for name, one in known.items() if name not in held),
    )
    yield from conflicts.questions(data, library)


def themes(
    data: Mapping[str, Any], library: Library, document: str, mechanism: Mechanism, rules: DocumentRules
) -> Iterator[Question]:
    """Yield the choice of themes, and for each theme its clauses, answers, facts and own paragraphs."""
    known = library.themes.themes
    yield Question(
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
    fits = (document.partition("/")[0], mechanism, rules.stage, refused)
    unsettled = tuple(conflicts.questions(data, library))
    for number, _ in enumerate(rows(data, ("themes",))):
        theme = str(at(data, ("themes", number, "theme")))
        title = known[theme].title if theme in known else theme
        path: Path = ("themes", number)
        yield from _document_places(data, path, title, library, rules)
        yield clauses.take(data, path, title, offered(available, theme, *fits), library)
        if theme in rows(data, clauses.SEEKING):
            yield clauses.another(data, path, theme, title, fitting(available, *fits), library)
        yield from unsettled
        yield from _theme(data, library, path, theme, title, rules)


def _document_places(
    data: Mapping[str, Any], path: Path, title: str, library: Library, rules: DocumentRules
) -> Iterator[Question]:
    """Yield where in the document a theme stands, and under which heading."""
    if rules.asks and any(ask.name == "questions" and ask.kind == "group" for ask in rules.asks):
        yield from _under(data, path, title)
    yield Question(
        path=(*path, "heading"),
        section=title,
        text="Under which heading is it printed?",
        help=f"Leave it empty for the usual one: {title}.",
        kind="line",
        asked=False,
    )
    if len(rows(data, ("themes",))) > 1:
        yield clauses.order(data, int(path[1]), title, library)


def _theme(
    data: Mapping[str, Any], library: Library, path: Path, theme: str, title: str, rules: DocumentRules
) -> Iterator[Question]:
    """Yield what the clauses of a theme need, its facts, cases and own words, and what is to be added."""
    for ask in needed(data, path, library):
        yield from_ask(ask, (*path, "answers", ask.name), title, required=True)
    yield from facts.facts(data, path, theme, title, library)
    yield from cases.cases(data, path, title, rules)
    for place, one in enumerate(rows(data, (*path, "own"))):
        yield from own_text.questions(data, (*path, "own", place), one, title, library)
    if not is_finished(data, f"theme/{theme}"):
        yield _add(data, path, theme, title, rules)


def _under(data: Mapping[str, Any], path: Path, title: str) -> Iterator[Question]:
    """Yield which of the call's questions the theme answers, where the call has questions."""
    asked = rows(data, ("details", "questions"))
    if asked:
        pairs = [(str(place), f"{place}. {one.get('text') or ''}") for place, one in enumerate(asked, 1)]
        yield Question(
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


def _add(data: Mapping[str, Any], path: Path, theme: str, title: str, rules: DocumentRules) -> Question:
    """Return the question what is to be added to a theme; it comes again until it is "go on"."""
    asked = (
        ("question", "A question to the State")
        if rules.stage == "questions"
        else ("recommendation", "A recommendation of your own")
    )
    here = fact_placement.section_facts(data, path)
    others = any(key not in here for key in keys(data, ("facts",)))
    return Question(
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
