"""What must hold in every .docx that drafter writes, beyond what validators look at.

It shares no code with the writer: it reads the zip and the XML for itself.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CORE = {"title", "creator", "subject", "keywords", "language", "created", "modified"}
STYLE_TAGS = {"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"}
TELLTALE_SETTINGS = {"rsids", "attachedTemplate", "docId"}

Parts = dict[str, bytes]


def invariants(data: bytes) -> list[str]:
    """Return what is wrong with the .docx in *data*; an empty list if nothing is."""
    parts = read(data)
    checks: tuple[Callable[[Parts], Iterator[str]], ...] = (
        notes_are_in_order,
        notes_are_declared,
        styles_are_defined,
        numbers_are_defined,
        cells_end_in_a_paragraph,
        bookmarks_are_sound,
        comments_are_sound,
        controls_are_sound,
        package_is_complete,
        nothing_personal,
    )
    return [fault for check in checks for fault in check(parts)]


def read(data: bytes) -> Parts:
    """Return the parts of the package by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(parts: Parts, name: str) -> Any:
    """Return the root of a part; of one that is not there, an empty element."""
    return etree.fromstring(parts.get(name, b"<absent/>"))


def notes_are_in_order(parts: Parts) -> Iterator[str]:
    """Yield a fault unless ids are 1…n in reading order, each with one reference and one note."""
    for kind in ("endnote", "footnote"):
        found = tree(parts, "word/document.xml").iter(f"{W}{kind}Reference")
        references = [int(reference.get(f"{W}id")) for reference in found]
        if references != list(range(1, len(references) + 1)):
            yield f"{kind} references are {references}, not 1…n in reading order"
        notes = list(tree(parts, f"word/{kind}s.xml").iter(f"{W}{kind}"))
        real = [int(note.get(f"{W}id")) for note in notes if note.get(f"{W}type") is None]
        if real != sorted(references):
            yield f"{kind}s are {real}, referred to are {references}"
        if notes or references:
            kinds = [note.get(f"{W}type") for note in notes if note.get(f"{W}type")]
            if kinds != ["separator", "continuationSeparator"]:
                yield f"{kind}s have the separators {kinds}"
        for note in notes:
            if note.get(f"{W}type") is None and len(list(note.iter(f"{W}{kind}Ref"))) != 1:
                yield f"{kind} {note.get(f'{W}id')} does not show its number once"


def notes_are_declared(parts: Parts) -> Iterator[str]:
    """Yield a fault where settings or a section do not ask for decimal note numbers."""
    settings = tree(parts, "word/settings.xml")
    sections = list(tree(parts, "word/document.xml").iter(f"{W}sectPr"))
    if not sections:
        yield "there is no section"
    for kind in ("endnote", "footnote"):
        for place in (settings, *sections):
            found = [e.get(f"{W}val") for e in place.findall(f"{W}{kind}Pr/{W}numFmt")]
            if found != ["decimal"]:
                yield f"{kind}Pr in {etree.QName(place).localname} has the format {found}"
        declared = [e.get(f"{W}id") for e in settings.findall(f"{W}{kind}Pr/{W}{kind}")]
        notes = tree(parts, f"word/{kind}s.xml").findall(f"{W}{kind}")
        if declared != [note.get(f"{W}id") for note in notes if note.get(f"{W}type")]:
            yield f"settings declare the {kind} separators {declared}"


def styles_are_defined(parts: Parts) -> Iterator[str]:
    """Yield a fault for each style id that is used and not defined, or defined twice."""
    ids = [style.get(f"{W}styleId") for style in tree(parts, "word/styles.xml").iter(f"{W}style")]
    yield from (f"style {each} is defined {n} times" for each, n in Counter(ids).items() if n > 1)
    for name, root in word_parts(parts):
        for element in root.iter(*(f"{W}{tag}" for tag in STYLE_TAGS)):
            if element.get(f"{W}val") not in ids:
                yield f"{name} uses the undefined style {element.get(f'{W}val')!r}"


def numbers_are_defined(parts: Parts) -> Iterator[str]:
    """Yield a fault for each list that is used and not defined."""
    numbering = tree(parts, "word/numbering.xml")
    abstracts = {each.get(f"{W}abstractNumId") for each in numbering.iter(f"{W}abstractNum")}
    pairs = ((num, num.find(f"{W}abstractNumId")) for num in numbering.iter(f"{W}num"))
    nums = {num.get(f"{W}numId"): definition.get(f"{W}val") for num, definition in pairs}
    yield from (f"list {num} points to no definition" for num, to in nums.items() if to not in abstracts)
    for name, root in word_parts(parts):
        for element in root.iter(f"{W}numId"):
            if element.get(f"{W}val") not in {*nums, "0"}:
                yield f"{name} uses the undefined list {element.get(f'{W}val')!r}"


def cells_end_in_a_paragraph(parts: Parts) -> Iterator[str]:
    """Yield a fault for each cell that does not end in a paragraph, and for a body that ends in a table."""
    for name, root in word_parts(parts):
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"{name}: a table cell does not end in a paragraph"
        for table in root.iter(f"{W}tbl"):
            following = table.getnext()
            if following is None or following.tag in {f"{W}tbl", f"{W}sectPr"}:
                yield f"{name}: a table is followed by no paragraph"


