"""Checks of facts: each is used, has a source, was compared with it, is recent and says for whom."""

from collections.abc import Iterator, Mapping
from datetime import date

from drafter.dates import years_in
from drafter.language.figure_reading import counts_people
from drafter.model.facts import Fact
from drafter.model.kinds import ASKING_KINDS
from drafter.model.remark import Remark, RemarkType
from drafter.review.printed_facts import facts_in_text, printed_facts
from drafter.review.submission import Submission

OLD_AFTER = 5
"""Years after which a figure is old."""
DATA_THEME = "data"
"""The theme whose recommendations ask a State to collect and publish figures."""

UNUSED = RemarkType(
    "fact-unused",
    "facts",
    "note",
    "A fact is printed under a theme, or cited in a note.",
    "No body has such a rule: a fact that nobody can read helps nobody.",
    bad="facts: {F2: {text: The ward closed in 2024, source: S1}}",
    good="""
    facts: {F2: {text: The ward closed in 2024, source: S1}}
    summary: "People in prison have no treatment: the ward closed.[^F2]"
    """,
)
WITHOUT_SOURCE = RemarkType(
    "figure-without-source",
    "facts",
    "error",
    "Every figure has a source in a note.",
    "The Human Rights Committee and the Special Procedures ask for information that can be verified.",
    bad="facts: {F1: {text: 41 of 96 people saw no doctor, source: null}}",
    good="facts: {F1: {text: 41 of 96 people saw no doctor, source: S1}}",
)
UNCHECKED = RemarkType(
    "facts-unchecked",
    "facts",
    "note",
    "Somebody has compared each fact with its source.",
    "No body has such a rule. In 2018 a network had to correct a misread percentage in public.",
    bad="facts: {F1: {checked: false}}",
    good="facts: {F1: {checked: true}}",
)
OLD = RemarkType(
    "fact-old",
    "facts",
    "note",
    "A figure is from the time since the last review and not older than five years, or is background.",
    "The Universal Periodic Review asks what happened since the last review. The five years are usual.",
    bad="""
    details: {last_review: May 2021}
    facts: {F1: {text: "In 2017, 41 of the 96 people interviewed had asked for treatment in vain"}}
    """,
    good="""
    details: {last_review: May 2021}
    facts: {F1: {text: "In 2017, 41 of the 96 people interviewed had asked in vain", use: background}}
    """,
)
NO_GROUPS = RemarkType(
    "fact-not-disaggregated",
    "facts",
    "note",
    "A figure about people says how many are women and men, and how old; or the State is asked for this.",
    "Treaty bodies ask States for figures by sex, age and other groups in nearly every list of issues.",
    bad="facts: {F1: {text: 41 of the 96 people interviewed saw no doctor}}",
    good="""
    facts: {F1: {text: 41 of the 96 people interviewed saw no doctor, disaggregation: 30 men and 11 women}}
    """,
)
TYPES = (UNUSED, WITHOUT_SOURCE, UNCHECKED, OLD, NO_GROUPS)


def check_facts(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on unused facts, figures without a source, and facts that are unchecked or old."""
    names, printed = submission.names, printed_facts(submission)
    words = submission.language.review_words().figures()
    for key in submission.answers.facts:
        if key not in printed:
            yield UNUSED.remark(
                names.fact(key),
                "No theme uses this fact and no note cites it, so it is not printed.",
                "Attach it to a theme, or keep it for another document.",
                path=("facts", key, "text"),
            )
    in_text = facts_in_text(submission)
    for key, fact in in_text.items():
        if fact.source is None and words.count.search(fact.text or ""):
            yield WITHOUT_SOURCE.remark(
                names.fact(key),
                "It has a figure but no source.",
                "Add the source of the figure.",
                path=("facts", key, "source"),
            )
    yield from _unchecked(submission, printed)
    yield from _old(submission, in_text)
    yield from _without_groups(submission, in_text)


def _unchecked(submission: Submission, printed: Mapping[str, Fact]) -> Iterator[Remark]:
    """Yield one note on all facts that nobody has compared with their source."""
    language = submission.language
    unchecked = [key for key, fact in printed.items() if fact.source is not None and not fact.checked]
    if unchecked:
        several = len(unchecked) > 1
        yield UNCHECKED.remark(
            f"{language.noun('fact', len(unchecked))} {language.listed(unchecked)}",
            f"Nobody has compared {'them with their sources' if several else 'it with its source'} yet.",
            f"Compare {'them' if several else 'it'} before you submit the document. "
            f"Then mark {'them' if several else 'it'}: in the interview Ctrl-O, Set more, “Facts · checked”; "
            "in the answers file checked: true.",
            path=("facts", unchecked[0], "checked"),
        )


def _old(submission: Submission, printed: Mapping[str, Fact]) -> Iterator[Remark]:
    """Yield a note on each figure from before the last review, or older than five years."""
    words = submission.language.review_words().figures()
    reviews = years_in(str(submission.answers.details.get("last_review") or ""))
    this_year = submission.today.year if submission.today else max(reviews, default=0)
    review = max((year for year in reviews if year <= this_year), default=0)  # a later one is a slip
    old = _years_before(submission.today)
    for key, fact in printed.items():
        year = _year_of(fact)
        if year is None or fact.use is not None or not words.count.search(fact.text or ""):
            continue
        if year < max(review, old):
            since = f"before the last review ({review})" if year < review else f"over {OLD_AFTER} years ago"
            yield OLD.remark(
                submission.names.fact(key),
                f"The figure is from {year}, {since}.",
                "Give a newer one. If there is none, say so: in the interview Ctrl-O, Set more, "
                f"“{key} · old or still so”; in the answers file use: recent (it is still so) or use: "
                "background (it was so).",
                path=("facts", key, "use"),
            )


def _years_before(today: date | None) -> int:
    return today.year - OLD_AFTER if today else 0


def _year_of(fact: Fact) -> int | None:
    """Return the latest year that a fact names, ``None`` if it names none."""
    return max(years_in(f"{fact.text or ''} {'' if fact.period is None else fact.period}"), default=None)


def _without_groups(submission: Submission, printed: Mapping[str, Fact]) -> Iterator[Remark]:
    """Yield one note on all figures about people without groups, unless a recommendation asks for them."""
    language = submission.language
    if submission.rules.stage == "case" or _asks_for_groups(submission):
        return
    without = [key for key, fact in printed.items() if _lacks_groups(fact, submission)]
    if without:
        theme = submission.vocabulary.themes.get(DATA_THEME)
        where = f" of the theme “{theme.title}”" if theme else ""
        yield NO_GROUPS.remark(
            f"{language.noun('fact', len(without))} {language.listed(without)}",
            "The figures say nothing about sex, age or other groups.",
            f"Add such figures. If nobody has them, ask the State to collect them (a clause{where} does).",
            path=("facts", without[0], "disaggregation"),
        )


def _asks_for_groups(submission: Submission) -> bool:
    """Return whether a recommendation or a question asks the State for figures."""
    words = submission.language.review_words().figures()
    asks = (clause for clause in submission.clauses if clause.head.kind in ASKING_KINDS)
    return any(DATA_THEME in clause.head.themes for clause in asks) or any(
        words.collects.search(passage.text) for passage in submission.passages if passage.role in ASKING_KINDS
    )


def _lacks_groups(fact: Fact, submission: Submission) -> bool:
    words, text = submission.language.review_words().figures(), fact.text or ""
    answer = (fact.disaggregation or "").strip()
    return (
        counts_people(text, words)
        and words.groups.search(text) is None
        and (not answer or words.no_groups.fullmatch(answer) is not None)
    )
