"""The content of the Word files that drafter writes."""

import time
from io import BytesIO
from typing import Literal

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Layout,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Properties,
    Table,
    Text,
)
from drafter.word.package import write_parts
from drafter.word.tables import column_widths
from drafter.word.write import write_document
from drafter.word.xml_tree import Element
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import R, W, invariants, read, tree
from tests.support.outline import outline

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()
RUNNING = (("running_title", "Joint submission"),)
MARK = NoteMark("any")
Kind = Literal["endnotes", "footnotes"]


def text(*inlines: str | Inline, role: str = "body", numbered: bool = False) -> Paragraph:
    """Return a paragraph; strings are plain text."""
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines), role, numbered)


def listing(*items: str | Block, ordered: bool = True) -> Listing:
    """Return a list with one block in each item."""
    return Listing(tuple((text(item) if isinstance(item, str) else item,) for item in items), ordered)


def written(
    *blocks: Block, notes: tuple[tuple[Inline, ...], ...] = (), kind: Kind = "endnotes", look: bytes = LOOK
) -> bytes:
    """Return the blocks as a valid .docx."""
    data = write_document(Document(blocks, notes, Properties("A title"), Layout(kind, fields=RUNNING)), look)
    assert invariants(data) == []
    return data


def lines(data: bytes) -> list[str]:
    """Return the body as lines of the outline."""
    return outline(data).split("\n\n")[0].split("\n")


def body(data: bytes) -> Element:
    """Return the root of the main part."""
    return tree(read(data), "word/document.xml")


def note(words: str) -> tuple[Inline, ...]:
    """Return a note of plain text."""
    return (Text(words),)


def changed_look(part: str, old: str, new: str) -> bytes:
    """Return the look with one piece of a part's XML replaced."""
    parts = read(LOOK)
    xml = parts[part].decode()
    assert old in xml
    return write_parts({**parts, part: xml.replace(old, new).encode()})


@pytest.mark.parametrize(
    ("role", "numbered", "style"),
    [
        ("body", True, "Numbered Paragraph [1.]"),
        ("body", False, "Body Text"),
        ("lead", True, "Numbered Paragraph [1.]"),
        ("lead", False, "Lead In"),
        ("title", False, "Title"),
        ("subtitle", False, "Subtitle"),
        ("cover", False, "Cover Line"),
        ("organisation", False, "Organisation"),
        ("keywords", False, "Keywords"),
        ("quote", False, "Quote"),
        ("signature", False, "Signature"),
    ],
)
def test_each_role_has_its_style(role: str, numbered: bool, style: str) -> None:
    assert lines(written(text("x", role=role, numbered=numbered))) == [f"{style}: x"]


def test_a_numbered_lead_in_stays_with_what_follows() -> None:
    data = written(text("The State should:", role="lead", numbered=True), text("y", numbered=True))
    assert [len(p.findall(f"{W}pPr/{W}keepNext")) for p in body(data).iter(f"{W}p")] == [1, 0]


def test_headings_have_three_levels() -> None:
    data = written(*(Heading((Text("x"),), level) for level in (1, 2, 3)))
    assert lines(data) == ["heading 1: x", "heading 2: x", "heading 3: x"]


@pytest.mark.parametrize(
    "words",
    [
        "Order & Safety <Act>",
        "]]>",
        "<w:p/>",
        "&amp;",
        "emoji 😀",
        '"quoted"',
        "  spaces  ",
        "{{ x }}",
        "_x0041_",
    ],
)
def test_words_come_out_letter_for_letter(words: str) -> None:
    data = written(text(words), Table(((Text(words),),), ()), text(MARK), notes=(note(words),))
    document = docx.Document(BytesIO(data))
    assert document.paragraphs[0].text == words
    assert document.tables[0].cell(0, 0).text == words
    [*_, last] = tree(read(data), "word/endnotes.xml")
    assert "".join(t.text for t in last.iter(f"{W}t")) == words


def test_characters_that_xml_does_not_allow_are_dropped() -> None:
    data = written(text("a\x00b\x0bc\x1fd\ud800e\ufffef"), text("\r\nx\ry"))
    assert lines(data) == ["Body Text: ab⏎cdef", "Body Text: ⏎x⏎y"]


def test_line_breaks_and_tabs_become_words_elements() -> None:
    run = next(body(written(text("a\nb\tc"))).iter(f"{W}r"))
    assert [etree.QName(child).localname for child in run] == ["t", "br", "t", "tab", "t"]


