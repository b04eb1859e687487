"""How far an interview has come: its sections, the number of the current one, and its open questions."""

from typing import Any

import pytest

from drafter.cli.progress import Announcer
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


def test_before_the_document_is_chosen_nothing_is_counted() -> None:
    assert progress_at(("document",), {}) == SectionProgress("The document", None, 0)


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


def test_the_number_of_sections_stays_the_same_while_themes_facts_and_cases_are_added() -> None:
    state = ("state",)
    totals = {
        progress_at(state, tree).total for tree in (BEGUN, {**BEGUN, **THEMES}, {**BEGUN, **THEMES, **FACTS})
    }
    assert totals == {7}
    with_document_alone = {"document": "upr/individual"}
    assert progress_at(state, with_document_alone).total == 7


@pytest.mark.parametrize("name", LIBRARY.document_ids())
def test_every_document_has_a_fixed_number_of_sections_from_its_choice_on(name: str) -> None:
    before = progress_at(("state",), {"document": name})
    later = progress_at(("state",), {**BEGUN, "document": name})
    assert before.total == later.total


def test_a_theme_and_its_facts_are_a_part_of_the_section_of_themes_with_their_own_titles() -> None:
    tree = {**BEGUN, **THEMES, **FACTS}
    theme = progress_at(("themes", 1, "clauses"), tree)
    fact = progress_at(("facts", "F1", "source"), tree)
    assert fact.title == f"{theme.title} · fact F1"
    assert (theme.theme_number, theme.theme_total) == (fact.theme_number, fact.theme_total) == (2, 2)
    assert theme.number == fact.number == progress_at(("themes",), tree).number


def test_a_section_that_only_the_overview_asks_is_not_counted() -> None:
    tree = {**BEGUN, "interview": {"unasked": ["keywords", "summary", "method"]}}
    assert progress_at(("closing",), tree).number is None
    assert progress_at(("state",), tree).total == progress_at(("state",), BEGUN).total - 1


def test_a_section_that_is_finished_is_still_counted() -> None:
    finished = {**BEGUN, "interview": {"finished": ["earlier"]}}
    assert progress_at(("themes",), finished) == progress_at(("themes",), BEGUN)


Step = tuple[tuple[str | int, ...], dict[str, Any]]


def headings(capsys: pytest.CaptureFixture[str], *steps: Step) -> list[str]:
    """Return the lines that open the sections of *steps*: the path of a question, and the answers then."""
    announcer = Announcer(QUESTIONS, plain=False, warned="upr/joint")
    for path, tree in steps:
        answers = working(tree)
        announcer(next(item for item in QUESTIONS.questions(answers) if item.path == path), answers)
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("── ")]


def test_no_section_number_goes_back_and_the_total_stays(capsys: pytest.CaptureFixture[str]) -> None:
    shown = headings(
        capsys,
        (("organisations", 0, "name"), BEGUN),
        (("details", "session"), BEGUN),
        (("interview", "more", "earlier"), BEGUN),
    )
    assert [line.removeprefix("── ").split(" ─")[0] for line in shown] == [
        "3 of 7 · Who submits", "About this document", "4 of 7 · Earlier recommendations",
    ]  # fmt: skip


# ---- the number of words ----

JOINT: dict[str, Any] = {**BEGUN, "document": "upr/joint"}
OTHER = {"name": "Open Road Network", "what": "A network of forty people."}


def words_shown(capsys: pytest.CaptureFixture[str], tree: dict[str, Any]) -> str:
    """Return the number of words at the edge of the heading of the positions."""
    return headings(capsys, (("stand_for",), tree))[0].rpartition("─ ")[2]


def test_an_optional_question_that_is_answered_with_nothing_takes_no_words_away(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = words_shown(capsys, JOINT)
    assert words_shown(capsys, {**JOINT, "details": {"obligations": "", "follow_up": ""}}) == before
    written = words_shown(capsys, {**JOINT, "details": {"obligations": "Nothing was ratified."}})
    assert int(written.split()[0]) > int(before.split()[0])


def test_an_organisation_counts_once_it_has_agreed_and_sets_the_limit_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = {**BEGUN, "document": "cedaw/alternative-report"}
    alone = words_shown(capsys, report)
    assert alone.endswith(" words")
    assert " of " not in alone, "nobody knows the limit yet"
    named = {**report, "organisations": [*report["organisations"], OTHER]}
    assert words_shown(capsys, named) == alone
    confirmed = {**report, "organisations": [*report["organisations"], {**OTHER, "status": "confirmed"}]}
    assert " of 6,600 words" in words_shown(capsys, confirmed)
    finished = {**report, "interview": {"finished": ["organisations"]}}
    assert " of 3,300 words" in words_shown(capsys, finished)
    assert " of 5,630 words" in words_shown(capsys, JOINT), "a joint submission has one limit"


def test_what_the_number_counts_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    announcer = Announcer(QUESTIONS, plain=False, warned="upr/joint")
    answers = working(JOINT)
    for path in (("state",), ("organisations", 0, "name"), ("stand_for",)):
        announcer(next(item for item in QUESTIONS.questions(answers) if item.path == path), answers)
    assert capsys.readouterr().out.count("without what is open") == 1


def test_the_help_of_a_long_text_says_the_words_of_this_moment() -> None:
    announcer = Announcer(QUESTIONS, plain=False, warned="upr/joint")
    said = []
    for details in ({}, {"obligations": "Nothing was ratified by the State since."}):
        answers = working({**JOINT, "details": details})
        item = next(item for item in QUESTIONS.questions(answers) if item.path == ("details", "follow_up"))
        announcer(item, answers)
        said.append(int(announcer.with_length(item).help.rpartition("So far: ")[2].split()[0]))
    assert said[1] >= said[0] + 7


def test_a_question_that_is_in_no_section_has_no_number() -> None:
    question = Question(path=("interview", "overview"), section="What you have answered", text="Which?")
    progress = section_progress(question, working(BEGUN), QUESTIONS)
    assert progress.number is None
    assert progress.total > len(SECTIONS)
