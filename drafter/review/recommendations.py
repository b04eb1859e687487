"""Looking at a recommendation of the author's own, as it is typed.

An action verb, one action, how it is to be done, 15 to 35 words: what recommendations that were carried
out have in common.
"""

import re
from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.remark import Remark

SHORTEST, LONG, LONGEST = 8, 35, 50


def look_at(text: str, place: str, language: Language) -> Iterator[Remark]:
    """Yield what could make the recommendation *text* stronger; *place* names it for the person."""
    words = text.split()
    if not words:
        return
    asks = language.asks
    first = re.sub(r"\W", "", words[0].lower())
    if first in asks.non_verbs:
        yield Remark(
            "recommendation-verb", "warning", place, f"It begins with “{words[0]}”.",
            "Begin with what is to be done: Adopt, Repeal, Fund, Publish …",
        )  # fmt: skip
    elif first in asks.weak_verbs:
        yield Remark(
            "recommendation-weak", "warning", place, f"“{words[0]}” alone can be answered with a word.",
            "Ask for a step that can be seen: Adopt, Repeal, Fund, Publish …",
        )  # fmt: skip
    if asks.second_ask.search(text):
        yield Remark(
            "recommendation-two",
            "warning",
            place,
            "It asks for two things.",
            "Make two recommendations of it.",
        )
    if not asks.means.search(text):
        yield Remark(
            "recommendation-how",
            "note",
            place,
            "It does not say how.",
            "Add by, through or within: which law, body, date.",
        )
    yield from _length(len(words), place)


def _length(words: int, place: str) -> Iterator[Remark]:
    if words > LONGEST:
        yield Remark(
            "recommendation-long",
            "warning",
            place,
            f"It has {words} words; nobody quotes it whole.",
            "Cut it to 35.",
        )
    elif words > LONG:
        yield Remark("recommendation-long", "note", place, f"It has {words} words; 15 to 35 are read best.")
    elif words < SHORTEST:
        yield Remark(
            "recommendation-short", "note", place, f"It has {words} words.", "Name what, who and how."
        )
