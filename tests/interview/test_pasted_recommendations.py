"""Earlier recommendations as they are pasted: number and States are read, and the example fits the body."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import Item
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission, save_answer
from tests.support.trees import data_of

ADD = ("interview", "more", "earlier")
STRENGTHEN = "Strengthen access to treatment for women"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return the small submission, with no earlier recommendation."""
    opened = open_small_submission(tmp_path)
    opened.change([(("earlier",), []), (("interview", "finished"), [])])
    return opened


def row(store: Store) -> dict[str, Any]:
    """Return the first earlier recommendation."""
    first: dict[str, Any] = data_of(store)["earlier"][0]
    return first


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        (
            f"136.88 {STRENGTHEN} (Portugal)",
            {"text": STRENGTHEN, "paragraph": "136.88", "states": ["Portugal"]},
        ),
        (
            f"136.88. {STRENGTHEN} (Portugal, Chile and Norway);",
            {"text": f"{STRENGTHEN};", "paragraph": "136.88", "states": ["Portugal", "Chile", "Norway"]},
        ),
        (f"{STRENGTHEN} (Norway).", {"text": f"{STRENGTHEN}.", "states": ["Norway"]}),
        (f"{STRENGTHEN} (in prison)", {"text": f"{STRENGTHEN} (in prison)"}),
        ("12 clinics should open", {"text": "12 clinics should open"}),
        ("136.88", {"text": "136.88"}),
    ],
)
def test_number_and_states_around_a_pasted_text_are_read(
    store: Store, typed: str, saved: dict[str, Any]
) -> None:
    save_answer(store, ADD, typed)
    assert row(store) == saved


def test_only_the_document_is_asked_of_what_the_text_does_not_say(store: Store) -> None:
    save_answer(store, ADD, f"136.88 {STRENGTHEN} (Portugal)")
    asked = item_at(store, ("earlier", 0, "document"))
    assert asked.text == "Where is it? Symbol of the document (136.88, Portugal is read from the text)"
    assert asked.current(store.answers) is MISSING
    save_answer(store, asked.path, "A/HRC/32/17")
    assert row(store)["document"] == "A/HRC/32/17"
    assert (row(store)["paragraph"], row(store)["states"]) == ("136.88", ["Portugal"])
    open_paths = [item.path for item in questions(store.answers, LIBRARY) if is_open(store.answers, item)]
    assert [path for path in open_paths if path[0] == "earlier" and path[-1] in ("paragraph", "states")] == []
    assert item_at(store, asked.path).current(store.answers) == "A/HRC/32/17, 136.88, Portugal"


@pytest.mark.parametrize(
    ("document", "symbol"),
    [
        ("cescr/alternative-report", "E/C.12/RUR/CO/3, para. 17"),
        ("cedaw/alternative-report", "CEDAW/C/RUR/CO/4, para. 17"),
        ("ccpr/alternative-report", "CCPR/C/RUR/CO/2, para. 17"),
        ("upr/individual", "A/HRC/32/17, 166.20, Norway"),
    ],
)
def test_the_example_fits_the_body(store: Store, document: str, symbol: str) -> None:
    store.change([(("document",), document), (("earlier",), [{"text": STRENGTHEN}])])
    assert f"For example: {symbol}" in item_at(store, ("earlier", 0, "document")).help


def test_a_report_asks_once_what_became_of_the_last_recommendations(store: Store) -> None:
    def asked() -> Item:
        return item_at(store, ("details", "earlier"))

    store.change([(("document",), "cescr/alternative-report"), (("interview", "finished"), [])])
    assert asked().automatic
    paths = [item.path for item in questions(store.answers, LIBRARY)]
    assert paths.index(("details", "earlier")) > paths.index(ADD)
    save_answer(store, ADD, STRENGTHEN)
    assert not asked().automatic
