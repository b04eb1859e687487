"""How many words each section of the interview has in the document so far, against its limit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.drafting.composing import compose_draft_with_origins
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.frozen import frozen
from drafter.interview.items.item import Item, section_of
from drafter.interview.progress import decided
from drafter.library.library import Library
from drafter.markup.count import finished_words
from drafter.model.blocks import Document
from drafter.model.origins import LineOrigins, Origins
from drafter.review.length import Length, measure_finished

BAR = 10
"""Characters of a bar: the whole limit."""
_OF_ENTRIES = ("themes", "facts", "cases")
"""The parts of the answers whose entries belong to different sections."""
_TITLE: KeyPath = ("title",)


@frozen
class SectionWords:
    """The words of each section of the interview, and of the whole document."""

    length: Length
    by_title: Mapping[str, int]
    """By the title of the section, the words of the lines that print its answers: no gaps, no notes."""

    def of(self, title: str) -> str:
        """Return the words of the section *title*, behind a bar where there is a limit."""
        words = self.by_title.get(title, 0)
        number = f"{words:,} word{'' if words == 1 else 's'}"
        return f"{self._bar(words)} {number}" if self.length.limit else number

    def _bar(self, words: int) -> str:
        share = min(words / (self.length.limit or 1), 1)
        filled = max(round(share * BAR), 1) if words else 0
        return "█" * filled + "░" * (BAR - filled)

    def __str__(self) -> str:
        return f"{self.length} so far."


def section_words(answers: WorkingAnswers, library: Library, items: Iterable[Item]) -> SectionWords | None:
    """Return the words of each section of *items* so far, ``None`` while *answers* make no document."""
    if not answers.document or answers.document not in library.document_ids():
        return None
    try:
        resolved = resolve(decided(answers), library)
        draft, origins = compose_draft_with_origins(resolved)
    except DrafterError:
        return None
    words: Counter[str] = Counter()
    for title, count in _words_of_lines(draft.document, origins, _sections_by_path(items)):
        words[title] += count
    return SectionWords(measure_finished(draft.document, resolved.rules, answers), words)


def _sections_by_path(items: Iterable[Item]) -> dict[KeyPath, str]:
    """Return the section of each part of the answers, by the beginning of the path."""
    sections: dict[KeyPath, str] = {}
    for item in items:
        sections.setdefault(_beginning(item.path), section_of(item))
    return sections


def _beginning(path: KeyPath) -> KeyPath:
    return path[: 2 if path[0] in _OF_ENTRIES else 1]


def _words_of_lines(
    document: Document, origins: Origins, sections: Mapping[KeyPath, str]
) -> Iterator[tuple[str, int]]:
    """Yield the section of each line and its finished words, which together are those of the document's text.

    A heading or sentence of the document's own belongs to the answer that comes after it, at the end to the
    one before it; the title to the section that can set it.
    """
    last = sections.get(_TITLE, "")
    waiting = 0
    counts = finished_words(document.blocks)
    for number, (words, spans) in enumerate(zip(counts, origins.lines, strict=True)):
        section = last if number == 0 else _section_of_line(spans, sections, last)
        if not section:
            waiting += words
            continue
        yield section, waiting + words
        last, waiting = section, 0
    yield last, waiting


def _section_of_line(spans: LineOrigins, sections: Mapping[KeyPath, str], last: str) -> str:
    """Return the section whose answer the line prints first; a fact is a part of the *last* theme."""
    path = next((span.path for span in spans if _beginning(span.path) in sections), None)
    if path is None:
        return ""
    is_in_theme = any(key[0] == "themes" and title == last for key, title in sections.items() if len(key) > 1)
    return (
        last if path[0] != "themes" and path[0] in _OF_ENTRIES and is_in_theme else sections[_beginning(path)]
    )
