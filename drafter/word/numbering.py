"""The lists of a look, and new ones for the ordered lists of a document."""

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from drafter.word.ooxml import ListPosition
from drafter.word.styles import Styles
from drafter.word.xml_tree import Element

_DEEPEST_LEVEL = 8


class Lists:
    """The list definitions of the look that is being filled."""

    def __init__(self, part: DocumentPart, styles: Styles) -> None:
        self._styles = styles
        has_lists = any(relation.reltype == RT.NUMBERING for relation in part.rels.values())
        self._definitions: dict[str, Element | None] = {}
        self._root: Element | None = part.numbering_part.element if has_lists else None

    def start_list(self, style: str, depth: int) -> ListPosition:
        """Return a position in a new list with the look of *style*; it counts from its first number."""
        definition = self._definition(style)
        if definition is None or self._root is None:
            return ListPosition("", 0)
        level = min(depth, _last_level(definition))
        new_list = self._root.add_num(int(definition.get(qn("w:abstractNumId"))))
        new_list.add_lvlOverride(ilvl=level).add_startOverride(1)
        return ListPosition(str(new_list.numId), level)

    def continue_list(self, style: str, depth: int) -> ListPosition:
        """Return a position in the style's own list. For bullets, which need no new count."""
        definition = self._definition(style)
        level = 0 if definition is None else min(depth, _last_level(definition))
        return ListPosition(self._styles.list_id(style), level)

    def text_indent(self, style: str, level: int) -> int | None:
        """Return the left indent of the text at *level* of the style's list, in twips, or ``None``."""
        definition = self._definition(style)
        if definition is None:
            return None
        for element in definition.findall(qn("w:lvl")):
            indent = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            if element.get(qn("w:ilvl")) == str(level) and indent is not None:
                left = indent.get(qn("w:left")) or indent.get(qn("w:start"))
                return int(left) if left else None
        return None

    def _definition(self, style: str) -> Element | None:
        """Return the ``w:abstractNum`` of the style's list, or ``None``."""
        if style not in self._definitions:
            self._definitions[style] = self._find_definition(self._styles.list_id(style))
        return self._definitions[style]

    def _find_definition(self, list_id: str) -> Element | None:
        if self._root is None:
            return None
        definition_id = next(
            (each.abstractNumId.val for each in self._root.num_lst if str(each.numId) == list_id), None
        )
        definitions = self._root.findall(qn("w:abstractNum"))
        matching = (each for each in definitions if each.get(qn("w:abstractNumId")) == str(definition_id))
        return next(matching, None)


def _last_level(definition: Element) -> int:
    """Return the deepest level of a list definition, counted from 0."""
    # A definition that only refers to a list style has no levels of its own; Word's list styles have nine.
    return (len(definition.findall(qn("w:lvl"))) or _DEEPEST_LEVEL + 1) - 1
