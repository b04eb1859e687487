"""Notes on the same work: short the second time, whoever cites it; one that says the same names the first."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.language.pinpoint import PinpointKind
from tests.support.small_library import SHAPE, clause, write_library
from tests.support.submissions import notes, section, submission, texts

REPORT = {"author": "The Body", "title": "A Report on the State of Prisons", "date": 2020}


def notes_of(folder: Path, sources: dict[str, Any], *locators: str) -> list[str]:
    """Return the notes of one fact for each of *sources*, with these *locators*."""
    facts = {
        f"F{number}": {"text": "One", "source": key, "locator": locator}
        for number, (key, locator) in enumerate(zip(sources, locators, strict=True), 1)
    }
    return notes(
        draft_file(submission(folder, themes=section(facts=list(facts)), facts=facts, sources=sources))
    )


def test_two_neighbouring_clauses_that_cite_the_same_paragraph_share_the_note(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {
            "jails/a": clause("One.[^pact:9]", kind="standard"),
            "jails/b": clause("Two.[^pact:9] Three.[^report]", kind="concern"),
        },
    )
    draft = draft_file(submission(tmp_path, themes=section("jails/a", "jails/b")))
    assert notes(draft)[:2] == ["the Pact on Everything, art. 9.", "See note 1."]


def test_another_paragraph_of_the_same_work_is_named(tmp_path: Path) -> None:
    write_library(tmp_path)
    printed = notes_of(tmp_path, {"S1": REPORT, "S2": REPORT}, "para. 3", "para. 4")
    assert printed[1] == "The Body, A Report on the State of Prisons (note 1), para. 4."


def test_a_short_note_further_back_is_repeated_since_the_reader_would_look_twice(tmp_path: Path) -> None:
    marks = ["pact:9", "report", "pact", "report", "pact"]
    write_library(tmp_path, {"jails/a": clause(" ".join(f"A.[^{mark}]" for mark in marks), kind="standard")})
    draft = draft_file(submission(tmp_path, themes=section("jails/a")))
    assert notes(draft)[2:] == ["the Pact (note 1).", "See note 2.", "the Pact (note 1)."]


def test_a_source_entered_twice_is_one_work(tmp_path: Path) -> None:
    write_library(tmp_path)
    again = {**REPORT, "title": "A report on the state of prisons"}
    other = {**REPORT, "date": 2021}
    printed = notes_of(tmp_path, {"S1": REPORT, "S2": again, "S3": other}, "p. 1", "p. 2", "p. 3")
    assert [text.count("(note 1)") for text in printed] == [0, 1, 0]


@pytest.mark.parametrize(
    ("title", "is_same"),
    [
        ("Report A/HRC/99/1 of the expert", True),
        ("Something Long on Prisons, A/HRC/99/1/Add.1", False),
        ("the Long Title of a Report", True),
        ("A Long Title", False),
    ],
)
def test_a_work_that_author_and_library_cite_is_short_the_second_time(
    tmp_path: Path, title: str, is_same: bool
) -> None:
    expert = {
        "title": "The long title of a report", "short": "the Long Report", "kind": "report",
        "symbol": "A/HRC/99/1", "year": "2020",
    }  # fmt: skip
    write_library(
        tmp_path, {"jails/a": clause("Law.[^expert]", kind="standard")}, authorities={"expert": expert}
    )
    facts = {"F1": {"text": "One", "source": "S1", "locator": "para. 5"}}
    draft = draft_file(
        submission(
            tmp_path,
            themes=section("jails/a", facts=["F1"]),
            facts=facts,
            sources={"S1": {"title": title, "date": "2020"}},
        )
    )
    assert (notes(draft)[1] == f"{title} (note 1), para. 5.") is is_same


@pytest.mark.parametrize(
    ("typed", "kind", "shown"),
    [
        ("para. 25-26", "words", "paras. 25–26"),
        ("paras. 25 - 26", "words", "paras. 25–26"),
        ("paras. 25", "words", "para. 25"),
        ("p. 3-4", "words", "pp. 3–4"),
        ("p.12", "words", "p. 12"),
        ("25-26", "paragraph", "paras. 25–26"),
        ("166.20", "paragraph", "para. 166.20"),
        ("annex 2-3", "words", "annex 2-3"),
        ("passim", "words", "passim"),
    ],
)
def test_a_typed_page_or_paragraph_is_printed_in_the_form_of_the_united_nations(
    typed: str, kind: PinpointKind, shown: str
) -> None:
    assert ENGLISH.locator(typed, kind) == shown


def earlier_row(folder: Path, **row: Any) -> tuple[str, list[str]]:
    """Return the row of an earlier recommendation as printed, and the notes of the document."""
    table = (
        "| {% for one in earlier %}{{ one.text }} | {{ one.reference }} |\n|---|---|\n"
        "| x | {{ one.status }}. {{ one.evidence }} |\n{% endfor %}"
    )
    write_library(folder, shape=f"{SHAPE}\n{table}")
    facts = {"F1": {"text": "Forty waited", "source": "S1"}}
    earlier = [{"text": "Open the ward.", "document": "A/1", "paragraph": "5-6", "position": "none", **row}]
    draft = draft_file(submission(folder, earlier=earlier, facts=facts, sources={"S1": {"title": "A Count"}}))
    return next(line for line in texts(draft) if "Open the ward" in line), notes(draft)


def test_what_became_of_an_earlier_recommendation_can_carry_a_note(tmp_path: Path) -> None:
    row, printed = earlier_row(tmp_path, status="partly", evidence="Forty * wait.[^F1]")
    assert row.endswith("Partly carried out. Forty * wait.[1]")
    assert printed == ["A Count."]


def test_the_facts_of_an_earlier_recommendation_follow_what_became_of_it(tmp_path: Path) -> None:
    row, printed = earlier_row(tmp_path, status="not-done", evidence="It is shut", facts=["F1"])
    assert "paras. 5–6" in row
    assert row.endswith("Not carried out. It is shut. Forty waited.[1]")
    assert printed == ["A Count."]
