"""``drafter preview``: show the document in the terminal, with the word count of each section."""

import argparse
from collections.abc import Iterable
from datetime import date

from drafter.cli import DONE, exit_as_wrong_usage
from drafter.cli.layout import on_screen, show, table, wrapped
from drafter.cli.paging import paged
from drafter.cli.preview_counts import section_counts, total_in_words
from drafter.cli.remarks import remarks_as_data, remarks_in_words, shares_in_words
from drafter.cli.screen_width import width
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
    if options.watch:
        return _watch(options)
    reviewed = draft_file(options.answers, today=date.today())
    if options.json:
        print_json(_data(reviewed))
        return DONE
    with paged(plain=options.plain):
        print_preview(reviewed, whole=not options.count)
    return DONE


def print_preview(reviewed: ReviewedDraft, *, whole: bool = True) -> None:
    """Print the document if *whole*, and then its word count, section by section, and the remarks."""
    if whole:
        Printer(reviewed).print()
        print()
    show([(f"── Words {'─' * (width() - 9)}", "dim")])
    print(table(section_counts(reviewed)))
    print(f"\n{wrapped(total_in_words(reviewed), hanging='  ')}")
    if shares := shares_in_words(reviewed.library_share, reviewed.own_share):
        print(wrapped(f"Of the text: {shares}.", hanging="  "))
    show(remarks_in_words(reviewed.remarks))


def _watch(options: argparse.Namespace) -> int:
    """Show what changes until the person ends it, and return the exit status."""
    from drafter.cli.preview_watch import watched
    from drafter.cli.watch_views import PlainView, ScreenView, whole_screen
    from drafter.terminal.asker import is_plain

    if options.json:
        exit_as_wrong_usage("--watch shows the document to a person: leave out --json")
    if is_plain(options.plain) or not on_screen():
        return watched(options.answers, PlainView(options.answers))
    with whole_screen():
        return watched(options.answers, ScreenView(options.answers, counts_only=options.count))


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
