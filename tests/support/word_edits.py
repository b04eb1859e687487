"""Edits of a Word file as people make them in Word, for tests of the way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from drafter.word.ooxml import NAMESPACES

Run = Any
"""A ``w:r`` element."""


def every_paragraph(word: WordDocument) -> list[WordParagraph]:
    """Return the paragraphs of *word*, those of tables included."""
    return [WordParagraph(element, word._body) for element in word.element.body.iter(qn("w:p"))]


def having(word: WordDocument, words: str) -> WordParagraph:
    """Return the first paragraph that has *words*."""
    return next(each for each in every_paragraph(word) if words in each.text)


def replace(word: WordDocument, words: str, better: str, *, everywhere: bool = False) -> None:
    """Replace *words*, which are in one run, in the first paragraph that has them, or *everywhere*."""
    runs = [run for each in every_paragraph(word) for run in each.runs if words in run.text]
    assert runs, f"no run has {words!r}"
    for run in runs if everywhere else runs[:1]:
        run.text = run.text.replace(words, better)


def delete(mark: WordParagraph) -> None:
    """Delete a paragraph."""
    mark._p.getparent().remove(mark._p)


def add_after(mark: WordParagraph, text: str, style: str = "") -> WordParagraph:
    """Insert a paragraph with *text* after *mark*, in its style and list or in another *style*."""
    new = deepcopy(mark._p)
    for child in list(new):
        if child.tag != qn("w:pPr"):
            new.remove(child)
    mark._p.addnext(new)
    added = WordParagraph(new, mark._parent)
    added.add_run(text)
    if style:
        added.style = style
    return added


def add_before(mark: WordParagraph, text: str) -> WordParagraph:
    """Insert a paragraph with *text* before *mark*, in its style and list."""
    added = add_after(mark, text)
    added._p.addnext(mark._p)
    return added


def split(mark: WordParagraph, words: str) -> None:
    """Split a paragraph before *words*, which are in one of its runs."""
    rest = deepcopy(mark._p)
    run = next(run for run in mark.runs if words in run.text)
    index = list(mark._p).index(run._r)
    before, _, after = run.text.partition(words)
    run.text = before.rstrip()
    for child in list(mark._p)[index + 1 :]:
        mark._p.remove(child)
    for child in list(rest)[1:index]:
        rest.remove(child)
    mark._p.addnext(rest)
    second = WordParagraph(rest, mark._parent)
    second.runs[0].text = f"{words}{after}"


def join(mark: WordParagraph, following: WordParagraph) -> None:
    """Join a paragraph with the one that follows it."""
    mark.add_run(" ")
    for child in list(following._p):
        if child.tag != qn("w:pPr"):
            mark._p.append(child)
    delete(following)


def move_after(mark: WordParagraph, target: WordParagraph) -> None:
    """Move a paragraph after another one."""
    target._p.addnext(mark._p)


@contextmanager
def _notes(word: WordDocument) -> Iterator[Any]:
    """Give the root of the endnotes, and save what was changed in it."""
    part = word.part.part_related_by(RT.ENDNOTES)
    root = parse_xml(part.blob)
    yield root
    part._blob = etree.tostring(root)


def replace_in_note(word: WordDocument, words: str, better: str) -> None:
    """Replace *words*, which are in one run, in the first endnote that has them."""
    with _notes(word) as root:
        text = next(text for text in root.iter(qn("w:t")) if words in (text.text or ""))
        text.text = text.text.replace(words, better)


def add_note(word: WordDocument, mark: WordParagraph, text: str) -> None:
    """Add an endnote with *text* at the end of a paragraph."""
    with _notes(word) as root:
        number = max(int(each.get(qn("w:id"))) for each in root.iter(qn("w:endnote"))) + 1
        root.append(
            parse_xml(
                f'<w:endnote {NAMESPACES} w:id="{number}"><w:p><w:r><w:endnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:endnote>'
            )
        )
    mark._p.append(parse_xml(f'<w:r {NAMESPACES}><w:endnoteReference w:id="{number}"/></w:r>'))


def tracked(kind: str, run: Run, author: str = "A. Colleague") -> None:
    """Put *run* into a tracked change: ``ins`` or ``del``."""
    change = etree.Element(qn(f"w:{kind}"), {qn("w:id"): "900", qn("w:author"): author})
    run.addprevious(change)
    change.append(run)
    if kind == "del":
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")


def replace_tracked(mark: WordParagraph, words: str, better: str) -> None:
    """Replace *words* of one run with Word's change tracking on."""
    run = next(run for run in mark.runs if words in run.text)
    before, _, after = run.text.partition(words)
    old, new, rest = deepcopy(run._r), deepcopy(run._r), deepcopy(run._r)
    run.text = before
    for element, text in ((old, words), (new, better), (rest, after)):
        element.find(qn("w:t")).text = text
        element.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run._r.addnext(rest)
    run._r.addnext(new)
    run._r.addnext(old)
    tracked("del", old)
    tracked("ins", new)


def comment_on(word: WordDocument, mark: WordParagraph, text: str) -> None:
    """Put a comment on a paragraph."""
    word.add_comment(mark.runs, text=text, author="A. Colleague", initials="AC")


def embolden(mark: WordParagraph, words: str) -> None:
    """Put *words* of one run of a paragraph in bold."""
    run = next(run for run in mark.runs if words in run.text)
    before, _, after = run.text.partition(words)
    run.text = before
    for text, bold in ((after, None), (words, True)):
        new = mark.add_run(text)
        new.bold = bold
        run._r.addnext(new._r)


def delete_row(word: WordDocument) -> None:
    """Delete the last row of the first table."""
    rows = word.tables[0].rows
    rows[-1]._tr.getparent().remove(rows[-1]._tr)


def fill_gaps(word: WordDocument, text: str) -> None:
    """Write *text* in place of every gap."""
    for each in every_paragraph(word):
        for run in each.runs:
            if run.text.startswith("[to be completed"):
                run.text = text
                run.style = None


def fill_controls(word: WordDocument, text: str) -> None:
    """Type *text* into every content control, as Word does: it is then no placeholder any more."""
    for control in list(word.element.body.iter(qn("w:sdt"))):
        for mark in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
            mark.getparent().remove(mark)
        first, *others = control.iter(qn("w:t"))
        first.text = text
        for other in others:
            other.text = ""
        for properties in list(control.find(qn("w:sdtContent")).iter(qn("w:rPr"))):
            properties.getparent().remove(properties)
