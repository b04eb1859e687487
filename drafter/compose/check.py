"""Checks of a clause's template: every name it uses is defined, every question it asks is used."""

from collections.abc import Iterable, Iterator

from drafter.compose.templates import names_used
from drafter.errors import DrafterError, Fault
from drafter.language.language import Language
from drafter.model.clause import Clause

PREDEFINED = frozenset({"state", "facts"})
"""The names that every clause may use without a question for them."""


def check_templates(clauses: Iterable[Clause], language: Language) -> Iterator[Fault]:
    """Yield the faults in the templates of *clauses*."""
    for clause in clauses:
        file = clause.file or clause.id
        try:
            used = names_used(clause.text, file, clause.text_line, language)
        except DrafterError as error:
            yield from error.faults
            continue
        asked = {ask.name for ask in clause.questions}
        for name in sorted(used - asked - PREDEFINED):
            yield Fault(
                f"the text uses '{name}', but no question of the clause asks for it",
                "Add it to 'questions', or correct the name.",
                file,
                "text",
            )
        for name in sorted(asked - used):
            yield Fault(
                f"the clause asks the question '{name}', but the text does not use the answer",
                "Use it in the text, or remove the question.",
                file,
                "questions",
            )
