"""Questions about what is typed with a fact and may not belong to it: a source, words of a web page.

The fact is saved by the answer to them.
"""

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
from drafter.language.web_words import web_words, without_web_words
from drafter.library.library import Library


class TypedFactItem(Item):
    """A question about a fact that was typed and is not saved yet."""

    question: Item
    """The question that was answered with the fact."""
    fact: str
    """The key of the fact."""
    typed: str
    sentence: str
    """The fact without what may not belong to it."""

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question comes after a fact alone."""
        return MISSING


class SourceBehindItem(TypedFactItem):
    """Whether the words behind the sentence of a fact are its source; after a no, they stay in it."""

    source: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the fact, and these words as its source after a yes."""
        begun = self.question.changes(answers, self.typed, library)
        if value != "yes":
            return begun
        source = sourced(answers, self.fact, self.source, library, is_confirmed=True)
        return [*begun, (("facts", self.fact, "text"), self.sentence), *source]


class WebWordsItem(TypedFactItem):
    """Whether words of a page on the web are taken out of a fact that was pasted."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the fact, without these words after a yes."""
        begun = self.question.changes(answers, self.typed, library)
        return [*begun, (("facts", self.fact, "text"), self.sentence)] if value is True else begun


def source_behind_question(
    question: Item, answers: WorkingAnswers, key: str, typed: str, library: Library
) -> SourceBehindItem | None:
    """Return whether the end of the fact *typed* as an answer to *question* is its source; ``None`` if clear.

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
        section=question.section,
        text=f"Is “{fact.source}” the source?",
        help=f"It reads: {reads}. Next time, write the source in [square brackets].",
        kind="choice",
        choices=choices(("yes", "Yes"), ("no", "No, it belongs to the sentence")),
        default="yes",
        question=question,
        fact=key,
        typed=typed,
        sentence=fact.text,
        source=fact.source,
    )


def web_words_question(question: Item, key: str, typed: str, library: Library) -> WebWordsItem | None:
    """Return whether to take words of a page out of the fact *typed* as an answer to *question*, if any."""
    text = split_source(typed, library.language).text
    words = web_words(text, library.language)
    shorter = without_web_words(text, library.language)
    if not words or not shorter:
        return None
    quoted = library.language.listed([*map(library.language.quote, words)])
    return WebWordsItem(
        path=(*NOT_SAVED, f"web/{key}"),
        section=question.section,
        text="Take the words of the web page out of the fact?",
        help=f"The text has {quoted}. An address belongs in the source.",
        kind="yes-no",
        default=True,
        question=question,
        fact=key,
        typed=typed,
        sentence=shorter,
    )
