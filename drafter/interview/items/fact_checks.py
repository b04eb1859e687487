"""Which facts somebody has compared with their sources: one choice for all of them."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import NOT_SAVED
from drafter.interview.items.item import AnswerValue, Item
from drafter.library.library import Library
from drafter.model.facts import Fact
from drafter.model.question import Choice


class CheckedFactsItem(Item):
    """The facts that were compared with their sources; each is saved with its fact."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the keys of the facts that are marked as checked."""
        return [key for key, fact in answers.facts.items() if fact.checked]

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that mark the facts *value* as checked, and no others."""
        chosen = value if isinstance(value, list) else []
        return [
            (("facts", key, "checked"), key in chosen)
            for key, fact in answers.facts.items()
            if bool(fact.checked) != (key in chosen)
        ]


def checked_facts(facts: dict[str, Fact]) -> Iterator[Item]:
    """Yield the question which facts were compared with their sources; only the overview asks it."""
    choices = tuple(
        Choice(value=key, title=f"{key}  {fact.text or ''}") for key, fact in facts.items() if fact.source
    )
    if choices:
        yield CheckedFactsItem(
            path=(*NOT_SAVED, "checked"),
            section="Themes",
            text="Which facts have you compared with their sources?",
            help="Somebody should do so before you submit. A remark names those that are left.",
            kind="choices",
            choices=choices,
            automatic=False,
        )
