"""Misspelt words: what is reported with which suggestion, and what is left alone."""

import sys
from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.remark import Remark
from drafter.spelling import misspelt
from tests.support.script import LIBRARY
from tests.support.small_library import write_library
from tests.support.submissions import submission

KNOWN = frozenset({"naloxone", "buprenorphine"})


@pytest.mark.parametrize(
    ("text", "word", "suggestion"),
    [
        ("Access to rehabilitaton is luck.", "rehabilitaton", "rehabilitation"),
        ("The goverment is silent.", "goverment", "government"),
        ("The Goverment is silent.", "Goverment", "Government"),
        ("Independant doctors are few.", "Independant", "Independent"),
        ("It is a drug-relatd crime.", "relatd", "related"),
        ("The organistion closed.", "organistion", "organisation"),
        ("They carry naloxne.", "naloxne", "naloxone"),
        ("The prisoner’s lawer came.", "lawer", "lawyer"),
        ("They gave buprenorfine.", "buprenorfine", "buprenorphine"),
    ],
)
def test_a_misspelt_word(text: str, word: str, suggestion: str) -> None:
    (hit,) = misspelt(text, KNOWN, ENGLISH)
    assert (hit.word, hit.suggestion) == (word, suggestion)
    assert text[hit.start :].startswith(word)


@pytest.mark.parametrize(
    "text",
    [
        "Organisations and organizations favour colour and color, centres and centers.",
        "Decriminalised, overpoliced and unpunished people weren’t heard.",
        "We met Strelsau’s mayor, and Dragan was there.",
        "Dragan was there.",
        "He wrote “goverment” in the form, and *rehabilitaton* on the door.",
        "Write to goverment@example.org or see www.goverment.example and A/HRC/goverment.",
        "PWID and OHCHR met the NDCB, and CD4x is a test.",
        "Il nous faut une approche judiciaire.",
        "The zzyzxqw was there.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert misspelt(text, KNOWN, ENGLISH) == ()


def test_a_known_word_and_a_name_are_right() -> None:
    text = "The Goverment and its rehabilitaton."
    assert misspelt(text, {"rehabilitaton"}, ENGLISH, ["Goverment"]) == ()


def test_nothing_is_reported_without_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spellchecker", None)
    assert misspelt("Access to rehabilitaton is luck.", KNOWN, ENGLISH) == ()


def spelling_remarks(folder: Path, *, spelling: bool = True, **answers: Any) -> list[Remark]:
    """Return the remarks on misspelt words in a brief to the court of the small library."""
    if not (folder / "clauses").exists():
        write_library(folder)
    remarks = draft_file(submission(folder, **answers), spelling=spelling).remarks
    return [remark for remark in remarks if remark.code == "word-misspelt"]


def test_a_note_names_the_words_and_what_to_write(tmp_path: Path) -> None:
    [remark] = spelling_remarks(tmp_path, summary="The goverment closed the rehabilitaton.")
    assert remark.level == "note"
    assert remark.place == "the summary"
    assert remark.path == ("summary",)
    assert remark.text == "Probably misspelt: “goverment” and “rehabilitaton”."
    assert remark.remedy.startswith("Write “government” in place of “goverment” and “rehabilitation”")


def test_a_keyword_in_the_answers_is_right(tmp_path: Path) -> None:
    keywords = ["goverment"]
    assert spelling_remarks(tmp_path, summary="The goverment is silent.", keywords=keywords) == []


def test_a_build_does_not_check_spelling(tmp_path: Path) -> None:
    assert spelling_remarks(tmp_path, spelling=False, summary="The goverment is silent.") == []


def test_own_words_are_added_in_a_file_of_one_s_own(tmp_path: Path) -> None:
    write_library(tmp_path)
    (tmp_path / "clauses" / "words.txt").write_text("# ours\nGoverment\n", "utf-8")
    assert spelling_remarks(tmp_path, summary="The goverment is silent.") == []


def test_the_words_of_the_field_are_known() -> None:
    assert {"naloxone", "refoulement", "nitazene"} <= LIBRARY.known_words
    assert all(word == word.lower() and " " not in word for word in LIBRARY.known_words)
