"""A source as one line: author, title, year, publisher, page. Parsing it, and writing it as a line again."""

from collections.abc import Iterator, Sequence
from re import Match

from drafter.dates import parse_date, years_in
from drafter.frozen import frozen, replaced
from drafter.language.language import Language
from drafter.language.web_words import without_tracking
from drafter.model.facts import Source
from drafter.model.marks import is_unknown
from drafter.patterns import pattern

ADDRESS = r"(?:https?://|www\.)\S+"
"""The source of a pattern for a web address."""
_ADDRESS = pattern(ADDRESS)
_QUOTED = pattern(r"[“\"«„](?P<title>[^“”\"«»„]+)[”\"»“]")
_BRACKETS = pattern(r" ?\((?P<inside>[^()]*)\)")
_LOCATOR = pattern(
    r"(?:pp?|pages?|paras?|paragraphs?|sections?|ss?|arts?|articles?|chap(?:ter)?s?|tables?|annex(?:es)?|rows?"
    r"|footnotes?|slides?)\b\.? ?(?:[\dIVXLA-Z].*)|§§? ?\d.*"
)
_INITIALS = pattern(r"(?:[^\W\d_]\. ?-?){1,4}")
"""Finds the initials after a family name: ``S.`` or ``J.-P.``"""
_SPLIT = pattern(r"[,;] +")
_BETWEEN_WORDS = pattern(r"[\s–—-]+")
_TITLE_HERE = "\0"
"""Stands for the title in quotation marks while the rest of the line is read."""
_MOST_PARTS = 3
"""Author, title and publisher: a line with more parts may have been read wrongly."""


@frozen
class SourceLine:
    """What a line says about a source. A field that it does not have is empty."""

    title: str
    author: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""
    locator: str = ""
    """The page or paragraph, which belongs to the fact and not to the source."""
    is_certain: bool = True
    """Whether the line can hardly be read in another way."""

    @property
    def is_page_alone(self) -> bool:
        """Whether it names a page or paragraph and nothing else: that of a source that is there already."""
        others = (self.title, self.author, self.publisher, self.date, self.address)
        return bool(self.locator) and not any(others)


def read_source_line(text: str, language: Language) -> SourceLine:
    """Return what *text* says about a source: ``Ombudsman, Annual report, 2024, State Printer, p. 12``.

    The author comes before the title, the publisher after the date or as the third part before it. A title in
    quotation marks may have commas. The date and the publisher may also be in brackets. A name and a day
    alone are a newspaper and its day; the title is still missing then.
    """
    text = text.strip().rstrip(".")
    address = _ADDRESS.search(text)
    if address:
        text = f"{text[: address.start()].rstrip(' ,;')}, {text[address.end() :].lstrip(' ,;')}"
    quoted = _QUOTED.search(text)
    if quoted:
        text = f"{text[: quoted.start()].rstrip(' ,;')}, {_TITLE_HERE}, {text[quoted.end() :].lstrip(' ,;')}"
    before: list[str] = []
    after: list[str] = []
    date = locator = ""
    for part in _parts(text, language):
        if is_unknown(part):
            continue
        if _LOCATOR.fullmatch(part) and not locator:
            locator = part
        elif locator and part.isdecimal():
            locator = f"{locator}, {part}"  # pp. 3, 7
        elif not date and _is_date(part, language):
            date = part
        else:
            (after if date else before).append(part)
    parts = _author_title_publisher(before, after, quoted["title"].strip(" ,") if quoted else "")
    if address and not (before or after):
        parts = replaced(parts, is_certain=True)
    elif not quoted and not after and len(before) == 1 and _is_newspaper(before[0], date, language):
        parts = SourceLine("", before[0])
    return replaced(
        parts,
        date=date,
        address=without_tracking(address[0].rstrip(".,;)")) if address else "",
        locator=locator,
    )


def _is_newspaper(name: str, date: str, language: Language) -> bool:
    """Return whether *name*, alone beside a *date*, is who published something on that day, and no title."""
    parsed = parse_date(date, language)
    words = language.review_words().sources()
    is_title = any(map(str.isdecimal, name)) or words.record.search(name) or words.law.search(name)
    return parsed is not None and parsed.precision == "day" and not is_title and name[:1].isupper()


def _parts(text: str, language: Language) -> Iterator[str]:
    """Yield what stands between the commas of *text*; brackets with a date in them are opened."""

    def opened(match: Match[str]) -> str:
        inside = [part.strip() for part in match["inside"].split(",")]
        return f", {match['inside']}" if any(_is_date(part, language) for part in inside) else match[0]

    parts = [part.strip(" ,;") for part in _SPLIT.split(_BRACKETS.sub(opened, text))]
    waiting = ""
    for part in filter(None, parts):
        if waiting and part.isdecimal() and years_in(part):
            yield f"{waiting}, {part}"  # March 5, 2024
            waiting = ""
            continue
        if waiting:
            yield waiting
        words = part.split()
        is_day = len(words) == 2 and words[0].lower() in language.month_numbers and words[1].isdecimal()
        waiting = part if is_day else ""
        if not is_day:
            yield part
    if waiting:
        yield waiting


def _is_date(part: str, language: Language) -> bool:
    """Return whether *part* is a date or a period alone: ``2024``, ``March to May 2024``, ``2020–2024``."""
    if parse_date(part, language):
        return True
    words = [word.strip(".") for word in _BETWEEN_WORDS.split(part) if word]
    others = (*language.calendar.range_words, "of")
    return bool(years_in(part)) and all(
        word.isdecimal() or word.lower() in language.month_numbers or word.lower() in others for word in words
    )


def _author_title_publisher(before: Sequence[str], after: Sequence[str], title: str) -> SourceLine:
    """Return author, title and publisher from the parts *before* and *after* the date.

    *title* stood in quotation marks; ``""`` if none did.
    """
    publisher = ", ".join(after)
    if title:
        place = before.index(_TITLE_HERE) if _TITLE_HERE in before else len(before)
        author, rest = ", ".join(before[:place]), before[place + 1 :]
        publisher = ", ".join((*rest, *after)).replace(_TITLE_HERE, "").strip(" ,")
        return SourceLine(title, author, publisher, is_certain=_TITLE_HERE in before)
    if len(before) > 1 and _INITIALS.fullmatch(before[1]):
        before = [f"{before[0]}, {before[1]}", *before[2:]]
    if not before:
        return SourceLine(publisher, is_certain=False)  # a date first, or nothing but a link
    if len(before) == 1:
        return SourceLine(before[0], "", publisher)
    is_third_publisher = len(before) == _MOST_PARTS and not after
    rest = before[1:-1] if is_third_publisher else before[1:]
    return SourceLine(
        ", ".join(rest),
        before[0],
        before[-1] if is_third_publisher else publisher,
        is_certain=len(before) + len(after) <= _MOST_PARTS,
    )


def source_line(source: Source, locator: str | None = None) -> str:
    """Return *source* as a line that ``read_source_line`` reads again."""
    title = (source.title or "").strip()
    parts = (
        source.author,
        f"“{title}”" if "," in title or ";" in title else title,
        str(source.date or ""),
        source.publisher,
        source.address,
        locator,
    )
    return ", ".join(part.strip() for part in parts if part and part.strip())
