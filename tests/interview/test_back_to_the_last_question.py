"""Ctrl-B leads to the question that was answered last, whatever the order of the questions in the file is."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.overview import OVERVIEW
from drafter.interview.session import Person, interview
from drafter.model.question import Question
from drafter.terminal.prompts import ask
from tests.support.script import QUESTIONS
from tests.support.scripted_person import ScriptedPerson, interview_until_stopped
from tests.support.small_submission import THEME, answer_all_blank, item_at, open_small_submission
from tests.support.trees import data_of
from tests.support.typing_keys import CTRL_C, ENTER, keyboard

ADD = ("interview", "more", f"theme/{THEME}")
ADD_FACT = ("interview", "more", f"fact/{THEME}")
FACT = "In 2025, 143 people were held in Hentzau. [Ombudsman, Annual report, 2025, p. 4]"
TEXT, GROUPS, SOURCE = (("facts", "F3", name) for name in ("text", "disaggregation", "source"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission in which everything is answered and another fact can be added."""
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    store.set(("interview", "finished"), [*data_of(store)["interview"]["finished"], ADD_FACT[2]])
    return store


def without(store: Store, *names: str) -> None:
    """Let the lists *names* be added to again."""
    finished = [name for name in data_of(store)["interview"]["finished"] if name not in names]
    store.set(("interview", "finished"), finished)


def test_back_after_the_figures_for_groups_asks_for_these_figures_again(store: Store) -> None:
    without(store, ADD_FACT[2], ADD[2])
    person = interview_until_stopped(store, QUESTIONS, FACT, "21 women", Back(), "21 women and 122 men")
    assert person.paths == [ADD_FACT, GROUPS, ADD_FACT, GROUPS, ADD_FACT]
    assert data_of(store)["facts"]["F3"]["disaggregation"] == "21 women and 122 men"
    assert data_of(store)["facts"]["F3"]["locator"] == "p. 4", "a question that was never asked is not asked"


def test_back_twice_leads_to_the_text_of_the_fact_and_forward_through_both(store: Store) -> None:
    without(store, ADD_FACT[2], ADD[2])
    person = interview_until_stopped(store, QUESTIONS, FACT, "21 women", Back(), Back(), "In 2025, 1.", "3")
    assert person.paths == [ADD_FACT, GROUPS, ADD_FACT, GROUPS, TEXT, *person.paths[5:]]
    assert person.current_values[4] == "In 2025, 143 people were held in Hentzau."


def test_back_right_after_a_typed_fact_shows_what_was_typed(store: Store) -> None:
    without(store, ADD_FACT[2], ADD[2])
    person = interview_until_stopped(store, QUESTIONS, FACT, Back())
    assert person.paths == [ADD_FACT, GROUPS, ADD_FACT]
    assert person.current_values[-1] == FACT
    assert "F3" not in data_of(store)["facts"]


def test_back_after_a_fact_added_from_the_overview_leads_to_the_figures_then_the_fact_then_the_overview(
    store: Store,
) -> None:
    steps = (Overview(), dotted(ADD), "fact", FACT, "21 women", Back(), Back(), Back())
    person = interview_until_stopped(store, QUESTIONS, *steps, first=item_at(store, ("summary",)))
    assert person.paths == [("summary",), OVERVIEW, ADD, TEXT, GROUPS, ADD, GROUPS, TEXT, OVERVIEW]


def test_back_after_an_own_text_added_from_the_overview_leads_to_the_text(store: Store) -> None:
    steps = (Overview(), dotted(ADD), "paragraph", "Our words.", Back(), "Our other words.")
    person = interview_until_stopped(store, QUESTIONS, *steps, first=item_at(store, ("summary",)))
    own = ("themes", 0, "own", 2, "text")
    assert person.paths == [("summary",), OVERVIEW, ADD, own, ADD, own, ADD]
    assert data_of(store)["themes"][0]["own"][2]["text"] == "Our other words."


