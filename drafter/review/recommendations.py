"""The check of a recommendation that the authors have written themselves.

A strong recommendation begins with an action verb, asks for one action, says how, and has 15 to 35 words.
Recommendations that States have carried out have these features in common.
"""

import re
from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
from drafter.review.passages import Passage
from drafter.review.submission import Submission

SHORTEST, LONG, LONGEST = 8, 35, 50
"""Words below which a recommendation is too short, and above which it is long and too long."""
ACTIONS_SOURCE = (
    "UPR Info, categories of action (E. McMahon), which rank recommendations by their first verb."
)

VERB = RemarkType(
    "recommendation-verb", "recommendations", "warning",
    "A recommendation begins with the action that it asks for.",
    ACTIONS_SOURCE,
    bad="The Government should close the compulsory centres by 2027.",
    good="Close the compulsory centres by 2027 through an order of the Ministry of Health.",
    example="recommendation",
)  # fmt: skip
WEAK = RemarkType(
    "recommendation-weak", "recommendations", "warning",
    "A recommendation asks for an action whose result people can see.",
    ACTIONS_SOURCE,
    bad="Consider the opening of a needle programme in each prison by 2027.",
    good="Open a needle programme in each prison by 2027 through the prison health service.",
    example="recommendation",
)  # fmt: skip
TWO = RemarkType(
    "recommendation-two", "recommendations", "warning",
    "A recommendation asks for one action.",
    "UPR Info training: one issue, one action in each recommendation.",
    bad="Repeal section 12 of the Act and fund two needle programmes by 2027.",
    good="Repeal section 12 of the Act by 2027, so that nobody is charged for a syringe.",
    example="recommendation",
)  # fmt: skip
HOW = RemarkType(
    "recommendation-how", "recommendations", "note",
    "A recommendation says how it should be carried out: through which law, body or budget.",
    "UPR Info training: a recommendation that names only a result can hardly be measured.",
    bad="Open needle programmes in every prison of the country next year.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health.",
    example="recommendation",
)  # fmt: skip
LENGTH = RemarkType(
    "recommendation-long", "recommendations", "warning",
    "A recommendation has 15 to 35 words.",
    "Counted in 632 recommendations of the Universal Periodic Review: half have 20 words or fewer, nine of "
    "ten 35 or fewer.",
    bad="Open needle programmes in every prison of the country, in every police station of the capital and "
    "in every centre of the Ministry of the Interior, with staff of the health service, without a condition "
    "of abstinence, without any test of urine and without any record that the police or the courts could use "
    "against the people who come to them.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health.",
    example="recommendation",
    other_levels="a note from 36 to 50 words",
)  # fmt: skip
SHORT = RemarkType(
    "recommendation-short", "recommendations", "note",
    "A recommendation says who should do what, and how.",
    "Counted in 632 recommendations of the Universal Periodic Review: hardly any has fewer than eight words.",
    bad="Open needle programmes.",
    good="Open needle programmes in every prison through the budget of the Ministry of Health.",
    example="recommendation",
)  # fmt: skip
TYPES = (VERB, WEAK, TWO, HOW, LENGTH, SHORT)


def check_recommendation(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on what would make *passage* stronger, if it is a recommendation."""
    words = passage.text.split()
    if passage.role != "recommendation" or not words:
        return
    asks, place, path = submission.language.asks, passage.place, passage.path
    first = re.sub(r"\W", "", words[0].lower())
    actions = "Adopt, Repeal, Fund, Publish …"
    if first in asks.non_verbs:
        text = f"It begins with “{words[0]}”, not with an action."
        yield VERB.remark(place, text, f"Begin with the action: {actions}", path=path)
    elif first in asks.weak_verbs:
        text = f"A State can agree to “{words[0]}” and change nothing."
        yield WEAK.remark(place, text, f"Ask for an action that people can see: {actions}", path=path)
    if asks.second_ask.search(passage.text):
        yield TWO.remark(place, "It asks for two things.", "Split it into two recommendations.", path=path)
    if not asks.means.search(passage.text):
        remedy = "Add by, through or within, and a law, a body or a date."
        yield HOW.remark(place, "It does not say how.", remedy, path=path)
    yield from _length(len(words), passage)


def _length(words: int, passage: Passage) -> Iterator[Remark]:
    place, path = passage.place, passage.path
    if words > LONGEST:
        text = f"It has {words} words. That is too long to be quoted in full."
        yield LENGTH.remark(place, text, f"Shorten it to {LONG} words or fewer.", path=path)
    elif words > LONG:
        text = f"It has {words} words. Recommendations of 15 to 35 words are read best."
        yield LENGTH.remark(place, text, level="note", path=path)
    elif words < SHORTEST:
        text = f"It has only {words} words."
        yield SHORT.remark(place, text, "Say who should do what, and how.", path=path)
