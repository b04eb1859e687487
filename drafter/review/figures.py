"""Checks of figures: what they leave out, of how many they are a share, whether two contradict each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from drafter.dates import years_in
from drafter.frozen import frozen
from drafter.language.figure_reading import read_figures
from drafter.language.language import Language
from drafter.model.facts import Fact
from drafter.model.remark import Level, Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.printed_facts import facts_in_text
from drafter.review.submission import Submission

_WORD = pattern(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_INTEGER = pattern(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]\d)|(?<![\d.,])\d+(?![.,]?\d)")
FEWEST_WORDS = 3
"""Words that two facts need in common to be about the same thing."""
MOST_OTHER_WORDS = 3
"""Words that the longer of the two may have besides."""

MOST_COMPARED = 200
"""Facts that are compared with each other. No document that a body takes has as many."""

MINIMUM = RemarkType(
    "figure-minimum",
    "facts",
    "note",
    "A figure that is only the least number says what it leaves out.",
    "Careful reports call such figures minimum figures and say what is missing.",
    bad="facts: {F1: {text: At least 41 people died in prison in 2024}}",
    good="""
    facts: {F1: {text: At least 41 people died in prison in 2024, caveat: Two regions sent no report}}
    """,
)
WITHOUT_BASE = RemarkType(
    "percentage-without-base",
    "facts",
    "note",
    "A percentage of people who were asked says of how many people.",
    "Readers cannot weigh 60 per cent of five people as 60 per cent of 500.",
    bad="facts: {F1: {text: Of the people interviewed 43 per cent had asked for treatment in vain}}",
    good="facts: {F1: {text: Of the 96 people interviewed 43 per cent had asked for treatment in vain}}",
)
DIFFER = RemarkType(
    "figures-differ",
    "facts",
    "warning",
    "Two figures for the same thing at the same time are the same, or the text says why not.",
    "No body has such a rule: a reader who finds two numbers trusts neither.",
    bad="""
    themes: [{theme: prison-health, facts: [F1, F2]}]
    facts:
      F1: {text: "84 people died of an overdose in prison in 2023"}
      F2: {text: "In 2023, 113 people died of an overdose in prison", source: S1}
    """,
    good="""
    themes: [{theme: prison-health, facts: [F1, F2]}]
    facts:
      F1: {text: "84 people died of an overdose in prison in 2023", caveat: The count ended in August}
      F2: {text: "In 2023, 113 people died of an overdose in prison", source: S1}
    """,
    other_levels="a note if the periods only overlap",
)
DO_NOT_ADD_UP = RemarkType(
    "groups-do-not-add-up",
    "facts",
    "warning",
    "The figures for women and men add up to no more than the figure for all.",
    "Arithmetic.",
    bad='facts: {F1: {text: 41 of 96 people saw no doctor, disaggregation: "80 men, 30 women"}}',
    good='facts: {F1: {text: 41 of 96 people saw no doctor, disaggregation: "30 men, 11 women"}}',
)
ELSEWHERE = RemarkType(
    "fact-elsewhere",
    "facts",
    "note",
    "A fact is about the State that the submission is about.",
    "A body that reviews one State looks at what happens there.",
    bad="facts: {F1: {place: Norway}}",
    good="facts: {F1: {place: four prisons}}",
)
TYPES = (MINIMUM, WITHOUT_BASE, DIFFER, DO_NOT_ADD_UP, ELSEWHERE)


def check_figure(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a note on a percentage of an unknown number of people who were asked."""
    fact = (
        submission.answers.facts.get(str(passage.path[1]))
        if passage.role == "fact" and passage.path
        else None
    )
    if fact is None:
        return
    words, text = submission.language.review_words().figures(), fact.text or ""
    if (
        words.sample.search(text)
        and words.percentage.search(text)
        and not _has_base(fact, submission.language)
    ):
        yield WITHOUT_BASE.remark(
            passage.place,
            "The percentage does not say of how many people.",
            "Add the number of people who were asked.",
            path=passage.path,
        )


def _different_figures(counts: Sequence["_Count"], submission: Submission) -> Iterator[Remark]:
    """Yield one remark on each fact that contradicts an earlier one."""
    contradicted: set[str] = set()
    for first, second in combinations(counts, 2):
        level = None if second.key in contradicted else _contradiction(first, second)
        if level is not None:
            contradicted.add(second.key)
            yield DIFFER.remark(
                submission.names.fact(second.key),
                f"Another figure for what seems to be the same is in {submission.names.fact(first.key)}.",
                "Use the better one, or say why they differ (What does the figure leave out?).",
                level=level,
                path=("facts", second.key, "text"),
            )


