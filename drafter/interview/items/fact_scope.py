"""Questions about what the figure of a fact covers: when, where, which groups, what it leaves out."""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.dates import years_in
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.language.figure_words import FigureWords
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.facts import Fact


class WhenAndWhereItem(Item):
    """When and where a figure holds: typed in one line, saved as the period and the place."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return period and place as they are typed."""
        fact = answers.facts[str(self.path[1])]
        return ", ".join(str(part) for part in (fact.period, fact.place) if part)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the period and the place."""
        if value is None:
            return [(self.path, None)]
        if value == self.current(answers):
            return [(self.path, answers.facts[str(self.path[1])].period or "")]
        period, place = period_and_place(str(value), library.language)
        return [(self.path, period), ((*self.path[:-1], "place"), place)]


def period_and_place(text: str, language: Language) -> tuple[str, str]:
    """Return the period and the place in *text*, which has one after the other, with a comma between them."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    count = 0
    while count < len(parts) and _is_time(parts[count], language):
        count += 1
    if count == 0 and any(_is_time(part, language) for part in parts):
        count = next(number for number, part in enumerate(parts) if _is_time(part, language))
        return ", ".join(parts[count:]), ", ".join(parts[:count])
    return ", ".join(parts[:count]), ", ".join(parts[count:])


def _is_time(part: str, language: Language) -> bool:
    words = part.lower().split()
    return bool(years_in(part)) or any(word.rstrip(".") in language.month_numbers for word in words)


def scope(context: SectionContext, key: str, figure_before: Fact | None) -> Iterator[Item]:
    """Yield what the figure of the fact *key* covers. The interview asks only what its text does not say.

    When and where are suggested as they were answered for *figure_before*, the last figure before it: several
    often come from one count.
    """
    fact, words = context.answers.facts[key], context.library.language.review_words().figures()
    text, section = fact.text or "", f"{context.title} · fact {key}"
    counts_people = words.count.search(text) and words.people.search(text)
    yield _when_and_where(fact, key, section, words, figure_before)
    yield Item(
        path=("facts", key, "disaggregation"),
        section=section,
        text=f"What are the figures of {key} for women, men, age or other groups?",
        help="As they should be printed. Leave it empty if nobody knows: you may then want to ask the State "
        "to collect them. For example: 28 women and 18 men.",
        kind="line",
        allow_unknown=True,
        automatic=bool(counts_people and not words.groups.search(text)),
    )
    yield Item(
        path=("facts", key, "caveat"),
        section=section,
        text=f"What does the figure of {key} leave out?",
        help="A sentence that is printed after it: The figure is a minimum; two regions sent no report.",
        kind="line",
        allow_unknown=True,
        automatic=bool(words.minimum.search(text)),
    )


def _when_and_where(
    fact: Fact, key: str, section: str, words: FigureWords, figure_before: Fact | None
) -> WhenAndWhereItem:
    text = fact.text or ""
    has_year, has_place = bool(years_in(text)), bool(words.place.search(text))
    asks = {(False, True): "When does", (True, False): "Where does"}.get(
        (has_year, has_place), "When and where does"
    )
    before = (
        "" if has_year or figure_before is None else figure_before.period,
        "" if has_place or figure_before is None else figure_before.place,
    )
    return WhenAndWhereItem(
        path=("facts", key, "period"),
        section=section,
        text=f"{asks} the figure of {key} hold?",
        help="For example: 2024, Zenda province. It is printed in brackets after the fact. "
        "Leave it empty if the text says it.",
        kind="line",
        default=", ".join(str(part) for part in before if part) or None,
        allow_unknown=True,
        automatic=bool(words.number.search(text)) and not (has_year and has_place),
    )


def figures_before(bank: Mapping[str, Fact]) -> dict[str, Fact | None]:
    """Return for each fact the last one before it with a period or a place, ``None`` where there is none."""
    before: dict[str, Fact | None] = {}
    last: Fact | None = None
    for key, fact in bank.items():
        before[key] = last
        if fact.period or fact.place:
            last = fact
    return before