@pytest.mark.parametrize("words", ["المادة 33 من الدستور", "זכויות האדם"])
def test_right_to_left_words_are_one_marked_run(words: str) -> None:
    runs = [
        ("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in body(written(text(f"see {words} there"))).iter(f"{W}r")
    ]
    assert runs == [("see ", False), (words, True), (" there", False)]


def test_other_scripts_are_not_marked_right_to_left() -> None:
    assert not list(body(written(text("Права человека, 人權, “é” – …"))).iter(f"{W}rtl"))


def test_bold_and_italics_are_written() -> None:
    data = written(
        text("a ", Text("b", bold=True), Text("c", italic=True), Text("d", bold=True, italic=True))
    )
    assert lines(data) == ["Body Text: a **b***c****d***"]


def test_a_gap_is_visible() -> None:
    data = written(text("On ", Gap("the date"), "."), text(Gap("")))
    assert lines(data) == ["Body Text: On {gap: the date}.", "Body Text: {gap: }"]
    assert docx.Document(BytesIO(data)).paragraphs[0].text == "On [to be completed: the date]."


def test_running_numbers_continue_after_headings_and_lists() -> None:
    numbered = text("x", numbered=True)
    data = written(numbered, Heading((Text("h"),)), numbered, listing("a"), text("plain"), numbered)
    assert [line.split(":")[0] for line in lines(data) if "Numbered" in line] == [
        "Numbered Paragraph [1.]",
        "Numbered Paragraph [2.]",
        "Numbered Paragraph [3.]",
    ]


def test_a_recommendation_list_restarts_under_each_heading() -> None:
    heading = Heading((Text("h"),))
    data = written(heading, listing("x", "y"), heading, listing("z"), listing("next to it"))
    assert [line.split(": ")[0] for line in lines(data) if line.startswith("Rec")] == [
        "Recommendation [(a)]",
        "Recommendation [(b)]",
        "Recommendation [(a)]",
        "Recommendation [(a)]",
    ]


def test_each_ordered_list_is_a_separate_list_in_word() -> None:
    data = written(listing("x"), listing("y"))
    nums = [each.get(f"{W}val") for each in body(data).iter(f"{W}numId")]
    assert len(set(nums)) == 2
    numbering = tree(read(data), "word/numbering.xml")
    for num in nums:
        starts = numbering.findall(f"{W}num[@{W}numId='{num}']/{W}lvlOverride/{W}startOverride")
        assert [start.get(f"{W}val") for start in starts] == ["1"]


def test_a_nested_list_has_roman_numerals_and_the_outer_one_continues() -> None:
    inner = listing("x", "y")
    data = written(Listing(((text("one"), inner, inner), (text("two"),)), ordered=True))
    assert [line.split(": ")[0].removeprefix("Recommendation ") for line in lines(data)] == [
        *("[(a)]", "[(i)]", "[(ii)]", "[(i)]", "[(ii)]", "[(b)]"),
    ]


def test_bullets_have_levels() -> None:
    data = written(listing("x", listing("y", ordered=False), ordered=False))
    assert lines(data) == ["List Bullet [•]: x", "List Bullet [•]:", "List Bullet [–]: y"]


def test_further_paragraphs_of_an_item_are_indented_and_not_numbered() -> None:
    deep = Listing(((text("c"), text("d")),), ordered=True)
    data = written(Listing(((text("a"), text("b"), deep), (text("e"),)), ordered=True))
    assert lines(data) == [
        "Recommendation [(a)]: a",
        "List Continue: b",
        "Recommendation [(i)]: c",
        "List Continue: d",
        "Recommendation [(b)]: e",
    ]
    assert [i.get(f"{W}left") for i in body(data).iter(f"{W}ind")] == ["1701"]  # as the second level's text


@pytest.mark.parametrize("kind", ["endnotes", "footnotes"])
def test_notes_are_numbered_in_reading_order(kind: Kind) -> None:
    row = ((Text("c"), MARK), (Text("d"), MARK))
    blocks = (text("a", MARK), listing(text("b", MARK)), Table(row, (row,)), text("e", MARK))
    data = written(*blocks, notes=tuple(note(f"note {n}") for n in range(1, 8)), kind=kind)
    assert lines(data) == [
        "Body Text: a[^1]",
        "Recommendation [(a)]: b[^2]",
        "table heading: | c[^3] | d[^4] |",
        "table row: | c[^5] | d[^6] |",
        "Body Text: e[^7]",
    ]
    assert outline(data).split("\n\n")[1].split("\n") == [
        f"[^{n}] {kind.removesuffix('s')}: note {n}" for n in range(1, 8)
    ]


def test_adjacent_note_marks_are_separated_by_a_raised_comma() -> None:
    data = written(text("a", MARK, Text(""), MARK, " b", MARK), notes=(note("1"), note("2"), note("3")))
    assert lines(data)[0] == "Body Text: a[^1],[^2] b[^3]"
    comma = next(run for run in body(data).iter(f"{W}r") if "".join(run.itertext()) == ",")
    assert comma.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "EndnoteReference"


@pytest.mark.parametrize("kind", ["endnotes", "footnotes"])
def test_a_note_cites_another_with_a_field_that_word_updates(kind: Kind) -> None:
    notes = (note("first"), note("second"), (Text("See note "), NoteNumber(2), Text(" above.")))
    data = written(text("a", MARK, "b", MARK, "c", MARK), notes=notes, kind=kind)
    assert "See note {NOTEREF _RefNote2 \\h = 2} above." in outline(data)
    starts = list(body(data).iter(f"{W}bookmarkStart"))
    assert [start.get(f"{W}name") for start in starts] == ["_RefNote2"]  # only if a note is cited
    reference = starts[0].getnext().find(f"{W}{kind.removesuffix('s')}Reference")
    assert reference.get(f"{W}id") == "2"


@pytest.mark.parametrize("notes", [(), (note("1"), note("2"))])
def test_mismatched_marks_and_notes_raise_an_error(notes: tuple[tuple[Inline, ...], ...]) -> None:
    with pytest.raises(ValueError, match="note"):
        write_document(Document((text(MARK),), notes, layout=Layout(fields=RUNNING)), LOOK)


def test_a_note_mark_in_a_note_raises_an_error() -> None:
    with pytest.raises(ValueError, match="a note holds a note mark"):
        write_document(Document((text(MARK),), ((MARK,),), layout=Layout(fields=RUNNING)), LOOK)


def test_a_table_has_a_repeated_header_unsplit_rows_and_full_width() -> None:
    table = Table(
        ((Text("Year"),), (Text("What"),)), (((Text("2024"),), (Text("x" * 90),)), ((Text("title"),),))
    )
    root = body(written(table))
    assert [len(row.findall(f"{W}trPr/{W}tblHeader")) for row in root.iter(f"{W}tr")] == [1, 0, 0]
    assert all(len(row.findall(f"{W}trPr/{W}cantSplit")) == 1 for row in root.iter(f"{W}tr"))
    assert [len(row.findall(f"{W}tc")) for row in root.iter(f"{W}tr")] == [2, 2, 1]
    [span] = root.iter(f"{W}gridSpan")
    assert span.get(f"{W}val") == "2", "a single cell is a title and fills the grid"
    widths = [int(column.get(f"{W}w")) for column in root.iter(f"{W}gridCol")]
    assert sum(widths) == 9026
    assert widths[0] < widths[1]


def test_adjacent_tables_are_separated() -> None:
    table = Table(((Text("a"),),), ())
    tags = [etree.QName(child).localname for child in body(written(table, table))[0]]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_column_widths_add_up() -> None:
    assert sum(column_widths([[(Text("a"),), (Text("b" * 50),), (Text("c" * 7),)]], 9027)) == 9027


def test_an_empty_document_is_a_valid_package() -> None:
    data = written()
    assert docx.Document(BytesIO(data)).paragraphs == []
    assert lines(data)[0] == "header (default): Joint submission"


def test_language_and_properties_come_from_the_document() -> None:
    properties = Properties(
        "T & <U>", "A; B", "S", "k, l", replaced(ENGLISH, proofing="fr-CH"), "2027-01-02", 812
    )
    data = write_document(Document((), properties=properties, layout=Layout(fields=RUNNING)), LOOK)
    assert invariants(data) == []
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.title, core.author, core.subject) == ("T & <U>", "A; B", "S")
    assert (core.keywords, core.language) == ("k, l", "fr-CH")
    assert str(core.created) == str(core.modified) == "2027-01-02 00:00:00+00:00"
    assert "Words: 812" in outline(data)
    assert "proofing language: fr-CH" in outline(data)
    theme = tree(read(data), "word/settings.xml").find(f"{W}themeFontLang")
    assert theme.get(f"{W}val") == "fr-CH"


