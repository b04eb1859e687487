"""What the user has imported is offered in the interview, becomes rows, and is asked about row by row."""

from pathlib import Path

import pytest

from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.frozen import replaced
from drafter.interview.flow import next_question, questions
from drafter.interview.items.earlier_picks import PickItem
from drafter.interview.items.item import Item
from drafter.interview.session import record
from drafter.interview.validator import Accepted, check
from drafter.model.imported import ImportedRecommendation
from drafter.recommendation_store.database import store_file
from drafter.recommendation_store.write import add
from tests.support.recommendations import BASE
from tests.support.script import LIBRARY, ignore
from tests.support.submissions import submission

ROWS = (
    replaced(BASE, text="Improve schools", number="140.1"),
    replaced(BASE, text="Make naloxone available", number="140.2", position="noted"),
    replaced(BASE, text="Reduce the use of pre-trial detention", number="140.3"),
    replaced(BASE, text="Repeal section 14", number="22", body="CCPR", states=(), position=""),
)


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ImportedRecommendation, ...]:
    """Fill a store with ``ROWS``, all addressed to Ruritania, and return them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    add(ROWS, "list.docx", store_file())
    return ROWS


def opened(folder: Path, document: str = "upr/joint") -> Store:
    """Return the store of answers to *document* about Ruritania."""
    return Store.open(submission(folder, document=document, state="XRU"), "drafter under test")


def pick(store: Store) -> PickItem | None:
    """Return the question which recommendations to use, if it is asked."""
    items = (item for item in questions(store.answers, LIBRARY) if isinstance(item, PickItem))
    return next(items, None)


def titles(item: PickItem) -> list[str]:
    """Return the titles of the choices."""
    return [choice.title for choice in item.choices]


def save(store: Store, item: Item, value: object) -> None:
    """Save the answer *value* to *item*."""
    record(store, LIBRARY, item, value, ignore)  # type: ignore[arg-type]


def test_nothing_is_offered_without_a_store_or_to_another_state(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    assert pick(opened(tmp_path)) is not None
    other = Store.open(submission(tmp_path, document="upr/joint", state="NOR"), "drafter under test")
    assert pick(other) is None
    store_file().unlink()
    assert pick(opened(tmp_path)) is None


def test_what_is_about_drugs_comes_first_and_a_body_sees_only_its_own(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    item = pick(opened(tmp_path))
    assert item is not None
    assert titles(item)[0] == "140.2 Make naloxone available"
    assert len(titles(item)) == 4
    item = pick(opened(tmp_path, "ccpr/follow-up"))
    assert item is not None
    assert titles(item) == ["22 Repeal section 14"]


def test_what_is_picked_becomes_rows_and_only_what_became_of_them_is_asked(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    store = opened(tmp_path)
    item = pick(store)
    assert item is not None
    save(store, item, [item.choices[0].value, item.choices[1].value])
    assert [row.is_imported for row in store.answers.earlier] == [True, True]
    again = pick(store)
    assert again is not None
    assert not again.automatic
    assert len(again.current(store.answers)) == 2  # type: ignore[arg-type]  # a list
    asked = [
        dotted(item.path)
        for item in questions(store.answers, LIBRARY)
        if item.automatic and item.path[0] == "earlier"
    ]
    assert asked == ["earlier.0.status", "earlier.0.evidence", "earlier.1.status", "earlier.1.evidence"]


def test_a_row_is_not_removed_when_its_mark_is_taken_off(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    store = opened(tmp_path)
    item = pick(store)
    assert item is not None
    save(store, item, [item.choices[0].value])
    save(store, item, [item.choices[1].value])
    assert len(store.answers.earlier) == 2


@pytest.mark.parametrize(
    ("letter", "status"), [("c", "done"), ("n", "not-done"), ("r", "reversed"), ("N", "not-done")]
)
def test_a_letter_says_what_became_of_a_row(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...], letter: str, status: str
) -> None:
    store = opened(tmp_path)
    item = pick(store)
    assert item is not None
    save(store, item, [item.choices[0].value])
    [asked] = [each for each in questions(store.answers, LIBRARY) if each.path == ("earlier", 0, "status")]
    assert "140.2 Make naloxone available" in asked.text
    assert check(asked, letter) == Accepted(status)


def test_a_store_that_cannot_be_read_does_not_stop_the_interview(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    store_file().write_bytes(b"no database")
    assert next_question(opened(tmp_path).answers, LIBRARY) is not None


def test_the_last_answer_shows_a_sentence_and_a_bar_for_each_position_and_status(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    store = opened(tmp_path)
    item = pick(store)
    assert item is not None
    save(store, item, [choice.value for choice in item.choices])
    said: list[str] = []
    for number, status in enumerate(("done", "not-done", "not-done", "not-done")):
        [asked] = [
            each for each in questions(store.answers, LIBRARY) if each.path == ("earlier", number, "status")
        ]
        assert said == []
        record(store, LIBRARY, asked, status, said.append)
    assert said == [
        "Of the 4 recommendations, 1 has been carried out and 3 have not been carried out.",
        "Supported    Not carried out  ██ 2",
        "Noted        Carried out      █ 1",
        "No position  Not carried out  █ 1",
    ]
    [summary] = [each for each in questions(store.answers, LIBRARY) if each.path == ("summary",)]
    assert said[0] in summary.help


def test_a_fact_can_show_what_became_of_a_row(
    tmp_path: Path, imported: tuple[ImportedRecommendation, ...]
) -> None:
    facts = {"F1": {"text": "In 2024, 12 of 14 clinics had naloxone"}}
    file = submission(
        tmp_path,
        document="upr/joint",
        state="XRU",
        facts=facts,
        earlier=[{"text": "Make naloxone available"}],
    )
    store = Store.open(file, "drafter under test")
    [item] = [each for each in questions(store.answers, LIBRARY) if each.path == ("earlier", 0, "facts")]
    assert [choice.title for choice in item.choices] == [facts["F1"]["text"]]
    save(store, item, ["F1"])
    assert store.answers.earlier[0].facts == ("F1",)
