"""The checks of the law in clauses: places cited twice, verbs stronger than their text, what a text says."""

from pathlib import Path
from typing import Any

from drafter.library.check_law import check_modal_verbs, check_repeated_places
from drafter.library.coverage import sentence_on, source_coverage
from drafter.library.library import Library
from tests.support.small_library import AUTHORITIES, clause, library, write_library

SAYS = {
    **AUTHORITIES,
    "pact": {
        **AUTHORITIES["pact"],
        "locators": {
            "9": {"cite": "art. 9", "status": "verified", "says": "States shall do it."},
            "10": {"cite": "art. 10", "status": "verified", "says": "States should do it."},
        },
    },
}


def small(folder: Path, **clauses: str) -> Library:
    """Return a library with *clauses* about jails."""
    texts = {f"jails/{name}": text for name, text in clauses.items()}
    return library(write_library(folder, texts, authorities=SAYS))


def standard(text: str, **head: Any) -> str:
    """Return the file of a standard with this *text*."""
    return clause(text, kind="standard", authorities=["pact:9", "pact:10"], **head)


def faults_of(checked: Library) -> list[str]:
    """Return what is wrong with the law in the clauses of *checked*."""
    clauses = checked.all_clauses()[0]
    faults = [*check_repeated_places(clauses, checked)]
    for each in clauses:
        faults += check_modal_verbs(each, checked)
    return [f"{Path(fault.file).stem}: {fault.fault}" for fault in faults]


def test_two_paragraphs_of_a_theme_cite_a_place_only_with_a_flag(tmp_path: Path) -> None:
    text = "It is so.[^pact:9]"
    assert faults_of(small(tmp_path / "a", a=standard(text), b=standard(text))) == [
        "b: it cites pact:9, and so does jails/a"
    ]
    flagged = small(tmp_path / "b", a=standard(text), b=standard(text, repeats=["pact:9"]))
    assert faults_of(flagged) == []
    alone = small(tmp_path / "c", a=standard(text, repeats=["pact:9"]))
    assert faults_of(alone) == ["a: 'repeats' names pact:9, which no other clause of the theme cites"]


def test_a_sentence_is_not_stronger_than_the_place_it_cites(tmp_path: Path) -> None:
    checked = small(
        tmp_path,
        strong=standard("States must do it.[^pact:10]"),
        weak=standard("States should do it.[^pact:9]"),
        other=standard("States must do it.[^pact:9] States should do it.[^pact:10]", themes=["courts"]),
    )
    modal = [fault for fault in faults_of(checked) if "stronger" in fault]
    assert modal == ["strong: “must” is stronger than the text that the sentence cites: States should do it."]


def test_an_item_that_clauses_only_touch_is_not_settled(tmp_path: Path) -> None:
    touching = small(tmp_path / "a", a=clause("Close it.", touches=["book:V1"]))
    row = source_coverage(touching)[0]
    assert (row.said_by, row.touched_by, row.is_settled) == ((), ("jails/a",), False)
    saying = small(tmp_path / "b", a=clause("Close it.", sources=["book:V1"]))
    assert source_coverage(saying)[0].is_settled


def test_coverage_shows_the_sentence_nearest_to_the_item(tmp_path: Path) -> None:
    text = "Open the gate.[^pact:9] Number one goes first. {{ facts }}"
    checked = small(tmp_path, a=standard(text, sources=["book:V1"]))
    row = source_coverage(checked)[0]
    assert row.item.says == "One"
    assert sentence_on(row.item, checked.clause("jails/a"), checked) == "Number one goes first."