def test_without_a_date_the_properties_have_none() -> None:
    core = read(written())["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified" not in core


def test_font_and_size_of_the_rules_override_the_look() -> None:
    data = write_document(Document((), layout=Layout(font="Arial", size=10, fields=RUNNING)), LOOK)
    styles = tree(read(data), "word/styles.xml")
    normal = styles.find(f"{W}style[@{W}styleId='Normal']/{W}rPr")
    for properties in (styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), normal):
        assert set(properties.find(f"{W}rFonts").attrib.values()) == {"Arial"}
        assert [properties.find(f"{W}{tag}").get(f"{W}val") for tag in ("sz", "szCs")] == ["20", "20"]


def test_a_field_that_word_split_into_several_runs_is_filled() -> None:
    split = "{{ run</w:t></w:r><w:r><w:t>ning_</w:t></w:r><w:r><w:t>title }} and {{running_title}}"
    look = changed_look("word/header1.xml", "{{ running_title }}", split)
    assert "header (default): Joint submission and Joint submission\n" in outline(written(look=look))


def test_the_value_of_a_field_is_plain_text() -> None:
    layout = Layout(fields=(("running_title", "A & <B> {{ c }}\n\x00d"),))
    data = write_document(Document((), layout=layout), LOOK)
    assert "header (default): A & <B> {{ c }} d\n" in outline(data)


