"""Placeholders: one that is left in a text is a warning; what only looks like one is not."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.reviews import level, remarks, reviewed
from tests.support.submissions import section

SOURCE: dict[str, Any] = {"sources": {"S1": {"title": "T"}}}


def places(folder: Path, rules: dict[str, Any] | None = None, /, **answers: Any) -> list[str]:
    """Return the places of the remarks on placeholders."""
    return [one.place for one in remarks(reviewed(folder, rules, **answers), "placeholder-left")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We spoke to XX people.", "“XX”"),
        ("In 20XX, XX% saw no judge.", "“XX”"),
        ("From XX to XX March.", "“XX”"),
        ("See para. XX.", "“XX”"),
        ("It was _XX_ days.", "“XX”"),
        ("We spoke to XXXX people.", "“XXXX”"),
        ("The date is TBC.", "“TBC”"),
        ("(tbc)", "“tbc”"),
        ("Number to be checked.", "“to be checked”"),
        ("[to be completed by Ana]", "“to be completed”"),
        ("[To be\ncompleted: the date]", "“To be completed”"),
        ("They run ??? wards.", "“???”"),
        ("The Minister, [name], came on [date].", "“[name]” and “[date]”"),
        ("He waited ___ days (insert the number).", "“___” and “(insert the number)”"),
        ("The ward at xxx has 60 beds (source?).", "“xxx” and “(source?)”"),
        ("TODO: ask the coalition.", "“TODO”"),
        ("Insert here the figure of 2024.", "“Insert here”"),
        ("???", "“???”"),
        ("TBC people of XX, TBC", "“TBC” and “XX”"),
        ("Article XX of the Pact protects XX people.", "“XX”"),
        ("Civil and XX other rights.", "“XX”"),
    ],
)
def test_a_placeholder_is_a_warning_that_quotes_it(tmp_path: Path, text: str, shown: str) -> None:
    result = reviewed(tmp_path, summary=text)
    assert level(result, "placeholder-left") == "warning"
    [remark] = remarks(result, "placeholder-left")
    assert remark.place == "the summary"
    assert remark.text == f"Something is still missing here: {shown}."
    assert remark.remedy


@pytest.mark.parametrize(
    "text",
    [
        "Part XXII and Part XIX.",
        "Table XX and Form XX of the decree.",
        "Article XX of the Pact.",
        "Under article XX, arts. XX and Chapter XX.",
        "General recommendation No. XX on article 5.",
        "Articles XIX and XX, XX–XXII, XIX, XX.",
        "Resolution 2106 A (XX) and resolution 2018 (XX).",
        "Since the XX century.",
        "The XXth session, XXX.",
        "EXXON and TBCs.",
        "Who runs them???",
        "The word __was__ bold, and the [sic] and the (number 4) stay.",
        "Who runs them? Who?? Nobody knows.",
        "Forms to be completed by the police have to be checked.",
        "It is to be checkedless.",
        "?",
        "",
        None,
    ],
)
def test_what_only_looks_like_a_placeholder_has_no_remark(tmp_path: Path, text: str | None) -> None:
    assert places(tmp_path, summary=text) == []


def test_the_place_is_the_text_that_has_the_placeholder(tmp_path: Path) -> None:
    own = [
        {"text": "XX people."},
        {"text": "All is known."},
        {"kind": "recommendation", "parts": {"verb": "close", "what": "them", "by_when": "by TBC"}},
    ]
    found = places(
        tmp_path,
        summary="TBC",
        method="TBC",
        themes=section(own=own, facts=["F1", "F2", "F3"]),
        facts={
            "F1": {"text": "XX saw no judge", "source": "S1", "locator": "p. 1"},
            "F2": {"text": "They saw no judge", "source": "S1", "locator": "p. XX"},
            "F3": {"text": "All saw a judge", "source": "S1", "locator": "p. 20"},
        },
        **SOURCE,
    )
    assert found == [
        "the summary",
        "the paragraph on sources and method",
        "theme “Jails & prisons”, your paragraph “XX people.”",
        "theme “Jails & prisons”, your recommendation “Close them by TBC.”",
        "fact F1, “XX saw no judge”",
        "fact F2, “They saw no judge”",
    ]


def test_a_text_that_is_not_printed_has_no_remark(tmp_path: Path) -> None:
    facts = {"F1": {"text": "XX saw no judge"}}
    given: dict[str, Any] = {
        "summary": "TBC", "method": "TBC", "facts": facts,
        "themes": section(own=[{"text": "TBC"}], facts=["F1"]),
    }  # fmt: skip
    without = {"leaves_out": ["summary", "method", "themes"]}
    assert places(tmp_path / "a", without, **given) == []
    assert len(places(tmp_path / "b", **given)) == 4
    assert places(tmp_path / "c", facts=facts) == [], "no theme uses the fact"


def test_a_fact_under_two_themes_has_one_remark(tmp_path: Path) -> None:
    themes = [*section(facts=["F1"]), {"theme": "courts", "facts": ["F1"]}]
    assert len(places(tmp_path, themes=themes, facts={"F1": {"text": "XX saw no judge"}})) == 1


@pytest.mark.parametrize(
    ("fact", "paragraph", "shown"),
    [
        ("In 2024, 12 died https://a.example/x?tab=1. in Zenda", "", "“https://a.example/x?tab=1”"),
        ("In 2024, 12 died.", "The register (www.a.example/x) is closed.", "“www.a.example/x”"),
        ("In 2024, 12 died [S1, p. 4] in Zenda.", "", "“[S1, p. 4]”"),
        ("In 2024, 12 died.", "The register is closed. [S1]", "“[S1]”"),
        ("In 2024, 12 died.", "The register is closed [by order].", ""),
        ("In 2024, 12 died.", "Write to office@a.example.", ""),
    ],
)
def test_a_source_in_a_fact_or_in_an_own_paragraph_is_a_warning(
    tmp_path: Path, fact: str, paragraph: str, shown: str
) -> None:
    facts = {"F1": {"text": fact, "source": "S1"}}
    own = section(facts=["F1"], own=[{"kind": "paragraph", "text": paragraph}])
    result = reviewed(tmp_path, themes=own, facts=facts, **SOURCE)
    texts = [remark.text for remark in remarks(result, "source-in-text")]
    assert texts == ([f"A source stands in the text: {shown}."] if shown else [])


def test_the_address_of_an_organisation_and_of_a_source_is_no_warning(tmp_path: Path) -> None:
    source = {"S1": {"title": "T", "address": "https://a.example/x"}}
    facts = {"F1": {"text": "In 2024, 12 died.", "source": "S1"}}
    own = section(facts=["F1"])
    result = reviewed(tmp_path, themes=own, facts=facts, sources=source, method="See https://a.example.")
    assert remarks(result, "source-in-text") == []
