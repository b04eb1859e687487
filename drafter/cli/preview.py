"""``drafter preview``: the document in the terminal, with its word count section by section."""

import argparse
from collections.abc import Iterable
from typing import Any

from drafter.cli import DONE
from drafter.cli.remarks import remarks_as_data, remarks_in_words
from drafter.cli.shared import print_json, show, table, width, wrapped
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.language.english import SCREEN
from drafter.markup.count import count_sections
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Table,
    Text,
)


def run(options: argparse.Namespace) -> int:
    """Print the preview and return the exit status."""
    made = draft_file(options.answers)
    if options.json:
        print_json(_data(made))
        return DONE
    if not options.count:
        Printer(made).print()
        print()
    show([(f"── Words {'─' * (width() - 9)}", "dim")])
    print(table(_counts(made)))
    print(f"\n{wrapped(_in_all(made), hanging='  ')}")
    show(remarks_in_words(made.remarks))
    return DONE


def _counts(made: ReviewedDraft) -> list[tuple[str, str]]:
    """Return each section with its words, the figures under one another."""
    counted = count_sections(made.draft.document.blocks)
    figures = [f"{one.total:,}" for one in counted]
    widest = max(map(len, figures), default=0)
    room = width() - widest - 4
    titles = (f"{'  ' * (one.level - 1)}{one.title or 'Title page'}" for one in counted)
    return [
        (title if len(title) <= room else f"{title[: room - 1]}…", figure.rjust(widest))
        for title, figure in zip(titles, figures, strict=True)
    ]


def _in_all(made: ReviewedDraft) -> str:
    """Return the words in all, and whether those of the notes are among them."""
    count = len(made.draft.document.notes)
    if not count:
        return f"In all {made.length}."
    notes = f"{made.length.notes:,} in {SCREEN.counted(count, 'note')}"
    match made.length.notes_counted:
        case True:
            how = "counted"
        case False:
            how = "not counted"
        case _:
            how = "the rules do not say whether they count"
    return f"In all {made.length}; {notes} ({how})."


def _data(made: ReviewedDraft) -> dict[str, Any]:
    return {
        "answers": str(made.file),
        "document": made.resolved.document_type.id,
        "words": made.length.words,
        "limit": made.length.limit,
        "notes": made.length.notes,
        "sections": [
            {"title": one.title, "level": one.level, "words": one.words}
            for one in count_sections(made.draft.document.blocks)
        ],
        "remarks": remarks_as_data(made.remarks),
    }


class Printer:
    """Prints blocks as the Word file will number them, each paragraph set off from its number."""

    def __init__(self, made: ReviewedDraft) -> None:
        self.made = made
        self.paragraph = 0
        self.note = 0

    def print(self) -> None:
        """Print the whole document, notes last."""
        self._blocks(self.made.draft.document.blocks, "")
        if self.made.draft.document.notes:
            self._heading("Notes", 1)
        for number, note in enumerate(self.made.draft.document.notes, 1):
            self._line(f"{number:>4}  ", note)

    def _blocks(self, blocks: Iterable[Block], indent: str) -> None:
        for block in blocks:
            match block:
                case Heading(inlines=inlines, level=level):
                    self._heading(self._text(inlines), level)
                case Paragraph(inlines=inlines, role=role, numbered=numbered):
                    self.paragraph += numbered
                    lead = f"{self.paragraph:>3}. " if numbered else indent
                    self._line(lead, inlines, "bold" if role == "title" else "")
                case Listing(items=items, ordered=ordered):
                    for at, item in enumerate(items):
                        mark = f"({chr(97 + at % 26)})" if ordered else "•"
                        self._item(f"{indent}     {mark} ", item)
                case Table(header=header, rows=rows):
                    self._table([[self._text(cell) for cell in row] for row in (header, *rows)])

    def _heading(self, text: str, level: int) -> None:
        """Print a heading between empty lines, one of the first level with a line below it."""
        shown = wrapped(text)
        longest = max(map(len, shown.split("\n")))
        show([("", ""), (shown, "bold"), *([("─" * longest, "dim")] if level == 1 else [])])

    def _item(self, lead: str, item: tuple[Block, ...]) -> None:
        for at, block in enumerate(item):
            if isinstance(block, Paragraph):
                self._line(lead if at == 0 else " " * len(lead), block.inlines)
            else:
                self._blocks((block,), " " * len(lead))

    def _line(self, lead: str, inlines: Iterable[Inline], style: str = "") -> None:
        show([(wrapped(self._text(inlines), lead, " " * len(lead)), style)])

    def _table(self, rows: list[list[str]]) -> None:
        """Print a table row by row, each cell with the name of its column: side by side would not fit."""
        header, *body = rows
        for row in body:
            print(f"\n{table((f'  {name}', cell) for name, cell in zip(header, row, strict=True))}")
        print()

    def _text(self, inlines: Iterable[Inline]) -> str:
        words = []
        for part in inlines:
            match part:
                case Text(text=text):
                    words.append(text)
                case NoteMark():
                    self.note += 1
                    words.append(f"[{self.note}]")
                case NoteNumber(number=number):
                    words.append(str(number))
                case Gap(text=text):
                    words.append(f"[{SCREEN.labels.to_be_completed}: {text}]")
        return "".join(words)
