"""Slips in the form of citations: "para. 25-26", "paras. 5", "Art. 9" in a sentence, symbols with blanks."""

from collections.abc import Iterator
from re import Match

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.sentence_words import CitationWords
from drafter.language.spans import asides, overlaps


@frozen
class CitationSlip:
    """A citation in a form that the United Nations does not use."""

    text: str
    """The citation as it is typed."""
    better: str
    """The citation in the form of the United Nations."""
    start: int


def citation_slips(text: str, language: Language) -> tuple[CitationSlip, ...]:
    """Return the slips in *text*, in order. Quotations and addresses are left alone."""
    words = language.review_words().citations()
    if not words.quick.search(text):
        return ()
    exempt = asides(text)
    hits: dict[int, CitationSlip] = {}
    for hit in _slips(text, words):
        if not overlaps((hit.start, hit.start + len(hit.text)), exempt):
            hits.setdefault(hit.start, hit)
    return tuple(hits[start] for start in sorted(hits))


def _slips(text: str, words: CitationWords) -> Iterator[CitationSlip]:
    for match in words.singular_with_several.finditer(text):
        plural = words.plurals.get(match["word"].lower(), "")
        yield _slip(match, f"{_as_capital(plural, match)} {_with_dash(match['numbers'], words)}")
    singulars = {plural: singular for singular, plural in words.plurals.items()}
    for match in words.plural_with_one.finditer(text):
        yield _slip(match, f"{_as_capital(singulars[match['word'].lower()], match)} {match['numbers']}")
    for match in words.capital_inside.finditer(text):
        before = text[: match.start()]
        is_in_brackets = before.rfind("(") > before.rfind(")")
        word = match["word"].lower()
        yield _slip(match, f"{word if is_in_brackets else words.in_full[word]} {match['numbers']}")
    for match in words.symbol_with_blanks.finditer(text):
        if (symbol := "".join(match[0].split())) != match[0]:
            yield _slip(match, symbol)


def _slip(match: Match[str], better: str) -> CitationSlip:
    return CitationSlip(match[0], better, match.start())


def _as_capital(word: str, match: Match[str]) -> str:
    """Return *word* with a capital if the word of *match* has one."""
    return word[:1].upper() + word[1:] if match["word"][0].isupper() else word


def _with_dash(numbers: str, words: CitationWords) -> str:
    return words.hyphen.sub("–", numbers)
