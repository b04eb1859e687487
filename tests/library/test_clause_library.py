"""The bundled clauses are consistent and cover their sources; a user's own clauses overlay them safely."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.compose.check import check_templates
from drafter.errors import DrafterError
from drafter.language.english import ENGLISH
from drafter.library.check import check_library
from drafter.library.coverage import source_coverage
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.note_marks import NOTE
from tests.support.script import LIBRARY

CLAUSES, FAULTS = LIBRARY.all_clauses()

RECOMMENDED_OR_VIOLATED = {"ipo-2024": 8, "run-2023": 36, "ppf-2019": 31, "idpc": 18, "inpud-2021": 11}
"""The number of recommendations and violations in each of the five sources."""

EXPLAINED = {"idpc:R6", "idpc:R8", "idpc:R9", "idpc:R13", "idpc:R14", "inpud-2021:R3"}
"""Aims of the networks' own work, which the mechanisms in drafter serve, not a clause."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder, without clauses of the organisation."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-configuration"))
    monkeypatch.chdir(tmp_path)


# ---- the bundled clauses ----


def test_every_bundled_clause_can_be_read() -> None:
    assert FAULTS == []
    assert len(CLAUSES) > 400


def test_the_check_finds_no_fault_in_the_bundled_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clauses", "check"]) == DONE
    assert capsys.readouterr().out == f"{len(CLAUSES)} clauses, 0 faults\n"
    assert [str(fault) for fault in (*check_library(LIBRARY), *check_templates(CLAUSES, ENGLISH))] == []


