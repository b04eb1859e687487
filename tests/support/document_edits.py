"""Documents edited as colleagues edit them: words, paragraphs, items, rows, notes, headings, formats."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from random import Random

from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    PageTurn,
    Paragraph,
    Table,
    Text,
)
from drafter.model.changed_lines import with_changed_lines

Line = tuple[Inline, ...]
Edit = Callable[[list[Block], Random], None]
_NEW = "A new sentence that a colleague has added here."


def edited(document: Document, random: Random, count: int) -> Document:
    """Return *document*, as the reader gives it, with *count* random edits; the notes follow their marks."""
    blocks = list(document.blocks)
    notes = {str(number): note for number, note in enumerate(document.notes, 1)}
    for number in range(count):
        random.choice(EDITS)(blocks, random)
        if random.random() < 0.3:
            notes[f"new {number}"] = (Text(f"New note, p. {number}."),)
            _change_line(blocks, random, partial(_with_mark, random, f"new {number}"))
        if notes and random.random() < 0.3:
            key = random.choice(sorted(notes))
            notes[key] = _changed_words(notes[key], random)
    return _renumbered(document, blocks, notes)


# ---- edits ----


def change_words(blocks: list[Block], random: Random) -> None:
    """Change some words of a line."""
    _change_line(blocks, random, lambda line: _changed_words(line, random))


def make_bold(blocks: list[Block], random: Random) -> None:
    """Make a text bold, or no longer."""

    def bold(line: Line) -> Line:
        index = random.randrange(len(line)) if line else 0
        return tuple(
            Text(each.text, not each.bold, each.italic)
            if number == index and isinstance(each, Text)
            else each
            for number, each in enumerate(line)
        )

    _change_line(blocks, random, bold)


def fill_gap(blocks: list[Block], random: Random) -> None:
    """Write words in place of the gaps of a line, or a gap at its end."""

    def fill(line: Line) -> Line:
        if any(isinstance(each, Gap) for each in line):
            return _merged(Text("the words") if isinstance(each, Gap) else each for each in line)
        return (*line, Gap("what is open")) if line else line

    _change_line(blocks, random, fill)


def drop_mark(blocks: list[Block], random: Random) -> None:
    """Delete the note marks of a line."""
    _change_line(
        blocks, random, lambda line: _merged(each for each in line if not isinstance(each, NoteMark))
    )


def delete(blocks: list[Block], random: Random) -> None:
    """Delete a block."""
    if len(blocks) > 2:
        del blocks[random.randrange(len(blocks))]


def insert(blocks: list[Block], random: Random) -> None:
    """Insert a block of a random kind."""
    text = (Text(f"{_NEW} It is number {random.randrange(1000)}."),)
    other = (Text(f"Another one, {random.randrange(1000)}."),)
    kinds: list[Block] = [
        Paragraph(text, numbered=random.random() < 0.5),
        Paragraph(text, random.choice(("quote", "signature", "lead"))),
        Heading(text, 1),
        Listing(((Paragraph(text),), (Paragraph(other),)), ordered=random.random() < 0.5),
        Table((text, other), ((other, text), (text,))),
    ]
    blocks.insert(random.randrange(len(blocks) + 1), random.choice(kinds))


def move(blocks: list[Block], random: Random) -> None:
    """Move a block elsewhere."""
    block = blocks.pop(random.randrange(len(blocks)))
    blocks.insert(random.randrange(len(blocks) + 1), block)


def split_or_join(blocks: list[Block], random: Random) -> None:
    """Split a paragraph in two, or join two."""
    places = [index for index, each in enumerate(blocks) if isinstance(each, Paragraph)]
    if not places:
        return
    index = random.choice(places)
    block, following = blocks[index], blocks[index + 1 : index + 2]
    assert isinstance(block, Paragraph)
    if following and isinstance(following[0], Paragraph) and random.random() < 0.5:
        joined = _merged((*block.inlines, Text(" "), *following[0].inlines))
        blocks[index : index + 2] = [Paragraph(joined, block.role, block.numbered)]
        return
    texts = [
        number for number, each in enumerate(block.inlines) if isinstance(each, Text) and " " in each.text
    ]
    if not texts:
        return
    number = random.choice(texts)
    text = block.inlines[number]
    assert isinstance(text, Text)
    head, _, tail = text.text.partition(" ")
    if head.strip() and tail.strip():
        first = (*block.inlines[:number], Text(head, text.bold, text.italic))
        second = (Text(tail, text.bold, text.italic), *block.inlines[number + 1 :])
        blocks[index : index + 1] = [replaced(block, inlines=first), replaced(block, inlines=second)]


def change_kind(blocks: list[Block], random: Random) -> None:
    """Turn numbers off or on, change a heading's level, or turn a heading into text and back."""
    index = random.randrange(len(blocks))
    match blocks[index]:
        case Paragraph(inlines=inlines, numbered=numbered):
            other: Block = (
                Heading(inlines, 1) if random.random() < 0.3 else Paragraph(inlines, "body", not numbered)
            )
            blocks[index] = other
        case Heading(inlines=inlines, level=level):
            blocks[index] = Heading(inlines, 1) if level > 1 else Paragraph(inlines)
        case Listing(items=items, ordered=ordered):
            blocks[index] = Listing(items, not ordered)
        case _:
            pass


