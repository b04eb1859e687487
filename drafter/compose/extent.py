"""What is too much for one document, refused before it is made."""

from collections.abc import Iterable

from drafter.errors import DrafterError, Fault
from drafter.limits import DOCUMENT_SIGNS, PARAGRAPH_LETTERS, SIGNS
from drafter.markup.special_characters import count_special_characters
from drafter.model.answers import Answers
from drafter.model.blocks import Block, Text, inlines_of
from drafter.model.text_walk import path_in_words, texts_of


def refuse_signs(answers: Answers) -> None:
    """Raise DrafterError, with the place of the worst, for texts that take minutes to read as Markdown."""
    counted = [(count_special_characters(text), path) for path, text in texts_of(answers.model_dump())]
    total = sum(count for count, _ in counted)
    if total > SIGNS:
        most, path = max(counted, key=lambda pair: pair[0])
        fault = (
            f"the texts have {total:,} ends of lines and signs like * _ [ |; drafter takes up to {SIGNS:,}"
        )
        remedy = f"This text alone has {most:,}. Is something in it that does not belong there?"
        raise DrafterError(Fault(fault, remedy, "", path_in_words(path)))


def refuse_large(markdown: str) -> None:
    """Raise DrafterError for the Markdown of a document that repeats its parts too often."""
    if count_special_characters(markdown) > DOCUMENT_SIGNS:
        raise DrafterError(Fault("the document would be too large", "Take out what it repeats."))


def refuse_long(blocks: Iterable[Block]) -> None:
    """Raise DrafterError for a paragraph that no Word file can hold."""
    longest = max((len(part.text) for part in inlines_of(blocks) if isinstance(part, Text)), default=0)
    if longest > PARAGRAPH_LETTERS:
        fault = f"a paragraph of the document would have {longest:,} letters; a Word file cannot hold that"
        raise DrafterError(Fault(fault, "Take out what does not belong in it."))
