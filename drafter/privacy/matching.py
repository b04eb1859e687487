"""The search for a name or an identifier in a text, in any usual spelling. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

from drafter.frozen import frozen
from drafter.language.english import ENGLISH
from drafter.patterns import pattern
from drafter.privacy.dates_in_text import days_in
from drafter.privacy.folding import folded, without_accents
from drafter.privacy.numbers_in_text import addresses_of, contains_address, contains_number

_WORD = pattern(r"[^\W_]+")
_SENTENCE_END = pattern(r"[.!?…:\n]")
_UNSPACED = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_TITLES = frozenset(_WORD.findall("mr mrs ms miss mx dr prof st sr jr"))
_PARTICLES = frozenset(
    _WORD.findall("von van der den del dos das bin ibn bint abu al el la le les de di da du san")
)
_AMBIGUOUS = """
able adult arch art ash bank banks bay bell best bill bird bishop black blessing bliss bloom blue boy brand
bright brook brother brown bush butler can case cash chance charity chase child church clay close cloud
coast comfort constant cook cost court cross daughter day days dean dear deed delight desire destiny divine
doctor dove drew driver early earnest east english eve ever fair faith farmer father favour female field
fields fine fisher flood flower ford forest fortune fox frank free french friend game garden gay gene gentle
gift girl given glad glory gold golden good grace grand grant gray green grey guard guide guy hall hand
happy hard hardy hay head heart heath high hill holiday holly holy home honest honour hood hope house hunt
hunter husband ice innocent iris ivy jack jade jewel job joy judge just justice key keys kind king knight
lake lamb land lane large law laws lee light lily little long lord love low luck lucky major male man mark
marks married marsh mason may mercy might miles mill miller mine mint miracle money moon more moss most
mother no noble none north nurse oak old page pain park parks part past pat patience patient peace pearl
penny pleasant police poor pope porter power praise precious price prince prosper proud prudence queen quick
ray reason red reed rice rich rights rise river rivers rob rock rose royal rule rush sage salt sand sands
sandy saw self sell service sharp shepherd short silver singer singh sister sky small snow son south star
state steel still stone storm street strong student success sue summer sun sweet swift teacher temple tender
trust truth unknown van victor victory virtue wade walk wall ward water waters way wells west white wife
wild will wing winter wisdom wise wish wit wolf woman wood woods word work worker world worth yes young
"""
"""Ordinary words that are also names. They count as a name only if they are written like one."""


@frozen
class Word:
    """A word of a text."""

    text: str
    """The folded word, by which words are compared."""
    shown: str
    """The word as it is written, without accents."""
    letters: int
    """The length of ``shown``."""
    has_capital: bool
    """Whether it is not all in small letters; true for scripts without capitals."""
    opens_sentence: bool
    """Whether it is the first word of a sentence, where every word has a capital."""


class FoldedText:
    """A text in the form in which it is searched: folded, and divided into words."""

    def __init__(self, text: str, words: tuple[Word, ...]) -> None:
        self.text = text
        self.words = words

    @staticmethod
    @lru_cache(maxsize=512)
    def of(text: str) -> "FoldedText":
        """Return the folded *text*."""
        return FoldedText(folded(text), tuple(_words(text)))

    def without(self, phrases: tuple[str, ...]) -> "FoldedText":
        """Return the text without the words of each complete phrase of *phrases* in it."""
        phrases_by_first_word = _by_first_word(phrases)
        words: list[Word] = []
        at = 0
        while at < len(self.words):
            candidates = phrases_by_first_word.get(self.words[at].text, ())
            lengths = (
                len(phrase) for phrase in candidates if _is_phrase(phrase, self.words[at : at + len(phrase)])
            )
            longest = max(lengths, default=0)
            if not longest:
                words.append(self.words[at])
            at += longest or 1
        return FoldedText(self.text, tuple(words))

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """The positions of each word, counted from 0."""
        positions: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            positions.setdefault(word.text, []).append(position)
        return positions

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.positions)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that the text mentions, in any usual spelling."""
        return days_in(self.text)


@lru_cache(maxsize=8)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[Word, ...]]]:
    """Return the words of each of *phrases*, grouped by the first word."""
    groups: dict[str, list[tuple[Word, ...]]] = {}
    for phrase in phrases:
        words = tuple(_words(phrase))
        if words:
            groups.setdefault(words[0].text, []).append(words)
    return groups


