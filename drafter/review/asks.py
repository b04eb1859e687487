"""Checks of what a submission asks for as a whole: an ask in each theme, no ask twice, few themes."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from drafter.language.demands import has_deadline
from drafter.model.answers import Answers, ThemeSection
from drafter.model.clause import Clause
from drafter.model.mechanism import STAGE_KINDS, DocumentRules
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission

ALIKE = 0.7
"""The share of common words from which two recommendations ask for the same."""
FEWEST_WORDS = 5
"""Words of a recommendation below which a comparison says nothing."""
MANY_THEMES, SHORT_DOCUMENT = 6, 3_000
"""Themes that a document with at most so many words can treat well."""
_WORD = pattern(r"[^\W\d_]{4,}|\d{2,}")

THEME_WITHOUT_ASK = RemarkType(
    "theme-without-ask",
    "recommendations",
    "warning",
    "Every theme ends with something that the body can ask of the State.",
    "Guides of the child rights and treaty body networks: a body takes up an issue more readily with a "
    "recommendation or a question for it.",
    bad="themes: [{theme: prison-health, facts: [F1]}]",
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: recommendation, text: Offer methadone in every prison by 2027 by law.}]
    """,
    other_levels="a note if the rules of the body do not say that it expects recommendations",
)
ASKS_MISSING = RemarkType(
    "asks-missing",
    "recommendations",
    "warning",
    "A submission asks for something.",
    "Guides of the child rights and treaty body networks: a body takes up an issue more readily with a "
    "recommendation or a question for it.",
    bad="""
    document: unodc/letter
    themes: [{theme: prison-health, facts: [F1]}]
    """,
    good="""
    document: unodc/letter
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: recommendation, text: Offer methadone in every prison by 2027 by law.}]
    """,
)
RECOMMENDATIONS_ALIKE = RemarkType(
    "recommendations-alike",
    "recommendations",
    "warning",
    "Each recommendation asks for something that no other one asks for.",
    "No body has such a rule: two nearly equal recommendations cost words, and each makes the other weaker.",
    bad="""
    themes:
      - theme: prison-health
        facts: [F1]
        own:
          - {kind: recommendation, text: Offer methadone treatment in each prison by 2027 under a new order.}
          - {kind: recommendation, text: Offer methadone treatment in each prison in 2027 under a new order.}
    """,
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        own:
          - {kind: recommendation, text: Offer methadone treatment in each prison by 2027 under a new order.}
          - {kind: recommendation, text: Offer methadone treatment in police stations by law from 2028.}
    """,
)
THEMES_MANY = RemarkType(
    "themes-many",
    "recommendations",
    "note",
    "A short document treats few themes and treats them well.",
    "Fact sheet on NGO submissions to the Universal Periodic Review: not every right has to be covered.",
    bad="""
    themes:
      - {theme: prison-health}
      - {theme: recovery}
      - {theme: women}
      - {theme: stigma}
      - {theme: privacy}
      - {theme: data}
      - {theme: cities}
    """,
    good="themes: [{theme: prison-health}, {theme: recovery}]",
)
NO_DATES = RemarkType(
    "recommendations-without-date",
    "recommendations",
    "note",
    "At least one recommendation says by when.",
    "UPR Info: a good recommendation is time-bound. States seldom copy a date, so this is advice.",
    bad="""
    themes:
      - theme: prison-health
        facts: [F1]
        own:
          - {kind: recommendation, text: Offer methadone in every prison through the health service.}
          - {kind: recommendation, text: Publish the deaths in each prison through the Statistics Office.}
          - {kind: recommendation, text: Repeal section 12 of the Narcotics Act on syringes.}
    """,
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        own:
          - {kind: recommendation, text: Offer methadone in each prison through the health service by 2027.}
          - {kind: recommendation, text: Publish the deaths in each prison through the Statistics Office.}
          - {kind: recommendation, text: Repeal section 12 of the Narcotics Act on syringes.}
    """,
)
TYPES = (THEME_WITHOUT_ASK, ASKS_MISSING, RECOMMENDATIONS_ALIKE, THEMES_MANY, NO_DATES)
SEVERAL = 3
"""Recommendations of the author's own from which one should say by when."""


