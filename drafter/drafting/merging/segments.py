"""The stretches of a document that come from one answer or clause, with what the edited file has there."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from drafter.drafting.merging.line_diff import LineDiff
from drafter.drafting.merging.lines import (
    Line,
    is_note,
    lines_of_markdown,
    markdown_of,
    text_of,
)
from drafter.drafting.merging.typed_references import with_kept_references
from drafter.model.blocks import Reference, Text
from drafter.model.origins import KeyPath, LineOrigins, Span
from drafter.text_diff import Pair, align

Unit = KeyPath | None
"""The path of the answer or clause that a segment prints; ``None`` for a line made of several parts."""
_NAMED = "\ue000"
"""A character that no text has: before a name it makes it unlike any text."""
_LONG_ROOTS = ("summary", "method", "closing")
_LONG_EARLIER = ("measures", "evidence", "needed")


@dataclass(slots=True)
class Segment:
    """Consecutive lines that one answer or clause prints, or one line made of several parts."""

    unit: Unit
    lines: list[Line] = field(default_factory=list)
    """As drafter printed them."""
    pairs: list[tuple[Line | None, Line | None]] = field(default_factory=list)
    """The printed and the edited lines, in the order of the edited file."""
    added_after: list[Line] = field(default_factory=list)
    """New lines after the segment that do not belong to it."""

    @property
    def edited(self) -> list[Line]:
        """The lines of the edited file."""
        return [new for _, new in self.pairs if new is not None]

    def markdown(self, *, is_after: bool = False) -> str:
        """Return the edited lines, or the new ones after the segment, as Markdown with numbers for notes."""
        return markdown_of(self.added_after if is_after else self.edited)

    def reword(self, text: str, *, is_after: bool = False) -> None:
        """Put *text* (Markdown) in place of the edited lines, or of the new ones after the segment."""
        new = list(lines_of_markdown(text))
        if is_after:
            self.added_after = new
            return
        printed = [old for old, _ in self.pairs if old is not None]
        self.pairs = [
            (old, edited) if old is None else _pair(old, edited) for old, edited in zip_longest(printed, new)
        ]

    @property
    def is_same(self) -> bool:
        """Whether nothing was changed."""
        return all(
            old is not None
            and new is not None
            and is_same_line(old, new, compare_format=self.unit is not None)
            for old, new in self.pairs
        )


def is_same_line(old: Line, new: Line, *, compare_format: bool) -> bool:
    """Return whether two lines say the same; with *compare_format*, also in bold or italics."""
    if old.text.strip() != new.text.strip():
        return False
    return not compare_format or _formats(old) == _formats(new)


def _formats(line: Line) -> list[tuple[str, bool, bool]]:
    """Return each word of *line* with its format."""
    return [
        (word, inline.bold, inline.italic)
        for inline in line.inlines
        if isinstance(inline, Text)
        for word in inline.text.split()
    ]


def unit_of(line: Line) -> Unit:
    """Return the path of the answer or clause that *line* prints, or ``None`` if it has several parts."""
    tops = top_spans(line.spans)
    if tops and all(span.path[0] == "facts" for span in tops):
        return ("facts", *(str(span.path[1]) for span in tops))
    paths = {span.path for span in tops}
    if len(paths) != 1:
        return None
    [path] = paths
    return path if is_long_path(path, line) else None


def is_long_path(path: KeyPath, line: Line) -> bool:
    """Return whether the value at *path* is a text that may have several paragraphs."""
    match path:
        case ("themes", _, "clauses" | "own", _) | ("cases", _, "text"):
            return True
        case ("earlier", _, name):
            return name in _LONG_EARLIER
        case ("details", *_):
            covers = any(span.start == 0 and span.end == len(line.text) for span in line.spans)
            return covers and line.kind in ("text", "item")
        case (root,):
            return root in _LONG_ROOTS
    return False


def top_spans(spans: LineOrigins) -> list[Span]:
    """Return those of *spans* that are in no other one."""
    tops: list[Span] = []
    for span in spans:
        if not tops or span.start >= tops[-1].end:
            tops.append(span)
    return tops


def segments_of(
    printed: Sequence[Line], edited: Sequence[Line], variants: Callable[[str], Iterable[str]]
) -> list[Segment]:
    """Return the segments of the *printed* lines, with the lines of *edited* that belong to each.

    *variants* returns a text with its long names in each form: which form is printed depends on other lines.
    New lines before the first segment are in one without printed lines.
    """
    segments: list[Segment] = [Segment(None)]
    waiting: list[Line] = []
    for old_index, new_index in _pairs(printed, edited):
        new = None if new_index is None else edited[new_index]
        if old_index is None:
            waiting += [new] if new is not None and not new.is_blank else []
            continue
        old = printed[old_index]
        new = old if new is not None and _says_the_same(old, new, variants) else new
        unit = unit_of(old)
        if unit is None or unit != segments[-1].unit:
            begun = waiting if _begins_under_heading(unit, segments[-1]) else _split_before(waiting, old, new)
            _place(waiting[: len(waiting) - len(begun)], segments[-1])
            segments.append(Segment(unit))
            waiting = list(begun)
        # The old line goes with the first of the lines that it became.
        became: list[Line | None] = [*waiting, *([new] if new is not None else [])] or [None]
        segments[-1].lines.append(old)
        segments[-1].pairs += [_pair(old, became[0]), *((None, line) for line in became[1:])]
        waiting = []
    _place(waiting, segments[-1])
    return segments if segments[0].pairs or segments[0].added_after else segments[1:]


def _pairs(printed: Sequence[Line], edited: Sequence[Line]) -> Iterator[Pair]:
    """Yield which lines belong together: by their names, and by their words where a file lost the names.

    Between two that do, as many of the same kinds were rewritten.
    """
    waiting: list[Pair] = []
    known = _first_names(printed) & _first_names(edited)
    for pair in align([_key(line, known) for line in printed], [_key(line, known) for line in edited]):
        if None in pair:
            waiting.append(pair)
            continue
        yield from _rewritten(waiting, printed, edited)
        yield pair
        waiting = []
    yield from _rewritten(waiting, printed, edited)


def _first_names(lines: Sequence[Line]) -> set[str]:
    """Return the first name of each line, without those that several lines have."""
    counts = Counter(line.names[0] for line in lines if line.names)
    return {name for name, count in counts.items() if count == 1}


def _key(line: Line, known: Collection[str]) -> str:
    """Return what is compared of *line*: a *known* name, else its words."""
    name = line.names[0] if line.names else ""
    return f"{_NAMED}{name}" if name in known else _words(line)


def _rewritten(pairs: Sequence[Pair], printed: Sequence[Line], edited: Sequence[Line]) -> Sequence[Pair]:
    old = [index for index, _ in pairs if index is not None]
    new = [index for _, index in pairs if index is not None]
    if [printed[index].kind for index in old] != [edited[index].kind for index in new]:
        return pairs
    return list(zip(old, new, strict=True))


def _says_the_same(old: Line, new: Line, variants: Callable[[str], Iterable[str]]) -> bool:
    """Return whether *new* differs from *old* only in what drafter and Word adapt by themselves.

    These are the numbers to which it refers, and whether a name is in full.
    """
    unit = unit_of(old)
    if unit is not None and unit[2:3] == ("clauses",) and old.text != new.text:
        return new.text in variants(old.text) or old.text in variants(new.text)
    if not any(isinstance(inline, Reference) for inline in old.inlines):
        return False
    pieces = (
        _with_any_number(inline.text) if isinstance(inline, Reference) else re.escape(text_of((inline,)))
        for inline in old.inlines
    )
    return re.fullmatch("".join(pieces).strip(), new.text.strip()) is not None


def _with_any_number(words: str) -> str:
    """Return a pattern for the *words* of a reference with any numbers."""
    return re.sub(r"[0-9]+", "[0-9]+", re.escape(words))


def _pair(old: Line, new: Line | None) -> tuple[Line, Line | None]:
    """Return a printed line with the edited one, which keeps the references whose words it still has."""
    return old, None if new is None else with_kept_references(old, new)


def _place(added: Sequence[Line], segment: Segment) -> None:
    """Add new lines to *segment* or after it: a long answer goes on, and a paragraph may have been split."""
    for line in added:
        if segment.added_after or not _belongs(line, segment):
            segment.added_after.append(line)
        else:
            segment.pairs.append((None, line))


def _belongs(line: Line, segment: Segment) -> bool:
    """Return whether a new *line* after *segment* is a part of it."""
    if line.kind == "heading":
        return False
    if segment.unit is not None and segment.unit[0] in (*_LONG_ROOTS, "details", "earlier"):
        return line.kind != "cell"
    return _is_split_off(line, segment)


def _begins_under_heading(unit: Unit, before: Segment) -> bool:
    """Return whether a long answer begins after the segment *before*, which is its heading."""
    is_heading = bool(before.lines) and before.lines[-1].kind == "heading"
    return unit is not None and unit[0] in _LONG_ROOTS and is_heading


def _split_before(waiting: Sequence[Line], old: Line, new: Line | None) -> list[Line]:
    """Return the last of the *waiting* new lines that are the first parts of *old*, which was split."""
    if new is None or not waiting:
        return []
    whole = Segment((), [old], [(old, new)])
    count = 0
    while count < len(waiting) and _is_split_off(waiting[-1 - count], whole):
        count += 1
    return list(waiting[len(waiting) - count :])


def _is_split_off(line: Line, segment: Segment) -> bool:
    """Return whether the words of *line* are among those that the segment has lost."""
    lost: set[str] = set()
    for old, new in segment.pairs:
        if old is not None:
            difference = LineDiff(old.text, new.text if new is not None else "")
            lost.update(word for hunk in difference.hunks for word in old.text[hunk.start : hunk.end].split())
    words = [word for word in line.text.split() if not is_note(word[0])]
    return len(words) > 2 and sum(word in lost for word in words) >= 0.7 * len(words)


def _words(line: Line) -> str:
    return "".join(character for character in line.text if not is_note(character)).strip()


def changed_lines(segment: Segment) -> Iterator[tuple[Line, Line, LineDiff]]:
    """Yield each pair of lines of *segment* that has both, with the difference."""
    for old, new in segment.pairs:
        if old is not None and new is not None:
            yield old, new, LineDiff(old.text, new.text)
