"""What a look lacks comes from the bundled look and fits it; its own styles are recognised by other names."""

import re
from typing import Any

import pytest

from drafter.language.english import SCREEN
from drafter.model.blocks import Document, Gap, Heading, Layout, Listing, Paragraph, Table, Text
from drafter.word.bundled_look import bundled_styles
from drafter.word.look import Look, clean_look
from drafter.word.look_messages import look_messages
from drafter.word.other_style_names import other_names
from drafter.word.package import write_parts
from drafter.word.style_recognition import StyleKey, recognised_styles
from drafter.word.style_values import StyleValues
from drafter.word.write import write_document
from tests.support.look_builder import LOOK, NAMESPACES, look, paragraph, run
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

BLOCKS = (
    Paragraph((Text("Title"),), role="title"),
    Heading((Text("Heading"),)),
    Paragraph((Text("Numbered"), Gap("a date")), numbered=True),
    Listing((((Paragraph((Text("First"),)),)), ((Paragraph((Text("Second"),)),))), ordered=True),
    Listing((((Paragraph((Text("Bullet"),)),)),)),
    Table(((Text("Head"),),), (((Text("Cell"),),),)),
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
VERDANA = '<w:rPr><w:rFonts w:ascii="Verdana"/><w:color w:val="003366"/><w:sz w:val="{}"/></w:rPr>'


def style(name: str, inner: str = "", *, kind: str = "paragraph", style_id: str = "") -> str:
    """Return a style called *name*."""
    style_id = style_id or name.replace(" ", "")
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'


def look_with(*styles: str, numbering: str = "", header: str = "") -> bytes:
    """Return a look that has only these *styles* and this *numbering*."""
    parts = dict(read(look(header) if header else LOOK))
    parts["word/styles.xml"] = f"<w:styles {NAMESPACES}>{''.join(styles)}</w:styles>".encode()
    parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>".encode()
    return write_parts(parts)


def styles_of(cleaned: Look) -> dict[str, Any]:
    """Return the styles of the cleaned look by name."""
    root = tree(read(cleaned.data), "word/styles.xml")
    return {each.find(f"{W}name").get(f"{W}val"): each for each in root.iter(f"{W}style")}


def styles_root(inner: str) -> Any:
    """Return the root of a styles part with *inner*."""
    return tree({"s": f"<w:styles {NAMESPACES}>{inner}</w:styles>".encode()}, "s")


def built(cleaned: Look) -> bytes:
    """Return a valid document in the style of *cleaned*."""
    fields = (("running_title", "Title"),)
    data = write_document(Document(BLOCKS, layout=Layout(fields=fields)), cleaned)
    assert invariants(data) == []
    return data


def value(element: Any, path: str, attribute: str = "val") -> str | None:
    """Return the attribute of the element at *path* (``rPr/sz``), or ``None``."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


# ---- what is missing ----


def test_the_bundled_look_lacks_nothing() -> None:
    cleaned = clean_look(LOOK)
    assert (cleaned.filled_styles, cleaned.filled_lists, cleaned.filled_page_numbers) == ((), (), False)
    assert cleaned.unused == ()
    assert look_messages(cleaned, SCREEN) == []


def test_a_look_without_any_style_builds_with_all_those_of_the_bundled_look() -> None:
    cleaned = clean_look(look_with())
    assert set(cleaned.filled_styles) >= {"Title", "Numbered Paragraph", "Gap", "Submission Table"}
    printed = outline(built(cleaned))
    assert "Numbered Paragraph [1.]: Numbered" in printed
    assert "Recommendation [(b)]: Second" in printed
    assert "List Bullet [•]: Bullet" in printed


def test_the_message_names_the_styles_and_the_file() -> None:
    names = [key.name for key in bundled_styles() if key.name not in ("Quote", "Gap")]
    kinds = {key.name: key.type for key in bundled_styles()}
    cleaned = clean_look(look_with(NORMAL, *(style(name, kind=kinds[name]) for name in names)), "our.docx")
    assert look_messages(cleaned, SCREEN) == [
        "The letterhead our.docx lacks two styles, which drafter took from its own look: Quote and Gap.",
        "In the letterhead our.docx these styles have no list, so drafter used its own: Numbered Paragraph, "
        "Recommendation and List Bullet.",
    ]


def test_a_list_that_is_filled_in_does_not_disturb_the_lists_of_the_look() -> None:
    own = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )
    list_9 = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    cleaned = clean_look(look_with(NORMAL, style("Numbered Paragraph", list_9), numbering=own))
    assert "Numbered Paragraph" not in (*cleaned.filled_styles, *cleaned.filled_lists)
    printed = outline(built(cleaned))
    assert "Numbered Paragraph [I]: Numbered" in printed
    assert "Recommendation [(a)]: First" in printed


def test_a_copied_style_does_not_share_its_id_with_another() -> None:
    other = style("Something else", style_id="Recommendation1") + style("Other", style_id="recommendation")
    recommendation = style("Recommendation", kind="character", style_id="Recommendation")
    cleaned = clean_look(
        look_with(NORMAL, recommendation, other.replace('"recommendation"', '"RECOMMENDATION2"'))
    )
    assert styles_of(cleaned)["Recommendation"].get(f"{W}styleId") == "Recommendation3"
    assert styles_of(cleaned)["Recommendation"].get(f"{W}type") == "paragraph"
    built(cleaned)


def test_a_look_without_a_footer_gets_page_numbers_and_one_with_its_own_keeps_it() -> None:
    parts = dict(read(LOOK))
    main = re.sub(rb"<w:footerReference [^>]*/>", b"", parts["word/document.xml"])
    bare = clean_look(write_parts(parts | {"word/document.xml": main}), "our.docx")
    assert "footer (default): Page {PAGE = 1} of {NUMPAGES = 1}" in outline(built(bare))
    assert look_messages(bare, SCREEN) == [
        "The letterhead our.docx has no footer, so drafter added one with page numbers."
    ]
    footer = f"<w:ftr {NAMESPACES}>{paragraph(run('A street'))}</w:ftr>".encode()
    own = clean_look(write_parts(parts | {"word/footer1.xml": footer}))
    assert "footer (default): A street" in outline(built(own))
    assert not own.filled_page_numbers


# ---- how it is fitted ----


def test_a_copied_style_takes_typeface_and_colour_of_the_look() -> None:
    cleaned = clean_look(look_with(NORMAL.format(VERDANA.format(20)), numbering=""))
    for name in cleaned.filled_styles:
        for fonts in styles_of(cleaned)[name].iter(f"{W}rFonts", f"{W}color"):
            pytest.fail(f"{name} has {fonts.tag}")
    assert b"Times" not in read(cleaned.data)["word/numbering.xml"]


def test_sizes_follow_that_of_the_look_and_stay_legible() -> None:
    large, small = (clean_look(look_with(NORMAL.format(VERDANA.format(size)))) for size in (28, 16))
    assert value(styles_of(large)["Title"], "rPr/sz") == "40"
    assert value(styles_of(small)["Title"], "rPr/sz") == "23"
    assert value(styles_of(small)["endnote text"], "rPr/sz") == "16"


def test_a_missing_heading_looks_like_those_that_are_there_and_is_no_larger() -> None:
    heading = style("heading 1", VERDANA.format(22))
    cleaned = clean_look(look_with(NORMAL, heading))
    second = styles_of(cleaned)["heading 2"]
    assert value(second, "rPr/rFonts", "ascii") == "Verdana"
    assert value(second, "rPr/color") == "003366"
    assert int(value(styles_of(cleaned)["heading 2"], "rPr/sz") or 0) <= 22
    assert value(styles_of(cleaned)["Body Text"], "rPr/color") is None


@pytest.mark.parametrize(
    ("normal", "name", "path", "attribute", "wanted"),
    [
        ("<w:pageBreakBefore/>", "Title", "pPr/pageBreakBefore", "val", "0"),
        ("<w:keepNext/>", "Body Text", "pPr/keepNext", "val", "0"),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', "Body Text", "pPr/numPr/numId", "val", "0"),
        ('<w:outlineLvl w:val="0"/>', "Body Text", "pPr/outlineLvl", "val", "9"),
        ('<w:outlineLvl w:val="0"/>', "heading 2", "pPr/outlineLvl", "val", "1"),
        ('<w:spacing w:after="0"/>', "Numbered Paragraph", "pPr/spacing", "after", "120"),
        ('<w:spacing w:after="0"/>', "Quote", "pPr/spacing", "after", "160"),
        ('<w:jc w:val="right"/>', "Body Text", "pPr/jc", "val", "left"),
        ('<w:jc w:val="both"/>', "Body Text", "pPr/jc", "val", "both"),
        ('<w:ind w:firstLine="700"/>', "Title", "pPr/ind", "firstLine", "0"),
    ],
)
def test_peculiarities_of_the_default_style_do_not_pass_to_copied_ones(
    normal: str, name: str, path: str, attribute: str, wanted: str
) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    cleaned = clean_look(look_with(NORMAL.format(f"<w:pPr>{normal}</w:pPr>"), numbering=numbering))
    assert value(styles_of(cleaned)[name], path, attribute) == wanted
    built(cleaned)


def test_a_heading_does_not_take_the_colour_of_the_subtitle() -> None:
    cleaned = clean_look(look_with(NORMAL, style("heading 1"), style("Subtitle", VERDANA.format(30))))
    assert value(styles_of(cleaned)["heading 2"], "rPr/color") is None


@pytest.mark.parametrize(("colour", "wanted"), [("FFFFFF", "auto"), ("222222", None), ("auto", None)])
def test_text_on_a_shade_stays_legible_in_a_look_with_white_text(colour: str, wanted: str | None) -> None:
    light = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>'
    styles = styles_of(clean_look(look_with(NORMAL.format(light))))
    assert value(styles["Gap"], "rPr/color") == wanted
    assert value(styles["Table Heading"], "rPr/color") == wanted
    assert value(styles["Table Text"], "rPr/color") is None


def test_a_look_in_arabic_prints_english_from_left_to_right() -> None:
    arabic = NORMAL.format("<w:pPr><w:bidi/></w:pPr><w:rPr><w:rtl/></w:rPr>")
    based = '<w:basedOn w:val="Normal"/>'
    styles = styles_of(clean_look(look_with(arabic, style("heading 1", based), style("header", based))))
    for name in ("heading 1", "Title", "Numbered Paragraph", "endnote text"):
        assert value(styles[name], "pPr/bidi") == "0"
    assert styles["header"].find(f"{W}pPr") is None
    assert styles["Normal"].find(f"{W}rPr/{W}rtl") is None


def test_a_footer_that_drafter_adds_to_a_look_in_arabic_runs_from_left_to_right() -> None:
    arabic = NORMAL.format("<w:pPr><w:bidi/></w:pPr>")
    parts = dict(read(look_with(arabic)))
    main = re.sub(rb"<w:footerReference [^>]*/>", b"", parts["word/document.xml"])
    cleaned = clean_look(write_parts(parts | {"word/document.xml": main}))
    assert cleaned.filled_page_numbers
    assert value(styles_of(cleaned)["footer"], "pPr/bidi") == "0"


@pytest.mark.parametrize(
    "own", ["", "<w:pPr><w:keepNext/></w:pPr>", '<w:pPr><w:keepNext w:val="0"/></w:pPr>']
)
def test_a_heading_of_the_look_stays_with_the_text_below_it(own: str) -> None:
    heading = styles_of(clean_look(look_with(NORMAL, style("heading 1", own))))["heading 1"]
    [keep] = heading.findall(f"{W}pPr/{W}keepNext")
    assert keep.get(f"{W}val") is None


def test_titles_are_aligned_as_the_title_of_the_look() -> None:
    left = clean_look(look_with(NORMAL, style("Title")))
    assert value(styles_of(left)["Cover Line"], "pPr/jc") == "left"
    assert value(styles_of(left)["Subtitle"], "pPr/ind", "left") is None
    centred = clean_look(look_with(NORMAL))
    assert value(styles_of(centred)["Cover Line"], "pPr/jc") == "center"


# ---- which style is which ----


@pytest.mark.parametrize(
    ("own", "wanted"),
    [
        (style("Heading 1"), "heading 1"),
        (style("HEADING  1"), "heading 1"),
        (style("heading 1", style_id="berschrift1"), "heading 1"),
        (style("heading 1,H1,Chapter"), "heading 1"),
        (style("Kapitel", '<w:aliases w:val="H1,heading 1"/>'), "heading 1"),
        (style("Überschrift 1", style_id="a"), "heading 1"),
        (style("Titre1", style_id="b"), "heading 1"),
        (style("Заголовок 2", style_id="c"), "heading 2"),
        (style("標題 3", style_id="d"), "heading 3"),
        (style("Our headings", style_id="berschrift2"), "heading 2"),
        (style("Text body", style_id="Textbody"), "Body Text"),
        (style("Corps de texte", style_id="e"), "Body Text"),
        (style("Quotations", style_id="f"), "Quote"),
        (style("Endnote", style_id="g"), "endnote text"),
        (style("Endnote Characters", kind="character", style_id="h"), "endnote reference"),
        (style("Table Contents", style_id="i"), "Table Text"),
        (style("Numbered text", '<w:aliases w:val="Numbered Paragraph"/>'), "Numbered Paragraph"),
        (style("numbered paragraph"), "Numbered Paragraph"),
    ],
)  # fmt: skip
def test_a_style_of_the_look_is_known_by_other_names(own: str, wanted: str) -> None:
    cleaned = clean_look(look_with(NORMAL, own))
    assert wanted not in cleaned.filled_styles
    same = re.search(r'styleId="([^"]*)"', own)
    assert same is not None
    assert styles_of(cleaned)[wanted].get(f"{W}styleId") == same[1]
    built(cleaned)


def test_an_older_name_stays_as_an_alias_so_that_fields_find_it() -> None:
    cleaned = clean_look(look_with(NORMAL, style("Überschrift 1", style_id="x")))
    assert value(styles_of(cleaned)["heading 1"], "aliases") == "Überschrift 1"


@pytest.mark.parametrize(
    "own",
    [
        style("Title", kind="character", style_id="TitleChar"),
        style("Title", kind="table", style_id="TitleTable"),
        style("Other", '<w:aliases w:val="Title"/>', kind="character"),
        style("Titelei", style_id="Ti"),
        style("1", style_id="1"),
    ],
)
def test_a_style_of_another_type_or_name_is_not_taken(own: str) -> None:
    cleaned = clean_look(look_with(NORMAL, own))
    assert "Title" in cleaned.filled_styles
    assert styles_of(cleaned)["Title"].get(f"{W}type") == "paragraph"
    names = [each.find(f"{W}name").get(f"{W}val") for each in styles_of(cleaned).values()]
    assert len(names) == len({name.lower() for name in names})
    built(cleaned)


def test_the_right_name_counts_more_than_an_alias_and_no_style_is_taken_twice() -> None:
    first = style("A", '<w:aliases w:val="Quote"/>')
    second = style("Quote", '<w:aliases w:val="Signature"/>')
    root = styles_root(f"{first}{second}")
    quote, signature = StyleKey("Quote", "paragraph"), StyleKey("Signature", "paragraph")
    recognised = recognised_styles(root, [quote, signature])
    assert recognised[quote].get(f"{W}styleId") == "Quote"
    assert signature not in recognised


def test_no_other_name_stands_for_two_styles_of_one_type() -> None:
    keys = [key for key in bundled_styles() if key.type == "paragraph"]
    names = [name for key in keys for name in other_names(key.name)]
    assert {name for name in names if names.count(name) > 1} == set()


# ---- faults of other programs ----


def test_a_style_that_refers_to_nothing_is_repaired() -> None:
    dangling = style("Title", '<w:basedOn w:val="Gone"/><w:next w:val="Gone"/><w:link w:val="Gone"/>')
    wrong = style("Quote", '<w:basedOn w:val="Chars"/>') + style("Chars", kind="character")
    header = '<w:p><w:pPr><w:pStyle w:val="Gone"/><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:p>'
    shown = f"{header}{paragraph(run('Kept'))}"
    cleaned = clean_look(look_with(NORMAL, dangling, wrong, dangling, header=shown))
    assert styles_of(cleaned)["Quote"].find(f"{W}basedOn") is None
    assert "Kept" in outline(built(cleaned))


def test_values_of_other_programs_become_those_of_word() -> None:
    inner = (
        '<w:rPr><w:sz w:val="14pt"/><w:b/></w:rPr><w:pPr><w:jc w:val="start"/>'
        '<w:ind w:left="2.54cm"/><w:spacing w:line="276.0005" w:after="10pt"/></w:pPr>'
    )
    title = styles_of(clean_look(look_with(NORMAL, style("Title", inner))))["Title"]
    assert [child.tag.removeprefix(W) for child in title] == ["name", "pPr", "rPr"]
    assert value(title, "rPr/sz") == "28"
    assert value(title, "pPr/jc") == "left"
    assert value(title, "pPr/ind", "left") == "1440"
    assert (value(title, "pPr/spacing", "line"), value(title, "pPr/spacing", "after")) == ("276", "200")
    assert [child.tag.removeprefix(W) for child in title.find(f"{W}rPr")] == ["b", "sz"]


def test_inherited_values_come_from_the_nearest_style_and_then_from_the_defaults() -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="30"/></w:rPr></w:rPrDefault></w:docDefaults>'
    based = style("A", '<w:basedOn w:val="B"/>')
    wrong = style("B", '<w:rPr><w:sz w:val="x"/></w:rPr>')
    values = StyleValues(styles_root(f"{defaults}{based}{wrong}{style('C')}"))
    assert (values.size("A"), values.size("C"), values.size("no such style")) == (20, 30, 30)


# ---- what the body holds ----


def test_text_and_pictures_in_the_body_are_mentioned() -> None:
    body = paragraph(run("Our street 1")) + paragraph("<w:r><w:pict/></w:r>")
    data = look(changed={"word/document.xml": ("<w:body>", f"<w:body>{body}")})
    cleaned = clean_look(data, "our.docx")
    assert look_messages(cleaned, SCREEN) == [
        "The body of the letterhead our.docx holds 3 words and a picture, which drafter does not print. "
        "What each page should show belongs in the header or footer."
    ]
    assert "Our street" not in outline(built(cleaned))
