"""A submission in which nearly everything is open, and what a reader of its Word file finds in it."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import docx

from tests.support.ooxml import W, read, tree

ANSWERS = """\
format: 1
document: upr/individual
state: Ruritania
language: en
details: {cycle: fourth, session: null}
organisations:
  - name: House of Examples
    acronym: null
    role: lead
    what: null
    ecosoc: none
    contact: {email: office@house.example, phone: null}
  - {name: Second House, role: co-submitter, what: null}
earlier:
  - {text: Close the centres., document: null, paragraph: null, states: null, position: null, status: null}
  - {text: Train the police., document: null, paragraph: 7, states: null, position: noted, status: null}
stand_for: []
refuse: []
summary: null
method: null
closing: null
themes:
  - theme: compulsory-treatment
    clauses: [compulsory-treatment/close-the-centres]
    facts: [F1, F2, F3]
    own:
      - {kind: paragraph, text: Our own words on substance abuse.}
      - {kind: recommendation, parts: {verb: Close, what: null, how: null, by_when: null}}
      - {kind: paragraph, text: null}
facts:
  F1: {text: Forty saw no judge., source: S1, locator: null}
  F2: {text: null, source: S2, locator: null}
  F3: {text: Twelve have no licence., source: null}
sources:
  S1: {title: A register, author: null, publisher: null, date: "2024", address: null}
  S2: {title: null, author: A person, date: null}
sign_off: {place: null, date: null, name: null, function: null}
"""


def write_answers(folder: Path, more: str = "") -> Path:
    """Write the answers into *folder*, with *more* lines of YAML, and return their path."""
    file = folder / "gaps.yaml"
    file.write_text(ANSWERS + more, "utf-8")
    return file


class Control(NamedTuple):
    """A content control of a Word file."""

    part: str
    tag: str
    title: str
    text: str


def controls(data: bytes) -> list[Control]:
    """Return the content controls of the text, then those of the notes."""
    parts = read(data)
    return [
        Control(
            part,
            properties.find(f"{W}tag").get(f"{W}val"),
            properties.find(f"{W}alias").get(f"{W}val"),
            "".join(text.text or "" for text in control.iter(f"{W}t")),
        )
        for part in ("document", "endnotes")
        for control in tree(parts, f"word/{part}.xml").iter(f"{W}sdt")
        if (properties := control.find(f"{W}sdtPr")) is not None
    ]


def comments(data: bytes) -> list[tuple[str, str]]:
    """Return what each comment of the Word file *data* is about, and what it says."""
    texts = {
        comment.comment_id: "\n".join(paragraph.text for paragraph in comment.paragraphs)
        for comment in docx.Document(BytesIO(data)).comments
    }
    body = tree(read(data), "word/document.xml")
    quoted: dict[int, str] = {}
    open_ids: set[int] = set()
    for element in body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t", f"{W}endnoteReference"):
        if element.tag == f"{W}commentRangeStart":
            open_ids.add(int(element.get(f"{W}id")))
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.discard(int(element.get(f"{W}id")))
        else:
            for number in open_ids:
                shown = element.text if element.tag == f"{W}t" else "*"
                quoted[number] = quoted.get(number, "") + shown
    return [(quoted[number], texts[number]) for number in sorted(texts)]


def bookmarks(data: bytes) -> list[tuple[str, str]]:
    """Return the name of each bookmark around a line, and the text of its paragraph."""
    return [
        (
            mark.get(f"{W}name"),
            "".join(text.text or "" for text in next(mark.iterancestors(f"{W}p")).iter(f"{W}t")),
        )
        for mark in tree(read(data), "word/document.xml").iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name").startswith("_d")
    ]
