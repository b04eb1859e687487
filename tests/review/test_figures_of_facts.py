"""Figures: minimums, percentages, contradictions, groups, age. Honest facts have no remark on them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.model.remark import Remark
from tests.support.small_library import write_library
from tests.support.submissions import section, submission

SOURCE = {"author": "A Clinic", "title": "Own interviews", "date": 2025}
RULES = {
    "figure-minimum", "percentage-without-base", "figures-differ", "groups-do-not-add-up", "fact-old",
    "figure-without-source", "source-only-media", "source-press-for-law", "source-without-author",
    "source-without-date", "source-without-paragraph", "note-twice", "earlier-twice", "fact-elsewhere",
}  # fmt: skip
"""The codes of the rules about facts and their sources."""


def remarks_on(
    folder: Path, *facts: dict[str, Any] | str, source: dict[str, Any] | None = None, **answers: Any
) -> list[Remark]:
    """Return the remarks of these rules on a submission with *facts*, all from *source*, in November 2026."""
    write_library(folder)
    bank = {
        f"F{number}": {"source": "S1", "checked": True, **({"text": fact} if isinstance(fact, str) else fact)}
        for number, fact in enumerate(facts, 1)
    }
    file = submission(
        folder, themes=section(facts=list(bank)), facts=bank, sources={"S1": source or SOURCE}, **answers
    )
    return [one for one in draft_file(file, today=date(2026, 11, 27)).remarks if one.code in RULES]


def codes(remarks: list[Remark]) -> list[str]:
    """Return the codes of *remarks*, each with its level."""
    return [f"{remark.level} {remark.code}" for remark in remarks]


HONEST = (
    "41 of 96 people interviewed saw no judge (own interviews, 2025)",
    "In 2024, 52 of the 96 people interviewed saw no lawyer",
    "On 31 December 2024, 23 people were under sentence of death, two of them women",
    "From 2021 to 2024 the courts imposed 17 death sentences under section 15",
    "The register shows 163 deaths by overdose in 2024, and 88 in 2020",
    "The last execution took place in March 2019; no decree halts executions",
    "Since 2010 no drug strategy has mentioned women",
    "In 2024 women were 6 per cent of the people in prison",
    "Of those reached by the two programmes in 2024, 9 per cent were women",
    "Of the 212 women surveyed, 70 per cent had put off treatment",
    "In 2024 the courts sentenced 87 women; 80 received the minimum term of at least five years",
    "Residents must stay for at least two years",
    "At least 41 people died in custody in 2024, because two provinces sent no report",
    "The police reported at least 12 deaths in custody in 2023",
    "An estimated 19,000 people inject drugs; in 2024 the two programmes reached 1,630 of them",
    "In Zenda 84 people died of an overdose in 2025",
    "In Hentzau 113 people died of an overdose in 2025",
    "Section 14 of the Narcotics Act of 1976 permits detention without an order of a judge",
    "The Ombudsman found no doctor on duty in four of the eleven prisons visited in 2023",
    "Nobody inspects the wards",
    "Ten people waited for a bed in May 2024",
    "Twelve people waited for a doctor in May 2024",
)


def test_honest_facts_have_no_remark(tmp_path: Path) -> None:
    assert codes(remarks_on(tmp_path, *HONEST)) == []


@pytest.mark.parametrize(
    "fact",
    [
        "At least 41 people died in the wards in 2024",
        "No fewer than 12 prisoners died in 2024",
        {"text": "At least 41 people died in the wards in 2024", "caveat": ""},
    ],
)
def test_a_minimum_figure_has_to_say_what_it_leaves_out(tmp_path: Path, fact: str | dict[str, Any]) -> None:
    [remark] = remarks_on(tmp_path, fact)
    assert (remark.level, remark.code, remark.path) == ("note", "figure-minimum", ("facts", "F1", "caveat"))


def test_a_minimum_figure_with_its_caveat_has_no_remark(tmp_path: Path) -> None:
    fact = {"text": "At least 41 people died in the wards in 2024", "caveat": "Two regions sent no report"}
    assert remarks_on(tmp_path, fact) == []


@pytest.mark.parametrize(
    ("text", "has_remark"),
    [
        ("In 2024, 61 per cent of the people interviewed saw no judge", True),
        ("61% of those surveyed saw no judge", True),
        ("In 2024, 61 per cent of the 96 people interviewed saw no judge", False),
        ("Sixty per cent of the ninety people interviewed saw no judge", False),
    ],
)
def test_a_percentage_of_people_who_were_asked_needs_their_number(
    tmp_path: Path, text: str, has_remark: bool
) -> None:
    assert codes(remarks_on(tmp_path, text)) == ["note percentage-without-base"] * has_remark


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("84 people died of an overdose in 2025", "In 2025, 113 people died of an overdose", ["warning"]),
        (
            {"text": "84 people died of an overdose", "period": 2025},
            {"text": "113 people died of an overdose", "period": "2024 to 2025"},
            ["note"],
        ),
        (
            {"text": "84 people died of an overdose", "period": 2025, "place": "Zenda"},
            {"text": "113 people died of an overdose", "period": 2025, "place": "the whole country"},
            [],
        ),
        ("84 people died of an overdose in 2024", "113 people died of an overdose in 2025", []),
        ("84 people died of an overdose in 2025", "In 2025, 84 people died of an overdose", []),
        (
            {"text": "84 people died of an overdose in 2025", "caveat": "The count ended in August"},
            "In 2025, 113 people died of an overdose",
            [],
        ),
    ],
)
def test_two_figures_for_the_same_thing_and_time(
    tmp_path: Path, first: str | dict[str, Any], second: str | dict[str, Any], found: list[str]
) -> None:
    remarks = remarks_on(tmp_path, first, second)
    assert codes(remarks) == [f"{level} figures-differ" for level in found]
    assert [remark.path for remark in remarks] == [("facts", "F2", "text")] * len(found)


@pytest.mark.parametrize(
    ("groups", "has_remark"),
    [
        ("30 women, 11 men", False),
        ("80 women, 30 men", True),
        ("1,080 women and 30 men", True),
        ("80 women, 37 under 25", False),
        ("41 women of 96", False),
        ("none", False),
    ],
)
def test_groups_are_together_no_more_than_the_whole(tmp_path: Path, groups: str, has_remark: bool) -> None:
    fact = {"text": "In 2025, 41 of 96 saw no judge", "disaggregation": groups}
    assert codes(remarks_on(tmp_path, fact)) == ["warning groups-do-not-add-up"] * has_remark


@pytest.mark.parametrize(
    ("fact", "has_remark"),
    [
        ({"text": "A survey of 2007 found that 99 women shared needles; 99 of 200 were young"}, True),
        ({"text": "41 of 96 saw no judge", "period": 2019}, True),
        ({"text": "41 of 96 saw no judge", "period": "2019 to 2022"}, False),
        ({"text": "41 of 96 saw no judge", "period": 2019, "use": "background"}, False),
        ({"text": "41 of 96 saw no judge", "period": 2019, "use": "recent"}, False),
        ({"text": "The Act of 1976 permits it"}, False),
    ],
)
def test_a_figure_older_than_five_years_is_a_note_unless_it_is_background(
    tmp_path: Path, fact: dict[str, Any], has_remark: bool
) -> None:
    assert codes(remarks_on(tmp_path, fact)) == ["note fact-old"] * has_remark


def test_a_figure_from_before_the_last_review_names_its_year(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "In 2018, 41 of 96 saw no judge", "source": "S1"}}
    file = submission(
        tmp_path, themes=section(facts=["F1"]), facts=facts, sources={"S1": SOURCE},
        details={"last_review": "May 2019"},
    )  # fmt: skip
    [remark] = [one for one in draft_file(file).remarks if one.code == "fact-old"]
    assert remark.text == "The figure is from 2018, before the last review (2019)."


def test_a_fact_about_another_state_is_a_note(tmp_path: Path) -> None:
    assert codes(remarks_on(tmp_path, {"text": "41 of 96 saw no judge", "place": "Norway"})) == [
        "note fact-elsewhere"
    ]
    assert remarks_on(tmp_path, {"text": "41 of 96 saw no judge", "place": "Ruritania"}) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ({"title": "A survey", "date": 2025}, ["warning source-without-author"]),
        ({"title": "A survey", "author": "A Clinic"}, ["note source-without-date"]),
        ({"title": "A survey of 2025", "publisher": "A Clinic"}, []),
        ({"title": "Narcotics Act 1976"}, []),
        ({"title": "Doe v. Ruritania", "date": 2025}, []),
    ],
)
def test_a_note_names_somebody_and_a_date(tmp_path: Path, source: dict[str, Any], found: list[str]) -> None:
    assert codes(remarks_on(tmp_path, "Nobody inspects the wards", source=source)) == found


def test_an_author_that_is_not_known_yet_has_only_the_remark_on_the_gap(tmp_path: Path) -> None:
    unknown = {"title": "A survey", "author": None, "date": None}
    assert remarks_on(tmp_path, "Nobody inspects the wards", source=unknown) == []


@pytest.mark.parametrize(
    ("locator", "has_remark"), [({}, True), ({"locator": ""}, True), ({"locator": "para. 3"}, False)]
)
def test_a_united_nations_document_is_cited_by_paragraph(
    tmp_path: Path, locator: dict[str, str], has_remark: bool
) -> None:
    source = {"author": "An Expert", "title": "A report (A/HRC/99/1)", "date": 2025}
    fact = {"text": "Nobody inspects the wards", **locator}
    assert codes(remarks_on(tmp_path, fact, source=source)) == ["note source-without-paragraph"] * has_remark


PRESS = {"author": "A. Reporter", "title": "In the wards", "publisher": "Zenda Daily News", "date": 2025}


@pytest.mark.parametrize(
    ("text", "publisher", "found"),
    [
        ("Two men were beaten to death in 2025", "Zenda Daily News", ["note source-only-media"]),
        ("Two men were beaten to death in 2025", "The Ombudsman", []),
        ("Two men were beaten to death in 2025", "Official Gazette of Zenda", []),
        ("Two men were beaten to death in 2025", "Zenda University Press", []),
        ("Section 14 of the Narcotics Act permits it", "Zenda Daily News", ["note source-press-for-law"]),
        ("Section 14 of the Narcotics Act permits it", "Official Gazette", []),
        ("The ward opened in 2025", "Zenda Daily News", []),
    ],
)
def test_the_press_alone_does_not_carry_a_grave_allegation_or_a_law(
    tmp_path: Path, text: str, publisher: str, found: list[str]
) -> None:
    assert codes(remarks_on(tmp_path, text, source={**PRESS, "publisher": publisher})) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([{"position": "supported"}, {"position": "noted"}], ["warning earlier-twice"]),
        ([{"position": "noted"}, {"position": "noted"}], ["note earlier-twice"]),
        ([{"state": "Norway"}, {"state": "Portugal"}], []),
        ([{"paragraph": "6.20"}, {"paragraph": "6.21"}], []),
    ],
)
def test_one_earlier_recommendation_is_one_row(
    tmp_path: Path, rows: list[dict[str, str]], found: list[str]
) -> None:
    earlier = [{"text": "Open the ward", "document": "A/1", "paragraph": "6", **row} for row in rows]
    assert codes(remarks_on(tmp_path, earlier=earlier)) == found


def test_two_earlier_recommendations_without_a_reference_are_told_apart_by_their_text(tmp_path: Path) -> None:
    same = [{"text": "Open the ward"}, {"text": "open  the ward"}]
    assert codes(remarks_on(tmp_path, earlier=same)) == ["note earlier-twice"]
    assert remarks_on(tmp_path, earlier=[{"text": "Open the ward"}, {"text": "Close the ward"}, {}, {}]) == []


def test_a_fact_that_only_a_note_cites_is_printed(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "One", "source": "S1"}, "F2": {"text": "Two", "source": "S1"}}
    file = submission(tmp_path, summary="They wait.[^F1]", facts=facts, sources={"S1": SOURCE})
    unused = [one for one in draft_file(file).remarks if one.code == "fact-unused"]
    assert [remark.path for remark in unused] == [("facts", "F2", "text")]


def test_a_fact_of_an_earlier_recommendation_is_printed(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "One", "source": "S1"}}
    file = submission(tmp_path, earlier=[{"text": "x", "facts": ["F1"]}], facts=facts, sources={"S1": SOURCE})
    assert [one for one in draft_file(file).remarks if one.code == "fact-unused"] == []


def test_a_fact_that_a_paragraph_cites_and_prints_is_a_note(tmp_path: Path) -> None:
    write_library(tmp_path)
    own = [{"text": "They wait.[^F1]", "facts": ["F1"]}]
    facts = {"F1": {"text": "Forty waited", "source": "S1"}}
    file = submission(tmp_path, themes=section(own=own), facts=facts, sources={"S1": SOURCE})
    [remark] = [one for one in draft_file(file).remarks if one.code == "note-twice"]
    assert (remark.level, remark.path) == ("note", ("themes", 0, "own", 0))


def test_figures_about_people_without_groups_are_a_note_unless_they_are_asked_for(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "In 2025, 41 of 96 people saw no judge", "source": "S1"}}

    def has_note(own: list[dict[str, str]]) -> bool:
        themes = section(own=own, facts=["F1"])
        file = submission(tmp_path, themes=themes, facts=facts, sources={"S1": SOURCE})
        return "fact-not-disaggregated" in {one.code for one in draft_file(file).remarks}

    assert has_note([{"kind": "recommendation", "text": "Close the ward."}])
    assert not has_note([{"kind": "recommendation", "text": "Publish the number of those held, by sex."}])


def test_a_fact_that_only_a_note_cites_is_not_judged_by_a_sentence_that_nobody_reads(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "In 2007, 41 of 96 people saw no judge", "source": "S1", "checked": True}}
    file = submission(tmp_path, summary="They wait.[^F1]", facts=facts, sources={"S1": SOURCE})
    found = {one.code for one in draft_file(file, today=date(2026, 11, 27)).remarks}
    assert not found & {"fact-old", "fact-not-disaggregated"}


def test_a_page_that_is_printed_in_the_right_form_has_no_remark(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "Nobody inspects the wards", "source": "S1", "locator": "para. 25-26"}}
    file = submission(tmp_path, themes=section(facts=["F1"]), facts=facts, sources={"S1": SOURCE})
    assert "citation-form" not in {one.code for one in draft_file(file).remarks}
