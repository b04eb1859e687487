"""How far the interview has come: the section of a question, which of how many, and what is left in it."""

from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.items.item import Item
from drafter.model.question import Question


@frozen
class SectionProgress:
    """The section that a question opens."""

    title: str
    number: int | None
    """Its number among the sections, ``None`` for a question that is not in one of them."""
    total: int
    """How many sections there are so far."""
    may_grow: bool
    """Whether there will be more: each theme becomes a section, and the themes are not chosen yet."""
    open_count: int
    """The questions in it that have no answer."""


def section_progress(
    item: Question, answers: WorkingAnswers, questionnaire: Questionnaire
) -> SectionProgress:
    """Return the section of *item*; a theme with all its facts is one section."""
    items = [other for other in questionnaire.questions(answers) if other.automatic]
    names = list(dict.fromkeys(map(_section, items)))
    name = _section(item)
    return SectionProgress(
        title=item.section,
        number=names.index(name) + 1 if name in names else None,
        total=len(names),
        may_grow=any(_asks_for_themes(other, answers) for other in items),
        open_count=sum(is_open(answers, other) for other in items if _section(other) == name),
    )


def _section(item: Question) -> str:
    return item.section.split(" · ")[0]


def _asks_for_themes(item: Item, answers: WorkingAnswers) -> bool:
    return item.path == ("themes",) and is_open(answers, item)
