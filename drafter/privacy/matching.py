"""Finding a name or an identifier in a text, however it is written there. Pure: text in, yes or no out."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

from drafter.frozen import frozen
from drafter.language.english import ENGLISH
from drafter.patterns import pattern
from drafter.privacy.dates_in_text import days_in
from drafter.privacy.folding import bare, folded
from drafter.privacy.numbers_in_text import address_of, address_stands, number_stands

_WORD = pattern(r"[^\W_]+")
_ENDS = pattern(r"[.!?…:\n]")
_UNSPACED = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that put no blank between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_TITLES = frozenset(_WORD.findall("mr mrs ms miss mx dr prof st sr jr"))
_PARTICLES = frozenset(
    _WORD.findall("von van der den del dos das bin ibn bint abu al el la le les de di da du san")
)
_ORDINARY = """
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
"""Words that any text has and that are names too: a sign only where they are written as a name is."""


@frozen
class Word:
    """A word of a text: as it is compared, and how it is written there."""

    text: str
    shown: str
    letters: int
    capital: bool
    """False only where it is all small letters: a script without capitals cannot tell."""
    opens: bool
    """Whether it opens a sentence, where every word has a capital."""


class Page:
    """A text as it is looked through: its letters alike whatever their case and accents, and its words."""

    def __init__(self, folded_text: str, words: tuple[Word, ...]) -> None:
        self.folded = folded_text
        self.words = words

    @staticmethod
    @lru_cache(maxsize=512)
    def of(text: str) -> "Page":
        """Return *text* to look through."""
        return Page(folded(text), tuple(_words(text)))

    def without(self, phrases: tuple[str, ...]) -> "Page":
        """Return the page without the words of *phrases*, where one of them stands whole."""
        begins = _by_first_word(phrases)
        words: list[Word] = []
        at = 0
        while at < len(self.words):
            here = begins.get(self.words[at].text, ())
            longest = max((len(one) for one in here if _same(one, self.words[at : at + len(one)])), default=0)
            if not longest:
                words.append(self.words[at])
            at += longest or 1
        return Page(self.folded, tuple(words))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, counted from 0."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            places.setdefault(word.text, []).append(place)
        return places

    @cached_property
    def known(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.places)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that are named, in whatever spelling."""
        return days_in(self.folded)


@lru_cache(maxsize=8)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[Word, ...]]]:
    """Return the words of each phrase, to be found by the first of them."""
    found: dict[str, list[tuple[Word, ...]]] = {}
    for phrase in phrases:
        words = tuple(_words(phrase))
        if words:
            found.setdefault(words[0].text, []).append(words)
    return found


def _same(phrase: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
    """Return whether *words* are those of *phrase*; one word alone in the same letters, so ANA is not Ana."""
    if len(phrase) == 1:
        return [word.shown for word in words] == [phrase[0].shown]
    return [word.text for word in words] == [word.text for word in phrase]


@lru_cache(maxsize=65536)
def _compared(word: str) -> str:
    """Return *word* as it is compared; most words of a long text come again and again."""
    return folded(word)


def _words(text: str) -> Iterator[Word]:
    shown = bare(text)
    at, before = 0, ""
    for found in _WORD.finditer(shown):
        ended = not before or bool(_ENDS.search(shown[at : found.start()]))
        opens = ended and before.casefold() not in _TITLES and len(before) != 1
        yield Word(_compared(found[0]), found[0], len(found[0]), not found[0].islower(), opens)
        at, before = found.end(), found[0]


_COMMON = Page.of(_ORDINARY).known
_DAYS = frozenset(map(folded, (*ENGLISH.calendar.months, *ENGLISH.calendar.weekdays)))


# ---- something private, whole ----


def stands(value: str, page: Page) -> bool:
    """Return whether *value* stands in *page*: whole words, in whatever manner they are written."""
    sought = Page.of(value.strip())
    if sought.days & page.days if sought.days else False:
        return True
    if _UNSPACED.search(value):
        letters = "".join(word.text for word in sought.words)
        return len(letters) > 1 and letters in "".join(word.text for word in page.words)
    if sum(word.letters for word in sought.words) < 3:
        return False
    if re.fullmatch(r"(?:19|20)\d\d", sought.folded.strip()):
        return False  # a year alone is nobody's mark
    address = address_of(value)
    if address and address_stands(address, page.folded):
        return True
    if any(letter.isdigit() for letter in sought.folded):
        return number_stands(sought.folded.strip(), page.folded) or _order_apart(sought.words, page)
    if len(sought.words) == 1:
        return _alone(sought.words[0], page)
    return _order_apart(sought.words, page) or (is_name(value) and _shortened(sought.words, page))


def _alone(one: Word, page: Page) -> bool:
    """Return whether the only word of a value stands in *page*; "Will" not where the text says "will"."""
    places = page.places.get(one.text, ())
    return any(not (one.text in _COMMON and _as_usual(page.words[place])) for place in places)


def _as_usual(word: Word) -> bool:
    """Return whether *word* is written as any word may be, and not as a name within a sentence is."""
    return word.opens or not word.capital


def _named(word: Word) -> bool:
    """Return whether *word* may be part of a name as it is written: not "green" where any text says it."""
    return word.capital or word.text not in _COMMON


def _order_apart(sought: tuple[Word, ...], page: Page) -> bool:
    """Return whether the words of *sought* stand side by side, in whatever order, or run together.

    In another order a word that any text has counts only with a capital: "the Green will" is no Will Green.
    """
    wanted = [word.text for word in sought]
    size, joined = len(wanted), "".join(wanted)
    rarest = min(wanted, key=lambda word: len(page.places.get(word, ())))
    for place in page.places.get(rarest, ()):
        for at in range(max(place - size + 1, 0), place + 1):
            here = page.words[at : at + size]
            texts = [word.text for word in here]
            if texts == wanted or (sorted(texts) == sorted(wanted) and all(map(_named, here))):
                return True
    return len(joined) > 7 and size > 1 and any(joined in word for word in page.known)


def _shortened(sought: tuple[Word, ...], page: Page) -> bool:
    """Return whether two parts of a name stand together in *page*, with an initial or so between them."""
    wanted = {word.text for word in sought if _tells(word)}
    if len(wanted & page.known) < 2:
        return False
    named = [word for word in page.words if word.text not in _PARTICLES and word.letters > 1]
    return any(
        one.text != other.text and {one.text, other.text} <= wanted and _named(one) and _named(other)
        for one, other in pairwise(named)
    )


# ---- a part of a name ----


def is_name(value: str, *, certain: bool = False) -> bool:
    """Return whether *value* looks like a name: a few words with capitals, which a *certain* one may lack."""
    words = Page.of(value).words
    if any(letter.isdigit() for letter in value) or "@" in value:
        return False
    named = [word for word in words if word.text not in _PARTICLES]
    return certain or (0 < len(named) <= 5 and all(word.capital for word in named))


def part_stands(name: str, page: Page, innocent: frozenset[str], ordinary: frozenset[str]) -> bool:
    """Return whether a part of *name* that is long and rare enough to matter stands in *page*."""
    parts = {word.text for word in Page.of(name).words if _tells(word)} - innocent - _DAYS
    usual = _COMMON | ordinary
    places = (
        (part, place) for part in parts for form in (part, f"{part}s") for place in page.places.get(form, ())
    )
    return any(not (part in usual and _as_usual(page.words[place])) for part, place in places)


def _tells(word: Word) -> bool:
    return word.letters > 2 and word.text not in _PARTICLES and word.text not in _TITLES
