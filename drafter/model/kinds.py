"""The kinds of clauses."""

from typing import Literal

ClauseKind = Literal["standard", "concern", "conclusion", "question", "recommendation"]
CLAUSE_KINDS: tuple[ClauseKind, ...] = ("standard", "concern", "conclusion", "question", "recommendation")
"""All kinds, in the order in which a section prints them."""
PARAGRAPH_KINDS: tuple[ClauseKind, ...] = ("standard", "concern", "conclusion")
"""The kinds that are printed as paragraphs of a section."""
ASKING_KINDS: tuple[ClauseKind, ...] = ("question", "recommendation")
"""The kinds that ask for something, and have no room for facts."""
