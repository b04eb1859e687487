"""The measure for drafter's speed: the same document by a python-docx script, as one would write it by hand.

    python plain_script.py CONTENT.json OUT.docx

Headings, paragraphs and tables by python-docx, styles by their names, bold and italic by runs; the endnotes,
which python-docx cannot make, as an XML part of its own.
"""

import json
import sys
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

SEPARATORS = "".join(
    f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
REFERENCE = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def add_runs(paragraph: Any, runs: list[Any]) -> None:
    """Add runs of text, given as [text, bold, italic], and references to notes, given as a number."""
    for run in runs:
        if isinstance(run, int):
            reference = paragraph.add_run()
            reference.font.superscript = True
            element = OxmlElement("w:endnoteReference")
            element.set(qn("w:id"), str(run))
            reference._r.append(element)
        else:
            text, bold, italic = run
            added = paragraph.add_run(text)
            if bold:
                added.bold = True
            if italic:
                added.italic = True


def add_block(document: Any, block: dict[str, Any]) -> None:
    """Add one heading, paragraph or table."""
    if block["kind"] == "heading":
        add_runs(document.add_heading(level=block["level"]), block["runs"])
    elif block["kind"] == "paragraph":
        add_runs(document.add_paragraph(style=block["style"]), block["runs"])
    else:
        rows = block["rows"]
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style=block["style"])
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, runs in zip(row.cells, cells, strict=True):
                add_runs(cell.paragraphs[0], runs)


def add_endnotes(document: Any, notes: list[list[Any]]) -> None:
    """Add the part that holds the endnotes."""
    xml = [f"<w:endnotes {nsdecls('w')}>{SEPARATORS}"]
    for number, runs in enumerate(notes, 1):
        text = "".join(
            f"<w:r>{'<w:rPr><w:i/></w:rPr>' if italic else ''}"
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            for text, _, italic in runs
        )
        xml.append(
            f'<w:endnote w:id="{number}"><w:p><w:r>{REFERENCE}<w:endnoteRef/></w:r>{text}</w:p></w:endnote>'
        )
    root = parse_xml("".join(xml) + "</w:endnotes>")
    part = XmlPart(PackURI("/word/endnotes.xml"), CT.WML_ENDNOTES, root, document.part.package)
    document.part.relate_to(part, RT.ENDNOTES)


def main(content: str, out: str) -> None:
    """Write the document."""
    with open(content, encoding="utf-8") as file:  # noqa: PTH123 - as a plain script would
        data = json.load(file)
    document = Document(data["look"] or None)
    for block in data["blocks"]:
        add_block(document, block)
    add_endnotes(document, data["notes"])
    document.core_properties.title = data["title"]
    document.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
