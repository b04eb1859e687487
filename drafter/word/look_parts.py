"""The new package of a look, into which the parts that shape pages are taken over, cleaned, one by one."""

from collections import Counter

from docx.opc.constants import CONTENT_TYPE as CT
from docx.oxml.parser import OxmlElement

from drafter.word.embedded import clean_references, drop_objects, open_controls
from drafter.word.field_codes import clean_fields
from drafter.word.left_out import LeftOut
from drafter.word.opening import read_part
from drafter.word.pictures import cleaned_picture
from drafter.word.relations import Relation, content_types, relations_of, relations_part, relations_xml
from drafter.word.revisions import accept_changes, drop_comments_and_marks
from drafter.word.traces import clear_attributes, clear_text, public_address
from drafter.word.xml_tree import Element, R, W, drop, serialised

_FOLDERS = {"theme": "theme/theme1"}
_MARGINS = {"header": (CT.WML_HEADER, f"{W}hdr"), "footer": (CT.WML_FOOTER, f"{W}ftr")}
_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}fldChar", f"{W}fldSimple", f"{W}object", f"{W}sym")
_BY_KIND = {"styles", "numbering", "settings", "theme", "fontTable"}
"""Relationships that Word finds by their kind; every other one is used by its id."""
_DEFAULTS = {
    "rels": CT.OPC_RELATIONSHIPS,
    "xml": CT.XML,
    "png": CT.PNG,
    "jpeg": CT.JPEG,
    "gif": CT.GIF,
    "bmp": CT.BMP,
    "wmf": CT.X_WMF,
    "emf": CT.X_EMF,
    "odttf": CT.X_FONTDATA,
}


def has_content(root: Element) -> bool:
    """Return whether the header or footer *root* shows anything."""
    words = any((text.text or "").strip() for text in root.iter(f"{W}t"))
    return words or next(root.iter(*_SHOWN), None) is not None


