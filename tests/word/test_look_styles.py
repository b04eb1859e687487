"""Looks with faulty styles or missing parts are repaired, or reported with their path."""

import time

import pytest
from lxml import etree

from drafter.errors import DrafterError
from drafter.model.blocks import Document, Layout, Paragraph, Text
from drafter.word.look import Look, clean_look
from drafter.word.package import write_parts
from drafter.word.reader.numbers import ParagraphNumbers
from drafter.word.styles import Styles
from drafter.word.write import write_document
from tests.support.look_builder import LOOK, NAMESPACES, look, paragraph, run
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

TITLE = (("running_title", "Title"),)


def filled(data: bytes, layout: Layout | None = None) -> bytes:
    """Return a valid document in the style of the look *data*."""
    blocks = (Paragraph((Text("Text"),), numbered=True),)
    written = write_document(Document(blocks, layout=layout or Layout(fields=TITLE)), data)
    assert invariants(written) == []
    return written


def filled_document(look: Look, *, numbered: bool) -> bytes:
    """Return a valid document with a paragraph in the style of *look*."""
    blocks = (Paragraph((Text("Text"),), numbered=numbered),)
    written = write_document(Document(blocks, layout=Layout(fields=TITLE)), look)
    assert invariants(written) == []
    return written


def headers_and_footers(data: bytes) -> list[str]:
    """Return the headers and footers as lines of the outline."""
    return [line for line in outline(data).splitlines() if line.startswith(("header (", "footer ("))]


def style_cycle(*names: str) -> str:
    """Return styles, each based on the next one and the last on the first."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{names[(index + 1) % len(names)]}"/><w:next w:val="{names[index - 1]}"/>'
        f'<w:link w:val="{names[index - 1]}"/></w:style>'
        for index, name in enumerate(names)
    )


@pytest.mark.parametrize("names", [("A",), ("A", "B"), tuple("ABCDEFGHIJ")])
def test_styles_based_on_each_other_are_no_endless_loop(names: tuple[str, ...]) -> None:
    root = tree({"s": f"<w:styles {NAMESPACES}>{style_cycle(*names)}</w:styles>".encode()}, "s")
    began = time.monotonic()
    assert Styles(root).list_id("A") == ""
    assert Styles(root).font_size("A") == 20
    by_id = {style.get(f"{W}styleId"): style for style in root}
    paragraph_element = tree(
        {"p": f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>'.encode()}, "p"
    )
    assert ParagraphNumbers(root, by_id).next(paragraph_element) == ""
    assert time.monotonic() - began < 5


def test_a_cycle_of_styles_is_broken_and_dependent_styles_stay() -> None:
    styles = style_cycle("A", "B", "C") + (
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="D"/><w:basedOn w:val="A"/></w:style>'
    )
    root = tree(read(filled(look(styles=styles))), "word/styles.xml")
    based = {
        style.get(f"{W}styleId"): [parent.get(f"{W}val") for parent in style.findall(f"{W}basedOn")]
        for style in root.iter(f"{W}style")
        if style.get(f"{W}styleId") in "ABCD"
    }
    assert based == {"A": ["B"], "B": ["C"], "C": [], "D": ["A"]}


def test_a_numbered_style_in_a_cycle_keeps_its_list() -> None:
    data = look(
        changed={
            "word/styles.xml": ('<w:basedOn w:val="BodyText"/>', '<w:basedOn w:val="NumberedParagraph"/>')
        }
    )
    assert "Numbered Paragraph [1.]: Text" in outline(filled(data))


@pytest.mark.parametrize("normal", [True, False])
def test_a_look_without_a_default_style_gets_one(normal: bool) -> None:
    parts = dict(read(LOOK))
    xml = parts["word/styles.xml"].decode().replace(' w:default="1"', "")
    if not normal:
        xml = xml.replace('<w:name w:val="Normal"/>', '<w:name w:val="Usual"/>')
    parts["word/styles.xml"] = xml.encode()
    document = filled(write_parts(parts), Layout(font="Arial", size=10, fields=TITLE))
    styles = tree(read(document), "word/styles.xml").iter(f"{W}style")
    [default] = [style for style in styles if style.get(f"{W}default") == "1"]
    assert default.find(f"{W}name").get(f"{W}val") == "Normal"
    assert default.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Arial"


def without(*names: str) -> bytes:
    """Return the bundled look without these parts and without references to them."""
    parts = {name: data for name, data in read(LOOK).items() if name not in names}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        root = tree(parts, name)
        for child in list(root):
            path = child.get("Target") or child.get("PartName") or ""
            if any(name.endswith(path.lstrip("/")) for name in names if path):
                root.remove(child)
        parts[name] = etree.tostring(root)
    return write_parts(parts)


def test_a_look_needs_no_settings_theme_and_fonts() -> None:
    document = filled(without("word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml"))
    assert headers_and_footers(document) == headers_and_footers(filled(LOOK))


def test_missing_styles_come_from_the_bundled_look() -> None:
    cleaned = clean_look(without("word/styles.xml"), "letters/our look.docx")
    assert "Body Text" in cleaned.filled_styles
    assert "Body Text: Text" in outline(filled_document(cleaned, numbered=False))


def test_missing_lists_come_from_the_bundled_look() -> None:
    cleaned = clean_look(without("word/numbering.xml"), "letters/our look.docx")
    assert cleaned.filled_styles == ()
    assert cleaned.filled_lists == ("Numbered Paragraph", "Recommendation", "List Bullet")
    assert "Numbered Paragraph [1.]: Text" in outline(filled_document(cleaned, numbered=True))


def test_an_unknown_field_is_reported_with_the_path_of_the_look() -> None:
    cleaned = clean_look(look(paragraph(run("{{ client }}"))), "letters/our look.docx")
    with pytest.raises(DrafterError) as caught:
        write_document(Document(()), cleaned)
    assert [fault.file for fault in caught.value.faults] == ["letters/our look.docx"]


@pytest.mark.parametrize("kind", ["template", "document.macroEnabled", "template.macroEnabledTemplate"])
def test_a_template_or_a_file_with_macros_can_be_a_look(kind: str) -> None:
    main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = look(changed={"[Content_Types].xml": (main, f"vnd.ms-word.{kind}.main+xml")})
    assert b"ms-word" not in read(filled(data))["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:abstractNumId w:val="1"/>', "<w:abstractNumId/>"),
        ('<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="x"/>'),
        ('<w:num w:numId="1">', "<w:num>"),
        ('<w:num w:numId="1">', '<w:num w:numId="one">'),
    ],
)
def test_a_list_without_id_or_definition_is_replaced(old: str, new: str) -> None:
    cleaned = clean_look(look(changed={"word/numbering.xml": (old, new)}))
    assert cleaned.filled_lists == ("Numbered Paragraph",)
    assert "Numbered Paragraph [1.]: Text" in outline(filled_document(cleaned, numbered=True))
