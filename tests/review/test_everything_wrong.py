"""A report in which nearly everything is wrong: a careful colleague would have said all of it."""

from datetime import date
from pathlib import Path

from drafter.drafting.pipeline import draft_file
from tests.support.script import LIBRARY

REPORT = """\
format: 1
document: cedaw/alternative-report
language: en
state: Ruritania
organisations:
  - {name: Example Union, role: lead, status: confirmed, what: A network, contact: {email: a@example.org}}
details: {publication: public}
keywords: [drugs]
summary: These junkies live like rats!!! The wards are a gulag. See NSP and MMT.
method: Desk review.
themes:
  - {theme: harm-reduction, clauses: [harm-reduction/control-of-epidemics], facts: [F1]}
  - {theme: women, clauses: [women/equal-access-to-health-care]}
facts:
  F1: {text: "A survey of 2007 found that 9999 addicted females shared needles", place: Norway, source: S1}
sources:
  S1: {title: A survey, date: 2007}
"""


def test_each_fault_of_the_report_has_its_remark(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(REPORT, "utf-8")
    remarks = draft_file(file, library=LIBRARY, today=date(2026, 11, 27)).remarks
    found = {(remark.code, remark.level) for remark in remarks}
    assert {
        ("gap", "error"),
        ("asks-missing", "warning"),
        ("word-stigmatises", "warning"),
        ("comparison-loaded", "warning"),
        ("shouting", "warning"),
        ("theme-without-fact", "warning"),
        ("source-without-author", "warning"),
        ("word-stigmatises", "note"),
        ("abbreviation-unexplained", "note"),
        ("fact-old", "note"),
        ("fact-elsewhere", "note"),
        ("facts-unchecked", "note"),
    } <= found
    assert sum(remark.code == "abbreviation-unexplained" for remark in remarks) == 2
