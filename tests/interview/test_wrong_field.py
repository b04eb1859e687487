"""An answer to another question, typed or pasted into the wrong one: it is refused, with what is expected."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import KeyPath
from drafter.errors import Fault
from drafter.interview.flow import questions
from drafter.interview.items.item import Item
from drafter.interview.validator import Accepted, check, fault_sentence
from drafter.terminal.prompts import ask
from tests.support.script import LIBRARY
from tests.support.small_submission import THEME, item_at, open_small_submission
from tests.support.trees import data_of
from tests.support.typing_keys import CTRL_C, ENTER, keyboard

ADD_FACT = ("interview", "more", f"fact/{THEME}")
FACT = "In 2025, 143 people were held in Hentzau. [Ombudsman, Special report, 2025, para. 22]"
CLEAR = "\x15"


def asked(tmp_path: Path, path: KeyPath) -> Item:
    """Return the question at *path* of the small submission."""
    store = open_small_submission(tmp_path)
    store.set(("interview", "finished"), ["earlier", f"theme/{THEME}"])
    return item_at(store, path)


def phrase(tmp_path: Path) -> Item:
    """Return the first question of a clause that wants a few words."""
    answers = open_small_submission(tmp_path).answers
    return next(
        item
        for item in questions(answers, LIBRARY)
        if item.path[:1] == ("themes",) and "answers" in item.path and item.kind == "line"
    )


def typed(item: Item, keys: str) -> Any:
    """Return the answer that *keys* give at the real prompt of *item*, ``"no answer"`` if they give none."""
    with keyboard(keys + CTRL_C):
        try:
            return ask(item, "", lambda _: None)
        except KeyboardInterrupt:
            return "no answer"


def refusal(item: Item, text: str) -> str:
    """Return what drafter says about *text* as an answer to *item*, ``""`` if it takes it."""
    checked = check(item, text)
    return fault_sentence(checked) if isinstance(checked, Fault) else ""


def test_a_fact_with_its_source_is_no_answer_where_a_few_words_are_expected(tmp_path: Path) -> None:
    item = phrase(tmp_path)
    said = refusal(item, FACT)
    assert said.startswith("This looks like a fact with its source. Here a few words are expected")
    assert "drafter asks for facts after these questions" in said
    assert typed(item, f"{FACT}{ENTER}") == "no answer"
    assert (
        typed(item, f"{FACT}{ENTER}{CLEAR}an order of the prosecutor{ENTER}") == "an order of the prosecutor"
    )


@pytest.mark.parametrize("text", ["section 14 [as amended]", "the centre in Hentzau [name withheld by us]"])
def test_brackets_without_a_source_are_part_of_a_phrase(tmp_path: Path, text: str) -> None:
    assert refusal(phrase(tmp_path), text) == ""


def test_a_fact_with_its_source_is_no_figure_for_groups(tmp_path: Path) -> None:
    item = asked(tmp_path, ("facts", "F1", "disaggregation"))
    assert "for example: 28 women and 18 men. " in refusal(item, FACT)
    assert refusal(item, "21 women and 122 men") == ""


@pytest.mark.parametrize("text", ["21 women and 122 men", "143 people", FACT])
def test_a_figure_is_no_page(tmp_path: Path, text: str) -> None:
    item = asked(tmp_path, ("facts", "F1", "locator"))
    assert refusal(item, text)
    assert typed(item, f"{text}{ENTER}") == "no answer"


def test_the_refusal_of_a_page_has_an_example(tmp_path: Path) -> None:
    assert refusal(asked(tmp_path, ("facts", "F1", "locator")), "21 women and 122 men") == (
        "The page or the paragraph in the source is expected. For example: p. 12, or para. 34. "
        "Leave it empty if there is none."
    )


@pytest.mark.parametrize(
    "text",
    ["p. 12", "para. 34", "12", "12–14", "12 and 14", "12 et seq.", "§ 3", "S. 12", "Findings", "2nd table",
     "chapter 3, section 2", "22 (b)", "10 minutes 30", "Executive summary, second part"],
)  # fmt: skip
def test_every_usual_way_to_name_a_page_is_taken(tmp_path: Path, text: str) -> None:
    assert refusal(asked(tmp_path, ("facts", "F1", "locator")), text) == ""


@pytest.mark.parametrize("text", ["2025", "p. 12", "12 July", "143"])
def test_a_fact_is_a_sentence(tmp_path: Path, text: str) -> None:
    item = asked(tmp_path, ADD_FACT)
    assert refusal(item, text).startswith("A fact is a sentence. For example: In 2024, 41 of 96 people")
    assert typed(item, f"{text}{ENTER}") == "no answer"
    assert refusal(asked(tmp_path, ("facts", "F1", "text")), text).startswith("A fact is a sentence.")


@pytest.mark.parametrize("text", ["F1", "f2", "no", "yes", FACT, "Nobody was asked.", "मृत्यु", ""])
def test_a_sentence_a_key_and_nothing_are_answers_where_a_fact_is_asked_for(
    tmp_path: Path, text: str
) -> None:
    assert isinstance(check(asked(tmp_path, ADD_FACT), text), Accepted)


def test_the_key_of_a_fact_that_is_not_there_is_no_fact(tmp_path: Path) -> None:
    said = refusal(asked(tmp_path, ADD_FACT), "F9")
    assert said == "There is no fact F9. The facts so far: F1, F2. A new fact is a sentence."
    assert list(data_of(open_small_submission(tmp_path))["facts"]) == ["F1", "F2"]
