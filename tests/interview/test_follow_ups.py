"""A choice that leads to a follow-up question saves nothing; only the answer to that question is saved."""

from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.answers.changes import Change
from drafter.answers.load import read_answers
from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.cli import main
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.setting import open_questions
from drafter.library.eligibility import offered_clauses
from drafter.model.answers import GONE
from drafter.yaml_text import KeyPath, read_yaml
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import MADE_WITH, THEME, answer_all_blank, open_small_submission
from tests.support.trees import data_of, working

CONFLICT = "C1"
"""The conflict between a legal market and none: it stops a build."""
OTHER_THEME = "overdose"
CLAUSE = next(
    clause.id
    for clause in offered_clauses(
        LIBRARY.all_clauses()[0], OTHER_THEME, LIBRARY.document("upr/individual"), frozenset()
    )
    if clause.head.position == "neutral"
)
"""A clause of another theme that fits the small submission."""


class Case(NamedTuple):
    """A question, the choice that leads from it to a follow-up question, and an answer to that."""

    first: KeyPath
    choice: str
    follow_up: KeyPath
    answer: str | list[str]

    @property
    def as_option(self) -> str:
        """The answer to the follow-up question as ``--set`` takes it."""
        value = self.answer if isinstance(self.answer, str) else ",".join(self.answer)
        return f"{dotted(self.follow_up)}={value}"


ADD: KeyPath = ("interview", "more", f"theme/{THEME}")
CASES = {
    "clause": Case(ADD, "clause", ("interview", "more", f"clause/{THEME}"), [CLAUSE]),
    "known": Case(ADD, "known", ("themes", 0, "facts"), ["F2", "F3"]),
    "both": Case(
        ("interview", "more", f"conflict/{CONFLICT}"),
        "both",
        ("interview", "more", f"reason/{CONFLICT}"),
        "We show both sides of the debate.",
    ),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Each question that has follow-up questions."""
    return CASES[request.param]


@pytest.fixture
def store(tmp_path: Path, case: Case) -> Store:
    """A submission in which only the first question of *case*, and the keywords after it, are open."""
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    changes: list[Change] = [(("keywords",), GONE)]
    if case.choice == "both":
        changes.append((("stand_for",), ["legal-regulation", "no-legalisation"]))
    else:
        changes += [
            (("facts", "F3"), dict(data_of(store)["facts"]["F2"])),
            (("interview", "finished"), ["earlier", f"fact/{THEME}"]),
        ]
    if case.choice == "known":  # a theme for which nobody was asked about its facts
        changes.append((("themes", 0, "facts"), GONE))
    store.change(changes)
    assert open_paths(store) == [case.first, ("keywords",)]
    return store


def open_paths(store: Store) -> list[KeyPath]:
    """Return the paths of the open questions."""
    return [item.path for item in open_questions(store.answers, QUESTIONS)]


def is_saved(file: Path, case: Case) -> bool:
    """Return whether the answer to the follow-up question of *case* is in *file*."""
    answers, _ = read_answers(file)
    section = answers.themes[0]
    match case.choice:
        case "clause":
            return CLAUSE in [entry.clause for entry in section.clauses]
        case "known":
            return section.facts == ("F2", "F3")
    return [(entry.conflict, entry.reason) for entry in answers.accept_conflicts] == [(CONFLICT, case.answer)]


def test_the_follow_up_question_comes_next_and_the_choice_itself_is_not_saved(
    store: Store, case: Case
) -> None:
    before = store.file.read_bytes()
    person = interview_until_stopped(store, QUESTIONS, case.choice)
    assert person.paths == [case.first, case.follow_up]
    assert store.file.read_bytes() == before


def test_the_answer_to_the_follow_up_question_is_saved_without_a_trace_of_the_dialogue(
    store: Store, case: Case
) -> None:
    interview_until_stopped(store, QUESTIONS, case.choice, case.answer)
    assert is_saved(store.file, case)
    saved = read_yaml(store.file.read_text("utf-8"), "a.yaml")
    assert "inactive" not in saved
    assert saved["interview"].keys() == {"finished"}
    assert "more" not in str(saved["interview"])


def test_half_typed_text_is_kept_while_the_overview_is_open(store: Store, case: Case) -> None:
    person = interview_until_stopped(
        store, QUESTIONS, case.choice, Overview("half an answer"), "", case.choice
    )
    assert person.paths[-1] == case.follow_up
    assert person.current_values[-1] == "half an answer"


def test_back_at_the_follow_up_question_leads_to_the_first_question(store: Store, case: Case) -> None:
    before = store.file.read_bytes()
    person = interview_until_stopped(store, QUESTIONS, case.choice, Back())
    assert person.paths == [case.first, case.follow_up, case.first]
    assert person.current_values[0] == person.current_values[2]
    assert store.file.read_bytes() == before


def test_back_leads_to_the_follow_up_question_again_after_the_same_choice(store: Store, case: Case) -> None:
    person = interview_until_stopped(store, QUESTIONS, case.choice, Back(), case.choice, case.answer)
    assert person.paths[:4] == [case.first, case.follow_up, case.first, case.follow_up]
    assert is_saved(store.file, case)


def test_after_ctrl_c_at_the_follow_up_question_a_new_start_asks_the_first_question(
    store: Store, case: Case
) -> None:
    interview_until_stopped(store, QUESTIONS, case.choice, Stop())
    person = interview_until_stopped(Store.open(store.file, MADE_WITH), QUESTIONS)
    assert person.paths == [case.first]


@pytest.mark.parametrize("case", ["both"], indirect=True)
def test_a_half_typed_reason_is_kept_at_ctrl_c_and_shown_after_the_same_choice(
    store: Store, case: Case
) -> None:
    interview_until_stopped(store, QUESTIONS, case.choice, Stop("We show both"))
    again = Store.open(store.file, MADE_WITH)
    person = interview_until_stopped(again, QUESTIONS, case.choice, case.answer)
    assert person.paths[:2] == [case.first, case.follow_up]
    assert person.current_values[1] == "We show both"
    assert "typed" not in data_of(Store.open(store.file, MADE_WITH))["interview"]


def test_set_reaches_a_follow_up_question_by_its_path(store: Store, case: Case) -> None:
    assert main(["new", str(store.file), "--no-input", "--set", case.as_option]) == 0
    assert is_saved(store.file, case)


@pytest.mark.parametrize(("chosen", "asked"), [(["I", "III"], {1, 3}), (["V"], {5}), ([], set())])
def test_only_the_chosen_categories_are_asked_about(chosen: list[str], asked: set[int]) -> None:
    answers = working(
        {"format": 1, "document": "special-procedures/wgad-case", "details": {"categories": chosen}}
    )
    names = {str(item.path[-1]) for item in QUESTIONS.questions(answers)}
    assert {number for number in range(1, 6) if f"category_{number}" in names} == asked
