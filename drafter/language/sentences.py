"""The sentences of a text, and how long they are."""

from collections.abc import Iterator

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.sentence_words import SentenceWords


@frozen
class Sentence:
    """A sentence of a text, with its position."""

    text: str
    start: int
    end: int


def sentences(text: str, language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of *text*, in order. An item of a list is a sentence of its own.

    A full stop ends none after an abbreviation ("art. 5", "e.g. methadone", "Dr. Novak"), an initial or a
    number in a list, nor where a letter in lower case follows.
    """
    words = language.review_words().sentences()
    return tuple(
        sentence
        for start, end in _paragraphs(text, words)
        for sentence in _split(text[start:end], start, words)
        if sentence.text
    )


def words_of_own(sentence: str, language: Language) -> int:
    """Return the number of words between blanks in *sentence*, except in quotations and note marks."""
    return len(language.review_words().sentences().uncounted.sub(" ", sentence).split())


def middle_joint(sentence: str, language: Language) -> str:
    """Return the words near the middle of *sentence* before which it can be divided: "and the police".

    Empty if it has no such joint.
    """
    words = language.review_words().sentences()
    joints = list(words.joint.finditer(sentence))
    if not joints:
        return ""
    nearest = min(joints, key=lambda match: abs(match.start() - len(sentence) // 2))
    return nearest["words"].strip()


def _paragraphs(text: str, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """Yield the positions of each paragraph and each item of a list."""
    start = 0
    for match in words.paragraph_end.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _split(paragraph: str, offset: int, words: SentenceWords) -> Iterator[Sentence]:
    """Yield the sentences of *paragraph*, which begins at *offset* in its text."""
    start = 0
    for match in words.end.finditer(paragraph):
        if words.no_end.search(paragraph[start : match.end() + 1]):
            continue
        yield _sentence(paragraph, start, match.end("stop"), offset)
        start = match.end()
    yield _sentence(paragraph, start, len(paragraph), offset)


def _sentence(paragraph: str, start: int, end: int, offset: int) -> Sentence:
    return Sentence(paragraph[start:end].strip(), offset + start, offset + end)
