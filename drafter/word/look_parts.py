"""The new package of a look: the parts that affect pages are copied into it one by one, and cleaned."""

from collections import Counter

from docx.opc.constants import CONTENT_TYPE as CT
from docx.oxml.parser import OxmlElement

from drafter.word.embedded import clean_references, remove_objects, unwrap_controls
from drafter.word.field_codes import clean_fields
from drafter.word.pictures import clean_picture
from drafter.word.relations import Relation, content_types, relations_of, relations_part, relations_xml
from drafter.word.removals import Removals
from drafter.word.revisions import accept_changes, remove_comments_and_marks
from drafter.word.safe_reading import read_part
from drafter.word.schema_order import repair_order
from drafter.word.traces import clear_attributes, clear_text, is_public_address
from drafter.word.value_repair import repair_values
from drafter.word.xml_tree import Element, R, W, remove_element, serialise

_PATHS = {"theme": "theme/theme1"}
_HEADER_FOOTER = {"header": (CT.WML_HEADER, f"{W}hdr"), "footer": (CT.WML_FOOTER, f"{W}ftr")}
_VISIBLE = (f"{W}drawing", f"{W}pict", f"{W}fldChar", f"{W}fldSimple", f"{W}object", f"{W}sym")
_FOUND_BY_KIND = {"styles", "numbering", "settings", "theme", "fontTable"}
"""The relationships that Word finds by their kind; it finds all others by id."""
_DEFAULT_TYPES = {
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
    has_text = any((text.text or "").strip() for text in root.iter(f"{W}t"))
    return has_text or next(root.iter(*_VISIBLE), None) is not None


class LookParts:
    """The parts of the new package. Everything is cleaned before it is added."""

    def __init__(self, source: dict[str, bytes], file: str, removals: Removals) -> None:
        self._source = source
        self._file = file
        self.removals = removals
        self._roots: dict[str, Element] = {}
        self._binaries: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: dict[str, dict[str, Relation]] = {"": {}}
        self._copied: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._main_relations: dict[str, Relation] = {}

    def offer(self, name: str, data: bytes) -> None:
        """Add the part *name* with *data* to the original, so that it can be copied."""
        self._source[name] = data

    def read(self, name: str) -> Element | None:
        """Return the root of the original part *name*, not cleaned; ``None`` if there is none."""
        return read_part(self._source, name, self._file)

    def root(self, kind: str) -> Element | None:
        """Return the root of the part of *kind* in the new package; ``None`` if there is none."""
        return self._roots.get(_part_name(kind))

    def add(self, kind: str, content_type: str, root: Element, source: str) -> None:
        """Add the part of *kind* with *root*, to which the main part refers.

        *source* is the name of the original part; ``""`` if there is none.
        """
        name = _part_name(kind)
        relations = relations_of(self._source, source, self._file) if source else {}
        self._add_xml(name, content_type, root, relations)
        self._main_relations[f"rId{len(self._main_relations) + 1}"] = Relation(kind, name)

    def add_main(self, root: Element, relations: dict[str, Relation]) -> None:
        """Add the main part with *root*, and the headers and footers that its section refers to."""
        name = "word/document.xml"
        self._relations[name] = self._main_relations
        self._add_xml(name, CT.WML_DOCUMENT_MAIN, root, relations)
        self._relations[""] = {"rId1": Relation("officeDocument", name)}

    def roots(self) -> tuple[Element, ...]:
        """Return the roots of all parts of the new package that are XML."""
        return tuple(self._roots.values())

    def package(self) -> dict[str, bytes]:
        """Return the parts of the new package by name."""
        parts = {name: serialise(root) for name, root in self._roots.items()}
        for name, relations in self._relations.items():
            used = self._used_relations(name, relations)
            if used:
                parts[relations_part(name)] = relations_xml(used)
            targets = [relation.target for relation in used.values()]
            parts |= {target: self._binaries[target] for target in targets if target in self._binaries}
        extensions = {name.rpartition(".")[2] for name in parts}
        defaults = {
            extension: content_type
            for extension, content_type in _DEFAULT_TYPES.items()
            if extension in extensions
        }
        return {"[Content_Types].xml": content_types(defaults, self._types), **parts}

    def _used_relations(self, name: str, relations: dict[str, Relation]) -> dict[str, Relation]:
        """Return the *relations* that the part *name* still uses. A picture may be gone with its frame."""
        ids = _reference_ids(self._roots[name]) if name else set(relations)
        return {
            relation_id: relation
            for relation_id, relation in relations.items()
            if relation_id in ids or relation.kind in _FOUND_BY_KIND
        }

    def _add_xml(self, name: str, content_type: str, root: Element, relations: dict[str, Relation]) -> None:
        """Clean the part and add it, together with the pictures and links that may stay."""
        new_relations = self._relations.setdefault(name, {})
        accept_changes(root, self.removals)
        remove_comments_and_marks(root, self.removals)
        unwrap_controls(root, self.removals)
        clean_fields(root, self.removals)
        remove_objects(root, self.removals)
        clean_references(root, relations, lambda relation: self._copy(relation, new_relations), self.removals)
        clear_attributes(root, self.removals)
        clear_text(root, self.removals)
        _repair(root)
        repair_values(root)
        repair_order(root)
        self._roots[name] = root
        self._types[name] = content_type

    def _copy(self, relation: Relation, new_relations: dict[str, Relation]) -> str:
        """Copy *relation* and its target; return its new id, or ``""`` if it may not stay."""
        if relation.external:
            may_stay = relation.kind == "hyperlink" and is_public_address(relation.target)
            target = relation.target if may_stay else ""
        else:
            target = self._copied_target(relation)
        if not target:
            return ""
        new_id = f"rId{len(new_relations) + 1}"
        new_relations[new_id] = Relation(relation.kind, target, relation.external)
        return new_id

    def _copied_target(self, relation: Relation) -> str:
        """Return the new name of the target of *relation*, copied once; ``""`` if it may not be copied."""
        key = (relation.kind, relation.target)
        if key not in self._copied:
            self._copied[key] = ""  # ends the recursion of a part that refers to itself
            self._copied[key] = self._copy_target(relation)
        return self._copied[key]

    def _copy_target(self, relation: Relation) -> str:
        kind, source = relation.kind, relation.target
        if kind in _HEADER_FOOTER:
            return self._copy_header_footer(kind, source)
        if kind == "image":
            picture = clean_picture(self._source.get(source, b""))
            return "" if picture is None else self._add_binary("media/image", *picture)
        if kind == "font" and source in self._source and source.endswith(".odttf"):
            return self._add_binary("fonts/font", self._source[source], "odttf")
        return ""

    def _copy_header_footer(self, kind: str, source: str) -> str:
        """Copy a header or footer and return its new name; ``""`` if *source* is not one."""
        content_type, tag = _HEADER_FOOTER[kind]
        root = self.read(source)
        if root is None or root.tag != tag:
            return ""
        self._counts[kind] += 1
        name = f"word/{kind}{self._counts[kind]}.xml"
        self._add_xml(name, content_type, root, relations_of(self._source, source, self._file))
        return name

    def _add_binary(self, stem: str, data: bytes, extension: str) -> str:
        """Add a part that is not XML and return its name."""
        self._counts[stem] += 1
        name = f"word/{stem}{self._counts[stem]}.{extension}"
        self._binaries[name] = data
        return name


def _reference_ids(root: Element) -> set[str]:
    """Return the ids of the relationships to which elements under *root* refer."""
    return {value for element in root.iter() for name, value in element.attrib.items() if name.startswith(R)}


def _part_name(kind: str) -> str:
    return f"word/{_PATHS.get(kind, kind)}.xml"


def _repair(root: Element) -> None:
    """Add paragraphs that Word requires, and remove references to what is gone."""
    for container in list(root.iter(f"{W}hdr", f"{W}ftr", f"{W}tc", f"{W}txbxContent")):
        if len(container) == 0 or container[-1].tag != f"{W}p":
            container.append(OxmlElement("w:p"))
    bullet_ids = {bullet.get(f"{W}numPicBulletId") for bullet in root.iter(f"{W}numPicBullet")}
    for reference in list(root.iter(f"{W}lvlPicBulletId")):
        if reference.get(f"{W}val") not in bullet_ids:
            remove_element(reference)
    for reference in list(root.iter(f"{W}headerReference", f"{W}footerReference")):
        if not reference.get(f"{R}id"):
            remove_element(reference)