def test_the_bundled_library_covers_or_explains_every_item(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clauses", "coverage"]) == DONE
    printed = capsys.readouterr().out
    items = sum(len(source.items) for source in LIBRARY.sources.values())
    assert "NO CLAUSE SAYS IT" not in printed
    assert printed.endswith(f"\n{items} items, 0 neither said by a clause nor explained\n")


@pytest.mark.parametrize("theme", LIBRARY.themes.themes)
def test_a_theme_has_every_kind_and_questions_of_its_own(theme: str) -> None:
    own = [one for one in CLAUSES if one.head.themes[0] == theme]
    assert {one.head.kind for one in own} == set(CLAUSE_KINDS)
    assert len(own) >= 8
    names = [ask.name for ask in LIBRARY.themes.themes[theme].questions]
    assert len(set(names)) == len(names) >= 2


@pytest.mark.parametrize("theme", LIBRARY.themes.themes)
def test_a_question_of_a_theme_is_asked_by_some_clause_and_has_help_and_an_example(theme: str) -> None:
    used = {ask.name for one in CLAUSES if theme in one.head.themes for ask in one.questions}
    asks = LIBRARY.themes.themes[theme].questions
    assert [ask.name for ask in asks if ask.name not in used] == []
    assert [ask.name for ask in asks if not ask.help.endswith(".") or not ask.ask.endswith("?")] == []
    assert [ask.example for ask in asks if not ask.example or ask.example.endswith(".")] == []


def test_every_position_and_every_addressee_has_its_clauses() -> None:
    positions = Counter(one.head.position for one in CLAUSES)
    addressees = Counter(one.head.addressee for one in CLAUSES if one.head.kind == "recommendation")
    assert set(positions) == set(LIBRARY.themes.positions)
    assert min(positions.values()) >= 3
    assert set(addressees) == set(LIBRARY.themes.addressees)


def test_every_group_of_people_is_named_by_a_clause() -> None:
    named = {group for one in CLAUSES for group in one.head.groups}
    assert set(LIBRARY.themes.groups) - named == set()


def test_no_two_clauses_say_the_same_or_have_the_same_title() -> None:
    for words in ([one.head.title for one in CLAUSES], [" ".join(one.text.split()) for one in CLAUSES]):
        assert [text for text, times in Counter(words).items() if times > 1] == []


def test_every_authority_that_a_clause_lists_for_citing_can_be_cited() -> None:
    unknown = [
        (one.id, pair)
        for one in CLAUSES
        for pair in (*one.head.authorities, *NOTE.findall(one.text))
        if pair.partition(":")[0] not in LIBRARY.authorities
        or (
            ":" in pair and pair.partition(":")[2] not in LIBRARY.authorities[pair.partition(":")[0]].locators
        )
    ]
    assert unknown == []


# ---- what the clauses were drawn from ----


def test_the_sources_are_five_with_all_their_recommendations_and_violations() -> None:
    counted = {
        name: sum(item.kind in ("recommendation", "violation") for item in source.items.values())
        for name, source in LIBRARY.sources.items()
    }
    assert counted == RECOMMENDED_OR_VIOLATED


@pytest.mark.parametrize("source", RECOMMENDED_OR_VIOLATED)
def test_each_recommendation_and_violation_is_covered_or_explained(source: str) -> None:
    rows = [row for row in source_coverage(LIBRARY) if row.source == source and row.item_id[0] in "RV"]
    without = {f"{row.source}:{row.item_id}" for row in rows if not row.clauses}
    reasons = [row.item.not_carried for row in rows if not row.clauses]
    assert len(rows) == RECOMMENDED_OR_VIOLATED[source]
    assert without == {item for item in EXPLAINED if item.startswith(f"{source}:")}
    assert [reason for reason in reasons if len(reason.split()) < 5] == []


def test_each_letter_of_an_item_says_its_kind() -> None:
    kinds = {"R": "recommendation", "F": "finding", "V": "violation", "P": "process"}
    wrong = [
        (name, key)
        for name, source in LIBRARY.sources.items()
        for key, item in source.items.items()
        if kinds.get(key[0]) != item.kind
    ]
    assert wrong == []


def test_no_item_is_both_covered_and_explained() -> None:
    assert [row.item_id for row in source_coverage(LIBRARY) if row.clauses and row.item.not_carried] == []


# ---- a user's own clauses, in the folder in which drafter runs ----

OWN = """---
title: Open one more door
kind: recommendation
themes: [recovery]
legal_basis: [icescr:12]
sources: [run-2023:R1]
questions: [body]
---
Instruct {{ body }} to open one recovery service in each district within a year.
"""
HOMES = "recovery/homes-and-jobs"


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Library]:
    """Return a function that writes own clauses and returns the library overlaid with them."""

    def write(**files: str) -> Library:
        for name, text in files.items():
            file = tmp_path / "clauses" / "recovery" / f"{name.replace('_', '-')}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return Library(overlay("clauses", tmp_path), overlay("templates", tmp_path))

    return write


