"""Submissions to the court of the small library, and the text that a draft prints."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter.answers.store import Store
from drafter.drafting.pipeline import ReviewedDraft
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import plain_text
from drafter.model.blocks import Gap, Heading, Inline, Listing, NoteMark, NoteNumber, Paragraph, Table
from drafter.word.write import write_document
from tests.support.ooxml import W, invariants, read, tree

ORGANISATION = {"name": "A", "role": "lead", "what": "A group.", "contact": {"email": "a@example.org"}}


BRIEF: dict[str, Any] = {"document": "court/brief", "state": "Ruritania", "organisations": [ORGANISATION]}


def submission(folder: Path, **answers: Any) -> Path:
    """Write a brief to the court, with *answers* in place of the usual ones, and return its answers file."""
    file = folder / "a.yaml"
    folder.mkdir(exist_ok=True)
    store = Store.open(file, "x")
    store.change([((name,), value) for name, value in (BRIEF | answers).items()])
    return file


def section(*clauses: str | dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """Return the themes of a submission about jails only, with these clauses and *more* answers."""
    return [{"theme": "jails", "clauses": list(clauses), **more}]


def texts(draft: ReviewedDraft) -> list[str]:
    """Return the text of each block: note marks as ``[1]``, ``[2]`` in reading order, gaps as ``[…?]``."""
    number = 0

    def line(inlines: tuple[Inline, ...]) -> str:
        nonlocal number
        text = ""
        for inline in inlines:
            number += isinstance(inline, NoteMark)
            text += f"[{number}]" if isinstance(inline, NoteMark) else shown(inline)
        return text

    def walk(blocks: Any) -> Iterator[str]:
        for block in blocks:
            match block:
                case Paragraph() | Heading():
                    yield line(block.inlines)
                case Listing(items=items):
                    yield from (
                        f"({position}) {text}"
                        for position, item in enumerate(items, 1)
                        for text in walk(item)
                    )
                case Table(header=header, rows=rows):
                    yield " | ".join(line(cell) for row in (header, *rows) for cell in row)

    return list(walk(draft.draft.document.blocks))


def shown(inline: Inline) -> str:
    """Return *inline* as text: the number of an earlier note as it is printed, a gap as ``[…?]``."""
    match inline:
        case NoteNumber(number=number):
            return str(number)
        case Gap(text=text):
            return f"[{text}?]"
        case _:
            return plain_text([inline])


def notes(draft: ReviewedDraft) -> list[str]:
    """Return the text of each note."""
    return ["".join(map(shown, note)) for note in draft.draft.document.notes]


def printed(draft: ReviewedDraft) -> str:
    """Return all text of the Word file that *draft* becomes, with notes and header."""
    look = draft.library.template("look.docx")
    assert look is not None
    data = write_document(draft.draft.document, look.read_bytes())
    assert invariants(data) == []
    parts = read(data)
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    return "\n".join("".join(tree(parts, name).itertext(f"{W}t", f"{W}br")) for name in names)


BUNDLED = Library(overlay("clauses"), overlay("templates"))
