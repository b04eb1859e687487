"""Clauses whose text in the library is no longer the one that the author chose."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import clause_or_none, versions
from drafter.interview.items.clauses import without_clauses
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.library.clause_prose import readable_clause
from drafter.library.library import Library

KEEP, LEAVE_OUT = "keep", "leave-out"


class ChangedClauseItem(Item):
    """Whether a clause is still wanted, with its new text."""

    number: int
    """The place of the section among the themes, counted from 0."""
    clause: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that keep the clause with its new text, or leave it out."""
        left_out = without_clauses(answers, self.number, (self.clause,)) if value == LEAVE_OUT else []
        return [*left_out, *versions([self.clause], library)]


def changed_clauses(context: SectionContext) -> Iterator[Item]:
    """Yield for each clause whose text has changed since it was chosen whether to keep it."""
    for entry in context.section.clauses:
        clause = clause_or_none(entry.clause, context.library)
        version = context.answers.clause_versions.get(entry.clause)
        if clause is None or entry.text or version in (None, clause.version):
            continue
        text = readable_clause(clause, context.library.authorities, context.library.language).text
        yield ChangedClauseItem(
            number=context.number,
            clause=clause.id,
            path=(*NOT_SAVED, f"changed/{clause.id}"),
            section=context.title,
            text=f"The text of “{clause.head.title}” has changed since you chose it. Do you still want it?",
            help=f"It now says: {text}",
            kind="choice",
            choices=choices((KEEP, "Yes, with the new text"), (LEAVE_OUT, "No, leave it out")),
        )
