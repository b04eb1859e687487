"""Checking a clause's template: every name it uses is known, every question it asks is used."""

from collections.abc import Iterable, Iterator

from drafter.compose.templates import fields
from drafter.errors import DrafterError, Fault
from drafter.language.language import Language
from drafter.model.clause import Clause

GIVEN = frozenset({"state", "facts"})
"""The names that every clause may use without asking for them."""


def check_templates(clauses: Iterable[Clause], language: Language) -> Iterator[Fault]:
    """Yield the faults of the clauses' templates."""
    for clause in clauses:
        try:
            used = fields(clause.text, clause.file or clause.id, clause.text_line, language)
        except DrafterError as error:
            yield from error.faults
            continue
        asked = {ask.name for ask in clause.questions}
        for name in sorted(used - asked - GIVEN):
            yield Fault(
                f"the text uses '{name}', which no question of the clause asks for",
                "Add it to 'questions', or correct the name.",
                clause.file or clause.id,
                "text",
            )
        for name in sorted(asked - used):
            yield Fault(
                f"the question '{name}' is asked and its answer is not used",
                "Use it in the text, or take the question out.",
                clause.file or clause.id,
                "questions",
            )
