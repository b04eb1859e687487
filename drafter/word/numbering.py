"""The look's lists, and the new ones that a document's ordered lists need to begin anew."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from drafter.word.ooxml import Number
from drafter.word.styles import Styles

_DEEPEST = 8


class Lists:
    """The list definitions of a look that is being filled."""

    def __init__(self, part: DocumentPart, styles: Styles) -> None:
        self._styles = styles
        has_lists = any(rel.reltype == RT.NUMBERING for rel in part.rels.values())
        self._abstracts: dict[str, Any] = {}
        self._root: Any = part.numbering_part.element if has_lists else None

    def begin(self, style: str, depth: int) -> Number:
        """Return a place in a new list of the style's kind, which begins at its first number."""
        abstract = self._abstract(style)
        if abstract is None:
            return Number("", 0)
        level = min(depth, self._last_level(abstract))
        num = self._root.add_num(int(abstract.get(qn("w:abstractNumId"))))
        num.add_lvlOverride(ilvl=level).add_startOverride(1)
        return Number(str(num.numId), level)

    def join(self, style: str, depth: int) -> Number:
        """Return a place in the style's own list, for lists without numbers."""
        abstract = self._abstract(style)
        level = 0 if abstract is None else min(depth, self._last_level(abstract))
        return Number(self._styles.number(style), level)

    def left(self, style: str, level: int) -> int | None:
        """Return where the text of a list's level begins, in twips, if the look says so."""
        abstract = self._abstract(style)
        if abstract is None:
            return None
        for found in abstract.findall(qn("w:lvl")):
            indent = found.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            if found.get(qn("w:ilvl")) == str(level) and indent is not None:
                left = indent.get(qn("w:left")) or indent.get(qn("w:start"))
                return int(left) if left else None
        return None

    def expect(self, style: str) -> None:
        """Record a fault if the style has no list; its numbers would silently vanish."""
        self._abstract(style)

    def _abstract(self, style: str) -> Any:
        """Return the ``w:abstractNum`` behind the style's list; without one, ``None`` and a fault is kept."""
        if style not in self._abstracts:
            self._abstracts[style] = self._find(self._styles.number(style))
            if self._abstracts[style] is None:
                self._styles.lacks_list(style)
        return self._abstracts[style]

    def _find(self, num_id: str) -> Any:
        if self._root is None:
            return None
        chosen = next((num.abstractNumId.val for num in self._root.num_lst if str(num.numId) == num_id), None)
        abstracts = self._root.findall(qn("w:abstractNum"))
        return next((one for one in abstracts if one.get(qn("w:abstractNumId")) == str(chosen)), None)

    def _last_level(self, abstract: Any) -> int:
        # A definition that only points to a list style holds no levels; Word's list styles have all nine.
        return (len(abstract.findall(qn("w:lvl"))) or _DEEPEST + 1) - 1
