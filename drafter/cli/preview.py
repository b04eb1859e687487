"""``drafter preview``: the document in the terminal, with its word count section by section."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from drafter.cli import DONE
from drafter.cli.making import Made, make
from drafter.cli.shared import make_parser, print_json, table
from drafter.markup.count import sections
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


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter preview``."""
    made = make_parser(
        "preview",
        "Show the document in the terminal, with its word count against the limit, section by section.",
        "drafter preview my-submission.yaml\ndrafter preview my-submission.yaml --count",
    )
    made.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    made.add_argument("--count", action="store_true", help="only the word count and the remarks")
    made.add_argument("--json", action="store_true", help="print counts and remarks as JSON")
    return made


def run(options: argparse.Namespace) -> int:
    """Print the preview and return the exit status."""
    made = make(options.answers)
    if options.json:
        print_json(_data(made))
        return DONE
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    if not options.count:
        _Printer(console, made).print()
    counts = [
        ("  " * (one.level - 1) + (one.title or "Title page"), f"{one.words:,}")
        for one in sections(made.draft.document.blocks)
    ]
    console.rule("Words", style="dim")
    print(table(counts))
    notes = (
        "counted"
        if made.length.notes_counted
        else "not counted"
        if made.length.notes_counted is False
        else "the rules do not say whether they count"
    )
    print(
        f"\nIn all {made.length}; {made.length.notes:,} in {len(made.draft.document.notes)} notes ({notes})."
    )
    for remark in made.remarks:
        console.print(
            f"  {remark}", style={"error": "red", "warning": "yellow"}.get(remark.level, ""), markup=False
        )
    return DONE


def _data(made: Made) -> dict[str, Any]:
    return {
        "answers": str(made.file),
        "document": made.document_id,
        "words": made.length.words,
        "limit": made.length.limit,
        "notes": made.length.notes,
        "sections": [
            {"title": one.title, "level": one.level, "words": one.words}
            for one in sections(made.draft.document.blocks)
        ],
        "remarks": [
            {"code": one.code, "level": one.level, "place": one.place, "text": one.text, "remedy": one.remedy}
            for one in made.remarks
        ],
    }


class _Printer:
    """Prints blocks as the Word file will number them."""

    def __init__(self, console: Any, made: Made) -> None:
        self.console = console
        self.made = made
        self.paragraph = 0
        self.note = 0

    def print(self) -> None:
        """Print the whole document, notes last."""
        self._blocks(self.made.draft.document.blocks, "")
        if self.made.draft.document.notes:
            self.console.print("\nNotes", style="bold")
        for number, note in enumerate(self.made.draft.document.notes, 1):
            self._line(f"{number:>4}  ", note)

    def _blocks(self, blocks: Iterable[Block], indent: str) -> None:
        for block in blocks:
            match block:
                case Heading(inlines=inlines, level=level):
                    self.console.print()
                    self._line("#" * level + " ", inlines, "bold")
                case Paragraph(inlines=inlines, role=role, numbered=numbered):
                    self.paragraph += numbered
                    lead = f"{self.paragraph:>3}. " if numbered else indent
                    self._line(lead, inlines, "bold" if role == "title" else "")
                case Listing(items=items, ordered=ordered):
                    for at, item in enumerate(items):
                        mark = f"({chr(97 + at % 26)})" if ordered else "•"
                        self._item(f"{indent}     {mark} ", item)
                case Table(header=header, rows=rows):
                    for row in (header, *rows):
                        self.console.print(
                            "     " + " │ ".join(self._text(cell) for cell in row), markup=False
                        )

    def _item(self, lead: str, item: tuple[Block, ...]) -> None:
        for at, block in enumerate(item):
            if isinstance(block, Paragraph):
                self._line(lead if at == 0 else " " * len(lead), block.inlines)
            else:
                self._blocks((block,), " " * len(lead))

    def _line(self, lead: str, inlines: Iterable[Inline], style: str = "") -> None:
        from rich.padding import Padding
        from rich.text import Text as Line

        line = Line(lead + self._text(inlines), style=style)
        self.console.print(Padding(line, (0, 0, 0, 0)))

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
                    words.append(f"[to be completed: {text}]")
        return "".join(words)
