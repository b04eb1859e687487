"""The sentence that an answer completes: with a gap while it is asked, with the answer afterwards."""

from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import clause_or_none
from drafter.interview.items.item import Item
from drafter.interview.items.section_context import SectionContext
from drafter.library.library import Library
from drafter.library.phrases import reads
from drafter.model.question import Ask


def with_its_sentence(item: Item, ask: Ask, context: SectionContext) -> Item:
    """Return *item* with the sentence that the answer to *ask* completes, in its help."""
    if ask.choices or ask.kind != "line":
        return item
    shown = {**context.section.answers, ask.name: None}
    sentence = _sentence(context.answers, context.library, context.number, ask.name, shown)
    help_ = f"{item.help} It completes this sentence: “{sentence}”".strip()
    return item.model_copy(update={"help": help_}) if sentence else item


def sentence_read(answers: WorkingAnswers, library: Library, path: KeyPath) -> str:
    """Return the sentence that the answer at *path* completes; ``""`` for the path of any other answer."""
    match path:
        case ("themes", int(number), "answers", str(name)):
            return _sentence(answers, library, number, name, answers.themes[number].answers)
    return ""


def _sentence(
    answers: WorkingAnswers, library: Library, number: int, name: str, values: dict[str, str | None]
) -> str:
    """Return the first sentence of the section that has a field *name*, filled with *values*."""
    for entry in answers.themes[number].clauses:
        clause = clause_or_none(entry.clause, library)
        if clause is None or "text" in entry.model_fields_set or name in entry.answers:
            continue
        printed = clause if answers.state else clause.without_state
        if any(ask.name == name for ask in printed.questions):
            state = library.state(answers.state) if answers.state else None
            state_name = state.name if state else answers.state or ""
            return reads(printed, name, {**values, **entry.answers}, state_name, library.language)
    return ""
