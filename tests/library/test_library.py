"""The library: overlaid folders, offered clauses, and faults with file and line."""

from pathlib import Path
from typing import Any

import pytest

from drafter.bundled import bundled_folder
from drafter.compose.check import check_templates
from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.library.check import MAX_WORDS, check_library
from drafter.library.coverage import source_coverage
from drafter.library.eligibility import offered_clauses, refused_positions, search_clauses
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.vocabulary import Position
from tests.support.small_library import AUTHORITIES, RULES, SOURCES, THEMES, clause, library, write_library

FACTS_MISPLACED = "{{ facts }} is not between two sentences or at the end"


def written(folder: Path, clauses: dict[str, str] | None = None, /, **files: str | dict[str, Any]) -> Library:
    """Return the library that :func:`write_library` writes."""
    return library(write_library(folder, clauses, **files))


def fault_lines(faults: list[Fault]) -> list[str]:
    """Return each fault as one line, without its folder and remedy."""
    return [f"{Path(fault.file).name}, {fault.place}: {fault.fault}" for fault in faults]


# ---- folders over folders ----


def test_a_higher_folder_adds_a_clause_and_replaces_one_of_the_same_id(tmp_path: Path) -> None:
    low = write_library(tmp_path / "low", {"jails/a": clause("Low a."), "jails/b": clause("Low b.")})
    high = tmp_path / "high"
    (high / "clauses/jails").mkdir(parents=True)
    (high / "clauses/jails/b.md").write_text(clause("High b."))
    (high / "clauses/jails/c.md").write_text(clause("High c."))
    both = library(low, high)
    assert list(both.clause_ids()) == ["jails/a", "jails/b", "jails/c"]
    assert [one.text for one in both.all_clauses()[0]] == ["Low a.", "High b.", "High c."]
    assert both.clause("jails/b").file == str(high / "clauses/jails/b.md")


def test_vocabularies_of_a_higher_folder_overlay_the_lower_ones(tmp_path: Path) -> None:
    conflicts = [
        {"id": one, "sides": [["jails/a"], ["jails/b"]], "severity": "block", "why": "low", "resolve": "r"}
        for one in ("kept", "changed")
    ]
    low = write_library(tmp_path / "low", themes={**THEMES, "conflicts": conflicts})
    themes = {
        "themes": {"roads": {"title": "Roads"}, "courts": {"title": "High courts"}},
        "conflicts": [{**conflicts[1], "severity": "note", "why": "high"}],
    }
    authority = {"pact": {**AUTHORITIES["pact"], "short": "our Pact"}}
    both = library(low, write_library(tmp_path / "high", themes=themes, authorities=authority))
    assert list(both.themes.themes) == ["jails", "courts", "roads"]
    assert both.themes.themes["courts"].title == "High courts"
    assert list(both.themes.positions) == ["neutral", "for", "against"]
    assert [(one.id, one.why, one.severity) for one in both.themes.conflicts] == [
        ("kept", "low", "block"),
        ("changed", "high", "note"),
    ]
    assert both.authorities["pact"].short == "our Pact"
    assert both.authorities["report"].short == "Report"


def test_a_users_template_replaces_the_bundled_one_at_the_same_path(tmp_path: Path) -> None:
    (tmp_path / "templates/upr").mkdir(parents=True)
    (tmp_path / "templates/upr/own.md.jinja").write_text("x")
    (tmp_path / "templates/states.csv").write_text("x")
    found = Library(overlay("clauses", tmp_path), overlay("templates", tmp_path))
    assert str(found.template("states.csv")) == str(tmp_path / "templates/states.csv")
    assert str(found.template("upr/own.md.jinja")) == str(tmp_path / "templates/upr/own.md.jinja")
    assert found.template("upr/rules.yaml") is not None
    assert found.template("../pyproject.toml") is None
    assert found.template("upr/../../pyproject.toml") is None


def test_the_bundled_folder_does_not_overlay_itself() -> None:
    base = bundled_folder("clauses")
    assert isinstance(base, Path)
    assert overlay("clauses", base.resolve().parent) == overlay("clauses")


def test_hidden_folders_and_other_files_are_not_clauses(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"jails/a": clause(), ".git/b": clause(), "_old/c": clause()})
    (folder / "clauses/README.md").write_text("read me")
    (folder / "clauses/jails/notes.txt").write_text("notes")
    assert list(library(folder).clause_ids()) == ["jails/a"]


