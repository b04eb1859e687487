"""How the recommendations of a document are grouped, and when each is to be carried out."""

from typing import Literal

from drafter.model.answer_model import AnswerModel

Grouping = Literal["theme", "addressee", "time"]
"""What the recommendations are grouped by."""
Term = Literal["now", "year", "review"]
"""When a recommendation is to be carried out: immediately, within one year, before the next review."""


class RecommendationOrder(AnswerModel):
    """How the recommendations are grouped; within a group they keep the author's order."""

    grouped_by: Grouping | None = None
    """Without it, they are grouped as is usual for the document."""
