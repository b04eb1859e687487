"""The search for days in a text, in any usual spelling. Pure: it takes a folded text and returns days.

Texts and private values are read in the same way, so their spellings may differ. Only a day with its month
and year counts: a month with a year, or a day without a year, identifies nobody.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache

from drafter.language.english import ENGLISH
from drafter.patterns import pattern
from drafter.privacy.folding import folded

_GAP = r"[\s.,،/·_'’‐‑‒–—―-]{0,3}"
"""What may separate the parts of a date."""
_ORDINAL = r"(?:st|nd|rd|th|ers?|re|eme|ste|te|de|[eoa]|-?го)?"
"""The ending of an ordinal in figures: 1st, 1er, 1º, 21-го."""
_YEAR = r"(?:1[89]|20)\d\d"
_SHORT_YEAR = r"['’]?\d\d"
_NO_DIGIT_AFTER = r"(?![.,/-]?\d)"
"""No more digits may follow a two-digit year, as they do in 21/11/1988 or in a register number."""
_WORDS = r"([^\W\d_]++(?:[\s.,'’-]{1,3}[^\W\d_]++){0,4})"

_DAY_FIRST = pattern(
    rf"(?<!\d)(\d{{1,2}})(?!\d){_ORDINAL}{_GAP}{_WORDS}{_GAP}(?=({_YEAR}(?!\d)|{_SHORT_YEAR}{_NO_DIGIT_AFTER}))"
)
_MONTH_FIRST = pattern(
    rf"(?<![^\W\d_])([^\W\d_]++){_GAP}(?:the\s)?(\d{{1,2}})(?!\d){_ORDINAL}{_GAP}(?:of\s|de\s|del\s)?"
    rf"(?=({_YEAR}(?!\d)|{_SHORT_YEAR}{_NO_DIGIT_AFTER}))"
)
_YEAR_FIRST = pattern(rf"(?<!\d)({_YEAR}){_GAP}([^\W\d_]+){_GAP}(\d{{1,2}})(?!\d)")
_NUMBERS = pattern(
    rf"(?<!\d)(?=(\d{{1,2}})(\s?[./·_‐‑‒–—―-]\s?|\s)(\d{{1,2}})\2({_YEAR}(?!\d)|\d\d{_NO_DIGIT_AFTER}))"
)
_YEAR_NUMBERS = pattern(rf"(?<!\d)(?=({_YEAR}|\d\d)(\s?[./·_‐‑‒–—―-]\s?|\s)(\d{{1,2}})\2(\d{{1,2}})(?!\d))")
_EAST_ASIAN = pattern(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})")
_RUN_TOGETHER = pattern(rf"(?<!\d)(?:({_YEAR})(\d\d)(\d\d)|(\d\d)(\d\d)({_YEAR}))(?!\d)")
_FULL_YEAR = pattern(rf"(?<!\d){_YEAR}(?!\d)")
_LETTERS = pattern(r"[^\W\d_]+")
_WINDOW = 60
"""Characters before a year in which a day in words is searched."""

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
"""The months in other languages; the last line has Roman numerals. ``_OTHER_MONTHS`` has further names."""
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
    """Return the days in the folded *text*; both days if a date can mean two."""
    return frozenset(day for year, month, number in _readings(text) for day in _days(year, month, number))


def _days(year: str, month: int, number: int) -> Iterator[date]:
    """Yield the day if it exists; for a two-digit year, that of this century and that of the last."""
    digits = year.strip("'’")
    for full_year in (int(digits),) if len(digits) == 4 else (1900 + int(digits), 2000 + int(digits)):
        with suppress(ValueError):  # the day does not exist
            yield date(full_year, month, number)


def _readings(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the year, the month and the day of each date in *text*, also of days that do not exist."""
    yield from _with_month_name(text)
    yield from _in_figures(text)
    yield from _in_words(text)


def _with_month_name(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the dates with the name of the month: 21 November 1988, November 21, 1988, 1988 November 21."""
    for match in _DAY_FIRST.finditer(text):
        for month in _months(_LETTERS.findall(match[2]), has_full_year=len(match[3]) == 4):
            yield match[3], month, int(match[1])
    for match in _MONTH_FIRST.finditer(text):
        for month in _months([match[1]]):
            yield match[3], month, int(match[2])
    for match in _YEAR_FIRST.finditer(text):
        for month in _months([match[2]]):
            yield match[1], month, int(match[3])


def _in_figures(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the dates in figures; both readings of 5/3/1987.

    Spaces alone separate the parts only of a date with a four-digit year.
    """
    for match in _NUMBERS.finditer(text):
        first, separator, second, year = match.groups()
        if separator.strip() or len(year) == 4:
            yield from ((year, int(first), int(second)), (year, int(second), int(first)))
    for match in _YEAR_NUMBERS.finditer(text):
        year, separator, month, day = match.groups()
        if separator.strip() or len(year) == 4:
            yield year, int(month), int(day)
    for match in _EAST_ASIAN.finditer(text):
        yield match[1], int(match[2]), int(match[3])
    for match in _RUN_TOGETHER.finditer(text):
        year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
        yield year, int(month), int(day)


def _in_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the dates with the day in words: the twenty-first of November 1988; November the first, 1988."""
    for match in _FULL_YEAR.finditer(text):
        words = _LETTERS.findall(text[max(match.start() - _WINDOW, 0) : match.start()])[-5:]
        if _ORDINAL_NUMBERS.keys().isdisjoint(words):
            continue
        parts = [word for word in words if word not in _FILLERS]
        for last, word in enumerate(parts):
            if word not in _ORDINAL_NUMBERS:
                continue
            first = last - 1 if parts[last - 1 : last] and parts[last - 1] in _TENS else last
            for month in _months(parts[last + 1 :] or parts[max(first - 1, 0) : first]):
                yield match[0], month, _ordinal(parts[first : last + 1])


def _ordinal(words: list[str]) -> int:
    """Return the number of an ordinal of one or two *words*: first, or twenty first."""
    number = _ORDINAL_NUMBERS[words[-1]]
    return number + _TENS[words[0]] if len(words) > 1 and number < 10 else number


def _months(words: Iterable[str], *, has_full_year: bool = True) -> Iterator[int]:
    """Yield the month that *words* name, if any; a Roman i, v or x counts only with a four-digit year."""
    name = " ".join(word for word in words if word not in _FILLERS)
    month = _month_numbers().get(name)
    if month and (has_full_year or len(name) > 1 or name not in _ROMAN):
        yield month


@lru_cache(maxsize=1)
def _month_numbers() -> dict[str, int]:
    """Return the number of each month, by its name and by each beginning of it that no other month has."""
    lines = [ENGLISH.calendar.months, *(line.split() for line in _MONTHS.strip().splitlines())]
    names = [(folded(name), number) for line in lines for number, name in enumerate(line, 1)]
    names += [(folded(name), number) for name, number in _OTHER_MONTHS.items()]
    beginnings: dict[str, set[int]] = {}
    for name, number in names:
        for length in range(3, len(name)):
            beginnings.setdefault(name[:length], set()).add(number)
    unique = {name: numbers.pop() for name, numbers in beginnings.items() if len(numbers) == 1}
    return {**unique, **dict(names)}


_ROMAN = frozenset(_MONTHS.strip().splitlines()[-1].split())