def _is_phrase(phrase: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
    """Return whether *words* are those of *phrase*. A single word needs the same case: ANA is not Ana."""
    if len(phrase) == 1:
        return [word.shown for word in words] == [phrase[0].shown]
    return [word.text for word in words] == [word.text for word in phrase]


@lru_cache(maxsize=65536)
def _folded_word(word: str) -> str:
    """Return the folded *word*, from a cache: long texts repeat most of their words."""
    return folded(word)


def _words(text: str) -> Iterator[Word]:
    shown = without_accents(text)
    end, before = 0, ""
    for match in _WORD.finditer(shown):
        word = match[0]
        sentence_ended = not before or bool(_SENTENCE_END.search(shown[end : match.start()]))
        # A full stop after a title or an initial ends no sentence: Dr. Green, J. Green.
        opens_sentence = sentence_ended and before.casefold() not in _TITLES and len(before) != 1
        yield Word(_folded_word(word), word, len(word), not word.islower(), opens_sentence)
        end, before = match.end(), word


_AMBIGUOUS_WORDS = FoldedText.of(_AMBIGUOUS).vocabulary
_DAYS_AND_MONTHS = frozenset(map(folded, (*ENGLISH.calendar.months, *ENGLISH.calendar.weekdays)))


# ---- a whole private detail ----


def contains(text: FoldedText, value: str) -> bool:
    """Return whether *text* contains the private detail *value* in whole words, in any usual spelling."""
    wanted = FoldedText.of(value.strip())
    if wanted.days and wanted.days & text.days:  # the days of a long text are computed only if needed
        return True
    if _UNSPACED.search(value):
        letters = "".join(word.text for word in wanted.words)
        return len(letters) > 1 and letters in "".join(word.text for word in text.words)
    if sum(word.letters for word in wanted.words) < 3:
        return False
    if re.fullmatch(r"(?:19|20)\d\d", wanted.text.strip()):
        return False  # a year alone identifies nobody
    if any(contains_address(text.text, address) for address in addresses_of(value)):
        return True
    if any(character.isdigit() for character in wanted.text):
        return contains_number(text.text, wanted.text.strip()) or _contains_words(text, wanted.words)
    if len(wanted.words) == 1:
        return _contains_word(text, wanted.words[0])
    return _contains_words(text, wanted.words) or (is_name(value) and _contains_two_parts(text, wanted.words))


def _contains_word(text: FoldedText, wanted: Word) -> bool:
    """Return whether *text* has the single word of a value; "Will" does not match the verb "will"."""
    return any(
        not (wanted.text in _AMBIGUOUS_WORDS and _is_ordinary(text.words[position]))
        for position in text.positions.get(wanted.text, ())
    )


def _is_ordinary(word: Word) -> bool:
    """Return whether *word* is written like an ordinary word, not like a name within a sentence."""
    return word.opens_sentence or not word.has_capital


def _may_be_name(word: Word) -> bool:
    """Return whether *word* may be part of a name: an ambiguous word such as "green" needs a capital."""
    return word.has_capital or word.text not in _AMBIGUOUS_WORDS


def _contains_words(text: FoldedText, wanted: tuple[Word, ...]) -> bool:
    """Return whether *text* has the *wanted* words side by side, in any order, or joined into one word.

    In another order, ambiguous words need a capital: "the Green will" does not match Will Green.
    """
    texts = [word.text for word in wanted]
    size, joined = len(texts), "".join(texts)
    rarest = min(texts, key=lambda word: len(text.positions.get(word, ())))
    for position in text.positions.get(rarest, ()):
        for start in range(max(position - size + 1, 0), position + 1):
            window = text.words[start : start + size]
            window_texts = [word.text for word in window]
            if window_texts == texts:
                return True
            if sorted(window_texts) == sorted(texts) and all(map(_may_be_name, window)):
                return True
    return len(joined) > 7 and size > 1 and any(joined in word for word in text.vocabulary)


def _contains_two_parts(text: FoldedText, name: tuple[Word, ...]) -> bool:
    """Return whether *text* has two parts of *name* together, with at most initials or particles between."""
    parts = {word.text for word in name if _is_distinctive(word)}
    if len(parts & text.vocabulary) < 2:
        return False
    words = [word for word in text.words if word.text not in _PARTICLES and word.letters > 1]
    return any(
        first.text != second.text
        and {first.text, second.text} <= parts
        and _may_be_name(first)
        and _may_be_name(second)
        for first, second in pairwise(words)
    )


# ---- a part of a name ----


def is_name(value: str, *, certain: bool = False) -> bool:
    """Return whether *value* looks like a name: one to five words with capitals, and no digit or "@".

    A value that is *certain* to be a name needs no capitals and may have more words.
    """
    words = FoldedText.of(value).words
    if any(character.isdigit() for character in value) or "@" in value:
        return False
    parts = [word for word in words if word.text not in _PARTICLES]
    return certain or (0 < len(parts) <= 5 and all(word.has_capital for word in parts))


def contains_part_of_name(
    text: FoldedText, name: str, excluded: frozenset[str], ordinary: frozenset[str]
) -> bool:
    """Return whether *text* has a distinctive part of *name*, also with an s at its end.

    *excluded* words never count. *ordinary* words count only if they are written like a name.
    """
    parts = {word.text for word in FoldedText.of(name).words if _is_distinctive(word)}
    need_capital = _AMBIGUOUS_WORDS | ordinary
    return any(
        not (part in need_capital and _is_ordinary(text.words[position]))
        for part in parts - excluded - _DAYS_AND_MONTHS
        for form in (part, f"{part}s")
        for position in text.positions.get(form, ())
    )


def _is_distinctive(word: Word) -> bool:
    return word.letters > 2 and word.text not in _PARTICLES and word.text not in _TITLES