def check_asks(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on themes without an ask, on too many themes, and on the author's own recommendations."""
    rules = submission.rules
    if "themes" not in rules.left_out and rules.stage != "case":
        yield from _themes_without_ask(submission)
        yield from _many_themes(submission)
    own = [passage for passage in submission.passages if passage.role == "recommendation" and passage.text]
    yield from _alike(own)
    if len(own) >= SEVERAL and not any(has_deadline(passage.text, submission.language) for passage in own):
        yield NO_DATES.remark(
            "your recommendations",
            "None of them says by when.",
            "If you can, name a year in the most important one.",
        )


def count_asks(answers: Answers, clauses: Iterable[Clause], rules: DocumentRules) -> int:
    """Return how many asks a document prints: recommendations, or questions if that is what it takes.

    *clauses* are the chosen ones. A case has no asks of this kind.
    """
    if "themes" in rules.left_out or rules.stage == "case":
        return 0
    kind = STAGE_KINDS[rules.stage][-1]
    own = sum(text.kind == kind for section in answers.themes for text in section.own)
    return own + sum(clause.head.kind == kind for clause in clauses)


def _themes_without_ask(submission: Submission) -> Iterator[Remark]:
    kind = STAGE_KINDS[submission.rules.stage][-1]
    required = submission.rules.required.value
    is_expected = isinstance(required, tuple) and f"{kind}s" in required
    printed = [section for section in submission.answers.themes if _has_content(section)]
    without = [section for section in printed if kind not in _kinds(section, submission)]
    if without and without == printed and not is_expected:
        yield ASKS_MISSING.remark(
            "the themes",
            f"No theme has a {kind}, so the reader does not learn what you ask for.",
            f"Add a {kind} to the themes that matter most.",
            path=("themes",),
        )
        return
    for section in without:
        yield THEME_WITHOUT_ASK.remark(
            submission.names.theme(section),
            f"It has no {kind}, so nobody can take anything from it.",
            f"Add a {kind}: a clause, or your own.",
            level="warning" if is_expected else "note",
            path=("themes", submission.answers.themes.index(section)),
        )


def _kinds(section: ThemeSection, submission: Submission) -> frozenset[str]:
    """Return the kinds of the clauses and of the author's own texts in *section*."""
    clauses = {clause.id: clause.head.kind for clause in submission.clauses}
    kinds = {clauses[entry.clause] for entry in section.clauses if entry.clause in clauses}
    return frozenset(kinds | {own.kind for own in section.own})


def _has_content(section: ThemeSection) -> bool:
    """Return whether anything is printed in the section; an empty one has a remark of its own."""
    return any((section.clauses, section.facts, section.cases, section.own))


def _many_themes(submission: Submission) -> Iterator[Remark]:
    count = len(submission.answers.themes)
    limit = submission.length.limit if submission.length else None
    if count > MANY_THEMES and limit is not None and limit <= SHORT_DOCUMENT:
        yield THEMES_MANY.remark(
            "the themes",
            f"There are {count} themes for at most {limit:,} words.",
            f"Choose up to {MANY_THEMES}. The body can take up only a few.",
            path=("themes",),
        )


def _alike(passages: list[Passage]) -> Iterator[Remark]:
    """Yield a warning on each recommendation that says nearly the same as an earlier one."""
    words = [frozenset(_WORD.findall(passage.text.lower())) for passage in passages]
    reported: set[int] = set()
    for first, second in combinations(range(len(passages)), 2):
        both, either = words[first] & words[second], words[first] | words[second]
        if second in reported or len(both) < FEWEST_WORDS or len(both) / len(either) < ALIKE:
            continue
        reported.add(second)
        yield RECOMMENDATIONS_ALIKE.remark(
            passages[second].place,
            f"It asks for nearly the same as {passages[first].place}.",
            "Keep the better one, or make clear how they differ.",
            path=passages[second].path,
        )
