"""Where an earlier recommendation stands, as one line: symbol of the document, paragraph, States."""

import re

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, at
from drafter.answers.working import WorkingAnswers
from drafter.imports.bodies import body_of_symbol
from drafter.interview.items.declared import AddTyped
from drafter.interview.items.item import AnswerValue, Item
from drafter.library.library import Library
from drafter.model.earlier import EarlierRecommendation
from drafter.model.node import Node
from drafter.patterns import pattern

_SYMBOL = pattern(r"[A-Z]{1,6}/\S*[^\s/]")
_PARAGRAPH = pattern(
    r"(?:paras?\.?|paragraphs?|§|no\.?)? ?(?P<number>\d[\d.]*(?: ?\(?[a-z]\)?)?)", re.IGNORECASE
)
"""A number such as ``166.20`` or ``17 (b)``, with or without "para."."""
_NUMBER_BEFORE = pattern(r"(?P<number>\d{1,3}\.\d{1,3})\.?\s+(?=[^\W\d_])")
"""The number of a recommendation of a review before its text: ``136.88 Strengthen``."""
_STATES_BEHIND = pattern(r"\s*\((?P<states>[^()\d]{3,200})\)\s*(?P<stop>[.;]?)\s*$")
_BETWEEN_STATES = pattern(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=[A-Z][a-z]+\s*$)")
_COUNCIL = "A/HRC/"
"""The beginning of the symbols of the Human Rights Council, to which the reports of a review go."""


class ReferenceItem(Item):
    """Document, paragraph and States of an earlier recommendation, with commas between them."""

    takes_states: bool
    """Whether States may have made it."""
    review: str = ""
    """The id of the mechanism in which States made it, if the document is written for that one."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the parts as they are typed, or the answer to the question alone."""
        row = answers.earlier[int(self.path[1])]
        if "document" not in row.model_fields_set and not row.is_imported:
            return MISSING  # the number may be known from the pasted text
        parts = (row.document, row.paragraph, *(row.states or ()))
        typed = ", ".join(str(part) for part in parts if part)
        return typed or at(answers, self.path)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the parts, and the body if the symbol shows it.

        A part that is not typed is asked for, the document only if no earlier row names one.
        """
        entry = self.path[:-1]
        row = answers.earlier[int(self.path[1])]
        typed = value.strip() if isinstance(value, str) else ""
        if not typed:
            return [(self.path, value), *self._body(row, "")]
        if typed == self.current(answers):
            return [(self.path, row.document)]
        rest = typed
        symbol = ""
        if match := _SYMBOL.search(typed):
            symbol = match[0].rstrip(",;")
            rest = f"{typed[: match.start()]}{typed[match.end() :]}"
        parts = [part.strip() for part in rest.split(",") if part.strip()]
        paragraph = next((number for part in parts if (number := _number(part))), "")
        states = [part for part in parts if not _number(part)]
        if not symbol and not paragraph and not _are_states(states, library):
            return [(self.path, typed), *self._body(row, typed)]  # a title: report of the 2nd review
        if symbol and states and not self.takes_states:
            symbol, states = ", ".join((*states, symbol)), []
        document = symbol or row.document or document_before(answers, int(self.path[1]))
        changes: list[Change] = [(self.path, document)]
        if paragraph:
            changes.append(((*entry, "paragraph"), paragraph))
        if states and self.takes_states:
            changes.append(((*entry, "states"), [_state_name(name, library) for name in states]))
        return [*changes, *self._body(row, document)]

    def _body(self, row: EarlierRecommendation, symbol: str) -> list[Change]:
        """Return the change that names the body, if it is not known yet and *symbol* shows it."""
        if row.body:
            return []
        name = body_of_symbol(symbol)
        if not name and self.review and (not symbol or symbol.startswith(_COUNCIL)):
            name = self.review
        return [((*self.path[:-1], "body"), name)] if name else []


class AddEarlier(AddTyped):
    """Another earlier recommendation, by its text; a number before it and States behind it are read."""

    def entry(self, answers: WorkingAnswers, typed: str, library: Library) -> Node:  # noqa: ARG002
        """Return the recommendation with its number and its States, where they stand around its text."""
        text, entry = typed, dict[str, Node]()
        if match := _NUMBER_BEFORE.match(text):
            entry["paragraph"] = match["number"]
            text = text[match.end() :]
        if match := _STATES_BEHIND.search(text):
            names = [name.strip() for name in _BETWEEN_STATES.split(match["states"]) if name.strip()]
            if _are_states(names, library):
                entry["states"] = [_state_name(name, library) for name in names]
                text = f"{text[: match.start()].rstrip()}{match['stop'] or ''}"
        return {"text": text.strip(), **entry} if text.strip() else {"text": typed}


def document_before(answers: WorkingAnswers, number: int) -> str:
    """Return the document of the last row before the row *number* that names one, ``""`` for none."""
    rows = reversed(answers.earlier[:number])
    return next((row.document for row in rows if row.document), "")


def _number(part: str) -> str:
    match = _PARAGRAPH.fullmatch(part)
    return match["number"].strip() if match else ""


def _are_states(names: list[str], library: Library) -> bool:
    return bool(names) and all(library.state(name) is not None for name in names)


def _state_name(name: str, library: Library) -> str:
    state = library.state(name)
    return state.name if state is not None else name
