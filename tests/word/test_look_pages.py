"""The page setup, header and footer that a submission takes from its look."""

from collections.abc import Mapping

import pytest

from drafter.model.blocks import Block, Document, Layout, Paragraph, Table, Text
from drafter.word.package import write_parts
from drafter.word.page_setup import single_section
from drafter.word.write import write_document
from tests.support.look_builder import DOCUMENT_RELATIONS, LOOK, NAMESPACES, field, paragraph, run
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

TITLE = (("running_title", "Title"),)


NUMBERS = "Page {PAGE = 1} of {NUMPAGES = 1}"
"""The footer of the bundled look, which a look without one gets."""


def filled(data: bytes, *blocks: Block, layout: Layout | None = None) -> bytes:
    """Return a valid document in the style of the look *data*."""
    blocks = blocks or (Paragraph((Text("Text"),), numbered=True),)
    written = write_document(Document(blocks, layout=layout or Layout(fields=TITLE)), data)
    assert invariants(written) == []
    return written


def headers_and_footers(data: bytes) -> list[str]:
    """Return the headers and footers as lines of the outline."""
    return [line for line in outline(data).splitlines() if line.startswith(("header (", "footer ("))]


def page(data: bytes) -> tuple[str, str]:
    """Return width and height of the only section."""
    [section] = tree(read(data), "word/document.xml").iter(f"{W}sectPr")
    size = section.find(f"{W}pgSz")
    return size.get(f"{W}w"), size.get(f"{W}h")


def with_sections(*sections: str, texts: Mapping[str, str], even_pages: bool = False) -> bytes:
    """Return a look with several *sections*, each the content of a ``w:sectPr``.

    *texts* has the content of each header and footer by its id, which begins with ``h`` or ``f``.
    """
    parts = dict(read(LOOK))
    *others, last = sections
    inner = "".join(f"<w:p><w:pPr><w:sectPr>{section}</w:sectPr></w:pPr></w:p>" for section in others)
    parts["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body>{inner}<w:p/><w:sectPr>{last}</w:sectPr></w:body></w:document>"
    ).encode()
    rels = types = ""
    for number, text in texts.items():
        kind, tag = ("header", "hdr") if number.startswith("h") else ("footer", "ftr")
        parts[f"word/{number}.xml"] = f"<w:{tag} {NAMESPACES}>{text}</w:{tag}>".encode()
        rels += f'<Relationship Id="{number}" Type="{DOCUMENT_RELATIONS}/{kind}" Target="{number}.xml"/>'
        types += (
            f'<Override PartName="/word/{number}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{kind}+xml"/>'
        )
    for name, end, more in (
        ("word/_rels/document.xml.rels", "</Relationships>", rels),
        ("[Content_Types].xml", "</Types>", types),
    ):
        parts[name] = parts[name].replace(end.encode(), f"{more}{end}".encode())
    if even_pages:
        settings = parts["word/settings.xml"]
        parts["word/settings.xml"] = settings.replace(b"<w:zoom ", b"<w:evenAndOddHeaders/><w:zoom ")
    return write_parts(parts)


def reference(number: str, kind: str = "default") -> str:
    """Return a reference to a header or footer."""
    tag = "header" if number.startswith("h") else "footer"
    return f'<w:{tag}Reference w:type="{kind}" r:id="{number}"/>'


PORTRAIT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)
LANDSCAPE = PORTRAIT.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
PAGES = paragraph(field(" PAGE ", run("1")))
NAMED = paragraph(run("{{ running_title }}"))


def test_a_header_before_a_section_break_is_kept_with_its_page_numbers() -> None:
    data = with_sections(
        reference("h1") + reference("f1") + PORTRAIT, LANDSCAPE, texts={"h1": NAMED, "f1": PAGES}
    )
    assert headers_and_footers(filled(data)) == ["header (default): Title", "footer (default): {PAGE = 1}"]


def test_the_page_size_is_that_of_the_first_section() -> None:
    assert page(filled(with_sections(PORTRAIT, LANDSCAPE, texts={}))) == ("11906", "16838")
    assert page(filled(with_sections(LANDSCAPE, PORTRAIT, texts={}))) == ("16838", "11906")


