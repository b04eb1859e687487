"""Abbreviations that a text uses before it has said what they stand for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from re import Match

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.review_words import Abbreviations
from drafter.language.spans import asides, overlaps

_REACH = 120
"""Letters before an abbreviation in which its expansion may be."""
_SHORTEST, _LONGEST = 3, 7
"""Letters of an abbreviation that is not in the table. Shorter and longer ones are seldom any."""


@frozen
class AbbreviationHit:
    """The first use of an abbreviation, where nothing has said yet what it stands for."""

    abbreviation: str
    """Without the ending of the plural."""
    index: int
    """The number of the text, from 0."""
    start: int
    end: int
    expansion: str | None
    """What it stands for, in the plural if it is used so; None if the table does not have it."""


def unexpanded(
    texts: Sequence[str], own: Mapping[str, str], language: Language
) -> tuple[AbbreviationHit, ...]:
    """Return the abbreviations in *texts*, which are in reading order, that are not explained at first use.

    "opioid agonist treatment (OAT)" and "OAT (opioid agonist treatment)" explain one. *own* has those that
    need no expansion here, such as the acronyms of the submitting organisations. Symbols of UN documents,
    Roman numbers, country codes, units and words in capitals are no abbreviations.
    """
    search = _Search(texts, language)
    hits: dict[str, AbbreviationHit] = {}
    explained = set(own) | search.table.known
    for index, text in enumerate(texts):
        for match in search.abbreviations(text):
            short = match["short"]
            if short in explained or short in hits:
                continue
            if search.is_explained(text, match):
                explained.add(short)
            elif not search.is_listed(text, match):
                expansion = search.expansion(match)
                hits[short] = AbbreviationHit(short, index, match.start(), match.end(), expansion)
    return tuple(hits.values())


class _Search:
    """The search for abbreviations in several texts."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self.language = language
        self.table: Abbreviations = language.review_words().abbreviations()
        self.verbs = language.review_words().actions().strengths
        self.emphatic = language.review_words().emphasis().words
        self._texts = texts

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all texts that are in small letters."""
        return frozenset(
            word for text in self._texts for word in self.table.word.findall(text) if word.islower()
        )

    def abbreviations(self, text: str) -> Iterator[Match[str]]:
        """Yield each abbreviation in *text* that its author uses."""
        candidates = list(self.table.candidate.finditer(text))
        if not candidates:
            return
        exempt = (self.table.symbol, self.table.capitals_run, self.language.placeholders.marks)
        spans = [*asides(text), *(match.span() for marks in exempt for match in marks.finditer(text))]
        for match in candidates:
            is_aside = overlaps(match.span(), spans) and not self.table.introduced.search(
                text[: match.start()]
            )
            if not is_aside and self._is_abbreviation(text, match):
                yield match

    def is_explained(self, text: str, match: Match[str]) -> bool:
        """Return whether the words before or after *match* say what it stands for."""
        before = text[max(0, match.start() - _REACH) : match.start()]
        introduced = self.table.introduced.search(before)
        if introduced and ("(" not in introduced[0] or self.table.bracket_end.match(text, match.end())):
            return True
        after = self.table.explained.match(text, match.end())
        return after is not None and self._spells(after["bracket"] or after["after"], match["short"])

    def is_listed(self, text: str, match: Match[str]) -> bool:
        """Return whether *match* is in brackets with others, after what they stand for: "(NSP and OAT)"."""
        opening = text.rfind("(", max(0, match.start() - _REACH), match.start())
        if opening < 0 or ")" in text[opening : match.start()]:
            return False
        expansion = self.table.expansions.get(match["short"], "").lower()
        before = text[max(0, opening - 2 * _REACH) : opening].lower()
        return bool(expansion) and expansion.rstrip("s") in before

    def expansion(self, match: Match[str]) -> str | None:
        """Return what *match* stands for, in the plural if it has the ending of the plural."""
        expansion = self.table.expansions.get(match["short"])
        if expansion and match["plural"] and not self.table.invariable.match(expansion):
            return self.language.grammar.plural(expansion)
        return expansion

    def _is_abbreviation(self, text: str, match: Match[str]) -> bool:
        short = match["short"]
        if short in self.table.expansions:
            return not _is_in_capitals(text, match)
        if short in self.table.no_abbreviations or self.table.roman.fullmatch(short):
            return False
        if not short.isupper() or not _SHORTEST <= len(short) <= _LONGEST:
            return False
        word = short.lower()
        is_word = word in self.words or word in self.verbs or word in self.emphatic
        return not is_word and not _is_in_capitals(text, match)

    def _spells(self, words: str, short: str) -> bool:
        """Return whether *words* begin with the letters of *short*, small words left out or not."""
        if words.lower().startswith(self.table.expansions.get(short, "\0").lower().rstrip("s")):
            return True
        initials = [word[0].lower() for word in self.table.word.findall(words)[: 2 * len(short) + 2]]
        letters = [letter for letter in short.lower() if letter.isalpha()]
        if len(initials) < 2 or initials[0] != letters[0]:
            return False
        matched = 0
        for initial in initials:
            if matched < len(letters) and initial == letters[matched]:
                matched += 1
        return matched >= min(2, len(letters))


def _is_in_capitals(text: str, match: Match[str]) -> bool:
    """Return whether *match* is a word of a line that is all in capitals, such as a heading."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    rest = line.replace(match[0], "")
    return sum(map(str.isupper, rest)) > 3 and not any(letter.islower() for letter in rest)
