"""Telephone numbers and e-mail addresses in a text, and names in what a document tells of a person."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.interview.session import record
from drafter.model.remark import Remark
from tests.support.people import letter
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.small_submission import open_small_submission

NUMBERS = (
    "0917 555 0123",
    "+44 20 7946 0123",
    "(020) 7946 0123",
    "0049-30-1234567",
    "+1 212.555.0123",
    "0170 1234567",
)
OTHER_FIGURES = (
    "2024-11-26",
    "26.11.2026",
    "24 11 26",
    "1 200 000",
    "12 000 000 000",
    "2019-2023",
    "2023-24",
    "A/HRC/56/52",
    "CRC/C/GC/25 (2021)",
    "1,234,567",
    "12 345",
    "540 of 1,200",
    "ISBN 9783161484100",
    "article 6 (2) and 7 (1)",
    "2012/11/25",
)


def remarks_in(folder: Path, facts: str, **more: Any) -> list[Remark]:
    """Return the remarks on a letter that tells *facts*."""
    return list(draft_file(letter(folder, {"facts_of_case": facts}, **more)).remarks)


def codes(folder: Path, facts: str) -> list[str]:
    """Return the codes of the remarks on contacts and names in a letter that tells *facts*."""
    wanted = ("contact-in-text", "name-in-story")
    return [remark.code for remark in remarks_in(folder, facts) if remark.code in wanted]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_telephone_number_gets_a_remark(tmp_path: Path, number: str) -> None:
    assert codes(tmp_path, f"It began in spring. Call us at {number}, please.") == ["contact-in-text"]


@pytest.mark.parametrize("figure", OTHER_FIGURES)
def test_another_figure_gets_none(tmp_path: Path, figure: str) -> None:
    assert codes(tmp_path, f"It began in spring, see {figure} for more.") == []


def test_an_address_for_e_mail_gets_a_remark(tmp_path: Path) -> None:
    [remark] = [
        each for each in remarks_in(tmp_path, "Write to j.d@mail.example.") if each.code == "contact-in-text"
    ]
    assert remark.level == "warning"
    assert "j.d" not in f"{remark.text} {remark.remedy} {remark.place}"


def test_it_is_said_at_the_answer(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    item = next(item for item in QUESTIONS.questions(store.answers) if item.path == ("summary",))
    said: list[str] = []
    record(store, LIBRARY, item, "Many were held. Call 0917 555 0123.", said.append)
    assert any("A telephone number is in the text." in text for text in said)


PASTED = "Kuya Tomasz,\nthey took him on Tuesday.\nPlease help.\nJocelyn Dumalagan"


def test_the_names_around_a_pasted_letter_are_asked_about(tmp_path: Path) -> None:
    names = [each for each in remarks_in(tmp_path, PASTED) if each.code == "name-in-story"]
    assert [each.text for each in names] == [
        "Is “Kuya Tomasz” a real name? It is in the text.",
        "Is “Jocelyn Dumalagan” a real name? It is in the text.",
    ]
    assert {each.level for each in names} == {"warning"}


def test_a_relative_with_a_name_is_asked_about(tmp_path: Path) -> None:
    assert codes(tmp_path, "Her sister Lejla came to the gate.") == ["name-in-story"]


@pytest.mark.parametrize(
    "facts",
    [
        "On 3 May she was taken.\nOn 4 May she saw a judge.\nMira",
        "On 3 May she was taken.\nShe was held in two places.\nShe is ill.",
        "Mira,\nwho was 34, was taken on 3 May.\nShe is ill.",
        "Zenda Central Prison",
    ],
)
def test_a_pseudonym_and_an_ordinary_line_are_not(tmp_path: Path, facts: str) -> None:
    assert codes(tmp_path, facts) == []
