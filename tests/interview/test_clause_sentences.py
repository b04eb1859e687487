"""The sentence that an answer completes: in the help of its question, and read back with the answer."""

from pathlib import Path

import pytest

from drafter.answers.paths import KeyPath
from drafter.answers.store import Store
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.messages import notices
from drafter.interview.noticed import noticed_remarks
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission, printed

BODY: KeyPath = ("themes", 0, "answers", "body")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return the small submission with a clause whose answer is within a sentence."""
    store = open_small_submission(tmp_path)
    store.change(
        [
            (
                ("themes", 0, "clauses"),
                ["compulsory-treatment/people-held", "compulsory-treatment/close-the-centres"],
            )
        ]
    )
    return store


def said_about(store: Store, value: str) -> list[str]:
    """Save *value* as the answer and return what is said about it."""
    before = store.answers
    store.change([(BODY, value)])
    return list(notices(before, store.answers, LIBRARY))


def test_the_question_shows_the_sentence_with_a_gap(store: Store) -> None:
    shown = item_at(store, BODY).help
    assert "It completes this sentence: “" in shown
    assert "were held in facilities run or licensed by ____ because of drug use" in shown


def test_the_answer_is_read_back_in_its_sentence_as_it_is_printed(store: Store) -> None:
    [said] = said_about(store, "The Ministry of Health.")
    assert said.startswith("It reads: Please state how many people were held")
    assert "licensed by the Ministry of Health because of drug use" in said
    assert "run or licensed by the Ministry of Health" in printed(store)


def test_an_answer_of_several_sentences_gets_a_remark_at_once_and_in_the_overview(store: Store) -> None:
    said = said_about(store, "the prison service. It has no doctor")
    assert any("printed within a sentence, and it has 2 sentences." in text for text in said)
    remarks = noticed_remarks(store.answers, Questionnaire(LIBRARY, questions))
    assert [item.path for remark, item in remarks if remark.code == "sentences-in-sentence"] == [BODY]
    assert not any("2 sentences" in text for text in said_about(store, "the prison service of St. Anne"))