def _has_base(fact: Fact, language: Language) -> bool:
    """Return whether a fact has a number besides percentages and years."""
    words = language.review_words().figures()
    text = " ".join(part for part in (fact.text, fact.disaggregation, fact.caveat) if part)
    without = words.percentage.sub(" ", text)
    for year in years_in(without):
        without = without.replace(str(year), " ")
    return words.number.search(without) is not None


def check_figures(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on figures that contradict each other, are minimums, or are about another State."""
    printed, names = facts_in_text(submission), submission.names
    without_caveat = ((key, fact) for key, fact in printed.items() if not fact.caveat)
    compared = islice(without_caveat, MOST_COMPARED)
    counts = [_count(key, fact, submission.language) for key, fact in compared]
    yield from _different_figures(counts, submission)
    words = submission.language.review_words().figures()
    for key, fact in printed.items():
        text = fact.text or ""
        if words.minimum.search(text) and not fact.caveat and not words.explained.search(text):
            yield MINIMUM.remark(
                names.fact(key),
                "This is only the least number. The text does not say what it leaves out.",
                "Say it in a sentence (What does the figure leave out?).",
                path=("facts", key, "caveat"),
            )
        yield from _groups_add_up(key, fact, submission)
        state = submission.find_state(fact.place) if fact.place and submission.state else None
        if state is not None and submission.state is not None and state.code != submission.state.code:
            yield ELSEWHERE.remark(
                names.fact(key),
                f"It is about {state.in_text}, and the submission is about {submission.state.in_text}.",
                "Correct the place, or say in the text why you compare the two.",
                path=("facts", key, "place"),
            )


@frozen
class _Count:
    """What a fact counts."""

    key: str
    words: frozenset[str]
    """The words of its text that say what is counted, without numbers, dates and short words."""
    figures: frozenset[str]
    years: frozenset[int]
    place: str


def _count(key: str, fact: Fact, language: Language) -> _Count:
    text = fact.text or ""
    years = years_in(f"{text} {'' if fact.period is None else fact.period}")
    figures = {number for number in _INTEGER.findall(text) if number not in map(str, years)}
    ignored = language.search.stop_words | language.month_numbers.keys()
    words = {word for word in _WORD.findall(text.casefold()) if word not in ignored}
    return _Count(key, frozenset(words), frozenset(figures), frozenset(years), (fact.place or "").casefold())


def _contradiction(first: _Count, second: _Count) -> Level | None:
    """Return the level of the remark on two figures, ``None`` if they can both be true."""
    few, many = sorted((first.words, second.words), key=len)
    same_thing = len(few) >= FEWEST_WORDS and few <= many and len(many) - len(few) <= MOST_OTHER_WORDS
    other_place = first.place and second.place and first.place != second.place
    if not same_thing or other_place or not first.figures or not second.figures:
        return None
    if first.figures & second.figures:
        return None
    if first.years == second.years:
        return "warning"
    return "note" if first.years & second.years else None


def _groups_add_up(key: str, fact: Fact, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if two groups together are more than any figure of the text."""
    match = submission.language.review_words().figures().two_sexes.match((fact.disaggregation or "").strip())
    if match is None:
        return
    totals = [int(number.replace(",", "")) for number in _INTEGER.findall(fact.text or "")]
    years = years_in(fact.text or "")
    totals = [total for total in totals if total not in years]
    if not totals:
        return
    parts = [int(part.replace(",", "")) for part in match.groups()]
    share = _share(fact.text or "", submission.language)
    if share and share < sum(parts) <= max(totals):
        yield DO_NOT_ADD_UP.remark(
            submission.names.fact(key),
            f"{parts[0]} and {parts[1]} are {sum(parts)} together. "
            f"They are printed after the figure {share}.",
            f"Give the groups of the {share}, or say whose they are: of the {sum(parts)}, …",
            path=("facts", key, "disaggregation"),
        )
    if sum(parts) > max(totals):
        yield DO_NOT_ADD_UP.remark(
            submission.names.fact(key),
            f"{parts[0]} and {parts[1]} are {sum(parts)} together, and the text has no figure so large.",
            "Correct one of them.",
            path=("facts", key, "disaggregation"),
        )


def _share(text: str, language: Language) -> int:
    """Return the part in the first part of a whole that *text* has, 0 if there is none in digits."""
    parts = [figure.part for figure in read_figures(text, language.review_words().figures()) if figure.part]
    return int(parts[0].replace(",", "")) if parts and _INTEGER.fullmatch(parts[0]) else 0
