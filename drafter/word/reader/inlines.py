"""The runs of a paragraph as text, note marks and fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from drafter.word.reader.document import ReadField, ReadInline, ReadNoteMark, ReadText, TextFormat
from drafter.word.style_names import GAP_STYLE
from drafter.word.xml_tree import Element, W, is_on, local_name, nearest_ancestor


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not been read yet."""

    format: TextFormat
    instruction: list[str] = field(default_factory=list)
    result: list[ReadInline] = field(default_factory=list)

    def to_field(self) -> ReadField:
        """Return the field as read so far."""
        return ReadField("".join(self.instruction).strip(), tuple(_merged(self.result)), self.format)


def read_inlines(paragraph: Element, style_names: Mapping[str, str]) -> tuple[ReadInline, ...]:
    """Return the inlines of *paragraph*; *style_names* maps the ids of styles to their names.

    Text deleted in a tracked change and text boxes are left out. A field that continues in the next paragraph
    ends here.
    """
    collector = _InlineCollector()
    has_box = paragraph.find(f".//{W}txbxContent") is not None
    for run in paragraph.iter(f"{W}r"):
        if has_box and nearest_ancestor(run, f"{W}p") is not paragraph:
            continue
        run_format = _format(run, style_names)
        if is_placeholder(run):
            run_format = TextFormat(gap=True)
        for child in run:
            collector.add(child, run_format)
    return collector.inlines()


def is_placeholder(run: Element) -> bool:
    """Return whether *run* is the placeholder of a content control that nobody has filled in."""
    control = nearest_ancestor(run, f"{W}sdt")
    return control is not None and is_on(control.find(f"{W}sdtPr"), "showingPlcHdr")


class _InlineCollector:
    """Collects the inlines of a paragraph; those inside a field become its result."""

    def __init__(self) -> None:
        self._inlines: list[ReadInline] = []
        self._open_fields: list[_OpenField] = []

    def add(self, child: Element, run_format: TextFormat) -> None:
        """Add a *child* of a run."""
        match local_name(child):
            case "fldChar":
                self._add_field_mark(child.get(f"{W}fldCharType", ""), run_format)
            case "instrText":
                if self._open_fields:
                    self._open_fields[-1].instruction.append(child.text or "")
            case _:
                inline = _inline(child, run_format)
                if inline is not None:
                    self._append(inline)

    def inlines(self) -> tuple[ReadInline, ...]:
        """Close all open fields and return the inlines."""
        while self._open_fields:
            self._append(self._open_fields.pop().to_field())
        return tuple(_merged(self._inlines))

    def _add_field_mark(self, kind: str, run_format: TextFormat) -> None:
        if kind == "begin":
            self._open_fields.append(_OpenField(run_format))
        elif kind == "end" and self._open_fields:
            self._append(self._open_fields.pop().to_field())

    def _append(self, inline: ReadInline) -> None:
        (self._open_fields[-1].result if self._open_fields else self._inlines).append(inline)


def _inline(child: Element, run_format: TextFormat) -> ReadInline | None:
    """Return a child of a run as an inline; ``None`` for one that shows nothing."""
    match local_name(child):
        case "t":
            return ReadText(child.text or "", run_format) if child.text else None
        case "br" | "cr":
            return ReadText("\n", run_format)
        case "noBreakHyphen":
            return ReadText("\u2011", run_format)
        case "tab":
            return ReadText("\t", run_format)
        case "endnoteReference":
            return ReadNoteMark(child.get(f"{W}id", ""), run_format, "endnote")
        case "footnoteReference":
            return ReadNoteMark(child.get(f"{W}id", ""), run_format, "footnote")
        case _:
            return None


def _format(run: Element, style_names: Mapping[str, str]) -> TextFormat:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return TextFormat()
    style = properties.find(f"{W}rStyle")
    style_name = "" if style is None else style_names.get(style.get(f"{W}val", ""), "")
    if is_on(properties, "vanish"):
        return TextFormat(hidden=True)
    highlight = properties.find(f"{W}highlight")
    if style_name == GAP_STYLE or (highlight is not None and highlight.get(f"{W}val") != "none"):
        return TextFormat(gap=True)
    return TextFormat(bold=is_on(properties, "b"), italic=is_on(properties, "i"))


def _merged(inlines: Iterable[ReadInline]) -> Iterator[ReadInline]:
    """Yield *inlines*, with adjacent texts in the same format merged into one."""
    for text_format, group in groupby(inlines, _text_format):
        if text_format is None:
            yield from group
        else:
            text = "".join(inline.text for inline in group if isinstance(inline, ReadText))
            yield ReadText(text, text_format)


def _text_format(inline: ReadInline) -> TextFormat | None:
    return inline.format if isinstance(inline, ReadText) else None
