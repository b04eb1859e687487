"""The values of a clause's fields: the answers as typed, and the sentences that belong to chosen answers."""

from collections.abc import Callable, Mapping

from drafter.compose.templates import fill_clause
from drafter.compose.views import with_printed_date
from drafter.compose.wording import nonblank, typed_or_open
from drafter.language.language import Language
from drafter.model.clause import Clause
from drafter.model.question import Ask, Choice


def clause_values(
    clause: Clause,
    answers: Mapping[str, str | None],
    fixed: Mapping[str, object],
    language: Language,
    prepared: Callable[[str], str] = str,
    *,
    trace: Callable[[str, str], str] = lambda _, value: value,
) -> dict[str, object]:
    """Return the value of each field of *clause*: of its questions from *answers*, and the *fixed* ones.

    A choice that has a text prints the text, in which fields are filled as well. *prepared* gathers the notes
    of the text and marks its long names, as in the text of a clause. *trace* marks the printed answer to a
    question, by the name of the question.
    """
    typed: dict[str, object] = {
        ask.name: value if ask.choices else trace(ask.name, value)
        for ask in clause.questions
        for value in (_typed(ask, answers.get(ask.name), language),)
    }
    values = {**typed, **fixed}
    texts = {
        ask.name: fill_clause(prepared(choice.text), values, clause.file or clause.id, 1, language)
        for ask in clause.questions
        if (choice := _chosen(ask, answers.get(ask.name))) is not None and choice.text
    }
    return {**values, **texts}


def _typed(ask: Ask, answer: str | None, language: Language) -> str:
    """Return *answer* as printed, or an open answer. A choice without a text is printed as its title.

    An answer that is none of the choices, from the time when the question had none, is open.
    """
    choice = _chosen(ask, answer)
    value = choice.title if choice else None if ask.choices else nonblank(answer)
    return with_printed_date(typed_or_open(value, ask.ask.rstrip("?")), language)


def _chosen(ask: Ask, answer: str | None) -> Choice | None:
    return next((choice for choice in ask.choices if choice.value == answer), None)
