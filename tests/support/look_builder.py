"""Looks made from small pieces of XML laid over the look that is bundled, and documents in them."""

import struct
import zlib
from collections.abc import Mapping
from typing import Any

from drafter.model.blocks import Document, Layout, Paragraph, Text
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import invariants, read
from tests.support.outline import outline

LOOK = (CHECKOUT / "templates/look.docx").read_bytes()
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
DOCUMENT_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WHO = 'w:id="9" w:author="Maria Example" w:date="2024-05-01T10:00:00Z"'
SECRET_PATH = r"C:\Users\maria\Documents\clients\look.docx"

Relations = Mapping[str, tuple[str, str]]
"""By id: the kind and the target; a target with ``:`` or ``\\`` is an outside one."""


def paragraph(inner: str) -> str:
    """Return a paragraph around runs."""
    return f"<w:p>{inner}</w:p>"


def run(text: str) -> str:
    """Return a run of plain text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str, *, split: int = 0) -> str:
    """Return a complex field; with *split* its code stands in two runs."""
    codes = (code[:split], code[split:]) if split else (code,)
    instructions = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in codes
    )
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{instructions}{separate}{result}{end}"


def simple(code: str, result: str) -> str:
    """Return a simple field."""
    return f'<w:fldSimple w:instr="{code}">{result}</w:fldSimple>'


def drawing(reference: str, *, name: str = "logo.png", description: str = "") -> str:
    """Return a run with a picture; *reference* is the attribute of ``a:blip``."""
    blip = f"<a:blip {reference}/>"
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="{name}" descr="{description}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def relations(items: Relations) -> bytes:
    """Return the relationships of a part."""
    inner = "".join(
        f'<Relationship Id="{number}" Type="{DOCUMENT_RELATIONS}/{kind}" Target="{target}"{_mode(target)}/>'
        for number, (kind, target) in items.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}'
        "</Relationships>"
    ).encode()


def _mode(target: str) -> str:
    return ' TargetMode="External"' if ":" in target or "\\" in target else ""


def look(
    header: str = "",
    *,
    header_relations: Relations | None = None,
    settings: str = "",
    styles: str = "",
    parts: Mapping[str, bytes] | None = None,
    main_relations: Relations | None = None,
    changed: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """Return the bundled look with another *header*, more *settings* and *styles*, and more *parts*.

    *changed* replaces a piece of a part's XML by another.
    """
    found = dict(read(LOOK))
    if header:
        found["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{header}</w:hdr>".encode()
    if header_relations:
        found["word/_rels/header1.xml.rels"] = relations(header_relations)
    changes = {
        "word/settings.xml": ("<w:zoom ", f"{settings}<w:zoom "),
        "word/styles.xml": ("</w:styles>", f"{styles}</w:styles>"),
        **(changed or {}),
    }
    if main_relations:
        more = relations(main_relations).decode().partition(">")[2].removesuffix("</Relationships>")
        changes["word/_rels/document.xml.rels"] = ("</Relationships>", f"{more}</Relationships>")
    for name, (old, new) in changes.items():
        xml = found[name].decode()
        assert old in xml, (name, old)
        found[name] = xml.replace(old, new).encode()
    for name, data in (parts or {}).items():
        found[name] = data
        types = found["[Content_Types].xml"].decode()
        override = f'<Override PartName="/{name}" ContentType="application/octet-stream"/>'
        found["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
    return write_parts(found)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I4s", len(data), kind) + data + struct.pack(">I", zlib.crc32(kind + data))


PIXEL = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
PNG = HEAD + PIXEL
PNG_WITH_NOTES = HEAD + chunk(b"tEXt", b"Author\0Maria Example, " + SECRET_PATH.encode()) + PIXEL
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    b"\xff\xe1\x00\x16Exif\0\0Maria Example" + b"\0"
    b"\xff\xfe\x00\x0fMaria Example"
    b"\xff\xdb\x00\x04\0\x01\xff\xda\x00\x04\0\x01pixels\xff\xd9Maria Example"
)


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
