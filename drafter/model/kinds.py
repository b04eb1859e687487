"""The four kinds of clauses."""

from typing import Literal

ClauseKind = Literal["standard", "concern", "question", "recommendation"]
CLAUSE_KINDS: tuple[ClauseKind, ...] = ("standard", "concern", "question", "recommendation")
"""All kinds, in the order in which a section prints them."""