class LookParts:
    """The parts of the new package so far; everything that is added is cleaned first."""

    def __init__(self, source: dict[str, bytes], file: str, left_out: LeftOut) -> None:
        self._source = source
        self._file = file
        self.left_out = left_out
        self._roots: dict[str, Element] = {}
        self._binaries: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: dict[str, dict[str, Relation]] = {"": {}}
        self._taken: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._main: dict[str, Relation] = {}

    def read(self, name: str) -> Element | None:
        """Return the root of the look's own part *name*, as it was, or ``None``."""
        return read_part(self._source, name, self._file)

    def root(self, kind: str) -> Element | None:
        """Return the root of the part of *kind* in the new package, or ``None``."""
        return self._roots.get(_name(kind))

    def add(self, kind: str, content_type: str, root: Element, source: str) -> None:
        """Add the part of *kind* with *root*, which the look has as *source*, for the main part."""
        name = _name(kind)
        self._add_xml(
            name, content_type, root, relations_of(self._source, source, self._file) if source else {}
        )
        self._main[f"rId{len(self._main) + 1}"] = Relation(kind, name)

    def add_main(self, root: Element, relations: dict[str, Relation]) -> None:
        """Add the main part with *root*, and the headers and footers that its section refers to."""
        name = "word/document.xml"
        self._relations[name] = self._main
        self._add_xml(name, CT.WML_DOCUMENT_MAIN, root, relations)
        self._relations[""] = {"rId1": Relation("officeDocument", name)}

    def package(self) -> dict[str, bytes]:
        """Return the parts of the new package by name."""
        found = {name: serialised(root) for name, root in self._roots.items()}
        for name, relations in self._relations.items():
            used = _references(self._roots[name]) if name else set(relations)
            kept = {one: to for one, to in relations.items() if one in used or to.kind in _BY_KIND}
            if kept:
                found[relations_part(name)] = relations_xml(kept)
            found |= {
                to.target: self._binaries[to.target] for to in kept.values() if to.target in self._binaries
            }
        endings = {name.rpartition(".")[2] for name in found}
        defaults = {ending: kind for ending, kind in _DEFAULTS.items() if ending in endings}
        return {"[Content_Types].xml": content_types(defaults, self._types), **found}

    def _add_xml(self, name: str, content_type: str, root: Element, relations: dict[str, Relation]) -> None:
        """Clean the part and add it, with all that it may keep pointing to."""
        new = self._relations.setdefault(name, {})
        accept_changes(root, self.left_out)
        drop_comments_and_marks(root, self.left_out)
        open_controls(root, self.left_out)
        clean_fields(root, self.left_out)
        drop_objects(root, self.left_out)
        clean_references(root, relations, lambda relation: self._keep(relation, new), self.left_out)
        clear_attributes(root, self.left_out)
        clear_text(root, self.left_out)
        _complete(root)
        self._roots[name] = root
        self._types[name] = content_type

    def _keep(self, relation: Relation, new: dict[str, Relation]) -> str:
        """Take over what *relation* leads to, add it to *new* and return its id there, or ``""``."""
        if relation.external:
            good = relation.kind == "hyperlink" and public_address(relation.target)
            target = relation.target if good else ""
        else:
            target = self._target(relation)
        if not target:
            return ""
        number = f"rId{len(new) + 1}"
        new[number] = Relation(relation.kind, target, relation.external)
        return number

    def _target(self, relation: Relation) -> str:
        """Return the new name of the part that *relation* leads to, ``""`` where it may not be taken over."""
        key = (relation.kind, relation.target)
        if key not in self._taken:
            self._taken[key] = ""  # a part that leads back to itself ends here
            self._taken[key] = self._take(relation)
        return self._taken[key]

    def _take(self, relation: Relation) -> str:
        kind, source = relation.kind, relation.target
        if kind in _MARGINS:
            return self._take_margin(kind, source)
        if kind == "image":
            picture = cleaned_picture(self._source.get(source, b""))
            return "" if picture is None else self._add_binary("media/image", *picture)
        if kind == "font" and source in self._source and source.endswith(".odttf"):
            return self._add_binary("fonts/font", self._source[source], "odttf")
        return ""

    def _take_margin(self, kind: str, source: str) -> str:
        """Take over a header or footer."""
        content_type, tag = _MARGINS[kind]
        root = self.read(source)
        if root is None or root.tag != tag:
            return ""
        self._counts[kind] += 1
        name = f"word/{kind}{self._counts[kind]}.xml"
        self._add_xml(name, content_type, root, relations_of(self._source, source, self._file))
        return name

    def _add_binary(self, stem: str, data: bytes, ending: str) -> str:
        self._counts[stem] += 1
        name = f"word/{stem}{self._counts[stem]}.{ending}"
        self._binaries[name] = data
        return name


def _references(root: Element) -> set[str]:
    """Return the ids of the relationships that *root* still uses; a picture may have gone with its frame."""
    return {value for element in root.iter() for name, value in element.attrib.items() if name.startswith(R)}


def _name(kind: str) -> str:
    return f"word/{_FOLDERS.get(kind, kind)}.xml"


def _complete(root: Element) -> None:
    """Give header, footer, text boxes and cells the paragraph at their end that Word needs."""
    for holder in list(root.iter(f"{W}hdr", f"{W}ftr", f"{W}tc", f"{W}txbxContent")):
        if len(holder) == 0 or holder[-1].tag != f"{W}p":
            holder.append(OxmlElement("w:p"))
    bullets = {one.get(f"{W}numPicBulletId") for one in root.iter(f"{W}numPicBullet")}
    for level in list(root.iter(f"{W}lvlPicBulletId")):
        if level.get(f"{W}val") not in bullets:
            drop(level)
    for reference in list(root.iter(f"{W}headerReference", f"{W}footerReference")):
        if not reference.get(f"{R}id"):
            drop(reference)
