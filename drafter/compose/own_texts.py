"""The author's own texts in a section: their wording, and where they are printed."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from drafter.compose.views import AskView
from drafter.compose.wording import OpenAnswer, Prose, nonblank, prose_or_open
from drafter.language.labels import GapName
from drafter.language.language import Language
from drafter.markup.escaping import gap
from drafter.model.answers import OwnText

HEADING = "heading"
"""The place of an own text that is the first of its kind in the section."""
Follower: TypeAlias = tuple[str, AskView]
"""What an own text may follow: its clause, case or fact, and what is printed."""


class OwnTexts:
    """The own texts of a section: some follow a clause, a case or a fact, the others follow all clauses."""

    def __init__(self, texts: Iterable[tuple[OwnText, AskView]]) -> None:
        self._waiting = list(texts)

    def placed(self, kind: str, printed: Iterable[Follower], *, before: str = "") -> tuple[AskView, ...]:
        """Return what is *printed*, with the own texts of *kind* after what they follow.

        Those that follow *before* come first.
        """
        views = list(self._take(kind, before)) if before else []
        for key, view in printed:
            views += [view, *self._take(kind, key)]
        return tuple(views)

    def others(self, kind: str) -> tuple[AskView, ...]:
        """Return the own texts of *kind* that follow nothing in particular, or nothing that is printed."""
        return tuple(view for own, view in self._waiting if own.kind == kind)

    def _take(self, kind: str, key: str) -> Iterator[AskView]:
        """Yield the own texts of *kind* that follow *key*, each once."""
        taken = [pair for pair in self._waiting if pair[0].kind == kind and pair[0].after == key]
        self._waiting = [pair for pair in self._waiting if all(pair is not each for each in taken)]
        yield from (view for _, view in taken)


RECOMMENDATION_PARTS: tuple[GapName, ...] = ("verb", "what", "how", "by_when")
"""The parts of an author's own recommendation, in the order of the sentence."""
OWN_TEXT_GAPS: dict[str, GapName] = {
    "paragraph": "own_paragraph",
    "question": "own_question",
    "recommendation": "own_recommendation",
}
"""The label of an own text that is not written yet, by its kind."""


def own_wording(own: OwnText, language: Language) -> str:
    """Return the author's own text as Markdown. One made of parts has a gap for each part that is open."""
    missing = language.gap(OWN_TEXT_GAPS[own.kind])
    if nonblank(own.text) is not None or not own.parts.model_fields_set:
        typed = nonblank(own.text)
        is_ask = typed is not None and own.kind == "recommendation"
        return prose_or_open(language.with_full_stop(typed) if typed and is_ask else typed, missing)
    parts: list[str] = []
    for name in RECOMMENDATION_PARTS:
        value = getattr(own.parts, name)
        if value is None and (name in own.parts.model_fields_set or name in ("verb", "what")):
            parts.append(gap(language.gap(name)))
        elif nonblank(value):
            parts.append(prose_or_open(value, "").rstrip("."))
    return Prose(f"{language.upper_first(' '.join(parts))}.") if parts else OpenAnswer(missing)
