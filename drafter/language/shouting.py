"""Shouting in a text: exclamation marks, several question marks, words in capitals."""

from collections.abc import Container, Iterable
from re import Match

from drafter.language.language import Language
from drafter.language.review_words import Emphasis
from drafter.language.spans import TextHit, asides, overlaps

_FEWEST = 2
"""Words in capitals that are shouting. One alone may be a name, unless the table says that it is none."""
_SHORTEST = 4
"""Letters of a word in capitals that counts with others. A shorter one may be an abbreviation."""


def shouting(
    text: str, language: Language, own: Container[str] = frozenset(), names: Iterable[str] = ()
) -> tuple[TextHit, ...]:
    """Return the exclamation marks, doubled question marks and emphatic capitals of *text*, in order.

    A word in capitals is emphatic if it is a word of the language and not an abbreviation, in *own*, in a
    line that is all in capitals, or part of the name of a law. One such word alone counts if it can be no
    name, such as "MUST". Quotations and *names* are left alone.
    """
    words = language.review_words().emphasis()
    marks, capitals = list(words.marks.finditer(text)), list(words.capitals.finditer(text))
    if not marks and not capitals:
        return ()
    exempt = [*asides(text, names), *(match.span() for match in words.statutes.finditer(text))]
    marks = [
        match
        for match in marks
        if not overlaps(match.span(), exempt) and not words.name_goes_on.match(text, match.start())
    ]
    table = language.review_words().abbreviations()
    verbs = language.review_words().actions().strengths
    capitals = [
        match
        for match in capitals
        if match[0] not in table.expansions
        and match[0] not in table.known
        and match[0] not in own
        and _is_emphatic(match[0].lower(), words, verbs)
        and not overlaps(match.span(), exempt)
        and not _is_title(text, match)
        and not _is_defined(text, match)
    ]
    counts = len(capitals) >= _FEWEST or any(match[0].lower() in words.alone for match in capitals)
    hits = marks + (capitals if counts else [])
    return tuple(
        TextHit(match[0], match.start(), match.end()) for match in sorted(hits, key=lambda hit: hit.start())
    )


def _is_emphatic(word: str, words: Emphasis, verbs: Container[str]) -> bool:
    """Return whether *word*, in lower case here, is a word of the language when it is in capitals."""
    return word in words.alone or (len(word) >= _SHORTEST and (word in words.words or word in verbs))


def _is_title(text: str, match: Match[str]) -> bool:
    """Return whether the line of *match* has no letter in lower case, so that it is a title."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)].strip()
    return not any(letter.islower() for letter in line) and not line.endswith((".", "!", "?"))


def _is_defined(text: str, match: Match[str]) -> bool:
    """Return whether *match* is in brackets or before one, as an abbreviation with its expansion."""
    return text[match.end() :].startswith((")", " (")) or text[: match.start()].endswith("(")