def test_a_new_clause_is_added_to_the_bundled_ones(
    own: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    library = own(one_more=OWN)
    clause = library.clause("recovery/one-more")
    assert clause.head.title == "Open one more door"
    assert [ask.name for ask in clause.questions] == ["body"]
    assert len(library.all_clauses()[0]) == len(CLAUSES) + 1
    assert main(["clauses", "check"]) == DONE
    assert capsys.readouterr().out == f"{len(CLAUSES) + 1} clauses, 0 faults\n"


def test_a_clause_with_a_bundled_id_replaces_the_bundled_one(own: Callable[..., Library]) -> None:
    library = own(homes_and_jobs=OWN)
    assert library.clause(HOMES).head.title == "Open one more door"
    assert library.clause(HOMES).text.startswith("Instruct {{ body }}")
    assert library.clause(HOMES).head.authorities == ()
    assert len(library.all_clauses()[0]) == len(CLAUSES)
    assert LIBRARY.clause(HOMES).head.authorities != ()


def test_an_extending_clause_can_change_only_the_title(own: Callable[..., Library]) -> None:
    library = own(homes_and_jobs=f"---\nextends: {HOMES}\ntitle: Homes first\n---\n")
    changed, bundled = library.clause(HOMES), LIBRARY.clause(HOMES)
    assert changed.head.title == "Homes first"
    assert changed.text == bundled.text
    assert changed.head == bundled.head.model_copy(update={"title": "Homes first"})


def test_an_extending_clause_can_change_only_the_text(own: Callable[..., Library]) -> None:
    library = own(
        homes_and_jobs=f"---\nextends: {HOMES}\n---\nOpen a home to each person who leaves treatment.\n"
    )
    changed, bundled = library.clause(HOMES), LIBRARY.clause(HOMES)
    assert changed.text == "Open a home to each person who leaves treatment."
    assert changed.head == bundled.head


def test_a_clause_can_extend_another_under_a_new_id(own: Callable[..., Library]) -> None:
    library = own(ours=f"---\nextends: {HOMES}\nposition: recovery-oriented\n---\n")
    assert library.clause("recovery/ours").head.position == "recovery-oriented"
    assert library.clause("recovery/ours").text == library.clause(HOMES).text
    assert library.clause(HOMES).head.position == LIBRARY.clause(HOMES).head.position == "neutral"
    assert len(library.all_clauses()[0]) == len(CLAUSES) + 1


def test_extending_an_unknown_clause_is_a_fault(own: Callable[..., Library]) -> None:
    library = own(ours="---\nextends: recovery/no-such-clause\n---\n")
    with pytest.raises(DrafterError) as told:
        library.clause("recovery/ours")
    [fault] = told.value.faults
    assert "there is no clause 'recovery/no-such-clause' to extend" in fault.fault
    assert fault.file.endswith("clauses/recovery/ours.md")
    assert fault.place == "extends"


BROKEN = {
    "a kind that is none": (
        OWN.replace("kind: recommendation", "kind: recomendation"),
        "line 3, kind",
        "'recomendation' is not one of the choices",
    ),
    "a key that is none": (OWN.replace("kind:", "colour: red\nkind:"), "line 3, colour", "no such key here"),
    "no title": (OWN.replace("title: Open one more door\n", ""), "title", "this is missing"),
    "no front matter": ("Open a door.\n", "line 1", "the front matter is missing"),
    "no text": (OWN.split("Instruct")[0], "", "the clause has no text"),
    "a question that no theme asks": (
        OWN.replace("[body]", "[colour]"),
        "questions",
        "the clause's themes have no question 'colour'",
    ),
    "YAML that is none": (OWN.replace("[recovery]", "[recovery"), "line", ""),
    "a key given twice": (OWN.replace("kind:", "title: Again\nkind:"), "line 3", "title"),
}


def faults_by_file(
    own: Callable[..., Library], files: dict[str, tuple[str, str, str]], printed: Callable[[], str]
) -> dict[str, list[dict[str, str]]]:
    """Return the faults that the check reports for each of *files*, which exist together."""
    own(**{fault.replace(" ", "_").replace("'", ""): text for fault, (text, _, _) in files.items()})
    assert main(["clauses", "check", "--json"]) == FAULT
    told: dict[str, list[dict[str, str]]] = {}
    for one in json.loads(printed()):
        told.setdefault(Path(one["file"]).stem.replace("-", " "), []).append(one)
    return told


def test_each_broken_clause_is_reported_with_file_location_and_fault(
    own: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    told = faults_by_file(own, BROKEN, lambda: capsys.readouterr().out)
    assert set(told) == set(BROKEN)
    for fault, (_, place, words) in BROKEN.items():
        assert any(place in one["place"] and words in one["fault"] for one in told[fault]), told[fault]


def test_broken_clauses_do_not_affect_the_others(
    own: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    faults_by_file(own, BROKEN, lambda: capsys.readouterr().out)
    library = own(one_more=OWN)
    assert len(library.all_clauses()[0]) == len(CLAUSES) + 1
    assert main(["clauses", "show", "recovery/one-more"]) == DONE
    assert "Open one more door" in capsys.readouterr().out
    assert main(["clauses", "list", "--theme", "recovery"]) == FAULT
    printed = capsys.readouterr()
    assert "recovery/one-more" in printed.out
    assert "no-title.md" in printed.err


CARELESS = {
    "begins with no verb": (OWN.replace("Instruct", "The State should instruct"), "text", "not a verb"),
    "asks for nothing": (
        OWN.replace("Instruct", "Consider asking"),
        "text",
        "'consider' alone asks for nothing",
    ),
    "is too long": (OWN.replace("one recovery", "one " + "very " * 50 + "good recovery"), "text", "it has 6"),
    "stigmatises": (OWN.replace("district", "district for addicts"), "text", "'addicts' stigmatises"),
    "rests on nothing": (OWN.replace("[icescr:12]", "[]"), "legal_basis", "it has no legal basis"),
    "cites what is not there": (
        OWN.replace("icescr:12", "icescr:99"),
        "legal_basis",
        "'icescr' has no locator '99'",
    ),
    "names no item": (OWN.replace("run-2023:R1", "run-2023:R99"), "sources", "is not an item of a source"),
    "notes what it does not list": (
        OWN.replace("year.", "year.[^iccpr:9]"),
        "text",
        "is not among the authorities",
    ),
    "is of no theme": (
        OWN.replace("[recovery]", "[recovery, gardening]"),
        "themes",
        "'gardening' is unknown",
    ),
    "is in another theme's folder": (
        OWN.replace("[recovery]", "[stigma]").replace("[body]", "[law]").replace("{{ body }}", "{{ law }}"),
        "themes",
        "is not the folder's name",
    ),
    "is of no position": (OWN.replace("kind:", "position: maybe\nkind:"), "position", "'maybe' is unknown"),
    "is for nobody": (OWN.replace("kind:", "addressee: gods\nkind:"), "addressee", "'gods' is unknown"),
    "is for no mechanism": (
        OWN.replace("kind:", "mechanisms: [moon]\nkind:"),
        "mechanisms",
        "'moon' is unknown",
    ),
    "uses a name that it does not ask for": (
        OWN.replace("{{ body }}", "{{ body }} and {{ law }}"),
        "text",
        "'law'",
    ),
    "asks for what it does not use": (OWN.replace("{{ body }}", "the ministry"), "questions", "'body'"),
    "has a brace too few": (OWN.replace("{{ body }}", "{{ body }"), "line", "template error"),
}


def test_a_readable_clause_with_a_fault_is_reported(
    own: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [fault for fault, (text, _, _) in CARELESS.items() if text == OWN] == []
    told = faults_by_file(own, CARELESS, lambda: capsys.readouterr().out)
    assert set(told) == {fault.replace("'", "") for fault in CARELESS}
    for fault, (_, place, words) in CARELESS.items():
        here = told[fault.replace("'", "")]
        assert any(place in one["place"] and words in one["fault"] for one in here), here


def test_the_check_prints_each_fault_with_its_remedy(
    own: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    own(broken=BROKEN["a kind that is none"][0])
    assert main(["clauses", "check"]) == FAULT
    printed = capsys.readouterr().out
    assert re.search(
        r"clauses/recovery/broken\.md, line 3, kind: 'recomendation' is not one of the choices\n", printed
    )
    assert "    Use one of: 'standard', 'concern', 'conclusion', 'question' or 'recommendation'.\n" in printed
    assert printed.endswith(f"{len(CLAUSES) + 1} clauses, 1 fault\n")


def test_a_clause_from_the_new_command_extends_and_passes_the_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["clauses", "new", "recovery/our-homes", "--extends", HOMES]) == DONE
    assert main(["clauses", "check"]) == DONE
    assert capsys.readouterr().out.endswith(f"{len(CLAUSES) + 1} clauses, 0 faults\n")
