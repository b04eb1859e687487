"""Questions about what is said: positions, themes, clauses, facts, own paragraphs."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.interview.asks import choices, from_ask, is_finished
from drafter.interview.paths import Path, at, keys, rows
from drafter.library.choose import offered, refused_positions
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, Mechanism
from drafter.model.question import Ask, Choice, Question

NEW = "new"
"""The choice that adds a fact or a source to the bank."""

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
    clauses = library.all_clauses()[0]
    for number, _ in enumerate(rows(data, ("themes",))):
        theme = str(at(data, ("themes", number, "theme")))
        title = known[theme].title if theme in known else theme
        found = offered(clauses, theme, document.partition("/")[0], mechanism, rules.stage, refused)
        if not at(data, ("state",)):
            found = [clause for clause in found if STATE_FIELD not in clause.text]
        yield from _theme(data, library, number, theme, title, found, rules)


def _theme(
    data: Mapping[str, Any],
    library: Library,
    number: int,
    theme: str,
    title: str,
    found: list[Clause],
    rules: DocumentRules,
) -> Iterator[Question]:
    path: Path = ("themes", number)
    if rules.asks and any(ask.name == "questions" and ask.kind == "group" for ask in rules.asks):
        yield from _under(data, path, title)
    yield Question(
        path=(*path, "clauses"),
        section=title,
        text="Take which clauses?",
        help="Space takes one, the right arrow reads it whole; the number is its words. Take the best few.",
        kind="choices",
        choices=tuple(
            Choice(
                value=clause.id,
                title=f"{clause.head.kind:<14}  {clause.head.title}",
                note=f"· {len(clause.text.split())}",
                more=clause.text,
            )
            for clause in found
        ),
    )
    for ask in needed(data, path, library):
        yield from_ask(ask, (*path, "answers", ask.name), title, required=True)
    yield from _facts(data, path, theme, title)
    yield from _own(data, path, theme, title, rules)


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
        clause_id = entry if isinstance(entry, str) else str(entry.get("clause"))
        own = {} if isinstance(entry, str) else keys(entry, ("answers",))
        if isinstance(entry, str) or "text" not in entry:
            for ask in library.clause(clause_id).questions:
                if ask.name not in own:
                    found.setdefault(ask.name, ask)
    return list(found.values())


# ---- facts ----


def _facts(data: Mapping[str, Any], path: Path, theme: str, title: str) -> Iterator[Question]:
    """Yield which known facts belong here, then the questions of new ones, then whether there is another."""
    bank = keys(data, ("facts",))
    here = rows(data, (*path, "facts"))
    elsewhere = [key for key in bank if key not in here]
    if elsewhere and not here:
        yield Question(
            path=(*path, "facts"),
            section=title,
            text="Which of your facts belong here?",
            help="A fact may be used in several places; its source is printed each time.",
            kind="choices",
            choices=tuple(
                Choice(value=key, title=f"{key}  {(bank[key] or {}).get('text') or ''}") for key in bank
            ),
        )
    for key in here:
        if key in bank:
            yield from _fact(data, key, title)
    name = f"facts/{theme}"
    if not is_finished(data, name):
        yield Question(
            path=("interview", "more", name),
            section=title,
            text="Do you have a fact for this theme?" if not here else "Another fact?",
            help="A figure, a finding, a law, an event: one fact, with where it is known from.",
            kind="yes-no",
            default=False,
        )


def _fact(data: Mapping[str, Any], key: str, title: str) -> Iterator[Question]:
    section = f"{title} · fact {key}"
    yield Question(
        path=("facts", key, "text"),
        section=section,
        text="What is the fact? (one sentence, as it should be printed)",
        help="Say what was counted, where and when: In 2024, 41 of 96 people interviewed saw no judge.",
        kind="line",
        required=True,
        unknown=True,
    )
    yield Question(
        path=("facts", key, "source"),
        section=section,
        text="Where is it known from?",
        help="Every fact carries its source in a note. Your own interviews are a source too.",
        kind="choice",
        choices=(
            *(
                Choice(
                    value=name, title=f"{name}  {one.get('author') or ''} {one.get('title') or ''}".strip()
                )
                for name, one in keys(data, ("sources",)).items()
            ),
            Choice(value=NEW, title="A new source"),
        ),
        default=NEW if not keys(data, ("sources",)) else None,
        unknown=True,
    )
    source = at(data, ("facts", key, "source"))
    if isinstance(source, str) and source in keys(data, ("sources",)):
        yield from _source(source, section)
    if source:
        yield Question(
            path=("facts", key, "locator"),
            section=section,
            text="On which page or in which paragraph?",
            help="As it should be printed: p. 12 or para. 34. Leave it empty where there is none.",
            kind="line",
        )


def _source(key: str, section: str) -> Iterator[Question]:
    for name, text, help_ in (
        ("title", "What is the title of the source?", "Of the report, law, record or page."),
        ("author", "Who wrote or keeps it?", "A person, an office, an organisation; your own is fine."),
        ("publisher", "Who published it?", "Leave it empty where it is the author or nobody."),
        ("date", "When?", "A year is enough."),
        ("address", "At which web address, if any?", "It stands in the note."),
    ):
        yield Question(
            path=("sources", key, name),
            section=section,
            text=text,
            help=help_,
            kind="line",
            required=name == "title",
            unknown=True,
        )


# ---- own paragraphs ----


def _own(
    data: Mapping[str, Any], path: Path, theme: str, title: str, rules: DocumentRules
) -> Iterator[Question]:
    for number, _ in enumerate(rows(data, (*path, "own"))):
        yield Question(
            path=(*path, "own", number, "text"),
            section=title,
            text="Write it.",
            help="Your own words, printed as they are. An empty line begins a new paragraph.",
            kind="long",
            required=True,
            unknown=True,
        )
    name = f"own/{theme}"
    if not is_finished(data, name):
        asked = (
            ("question", "A question to the State")
            if rules.stage == "questions"
            else ("recommendation", "A recommendation of your own")
        )
        yield Question(
            path=("interview", "more", name),
            section=title,
            text="Add words of your own?",
            help="What only you know is what makes a submission count.",
            kind="choice",
            choices=choices(("", "No, go on"), ("paragraph", "A paragraph"), asked),
            default="",
        )
