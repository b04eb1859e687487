"""The form of a fact, of what it says, and of the parts of its source."""

import re
from collections.abc import Callable

from drafter.dates import parse_date, years_in
from drafter.errors import Fault
from drafter.interview.items.declared import is_no, is_yes
from drafter.interview.items.source_line import read_source_line
from drafter.interview.items.typed_fact import split_source
from drafter.interview.typed_dates import fault_of_when
from drafter.language.english import SCREEN
from drafter.model.question import Form

_FACT_KEY = re.compile(r"[Ff]\d+")
_SOURCE_KEY = re.compile(r"[Ss]\d+\b")
_WORDS_OF_A_PHRASE = 3
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_COUNTED = re.compile(r"\d[\d,.]* (?!(?:and|to|or|et|y|seq)\b)[a-z]{2,}")
"""Finds a number of something: ``21 women``."""
_PAGE_WORD = re.compile(
    r"\b(?:pp?|pages?|paras?|paragraphs?|sections?|arts?|articles?|chap|chapters?|tables?|annex(?:es)?|rows?"
    r"|lines?|notes?|footnotes?|slides?|figures?|columns?|minutes?|min|sec|hours?)\b",
    re.IGNORECASE,
)
EXAMPLES: dict[Form, str] = {
    "fact": "In 2024, 41 of 96 people interviewed in Zenda saw no judge.",
    "source": "Ombudsman, Annual report, 2024, p. 12",
    "page": "p. 12, or para. 34",
    "groups": "28 women and 18 men",
    "name": "Ministry of Health",
    "title": "Annual report",
}
"""An answer of each form, as a remedy shows it."""


def is_address(text: str) -> bool:
    """Return whether *text* is a web address and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def _fact(text: str) -> Fault | None:
    """Return the fault of a text that is no sentence, such as a year; other scripts need no blanks."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    fact = split_source(text, SCREEN)
    if fact.source and (fault := _source(fact.source)):
        return fault
    if len(words) > 1 or not text.isascii() or is_yes(text) or is_no(text) or _FACT_KEY.fullmatch(text):
        return None
    return Fault("a fact is a sentence", f"For example: {EXAMPLES['fact']}")


def _page(text: str) -> Fault | None:
    """Return the fault of a text that begins with a number of something else than pages or paragraphs."""
    if not _COUNTED.match(text) or _PAGE_WORD.search(text):
        return None
    return Fault(
        "the page or the paragraph in the source is expected",
        f"For example: {EXAMPLES['page']}. Leave it empty if there is none.",
    )


def _source(text: str) -> Fault | None:
    """Return the fault of a source whose day can mean two days."""
    return fault_of_when(read_source_line(text, SCREEN).date)


def _groups(text: str) -> Fault | None:
    """Return the fault of figures for groups without a figure: nothing else is printed there."""
    if any(map(str.isdecimal, text)) or SCREEN.review_words().figures().no_groups.fullmatch(text):
        return None
    return Fault(
        "this has no number, so it would not be printed",
        f"For example: {EXAMPLES['groups']}. Write what has no number in the sentence of the fact.",
    )


def _name(text: str) -> Fault | None:
    """Return the fault of a text that is a date or a web address and names nobody."""
    return _without_name(text, "the name of a person, an office or an organisation", EXAMPLES["name"])


def _title(text: str) -> Fault | None:
    """Return the fault of a text that is a date or a web address and no title."""
    return _without_name(text, "a title", EXAMPLES["title"])


def _without_name(text: str, expected: str, example: str) -> Fault | None:
    if is_address(text):
        what = "a web address"
    elif parse_date(text, SCREEN) or not any(map(str.isalpha, text)):
        what = "a date" if parse_date(text, SCREEN) else "a number"
    else:
        return None
    return Fault(f"this is {what}, and {expected} is expected", f"For example: {example}.")


def fault_of_sourced_fact(text: str, example: str) -> Fault | None:
    """Return the fault of a *text* that is a fact with its source, where a few words are expected."""
    fact = split_source(text, SCREEN)
    is_source = bool(fact.source) and (
        "," in fact.source or years_in(fact.source) or _SOURCE_KEY.match(fact.source)
    )
    if not is_source or len(fact.text.split()) <= _WORDS_OF_A_PHRASE:
        return None
    for_example = f", for example: {example.rstrip('.')}" if example else ""
    return Fault(
        "this looks like a fact with its source",
        f"Here a few words are expected{for_example}. drafter asks for facts after these questions.",
    )


CHECKS: dict[Form, Callable[[str], Fault | None]] = {
    "fact": _fact,
    "source": _source,
    "page": _page,
    "groups": _groups,
    "name": _name,
    "title": _title,
}
"""The check of each form."""
