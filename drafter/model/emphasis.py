"""Documents without bold and italics, for recipients that accept only plain text."""

from drafter.frozen import replaced
from drafter.model.blocks import Document, Text
from drafter.model.changed_lines import Line, with_changed_lines


def without_emphasis(document: Document) -> Document:
    """Return *document* without bold and italics."""
    return with_changed_lines(document, _plain)


def _plain(line: Line) -> Line:
    return tuple(
        replaced(inline, bold=False, italic=False) if isinstance(inline, Text) else inline for inline in line
    )
