"""A look with poor styles, or without a part that Word always writes, is put right or told by its path."""

import time

import pytest
from lxml import etree

from drafter.errors import DrafterError
from drafter.model.blocks import Document, Layout, Paragraph, Text
from drafter.word.look import clean_look
from drafter.word.package import write_parts
from drafter.word.reader.numbers import ParagraphNumbers
from drafter.word.styles import Styles
from drafter.word.write import write_document
from tests.support.look_builder import LOOK, NAMESPACES, look, paragraph, run
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

TITLE = (("running_title", "Title"),)


def filled(data: bytes, layout: Layout | None = None) -> bytes:
    """Return a sound document in the style of the look *data*."""
    blocks = (Paragraph((Text("Text"),), numbered=True),)
    made = write_document(Document(blocks, layout=layout or Layout(fields=TITLE)), data)
    assert invariants(made) == []
    return made


def margins(data: bytes) -> list[str]:
    """Return the lines of the outline for headers and footers."""
    return [line for line in outline(data).splitlines() if line.startswith(("header (", "footer ("))]


def circle(*names: str) -> str:
    """Return styles of which each is based on the next, and the last on the first."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{names[(at + 1) % len(names)]}"/><w:next w:val="{names[at - 1]}"/>'
        f'<w:link w:val="{names[at - 1]}"/></w:style>'
        for at, name in enumerate(names)
    )


@pytest.mark.parametrize("names", [("A",), ("A", "B"), tuple("ABCDEFGHIJ")])
def test_styles_based_on_each_other_end(names: tuple[str, ...]) -> None:
    root = tree({"s": f"<w:styles {NAMESPACES}>{circle(*names)}</w:styles>".encode()}, "s")
    began = time.monotonic()
    assert Styles(root).list_id("A") == ""
    assert Styles(root).font_size("A") == 20
    by_id = {style.get(f"{W}styleId"): style for style in root}
    before = tree({"p": f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>'.encode()}, "p")
    assert ParagraphNumbers(root, by_id).next(before) == ""
    assert time.monotonic() - began < 5


def test_a_circle_of_styles_is_cut_in_the_file_and_what_hangs_on_it_stays() -> None:
    styles = circle("A", "B", "C") + (
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="D"/><w:basedOn w:val="A"/></w:style>'
    )
    root = tree(read(filled(look(styles=styles))), "word/styles.xml")
    based = {
        style.get(f"{W}styleId"): [one.get(f"{W}val") for one in style.findall(f"{W}basedOn")]
        for style in root.iter(f"{W}style")
        if style.get(f"{W}styleId") in "ABCD"
    }
    assert based == {"A": ["B"], "B": ["C"], "C": [], "D": ["A"]}


def test_a_numbered_style_in_a_circle_still_has_its_list() -> None:
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
    made = filled(write_parts(parts), Layout(font="Arial", size=10, fields=TITLE))
    styles = tree(read(made), "word/styles.xml").iter(f"{W}style")
    [default] = [one for one in styles if one.get(f"{W}default") == "1"]
    assert default.find(f"{W}name").get(f"{W}val") == "Normal"
    assert default.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Arial"


def without(*names: str) -> bytes:
    """Return the bundled look without these parts and whatever points to them."""
    parts = {name: data for name, data in read(LOOK).items() if name not in names}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        root = tree(parts, name)
        for child in list(root):
            path = child.get("Target") or child.get("PartName") or ""
            if any(one.endswith(path.lstrip("/")) for one in names if path):
                root.remove(child)
        parts[name] = etree.tostring(root)
    return write_parts(parts)


def test_a_look_without_settings_theme_and_fonts_is_a_look() -> None:
    made = filled(without("word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml"))
    assert margins(made) == margins(filled(LOOK))


def test_a_look_without_styles_is_told_by_its_path() -> None:
    cleaned = clean_look(without("word/styles.xml"), "letters/our look.docx")
    with pytest.raises(DrafterError) as caught:
        write_document(Document((Paragraph((Text("x"),)),), layout=Layout(fields=TITLE)), cleaned)
    assert {fault.file for fault in caught.value.faults} == {"letters/our look.docx"}
    assert "the look has no style called 'Body Text'" in {fault.fault for fault in caught.value.faults}


def test_a_look_without_lists_is_told_by_its_path() -> None:
    cleaned = clean_look(without("word/numbering.xml"), "letters/our look.docx")
    with pytest.raises(DrafterError) as caught:
        write_document(
            Document((Paragraph((Text("x"),), numbered=True),), layout=Layout(fields=TITLE)), cleaned
        )
    assert [(one.file, one.fault) for one in caught.value.faults] == [
        ("letters/our look.docx", "the look's style 'Numbered Paragraph' has no numbering")
    ]


def test_an_unknown_field_is_told_by_the_path_of_the_look() -> None:
    cleaned = clean_look(look(paragraph(run("{{ client }}"))), "letters/our look.docx")
    with pytest.raises(DrafterError) as caught:
        write_document(Document(()), cleaned)
    assert [fault.file for fault in caught.value.faults] == ["letters/our look.docx"]


@pytest.mark.parametrize("kind", ["template", "document.macroEnabled", "template.macroEnabledTemplate"])
def test_a_template_and_a_file_with_macros_are_looks(kind: str) -> None:
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
def test_a_list_without_number_or_definition_counts_as_none(old: str, new: str) -> None:
    data = look(changed={"word/numbering.xml": (old, new)})
    with pytest.raises(DrafterError, match="'Numbered Paragraph' has no numbering"):
        filled(data)
