"""The table of treaty parties: its rows, what is missing, and what a clause cites of it."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.library.binding import cited_treaties, not_binding
from drafter.library.check import check_library
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.library.treaty_parties import read_memberships
from tests.support.checkout import CHECKOUT
from tests.support.script import LIBRARY

TABLE = (CHECKOUT / "templates" / "treaty_parties.csv").read_text("utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines()))
BY_STATE = {code: LIBRARY.memberships(state) for code, state in LIBRARY.states.items()}


def test_each_row_has_a_known_state_and_treaty_once() -> None:
    assert {row["treaty"] for row in ROWS} == set(LIBRARY.treaties)
    assert {row["state"] for row in ROWS} == set(LIBRARY.states)
    assert [key for key, times in Counter((r["state"], r["treaty"]) for r in ROWS).items() if times > 1] == []


def test_each_row_has_a_source_and_the_date_of_it() -> None:
    date = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
    assert [row for row in ROWS if not row["source"] or not row["as_of"]] == []
    assert [row for row in ROWS if not date.fullmatch(row["as_of"]) or not date.fullmatch(row["since"])] == []


@pytest.mark.parametrize(
    ("treaty", "parties"),
    [("iccpr", 175), ("icescr", 173), ("cedaw", 188), ("cat", 175), ("opcat", 96), ("crc", 194)],
)  # fmt: skip
def test_the_number_of_real_parties_is_that_of_the_depositary(treaty: str, parties: int) -> None:
    real = [row for row in ROWS if row["state"] not in ("XRU", "XGR") and row["treaty"] == treaty]
    assert sum(row["status"] == "party" for row in real) == parties


def test_who_accepts_a_competence_is_party_to_its_treaty() -> None:
    wrong = [
        (code, name)
        for code, memberships in BY_STATE.items()
        for name, membership in memberships.items()
        if (needed := LIBRARY.treaties[name].needs) and membership.binds
        if needed not in memberships or not memberships[needed].binds
    ]
    assert wrong == []


def test_what_a_treaty_needs_is_in_the_table_too() -> None:
    assert {treaty.needs for treaty in LIBRARY.treaties.values() if treaty.needs} <= set(LIBRARY.treaties)


def test_a_missing_row_means_that_nothing_is_known() -> None:
    assert "arab-charter" not in LIBRARY.memberships(LIBRARY.state("Tunisia"))
    assert LIBRARY.memberships(None) == {}
    assert read_memberships("state,treaty,status,since,as_of,confidence,source\n") == {}


def test_every_treaty_that_an_authority_interprets_is_in_the_table() -> None:
    named = {authority.treaty for authority in LIBRARY.authorities.values() if authority.treaty}
    assert named <= set(LIBRARY.treaties)
    without = [
        name
        for name, authority in LIBRARY.authorities.items()
        if authority.kind == "interpretation" and not authority.treaty
    ]
    assert without == []


def test_a_clause_rests_on_the_treaties_of_its_notes_and_of_general_comments() -> None:
    clause = LIBRARY.clause("right-to-life/never-a-most-serious-crime")
    assert cited_treaties(clause, LIBRARY.authorities) == ("iccpr",)
    graustark, ruritania = LIBRARY.state("Graustark"), LIBRARY.state("Ruritania")
    unbound = not_binding(clause, LIBRARY.memberships(graustark), LIBRARY.authorities)
    assert [membership.treaty for membership in unbound] == ["iccpr"]
    assert not_binding(clause, LIBRARY.memberships(ruritania), LIBRARY.authorities) == ()


@pytest.mark.parametrize("theme", sorted(LIBRARY.themes.themes))
def test_each_theme_has_a_standard_for_a_state_outside_its_treaties(theme: str) -> None:
    memberships = LIBRARY.memberships(LIBRARY.state("Graustark"))
    standards = [
        clause
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.kind == "standard" and theme in clause.head.themes
    ]
    assert any(not not_binding(clause, memberships, LIBRARY.authorities) for clause in standards)


def test_a_theme_whose_standards_all_rest_on_treaties_is_a_fault(tmp_path: Path) -> None:
    theme = tmp_path / "clauses" / "torture"
    theme.mkdir(parents=True)
    text = (CHECKOUT / "clauses" / "torture" / "prohibited-in-every-place.md").read_text("utf-8")
    (theme / "prohibited-for-every-state.md").write_text(text, "utf-8")
    library = Library(overlay("clauses", tmp_path), LIBRARY.template_folders)
    faults = [(fault.place, fault.fault) for fault in check_library(library) if fault.place != "text"]
    assert faults == [
        ("torture", "every standard of the theme rests on a treaty to which some States are not party")
    ]


@pytest.mark.parametrize("name", sorted(LIBRARY.treaties))
def test_a_treaty_is_called_nearly_universal_if_nine_of_ten_states_are_party(name: str) -> None:
    real = [row for row in ROWS if row["state"] not in ("XRU", "XGR") and row["treaty"] == name]
    share = sum(row["status"] == "party" for row in real) / 195
    assert LIBRARY.treaties[name].nearly_universal == (share > 0.9)
