"""The runs of a paragraph become text, marks of notes and fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from drafter.word.reader.document import Look, ReadField, ReadInline, ReadMark, ReadText
from drafter.word.xml_tree import Element, W, local, switched_on

_GAP = "Gap"
"""The name of the style of an open place."""


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not come yet."""

    look: Look
    instruction: list[str] = field(default_factory=list)
    result: list[ReadInline] = field(default_factory=list)

    def closed(self) -> ReadField:
        """Return the field as it was read."""
        return ReadField("".join(self.instruction).strip(), tuple(_joined(self.result)), self.look)


def read_inlines(paragraph: Element, style_names: Mapping[str, str]) -> tuple[ReadInline, ...]:
    """Return what the runs of *paragraph* hold; *style_names* has the name of each style by its id.

    Deleted text of a tracked change is left out. A field that goes on in the next paragraph ends here.
    """
    gathered = _Gathered()
    for run in paragraph.iter(f"{W}r"):
        look = _look(run, style_names)
        for part in run:
            gathered.add(part, look)
    return gathered.inlines()


class _Gathered:
    """Gathers the inlines of a paragraph, those of a field within the field."""

    def __init__(self) -> None:
        self._whole: list[ReadInline] = []
        self._fields: list[_OpenField] = []

    def add(self, part: Element, look: Look) -> None:
        """Add one child of a run."""
        match local(part):
            case "fldChar":
                self._turn(part.get(f"{W}fldCharType", ""), look)
            case "instrText":
                if self._fields:
                    self._fields[-1].instruction.append(part.text or "")
            case _:
                inline = _inline(part, look)
                if inline is not None:
                    self._put(inline)

    def _turn(self, kind: str, look: Look) -> None:
        if kind == "begin":
            self._fields.append(_OpenField(look))
        elif kind == "end" and self._fields:
            self._put(self._fields.pop().closed())

    def _put(self, inline: ReadInline) -> None:
        (self._fields[-1].result if self._fields else self._whole).append(inline)

    def inlines(self) -> tuple[ReadInline, ...]:
        """Return what was gathered; what is still open is closed."""
        while self._fields:
            self._put(self._fields.pop().closed())
        return tuple(_joined(self._whole))


def _inline(part: Element, look: Look) -> ReadInline | None:
    """Return a child of a run, ``None`` for one that shows nothing."""
    match local(part):
        case "t":
            return ReadText(part.text or "", look) if part.text else None
        case "br":
            return ReadText("\n", look)
        case "tab":
            return ReadText("\t", look)
        case "endnoteReference" | "footnoteReference":
            return ReadMark(part.get(f"{W}id", ""), look)
        case _:
            return None


def _look(run: Element, style_names: Mapping[str, str]) -> Look:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return Look()
    style = properties.find(f"{W}rStyle")
    named = "" if style is None else style_names.get(style.get(f"{W}val", ""), "")
    if named == _GAP or properties.find(f"{W}highlight") is not None:
        return Look(gap=True)
    return Look(bold=switched_on(properties, "b"), italic=switched_on(properties, "i"))


def _joined(inlines: Iterable[ReadInline]) -> Iterable[ReadInline]:
    """Yield *inlines*, texts of one look that stand side by side as one."""
    for look, alike in groupby(inlines, lambda one: one.look if isinstance(one, ReadText) else None):
        if look is None:
            yield from alike
        else:
            yield ReadText("".join(one.text for one in alike if isinstance(one, ReadText)), look)
