"""A clause as a person reads it: questions in place of fields, numbered notes, authorities below."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from drafter.language.language import Language
from drafter.model.citations import citation
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.model.vocabulary import Authority
from drafter.patterns import pattern

_FIELD = pattern(r"\{\{-?\s*([a-z_][a-z0-9_]*)\s*(\|[^}]*?)?-?\}\}")
_SOFT_LINE_END = pattern(r"\s*\n(?!\s*(?:[-*]|\d+\.)\s)\s*")
"""A line end after which no list item begins: the paragraph continues."""
_FACTS = "your facts, each with its source"
"""The text shown for the field ``facts``."""


class ClauseProse(NamedTuple):
    """A clause without markup."""

    text: str
    """Its paragraphs, with an empty line between them; a note is shown as ``[1]``."""
    notes: tuple[str, ...]
    """The citations of the notes, in the order of their numbers."""

    def __str__(self) -> str:
        notes = "\n".join(f"[{number}] {note}" for number, note in enumerate(self.notes, 1))
        return f"{self.text}\n\n{notes}" if notes else self.text


def readable_clause(clause: Clause, authorities: Mapping[str, Authority], language: Language) -> ClauseProse:
    """Return *clause* as a person reads it.

    A field is shown as its question in ‹›. A citation that occurs several times has one number. (A document
    numbers its notes in its own way.)
    """
    questions = {ask.name: ask.ask for ask in clause.questions}
    numbers: dict[str, int] = {}
    fixed = {"state": language.labels.unnamed["state"], "facts": _FACTS}

    def show_field(match: re.Match[str]) -> str:
        name, filters = match[1], match[2] or ""
        label = fixed.get(name) or questions.get(name, name).strip().rstrip("?")
        return f"‹{label if 'sentence' in filters else language.lower_first(label)}›"

    def show_note(match: re.Match[str]) -> str:
        return f"[{numbers.setdefault(match[1], len(numbers) + 1)}]"

    text = NOTE.sub(show_note, _FIELD.sub(show_field, clause.text))
    paragraphs = (_SOFT_LINE_END.sub(" ", part.strip()) for part in re.split(r"\n\s*\n", text))
    notes = tuple(citation(reference, authorities, language) for reference in numbers)
    return ClauseProse("\n\n".join(paragraphs), notes)
