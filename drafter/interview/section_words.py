"""How many words each theme has in the document so far, against its limit."""

from drafter.answers.working import WorkingAnswers
from drafter.drafting.composing import compose_draft
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.frozen import frozen
from drafter.interview.items.section_context import theme_title
from drafter.library.library import Library
from drafter.markup.count import document_sections
from drafter.review.length import Length, measure

BAR = 10
"""Characters of a bar: the whole limit."""


@frozen
class SectionWords:
    """The words of each theme, and of the whole document."""

    length: Length
    by_title: dict[str, int]
    """By the title of the theme, the words of its section and of its recommendations."""

    def of(self, title: str) -> str:
        """Return the words of the theme with this *title* as a bar and a number, else ``""``."""
        words = self.by_title.get(title)
        if words is None:
            return ""
        return f"{self._bar(words)} {words:,} words" if self.length.limit else f"{words:,} words"

    def _bar(self, words: int) -> str:
        share = min(words / (self.length.limit or 1), 1)
        filled = max(round(share * BAR), 1) if words else 0
        return "█" * filled + "░" * (BAR - filled)

    def __str__(self) -> str:
        return f"{self.length} so far."


def section_words(answers: WorkingAnswers, library: Library) -> SectionWords | None:
    """Return the words of *answers* so far, ``None`` while they make no document."""
    if not answers.document or answers.document not in library.document_ids():
        return None
    try:
        resolved = resolve(answers, library)
        document = compose_draft(resolved).document
    except DrafterError:
        return None
    by_heading: dict[str, int] = {}
    for part in document_sections(document):
        by_heading[part.title] = by_heading.get(part.title, 0) + part.words
    by_title: dict[str, int] = {}
    for section in answers.themes:
        title = theme_title(section.theme, library)
        heading = section.heading or title
        counts = (
            words for name, words in by_heading.items() if name == heading or name.startswith(f"{heading} (")
        )
        by_title[title] = sum(counts)
    return SectionWords(measure(document, resolved.rules, answers), by_title)


class SameAnswers:
    """Answers that are the same only as an object: the document is composed once for each state of them."""

    def __init__(self, answers: WorkingAnswers) -> None:
        self.answers = answers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameAnswers) and self.answers is other.answers

    def __hash__(self) -> int:
        return id(self.answers)
