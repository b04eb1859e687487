"""``drafter preview``: show the document in the terminal, with the word count of each section."""

import argparse
from collections.abc import Iterable
from datetime import date

from drafter.cli import DONE
from drafter.cli.layout import show, table, width, wrapped
from drafter.cli.remarks import remarks_as_data, remarks_in_words, shares_in_words
from drafter.cli.streams import print_json
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.language.english import SCREEN
from drafter.markup.count import document_sections
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.model.list_labels import item_label


def run(options: argparse.Namespace) -> int:
    """Print the preview and return the exit status."""
    reviewed = draft_file(options.answers, today=date.today())
    if options.json:
        print_json(_data(reviewed))
        return DONE
    if not options.count:
        Printer(reviewed).print()
        print()
    show([(f"── Words {'─' * (width() - 9)}", "dim")])
    print(table(_counts(reviewed)))
    print(f"\n{wrapped(_total(reviewed), hanging='  ')}")
    if shares := shares_in_words(reviewed.library_share, reviewed.own_share):
        print(wrapped(f"Of the text: {shares}.", hanging="  "))
    show(remarks_in_words(reviewed.remarks))
    return DONE


def _counts(reviewed: ReviewedDraft) -> list[tuple[str, str]]:
    """Return the title of each section and its word count, the counts aligned to the right."""
    counted = document_sections(reviewed.draft.document)
    counts = [f"{section.total:,}" for section in counted]
    widest = max(map(len, counts), default=0)
    longest = width() - widest - 4
    titles = (f"{'  ' * (section.level - 1)}{section.title or 'Title page'}" for section in counted)
    return [
        (title if len(title) <= longest else f"{title[: longest - 1]}…", count.rjust(widest))
        for title, count in zip(titles, counts, strict=True)
    ]


def _total(reviewed: ReviewedDraft) -> str:
    """Return the word count of the whole document, and whether it includes the notes."""
    count = len(reviewed.draft.document.notes)
    if not count:
        return f"Total: {reviewed.length}."
    notes = f"{reviewed.length.notes:,} in {SCREEN.counted(count, 'note')}"
    match reviewed.length.notes_counted:
        case True:
            how = "included"
        case False:
            how = "not included"
        case _:
            how = "the rules do not say whether they count"
    return f"Total: {reviewed.length}; {notes} ({how})."


def _data(reviewed: ReviewedDraft) -> dict[str, object]:
    return {
        "answers": str(reviewed.file),
        "document": reviewed.resolved.document_type.id,
        "words": reviewed.length.words,
        "limit": reviewed.length.limit,
        "notes": reviewed.length.notes,
        "sections": [
            {"title": section.title, "level": section.level, "words": section.words}
            for section in document_sections(reviewed.draft.document)
        ],
        "remarks": remarks_as_data(reviewed.remarks),
    }


class Printer:
    """Prints the blocks of a document with the numbers that they have in the Word file."""

    def __init__(self, reviewed: ReviewedDraft) -> None:
        self.reviewed = reviewed
        self.paragraph = 0
        self.note = 0

    def print(self) -> None:
        """Print the whole document and then its notes."""
        self._blocks(self.reviewed.draft.document.blocks, "")
        if self.reviewed.draft.document.notes:
            self._heading("Notes", 1)
        for number, note in enumerate(self.reviewed.draft.document.notes, 1):
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
                    for number, item in enumerate(items, 1):
                        mark = item_label(number, 0) if ordered else "•"
                        self._item(f"{indent}     {mark} ", item)
                case Table(header=header, rows=rows):
                    self._table([[self._text(cell) for cell in row] for row in (header, *rows)])

    def _heading(self, text: str, level: int) -> None:
        """Print a heading after an empty line; one of the first level is underlined."""
        shown = wrapped(text)
        longest = max(map(len, shown.split("\n")))
        show([("", ""), (shown, "bold"), *([("─" * longest, "dim")] if level == 1 else [])])

    def _item(self, lead: str, item: tuple[Block, ...]) -> None:
        for index, block in enumerate(item):
            if isinstance(block, Paragraph):
                self._line(lead if index == 0 else " " * len(lead), block.inlines)
            else:
                self._blocks((block,), " " * len(lead))

    def _line(self, lead: str, inlines: Iterable[Inline], style: str = "") -> None:
        show([(wrapped(self._text(inlines), lead, " " * len(lead)), style)])

    def _table(self, rows: list[list[str]]) -> None:
        """Print a table row by row, each cell after the title of its column: the columns would not fit."""
        header, *body = rows
        for row in body:
            if len(row) < len(header):  # a title for the rows below
                show([("", ""), (f"  {row[0]}", "bold")])
                continue
            print(f"\n{table((f'  {name}', cell) for name, cell in zip(header, row, strict=True))}")
        print()

    def _text(self, inlines: Iterable[Inline]) -> str:
        words = []
        for part in inlines:
            match part:
                case Text(text=text) | Reference(text=text):
                    words.append(text)
                case NoteMark():
                    self.note += 1
                    words.append(f"[{self.note}]")
                case NoteNumber(number=number):
                    words.append(str(number))
                case Gap(text=text):
                    words.append(f"[{SCREEN.labels.to_be_completed}: {text}]")
        return "".join(words)
