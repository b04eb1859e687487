"""References to other parts, ``{paragraph recovery}``, in printed and in edited lines.

A Word file has only their words, such as "paragraph 12". Where an edited line still has these words, they
stand for what the author typed.
"""

from collections.abc import Iterable, Iterator, Sequence

from drafter.drafting.merging.line_diff import LineDiff
from drafter.drafting.merging.lines import Line, lines_of_document, part, text_of
from drafter.frozen import replaced
from drafter.model.blocks import Document, Inline, Reference
from drafter.model.origins import Origins

_Stretch = tuple[int, int, Reference]
"""Where the words of a reference begin and end in a line's text, and the reference."""


def printed_lines(document: Document, origins: Origins) -> list[Line]:
    """Return the lines of *document* with their origins, and each reference as the author typed it."""
    return [_with_typed_references(line) for line in lines_of_document(document, origins)]


def _with_typed_references(line: Line) -> Line:
    """Return the printed *line* with one inline for all the words that are printed for one reference."""
    stretches: list[_Stretch] = []
    for start, inline in _placed(line.inlines):
        if isinstance(inline, Reference) and (typed := inline.typed):
            words = typed.before + typed.after
            begin = start - len(typed.before)
            stretches.append((begin, begin + len(words), Reference(typed.target, words)))
    return _with_inlines(line, stretches)


def with_kept_references(old: Line, new: Line) -> Line:
    """Return the edited line *new* with the references of *old* whose words it still has."""
    references = [(start, inline) for start, inline in _placed(old.inlines) if isinstance(inline, Reference)]
    if not references:
        return new
    difference = LineDiff(old.text, new.text)
    stretches: list[_Stretch] = []
    for start, reference in references:
        end = start + len(reference.text)
        if difference.is_kept(start, end):
            stretches.append((difference.end(start), difference.start(end), reference))
    return _with_inlines(new, stretches)


def as_saved(lines: Iterable[Line]) -> list[Line]:
    """Return *lines* with references as an answers file has them: as typed, without words."""
    return [_with_saved_references(line) for line in lines]


def _with_saved_references(line: Line) -> Line:
    inlines = tuple(
        Reference(inline.target) if isinstance(inline, Reference) else inline for inline in line.inlines
    )
    return replaced(line, block=replaced(line.block, inlines=inlines))


def _placed(inlines: Iterable[Inline]) -> Iterator[tuple[int, Inline]]:
    """Yield each of *inlines* with where it begins in the text."""
    position = 0
    for inline in inlines:
        yield position, inline
        position += len(text_of((inline,)))


def _with_inlines(line: Line, stretches: Sequence[_Stretch]) -> Line:
    """Return *line* with a reference in place of the words of each of *stretches*."""
    if not stretches:
        return line
    inlines: list[Inline] = []
    done = 0
    for start, end, reference in stretches:
        inlines += (*part(line.inlines, done, start), reference)
        done = end
    inlines += part(line.inlines, done, len(line.text))
    return replaced(line, block=replaced(line.block, inlines=tuple(inlines)))
