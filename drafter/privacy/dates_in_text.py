"""Finding days in a text, in any usual spelling. Pure: folded text in, days out.

A text and a private value are read in the same way, so a day is found whichever of the spellings either has.
Only a day with its month and year counts: a month with a year, or a day without one, is nobody's mark.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache

from drafter.language.english import ENGLISH
from drafter.patterns import pattern
from drafter.privacy.folding import folded

_GAP = r"[\s.,،/·_'’‐‑‒–—―-]{0,3}"
"""What may stand between the parts of a date."""
_ORDINAL = r"(?:st|nd|rd|th|ers?|re|eme|ste|te|de|[eoa]|-?го)?"
"""What makes an ordinal of a number: 1st, 1er, 1º, 21-го."""
_YEAR = r"(?:1[89]|20)\d\d"
_SHORT = r"['’]?\d\d"
_AFTER = r"(?![.,/-]?\d)"
"""After a year of two digits: no more digits, as there are in 21/11/1988 or in a number of a register."""
_WORDS = r"([^\W\d_]++(?:[\s.,'’-]{1,3}[^\W\d_]++){0,4})"

_DAY_FIRST = pattern(
    rf"(?<!\d)(\d{{1,2}})(?!\d){_ORDINAL}{_GAP}{_WORDS}{_GAP}(?=({_YEAR}(?!\d)|{_SHORT}{_AFTER}))"
)
_MONTH_FIRST = pattern(
    rf"(?<![^\W\d_])([^\W\d_]++){_GAP}(?:the\s)?(\d{{1,2}})(?!\d){_ORDINAL}{_GAP}(?:of\s|de\s|del\s)?"
    rf"(?=({_YEAR}(?!\d)|{_SHORT}{_AFTER}))"
)
_YEAR_FIRST = pattern(rf"(?<!\d)({_YEAR}){_GAP}([^\W\d_]+){_GAP}(\d{{1,2}})(?!\d)")
_NUMBERS = pattern(
    rf"(?<!\d)(?=(\d{{1,2}})(\s?[./·_‐‑‒–—―-]\s?|\s)(\d{{1,2}})\2({_YEAR}(?!\d)|\d\d{_AFTER}))"
)
_YEAR_NUMBERS = pattern(rf"(?<!\d)(?=({_YEAR}|\d\d)(\s?[./·_‐‑‒–—―-]\s?|\s)(\d{{1,2}})\2(\d{{1,2}})(?!\d))")
_EAST_ASIAN = pattern(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})")
_RUN_TOGETHER = pattern(rf"(?<!\d)(?:({_YEAR})(\d\d)(\d\d)|(\d\d)(\d\d)({_YEAR}))(?!\d)")
_FULL_YEAR = pattern(rf"(?<!\d){_YEAR}(?!\d)")
_LETTERS = pattern(r"[^\W\d_]+")
_BEFORE = 60
"""Letters before a year among which a day in words stands."""

_MONTHS = """
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januar februar märz april mai juni juli august september oktober november dezember
januari februari maart april mei juni juli augustus september oktober november december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
i ii iii iv v vi vii viii ix x xi xii
"""
"""The months in eleven languages and ways beside English; a few more names and short forms come after."""
_OTHER_MONTHS = {
    "setiembre": 9, "jänner": 1, "feber": 2, "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5,
    "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "يوليوز": 7,
}  # fmt: skip
_FILLERS = frozenset(_LETTERS.findall("of the day in de del d du den le el o mes month г года"))
_ORDINALS = _LETTERS.findall(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINAL_NUMBERS = {**{word: number for number, word in enumerate(_ORDINALS, 1)}, "thirtieth": 30}
_TENS = {"twenty": 20, "thirty": 30}


def days_in(text: str) -> frozenset[date]:
    """Return the days that stand in *text*, which is folded; where it may mean two days, both."""
    return frozenset(day for year, month, number in _read(text) for day in _day(year, month, number))


def _day(year: str, month: int, number: int) -> Iterator[date]:
    """Yield the day; a year of two digits may be of this century or of the last."""
    short = year.strip("'’")
    for full in (int(short),) if len(short) == 4 else (1900 + int(short), 2000 + int(short)):
        with suppress(ValueError):  # there is no such day
            yield date(full, month, number)


def _read(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield year, month and day as they stand in *text*, whether there is such a day or not."""
    yield from _with_month_named(text)
    yield from _in_figures(text)
    yield from _in_words(text)


def _with_month_named(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _DAY_FIRST.finditer(text):
        for month in _months(_LETTERS.findall(found[2]), long=len(found[3]) == 4):
            yield found[3], month, int(found[1])
    for found in _MONTH_FIRST.finditer(text):
        for month in _months([found[1]]):
            yield found[3], month, int(found[2])
    for found in _YEAR_FIRST.finditer(text):
        for month in _months([found[2]]):
            yield found[1], month, int(found[3])


def _in_figures(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield both readings of 5/3/1987. Blanks alone part the figures only beside a year of four digits."""
    for found in _NUMBERS.finditer(text):
        one, gap, other, year = found.groups()
        if gap.strip() or len(year) == 4:
            yield from ((year, int(one), int(other)), (year, int(other), int(one)))
    for found in _YEAR_NUMBERS.finditer(text):
        year, gap, one, other = found.groups()
        if gap.strip() or len(year) == 4:
            yield year, int(one), int(other)
    for found in _EAST_ASIAN.finditer(text):
        yield found[1], int(found[2]), int(found[3])
    for found in _RUN_TOGETHER.finditer(text):
        year, month, number = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        yield year, int(month), int(number)


def _in_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the days whose number is a word: the twenty-first of November 1988; November the first, 1988."""
    for found in _FULL_YEAR.finditer(text):
        words = _LETTERS.findall(text[max(found.start() - _BEFORE, 0) : found.start()])[-5:]
        if _ORDINAL_NUMBERS.keys().isdisjoint(words):
            continue
        told = [word for word in words if word not in _FILLERS]
        for place, word in enumerate(told):
            if word not in _ORDINAL_NUMBERS:
                continue
            first = place - 1 if told[place - 1 : place] and told[place - 1] in _TENS else place
            for month in _months([*told[place + 1 :]] or told[max(first - 1, 0) : first]):
                yield found[0], month, _ordinal(told[first : place + 1])


def _ordinal(words: list[str]) -> int:
    """Return the number that one or two *words* say: twenty, first."""
    number = _ORDINAL_NUMBERS[words[-1]]
    return number + _TENS[words[0]] if len(words) > 1 and number < 10 else number


def _months(words: Iterable[str], *, long: bool = True) -> Iterator[int]:
    """Yield the month that *words* name beside words such as "of"; i, v and x only with a *long* year."""
    named = " ".join(word for word in words if word not in _FILLERS)
    month = _known_months().get(named)
    if month and (long or len(named) > 1 or named not in _ROMAN):
        yield month


@lru_cache(maxsize=1)
def _known_months() -> dict[str, int]:
    """Return the number of each month by its name, and by a beginning of it that is no other month's."""
    lines = [ENGLISH.calendar.months, *(line.split() for line in _MONTHS.strip().splitlines())]
    names = [(folded(name), number) for line in lines for number, name in enumerate(line, 1)]
    names += [(folded(name), number) for name, number in _OTHER_MONTHS.items()]
    short: dict[str, set[int]] = {}
    for name, number in names:
        for size in range(3, len(name)):
            short.setdefault(name[:size], set()).add(number)
    return {**{name: one.pop() for name, one in short.items() if len(one) == 1}, **dict(names)}


_ROMAN = frozenset(_MONTHS.strip().splitlines()[-1].split())
