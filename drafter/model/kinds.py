"""The four kinds of clauses."""

from typing import Literal

ClauseKind = Literal["standard", "concern", "question", "recommendation"]
CLAUSE_KINDS: tuple[ClauseKind, ...] = ("standard", "concern", "question", "recommendation")
"""All kinds, in the order in which a section prints them."""
ASKING_KINDS: tuple[ClauseKind, ...] = ("question", "recommendation")
"""The kinds that ask for something, and have no room for facts."""
