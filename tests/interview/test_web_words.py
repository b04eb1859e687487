"""Words of a page on the web in a pasted fact: noticed, and taken out if the person agrees."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.noticed import noticed_remarks
from drafter.interview.session import record
from drafter.language.english import ENGLISH
from drafter.language.web_words import web_words, without_tracking
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission
from tests.support.trees import data_of

ADD_FACT = ("interview", "more", "fact/compulsory-treatment")
FACT = "In 2026, 412 people died, the hospital told the Courier."
PASTED = f"{FACT} Advertisement Read more: https://courier.example/x?utm_source=fb&id=123"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


@pytest.mark.parametrize("agrees", [True, False])
def test_the_words_of_a_web_page_are_offered_to_be_taken_out_of_a_pasted_fact(
    store: Store, agrees: bool
) -> None:
    item = item_at(store, ADD_FACT)
    asked = item.follow_up(store.answers, PASTED, LIBRARY)
    assert asked is not None
    assert "“Advertisement” and “Read more: https://courier.example" in asked.help
    said: list[str] = []
    record(store, LIBRARY, asked, agrees, said.append)
    assert not any("web page" in text for text in said), "the question says it"
    assert sum("reads: figure “412 people”; when 2026." in text for text in said) == 1
    assert data_of(store)["facts"]["F3"]["text"] == (FACT if agrees else PASTED)
    remarks = noticed_remarks(store.answers, Questionnaire(LIBRARY, questions))
    assert ("web-words" in [remark.code for remark, _ in remarks]) is not agrees


def test_a_fact_without_such_words_leads_to_no_question(store: Store) -> None:
    for item in (item_at(store, ADD_FACT), item_at(store, ("facts", "F1", "text"))):
        assert item.follow_up(store.answers, FACT, LIBRARY) is None
        assert item.follow_up(store.answers, "", LIBRARY) is None
    asked = item_at(store, ("facts", "F1", "text")).follow_up(store.answers, PASTED, LIBRARY)
    assert asked is not None
    record(store, LIBRARY, asked, True, lambda _: None)
    assert data_of(store)["facts"]["F1"]["text"] == FACT


@pytest.mark.parametrize(
    "text",
    ["Advertisement of alcohol rose.", "See also the report.", "The page https://x.org/a?id=3 says so."],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert web_words(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("address", "shorter"),
    [
        ("https://a.example/x?utm_source=fb&id=123", "https://a.example/x?id=123"),
        ("https://a.example/x?id=1&utm_source=fb", "https://a.example/x?id=1"),
        ("https://a.example/x?fbclid=zz#top", "https://a.example/x#top"),
        ("https://a.example/x?id=1&b=2", "https://a.example/x?id=1&b=2"),
    ],
)
def test_an_address_is_printed_without_what_follows_its_readers(address: str, shorter: str) -> None:
    assert without_tracking(address) == shorter


def test_the_address_of_a_source_is_saved_without_tracking(store: Store) -> None:
    item = item_at(store, ADD_FACT)
    line = f"{FACT} [Courier, Deaths, 2026, https://courier.example/x?utm_source=fb&id=123]"
    record(store, LIBRARY, item, line, lambda _: None)
    assert data_of(store)["sources"]["S2"]["address"] == "https://courier.example/x?id=123"