def test_an_unknown_field_is_reported_with_the_known_ones() -> None:
    look = changed_look("word/header1.xml", "{{ running_title }}", "{{ titel }} {{ nmae }}")
    with pytest.raises(DrafterError) as caught:
        written(look=look)
    assert [fault.fault for fault in caught.value.faults] == [
        "the header or footer has an unknown field {{ titel }}",
        "the header or footer has an unknown field {{ nmae }}",
    ]
    assert "running_title" in caught.value.faults[0].remedy


def test_styles_are_found_by_name_and_not_by_id() -> None:
    parts = read(LOOK)
    for name in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        parts[name] = (
            parts[name].replace(b'"NumberedParagraph"', b'"Absatz1"').replace(b'"Gap"', b'"L&amp;cke"')
        )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b'<w:name w:val="L&amp;cke"', b'<w:name w:val="Gap"'
    )
    data = written(text("x", Gap("y"), numbered=True), look=write_parts(parts))
    assert lines(data) == ["Numbered Paragraph [1.]: x{gap: y}"]


def test_a_look_that_is_not_a_word_file_is_reported() -> None:
    with pytest.raises(DrafterError, match=r"look\.docx: drafter cannot read this file as a Word document"):
        written(look=b"PK nonsense")


def test_traces_of_people_and_machines_in_the_look_are_removed() -> None:
    look = docx.Document(BytesIO(LOOK))
    look.core_properties.last_modified_by = "Jane"
    look.add_comment(look.paragraphs[0].runs, text="hush", author="Jane")
    look.settings.element.append(look.settings.element.makeelement(f"{W}rsids"))
    for part in (look.part, look.sections[0].header.part):
        part.element.set(f"{W}rsidR", "00AB12CD")
    for paragraph in look.sections[0].header.paragraphs:
        paragraph._p.set(f"{W}rsidRDefault", "00AB12CD")
    look.sections[0]._sectPr.append(
        look.sections[0]._sectPr.makeelement(f"{W}printerSettings", {f"{R}id": "rId1"})
    )
    buffer = BytesIO()
    look.save(buffer)
    data = written(look=buffer.getvalue())
    assert not any(b"Jane" in content or b"00AB12CD" in content for content in read(data).values())


def test_notes_of_the_look_are_removed() -> None:
    look = written(text(MARK), notes=(note("of the look"),))
    data = written(text(MARK), notes=(note("of the document"),), look=look)
    assert "of the look" not in outline(data)
    assert [relation.reltype for relation in docx.Document(BytesIO(data)).part.rels.values()].count(
        RT.ENDNOTES
    ) == 1


def test_the_same_document_gives_the_same_bytes_at_a_later_time() -> None:
    def once() -> bytes:
        return written(text("x", MARK, numbered=True), listing("y"), notes=(note("n"),))

    first = once()
    assert once() == first
    time.sleep(2.1)  # a zip counts time in steps of two seconds
    assert once() == first


def test_a_plain_layout_has_no_bold_no_italics_and_one_size() -> None:
    document = Document(
        (
            text("A title", role="title"),
            Heading((Text("A heading"),)),
            text(Text("bold", bold=True, italic=True)),
        ),
        layout=Layout(font="Times New Roman", size=10, plain=True, fields=(("running_title", ""),)),
    )
    data = read(write_document(document, LOOK))
    styles = [
        style for style in tree(data, "word/styles.xml").iter(f"{W}style") if style.get(f"{W}default") is None
    ]
    for part in (*styles, tree(data, "word/document.xml")):
        for tag in ("b", "i", "u", "sz"):
            assert part.findall(f".//{W}rPr/{W}{tag}") == []
