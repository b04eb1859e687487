"""A finished .docx as readable text, for golden files and for whoever wants to see what Word will show."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from drafter.word.numbers import Numbers
from drafter.word.ooxml import RELATIONS, WORD
from drafter.word.package import read_parts

W = f"{{{WORD}}}"
_EMPTY = f'<w:x xmlns:w="{WORD}"/>'.encode()
_GAP = "[to be completed"


def outline(data: bytes) -> str:
    """Return the .docx in *data* as text: body, notes, headers and footers, properties, language."""
    parts = read_parts(data)
    reader = _Reader(parts)
    sections = (
        reader.blocks(reader.root("word/document.xml").find(f"{W}body")),
        reader.notes("footnote"),
        reader.notes("endnote"),
        reader.margins(),
        _core(parts),
        reader.language(),
    )
    return "\n\n".join(text for text in map("\n".join, sections) if text) + "\n"


class _Reader:
    """Reads paragraphs with the names of their styles and the numbers that Word shows."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._styles = self.root("word/styles.xml")
        by_id = {style.get(f"{W}styleId"): style for style in self._styles.iter(f"{W}style")}
        self._names = {style_id: _child_value(style, "name") for style_id, style in by_id.items()}
        self._numbers = Numbers(self.root("word/numbering.xml"), by_id)

    def root(self, name: str) -> Any:
        """Return the root of a part, or an empty element where the package has no such part."""
        return etree.fromstring(self._parts.get(name, _EMPTY))

    def blocks(self, parent: Any) -> Iterator[str]:
        """Yield a line for each paragraph and each table row in *parent*."""
        for child in parent:
            if child.tag == f"{W}p":
                yield self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)

    def notes(self, kind: str) -> Iterator[str]:
        """Yield a line for each note of a kind; the lines that Word draws above notes are left out."""
        for note in self.root(f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type") is None:
                text = " / ".join(self._text(paragraph).lstrip("→ ") for paragraph in note.iter(f"{W}p"))
                yield f"[^{note.get(f'{W}id')}] {kind}: {text}"

    def margins(self) -> Iterator[str]:
        """Yield a line for each header and footer, in the order of the section."""
        rels = self.root("word/_rels/document.xml.rels")
        targets = {rel.get("Id"): rel.get("Target") for rel in rels}
        for section in self.root("word/document.xml").iter(f"{W}sectPr"):
            for reference in section:
                if (target := targets.get(reference.get(f"{{{RELATIONS}}}id"))) is not None:
                    kind = etree.QName(reference).localname.removesuffix("Reference")
                    texts = (self._text(paragraph) for paragraph in self.root(f"word/{target}").iter(f"{W}p"))
                    yield f"{kind} ({reference.get(f'{W}type')}): {' / '.join(texts)}".rstrip()

    def language(self) -> Iterator[str]:
        """Yield the proofing language."""
        for language in self._styles.iterfind(f"{W}docDefaults//{W}lang"):
            yield f"proofing language: {language.get(f'{W}val')}"

    def _paragraph(self, paragraph: Any) -> str:
        properties = paragraph.find(f"{W}pPr")
        style = "" if properties is None else _child_value(properties, "pStyle")
        number = self._numbers.next(paragraph)
        shown = f" [{number}]" if number else ""
        return f"{self._names.get(style, style or 'Normal')}{shown}: {self._text(paragraph)}".rstrip()

    def _table(self, table: Any) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            heading = row.find(f"{W}trPr/{W}tblHeader") is not None
            cells = (" / ".join(map(self._text, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc"))
            yield f"{'table heading' if heading else 'table row'}: | {' | '.join(cells)} |"

    def _text(self, paragraph: Any) -> str:
        """Return the text of the runs; neighbours of the same look are one piece."""
        pieces: list[tuple[str, str]] = []
        for run in paragraph.iter(f"{W}r"):
            look, text = self._look(run), "".join(map(_content, run))
            if pieces and pieces[-1][0] == look:
                pieces[-1] = (look, pieces[-1][1] + text)
            elif text:
                pieces.append((look, text))
        return "".join(_marked(look, text) for look, text in pieces)

    def _look(self, run: Any) -> str:
        """Return ``gap``, or the marks of Markdown for bold and italic, or nothing."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return ""
        name = self._names.get(_child_value(properties, "rStyle"), "")
        if name == "Gap" or properties.find(f"{W}highlight") is not None:
            return "gap"
        marks = ((properties.find(f"{W}{tag}"), mark) for tag, mark in (("b", "**"), ("i", "*")))
        return "".join(mark for found, mark in marks if found is not None and found.get(f"{W}val") != "0")


def _content(element: Any) -> str:
    """Return one child of a run as text."""
    match etree.QName(element).localname:
        case "t":
            return element.text or ""
        case "br":
            return "⏎"
        case "tab":
            return "→"
        case "endnoteReference" | "footnoteReference":
            return f"[^{element.get(f'{W}id')}]"
        case "instrText":
            return f"{{{(element.text or '').strip()} = "
        case "fldChar":
            return "}" if element.get(f"{W}fldCharType") == "end" else ""
        case _:
            return ""


def _marked(look: str, text: str) -> str:
    if look == "gap":
        return f"{{gap: {text.removeprefix(_GAP).removesuffix(']').lstrip(': ')}}}"
    return f"{look}{text}{look[::-1]}"


def _core(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the core properties, the number of words."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for element in etree.fromstring(parts.get(name, _EMPTY)):
            yield f"{etree.QName(element).localname}: {element.text or ''}"


def _child_value(element: Any, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))
