"""The authorities that clauses may cite: how they are named, adopted and warned about."""

import re

import pytest

from drafter.language.english import ENGLISH
from drafter.model.citations import full_title
from drafter.model.vocabulary import Authority
from tests.support.script import LIBRARY

AUTHORITIES = LIBRARY.authorities


def test_no_adopted_text_has_the_symbol_of_its_draft() -> None:
    drafts = [key for key, each in AUTHORITIES.items() if re.search(r"draft|/L\.\d", each.symbol)]
    assert drafts == []


def test_no_two_authorities_have_the_same_symbol() -> None:
    symbols = [each.symbol for each in AUTHORITIES.values() if each.symbol]
    assert sorted(set(symbols)) == sorted(symbols)


def test_each_council_resolution_says_how_it_was_adopted() -> None:
    form = re.compile(r"without a vote|by \d+ votes to (\d+|none)(, with \d+ abstentions?)?")
    council = {key: each for key, each in AUTHORITIES.items() if each.symbol.startswith("A/HRC/RES/")}
    assert council
    assert [key for key, each in council.items() if not form.fullmatch(each.adoption)] == []


def test_each_decision_is_of_an_international_body_on_a_treaty_of_the_table() -> None:
    bodies = {
        "African Court on Human and Peoples’ Rights",
        "Committee against Torture",
        "Committee on the Elimination of Discrimination against Women",
        "Committee on the Elimination of Racial Discrimination",
        "Committee on the Rights of Persons with Disabilities",
        "European Court of Human Rights",
        "Human Rights Committee",
        "Inter-American Court of Human Rights",
        "International Court of Justice",
    }
    decisions = [each for each in AUTHORITIES.values() if each.kind == "decision"]
    assert {each.body for each in decisions} == bodies
    between_states = [each.short for each in decisions if each.treaty not in LIBRARY.treaties]
    assert between_states == ["Avena"]


def test_every_verified_text_of_a_case_says_where_it_was_read() -> None:
    decisions = {key: each for key, each in AUTHORITIES.items() if each.kind == "decision"}
    assert [key for key, each in decisions.items() if not each.read_at] == []


def test_only_a_resolution_says_how_it_was_adopted() -> None:
    other = [key for key, each in AUTHORITIES.items() if each.adoption and each.kind != "resolution"]
    assert other == []


def test_what_was_cited_by_another_document_names_that_document() -> None:
    report = AUTHORITIES["a-hrc-47-53"]
    assert report.locators["42"].status == "verified"
    assert "A/HRC/56/52" in report.read_at


@pytest.mark.parametrize(
    ("key", "warning"),
    [
        ("hrc-52-24", "hostile amendments"),
        ("a-hrc-56-52", "coercive treatment"),
        ("cnd-recovery-2024", "never the draft"),
        ("prince-v-south-africa", "Adverse"),
        ("abdyusheva-v-russia", "Adverse"),
        ("shpagina-v-russia", "9.9 and 9.10"),
        ("ecosoc-1984-50", "extremely grave"),
        ("a-res-79-179", "sovereign right"),
        ("icj-8-march", "International Court of Justice"),
        ("joint-experts-2024", "not of the United Nations"),
    ],
)
def test_a_text_that_can_be_turned_round_has_a_caution(key: str, warning: str) -> None:
    assert warning in AUTHORITIES[key].caution


def test_a_title_with_the_year_has_it_once_in_a_note() -> None:
    comment = Authority(
        title="general comment No. 36 (2018) on the right to life",
        short="General comment No. 36",
        kind="interpretation",
        body="Human Rights Committee",
        symbol="CCPR/C/GC/36",
        year="2018",
    )
    note = "Human Rights Committee, general comment No. 36 (2018) on the right to life (CCPR/C/GC/36)"
    assert full_title(comment, ENGLISH) == note


def test_a_title_without_the_year_has_it_in_brackets() -> None:
    report = Authority(
        title="Solitary confinement", short="Report", kind="report", symbol="A/66/268", year="2011"
    )
    assert full_title(report, ENGLISH) == "Solitary confinement (A/66/268, 2011)"
