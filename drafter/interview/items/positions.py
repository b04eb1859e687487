"""Questions about positions: what the submitters stand for, and what they refuse."""

from collections.abc import Iterator, Mapping

from drafter.answers.working import WorkingAnswers
from drafter.interview.items import conflicts
from drafter.interview.items.item import Item
from drafter.library.eligibility import refused_positions
from drafter.library.library import Library
from drafter.model.question import Choice
from drafter.model.vocabulary import Position


def positions(answers: WorkingAnswers, library: Library) -> Iterator[Item]:
    """Yield what the submitters stand for, and what they refuse."""
    section = "What you stand for"
    offered = {name: title for name, title in library.themes.positions.items() if name != "neutral"}
    yield Item(
        path=("stand_for",),
        section=section,
        text="What do the submitting organisations agree on?",
        help="drafter offers only clauses that fit, and tells you when two do not go together. "
        "You need not choose any: what the treaties require is always offered.",
        kind="choices",
        choices=tuple(
            Choice(value=name, title=position.title, more=position.note) for name, position in offered.items()
        ),
    )
    yield from _refused_positions(answers, offered, section)
    yield from conflicts.questions(answers, library)


def _refused_positions(
    answers: WorkingAnswers, offered: Mapping[str, Position], section: str
) -> Iterator[Item]:
    """Yield the question which of the other positions the submitters refuse, if any is left.

    What they refuse by what they stand for is not asked again: the help names it.
    """
    refused = refused_positions(offered, answers.stand_for, ())
    left = {
        name: position
        for name, position in offered.items()
        if name not in answers.stand_for and (name not in refused or name in answers.refuse)
    }
    if not left:
        return
    implied = [name for name in offered if name in refused and name not in {*left, *answers.stand_for}]
    names = [f"“{offered[name].title}”" for name in implied]
    settled = f" Refused already, by what you stand for: {'; '.join(names)}." if names else ""
    yield Item(
        path=("refuse",),
        section=section,
        text="Which positions must the submission not support?",
        help=f"Clauses of a refused position are never offered.{settled}",
        kind="choices",
        choices=tuple(Choice(value=name, title=position.title) for name, position in left.items()),
    )
