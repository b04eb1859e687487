"""Refusing what is too large for one document, before the time and memory are spent."""

from collections.abc import Iterable

from drafter.errors import DrafterError, Fault
from drafter.limits import DOCUMENT_MARKUP_CHARACTERS, MARKUP_CHARACTERS, PARAGRAPH_CHARACTERS
from drafter.markup.special_characters import count_special_characters
from drafter.model.answers import Answers
from drafter.model.blocks import Block, Text, inlines_of
from drafter.model.text_walk import path_in_words, texts_of


def refuse_too_much_markup(answers: Answers) -> None:
    """Raise DrafterError, with the path of the worst text, if reading the texts as Markdown takes minutes."""
    counts = [(count_special_characters(text), path) for path, text in texts_of(answers.model_dump())]
    total = sum(count for count, _ in counts)
    if total > MARKUP_CHARACTERS:
        most, path = max(counts, key=lambda pair: pair[0])
        fault = (
            f"the texts have {total:,} line breaks and characters such as * _ [ |; "
            f"drafter reads up to {MARKUP_CHARACTERS:,}"
        )
        remedy = f"This text alone has {most:,}. Remove everything that does not belong in it."
        raise DrafterError(Fault(fault, remedy, "", path_in_words(path)))


def refuse_large_document(markdown: str) -> None:
    """Raise DrafterError if *markdown*, a whole document, has become too large by repeating its parts."""
    if count_special_characters(markdown) > DOCUMENT_MARKUP_CHARACTERS:
        raise DrafterError(Fault("the document would be too large", "Remove the parts that it repeats."))


def refuse_long_paragraphs(blocks: Iterable[Block]) -> None:
    """Raise DrafterError if a paragraph of *blocks* is longer than a Word file can hold."""
    longest = max((len(part.text) for part in inlines_of(blocks) if isinstance(part, Text)), default=0)
    if longest > PARAGRAPH_CHARACTERS:
        fault = f"a paragraph of the document would have {longest:,} characters; a Word file cannot hold that"
        raise DrafterError(Fault(fault, "Remove what does not belong in it."))
