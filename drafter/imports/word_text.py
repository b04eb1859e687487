"""The text of a Word file that was read, without notes and hidden text."""

from collections.abc import Iterable, Iterator

from drafter.word.reader.document import ReadDocument, ReadField, ReadInline, ReadParagraph, ReadText

_HEAD_PARAGRAPHS = 60
"""Paragraphs that may be the head of a document."""


def paragraph_text(paragraph: ReadParagraph) -> str:
    """Return the text of *paragraph* as Word shows it, without its list number and its note marks."""
    return "".join(_texts(paragraph.inlines))


def paragraphs_of(read: ReadDocument) -> Iterator[ReadParagraph]:
    """Yield the paragraphs of *read* in order, those in tables included."""
    for block in read.blocks:
        if isinstance(block, ReadParagraph):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row.cells for paragraph in cell)


def cell_lines(cell: Iterable[ReadParagraph]) -> tuple[str, ...]:
    """Return the text of each paragraph of a cell, with the number or dash that Word shows before it."""
    return tuple(
        f"{paragraph.number} {text}" if paragraph.number else text
        for paragraph, text in ((paragraph, paragraph_text(paragraph)) for paragraph in cell)
    )


def head_lines(read: ReadDocument) -> Iterator[str]:
    """Yield the lines that may say what the document is: page headers, first paragraphs, its title."""
    for header in read.headers_and_footers:
        yield from map(paragraph_text, header.paragraphs)
    paragraphs = (block for block in read.blocks if isinstance(block, ReadParagraph))
    for _, paragraph in zip(range(_HEAD_PARAGRAPHS), paragraphs, strict=False):
        yield paragraph_text(paragraph)
    yield from (value for name, value in read.properties if name == "title")


def _texts(inlines: Iterable[ReadInline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, ReadText):
            if not inline.format.hidden:
                yield inline.text
        elif isinstance(inline, ReadField):
            yield from _texts(inline.result)
