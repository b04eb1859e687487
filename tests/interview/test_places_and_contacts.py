"""Where an organisation is, since when, and its contact: read from one line, and said back."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import KeyPath
from drafter.answers.store import Store
from drafter.compose.views import signature
from drafter.interview.flow import is_open
from drafter.interview.forms import fault_of_form
from drafter.interview.items.item import AnswerValue
from drafter.interview.session import record
from drafter.language.english import ENGLISH
from drafter.model.answers import SignOff
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission, printed
from tests.support.trees import data_of

CITY: KeyPath = ("organisations", 0, "city")
PERSON: KeyPath = ("organisations", 0, "contact", "person")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def answer(store: Store, path: KeyPath, value: AnswerValue) -> list[str]:
    """Answer the question at *path* and return what was said because of it."""
    said: list[str] = []
    record(store, LIBRARY, item_at(store, path), value, said.append)
    return said


def saved(store: Store) -> dict[str, Any]:
    """Return what is saved about the organisation."""
    organisation: dict[str, Any] = data_of(store)["organisations"][0]
    return organisation


@pytest.mark.parametrize(
    ("typed", "city", "country", "founded"),
    [
        ("Strelsau, Ruritania, 2012", "Strelsau", "Ruritania", 2012),
        ("Strelsau, Ruritania, since 2011", "Strelsau", "Ruritania", 2011),
        ("Strelsau, Ruritania; 2012", "Strelsau", "Ruritania", 2012),
        ("Strelsau, Ruritania 2012", "Strelsau", "Ruritania", 2012),
        ("1054 Budapest, Hungary, May 1998", "1054 Budapest", "Hungary", "May 1998"),
        ("Ruritania, 2014", "", "Ruritania", 2014),
        (", Ruritania, 2014", "", "Ruritania", 2014),
        ("Ruritania, Ruritania, 2014", "", "Ruritania", 2014),
        ("Ruritania", "", "Ruritania", ""),
    ],
)
def test_town_country_and_year_are_read_and_a_town_can_be_left_out(
    store: Store, typed: str, city: str, country: str, founded: int | str
) -> None:
    answer(store, CITY, typed)
    entry = saved(store)
    assert (entry["city"], entry["country"], entry["founded"]) == (city, country, founded)
    assert not is_open(store.answers, item_at(store, ("organisations", 0, "country")))
    assert "Ruritania, Ruritania" not in printed(store)
    shown = item_at(store, CITY).current(store.answers)
    assert shown == ", ".join(str(part) for part in (city, country, founded) if part)
    answer(store, CITY, str(shown))
    assert saved(store) == entry


def test_what_was_read_of_a_place_is_said_back(store: Store) -> None:
    [said] = answer(store, CITY, "Strelsau, Ruritania; 2012")
    assert said.startswith("House of Examples reads: town Strelsau; country Ruritania; since 2012.")
    assert "“House of Examples · place and year”" in said
    [said] = answer(store, CITY, "Ruritania, 2014")
    assert said.startswith("House of Examples reads: no town; country Ruritania; since 2014.")
    assert "Leave out the town if it would be a risk" in item_at(store, CITY).help


def test_a_town_without_a_country_leads_to_the_question_which_country(store: Store) -> None:
    store.change([(("organisations", 0), {"name": "A", "role": "lead"})])
    answer(store, CITY, "Strelsau")
    assert is_open(store.answers, item_at(store, ("organisations", 0, "country")))


@pytest.mark.parametrize(
    ("typed", "person", "email"),
    [
        ("Amina Hadrovic newday@selfhelp.example", "Amina Hadrovic", "newday@selfhelp.example"),
        ("Amina Hadrovic <newday@selfhelp.example>", "Amina Hadrovic", "newday@selfhelp.example"),
        ("Ana Silva; office@example.org", "Ana Silva", "office@example.org"),
    ],
)
def test_a_contact_is_read_without_a_comma(store: Store, typed: str, person: str, email: str) -> None:
    answer(store, PERSON, typed)
    contact = saved(store)["contact"]
    assert (contact["person"], contact["email"]) == (person, email)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("28.11.2026", "28 November 2026"),
        ("November 28, 2026", "28 November 2026"),
        ("2026-11-28", "28 November 2026"),
        ("3/4/2026", "3/4/2026"),
        ("28 November 2026, at noon", "28 November 2026, at noon"),
    ],
)
def test_the_day_of_signing_is_printed_in_the_form_of_the_document(typed: str, shown: str) -> None:
    assert signature(SignOff(date=typed), ENGLISH)["date"] == shown


@pytest.mark.parametrize(
    "typed", ["Amina Berrada amina@house.example.org", "Amina Berrada, amina@house.example.org"]
)
def test_a_contact_is_said_back_with_or_without_a_comma(store: Store, typed: str) -> None:
    said = answer(store, PERSON, typed)
    assert saved(store)["contact"]["person"] == "Amina Berrada"
    assert saved(store)["contact"]["email"] == "amina@house.example.org"
    assert [each.partition(". ")[0] for each in said] == [
        "House of Examples reads: name Amina Berrada; e-mail amina@house.example.org"
    ]


def test_a_contact_is_no_place() -> None:
    fault = fault_of_form("place", "Ana Silva, office@example.org")
    assert fault is not None
    assert fault.fault.startswith("this is a contact")
    assert fault_of_form("place", "Zenda, Ruritania, 2009") is None
