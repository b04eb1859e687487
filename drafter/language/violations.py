"""The sentences of a text that say that a State breaks an obligation or has one."""

from drafter.language.language import Language
from drafter.language.spans import blanked


def sentences_of_violation(text: str, language: Language) -> tuple[str, ...]:
    """Return the sentences of *text* that say that something violates a rule, or that a rule binds.

    A sentence that says who has ratified what is left out.
    """
    words = language.review_words().violations()
    if not words.breaks.search(text):
        return ()
    return tuple(
        sentence
        for sentence in words.sentence_end.split(text)
        if words.breaks.search(blanked(sentence, words.not_breaks)) and not words.knows.search(sentence)
    )
