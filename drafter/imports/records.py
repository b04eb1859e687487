"""One row of a table or of a database, as a recommendation.

Its fields have the names of ``columns.py``; each is one text, as it is in the file.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from drafter.dates import parse_date
from drafter.frozen import frozen
from drafter.imports.bodies import body_name
from drafter.imports.html_text import text_of_html
from drafter.imports.positions import plain_position, position_of
from drafter.imports.state_names import StateNames
from drafter.imports.themes import goal_number, labelled, without_code
from drafter.imports.values import Row, RowFault, excerpt
from drafter.imports.wording import Unclear, numbered, numbered_paragraph, without_source, wordings_in
from drafter.language.english import SCREEN
from drafter.model.imported import UPR, ImportedRecommendation
from drafter.patterns import pattern

Fields = Mapping[str, str]
"""What a row says, by field. A field that it does not have is missing."""
Kind = Literal["recommendation", "concern"]

_EPOCH = date(1899, 12, 30)
"""The day 0 of spreadsheets."""
_SERIAL = pattern(r"(\d{5})(?:\.\d+)?")
_ISO_WITH_TIME = pattern(r"(\d{4}-\d\d-\d\d)[T ]\d.*")
_DASH_BEFORE_STATE = pattern(r"(?:^|\s)-\s*")
_PLEDGE = "voluntary pledge"
_LINES = pattern(r"\n")
_REMEDY = "Correct this row in a copy of the file and import it again, or type it yourself."
_KINDS: Mapping[str, Kind] = {
    "": "recommendation",
    "recommendation": "recommendation",
    "recommendations": "recommendation",
    "concern": "concern",
    "concerns": "concern",
    "observations": "concern",
    "concerns/observations": "concern",
}


@frozen
class Style:
    """How a service writes its rows."""

    separator: str = r"[\n;|]"
    """A pattern for what is between the values of a list."""
    html: bool = False
    """Whether texts may be HTML."""
    body: str = ""
    """The body of all rows."""
    numbers_in_text: bool = True
    """Whether the number of a paragraph and the States may be in the text."""


class RecordReader:
    """Turns rows of one file into recommendations."""

    def __init__(self, style: Style, names: StateNames) -> None:
        self._style = style
        self._names = names
        self._separator = pattern(style.separator)

    def row(self, fields: Fields, source: str) -> Row:
        """Return the recommendation that *fields* say, or why they are none."""
        text = fields.get("text", "")
        whole = text_of_html(text) if self._style.html else text.strip()
        kind = _KINDS.get(plain_position(fields.get("kind", "")))
        if not any(map(str.isalpha, whole)):
            return RowFault(source, "it has no text", _REMEDY, excerpt(" ".join(fields.values())))
        if kind is None:
            reason = "its type is neither a recommendation nor a concern"
            return RowFault(source, reason, "Nothing needs to be corrected. It was left out.", excerpt(whole))
        if plain_position(fields.get("position", "")) == _PLEDGE:
            reason = "it is a voluntary pledge, a promise of the State and no recommendation"
            return RowFault(source, reason, "Nothing needs to be corrected. It was left out.", excerpt(whole))
        return self._recommendation(fields, whole, kind, source)

    def _recommendation(self, fields: Fields, whole: str, kind: Kind, source: str) -> ImportedRecommendation:
        body = self._style.body or body_name(without_code_of_list(fields.get("body", "")))
        number, text, states, symbol = self._text(whole, body)
        themes = labelled(self._values(fields.get("themes", "")))
        groups = map(without_code, self._values(fields.get("groups", "")))
        goals = map(goal_number, self._values(fields.get("goals", "")))
        return ImportedRecommendation(
            text=text,
            country=", ".join(self._states(fields.get("country", ""))),
            body=body,
            document=fields.get("document", "").strip() or symbol,
            number=fields.get("number", "").strip() or number,
            states=self._states(fields.get("states", "")) or states,
            position=position_of(fields.get("position", "")),
            themes=themes.themes,
            groups=_unique((*themes.groups, *groups)),
            goals=_unique((*themes.goals, *goals)),
            date=date_of(fields.get("date", "")),
            kind=kind,
            session=", ".join(self._values(fields.get("session", ""))),
            key=fields.get("key", "").strip(),
            source=source,
        )

    def _text(self, whole: str, body: str) -> tuple[str, str, tuple[str, ...], str]:
        """Return number, wording, States and symbol in the text *whole*; what is not certain stays in it."""
        if not self._style.numbers_in_text:
            return "", whole, (), ""
        if body and body != UPR:
            return *numbered_paragraph(whole), (), ""
        text, symbol = without_source(whole)
        try:
            wordings = wordings_in(text, self._names)
        except Unclear:
            wordings = ()
        if len(wordings) == 1:
            return wordings[0].number, wordings[0].text, wordings[0].states, symbol or ""
        number, rest = numbered(text.strip()) if body else ("", text)
        return number, rest.strip(), (), symbol or ""

    def _values(self, text: str) -> tuple[str, ...]:
        return _unique(without_code_of_list(value) for value in self._separator.split(text))

    def _states(self, text: str) -> tuple[str, ...]:
        """Return the States that a field lists: in lines, after dashes, or in a sentence."""
        flat = text.strip()
        if self._names.is_name(flat):
            return (flat,)
        names: list[str] = []
        for value in self._separator.split(_DASH_BEFORE_STATE.sub("\n", flat)):
            for line in _LINES.split(value):
                names += self._names.listed(line.strip()) or (line.strip(),)
        return _unique(names)


def date_of(text: str) -> str:
    """Return the date in *text* as YYYY-MM-DD, YYYY-MM or YYYY; ``""`` if it is none, or not certain.

    A number of five digits is a day as spreadsheets count them.
    """
    text = text.strip()
    if match := _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(match[1]))).isoformat()
    if match := _ISO_WITH_TIME.fullmatch(text):
        text = match[1]
    parsed = parse_date(text, SCREEN)
    if parsed is None and text[:1].isalpha() and (month := parse_date(f"1 {text}", SCREEN)):  # "May 2025"
        return month.days[0].isoformat()[:7] if len(month.days) == 1 else ""
    if parsed is None or len(parsed.days) != 1:
        return ""
    day = parsed.days[0].isoformat()
    return {"day": day, "month": day[:7], "year": day[:4]}[parsed.precision]


def without_code_of_list(text: str) -> str:
    """Return *text* without white space and the dash before it."""
    return text.strip().removeprefix("- ").strip("\n\t ")


def _unique(texts: Iterator[str] | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
