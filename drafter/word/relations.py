"""The relationships of a part: what it refers to, inside and outside the package."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from drafter.word.ooxml import RELATIONS_NAMESPACE
from drafter.word.safe_reading import read_part
from drafter.word.xml_tree import Element, serialise

_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIP = f"{{{_PACKAGE_RELATIONS}}}Relationship"


class Relation(NamedTuple):
    """A relationship to another part or to an external address."""

    kind: str
    """``header``, ``image`` …"""
    target: str
    """The name of the part, or the address if the relationship is external."""
    external: bool = False


def relations_of(parts: dict[str, bytes], part: str, file: str) -> dict[str, Relation]:
    """Return the relationships of *part* by id; of the package itself for ``""``."""
    folder = posixpath.dirname(part)
    root = read_part(parts, relations_part(part), file)
    relations: dict[str, Relation] = {}
    for element in () if root is None else root.iter(_RELATIONSHIP):
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        relations[element.get("Id", "")] = Relation(kind, target, external)
    return relations


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_xml(relations: Mapping[str, Relation]) -> bytes:
    """Return the XML of *relations* by id, with targets relative to the root of the package."""
    root = etree.Element(f"{{{_PACKAGE_RELATIONS}}}Relationships", nsmap={None: _PACKAGE_RELATIONS})
    for relation_id, relation in relations.items():
        target = relation.target if relation.external else f"/{relation.target}"
        kind = f"{RELATIONS_NAMESPACE}/{relation.kind}"
        element = etree.SubElement(root, _RELATIONSHIP, Id=relation_id, Type=kind, Target=target)
        if relation.external:
            element.set("TargetMode", "External")
    return serialise(root)


def content_types(defaults: Mapping[str, str], overrides: Mapping[str, str]) -> bytes:
    """Return ``[Content_Types].xml``: *defaults* by file name extension, *overrides* by name of part."""
    root: Element = etree.Element(f"{{{_CONTENT_TYPES}}}Types", nsmap={None: _CONTENT_TYPES})
    for extension, content_type in defaults.items():
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Default", Extension=extension, ContentType=content_type)
    for name, content_type in overrides.items():
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
    return serialise(root)
