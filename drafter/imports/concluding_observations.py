"""The concluding observations of a treaty body: numbered paragraphs in a Word file.

Only what expresses a concern or recommends something is taken over. Which of the two a paragraph is follows
from its words, such as "The Committee recommends that". An item ``(a)`` has the words before the items in its
text, because it is no sentence without them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.dates import parse_date
from drafter.frozen import frozen
from drafter.imports.bodies import SYMBOL_PATTERN, body_of_symbol
from drafter.imports.state_names import StateNames
from drafter.imports.values import Reading, Recognised, Row, RowFault, excerpt
from drafter.imports.word_text import paragraph_text, paragraphs_of
from drafter.imports.wording import numbered_paragraph
from drafter.language.english import SCREEN
from drafter.model.imported import ImportedRecommendation
from drafter.patterns import pattern
from drafter.word.reader.document import ReadDocument, ReadParagraph

FORMAT = "concluding observations"
_HEAD_PARAGRAPHS = 60
_SYMBOL_LINE = pattern(rf"(?:^|\s)(?:{SYMBOL_PATTERN})\s*$")
"""The symbol at the end of a line, as in the head of a document of the United Nations."""
_TITLE = pattern(r"\bconcluding observations\b", re.IGNORECASE)
_OF = pattern(r"\bof\s+(?:the\s+)?")
_SESSION = pattern(r"\bat its (.{1,40}? session)\b", re.IGNORECASE)
_RECOMMENDS = pattern(
    r"\b(?:the\s+Committee|it)\s+(?:(?:also|further|therefore|again|strongly|in\s+particular|[a-z]+ly),?\s+){0,3}"
    r"(?:recommends|urges|calls\s+(?:up)?on|requests|encourages|invites|advises|reiterates\s+its\s+(?:previous\s+)?"
    r"(?:recommendations?|call|request)|recalls\s+its\s+(?:previous\s+)?recommendations?|draws\s+the\s+attention)"
    r"|\bthe\s+State\s+party\s+should\b|\brecommends\s+that\b|\b(?:urges|requests|invites)\s+the\s+State\s+party\b",
    re.IGNORECASE,
)
_IS_CONCERNED = pattern(
    r"\b(?:is|remains|are)\s+(?:[a-z]+ly\s+|also\s+|further\s+|still\s+){0,3}(?:concerned|alarmed|worried|disturbed)\b"
    r"|\b(?:regrets|deplores|notes\s+with\s+(?:\w+\s+){0,2}(?:concern|regret|alarm))\b"
    r"|\b(?:expresses|reiterates|shares)\s+(?:\w+\s+){0,3}concerns?\b|\bconcerns?\s+(?:remain|persist)s?\b",
    re.IGNORECASE,
)
_ITEM = pattern(r"\(?([a-z]{1,2})\)\s+")
_LABEL = pattern(r"\(?([a-z]{1,5})[.)]+")
_NUMBER = pattern(r"(\d{1,3})\.?")
_ITEM_END = pattern(r"\s*;(?:\s*(?:and|or))?\s*\Z")
_MARKS = pattern(r"[\s*†‡]+\Z")
_LONGEST_HEADING = 160
_REMEDY = "Look at it in the file. If it is a recommendation, type it yourself."


def read_concluding_observations(read: ReadDocument, names: StateNames) -> Reading | None:
    """Return the concerns and recommendations in *read*; ``None`` if its head is not that of such a text."""
    head = list(_head(read))
    symbol = next((match[0] for line in head if (match := _SYMBOL_LINE.search(line))), "").strip()
    has_title = any(line.strip().casefold().startswith(FORMAT) for line in head)
    if read.has_seal or not symbol or not has_title:
        return None  # a submission cites the symbol, too
    recognised = Recognised(
        FORMAT, _country(head, names), body_of_symbol(symbol), symbol, _first(_SESSION, head)
    )
    paragraphs = (block for block in read.blocks if isinstance(block, ReadParagraph))
    return Reading(recognised, _rows(_Paragraphs().read(paragraphs), recognised, _date(head)))


def _head(read: ReadDocument) -> Iterator[str]:
    """Yield the lines of the page headers and of the first paragraphs, those in tables included."""
    for header in read.headers_and_footers:
        yield from map(paragraph_text, header.paragraphs)
    for _, paragraph in zip(range(_HEAD_PARAGRAPHS), paragraphs_of(read), strict=False):
        yield from paragraph_text(paragraph).split("\n")


def _country(head: Sequence[str], names: StateNames) -> str:
    """Return the State in the title: "Concluding observations on the third periodic report of the Sudan"."""
    for line in head:
        title = _MARKS.sub("", line)
        if _TITLE.search(title):
            # "Concluding observations of the Committee: Norway"
            after_colon = title.rpartition(":")[2].strip()
            if names.is_name(after_colon):
                return after_colon
            for match in _OF.finditer(title):
                if names.is_name(title[match.end() :]):
                    return title[match.end() :].strip()
    return ""


def _date(head: Sequence[str]) -> str:
    """Return the date of distribution: the first line that is nothing but a day."""
    for line in head:
        parsed = parse_date(line, SCREEN)
        if parsed and parsed.precision == "day" and len(parsed.days) == 1:
            return parsed.days[0].isoformat()
    return ""


def _first(searched: re.Pattern[str], lines: Iterable[str]) -> str:
    return next((match[1] for line in lines if (match := searched.search(line))), "")


@frozen
class _Paragraph:
    """A numbered paragraph with its items."""

    number: str
    heading: str
    text: str
    items: tuple[tuple[str, str], ...]
    """Letter and text of each item."""


class _Paragraphs:
    """Puts the numbered paragraphs of a document together, each with its items and the heading above it."""

    def __init__(self) -> None:
        self._heading = ""
        self._begun = False
        """Whether a number has been read: lines before the first are the head of the document."""
        self._number = ""
        self._text = ""
        self._items: list[tuple[str, str]] = []

    def read(self, paragraphs: Iterable[ReadParagraph]) -> Iterator[_Paragraph]:
        """Yield the numbered paragraphs among *paragraphs*."""
        for paragraph in paragraphs:
            text = paragraph_text(paragraph).strip()
            number, rest = _number_of(paragraph, text)
            if number or (text and self._is_heading(paragraph, text)):
                yield from self._ended()
                self._number, self._text, self._items = number, rest if number else "", []
                self._begun = self._begun or bool(number)
                self._heading = self._heading if number or not self._begun else _without_letter(text)
            elif text and self._number:
                self._add(paragraph, text)
        yield from self._ended()

    def _ended(self) -> Iterator[_Paragraph]:
        """Yield the paragraph that was read last, if it has a number."""
        if self._number:
            yield _Paragraph(self._number, self._heading, self._text, tuple(self._items))

    def _is_heading(self, paragraph: ReadParagraph, text: str) -> bool:
        is_short = len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ":", ",", "; and"))
        return paragraph.heading > 0 or (is_short and not self._item_of(paragraph, text)[0])

    def _add(self, paragraph: ReadParagraph, text: str) -> None:
        """Add a paragraph without a number: an item, or more of what is there."""
        letter, item = self._item_of(paragraph, text)
        if letter:
            self._items.append((letter, item))
        elif self._items:
            shown = f"{paragraph.number} {text}".strip()
            self._items[-1] = self._items[-1][0], f"{self._items[-1][1]}\n{shown}"
        else:
            self._text = f"{self._text}\n{text}"

    def _item_of(self, paragraph: ReadParagraph, text: str) -> tuple[str, str]:
        """Return letter and text of an item; no letter for another paragraph, or an item of an item."""
        if paragraph.number:
            match, rest = _LABEL.fullmatch(paragraph.number.strip()), text
        else:
            match = _ITEM.match(text)
            rest = text[match.end() :] if match else text
        expected = _letter_after(self._items[-1][0]) if self._items else "a"
        return (match[1], rest) if match and match[1] == expected else ("", text)


def _number_of(paragraph: ReadParagraph, text: str) -> tuple[str, str]:
    """Return the number of a paragraph, shown by Word or typed, and its text; no number if it has none."""
    if match := _NUMBER.fullmatch(paragraph.number.strip()):
        return match[1], text
    return ("", text) if paragraph.number else numbered_paragraph(text)


def _letter_after(letter: str) -> str:
    """Return the letter of the item after that with *letter*: b after a, aa after z."""
    return "aa" if letter == "z" else letter[:-1] + chr(ord(letter[-1]) + 1)


def _without_letter(heading: str) -> str:
    return re.sub(r"\A(?:[A-Z]|[IVX]+)\.\s+", "", heading)


def _rows(paragraphs: Iterable[_Paragraph], recognised: Recognised, date: str) -> Iterator[Row]:
    for paragraph in paragraphs:
        whole = " ".join((paragraph.text, *(text for _, text in paragraph.items)))
        recommends = _RECOMMENDS.search(whole) is not None
        if not recommends and _IS_CONCERNED.search(whole) is None:
            continue  # what the Committee welcomes, and how it works
        source = f"paragraph {paragraph.number}"
        if paragraph.items and not paragraph.text:
            yield RowFault(source, "its items have no words before them", _REMEDY, excerpt(whole))
            continue
        for letter, text in _pieces(paragraph):
            yield ImportedRecommendation(
                text=text,
                country=recognised.country,
                body=recognised.body,
                document=recognised.document,
                number=f"{paragraph.number} ({letter})" if letter else paragraph.number,
                themes=(paragraph.heading,) if paragraph.heading else (),
                date=date,
                kind="recommendation" if recommends else "concern",
                session=recognised.session,
                source=f"{source} ({letter})" if letter else source,
            )


def _pieces(paragraph: _Paragraph) -> Iterator[tuple[str, str]]:
    """Yield letter and text of each item with the words before the items; without items, the paragraph."""
    if not paragraph.items:
        yield "", paragraph.text
    for letter, text in paragraph.items:
        yield letter, f"{paragraph.text} {_ITEM_END.sub('', text)}"
