"""A clause as a person reads it: what is asked in place of fields, numbers for notes, authorities below."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from drafter.language.language import Language
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.model.vocabulary import Authority
from drafter.patterns import pattern

_FIELD = pattern(r"\{\{-?\s*([a-z_][a-z0-9_]*)\s*(\|[^}]*?)?-?\}\}")
_BROKEN = pattern(r"\s*\n(?!\s*(?:[-*]|\d+\.)\s)\s*")
"""The end of a line at which no item of a list begins: the paragraph goes on."""
_FACTS = "your facts, each with its source"
"""What stands for the facts of a clause where it is read in the library."""


class Reading(NamedTuple):
    """A clause without any sign of how it is written."""

    text: str
    """Its paragraphs, an empty line between two; ``[1]`` where a note is."""
    notes: tuple[str, ...]
    """What the notes cite, the first first."""

    def __str__(self) -> str:
        notes = "\n".join(f"[{number}] {note}" for number, note in enumerate(self.notes, 1))
        return f"{self.text}\n\n{notes}" if notes else self.text


def as_read(clause: Clause, authorities: Mapping[str, Authority], language: Language) -> Reading:
    """Return *clause* as a person reads it.

    A field is shown as ‹what is asked for it›. A note has one number however often it comes; the document
    numbers its notes anew.
    """
    asked = {ask.name: ask.ask for ask in clause.questions}
    numbers: dict[str, int] = {}
    given = {"state": language.labels.unnamed["state"], "facts": _FACTS}

    def field(found: re.Match[str]) -> str:
        name, filters = found[1], found[2] or ""
        words = given.get(name) or asked.get(name, name).strip().rstrip("?")
        return f"‹{words if 'sentence' in filters else language.lower_first(words)}›"

    def number(found: re.Match[str]) -> str:
        return f"[{numbers.setdefault(found[1], len(numbers) + 1)}]"

    text = NOTE.sub(number, _FIELD.sub(field, clause.text))
    paragraphs = (_BROKEN.sub(" ", part.strip()) for part in re.split(r"\n\s*\n", text))
    return Reading("\n\n".join(paragraphs), tuple(cited(pair, authorities, language) for pair in numbers))


def cited(pair: str, authorities: Mapping[str, Authority], language: Language) -> str:
    """Return what ``authority:locator`` cites: body, title, symbol, place; *pair* where it is unknown."""
    name, _, place = pair.partition(":")
    authority = authorities.get(name)
    if authority is None:
        return pair
    treaty = authority.kind == "treaty"
    by = f"{authority.body}, " if authority.body and not treaty else ""
    symbol = f" ({authority.symbol})" if authority.symbol and not treaty else ""
    locator = authority.locators.get(place)
    where = f", {language.cite(locator.cite)}" if locator else ""
    # A place that nobody has looked up does not reach the document.
    doubt = " (not checked, and not printed until it is)" if locator and locator.status != "verified" else ""
    return f"{by}{authority.title}{symbol}{where}{doubt}"
