"""Questions about what the figure of a fact covers: when, where, which groups, what it leaves out."""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.dates import years_in
from drafter.frozen import frozen
from drafter.interview.items import fact_placement
from drafter.interview.items.fact_names import fact_in_words
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.language.figure_reading import counts_people, read_figures
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


@frozen
class Scope:
    """What the interview asks about the scope of the figure of one fact, and how it names the fact."""

    section: str
    name: str
    says_when: bool
    """Whether its text says when it was, or refers to a fact before it that does: "in the same year"."""
    says_where: bool
    asks_groups: bool
    """Whether to ask for women, men and other groups: if it counts people, once where nobody knows."""


def scopes(context: SectionContext) -> dict[str, Scope]:
    """Return the scope of each fact of the theme, by its key."""
    words, bank = context.library.language.review_words().figures(), context.answers.facts
    when = where = has_unknown_groups = False
    scopes_of_facts: dict[str, Scope] = {}
    for key in fact_placement.facts_of_section(context.section):
        if key not in bank:
            continue
        fact, text = bank[key], bank[key].text or ""
        refers_back = bool(words.refers_back.search(text))
        says_when = bool(years_in(text)) or (refers_back and when)
        says_where = bool(words.place.search(text)) or (refers_back and where)
        asks = counts_people(text, words) and not words.groups.search(text) and not has_unknown_groups
        name = fact_in_words(fact, key, words)
        scopes_of_facts[key] = Scope(f"{context.title} · fact {key}", name, says_when, says_where, asks)
        when, where = says_when or bool(fact.period), says_where or bool(fact.place)
        if asks and "disaggregation" in fact.model_fields_set:
            answer = (fact.disaggregation or "").strip()
            has_unknown_groups = not answer or words.no_groups.fullmatch(answer) is not None
    return scopes_of_facts


def scope(context: SectionContext, key: str, known: Scope, figure_before: Fact | None) -> Iterator[Item]:
    """Yield what the figure of the fact *key* covers. The interview asks only what its text does not say.

    When and where are suggested as they were answered for *figure_before*, the last figure before it: several
    often come from one count.
    """
    fact, words = context.answers.facts[key], context.library.language.review_words().figures()
    section = known.section
    yield _when_and_where(fact, key, known, figure_before, words)
    yield Item(
        path=("facts", key, "disaggregation"),
        section=section,
        text=_groups_question(fact.text or "", known.name, words),
        help="For example: 28 women and 18 men. It is printed after the fact. If nobody knows, press Enter: "
        "drafter then does not ask it of the other facts of this theme.",
        kind="line",
        form="groups",
        allow_unknown=True,
        automatic=known.asks_groups,
    )
    yield Item(
        path=("facts", key, "caveat"),
        section=section,
        text=f"What does this figure leave out: {known.name}?",
        help="A sentence that is printed after it: The figure is a minimum; two regions sent no report.",
        kind="line",
        allow_unknown=True,
        automatic=bool(words.minimum.search(fact.text or "")),
    )


def _groups_question(text: str, name: str, words: FigureWords) -> str:
    """Return the question for groups; of a part and its whole, it is about the part."""
    part = next((figure.part for figure in read_figures(text, words) if figure.part), "")
    of_these = f"Of these {part}, how many" if part else "How many"
    return f"{of_these} were women, men, or of other groups: {name}?"


_ASKS = {
    (False, False): ("When and where was this", "2024, the north of the country"),
    (True, False): ("Where was this", "the north of the country"),
    (False, True): ("When was this", "2024, or March to May 2024"),
    (True, True): ("When and where was this", "2024, the north of the country"),
}
"""The question and its example, by what the text of a fact says: when, where."""


def _when_and_where(
    fact: Fact, key: str, known: Scope, figure_before: Fact | None, words: FigureWords
) -> WhenAndWhereItem:
    asks, example = _ASKS[known.says_when, known.says_where]
    before = (
        "" if known.says_when or figure_before is None else figure_before.period,
        "" if known.says_where or figure_before is None else figure_before.place,
    )
    return WhenAndWhereItem(
        path=("facts", key, "period"),
        section=known.section,
        text=f"{asks}: {known.name}?",
        help=f"For example: {example}. It is printed in brackets after the fact. "
        "Leave it empty if the text says it.",
        kind="line",
        default=", ".join(str(part) for part in before if part) or None,
        allow_unknown=True,
        automatic=bool(words.number.search(fact.text or "")) and not (known.says_when and known.says_where),
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
