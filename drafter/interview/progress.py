"""How far the interview has come: the section of a question, and which of how many it is.

A section that is finished is still counted: neither the numbers nor their total go back.

The number of sections is known as soon as the document is: all themes together are one of them. What is asked
within a section depends on the answers, so it is not counted.
"""

from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import FinishableItem, Item, is_finished
from drafter.interview.items.section_context import theme_title
from drafter.model.question import Question

PART = " · "
"""Between a section and what of it is asked about: an organisation, a fact, a case."""
THEMES = "Themes"
"""The section of the choice of themes, and of everything under a theme."""


@frozen
class SectionProgress:
    """The section that a question opens."""

    title: str
    number: int | None
    """Its number among the sections, ``None`` for a question that is not in one of them."""
    total: int
    """How many sections there are; 0 while that is not known, since no document is chosen."""
    theme_number: int = 0
    """The number of the theme among the themes, 0 for another section."""
    theme_total: int = 0


def section_progress(
    item: Question, answers: WorkingAnswers, questionnaire: Questionnaire
) -> SectionProgress:
    """Return the section of *item*; a theme with all its facts is a part of the section of themes."""
    titles = [theme_title(section.theme, questionnaire.library) for section in answers.themes]
    name = _section(item)
    theme = titles.index(name) + 1 if name in titles else 0
    if not answers.document and item.path == ("document",):
        return SectionProgress(item.section, None, 0)
    counted = (_section(other) for other in questionnaire.questions(answers) if _is_counted(other, answers))
    sections = list(dict.fromkeys(THEMES if each in titles else each for each in counted))
    section = THEMES if theme else name
    number = sections.index(section) + 1 if section in sections else None
    return SectionProgress(item.section, number, len(sections), theme, len(titles) if theme else 0)


def _is_counted(item: Item, answers: WorkingAnswers) -> bool:
    """Return whether the interview asks *item*, or has asked it until nothing more was to be added."""
    return item.automatic or (isinstance(item, FinishableItem) and is_finished(answers, item.name))


def decided(answers: WorkingAnswers) -> WorkingAnswers:
    """Return *answers* without the organisations of which nobody has said yet whether they submit."""
    known = [
        organisation
        for number, organisation in enumerate(answers.organisations)
        if not number or "status" in organisation.model_fields_set
    ]
    return answers.model_copy(update={"organisations": tuple(known)})


def _section(item: Question) -> str:
    return item.section.split(PART)[0]