# ---- what is wrong is reported, and the rest works ----


def test_a_broken_clause_is_reported_with_file_and_line_and_the_others_are_read(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        {
            "jails/a": clause(),
            "jails/b": clause(kind="wish", tittle="x"),
            "jails/c": "no front matter",
            "jails/d": "---\ntitle: x\ntitle: y\n---\ntext",
            "jails/e": clause(questions=["nobody", "body"]),
            "jails/f": clause("  \n"),
            "jails/g": "---\n- a\n---\ntext",
        },
    )
    clauses, faults = found.all_clauses()
    assert [one.id for one in clauses] == ["jails/a"]
    assert fault_lines(faults) == [
        "b.md, line 3, kind: 'wish' is not one of the choices",
        "b.md, line 6, tittle: no such key here",
        "c.md, line 1: the front matter is missing",
        "d.md, line 3: this is not valid YAML: the key 'title' appears twice",
        "e.md, questions: the clause's themes have no question 'nobody' (they have: body, number)",
        "f.md, : the clause has no text",
        "g.md, line 2: keys with values are expected, not ['a']",
    ]
    assert all(fault.remedy for fault in faults)


def test_a_clause_in_another_encoding_is_reported(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"jails/a": clause()})
    (folder / "clauses/jails/b.md").write_bytes(clause("Prière.").encode("latin-1"))
    assert fault_lines(library(folder).all_clauses()[1]) == ["b.md, : this is not UTF-8 text (byte 94)"]


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    (folder / "clauses/jails").mkdir()
    (folder / "clauses/jails/a.md").write_bytes(
        b"\xef\xbb\xbf" + clause("One.\n\nTwo.").replace("\n", "\r\n").encode()
    )
    assert library(folder).clause("jails/a").text == "One.\n\nTwo."


def test_a_clause_knows_the_line_on_which_its_text_begins(tmp_path: Path) -> None:
    file_text = clause("\n\nFirst line.")
    found = written(tmp_path, {"jails/a": file_text}).clause("jails/a")
    assert file_text.splitlines()[found.text_line - 1] == "First line."


def test_an_unknown_clause_suggests_the_nearest(tmp_path: Path) -> None:
    found = written(tmp_path, {"jails/close-them": clause(), "jails/count-them": clause()})
    with pytest.raises(DrafterError) as caught:
        found.clause("jails/close-then")
    [fault] = caught.value.faults
    assert fault.fault == "there is no clause 'jails/close-then'"
    assert fault.remedy.startswith("Did you mean jails/close-them")


@pytest.mark.parametrize(
    "clause_id", ["", "x", "../themes", "jails/../jails/a", "/etc/passwd", "jails//a", "a/b/c"]
)
def test_an_id_cannot_point_outside_the_library(tmp_path: Path, clause_id: str) -> None:
    found = written(tmp_path, {"jails/a": clause()})
    with pytest.raises(DrafterError, match="there is no clause"):
        found.clause(clause_id)


@pytest.mark.parametrize(
    ("name", "content", "place", "words"),
    [
        ("themes", "themes:\n  jails:\n    about: x\n", "line 2, themes › jails › title", "missing"),
        ("themes", "- a\n", "line 1", "keys with values are expected"),
        ("themes", "theme: {}\n", "line 1, theme", "no such key"),
        ("authorities", "pact:\n  title: x\n  short: x\n  kind: law\n", "line 4, pact › kind", "not one of"),
        ("authorities", "- a\n", "", "must contain keys with values"),
        ("sources", "book: {}\n", "line 1, book › title", "missing"),
    ],
)
def test_a_fault_in_a_vocabulary_names_its_file_and_line(
    tmp_path: Path, name: str, content: str, place: str, words: str
) -> None:
    found = written(tmp_path, **{name: content})
    with pytest.raises(DrafterError) as caught:
        getattr(found, name)
    first = caught.value.faults[0]
    assert (first.file, first.place) == (str(tmp_path / f"clauses/{name}.yaml"), place)
    assert words in first.fault


