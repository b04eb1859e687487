"""Questions about the parts of a source that its line did not name."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.dates import printed_day
from drafter.interview.items.fact_names import source_in_words
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.source_line import read_source_line
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.facts import Source
from drafter.model.question import Form

_PARTS: tuple[tuple[str, str, str, Form], ...] = (
    ("title", "What is the title of {of}?", "Of the report, law, article or page.", "title"),
    ("author", "Who wrote or keeps {of}?", "A person, an office, an organisation; your own is fine.", "name"),
    ("publisher", "Who published {of}?", "Leave it empty if the author published it, or nobody.", "name"),
    ("date", "When was {of} published?", "A year is enough.", "year"),
    ("address", "Is there a web address for {of}?", "It is printed in the note.", "link"),
)
"""The parts of a source: name, question, help and form; the question names the source."""


class PageItem(Item):
    """What is at a web address: author, title and date in one line."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the parts of the line; one part alone is the title."""
        if not isinstance(value, str) or "," not in value:
            return super().changes(answers, value, library)
        line = read_source_line(value, library.language)
        named = (("author", line.author), ("publisher", line.publisher), ("date", line.date))
        path = self.path[:-1]
        return [((*path, "title"), line.title), *(((*path, name), part) for name, part in named if part)]


def source_parts(source: Source, key: str, section: str, fact: str) -> Iterator[Item]:
    """Yield the questions for the parts of a source. The interview asks those that its note needs.

    *fact* is the name of the fact that rests on it.
    """
    has_somebody = bool(source.author or source.publisher)
    of = source_in_words(source, fact)
    if source.address and not source.title and not has_somebody:
        yield PageItem(
            path=("sources", key, "title"),
            section=section,
            text=f"What is the page {of}? Author, title, year",
            help="For example: Ministry of Health, Annual report, 2024. Leave out what it does not have.",
            kind="line",
            form="source",
            required=True,
            allow_unknown=True,
        )
    for name, text, help_, form in _PARTS:
        yield Item(
            path=("sources", key, name),
            section=section,
            text=_title_question(source) if name == "title" and has_somebody else text.format(of=of),
            help=help_,
            kind="line",
            form=form,
            required=name == "title",
            allow_unknown=True,
            automatic=name != "author" or not has_somebody or source.author is not None,
        )
    if source.address:
        yield Item(
            path=("sources", key, "seen"),
            section=section,
            text=f"On which date did you open the address of {of}?",
            help="Pages change. The note says when you saw it. For example: 21 November 2026.",
            kind="line",
            form="date",
            allow_unknown=True,
        )


def _title_question(source: Source) -> str:
    """Return the question for the title of what somebody published, who is known."""
    by = source.author or source.publisher
    when = f", {printed_day(str(source.date), SCREEN)}" if source.date else ""
    return f"What is the title of the article or report by {by}{when}?"
