"""Checks of a recommendation that the authors have written themselves.

A strong recommendation begins with an action verb, asks for one action, says how, and has 15 to 35 words.
Recommendations that States have carried out have these features in common.
"""

import re
from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.remark import Remark

SHORTEST, LONG, LONGEST = 8, 35, 50
"""Words below which a recommendation is too short, and above which it is long and too long."""


def check_recommendation(text: str, place: str, language: Language) -> Iterator[Remark]:
    """Yield remarks on what would make the recommendation *text* stronger; *place* is its display name."""
    words = text.split()
    if not words:
        return
    ask_words = language.asks
    first = re.sub(r"\W", "", words[0].lower())
    if first in ask_words.non_verbs:
        yield Remark(
            "recommendation-verb", "warning", place, f"It begins with “{words[0]}”, not with an action.",
            "Begin with the action: Adopt, Repeal, Fund, Publish …",
        )  # fmt: skip
    elif first in ask_words.weak_verbs:
        yield Remark(
            "recommendation-weak", "warning", place, f"A State can agree to “{words[0]}” and change nothing.",
            "Ask for an action that people can see: Adopt, Repeal, Fund, Publish …",
        )  # fmt: skip
    if ask_words.second_ask.search(text):
        yield Remark(
            "recommendation-two",
            "warning",
            place,
            "It asks for two things.",
            "Split it into two recommendations.",
        )
    if not ask_words.means.search(text):
        yield Remark(
            "recommendation-how",
            "note",
            place,
            "It does not say how.",
            "Add by, through or within, and a law, a body or a date.",
        )
    yield from _length(len(words), place)


def _length(words: int, place: str) -> Iterator[Remark]:
    if words > LONGEST:
        yield Remark(
            "recommendation-long",
            "warning",
            place,
            f"It has {words} words. That is too long to be quoted in full.",
            "Shorten it to 35 words or fewer.",
        )
    elif words > LONG:
        yield Remark(
            "recommendation-long",
            "note",
            place,
            f"It has {words} words. Recommendations of 15 to 35 words are read best.",
        )
    elif words < SHORTEST:
        yield Remark(
            "recommendation-short",
            "note",
            place,
            f"It has only {words} words.",
            "Say who should do what, and how.",
        )