def test_a_fault_in_the_rules_names_file_and_line(tmp_path: Path) -> None:
    found = written(tmp_path, rules="title: x\nabout: y\ndocuments:\n  brief:\n    stage: never\n")
    with pytest.raises(DrafterError) as caught:
        found.mechanism("court")
    faults = {fault.place: fault.fault for fault in caught.value.faults}
    assert faults["line 5, documents › brief › stage"] == "'never' is not one of the choices"
    assert faults["line 4, documents › brief › shape"] == "this is missing"
    assert {fault.file for fault in caught.value.faults} == {str(tmp_path / "templates/court/rules.yaml")}


def test_an_unknown_document_suggests_the_nearest(tmp_path: Path) -> None:
    found = written(tmp_path)
    with pytest.raises(DrafterError, match="Did you mean court/brief") as caught:
        found.document("court/breif")
    assert caught.value.faults[0].fault == "there is no document 'court/breif'"
    with pytest.raises(DrafterError, match="there is no mechanism 'fair'"):
        found.mechanism("fair")


# ---- what is offered, and what is found ----


def offers(found: Library, theme: str, document: str, *, refused: str = "") -> list[str]:
    """Return the ids offered for *theme* in *document* of the court."""
    clauses = found.all_clauses()[0]
    given = offered_clauses(clauses, theme, found.document(f"court/{document}"), frozenset(refused.split()))
    return [one.id for one in given]


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    """A library with a clause of each kind, for each mechanism tag, of each position."""
    clauses = {
        "jails/ask": clause(kind="question"),
        "jails/close": clause(),
        "jails/law": clause(kind="standard", position="for"),
        "jails/worry": clause(kind="concern", position="against"),
        "courts/also-jails": clause(themes=["courts", "jails"]),
        "jails/elsewhere": clause(mechanisms=["parliament"]),
        "jails/family": clause(mechanisms=["courts-of-law"]),
        "jails/here": clause(mechanisms=["court", "parliament"]),
    }
    return written(tmp_path, clauses)


def test_a_document_with_recommendations_is_offered_fitting_clauses_and_no_questions(
    shelf: Library,
) -> None:
    assert offers(shelf, "jails", "brief") == [
        "jails/law",
        "jails/worry",
        "jails/close",
        "jails/family",
        "jails/here",
        "courts/also-jails",
    ]


def test_a_list_of_issues_is_offered_questions_and_no_recommendations(shelf: Library) -> None:
    assert offers(shelf, "jails", "list") == ["jails/law", "jails/worry", "jails/ask"]


def test_a_clause_is_offered_under_its_own_themes_only(shelf: Library) -> None:
    assert offers(shelf, "courts", "brief") == ["courts/also-jails"]
    assert offers(shelf, "roads", "brief") == []


def test_a_clause_of_a_refused_position_is_not_offered(shelf: Library) -> None:
    assert "jails/worry" not in offers(shelf, "jails", "brief", refused="against")
    assert "jails/law" in offers(shelf, "jails", "brief", refused="against")


def test_a_supported_position_refuses_the_contrary_position() -> None:
    positions = {
        "for": Position(title="x", refuses=("against",)),
        "against": Position(title="x"),
        "third": Position(title="x"),
    }
    assert refused_positions(positions, ["for"], []) == {"against"}
    assert refused_positions(positions, ["against"], ["third"]) == {"third"}
    assert refused_positions(positions, ["not there"], []) == frozenset()


def test_a_search_requires_every_word_and_puts_titles_first(tmp_path: Path) -> None:
    clauses = {
        "jails/a": clause("Count the cells of every JAÏL.", title="Count"),
        "jails/b": clause("Close it.", title="Jaïl cells"),
        "jails/c": clause("Close it.", title="Doors", groups=["women"]),
    }
    found = written(tmp_path, clauses).all_clauses()[0]
    assert [one.id for one in search_clauses(found, "jail CELLS", ENGLISH)] == ["jails/b", "jails/a"]
    assert [one.id for one in search_clauses(found, "women doors", ENGLISH)] == ["jails/c"]
    assert [one.id for one in search_clauses(found, "pact:9 recommendation count", ENGLISH)] == ["jails/a"]
    assert search_clauses(found, "cells women", ENGLISH) == []


# ---- the check ----


