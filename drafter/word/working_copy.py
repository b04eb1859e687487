"""A working copy: a Word file in which colleagues fill gaps and read comments.

Each gap is a content control, each line has a hidden bookmark, and comments stand beside the text. A final
file has none of them.
"""

from collections.abc import Mapping
from typing import TypeAlias

from drafter.frozen import factory_default, frozen
from drafter.patterns import pattern

AUTHOR = "drafter"
"""The author of every comment that drafter writes: no person wrote it."""
LINE_NAME = pattern(r"_d[0-9a-f]{8}(?:_\d+)?")
"""The names of the bookmarks around lines. The ``_`` makes Word hide them."""
CommentText: TypeAlias = tuple[str, ...]
"""The paragraphs of a comment."""


@frozen
class GapControl:
    """The content control of a gap, with a comment on it."""

    tag: str
    """The name by which drafter knows the gap again; Word does not show it."""
    title: str
    """What Word shows above the control while somebody fills it."""
    comment: CommentText = ()
    """The comment on the gap; empty for none."""


@frozen
class WorkingCopy:
    """What a Word file has only while people work on it."""

    lines: tuple[str, ...] = ()
    """The name of the bookmark around each line, in the order of ``lines_of(document.blocks)``."""
    gaps: tuple[GapControl, ...] = ()
    """The gaps in reading order: first those of the text, then those of the notes."""
    comments: Mapping[int, tuple[CommentText, ...]] = factory_default(factory=dict)
    """The comments on whole lines, by the number of the line, from 0."""
