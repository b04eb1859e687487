"""Going back and on again: nothing typed is lost, and each answer can be given again."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.flow import next_question, questions
from drafter.interview.items.item import Item
from drafter.interview.overview import LIST_SELDOM, OVERVIEW, SELDOM
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import (
    MADE_WITH,
    answer_all_blank,
    item_at,
    open_small_submission,
    printed,
)
from tests.support.trees import data_of

ADD = ("interview", "more", "theme/compulsory-treatment")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def test_after_three_steps_back_the_three_questions_are_asked_again_in_order(store: Store) -> None:
    asked = [item.path for item in questions(store.answers, LIBRARY) if item.automatic]
    first = next_question(store.answers, LIBRARY)
    assert first is not None
    person = interview_until_stopped(
        store, QUESTIONS, Back(), Back(), Back(), "upr/individual", "Ruritania", "fourth"
    )
    there = asked.index(first.path)
    # The only language was saved without being asked for.
    behind = [path for path in asked[:there] if path != ("language",)][-3:]
    assert person.paths == [first.path, *behind[::-1], *behind[1:], first.path]


def test_going_back_at_the_first_question_asks_it_again(store: Store) -> None:
    number = len(list(questions(store.answers, LIBRARY)))
    person = interview_until_stopped(store, QUESTIONS, *(Back() for _ in range(number + 3)))
    assert person.paths[-2:] == [("document",), ("document",)]


def test_questions_opened_by_a_changed_answer_are_asked_next(store: Store) -> None:
    answer_all_blank(store)
    text = item_at(store, ("facts", "F2", "text"))
    person = interview_until_stopped(store, QUESTIONS, "At least 12 people died", "", first=text)
    assert person.paths[:3] == [
        ("facts", "F2", "text"), ("facts", "F2", "disaggregation"), ("facts", "F2", "caveat"),
    ]  # fmt: skip


def test_back_and_an_answer_to_a_question_chosen_in_the_overview_lead_back_to_it_with_the_row_marked(
    store: Store,
) -> None:
    open_item = next_question(store.answers, LIBRARY)
    assert open_item is not None
    steps = (Overview(), "state", Back(), "organisations.0.name", "House", "")
    person = interview_until_stopped(store, QUESTIONS, *steps)
    name = ("organisations", 0, "name")
    assert person.paths == [open_item.path, OVERVIEW, ("state",), OVERVIEW, name, OVERVIEW, open_item.path]
    shown = [question.default for question in person.questions if question.path == OVERVIEW]
    assert shown == ["", "state", "organisations.0.name"]


def test_what_a_change_in_the_overview_has_opened_is_asked_before_the_overview_comes_back(
    store: Store,
) -> None:
    answer_all_blank(store)
    store.set(("interview", "finished"), ["earlier", "organisations", ADD[2], "fact/compulsory-treatment"])
    add = ("interview", "more", "earlier")
    steps = ("Open a service.", "A/HRC/1/1, 7, Norway", "noted", "begun", "We saw it.", "")
    person = interview_until_stopped(
        store, QUESTIONS, Overview(), dotted(add), *steps, "", first=item_at(store, ("summary",))
    )
    assert person.paths == [
        ("summary",), OVERVIEW, add, ("earlier", 1, "document"), ("earlier", 1, "position"),
        ("earlier", 1, "status"), ("earlier", 1, "evidence"), add, OVERVIEW, ("summary",),
    ]  # fmt: skip


def test_after_a_question_chosen_in_the_overview_comes_the_question_where_it_was_opened(
    store: Store,
) -> None:
    title = ("title",)
    person = interview_until_stopped(
        store, QUESTIONS, Back(), Back(), Overview(), SELDOM, dotted(title), "A title", "", "Ruritania"
    )
    first, left, opened_at, *rest = person.paths
    assert opened_at == ("state",), "it has an answer, so it is not the next open question"
    assert rest == [OVERVIEW, LIST_SELDOM, title, OVERVIEW, opened_at, left], (
        f"and {first} comes after the questions that going back has left"
    )


@pytest.mark.parametrize("kind", ["fact", "case", "paragraph", "recommendation", "clause", "known"])
def test_back_right_after_adding_an_entry_removes_it_and_asks_again(store: Store, kind: str) -> None:
    answer_all_blank(store)
    store.set(("facts", "F9"), {"text": "Known.", "period": "", "source": "S1", "locator": ""})
    store.set(("interview", "finished"), ["earlier", "fact/compulsory-treatment"])
    before = {key: str(value) for key, value in store.data.items() if key not in ("inactive", "interview")}
    person = interview_until_stopped(store, QUESTIONS, kind, Back())
    assert person.paths == [ADD, person.paths[1], ADD]
    after = {key: str(value) for key, value in store.data.items() if key not in ("inactive", "interview")}
    assert {key: value for key, value in after.items() if value != "{}"} == before


def test_back_right_after_no_asks_again_whether_to_add_another(store: Store) -> None:
    more = ("interview", "more", "earlier")
    store.set(("interview", "finished"), [])
    person = interview_until_stopped(store, QUESTIONS, False, Back(), True, first=item_at(store, more))
    assert person.paths[:3] == [more, person.paths[1], more]
    assert len(data_of(store)["earlier"]) == 2, "the second answer counts"


# ---- half-typed text ----


@pytest.mark.parametrize("aside", [Back, Overview])
def test_half_typed_text_is_shown_again_when_the_question_comes_back(store: Store, aside: Any) -> None:
    open_item = next_question(store.answers, LIBRARY)
    assert open_item is not None
    steps = [aside("half a word"), *([""] if aside is Overview else ["and on"])]
    person = interview_until_stopped(store, QUESTIONS, *steps)
    assert person.paths[-1] == open_item.path
    assert person.current_values[-1] == "half a word"


def test_half_typed_text_is_saved_at_ctrl_c_and_removed_once_answered(store: Store) -> None:
    open_item = next_question(store.answers, LIBRARY)
    assert open_item is not None
    interview_until_stopped(store, QUESTIONS, Stop("half a word"))
    again = Store.open(store.file, MADE_WITH)
    assert data_of(again)["interview"]["typed"] == {".".join(map(str, open_item.path)): "half a word"}
    assert next_question(again.answers, LIBRARY) == open_item, "half-typed text is no answer"
    assert "half a word" not in printed(again)
    person = interview_until_stopped(again, QUESTIONS, "a whole word")
    assert person.current_values[0] == "half a word"
    assert "typed" not in data_of(Store.open(store.file, MADE_WITH))["interview"]


def test_a_half_typed_real_name_is_not_saved_in_the_answers(store: Store) -> None:
    private = Item(path=("private", "cases", "C1", "name"), section="S", text="Name?")
    interview_until_stopped(store, QUESTIONS, Stop("Canaria"), first=private)
    assert "Canaria" not in store.file.read_text("utf-8")