def test_the_questions_that_back_has_left_come_again_before_the_overview(store: Store) -> None:
    corrected = "In 2025, 9 people were held in Hentzau."
    steps = (Overview(), dotted(ADD), "fact", FACT, "21 women", Back(), Back(), corrected, "2", "")
    person = interview_until_stopped(store, QUESTIONS, *steps, first=item_at(store, ("summary",)))
    assert person.paths[-4:] == [TEXT, GROUPS, ADD, OVERVIEW]


# ---- a source line that may mean something else ----


def with_real_keys(store: Store, *typed: str) -> list[tuple[Any, str]]:
    """Type *typed* at real prompts, one after the other; return the path and the help of each question."""
    keys, asked = iter(typed), list[tuple[Any, str]]()

    def person(question: Question, current: object) -> Any:
        asked.append((question.path, question.help))
        with keyboard(next(keys, CTRL_C)):
            return ask(question, current, lambda _: None)

    with suppress(Stop):  # everything else is answered
        interview(store, QUESTIONS, Person(person), first=item_at(store, ("facts", "F3", "source")))
    return asked


@pytest.fixture
def sourced(store: Store) -> Store:
    """Return a submission whose third fact rests on a source that no other fact uses."""
    source = {
        "title": "Special report",
        "author": "Ombudsman",
        "publisher": "",
        "date": "2025",
        "address": "",
    }
    store.set(("sources", "S3"), source)
    store.set(("facts", "F3"), {"text": "One.", "period": "", "source": "S3", "locator": ""})
    store.set(("themes", 0, "facts"), ["F1", "F2", "F3"])
    return store


def test_a_source_line_is_saved_only_when_its_reading_is_confirmed(sourced: Store) -> None:
    before = dict(data_of(sourced)["sources"]["S3"])
    asked = with_real_keys(sourced, "\x15Rai, A, B, C, D, 2024\r", CTRL_C)
    assert "It reads: author Rai" in asked[1][1]
    assert data_of(sourced)["sources"]["S3"] == before

    again = ScriptedPerson("Rai, A, B, C, D, 2024", "yes")
    interview(sourced, QUESTIONS, Person(again), first=item_at(sourced, SOURCE))
    assert data_of(sourced)["sources"]["S3"]["author"] == "Rai"


def test_a_source_line_that_is_taken_back_leaves_the_source_as_it_was(sourced: Store) -> None:
    before = dict(data_of(sourced)["sources"]["S3"])
    asked = with_real_keys(sourced, "\x15S9, para. 22\r", "\x02", f"\x15S3, para. 22{ENTER}", CTRL_C)
    assert [path for path, _ in asked[:3:2]] == [SOURCE, SOURCE]
    assert data_of(sourced)["sources"]["S3"] == before
    assert data_of(sourced)["facts"]["F3"]["source"] == "S3"
    assert data_of(sourced)["facts"]["F3"]["locator"] == "para. 22"


def test_a_paragraph_alone_is_that_of_the_source_that_is_there(sourced: Store) -> None:
    before = dict(data_of(sourced)["sources"]["S3"])
    with_real_keys(sourced, "\x15para. 22\r", CTRL_C)
    assert data_of(sourced)["sources"]["S3"] == before
    assert data_of(sourced)["facts"]["F3"]["locator"] == "para. 22"


def test_no_asks_for_each_part_of_the_source(sourced: Store) -> None:
    person = interview_until_stopped(
        sourced, QUESTIONS, "Rai, A, B, C, D, 2024", "no", first=item_at(sourced, SOURCE)
    )
    assert person.paths[-1] == ("sources", "S3", "title")
    back = interview_until_stopped(
        sourced, QUESTIONS, "Rai, A, B, C, D, 2024", "no", Back(), Back(), first=item_at(sourced, SOURCE)
    )
    assert back.paths[-1] == SOURCE
    assert back.current_values[-1] == "Rai, A, B, C, D, 2024"
