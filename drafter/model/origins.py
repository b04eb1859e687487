"""Where each part of a document comes from: the paths of the answers and clauses that its lines print."""

from drafter.frozen import frozen
from drafter.yaml_text.key_path import KeyPath as KeyPath  # also for the rooms that do not read YAML


@frozen
class Span:
    """A part of a line, from *start* to before *end*, and the path of what is printed there.

    Positions count the characters of the line's texts and references; a gap, a note mark and any other inline
    is one.
    """

    start: int
    end: int
    path: KeyPath


LineOrigins = tuple[Span, ...]
"""The spans of a line, the outer ones before those within them."""


@frozen
class Origins:
    """The origins of a document, line by line as ``lines_of(document.blocks)`` yields them."""

    lines: tuple[LineOrigins, ...]
    notes: tuple[tuple[str, ...], ...] = ()
    """The keys that each note cites, in the order of the notes."""
