"""Random edits of a document, as values: words, sentences, paragraphs, items and notes."""

import re
from collections.abc import Callable, Sequence
from random import Random

from drafter.frozen import replaced
from drafter.model.blocks import Block, Document, Inline, Listing, NoteMark, Paragraph, Reference, Table, Text

WORDS = ("clinic", "Zenda", "closed", "after", "the", "new", "director", "came", "and", "nobody", "was")
_REFERENCE_NUMBERS = re.compile(r"(?<=paragraphs )[0-9]+, [0-9]+ and [0-9]+")
_LONG = 60
"""Characters of a paragraph that is worth an edit."""
Line = tuple[Inline, ...]


def with_numbers_of_notes(document: Document, order: list[int] | None = None) -> Document:
    """Return *document* as it is read from a Word file: the key of each note mark is the number of the note.

    *order* collects the numbers of the notes that the marks had before.
    """
    numbers = [] if order is None else order

    def renumbered(line: Line) -> Line:
        inlines: list[Inline] = []
        for inline in line:
            if isinstance(inline, NoteMark):
                numbers.append(int(inline.key) if inline.key.isdecimal() else len(numbers) + 1)
                inlines.append(NoteMark(str(len(numbers))))
            elif isinstance(inline, Reference):
                inlines.append(Text(inline.text))
            else:
                inlines.append(inline)
        return tuple(inlines)

    return replaced(document, blocks=tuple(_mapped(block, renumbered) for block in document.blocks))


def without_paragraph_numbers(text: str) -> str:
    """Return *text* with ``#`` for the numbers of the paragraphs that it refers to: they move."""
    return _REFERENCE_NUMBERS.sub("#, # and #", text)


def _mapped(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Listing(items=items):
            return replaced(
                block, items=tuple(tuple(_mapped(part, change) for part in item) for item in items)
            )
        case Table(header=header, rows=rows):
            changed = tuple(tuple(map(change, row)) for row in rows)
            return replaced(block, header=tuple(map(change, header)), rows=changed)
        case Paragraph(inlines=inlines):
            return replaced(block, inlines=change(inlines))
        case _:
            return block


def randomly_edited(document: Document, random: Random) -> Document:
    """Return *document* with one random edit, or as it is if the edit does not fit."""
    blocks = list(document.blocks)
    long = [index for index, block in enumerate(blocks) if _is_long(block)]
    lists = [index for index, block in enumerate(blocks) if isinstance(block, Listing)]
    if long:
        edit = random.choice(_EDITS)
        edit(blocks, random.choice(long), lists, random)
    order: list[int] = []
    edited = with_numbers_of_notes(replaced(document, blocks=tuple(blocks)), order)
    return replaced(edited, notes=tuple(document.notes[number - 1] for number in order))


def _is_long(block: Block) -> bool:
    texts = block.inlines if isinstance(block, Paragraph) and block.role in ("body", "lead") else ()
    return sum(len(inline.text) for inline in texts if isinstance(inline, Text)) > _LONG


def _sentence(random: Random) -> str:
    return f"{' '.join(random.choices(WORDS, k=10)).capitalize()}."


def _paragraph(blocks: Sequence[Block], index: int) -> Paragraph:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    return block


def _texts(paragraph: Paragraph) -> list[int]:
    return [n for n, part in enumerate(paragraph.inlines) if isinstance(part, Text) and len(part.text) > 20]


def _word(blocks: list[Block], index: int, _: list[int], random: Random) -> None:
    paragraph = _paragraph(blocks, index)
    inlines = list(paragraph.inlines)
    number = random.choice(_texts(paragraph) or [0])
    if isinstance(text := inlines[number], Text):
        words = text.text.split(" ")
        position = random.randrange(len(words))
        words[position : position + random.randrange(3)] = [random.choice(WORDS)]
        inlines[number] = replaced(text, text=" ".join(words))
        blocks[index] = replaced(paragraph, inlines=tuple(inlines))


def _appended(blocks: list[Block], index: int, _: list[int], random: Random) -> None:
    paragraph = _paragraph(blocks, index)
    blocks[index] = replaced(paragraph, inlines=(*paragraph.inlines, Text(f" {_sentence(random)}")))


def _deleted(blocks: list[Block], index: int, _: list[int], __: Random) -> None:
    del blocks[index]


def _inserted(blocks: list[Block], index: int, _: list[int], random: Random) -> None:
    blocks.insert(index + 1, replaced(_paragraph(blocks, index), inlines=(Text(_sentence(random)),)))


def _split(blocks: list[Block], index: int, _: list[int], __: Random) -> None:
    paragraph = _paragraph(blocks, index)
    for number in _texts(paragraph)[:1]:
        text = paragraph.inlines[number]
        assert isinstance(text, Text)
        middle = text.text.find(" ", len(text.text) // 2)
        if middle > 0:
            first = (*paragraph.inlines[:number], replaced(text, text=text.text[:middle]))
            second = (replaced(text, text=text.text[middle + 1 :]), *paragraph.inlines[number + 1 :])
            blocks[index : index + 1] = [replaced(paragraph, inlines=part) for part in (first, second)]


def _joined(blocks: list[Block], index: int, _: list[int], __: Random) -> None:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(following, Paragraph) and following.role == "body":
        paragraph = _paragraph(blocks, index)
        inlines = (*paragraph.inlines, Text(" "), *following.inlines)
        blocks[index : index + 2] = [replaced(paragraph, inlines=inlines)]


def _swapped(blocks: list[Block], index: int, _: list[int], __: Random) -> None:
    if index + 1 < len(blocks) and _is_long(blocks[index + 1]):
        blocks[index], blocks[index + 1] = blocks[index + 1], blocks[index]


def _item_added(blocks: list[Block], _: int, lists: list[int], random: Random) -> None:
    listing = blocks[random.choice(lists)] if lists else None
    if isinstance(listing, Listing):
        position = random.randrange(len(listing.items)) + 1
        item = (Paragraph((Text(_sentence(random)),)),)
        items = (*listing.items[:position], item, *listing.items[position:])
        blocks[blocks.index(listing)] = replaced(listing, items=items)


def _item_deleted(blocks: list[Block], _: int, lists: list[int], random: Random) -> None:
    long = [index for index in lists if len(getattr(blocks[index], "items", ())) > 2]
    if long:
        listing = blocks[random.choice(long)]
        assert isinstance(listing, Listing)
        position = random.randrange(len(listing.items))
        items = (*listing.items[:position], *listing.items[position + 1 :])
        blocks[blocks.index(listing)] = replaced(listing, items=items)


_EDITS = (
    _word, _word, _appended, _deleted, _inserted, _split, _joined, _swapped, _item_added, _item_deleted,
)  # fmt: skip
