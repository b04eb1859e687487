"""A day that a reader cannot know, or on the wrong side of today, is asked about; nothing is assumed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.items.dated import AGAIN, AS_TYPED, DatedItem, DoubtItem
from drafter.interview.items.declared import from_ask
from drafter.interview.items.item import Item
from drafter.interview.session import Person, interview, record
from drafter.interview.validator import check, fault_sentence
from drafter.language.english import ENGLISH
from drafter.model.question import Ask
from drafter.relative_days import unknown_days
from tests.support.on_a_day import ask_on
from tests.support.script import LIBRARY
from tests.support.small_submission import open_small_submission
from tests.support.trees import data_of

TODAY = date(2026, 11, 28)
WHEN = Ask(name="event", ask="When did it happen?", form="when", past=True)
DUE = Ask(name="deadline", ask="When is it due?", form="date", upcoming=True)
REVIEWED = Ask(name="last_review", ask="When was the State last reviewed?", form="month", past=True)
SESSION = Ask(name="session", ask="At which session?", upcoming=True)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a Saturday in November."""
    ask_on(TODAY, monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def doubt(store: Store, ask: Ask, typed: str) -> Item | None:
    """Return the question to which the answer *typed* to *ask* leads."""
    item = from_ask(ask, ("details", ask.name), "About this document")
    assert isinstance(item, DatedItem)
    return item.follow_up(store.answers, typed, LIBRARY)


def saved_by(store: Store, asked: Item | None, value: str) -> object:
    """Return what the answer *value* to a doubt saves."""
    assert isinstance(asked, DoubtItem)
    [(_, saved)] = asked.changes(store.answers, value, LIBRARY)
    return saved


@pytest.mark.parametrize(
    ("typed", "titles", "saved"),
    [
        ("yesterday", ["27 November 2026 (Friday)"], "27 November 2026"),
        (
            "By his sister, on the phone, yesterday",
            ["27 November 2026 (Friday)"],
            "By his sister, on the phone, 27 November 2026",
        ),
        (
            "Cebu, since last Tuesday",
            ["24 November 2026 (Tuesday)", "17 November 2026 (Tuesday)"],
            "Cebu, since 24 November 2026",
        ),
        ("taken last Tuesday at home", ["24 November 2026 (Tuesday)", "17 November 2026 (Tuesday)"],
         "taken on 24 November 2026 at home"),
        ("since last week", ["the week of 16 November 2026"], "since the week of 16 November 2026"),
        ("24/11", ["24 November 2026 (Tuesday)", "24 November 2025 (Monday)"], "24 November 2026"),
        ("3/12", ["12 March 2026 (Thursday)", "3 December 2025 (Wednesday)"], "12 March 2026"),
        ("24 November", ["24 November 2026 (Tuesday)", "24 November 2025 (Monday)"], "24 November 2026"),
        ("two months ago", ["September 2026"], "September 2026"),
        ("last night", ["the night after 27 November 2026"], "the night after 27 November 2026"),
    ],
)  # fmt: skip
def test_a_day_that_the_reader_cannot_know_is_offered_as_a_date(
    store: Store, typed: str, titles: list[str], saved: str
) -> None:
    asked = doubt(store, WHEN, typed)
    assert asked is not None
    assert asked.help == "The reader does not know which day it was when you wrote this."
    assert [choice.title for choice in asked.choices[:-2]] == titles
    assert [choice.value for choice in asked.choices[-2:]] == [AGAIN, AS_TYPED]
    assert asked.default is None  # Enter alone chooses no day
    assert saved_by(store, asked, asked.choices[0].value) == saved
    assert saved_by(store, asked, AGAIN) == saved_by(store, asked, AS_TYPED) == typed


@pytest.mark.parametrize(
    "typed",
    ["24 November 2026", "Tuesday 24 November 2026", "24/7", "over the last year", "every Monday",
     "from 12 to 24 November 2026", "“last Tuesday”, said in March 2026", "2025", "about half past 14.30"],
)  # fmt: skip
def test_a_clear_date_leads_to_no_question(store: Store, typed: str) -> None:
    assert doubt(store, WHEN, typed) is None


@pytest.mark.parametrize(
    ("ask", "typed", "text"),
    [
        (REVIEWED, "2209", "“2209” is in the future. Is that right?"),
        (REVIEWED, "May 2027", "“May 2027” is in the future. Is that right?"),
        (WHEN, "29 November 2026", "“29 November 2026” is in the future. Is that right?"),
        (DUE, "1 November 2026", "“1 November 2026” is over. Is that right?"),
        (SESSION, "54th session, March 2026", "“54th session, March 2026” is over. Is that right?"),
        (SESSION, "54th session, 2025", "“54th session, 2025” is over. Is that right?"),
    ],
)
def test_a_date_on_the_wrong_side_of_today_is_asked_about_at_once(
    store: Store, ask: Ask, typed: str, text: str
) -> None:
    asked = doubt(store, ask, typed)
    assert asked is not None
    assert (asked.text, asked.default) == (text, None)
    assert saved_by(store, asked, AS_TYPED) == typed


@pytest.mark.parametrize(
    ("ask", "typed"),
    [
        (REVIEWED, "2026"),
        (REVIEWED, "November 2026"),
        (WHEN, "28 November 2026"),
        (DUE, "28 November 2026"),
        (SESSION, "56th session"),
        (SESSION, "54th session, November 2026"),
    ],
)
def test_a_date_on_the_right_side_is_not(store: Store, ask: Ask, typed: str) -> None:
    assert doubt(store, ask, typed) is None


def test_writing_it_again_brings_the_question_back_with_what_was_typed(store: Store) -> None:
    shown: list[tuple[str, object]] = []
    answers = iter(["May 2027", AGAIN, "May 2022"])

    def ask(item: Any, current: object) -> Any:
        shown.append((item.text, current))
        return next(answers)

    path = ("details", "last_review")
    item = next(item for item in questions(store.answers, LIBRARY) if item.path == path)
    with pytest.raises(StopIteration):
        interview(store, Questionnaire(LIBRARY, questions), Person(ask), first=item)
    assert [text for text, _ in shown[:3]] == [
        "When was the State last reviewed?",
        "“May 2027” is in the future. Is that right?",
        "When was the State last reviewed?",
    ]
    assert shown[2][1] == "May 2027"
    assert data_of(store)["details"]["last_review"] == "May 2022"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("28/11", "“28/11” is not a whole date. Write it like this: 28 November 2026."),
        ("24/11", "Write it like this: 24 November 2026, or 24 November 2027."),
        ("yesterday", "“yesterday” is not a whole date. Write it like this: 27 November 2026."),
    ],
)
def test_where_only_a_date_is_taken_the_whole_date_is_named(typed: str, said: str) -> None:
    fault = check(from_ask(DUE, ("details", "deadline"), "About"), typed)
    assert said in fault_sentence(fault)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He was taken last Tuesday. Yesterday his sister called.", ["last Tuesday", "Yesterday"]),
        ("Today, the centre holds 40 people.", []),
        ("It opened 24/7 and on 24/11.", []),
        ("Over the last year nobody was freed.", []),
        ("She said: “They came yesterday.”", []),
    ],
)
def test_in_a_longer_text_only_words_for_a_day_are_unknown_days(text: str, days: Sequence[str]) -> None:
    assert [day.text for day in unknown_days(text, ENGLISH, is_line=False)] == days


def test_a_source_or_a_foundation_in_the_future_is_said_at_once(store: Store) -> None:
    said: list[str] = []
    for path, value in ((("sources", "S1", "date"), "2209"), (("organisations", 0, "founded"), "2031")):
        item = next(item for item in questions(store.answers, LIBRARY) if item.path == path)
        record(store, LIBRARY, item, value, said.append)
    assert [each for each in said if "in the future" in each] == [
        "The date of “A register”, 2209, is in the future. If that is wrong, change it: Ctrl-B, or Ctrl-O.",
        "The year of foundation, 2031, is in the future. If that is wrong, change it: Ctrl-B, or Ctrl-O.",
    ]
    said.clear()
    item = next(item for item in questions(store.answers, LIBRARY) if item.path == ("sources", "S1", "date"))
    record(store, LIBRARY, item, "2026", said.append)
    assert said == []
