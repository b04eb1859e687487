"""The question whether what stands behind the sentence of a fact is its source."""

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.source_line import read_source_line
from drafter.interview.items.sources import (
    fact_source_in_words,
    is_clear_source,
    known_source,
    line_in_words,
    sourced,
)
from drafter.interview.items.typed_fact import guess_source, is_not_known, split_source
from drafter.library.library import Library


class SourceBehindItem(Item):
    """Whether the words behind the sentence of a fact are its source; after a no, they stay in it."""

    fact: str
    sentence: str
    """The fact without these words."""
    source: str
    """These words."""

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question comes after a fact alone."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that take the words out of the sentence and save them as the source."""
        if value != "yes" or self.fact not in answers.facts:
            return []
        source = sourced(answers, self.fact, self.source, library, is_confirmed=True)
        return [(("facts", self.fact, "text"), self.sentence), *source]


def source_behind_question(
    answers: WorkingAnswers, key: str, typed: str, section: str, library: Library
) -> SourceBehindItem | None:
    """Return the question whether the end of the fact *typed* is its source, ``None`` where it is clear.

    It is not clear without square brackets, or where the words in them may mean something else.
    """
    fact = split_source(typed, library.language)
    if fact.source and (
        is_not_known(fact.source, library.language)
        or known_source(fact.source, answers.sources)
        or is_clear_source(fact.source, library)
    ):
        return None
    fact = fact if fact.source else guess_source(typed, library.language)
    if not fact.source:
        return None
    known = known_source(fact.source, answers.sources)
    reads = (
        fact_source_in_words(answers.sources[known[0]], known[1])
        if known
        else line_in_words(read_source_line(fact.source, library.language))
    )
    return SourceBehindItem(
        path=(*NOT_SAVED, f"behind/{key}"),
        section=section,
        text=f"Is “{fact.source}” the source?",
        help=f"It reads: {reads}. Next time, write the source in [square brackets].",
        kind="choice",
        choices=choices(("yes", "Yes"), ("no", "No, it belongs to the sentence")),
        default="yes",
        fact=key,
        sentence=fact.text,
        source=fact.source,
    )
