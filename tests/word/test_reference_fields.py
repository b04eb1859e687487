"""References in the Word file: fields that lead to bookmarks and show what the lists of the look print."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.frozen import replaced
from drafter.model.blocks import Document, Heading, Layout, Listing, Paragraph, Properties, Reference, Text
from drafter.word.package import write_parts
from drafter.word.reader.content import read_content
from drafter.word.reader.document import ReadField, ReadParagraph
from drafter.word.reader.read import read_document
from drafter.word.write import write_document
from drafter.word.xml_tree import serialise
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import W, invariants, read, tree

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()
DOCUMENT = Document(
    (
        Heading((Text("Health & care"),), labels=("part-3",)),
        Paragraph((Text("First."),), numbered=True),
        Paragraph((Text("Second."),), numbered=True, labels=("part-1",)),
        Listing(
            (
                (Paragraph((Text("One."),)),),
                (Paragraph((Text("Two."),), labels=("part-2",)),),
            ),
            ordered=True,
        ),
        Paragraph(
            (
                Text("See paragraph "),
                Reference("part-1", "2", True),
                Text(" "),
                Reference("part-2", "(b)", True),
                Text(" under "),
                Reference("part-3", "Health & care"),
            ),
            numbered=True,
        ),
    ),
    properties=Properties("A title"),
    layout=Layout(fields=(("running_title", "x"),)),
)


def fields(data: bytes) -> list[tuple[str, str]]:
    """Return the instruction and the result of each field in the body."""
    return [
        (inline.instruction, "".join(getattr(part, "text", "") for part in inline.result))
        for block in read_document(data).blocks
        if isinstance(block, ReadParagraph)
        for inline in block.inlines
        if isinstance(inline, ReadField)
    ]


def test_a_reference_is_a_field_with_the_right_text_in_it() -> None:
    data = write_document(DOCUMENT, LOOK)
    assert invariants(data) == []
    assert fields(data) == [
        (r"REF _RefPart_part_1 \n \h", "2"),
        (r"REF _RefPart_part_2 \n \h", "(b)"),
        (r"REF _RefPart_part_3 \h", "Health & care"),
    ]


def test_a_bookmark_encloses_the_text_that_a_reference_repeats() -> None:
    body = tree(read(write_document(DOCUMENT, LOOK)), "word/document.xml")
    [start] = [each for each in body.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == "_RefPart_part_3"]
    end = next(each for each in start.itersiblings() if each.tag == f"{W}bookmarkEnd")
    between = [each for each in start.itersiblings() if each in list(end.itersiblings(preceding=True))]
    assert "".join(text for run in between for text in run.itertext()) == "Health & care"


def test_numbers_are_written_as_the_lists_of_the_look_write_them() -> None:
    parts = read(LOOK)
    numbering = parts["word/numbering.xml"].decode()
    assert numbering.count('w:val="%1."') >= 1
    changed = numbering.replace('w:val="%1."', 'w:val="§ %1."')
    data = write_document(DOCUMENT, write_parts({**parts, "word/numbering.xml": changed.encode()}))
    assert fields(data)[0][1] == "§ 2"


def test_a_document_without_references_has_no_such_bookmarks() -> None:
    plain = replaced(DOCUMENT, blocks=DOCUMENT.blocks[1:2])
    assert "bookmark" not in read(write_document(plain, LOOK))["word/document.xml"].decode()


def test_a_reference_is_read_back_as_the_text_that_it_shows() -> None:
    last = [*read_content(write_document(DOCUMENT, LOOK)).document.blocks][-1]
    assert isinstance(last, Paragraph)
    assert last.inlines == (Text("See paragraph 2 (b) under Health & care"),)


REFRESH = Path(__file__).parents[1] / "support" / "refresh_fields.py"
OFFICE_PYTHON = os.environ.get("DRAFTER_OFFICE_PYTHON", "/usr/bin/python3")


def has_uno() -> bool:
    """Return whether LibreOffice can be controlled from here."""
    if not (shutil.which("soffice") and Path(OFFICE_PYTHON).exists()) or sys.platform != "linux":
        return False
    return (
        subprocess.run([OFFICE_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.seconds(120)
@pytest.mark.skipif(not has_uno(), reason="LibreOffice with python3-uno is not installed")
def test_libreoffice_puts_the_same_text_into_the_fields(tmp_path: Path) -> None:
    right = write_document(DOCUMENT, LOOK)
    parts = read(right)
    body = tree(parts, "word/document.xml")
    for code in body.iter(f"{W}instrText"):  # what was there before must not be what is compared
        result = next(text for run in code.getparent().itersiblings() for text in run if text.tag == f"{W}t")
        result.text = "old"
    file, refreshed = tmp_path / "a.docx", tmp_path / "b.docx"
    file.write_bytes(write_parts({**parts, "word/document.xml": serialise(body)}))
    assert {result for _, result in fields(file.read_bytes())} == {"old"}
    command = [OFFICE_PYTHON, str(REFRESH), str(file), str(refreshed), str(tmp_path / "profile")]
    subprocess.run(command, capture_output=True, check=True, timeout=110)
    assert [result for _, result in fields(refreshed.read_bytes())] == ["2", "(b)", "Health & care"]
