"""What stays of a letterhead: page numbers, pictures without their notes, links to the web, own fields."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, main
from drafter.model.blocks import Document, Layout, Paragraph, Text
from drafter.word.left_out import LeftOut, in_a_sentence
from drafter.word.look import clean_look
from drafter.word.outline import outline
from drafter.word.pictures import cleaned_picture
from drafter.word.traces import names_a_path, public_address
from drafter.word.write import write_document
from tests.hostile_looks import ATTACKS
from tests.look_builder import (
    HEAD,
    JPEG,
    LOOK,
    PIXEL,
    PNG,
    PNG_WITH_NOTES,
    drawing,
    field,
    look,
    paragraph,
    relations,
    run,
    simple,
)
from tests.ooxml import RELS, W, invariants, read, tree
from tests.test_compose import submission
from tests.test_library import write_library

Out = pytest.CaptureFixture[str]


def built(header: str, **changes: Any) -> bytes:
    """Return a sound document whose look has this *header*."""
    fields = (("running_title", "Title"),)
    document = Document((Paragraph((Text("Text"),)),), layout=Layout(fields=fields))
    data = write_document(document, look(header, **changes))
    assert invariants(data) == []
    return data


def header(inner: str, **changes: Any) -> str:
    """Return the header that a paragraph of *inner* in the look becomes, as a line of the outline."""
    [line] = [
        one for one in outline(built(paragraph(inner), **changes)).splitlines() if one.startswith("header (d")
    ]
    return line.removeprefix("header (default):").strip()


# ---- fields ----


@pytest.mark.parametrize("make", [field, simple])
@pytest.mark.parametrize(
    "code", ["PAGE", " page \\* MERGEFORMAT", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGE\\* roman"]
)
def test_fields_that_count_stay_with_their_result(make: Any, code: str) -> None:
    assert header(run("p. ") + make(code, run("7"))) == f"p. {{{code.strip()} = 7}}"


@pytest.mark.parametrize("code", ["TITLE", "SUBJECT", "KEYWORDS", 'STYLEREF "Heading 1"'])
def test_what_a_field_repeated_from_an_old_document_is_emptied(code: str) -> None:
    code = code.replace('"', "&quot;")
    data = built(paragraph(simple(code, run("An old title"))))
    assert b"An old title" not in read(data)["word/header1.xml"]
    assert f"{{{code.replace('&quot;', chr(34))} = }}" in outline(data)


def test_a_condition_over_page_numbers_stays() -> None:
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin" w:fldLock="1"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("PAGE", run("2"))
        + '<w:r><w:instrText> = 1 "" "continued"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("continued")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    data = built(paragraph(inner))
    assert "continued" in outline(data)
    assert next(tree(read(data), "word/header1.xml").iter(f"{W}fldChar")).get(f"{W}fldLock") is None


def test_a_field_without_a_result_gets_a_place_for_it() -> None:
    bare = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert header(bare) == "{PAGE = }"


def test_a_page_number_after_a_field_that_goes_stays() -> None:
    both = field("FILENAME", run("maria.docx")) + run(", p. ") + field("PAGE", run("1"))
    assert header(both) == ", p. {PAGE = 1}"


def test_a_field_inside_the_result_of_one_that_goes_goes_too() -> None:
    assert header(field("AUTHOR", run("Maria ") + field("PAGE", run("1"))) + run("x")) == "x"


def test_drafters_own_fields_are_filled_also_where_word_tracked_them() -> None:
    tracked = f'<w:ins w:id="1" w:author="Maria">{run("{{ running_")}</w:ins>{run("title }}")}'
    assert header(tracked) == "Title"


# ---- links and pictures ----


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c", "http://www.example.org", "mailto:office@example.org"]
)
def test_a_link_to_the_web_stays(address: str) -> None:
    inner = f'<w:hyperlink r:id="rId1">{run("our page")}</w:hyperlink>'
    data = built(paragraph(inner), header_relations={"rId1": ("hyperlink", address)})
    [relation] = tree(read(data), "word/_rels/header1.xml.rels").iter(f"{RELS}Relationship")
    assert relation.get("Target") == address
    assert (
        header(field(f"HYPERLINK &quot;{address}&quot;", run("our page")))
        == f'{{HYPERLINK "{address}" = our page}}'
    )


def pictures(data: bytes) -> list[bytes]:
    """Return the pictures in a package."""
    return [content for name, content in sorted(read(data).items()) if name.startswith("word/media/")]


@pytest.mark.parametrize(
    "name", ["linked and embedded picture", "old picture with a source", "INCLUDEPICTURE"]
)
def test_the_embedded_copy_of_a_linked_picture_stays(name: str) -> None:
    assert pictures(clean_look(ATTACKS[name].data).data) == [PNG]


@pytest.mark.parametrize(
    "name", ["linked picture", "picture embedded from outside", "picture of another format"]
)
def test_a_picture_without_a_copy_goes_with_its_frame(name: str) -> None:
    parts = read(clean_look(ATTACKS[name].data).data)
    assert next(tree(parts, "word/header1.xml").iter(f"{W}drawing"), None) is None


def test_a_picture_used_twice_is_one_part() -> None:
    inner = drawing('r:embed="rId1"') + drawing('r:embed="rId2"')
    one = ("image", "media/a.png")
    data = built(
        paragraph(inner), header_relations={"rId1": one, "rId2": one}, parts={"word/media/a.png": PNG}
    )
    assert pictures(data) == [PNG]


def test_pictures_in_lists_are_cleaned_too() -> None:
    bullet = (
        '<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:imagedata r:id="rId1"/></v:shape></w:pict></w:numPicBullet>'
    )
    parts = {"word/_rels/numbering.xml.rels": relations({"rId1": ("image", "https://example.org/a.png")})}
    xml = read(LOOK)["word/numbering.xml"].decode()
    before = xml[: xml.index("<w:abstractNum ")]
    cleaned = clean_look(look(changed={"word/numbering.xml": (before, before + bullet)}, parts=parts))
    assert cleaned.left_out == ("a linked picture",)
    assert b"numPicBullet" not in read(cleaned.data)["word/numbering.xml"]


def test_a_png_keeps_its_pixels_and_loses_its_notes() -> None:
    assert cleaned_picture(PNG_WITH_NOTES) == (HEAD + PIXEL, "png")
    assert cleaned_picture(PNG_WITH_NOTES + b"Maria Example") == (HEAD + PIXEL, "png")


def test_a_jpeg_keeps_its_pixels_and_loses_its_notes() -> None:
    found = cleaned_picture(JPEG)
    assert found is not None
    data, ending = found
    assert ending == "jpeg"
    assert data.startswith(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    assert data.endswith(b"\xff\xda\x00\x04\0\x01pixels\xff\xd9")
    assert b"Maria" not in data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        PNG[:40],
        HEAD,
        JPEG[:30],
        JPEG[:-16],
        b"\xff\xd8\xff",
        b"<svg/>",
        b"II*\0",
        b"GIF89a C:\\Users\\maria\\a.gif",
    ],
)
def test_a_picture_that_is_damaged_unknown_or_names_a_path_is_none(data: bytes) -> None:
    assert cleaned_picture(data) is None


# ---- addresses and paths ----


@pytest.mark.parametrize(
    "address",
    [
        *(
            "file:///a",
            "C:/a",
            "C:\\a",
            "\\\\server\\a",
            "ftp://example.org",
            "http://intranet",
            "mailto:",
            "",
        ),
        *("javascript:x", "https://maria@example.org", "http://[", "https://example.org/?f=C:\\Users\\a\\b"),
    ],
)
def test_an_address_that_is_not_public_is_known(address: str) -> None:
    assert not public_address(address)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (r"C:\Users\maria\look.docx", True),
        ("see /home/maria/x", True),
        ("/Users/maria", True),
        (r"\\server\share\x", True),
        ("file:///x", True),
        ("C:/Users/maria/x.docx", True),
        ("https://example.org/home/about", False),
        ("and/or, 24/7, A/HRC/47/40", False),
        ("Section C: rights", False),
        ("profile: x", False),
        ("E/CN.7/2024/1", False),
    ],
)
def test_a_path_is_told_from_a_symbol_or_an_address(text: str, path: bool) -> None:
    assert names_a_path(text) is path


def test_of_a_text_with_a_path_only_the_path_goes() -> None:
    assert header(run("Ref. 7, C:\\My Files\\old look.docx, ") + run("Geneva")) == "Ref. 7, , Geneva"


# ---- what is said ----


def test_what_was_left_out_is_one_sentence_with_numbers_and_no_names() -> None:
    left_out = LeftOut()
    assert in_a_sentence("look.docx", left_out.phrases()) == ""
    left_out.field("FILENAME")
    assert in_a_sentence("look.docx", left_out.phrases()) == (
        "The letterhead look.docx held a FILENAME field; drafter left it out."
    )
    for author in ("Maria", "Josef", "Maria", ""):
        left_out.tracked(author)
    left_out.field("author")
    left_out.field("AUTHOR")
    left_out.field("MariasBookmark")
    left_out.thing("a linked picture", "linked pictures")
    left_out.thing("a linked picture", "linked pictures")
    left_out.thing("comments")
    left_out.thing("comments")
    assert in_a_sentence("look.docx", left_out.phrases()) == (
        "The letterhead look.docx held tracked changes by two people, a FILENAME field, two AUTHOR fields, "
        "an unknown field, two linked pictures and comments; drafter left them out."
    )


def test_build_and_roster_say_what_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(tmp_path)
    file = submission(tmp_path)
    (tmp_path / "templates/look.docx").write_bytes(ATTACKS["two authors"].data)
    where = tmp_path / "templates/look.docx"
    line = f"The letterhead {where} held tracked changes by two people; drafter left them out.\n"
    assert main(["build", str(file)]) == DONE
    assert line in capsys.readouterr().err
    assert main(["roster", str(file)]) == DONE
    assert line in capsys.readouterr().err
    assert main(["build", str(file), "--json"]) == DONE
    [result] = json.loads(capsys.readouterr().out)
    assert result["look"] == {"file": str(where), "left_out": ["tracked changes by two people"]}
    (tmp_path / "templates/look.docx").write_bytes(look())
    assert main(["build", str(file), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)[0]["look"]["left_out"] == []
