"""Lists of the bundled look for styles of another look that have none."""

from copy import deepcopy

from docx.oxml.parser import OxmlElement

from drafter.word.bundled_look import bundled_root
from drafter.word.schema_order import child_in_order, insert_in_order
from drafter.word.style_values import StyleValues
from drafter.word.xml_tree import Element, W, remove_element

_LEVELS = ("lvl", "numStyleLink", "styleLink")


class ListFiller:
    """Copies lists of the bundled look into the *numbering* of a look, each one once and with fresh ids."""

    def __init__(self, numbering: Element, style_ids: dict[str, str]) -> None:
        """*style_ids* has the id of each style in the look by its id in the bundled look."""
        self._root = numbering
        self._style_ids = style_ids
        self._bundled = bundled_root("numbering")
        self._new_ids: dict[str, str] = {}

    def has_list(self, values: StyleValues, style_id: str) -> bool:
        """Return whether the style has a list that is defined, its own or an inherited one."""
        list_id = values.value(style_id, "pPr", "numPr", "numId")
        definition = _definition(self._root, list_id)
        return definition is not None and any(definition.find(f"{W}{tag}") is not None for tag in _LEVELS)

    def copy_list(self, list_id: str) -> str:
        """Return the id in the look of the bundled look's list *list_id*, which is copied if need be."""
        if list_id not in self._new_ids:
            definition = deepcopy(_definition(self._bundled, list_id))
            if definition is None:
                raise ValueError(f"the bundled look has no list {list_id}")
            new_id = _fresh_id(self._root, "abstractNum", "abstractNumId")
            definition.set(f"{W}abstractNumId", new_id)
            for link in definition.iter(f"{W}pStyle"):
                link.set(f"{W}val", self._style_ids.get(link.get(f"{W}val"), ""))
            for fonts in list(definition.iter(f"{W}rFonts")):  # a second typeface in the middle of a line
                remove_element(fonts)
            for properties in [each for each in definition.iter(f"{W}rPr") if len(each) == 0]:
                remove_element(properties)
            insert_in_order(self._root, definition)
            self._new_ids[list_id] = self._add_list(new_id)
        return self._new_ids[list_id]

    def _add_list(self, definition_id: str) -> str:
        new = OxmlElement("w:num", {f"{W}numId": _fresh_id(self._root, "num", "numId")})
        new.append(OxmlElement("w:abstractNumId", {f"{W}val": definition_id}))
        insert_in_order(self._root, new)
        return str(new.get(f"{W}numId"))


def list_id_of(style: Element) -> str:
    """Return the id of the list that *style* itself names, or ``""``."""
    list_id = style.find(f"{W}pPr/{W}numPr/{W}numId")
    return "" if list_id is None else str(list_id.get(f"{W}val", ""))


def set_list(style: Element, list_id: str) -> None:
    """Give *style* the list *list_id*, at its first level."""
    numbering = OxmlElement("w:numPr")
    numbering.append(OxmlElement("w:numId", {f"{W}val": list_id}))
    insert_in_order(child_in_order(style, "pPr"), numbering)


def _definition(root: Element, list_id: str) -> Element | None:
    """Return the ``w:abstractNum`` of the list *list_id* under *root*, or ``None``."""
    for number in root.iter(f"{W}num"):
        reference = number.find(f"{W}abstractNumId")
        if number.get(f"{W}numId") == list_id and reference is not None:
            definition_id = reference.get(f"{W}val")
            definitions = root.iter(f"{W}abstractNum")
            same = (each for each in definitions if each.get(f"{W}abstractNumId") == definition_id)
            return next(same, None)
    return None


def _fresh_id(root: Element, tag: str, attribute: str) -> str:
    """Return a number that no *tag* under *root* has as its *attribute*."""
    ids = [element.get(f"{W}{attribute}", "") for element in root.iter(f"{W}{tag}")]
    return str(max((int(each) for each in ids if each.isdecimal()), default=0) + 1)
