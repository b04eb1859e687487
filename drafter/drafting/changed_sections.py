"""What has changed between two drafts of a document, section by section."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from drafter.frozen import frozen
from drafter.language.labels import Labels
from drafter.markup.count import count_words
from drafter.model.blocks import Document, Gap, Heading, Inline, Reference, Text, lines_of
from drafter.text_diff import align

LineKind: TypeAlias = Literal["same", "new", "changed", "removed"]


@frozen
class Section:
    """A heading, and the lines below it up to the next heading of any level."""

    title: str
    """Empty for the text before the first heading."""
    lines: tuple[str, ...]
    """Paragraphs, items and cells, without numbers of paragraphs and notes: those change by themselves."""

    @property
    def words(self) -> int:
        """The words of the heading and the lines."""
        return sum(map(count_words, (self.title, *self.lines)))


@frozen
class ChangedLine:
    """A line of a changed section, and what has happened to it."""

    kind: LineKind
    text: str


@frozen
class ChangedSection:
    """A section that is not as it was."""

    title: str
    kind: LineKind
    lines: tuple[ChangedLine, ...]
    """Every line that it has or had, in order."""
    words: int
    """The words that it has now."""
    more_words: int
    """How many more words these are than before; below 0 if it has become shorter."""


def sections_of(document: Document) -> tuple[Section, ...]:
    """Return the sections of *document* and its notes, without those that have neither title nor text."""
    labels = document.properties.language.labels
    title, lines = "", list[str]()
    sections = []
    for block in document.blocks:
        if isinstance(block, Heading):
            sections.append(Section(title, tuple(lines)))
            title, lines = _text(block.inlines, labels), []
        else:
            lines += filter(None, (_text(line, labels) for line in lines_of((block,))))
    sections.append(Section(title, tuple(lines)))
    sections.append(Section(labels.notes, tuple(_text(note, labels) for note in document.notes)))
    return tuple(section for section in sections if section.title or section.lines)


def changed_sections(before: Sequence[Section], after: Sequence[Section]) -> Iterator[ChangedSection]:
    """Yield each section that is new, changed or removed, in the order of the document."""
    pairs = align([section.title for section in before], [section.title for section in after])
    for first, second in pairs:
        old = Section("", ()) if first is None else before[first]
        new = Section("", ()) if second is None else after[second]
        if old != new:
            kind: LineKind = "new" if first is None else "removed" if second is None else "changed"
            lines = tuple(_changed_lines(old.lines, new.lines))
            yield ChangedSection(new.title or old.title, kind, lines, new.words, new.words - old.words)


def _changed_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[ChangedLine]:
    for first, second in align(before, after):
        if second is None:
            yield ChangedLine("removed", before[first or 0])
        elif first is None:
            yield ChangedLine("new", after[second])
        else:
            yield ChangedLine("same" if before[first] == after[second] else "changed", after[second])


def _text(inlines: Iterable[Inline], labels: Labels) -> str:
    pieces = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Reference(text=text):
                pieces.append(text)
            case Gap(text=text):
                pieces.append(f"[{labels.to_be_completed}: {text}]")
            case _:
                pass  # the number of a note
    return "".join(pieces).strip()
