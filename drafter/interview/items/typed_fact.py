"""A fact as it is typed: the sentence, and the source that stands behind it."""

import re
from collections.abc import Iterator

from drafter.dates import years_in
from drafter.frozen import frozen
from drafter.interview.items.source_line import ADDRESS, read_source_line
from drafter.language.language import Language
from drafter.language.web_words import web_words
from drafter.patterns import pattern

_IN_BRACKETS = pattern(r"(?P<text>.+?)(?P<stop>[.!?]?) *\[(?P<source>[^\[\]]+)\] *\.?", re.DOTALL)
_IN_ROUND_BRACKETS = pattern(r"(?P<text>.+?)(?P<stop>[.!?]?) *\((?P<source>[^()]+)\) *\.?", re.DOTALL)
_ADDRESS_LAST = pattern(rf"(?P<text>.+?)[\s(<\[]+(?P<address>{ADDRESS}?)[)>\]]*[.,;]?", re.DOTALL)
_SENTENCE_END = pattern(r"[.!?][”\"’)]?(?=\s)")
_FEWEST_WORDS, _MOST_WORDS = 4, 16
"""Words of a sentence before its source; words of a source that has no brackets."""


@frozen
class TypedFact:
    """The sentence of a fact and its source, ``""`` if none stands behind the sentence."""

    text: str
    source: str = ""
    is_guess: bool = False
    """Whether the source has no square brackets, so that it may be a part of the sentence."""


def split_source(typed: str, language: Language) -> TypedFact:
    """Return the sentence of a fact and its source: in square brackets, or a web address at the end."""
    typed = typed.strip()
    match = _ADDRESS_LAST.fullmatch(typed)
    if match is not None and "[" not in match["text"].rpartition("]")[2]:
        before = match["text"].strip()
        if not web_words(before, language):
            inner = _without_announcement(before, language)
            bracket = _IN_BRACKETS.fullmatch(inner)
            text = f"{bracket['text'].strip()}{bracket['stop']}" if bracket else inner.rstrip(" ,;:–-")
            source = f"{bracket['source'].strip()}, {match['address']}" if bracket else match["address"]
            return TypedFact(text, source)
    match = _IN_BRACKETS.fullmatch(typed)
    if match is None:
        return TypedFact(typed)
    return TypedFact(f"{match['text'].strip()}{match['stop']}", match["source"].strip())


def guess_source(typed: str, language: Language) -> TypedFact:
    """Return the sentence of a fact and what looks like its source, though it has no square brackets.

    That is a last sentence without a verb, or one in round brackets, which ends with a date or a page.
    """
    typed = typed.strip()
    for text, behind in _endings(typed):
        announced = language.review_words().sources().begins_source.match(behind)
        source = behind[announced.end() if announced else 0 :].strip()
        is_source = source and (announced or _looks_like_source(source, language))
        if is_source and len(text.split()) >= _FEWEST_WORDS:
            return TypedFact(text, source, is_guess=True)
    return TypedFact(typed)


def _endings(typed: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part *typed* into a text and what stands behind it."""
    if match := _IN_ROUND_BRACKETS.fullmatch(typed):
        yield f"{match['text'].strip()}{match['stop']}", match["source"].strip()
    for end in _SENTENCE_END.finditer(typed):
        yield typed[: end.end()].strip(), typed[end.end() :].strip()


def _looks_like_source(text: str, language: Language) -> bool:
    words = language.review_words().sources()
    if words.sentence.search(text) or len(text.split()) > _MOST_WORDS or not text[0].isupper():
        return False
    line = read_source_line(text, language)
    return bool(line.title or line.author) and (bool(line.date or line.locator) or bool(years_in(text[-5:])))


def is_not_known(source: str, language: Language) -> bool:
    """Return whether *source* says that the author does not know it: ``?``, "I do not know it exactly"."""
    words = language.review_words().sources()
    return words.not_known.fullmatch(source.strip().strip("[]").strip(" .!")) is not None


def _without_announcement(text: str, language: Language) -> str:
    """Return *text* up to the last word, if that announces the address: "Source:"."""
    before, _, last = text.rpartition(" ")
    is_apart = before.endswith((".", "!", "?", "”", '"')) or last.startswith("(") or last.endswith(":")
    is_word = language.review_words().sources().begins_source.match(f"{last.strip('(:')}: ")
    return before.rstrip() if is_apart and is_word else text
