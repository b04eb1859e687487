"""Remarks in the interview: at the answer that causes them, and in the overview."""

from pathlib import Path

import pytest

from drafter.answers.paths import KeyPath
from drafter.answers.store import Store
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.items.item import Item
from drafter.interview.messages import notices
from drafter.interview.noticed import noticed_remarks
from drafter.interview.overview import NOTICED, noticed, overview
from tests.support.script import LIBRARY
from tests.support.small_submission import open_small_submission

QUESTIONNAIRE = Questionnaire(LIBRARY, questions)
PARAGRAPH: KeyPath = ("themes", 0, "own", 0, "text")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return the small submission, on disk."""
    return open_small_submission(tmp_path)


def notices_of(store: Store, path: KeyPath, value: str) -> list[str]:
    """Save *value* at *path* and return what is said about it."""
    before = store.answers
    store.change([(path, value)])
    return list(notices(before, store.answers, LIBRARY))


def test_a_remark_comes_at_the_answer_that_causes_it_and_only_then(store: Store) -> None:
    said = notices_of(store, PARAGRAPH, "The centres held XX people.")
    assert len(said) == 1
    assert said[0].startswith("Something is still missing here: “XX”.")
    assert notices_of(store, ("themes", 0, "own", 1, "text"), "Another text without a fault.") == []
    assert notices_of(store, PARAGRAPH, "The centres held 40 people.") == []


def test_an_answer_gets_two_remarks_at_most_and_no_notes(store: Store) -> None:
    text = "These junkies must go!!! The thugs of the gulag held XX of them (para. 5-6)."
    said = notices_of(store, PARAGRAPH, text)
    assert len(said) == 2
    assert notices_of(store, PARAGRAPH, "The draconian law is cited in para. 5-6.") == []


def test_an_unfinished_recommendation_gets_no_remarks_yet(store: Store) -> None:
    parts: KeyPath = ("themes", 0, "own", 2)
    store.change([(parts, {"kind": "recommendation", "manner": "parts", "parts": {}})])
    assert notices_of(store, (*parts, "parts", "verb"), "Consider") == []
    assert notices_of(store, (*parts, "parts", "what"), "opening the centres") == []
    assert notices_of(store, (*parts, "parts", "how"), "by law") == []
    said = notices_of(store, (*parts, "parts", "by_when"), "in 2027")
    assert said[0] == "It reads: Consider opening the centres by law in 2027."
    assert any("change nothing" in text for text in said[1:])


def test_the_overview_leads_from_a_remark_to_the_answer(store: Store) -> None:
    assert NOTICED not in overview(store.answers, QUESTIONNAIRE).targets
    store.change([(PARAGRAPH, "The centres held XX people.")])
    assert overview(store.answers, QUESTIONNAIRE).targets[NOTICED] is noticed
    menu = noticed(store.answers, QUESTIONNAIRE)
    row = next(choice for choice in menu.question.choices if "XX" in choice.title)
    target = menu.targets[row.value]
    assert isinstance(target, Item)
    assert target.path == PARAGRAPH
    assert "your paragraph" in row.note


def test_a_waived_remark_is_not_in_the_overview(store: Store) -> None:
    store.change([(PARAGRAPH, "The centres held XX people.")])
    [code] = {remark.code for remark, _ in noticed_remarks(store.answers, QUESTIONNAIRE)}
    store.change([(("waive",), [{"code": code, "reason": "The number is in a sealed annex."}])])
    assert list(noticed_remarks(store.answers, QUESTIONNAIRE)) == []


def test_remarks_without_an_answer_are_not_in_the_overview(store: Store) -> None:
    assert {remark.code for remark, _ in noticed_remarks(store.answers, QUESTIONNAIRE)} == set()


def test_a_reference_to_an_unknown_part_is_said_at_its_answer(store: Store) -> None:
    said = notices_of(store, PARAGRAPH, "See {paragraph recovery}.")
    assert len(said) == 1
    assert said[0].startswith("{paragraph recovery}: The document has no part “recovery” to refer to.")
    assert "compulsory-treatment" in said[0]
    assert notices_of(store, PARAGRAPH, "See {paragraph compulsory-treatment}.") == []
