"""What a merge leads to: the answers, what became of the edits, and what is still different."""

from drafter.answers.changes import Change
from drafter.drafting.merging.edits import Edit
from drafter.frozen import frozen
from drafter.model.node import Tree


@frozen
class Difference:
    """What the answers still build otherwise than the edited file has it."""

    printed: str
    """What the answers build now; empty if they build nothing there."""
    edited: str
    """What the file has; empty if it has nothing there."""


@frozen
class Merged:
    """The answers after a merge."""

    tree: Tree
    changes: tuple[Change, ...]
    """The changes that lead from the saved answers to *tree*."""
    done: tuple[Edit, ...]
    """The edits that the answers now build."""
    left: tuple[Edit, ...]
    """The accepted edits that no answer can hold."""
    differences: tuple[Difference, ...]
    """The lines of the accepted edits that are still different."""
