"""The printed sentence of a fact: when, where and for whom it holds, and what its figure leaves out."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.fact_text import fact_sentences
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.facts import Fact
from tests.support.small_library import clause, write_library
from tests.support.submissions import notes, section, submission, texts


def printed(state: str = "the Republic of Zenda", **fields: Any) -> str:
    """Return the sentence of the fact with *fields*, without Markdown's escapes and its note mark."""
    sentence = fact_sentences(["F1"], {"F1": Fact(**fields)}, state, ENGLISH)
    return sentence.replace("\\", "").removesuffix("[^F1]")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "41 of 96 saw no judge"}, "41 of 96 saw no judge."),
        ({"text": "41 saw no judge", "period": 2024}, "41 saw no judge (2024)."),
        ({"text": "In 2024, 41 saw no judge", "period": 2024}, "In 2024, 41 saw no judge."),
        ({"text": "41 wait in 2024", "period": "2023 to 2024"}, "41 wait in 2024 (2023 to 2024)."),
        ({"text": "41 wait.", "period": "2024", "place": "Hentzau"}, "41 wait (2024, Hentzau)."),
        ({"text": "In Hentzau, 41 saw no judge", "place": "Hentzau"}, "In Hentzau, 41 saw no judge."),
        ({"text": "41 saw no judge", "place": "Republic of Zenda"}, "41 saw no judge."),
        ({"text": "41 saw no judge (our count)", "period": 2024}, "41 saw no judge (our count; 2024)."),
        ({"text": "41 saw no judge", "period": "2024-12-31"}, "41 saw no judge (31 December 2024)."),
    ],
)  # fmt: skip
def test_period_and_place_are_in_brackets_unless_the_text_has_them(
    fields: dict[str, Any], sentence: str
) -> None:
    assert printed(**fields) == sentence


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ("30 women, 11 men", "41 saw no judge (2024; 30 women, 11 men)."),
        ("none", "41 saw no judge (2024)."),
        ("41, all of them men", "41 saw no judge (2024; 41, all of them men)."),
        ("30 women among the 41", "41 saw no judge (2024; 30 women among the 41)."),
        ("30 of the 41 were women", "41 saw no judge (2024; 30 of the 41 were women)."),
    ],
)
def test_figures_for_groups_are_printed_also_with_the_number_of_the_fact(groups: str, sentence: str) -> None:
    assert printed(text="41 saw no judge", period=2024, disaggregation=groups) == sentence


@pytest.mark.parametrize("groups", ["61 women", "61 of the 380 were women"])
def test_figures_for_groups_are_not_printed_twice(groups: str) -> None:
    text = "Of the 380 who waited, 61 were women"
    assert printed(text=text, disaggregation=groups) == f"{text}."


def test_a_caveat_stands_between_its_figure_and_the_note(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {
        "F1": {"text": "At least 41 died", "caveat": "two regions sent no report", "source": "S1"},
        "F2": {"text": "Nine lived", "source": "S1"},
    }
    draft = draft_file(
        submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources={"S1": {"title": "A"}})
    )
    assert texts(draft)[-1] == "At least 41 died. Two regions sent no report.[1] Nine lived.[2]"


def test_a_source_that_another_one_cites_is_printed_with_it(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {
        "F1": {"text": "One", "source": "S1", "cited_in": "S2", "locator": "p. 7"},
        "F2": {"text": "Two", "source": "S2", "locator": "p. 9"},
    }
    sources = {
        "S1": {"author": "A Ministry", "title": "Year"},
        "S2": {"author": "A Centre", "title": "Review"},
    }
    draft = draft_file(submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources=sources))
    assert notes(draft) == [
        "A Ministry, Year, as cited in A Centre, Review, p. 7.",
        "A Centre, Review (note 1), p. 9.",
    ]


@pytest.mark.parametrize("kind", ["recommendation", "question"])
def test_a_fact_attached_to_a_recommendation_is_a_sentence_of_its_own_before_it(
    tmp_path: Path, kind: str
) -> None:
    write_library(tmp_path, {"jails/a": clause("Concern.", kind="concern")})
    own = [{"kind": kind, "text": "Close the ward.", "facts": ["F1"]}]
    rest = {"facts": {"F1": {"text": "Forty waited", "source": "S1"}}, "sources": {"S1": {"title": "A"}}}
    document = "court/brief" if kind == "recommendation" else "court/list"
    draft = draft_file(submission(tmp_path, document=document, themes=section("jails/a", own=own), **rest))
    lines = texts(draft)
    assert "Forty waited.[1]" in lines
    assert [line for line in lines if "Close the ward" in line and "Forty" in line] == []


def test_a_fact_of_a_recommendation_that_a_paragraph_prints_too_is_printed_once(tmp_path: Path) -> None:
    write_library(tmp_path)
    own = [
        {"kind": "paragraph", "text": "They wait.", "facts": ["F1"]},
        {"kind": "recommendation", "text": "Close the ward.", "facts": ["F1"]},
    ]
    rest = {"facts": {"F1": {"text": "Forty waited", "source": "S1"}}, "sources": {"S1": {"title": "A"}}}
    draft = draft_file(submission(tmp_path, themes=section(own=own), **rest))
    assert sum("Forty waited" in line for line in texts(draft)) == 1