def test_tables_are_as_wide_as_the_text_of_the_first_section() -> None:
    table = Table(((Text("a"),),), ())
    for sections, width in (((PORTRAIT, LANDSCAPE), 9026), ((LANDSCAPE, PORTRAIT), 13958)):
        document = filled(with_sections(*sections, texts={}), table)
        columns = tree(read(document), "word/document.xml").iter(f"{W}gridCol")
        assert [int(column.get(f"{W}w")) for column in columns] == [width]


def test_header_and_footer_may_come_from_different_sections() -> None:
    data = with_sections(
        reference("h1") + PORTRAIT, reference("f1") + LANDSCAPE, texts={"h1": NAMED, "f1": PAGES}
    )
    assert headers_and_footers(filled(data)) == ["header (default): Title", "footer (default): {PAGE = 1}"]


def test_an_empty_header_on_the_cover_is_replaced_by_the_next_one() -> None:
    texts = {"h1": "<w:p/>", "h2": NAMED, "f1": paragraph(run(" ")), "f2": PAGES}
    data = with_sections(
        reference("h1") + reference("f1") + PORTRAIT,
        reference("h2") + reference("f2") + PORTRAIT,
        texts=texts,
    )
    assert headers_and_footers(filled(data)) == ["header (default): Title", "footer (default): {PAGE = 1}"]


def test_first_and_even_pages_keep_their_own_header() -> None:
    texts = {"h1": NAMED, "h2": paragraph(run("First")), "h3": paragraph(run("Even")), "h4": "<w:p/>"}
    first = reference("h1") + reference("h2", "first") + reference("h3", "even") + PORTRAIT + "<w:titlePg/>"
    data = with_sections(first, reference("h4") + LANDSCAPE, texts=texts, even_pages=True)
    assert headers_and_footers(filled(data)) == [
        "header (default): Title",
        "header (first): First",
        "header (even): Even",
        *(f"footer ({kind}): {NUMBERS}" for kind in ("default", "first", "even")),
    ]


def test_a_header_that_word_never_shows_is_not_copied() -> None:
    texts = {"h1": NAMED, "h2": paragraph(run("An old client")), "h3": paragraph(run("Another"))}
    for off in ("", '<w:titlePg w:val="0"/>'):
        section = reference("h1") + reference("h2", "first") + reference("h3", "even") + PORTRAIT + off
        document = filled(with_sections(section, texts=texts))
        assert headers_and_footers(document) == [
            "header (default): Title",
            f"footer (default): {NUMBERS}",
        ]
        assert not any(b"An old client" in part or b"Another" in part for part in read(document).values())


def test_properties_of_a_cover_are_not_copied() -> None:
    cover = (
        f'<w:type w:val="continuous"/>{PORTRAIT}<w:cols w:num="2"/><w:vAlign w:val="center"/><w:noEndnote/>'
    )
    [section] = tree(read(filled(with_sections(cover, PORTRAIT, texts={}))), "word/document.xml").iter(
        f"{W}sectPr"
    )
    names = {child.tag.removeprefix(W) for child in section}
    assert names == {"footerReference", "footnotePr", "endnotePr", "pgSz", "pgMar"}


@pytest.mark.parametrize(
    "section",
    [
        None,
        "",
        '<w:pgSz w:w="x" w:h="16838"/>',
        PORTRAIT.replace('w:left="1440"', 'w:left="11000"'),
        PORTRAIT.replace('w:top="1440"', 'w:top="99999"'),
        PORTRAIT.replace("w:h=", "w:i="),
    ],
)
def test_a_look_without_usable_page_setup_gets_that_of_the_bundled_look(section: str | None) -> None:
    parts = dict(read(LOOK))
    inner = "" if section is None else f"<w:sectPr>{section}</w:sectPr>"
    parts["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body><w:p/>{inner}</w:body></w:document>".encode()
    )
    ours, theirs = (
        next(tree(read(filled(data)), "word/document.xml").iter(f"{W}sectPr"))
        for data in (LOOK, write_parts(parts))
    )
    for tag in ("pgSz", "pgMar"):
        assert dict(theirs.find(f"{W}{tag}").attrib) == dict(ours.find(f"{W}{tag}").attrib)


def test_a_main_part_without_a_body_gets_a_section() -> None:
    assert [child.tag for child in single_section(None, False, bool)] == [f"{W}pgSz", f"{W}pgMar"]
