"""How a typed text is shown: hidden characters with their numbers, lines that end between words."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from drafter.columns import columns, pieces
from drafter.screen_text import visible

INDENT = "  "
"""Before each row of a typed text but the first, which comes after the question or has the same."""


class ShowHidden(Processor):
    """Shows the number of each hidden character on a line, such as ``‹U+202E›``; the text does not change."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line as it is shown, with the mapping between positions in it and in the text."""
        letters = explode_text_fragments(transformation_input.fragments)
        return _transformation([(style, visible(letter)) for style, letter, *_ in letters])


class WrapWords(Processor):
    """Shows a line that is too long in rows that end between words; the text does not change.

    prompt_toolkit knows no such rows and begins a new one where the screen ends. So the row before a word
    that does not fit is filled with blanks.
    """

    def __init__(self, first_indent: Callable[[], int]) -> None:
        self._first_indent = first_indent
        """Returns the columns before the first row."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line as it is shown, with the mapping between positions in it and in the text."""
        letters = explode_text_fragments(transformation_input.fragments)
        text = "".join(letter for _, letter, *_ in letters)
        indent = len(INDENT) if transformation_input.lineno else self._first_indent()
        blanks = blanks_before(text, indent, transformation_input.width)
        return _transformation(
            [(style, " " * blanks.get(n, 0) + letter) for n, (style, letter, *_) in enumerate(letters)],
            [blanks.get(n, 0) for n in range(len(letters))],
        )


def blanks_before(text: str, indent: int, width: int) -> dict[int, int]:
    """Return how many blanks come before the letters of *text* with which a row of *width* columns begins.

    The first row begins after *indent* columns, the others after those of ``INDENT``. A word that no row can
    hold is broken where the row ends.
    """
    blanks: dict[int, int] = {}
    column, position = indent, 0
    for piece in pieces(text):
        size = columns(piece)
        # The last column stays free, as on all lines.
        if not piece.isspace() and column + size >= width and len(INDENT) + size < width:
            blanks[position] = max(width - column, 0)
            column = len(INDENT)
        for letter in piece:
            if column + columns(letter) > width:
                column = len(INDENT)
            column += columns(letter)
        position += len(piece)
    return blanks


def _transformation(shown: StyleAndTextTuples, leading: Sequence[int] = ()) -> Transformation:
    """Return the transformation of a line whose letters are shown as *shown*, one entry a letter.

    *leading* has the columns of each entry that come before its letter, if any do.
    """
    ends = [0, *accumulate(len(text) for _, text, *_ in shown)]
    starts = [end + (leading[n] if n < len(leading) else 0) for n, end in enumerate(ends)]

    def to_display(position: int) -> int:
        beyond = max(position - len(starts) + 1, 0)
        return starts[min(position, len(starts) - 1)] + beyond

    def to_source(position: int) -> int:
        beyond = max(position - ends[-1], 0)
        return max(bisect_right(starts, position) - 1, 0) + beyond

    return Transformation(shown, to_display, to_source)
