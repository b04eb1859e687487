"""Questions about facts and the sources on which they rest."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import Change, Path, answered, at, keys, next_key, rows
from drafter.dates import only_year_in
from drafter.interview.items import fact_placement
from drafter.interview.items.declared import CHOOSING, MORE, choices
from drafter.interview.items.item import AnswerData, Item, section_path
from drafter.library.library import Library
from drafter.model.question import Choice

NEW = "new"
"""The choice that adds a source to the bank."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|half|(?:one|a) (?:third|quarter|in)|none of)\b",
    re.IGNORECASE,
)
"""A number in digits or words: what is worth the question whether the fact is a figure."""


class KnownFactsItem(Item):
    """Which facts of the bank belong to a theme."""

    theme: str

    def current(self, data: AnswerData) -> Any:
        """Return the keys of the theme's facts."""
        return rows(data, (*section_path(data, self.theme), "facts"))

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that make the facts *value* those of the theme."""
        waiting = [theme for theme in rows(data, CHOOSING) if theme != self.theme]
        return [((*section_path(data, self.theme), "facts"), value), (CHOOSING, waiting)]


class SourceItem(Item):
    """The source of a fact: a key of the bank, or a new one."""

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:
        """Return the changes that name the source, and begin it where it is new."""
        if value != NEW:
            return super().changes(data, value, library)
        key = next_key("S", keys(data, ("sources",)))
        return [(("sources", key), {}), (self.path, key)]


def facts(data: Mapping[str, Any], path: Path, theme: str, title: str, library: Library) -> Iterator[Item]:
    """Yield which of the known facts belong here, where that is wished for, and the questions of each."""
    bank = keys(data, ("facts",))
    placed = fact_placement.placed(data, path)
    which = Item(
        path=(*path, "facts"),
        section=title,
        text="Which of your facts belong here?",
        help="A fact may be used in several places; its source is printed each time.",
        kind="choices",
        choices=tuple(
            Choice(value=key, title=f"{key}  {(bank[key] or {}).get('text') or ''}")
            for key in bank
            if key not in placed
        ),
    )
    if bank and answered(data, which.path):
        yield which  # it can be changed
    if bank and theme in rows(data, CHOOSING):
        yield KnownFactsItem(**{**dict(which), "path": (*MORE, f"known/{theme}")}, theme=theme)
    before = _figures_before(bank)
    for key in dict.fromkeys((*rows(data, which.path), *placed)):
        if key in bank:
            yield from _fact(data, key, title, before[key])
            yield fact_placement.question(data, path, theme, key, title, library)


def _fact(data: Mapping[str, Any], key: str, title: str, before: Mapping[str, Any]) -> Iterator[Item]:
    """Yield the questions of one fact; *before* is the last figure before it."""
    section = f"{title} · fact {key}"
    yield Item(
        path=("facts", key, "text"),
        section=section,
        text="What is the fact? (one sentence, as it should be printed)",
        help="Say what was counted, where and when: In 2024, 41 of 96 people interviewed saw no judge.",
        kind="line",
        required=True,
        allow_unknown=True,
    )
    yield from _figure(data, key, section, before)
    yield SourceItem(
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
        allow_unknown=True,
    )
    source = at(data, ("facts", key, "source"))
    if isinstance(source, str) and source in keys(data, ("sources",)):
        yield from _source(data, source, section)
    if source:
        yield Item(
            path=("facts", key, "locator"),
            section=section,
            text="On which page or in which paragraph?",
            help="As it should be printed: p. 12 or para. 34. Leave it empty where there is none.",
            kind="line",
        )
    yield Item(
        path=("facts", key, "checked"),
        section=section,
        text="Have you looked it up in its source?",
        help="Somebody should, before it is filed.",
        kind="yes-no",
        automatic=False,
    )
    yield Item(
        path=("facts", key, "use"),
        section=section,
        text="Is it recent, or background?",
        help="Background is older than the period under review.",
        kind="choice",
        choices=choices(("recent", "Recent"), ("background", "Background")),
        allow_unknown=True,
        automatic=False,
    )


def _figure(data: Mapping[str, Any], key: str, section: str, before: Mapping[str, Any]) -> Iterator[Item]:
    """Yield what a figure measures: a number without its unit, period and place misleads.

    A text without any number is not asked about one. The one year in it is suggested; else period, unit and
    place are, as they were answered for the figure before: several often come from one count. What it says
    about groups is not: Enter alone would claim it of a count that never asked.
    """
    text = str(at(data, ("facts", key, "text")) or "")
    year = only_year_in(text)
    suggested = {name: before.get(name) or None for name in ("unit", "period", "place")}
    suggested |= {"period": year} if year else {}

    def ask(name: str, words: str, help_: str, *, automatic: bool = True) -> Item:
        return Item(
            path=("facts", key, name),
            section=section,
            text=words,
            help=help_,
            kind="line",
            default=suggested.get(name),
            allow_unknown=True,
            automatic=automatic,
        )

    yield ask(
        "figure",
        "If it is a figure: which number?",
        "41 of 96; 61 per cent. Leave it empty where it is none.",
        automatic=bool(_NUMBER.search(text)),
    )
    if at(data, ("facts", key, "figure")):
        yield ask(
            "unit", "What does it count?", "People, arrests, centres, deaths: what the number is a number of."
        )
        yield ask("period", "Over which time?", "A year, or from when to when.")
        yield ask("place", "Where?", "The whole country, a region, the places that were visited.")
        yield ask(
            "disaggregation",
            "What does it say about sex, age and other groups?",
            "Leave it empty where it says nothing; then asking the State to collect it may be worth a line.",
        )


def _figures_before(bank: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return for each fact the last one before it that is a figure, an empty one where there is none."""
    before: dict[str, Mapping[str, Any]] = {}
    figure: Mapping[str, Any] = {}
    for key, fact in bank.items():
        before[key] = figure
        if isinstance(fact, Mapping) and fact.get("figure"):
            figure = fact
    return before


def _source(data: Mapping[str, Any], key: str, section: str) -> Iterator[Item]:
    for name, text, help_ in (
        ("title", "What is the title of the source?", "Of the report, law, record or page."),
        ("author", "Who wrote or keeps it?", "A person, an office, an organisation; your own is fine."),
        ("publisher", "Who published it?", "Leave it empty where it is the author or nobody."),
        ("date", "When?", "A year is enough."),
        ("address", "At which web address, if any?", "It stands in the note."),
    ):
        yield Item(
            path=("sources", key, name),
            section=section,
            text=text,
            help=help_,
            kind="line",
            required=name == "title",
            allow_unknown=True,
        )
    if at(data, ("sources", key, "address")):
        yield Item(
            path=("sources", key, "seen"),
            section=section,
            text="On which date did you open that address?",
            help="A page may change or go; the note says when it was seen. For example: 21 November 2026.",
            kind="line",
            allow_unknown=True,
        )
