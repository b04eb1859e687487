"""How the recommendations are grouped and when each is to be carried out; only the overview asks."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, rows
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import clause_or_none
from drafter.interview.items.declared import choices
from drafter.interview.items.item import AnswerValue, Item, remove_from
from drafter.interview.items.section_context import SectionContext
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules

USUAL = ""
"""The choice that removes the answer."""
_LONGEST_NAME = 60
"""Letters of an own recommendation by which it is named."""
_TERMS = choices(
    (USUAL, "No time is set"),
    ("now", "Immediately"),
    ("year", "Within one year"),
    ("review", "Before the next review"),
)


class OptionalChoiceItem(Item):
    """A choice that is saved unless it is the usual one."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the choice that was made, or the usual one."""
        return super().current(answers) or USUAL

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the change that saves *value*, or that removes the answer for the usual choice."""
        return super().changes(answers, value, library) if value else remove_from(answers, self.path)


class ClauseTermItem(OptionalChoiceItem):
    """When the recommendation of a clause is to be carried out."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes; a clause that is saved as its id alone becomes a mapping."""
        entry_path: KeyPath = self.path[:-1]
        *list_path, number = entry_path
        entry = rows(answers.saved, tuple(list_path))[int(number)]
        if value and isinstance(entry, str):
            return [(entry_path, {"clause": entry, "term": value})]
        return super().changes(answers, value, library)


def grouping(rules: DocumentRules) -> Iterator[Item]:
    """Yield the question how the recommendations are grouped, where the document has some."""
    if rules.stage != "recommendations" or "themes" in rules.left_out:
        return
    yield OptionalChoiceItem(
        path=("recommendations", "grouped_by"),
        section="Themes",
        text="How should the recommendations be grouped?",
        help="By time, you can say of each recommendation when it should be carried out.",
        kind="choice",
        choices=choices(
            (USUAL, "As is usual for this document"),
            ("theme", "By theme"),
            ("addressee", "By who should act"),
            ("time", "By time: immediately, within one year, before the next review"),
        ),
        default=USUAL,
        automatic=False,
    )


def terms(context: SectionContext) -> Iterator[Item]:
    """Yield for each recommendation when it should be carried out, where they are grouped by that."""
    if context.answers.recommendations.grouped_by != "time":
        return
    for number, entry in enumerate(context.section.clauses):
        clause = clause_or_none(entry.clause, context.library)
        if clause is not None and clause.head.kind == "recommendation":
            path = (*context.path, "clauses", number, "term")
            yield ClauseTermItem.model_validate(_term(context, path, clause.head.title))
    for number, own in enumerate(context.section.own):
        if own.kind == "recommendation":
            path = (*context.path, "own", number, "term")
            name = " ".join((own.wording or "your own recommendation").split())
            yield OptionalChoiceItem.model_validate(_term(context, path, name))


def _term(context: SectionContext, path: KeyPath, name: str) -> dict[str, object]:
    """Return the fields of the question when the recommendation with this *name* should be carried out."""
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return {
        "path": path,
        "section": context.title,
        "text": f"When: “{short}”?",
        "help": "When should it be carried out? Those without a time are printed last.",
        "kind": "choice",
        "choices": _TERMS,
        "default": USUAL,
        "automatic": False,
    }
