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
            for text in _choice_texts(clause):
                used |= names_used(text, file, 1, language)
            general = names_used(clause.head.general, file, 1, language)
        except DrafterError as error:
            yield from error.faults
            continue
        for name in sorted(general - {"facts"}):
            yield Fault(
                f"the general text uses '{name}', but a document about no State has no such answer",
                "Write the general text without it.",
                file,
                "general",
            )
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


def _choice_texts(clause: Clause) -> list[str]:
    return [choice.text for ask in clause.questions for choice in ask.choices if choice.text]
