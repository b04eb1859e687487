"""How far an interview has come: its sections, the number of the current one, and its open questions."""

from typing import Any

import pytest

from drafter.interview.progress import SectionProgress, section_progress
from drafter.model.question import Question
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import working

BEGUN: dict[str, Any] = {
    "document": "upr/individual",
    "state": "Ruritania",
    "language": "en",
    "organisations": [{"name": "House of Examples", "role": "lead"}],
}
THEMES = {"themes": [{"theme": "recovery", "clauses": []}, {"theme": "women", "facts": ["F1"]}]}
FACTS = {"facts": {"F1": {"text": "The law permits it."}}}
SECTIONS = ["The document", "About this document", "Who submits", "Earlier recommendations"]
"""The sections before the positions, in a submission of one organisation to the UPR."""


def progress_at(path: tuple[str | int, ...], tree: dict[str, Any]) -> SectionProgress:
    """Return the progress at the question at *path* where *tree* is answered."""
    answers = working(tree)
    item = next(item for item in QUESTIONS.questions(answers) if item.path == path)
    return section_progress(item, answers, QUESTIONS)


def test_before_the_document_is_chosen_there_is_one_section_with_one_open_question() -> None:
    progress = progress_at(("document",), {})
    assert progress == SectionProgress(title="The document", number=1, total=1, may_grow=False, open_count=1)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        (("state",), "The document"),
        (("details", "session"), "About this document"),
        (("organisations", 0, "name"), "Who submits"),
        (("interview", "more", "earlier"), "Earlier recommendations"),
    ],
)
def test_sections_are_numbered_from_one_in_the_order_of_the_interview(path: Any, title: str) -> None:
    progress = progress_at(path, BEGUN)
    assert (progress.title, progress.number) == (title, SECTIONS.index(title) + 1)


def test_the_number_of_sections_may_grow_until_the_themes_are_chosen() -> None:
    before, after = progress_at(("state",), BEGUN), progress_at(("state",), {**BEGUN, **THEMES, **FACTS})
    assert (before.may_grow, after.may_grow) == (True, False)
    assert after.total - before.total == 2, "each theme is a section"


def test_a_document_without_themes_has_a_fixed_number_of_sections() -> None:
    name = next(name for name in LIBRARY.document_ids() if "themes" in LIBRARY.document(name).rules.left_out)
    assert not progress_at(("state",), {**BEGUN, "document": name}).may_grow


def test_a_theme_and_its_facts_are_one_section_with_their_own_titles() -> None:
    tree = {**BEGUN, **THEMES, **FACTS}
    theme = progress_at(("themes", 1, "clauses"), tree)
    fact = progress_at(("facts", "F1", "source"), tree)
    assert fact.title == f"{theme.title} · fact F1"
    assert (fact.number, fact.total, fact.open_count) == (theme.number, theme.total, theme.open_count)


def test_only_open_questions_of_the_section_are_counted() -> None:
    two_open = {**BEGUN, "organisations": [{"name": "House", "role": "lead"}]}
    answered = {**BEGUN, "organisations": [{"name": "House", "role": "lead", "what": None}]}
    path = ("organisations", 0, "name")
    assert progress_at(path, two_open).open_count - progress_at(path, answered).open_count == 1
    assert progress_at(("state",), two_open) == progress_at(("state",), answered)


def test_a_question_that_only_the_overview_asks_is_not_counted() -> None:
    """The document, the State and the language are answered; the title is not, and nobody is asked for it."""
    assert progress_at(("state",), BEGUN).open_count == 0


def test_a_section_that_only_the_overview_asks_is_not_counted() -> None:
    tree = {**BEGUN, "interview": {"unasked": ["keywords", "summary", "method"]}}
    assert progress_at(("closing",), tree).number is None
    assert progress_at(("state",), tree).total == progress_at(("state",), BEGUN).total - 1


def test_a_question_that_is_in_no_section_has_no_number() -> None:
    question = Question(path=("interview", "overview"), section="What you have answered", text="Which?")
    progress = section_progress(question, working(BEGUN), QUESTIONS)
    assert (progress.number, progress.open_count) == (None, 0)
    assert progress.total > len(SECTIONS)
