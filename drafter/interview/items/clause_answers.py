"""What the clauses of a section need to know."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, rows
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import asked_apart_in, clause_or_none, printed_clause
from drafter.interview.items.clause_sentences import with_its_sentence
from drafter.interview.items.declared import from_ask
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.interview.items.treaty_answers import with_memberships
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.question import Ask

_YOUR_TEXT = "Your text asks"
"""How the help of a question begins if a clause asks the State for its answer; the clause is named."""


class ClauseAnswerItem(Item):
    """A question of one clause, whose answer no other clause prints."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes; a clause that is saved as its id alone becomes a mapping."""
        *list_path, number, _, name = self.path
        entry = rows(answers.saved, tuple(list_path))[int(number)]
        if isinstance(entry, str):
            return [((*list_path, number), {"clause": entry, "answers": {str(name): self.saved(value)}})]
        return super().changes(answers, value, library)


def questions_of_clauses(context: SectionContext) -> Iterator[Item]:
    """Yield the questions of the chosen clauses, in the order of the clauses.

    What several clauses need is asked once, for all of them.
    """
    apart = asked_apart_in(context.answers, context.library, context.number)
    seen: set[str] = set()
    for number, entry in enumerate(context.section.clauses):
        clause = printed_clause(entry, context.answers, context.library)
        for ask in clause.questions if clause else ():
            if (number, ask.name) in apart:
                yield _question(ask, context, clause, (*context.path, "clauses", number, "answers", ask.name))
            elif ask.name not in entry.answers and ask.name not in seen:
                seen.add(ask.name)
                yield _question(ask, context, None, (*context.path, "answers", ask.name))


def _question(ask: Ask, context: SectionContext, of_clause: Clause | None, path: KeyPath) -> Item:
    """Return the question *ask*; one *of_clause* alone names it."""
    item = from_ask(ask, path, context.title, required=True)
    answer = context.section.answers.get(ask.name)
    if of_clause is not None:
        item = ClauseAnswerItem.model_validate(item.model_dump())
        answer = context.section.clauses[int(path[-3])].answers.get(ask.name)
    title = of_clause.head.title if of_clause is not None else _asking_clause(context, ask.name)
    if title:
        item = item.model_copy(update={"help": item.help.replace(_YOUR_TEXT, f"“{title}” asks", 1)})
    item = with_its_sentence(item, ask, context)
    item = with_memberships(item, ask, context.answers, context.library)
    return _choose_again(item, answer)


def _asking_clause(context: SectionContext, question: str) -> str:
    """Return the title of the chosen clause that asks the State for what *question* asks, ``""`` for none.

    That is a recommendation, or a question to the State; else any clause that prints the answer.
    """
    clauses = [clause_or_none(entry.clause, context.library) for entry in context.section.clauses]
    printing = [
        clause for clause in clauses if clause and any(ask.name == question for ask in clause.questions)
    ]
    asking = [clause for clause in printing if clause.head.kind in ("recommendation", "question")]
    return next((clause.head.title for clause in (*asking, *printing)), "")


def _choose_again(item: Item, answer: str | None) -> Item:
    """Return *item*, asked again if *answer* was typed before the question had choices."""
    if not item.choices or not answer or answer in {choice.value for choice in item.choices}:
        return item
    help_ = f"Before, you wrote: “{answer}”. Now choose what is nearest to it. {item.help}".strip()
    return item.model_copy(update={"ask_again": True, "help": help_})
