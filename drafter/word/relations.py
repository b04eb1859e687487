"""The relationships of a part: what it points to, inside the package and outside."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from drafter.word.ooxml import RELATIONS
from drafter.word.opening import read_part
from drafter.word.xml_tree import Element, serialised

PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIP = f"{{{PACKAGE_RELATIONS}}}Relationship"


class Relation(NamedTuple):
    """Where a relationship leads: its kind (``header``, ``image`` …), and a part's name or an address."""

    kind: str
    target: str
    external: bool = False


def relations_of(parts: dict[str, bytes], part: str, file: str) -> dict[str, Relation]:
    """Return the relationships of *part* (``""``: of the package) by id, targets as names of parts."""
    folder, name = posixpath.split(part)
    root = read_part(parts, posixpath.join(folder, "_rels", f"{name}.rels"), file)
    found: dict[str, Relation] = {}
    for element in () if root is None else root.iter(_RELATIONSHIP):
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], target, external)
    return found


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_xml(relations: Mapping[str, Relation]) -> bytes:
    """Return the XML of *relations* by id, whose targets are written from the root of the package."""
    root = etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships", nsmap={None: PACKAGE_RELATIONS})
    for number, relation in relations.items():
        target = relation.target if relation.external else f"/{relation.target}"
        one = etree.SubElement(
            root, _RELATIONSHIP, Id=number, Type=f"{RELATIONS}/{relation.kind}", Target=target
        )
        if relation.external:
            one.set("TargetMode", "External")
    return serialised(root)


def content_types(defaults: Mapping[str, str], overrides: Mapping[str, str]) -> bytes:
    """Return ``[Content_Types].xml`` with types by ending and by name of part."""
    root: Element = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for ending, kind in defaults.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name, kind in overrides.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return serialised(root)