def sound() -> dict[str, str]:
    """Return clauses without faults: each kind for each theme, every item covered."""
    kinds: dict[str, dict[str, Any]] = {
        "standard": {"text": "It is so.[^pact:9]", "authorities": ["pact:9"]},
        "concern": {"text": "It is not so."},
        "conclusion": {"text": "It is incompatible with article 9 of the pact."},
        "question": {"text": "Is it so?"},
        "recommendation": {"text": "Make it so.", "sources": ["book:V1"]},
    }
    return {
        f"{theme}/{kind}": clause(kind=kind, themes=[theme], **head)
        for theme in THEMES["themes"]
        for kind, head in kinds.items()
    }


def sources(**items: dict[str, str]) -> dict[str, Any]:
    """Return the source ``book`` with *items* added to the covered one."""
    return {"book": {**SOURCES["book"], "items": {"V1": SOURCES["book"]["items"]["V1"], **items}}}


PROCESS = {"P1": {"kind": "process", "says": "Two", "carried_by": "court"}}


def faults_after(folder: Path, *changes: str, **files: str | dict[str, Any]) -> list[str]:
    """Return the faults of a sound library in which *changes* replace one clause of jails."""
    clauses = sound() | ({"jails/recommendation": changes[0]} if changes else {})
    found = written(folder, clauses, **({"sources": sources(**PROCESS)} | files))
    return fault_lines(check_library(found)) + fault_lines(
        list(check_templates(found.all_clauses()[0], ENGLISH))
    )


def test_a_sound_library_has_no_fault(tmp_path: Path) -> None:
    assert faults_after(tmp_path) == []


def test_each_kind_of_fault_in_a_clause_is_the_only_one_found(tmp_path: Path) -> None:
    long = "Close " + "it " * MAX_WORDS
    cases = {
        clause(themes=["jails", "roads"]): "themes: 'roads' is unknown",
        clause(themes=["courts", "jails"]): "themes: the first theme is not the folder's name",
        clause(groups=["men"]): "groups: 'men' is unknown",
        clause(position="above"): "position: 'above' is unknown",
        clause(addressee="nobody"): "addressee: 'nobody' is unknown",
        clause(mechanisms=["fair"]): "mechanisms: 'fair' is unknown",
        clause(authorities=["rumour"]): "authorities: the authority 'rumour' is unknown",
        clause(authorities=["pact:99"]): "authorities: 'pact' has no locator '99'",
        clause(legal_basis=["pact:99"]): "legal_basis: 'pact' has no locator '99'",
        clause(legal_basis=[]): "legal_basis: it has no legal basis",
        clause(sources=["book:V1", "book:V9"]): "sources: 'book:V9' is not an item of a source",
        clause("Close it.[^pact:9]"): "text: the note [^pact:9] is not among the authorities",
        clause("The State should close it."): "text: it begins with 'the', which is not a verb",
        clause("close it."): "text: it begins with 'close', which is not a verb",
        clause("Consider closing it."): "text: 'consider' alone asks for nothing",
        clause(long): f"text: it has {MAX_WORDS + 1} words",
        clause("Close {{ facts }} it."): f"text: {FACTS_MISPLACED}",
        clause("Close it to addicts."): "text: 'addicts' stigmatises",
        clause(title="The scourge"): "text: 'scourge' stigmatises",
        clause("Close {{ body }}."): "text: the text uses 'body', but no question of the clause asks for it",
        clause(
            questions=["body"]
        ): "questions: the clause asks the question 'body', but the text does not use the answer",
        clause("Close it, as {paragraph jails} says."): (
            "text: the reference {paragraph jails} is not in round brackets"
        ),
        clause("Close it (see {paragraph roads})."): (
            "text: the reference {paragraph roads} names 'roads', which is not a theme"
        ),
        clause(
            "Close\n\n{% if %}it."
        ): "line 9: a template error: Expected an expression, got 'end of statement block'",
    }
    for number, (text, fault) in enumerate(cases.items()):
        assert faults_after(tmp_path / str(number), text) == [f"recommendation.md, {fault}"]


def test_a_standard_without_a_note_is_a_fault(tmp_path: Path) -> None:
    clauses = sound() | {"jails/standard": clause("It is so.", kind="standard")}
    found = written(tmp_path, clauses, sources=sources(**PROCESS))
    assert fault_lines(check_library(found)) == [
        "standard.md, text: a standard needs a note, so that readers can check it"
    ]


