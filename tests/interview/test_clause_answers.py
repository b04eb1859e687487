"""Clauses of two themes may ask different things by the same name; neither prints the other's answer."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open
from drafter.interview.items.item import Item
from drafter.interview.session import record
from drafter.markup.count import block_text
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at

DECIDES = "pregnancy-custody/removal-on-drug-use"
HELPS = "children-of-parents/fund-support"
ANSWERS = """\
format: 1
document: upr/individual
state: Ruritania
language: en
organisations: [{{name: House of Hope, role: lead}}]
themes:
- theme: children-of-parents
  clauses: [{clauses}]
"""


def open_store(tmp_path: Path, *clauses: str) -> Store:
    """Return the store of a submission with these *clauses* under one theme."""
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS.format(clauses=", ".join(clauses)), encoding="utf-8")
    return Store.open(file, "tests")


def questions_of(store: Store, name: str) -> list[Item]:
    """Return the questions called *name*, in order."""
    return [item for item in QUESTIONS.questions(store.answers) if item.path[-1] == name]


def printed(store: Store) -> str:
    """Return the text of the document."""
    return "\n".join(map(block_text, draft_file(store.file).draft.document.blocks))


def answer(store: Store, item: Item, value: str) -> list[str]:
    """Save *value* as the answer to *item* and return what was said about it."""
    said: list[str] = []
    record(store, LIBRARY, item, value, said.append)
    return said


@pytest.mark.parametrize("clauses", [(DECIDES, HELPS), (HELPS, DECIDES)])
def test_a_name_that_means_two_things_is_asked_twice(tmp_path: Path, clauses: tuple[str, str]) -> None:
    store = open_store(tmp_path, *clauses)
    first, second = questions_of(store, "body")
    assert "responsible for support" in " ".join([first.text, second.text])
    decides = next(item for item in (first, second) if "decides" in item.text)
    helps = next(item for item in (first, second) if "support" in item.text)
    said = answer(store, decides, "the family court")
    assert not any("family court" in text and "from a separate budget line" in text for text in said)
    [still_open] = [item for item in questions_of(store, "body") if is_open(store.answers, item)]
    assert still_open.text == helps.text
    assert "through the family court" not in printed(store)
    answer(store, helps, "the Ministry of Social Affairs")
    assert "through the Ministry of Social Affairs" in printed(store)
    assert "through the family court" not in printed(store)
    assert "the family court" in printed(store)


def test_the_question_of_one_clause_shows_the_sentence_of_that_clause(tmp_path: Path) -> None:
    store = open_store(tmp_path, DECIDES, HELPS)
    [helps] = [item for item in questions_of(store, "body") if "support" in item.text]
    assert "separate budget line" in helps.help


def test_an_answer_of_one_clause_goes_with_the_clause(tmp_path: Path) -> None:
    store = open_store(tmp_path, DECIDES)
    [decides] = questions_of(store, "body")
    answer(store, decides, "the family court")
    assert at(store.data, ("themes", 0, "clauses", 0)) == {
        "clause": DECIDES,
        "answers": {"body": "the family court"},
    }
    store.change([(("themes", 0, "clauses"), [HELPS])])
    [helps] = questions_of(store, "body")
    assert is_open(store.answers, helps)
    assert "family court" not in printed(store)


def test_clauses_that_mean_the_same_ask_once(tmp_path: Path) -> None:
    store = open_store(tmp_path, HELPS, "children-of-parents/ask-at-intake")
    assert len(questions_of(store, "body")) == 1
    assert questions_of(store, "body")[0].path == ("themes", 0, "answers", "body")


def test_an_older_file_that_has_the_answer_under_the_theme_prints_it(tmp_path: Path) -> None:
    store = open_store(tmp_path, DECIDES)
    store.change([(("themes", 0, "answers", "body"), "the family court")])
    assert "the family court" in printed(store)
