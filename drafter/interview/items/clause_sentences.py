"""The sentence that an answer completes: with a gap while it is asked, with the answer afterwards."""

from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import asked_apart_in, printed_clause
from drafter.interview.items.item import Item
from drafter.interview.items.section_context import SectionContext
from drafter.library.library import Library
from drafter.library.phrases import reads
from drafter.model.question import Ask


def with_its_sentence(item: Item, ask: Ask, context: SectionContext) -> Item:
    """Return *item* with the sentence that the answer to *ask* completes, in its help."""
    if ask.choices or ask.kind != "line":
        return item
    sentence = _sentence(context.answers, context.library, item.path, has_gap=True)
    help_ = f"{item.help} It completes this sentence: “{sentence}”".strip()
    return item.model_copy(update={"help": help_}) if sentence else item


def sentence_read(answers: WorkingAnswers, library: Library, path: KeyPath) -> str:
    """Return the sentence that the answer at *path* completes; ``""`` for the path of any other answer."""
    return _sentence(answers, library, path)


def _sentence(answers: WorkingAnswers, library: Library, path: KeyPath, *, has_gap: bool = False) -> str:
    """Return the first sentence that prints the answer at *path*; with a gap in its place if it *has_gap*."""
    match path:
        case ("themes", int(number), "answers", str(name)):
            apart = asked_apart_in(answers, library, number)
            entries = enumerate(answers.themes[number].clauses)
            printing = [
                entry for index, entry in entries if name not in entry.answers and (index, name) not in apart
            ]
        case ("themes", int(number), "clauses", int(index), "answers", str(name)):
            printing = [answers.themes[number].clauses[index]]
        case _:
            return ""
    of_section = answers.themes[number].answers
    for entry in printing:
        clause = printed_clause(entry, answers, library)
        if clause is not None and any(ask.name == name for ask in clause.questions):
            state = library.state(answers.state) if answers.state else None
            state_name = state.name if state else answers.state or ""
            values = {**of_section, **entry.answers, **({name: None} if has_gap else {})}
            return reads(clause, name, values, state_name, library.language)
    return ""
