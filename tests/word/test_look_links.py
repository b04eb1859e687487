"""Links and pictures in a letterhead: web links and embedded pictures stay, without metadata."""

import pytest

from drafter.word.look import clean_look
from drafter.word.pictures import clean_picture
from drafter.word.traces import contains_path, is_public_address
from tests.support.hostile_looks import ATTACKS
from tests.support.look_builder import (
    HEAD,
    JPEG,
    LOOK,
    PIXEL,
    PNG,
    PNG_WITH_NOTES,
    built,
    drawing,
    field,
    header,
    look,
    paragraph,
    relations,
    run,
)
from tests.support.ooxml import RELS, W, read, tree


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c", "http://www.example.org", "mailto:office@example.org"]
)
def test_web_and_email_links_stay(address: str) -> None:
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
def test_a_picture_without_a_copy_is_removed_with_its_frame(name: str) -> None:
    parts = read(clean_look(ATTACKS[name].data).data)
    assert next(tree(parts, "word/header1.xml").iter(f"{W}drawing"), None) is None


def test_a_frame_of_two_pictures_is_removed_completely_if_one_may_not_stay() -> None:
    second = drawing('r:embed="rId2"').partition("<pic:pic>")[2].partition("</pic:pic>")[0]
    inner = drawing('r:embed="rId1"').replace("</pic:pic>", f"</pic:pic><pic:pic>{second}</pic:pic>")
    data = built(
        paragraph(inner),
        header_relations={"rId1": ("image", "media/a.png"), "rId2": ("image", "https://example.org/b.png")},
        parts={"word/media/a.png": PNG},
    )
    assert pictures(data) == []
    assert "word/_rels/header1.xml.rels" not in read(data)


def test_a_picture_used_twice_is_one_part() -> None:
    inner = drawing('r:embed="rId1"') + drawing('r:embed="rId2"')
    relation = ("image", "media/a.png")
    data = built(
        paragraph(inner),
        header_relations={"rId1": relation, "rId2": relation},
        parts={"word/media/a.png": PNG},
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
    assert cleaned.removed == ("a linked picture",)
    assert b"numPicBullet" not in read(cleaned.data)["word/numbering.xml"]


def test_a_second_copy_of_a_picture_in_another_format_is_removed() -> None:
    svg = '<a:extLst><a:ext uri="{1}"><asvg:svgBlip xmlns:asvg="urn:svg" r:embed="rId2"/></a:ext></a:extLst>'
    inner = drawing('r:embed="rId1"').replace("/><a:stretch>", f">{svg}</a:blip><a:stretch>")
    data = built(
        paragraph(inner),
        header_relations={"rId1": ("image", "media/a.png"), "rId2": ("image", "media/b.svg")},
        parts={"word/media/a.png": PNG, "word/media/b.svg": b"<svg>Maria</svg>"},
    )
    assert pictures(data) == [PNG]
    assert len(list(tree(read(data), "word/header1.xml").iter(f"{W}drawing"))) == 1
    assert b"svgBlip" not in read(data)["word/header1.xml"]


def test_a_png_keeps_its_pixels_and_loses_its_metadata() -> None:
    assert clean_picture(PNG_WITH_NOTES) == (HEAD + PIXEL, "png")
    assert clean_picture(PNG_WITH_NOTES + b"Maria Example") == (HEAD + PIXEL, "png")


def test_a_jpeg_keeps_its_pixels_and_loses_its_metadata() -> None:
    picture = clean_picture(JPEG)
    assert picture is not None
    data, extension = picture
    assert extension == "jpeg"
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
def test_a_picture_that_is_damaged_unknown_or_contains_a_path_is_rejected(data: bytes) -> None:
    assert clean_picture(data) is None


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
def test_private_addresses_are_recognised(address: str) -> None:
    assert not is_public_address(address)


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
def test_paths_are_distinguished_from_symbols_and_addresses(text: str, path: bool) -> None:
    assert contains_path(text) is path


def test_only_the_path_is_removed_from_a_text() -> None:
    assert header(run("Ref. 7, C:\\My Files\\old look.docx, ") + run("Geneva")) == "Ref. 7, , Geneva"