def bookmarks_are_sound(parts: Parts) -> Iterator[str]:
    """Yield a fault for bookmarks that are not unique, not closed, or asked for and not there."""
    starts = [e for _, root in word_parts(parts) for e in root.iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for _, root in word_parts(parts) for e in root.iter(f"{W}bookmarkEnd")]
    ids, names = [e.get(f"{W}id") for e in starts], [e.get(f"{W}name") for e in starts]
    if len(set(ids)) != len(ids) or len(set(names)) != len(names) or sorted(ids) != sorted(ends):
        yield f"bookmarks are not unique or not closed: {names}, {ids}, {ends}"
    for name, root in word_parts(parts):
        for code in root.iter(f"{W}instrText"):
            words = (code.text or "").split()
            if words and words[0] in {"NOTEREF", "REF", "PAGEREF"} and words[1] not in names:
                yield f"{name} refers to the bookmark {words[1]}, which is not there"
        marks = Counter(e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar"))
        if len({marks["begin"], marks["separate"], marks["end"]}) != 1:
            yield f"{name} has fields that do not begin, separate and end: {dict(marks)}"


def comments_are_sound(parts: Parts) -> Iterator[str]:
    """Yield a fault for comments that are not in the text once, are by somebody, or have the id of a note."""
    comments = [int(each.get(f"{W}id")) for each in tree(parts, "word/comments.xml").iter(f"{W}comment")]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        marks = [int(each.get(f"{W}id")) for _, root in word_parts(parts) for each in root.iter(f"{W}{tag}")]
        if sorted(marks) != comments:
            yield f"the comments are {comments}, but the text has {tag} {marks}"
    if "word/comments.xml" in parts and not comments:
        yield "there is a part for comments, but no comment"
    for comment in tree(parts, "word/comments.xml").iter(f"{W}comment"):
        if comment.get(f"{W}author") != "drafter" or comment.get(f"{W}initials") is not None:
            yield f"a comment is by {comment.get(f'{W}author')}"
    notes = {
        int(note.get(f"{W}id"))
        for kind in ("footnote", "endnote")
        for note in tree(parts, f"word/{kind}s.xml").iter(f"{W}{kind}")
    }
    if both := notes.intersection(comments):
        yield f"notes and comments have the same ids, which LibreOffice 7.4 confuses: {sorted(both)}"


def controls_are_sound(parts: Parts) -> Iterator[str]:
    """Yield a fault for content controls whose ids or tags are not unique, or too long for Word."""
    controls = [each for _, root in word_parts(parts) for each in root.iter(f"{W}sdtPr")]
    for name in ("id", "tag"):
        values = [each.get(f"{W}val") for control in controls for each in control.iter(f"{W}{name}")]
        if len(values) != len(controls) or len(set(values)) != len(values):
            yield f"{len(controls)} content controls have the {name}s {values}"
    for control in controls:
        for each in control.iter(f"{W}tag", f"{W}alias"):
            if not 0 < len(each.get(f"{W}val")) <= 64:
                yield f"a content control has the {etree.QName(each).localname} {each.get(f'{W}val')!r}"


def package_is_complete(parts: Parts) -> Iterator[str]:
    """Yield a fault for parts without a content type or a relationship, and the other way round."""
    types = tree(parts, "[Content_Types].xml")
    overrides = [each.get("PartName").lstrip("/") for each in types.iter(f"{TYPES}Override")]
    defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    yield from (f"content type for {each}, which is not there" for each in overrides if each not in parts)
    reached = {"[Content_Types].xml"}
    for name in (each for each in parts if each.endswith(".rels")):
        reached.add(name)
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
        rels = list(tree(parts, name).iter(f"{RELS}Relationship"))
        for rel in (each for each in rels if each.get("TargetMode") != "External"):
            path = posixpath.join(posixpath.dirname(owner), rel.get("Target"))
            target = posixpath.normpath(path).lstrip("/")
            reached.add(target)
            if target not in parts:
                yield f"{name} points to {target}, which is not there"
        if owner in parts:
            yield from dangling(owner, tree(parts, owner), {rel.get("Id") for rel in rels})
    for name in parts:
        if name not in reached:
            yield f"nothing points to {name}"
        if name not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"{name} has no content type"


def dangling(name: str, root: Any, known: set[str]) -> Iterator[str]:
    """Yield a fault for each relationship that a part uses and does not have."""
    for element in root.iter():
        for attribute, value in element.attrib.items():
            if attribute.startswith(R) and value not in known:
                yield f"{name} uses the relationship {value}, which is not there"


CUSTOM = {"drafter": r"[0-9a-f]{64}", "drafter document": r"[a-z-]+/[a-z0-9-]+"}
"""The custom properties of a file, with what they may hold: the seal, the id of the document type."""


def nothing_personal(parts: Parts) -> Iterator[str]:
    """Yield a fault for whatever tells of the machine, the person at it, or the sessions of editing."""
    core, app, settings = (
        [etree.QName(element).localname for element in tree(parts, name)]
        for name in ("docProps/core.xml", "docProps/app.xml", "word/settings.xml")
    )
    yield from (f"core properties hold {name}" for name in core if name not in CORE)
    yield from (f"app properties hold {name}" for name in app if name != "Words")
    yield from (f"settings hold {name}" for name in settings if name in TELLTALE_SETTINGS)
    for element in tree(parts, "docProps/custom.xml"):
        name, value = element.get("name", ""), "".join(element.itertext())
        if not re.fullmatch(CUSTOM.get(name, ""), value):
            yield f"custom properties hold {name}"
    for name, root in word_parts(parts):
        for element in root.iter(etree.Element):
            is_ours = element.tag == f"{W}comment" and element.get(f"{W}author") == "drafter"
            if any(
                key.startswith(f"{W}rsid") or (key == f"{W}author" and not is_ours) for key in element.attrib
            ):
                yield f"{name} has editing marks on {etree.QName(element).localname}"


def word_parts(parts: Parts) -> Iterator[tuple[str, Any]]:
    """Yield name and root of each XML part of the document proper."""
    for name in sorted(parts):
        if name.startswith("word/") and name.endswith(".xml"):
            yield name, tree(parts, name)