def test_a_required_or_refused_name_that_no_check_knows_is_a_fault(tmp_path: Path) -> None:
    brief = {
        **RULES["documents"]["brief"],
        "required": {"value": ["summary", "a poem"]},
        "forbidden": {"value": ["logos", "jokes"]},
    }
    rules = {**RULES, "documents": {**RULES["documents"], "brief": brief}}
    found = written(tmp_path, sound(), sources=sources(**PROCESS), rules=rules)
    assert fault_lines(check_library(found)) == [
        "rules.yaml, documents › brief › required: no check knows 'a poem'",
        "rules.yaml, documents › brief › forbidden: no check knows 'jokes'",
    ]


def test_a_recommendation_of_the_maximum_length_passes(tmp_path: Path) -> None:
    text = "Close {{ body }}[^pact:9] " + "it " * (MAX_WORDS - 2)
    head = {"sources": ["book:V1"], "authorities": ["pact:9"], "questions": ["body"]}
    assert faults_after(tmp_path, clause(text, **head)) == []


def test_a_theme_without_one_of_the_four_kinds_is_a_fault(tmp_path: Path) -> None:
    clauses = {
        name: text for name, text in sound().items() if name not in ("courts/question", "courts/concern")
    }
    found = written(tmp_path, clauses, sources=sources(**PROCESS))
    assert fault_lines(check_library(found)) == [
        "themes.yaml, courts: the theme has no concern and no question"
    ]


def test_a_theme_that_finds_no_recommendations_of_others_is_a_fault(tmp_path: Path) -> None:
    courts = {**THEMES["themes"]["courts"], "uhri": "", "words": []}
    assert faults_after(tmp_path, themes={**THEMES, "themes": {**THEMES["themes"], "courts": courts}}) == [
        "themes.yaml, courts: the theme has no 'uhri', by which recommendations on it are found",
        "themes.yaml, courts: the theme has no 'words', by which recommendations on it are found",
    ]


def test_an_unknown_name_in_a_conflict_is_a_fault(tmp_path: Path) -> None:
    sides = [["jails/concern", "position:for", "book:V1"], ["jails/gone", "position:gone", "book:V9"]]
    conflict = {"id": "c", "sides": sides, "severity": "warn", "why": "w", "resolve": "r"}
    assert faults_after(tmp_path, themes={**THEMES, "conflicts": [conflict]}) == [
        "themes.yaml, conflicts › c: 'jails/gone' is unknown",
        "themes.yaml, conflicts › c: 'position:gone' is unknown",
        "themes.yaml, conflicts › c: 'book:V9' is unknown",
    ]


def test_an_uncovered_item_is_a_fault_unless_it_is_explained(tmp_path: Path) -> None:
    bare = {"kind": "finding", "says": "Three"}
    open_item = sources(**PROCESS, F1=bare)
    assert faults_after(tmp_path / "a", sources=open_item) == [
        "sources.yaml, book › F1: no clause says the item F1 of 'book'"
    ]
    explained = sources(**PROCESS, F1={**bare, "not_carried": "It is about something else."})
    assert faults_after(tmp_path / "b", sources=explained) == []


def test_coverage_names_the_clauses_that_cover_an_item(tmp_path: Path) -> None:
    rows = source_coverage(written(tmp_path, sound(), sources=sources(**PROCESS)))
    assert [(row.item_id, row.clauses, row.is_settled) for row in rows] == [
        ("V1", ("courts/recommendation", "jails/recommendation"), True),
        ("P1", (), True),
    ]


# ---- States ----


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("NOR", "NOR"),
        ("norway", "NOR"),
        ("the Kingdom of Norway", "NOR"),
        ("Kingdom of Norway", "NOR"),
        ("Cote d’Ivoire", "CIV"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("turkiye", "TUR"),
        (" Philippines ", "PHL"),
        ("the Philippines", "PHL"),
        ("Ruritania", "XRU"),
    ],
)
def test_a_state_is_found_by_code_and_name_however_it_is_written(given: str, code: str) -> None:
    found = Library(overlay("clauses"), overlay("templates")).state(given)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("given", ["NO", "Nor way", "", " ", "Atlantis", "Norwa"])
def test_other_texts_are_not_states(given: str) -> None:
    assert Library(overlay("clauses"), overlay("templates")).state(given) is None


def test_a_state_reads_well_in_a_sentence() -> None:
    state = Library(overlay("clauses"), overlay("templates")).states["PHL"]
    assert (state.name, state.in_text, state.formal) == (
        "Philippines",
        "the Philippines",
        "the Republic of the Philippines",
    )