def change_list(blocks: list[Block], random: Random) -> None:
    """Add, delete or swap items of a list, or turn it into paragraphs."""
    places = [index for index, each in enumerate(blocks) if isinstance(each, Listing)]
    if not places:
        return
    index = random.choice(places)
    block = blocks[index]
    assert isinstance(block, Listing)
    items = list(block.items)
    match random.randrange(4):
        case 0:
            items.insert(random.randrange(len(items) + 1), (Paragraph((Text(f"A new item: {_NEW}"),)),))
        case 1 if len(items) > 1:
            del items[random.randrange(len(items))]
        case 2:
            random.shuffle(items)
        case _:
            half = len(items) // 2
            if half:
                middle = Paragraph((Text(f"Between two lists: {_NEW}"),))
                blocks[index : index + 1] = [
                    Listing(tuple(items[:half]), block.ordered),
                    middle,
                    Listing(tuple(items[half:]), block.ordered),
                ]
                return
    blocks[index] = Listing(tuple(items), block.ordered)


def change_table(blocks: list[Block], random: Random) -> None:
    """Add, delete or swap rows of a table, or add a column."""
    places = [index for index, each in enumerate(blocks) if isinstance(each, Table)]
    if not places:
        return
    index = random.choice(places)
    block = blocks[index]
    assert isinstance(block, Table)
    rows, columns = list(block.rows), max(map(len, (block.header, *block.rows)))
    match random.randrange(4):
        case 0:
            row = tuple((Text(f"{_NEW} {number}"),) for number in range(columns))
            rows.insert(random.randrange(len(rows) + 1), row)
        case 1 if len(rows) > 1:
            del rows[random.randrange(len(rows))]
        case 2:
            random.shuffle(rows)
        case _ if len(block.header) == columns:
            cell: Line = (Text("new"),)
            rows = [(*row, cell) if len(row) == columns else row for row in rows]
            blocks[index] = Table((*block.header, cell), tuple(rows))
            return
    blocks[index] = Table(block.header, tuple(rows))


EDITS: tuple[Edit, ...] = (
    change_words, change_words, make_bold, fill_gap, drop_mark, delete, insert, insert, move, split_or_join,
    change_kind, change_list, change_table,
)  # fmt: skip


# ---- lines ----


def _change_line(blocks: list[Block], random: Random, change: Callable[[Line], Line]) -> None:
    """Replace a random line by what *change* makes of it, unless nothing would be left."""
    index = random.randrange(len(blocks))
    blocks[index] = _with_changed_line(blocks[index], random, change)


def _with_changed_line(block: Block, random: Random, change: Callable[[Line], Line]) -> Block:
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return replaced(block, inlines=_merged(change(inlines)) or inlines)
        case Listing(items=items, ordered=ordered):
            item = random.randrange(len(items))
            inner = list(items[item])
            part = random.randrange(len(inner))
            inner[part] = _with_changed_line(inner[part], random, change)
            return Listing((*items[:item], tuple(inner), *items[item + 1 :]), ordered)
        case Table(header=header, rows=rows):
            every = [header, *rows]
            number = random.randrange(len(every))
            row = list(every[number])
            cell = random.randrange(len(row))
            row[cell] = _merged(change(row[cell]))
            every[number] = tuple(row)
            return Table(every[0], tuple(every[1:]))
        case PageTurn():
            return block


def _changed_words(line: Line, random: Random) -> Line:
    """Return *line* with a word deleted, replaced or added in one of its texts."""
    texts = [index for index, each in enumerate(line) if isinstance(each, Text) and each.text.strip()]
    if not texts:
        return line
    index = random.choice(texts)
    text = line[index]
    assert isinstance(text, Text)
    words = text.text.split(" ")
    place = random.randrange(len(words))
    words[place : place + random.randrange(3)] = random.choice(([], ["often"], ["and", "others"]))
    changed = " ".join(words)
    new = (Text(changed, text.bold, text.italic),) if changed.strip() else ()
    return (*line[:index], *new, *line[index + 1 :])


def _with_mark(random: Random, key: str, line: Line) -> Line:
    if not line:
        return line
    place = random.randrange(1, len(line) + 1)
    return (*line[:place], NoteMark(key), *line[place:])


def _merged(line: Iterable[Inline]) -> Line:
    """Return *line* with texts in the same format joined; nothing if only blanks are left."""
    merged: list[Inline] = []
    for each in line:
        last = merged[-1] if merged else None
        if isinstance(each, Text) and isinstance(last, Text) and _format(each) == _format(last):
            merged[-1] = Text(last.text + each.text, *_format(last))
        else:
            merged.append(each)
    has_words = any(not isinstance(each, Text) or each.text.strip() for each in merged)
    return tuple(merged) if has_words else ()


def _format(text: Text) -> tuple[bool, bool]:
    return text.bold, text.italic


# ---- notes ----


def _renumbered(document: Document, blocks: list[Block], notes: dict[str, Line]) -> Document:
    """Return *document* with *blocks*, its marks numbered again, and the *notes* in their order."""
    keys: list[str] = []
    changed = with_changed_lines(replaced(document, blocks=tuple(blocks), notes=()), partial(_numbered, keys))
    numbers = {key: number for number, key in enumerate(keys, 1)}
    return replaced(changed, notes=tuple(_merged(_cited(notes[key], numbers)) for key in keys))


def _numbered(keys: list[str], line: Line) -> Line:
    """Return *line* with the numbers of its marks, whose keys are added to *keys*; each has one mark."""
    kept: list[Inline] = []
    for each in line:
        if isinstance(each, NoteMark) and each.key not in keys:
            keys.append(each.key)
            kept.append(NoteMark(str(len(keys))))
        elif not isinstance(each, NoteMark):
            kept.append(each)
    return _merged(kept) or ((Text("Nothing is left."),) if line else ())


def _cited(note: Line, numbers: dict[str, int]) -> Iterator[Inline]:
    """Yield *note* with the new numbers of the notes that it cites."""
    for each in note:
        if isinstance(each, NoteNumber):
            key = str(each.number)
            yield NoteNumber(numbers[key]) if key in numbers else Text(f"[note {key}]")
        else:
            yield each
