"""An answers file: it reads back what was saved, keeps a person's layout, and reports all faults together."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from drafter.answers.details import wrong_details
from drafter.answers.disk import write_atomically
from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.errors import DrafterError, Fault
from drafter.model.answers import ChosenClause, Contact, ThemeSection
from drafter.model.question import Ask, Choice
from drafter.model.xml_text import count_xml_illegal
from drafter.yaml_text import read_yaml

LETTERS = " \n\t:#-%@=!&*'\"|>{}[],?`~<\\+.0123456789eExnNoO_\x7f\x85\xa0\u202f\u2028\u2029\ufeffé😀"
LETTER = st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"]))
PIECE = st.text(LETTER, max_size=14)
TYPED = st.one_of(
    st.text(LETTER),
    st.lists(PIECE, max_size=30).map(" ".join),
    st.lists(PIECE, max_size=8).map("\n".join),
    st.sampled_from(
        ["NO", "no", "010", "+41", "12:30", "null", "~", "true", "True", "1e3", "=", "<<", "- a", "a: b"]
    ),
    st.sampled_from(
        ["2026-11-21", "", " ", "a #b", "%a", "@a", "'", '"', "? a", "---", "...", "  a\n b\n   c", "a\n\n"]
    ),
)
"""Text that is hard to write in YAML: its punctuation, words that look like values, long lines, indents."""


def content(file: Path) -> dict[str, Any]:
    """Return the content of *file*."""
    data = read_yaml(file.read_text("utf-8"), file.name)
    assert isinstance(data, dict)
    return data


def write_answers(folder: Path, *lines: str) -> Path:
    """Write an answers file with these lines and return its path."""
    file = folder / "a.yaml"
    file.write_text("\n".join(("format: 1", *lines, "")), "utf-8")
    return file


def faults_of(file: Path) -> list[str]:
    """Return the place and text of every fault in *file*; each names the file."""
    with pytest.raises(DrafterError) as caught:
        read_answers(file)
    assert {fault.file for fault in caught.value.faults} == {str(file)}
    return [f"{fault.place}: {fault.fault}" for fault in caught.value.faults]


# ---- writing ----


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all the files of a property test."""
    return tmp_path_factory.mktemp("written")


@given(TYPED, TYPED)
@example("\x85", "a\u2028b\u2029c")
@example("a\tb\n\n  c ", "\ufeff😀" * 60)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_is_read_back_character_for_character(folder: Path, text: str, other: str) -> None:
    assume(not count_xml_illegal(text + other))
    file = write_answers(folder, "# above", "state: NO   # beside", "details:", "  kept: +41   # within")
    store = Store.open(file, "x")
    store.set(("summary",), text)
    store.change([(("details", "a"), text), (("keywords",), [text, other])])
    store.change([(("themes", 0, "theme"), "t"), (("themes", 0, "own", 0, "text"), other)])
    store.set(("title",), "last")
    raw = file.read_text("utf-8")
    ours, theirs = read_yaml(raw, "a.yaml"), YAML(typ="safe", pure=True).load(raw)
    for data in (ours, theirs):
        assert data["summary"] == text
        assert data["details"]["a"] == text
        assert data["keywords"] == [text, other]
        assert data["themes"] == [{"theme": "t", "own": [{"text": other}]}]
        assert data["title"] == "last"
    assert (ours["state"], ours["details"]["kept"]) == ("NO", "+41")
    assert "# above\n" in raw
    assert "state: NO   # beside\n" in raw
    assert "kept: +41   # within\n" in raw
    again = Store.open(file, "x")
    again.save()
    assert file.read_text("utf-8") == raw


@pytest.mark.parametrize(
    "word", ["NO", "010", "+41 22 917", "12:30", "True", "Null", "2026-11-21", "1e3", "0x1F", "1_0"]
)
def test_an_unquoted_word_survives_the_next_save(tmp_path: Path, word: str) -> None:
    file = write_answers(
        tmp_path, "organisations:", "  - name: A", f"    contact: {{phone: {word}}}   # here"
    )
    Store.open(file, "x").set(("state",), "B")
    assert content(file)["organisations"] == [{"name": "A", "contact": {"phone": word}}]
    assert f"{{phone: {word}}}   # here" in file.read_text("utf-8")


def test_quotation_marks_blocks_and_order_stay_as_a_person_wrote_them(tmp_path: Path) -> None:
    lines = (
        "title: 'one'",
        'state: "two"',
        "summary: |",
        "  three",
        "",
        "  four",
        "method: >-",
        "  five",
        "  six",
    )
    file = write_answers(tmp_path, *lines)
    Store.open(file, "x").set(("closing",), "seven")
    assert "\n".join(lines) in file.read_text("utf-8")


def test_text_of_several_lines_is_written_as_a_readable_block(tmp_path: Path) -> None:
    file = write_answers(tmp_path)
    store = Store.open(file, "x")
    store.set(("summary",), "One – « deux\u00a0» –\n\nthree: # four")
    assert "summary: |-\n  One – « deux\u00a0» –\n\n  three: # four\n" in file.read_text("utf-8")


def test_long_text_is_wrapped(tmp_path: Path) -> None:
    file = write_answers(tmp_path)
    Store.open(file, "x").set(("summary",), "word " * 60 + "end")
    assert max(map(len, file.read_text("utf-8").splitlines())) < 120


def test_a_new_file_says_what_it_is_and_how_to_use_it(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    Store.open(file, "drafter 1")
    text = file.read_text("utf-8")
    assert text.startswith("# Answers for a submission.")
    assert "drafter build new.yaml" in text
    assert content(file) == {"format": 1, "made_with": "drafter 1"}
    assert read_answers(file)[0].made_with == "drafter 1"


def test_opening_records_the_version_and_writes_nothing_if_it_is_the_same(tmp_path: Path) -> None:
    file = write_answers(tmp_path, "made_with: old")
    Store.open(file, "new")
    assert content(file)["made_with"] == "new"
    before = file.stat().st_mtime_ns
    Store.open(file, "new")
    assert file.stat().st_mtime_ns == before


def test_missing_lists_and_mappings_on_a_path_are_created(tmp_path: Path) -> None:
    file = write_answers(tmp_path, "facts:", "themes: null")
    store = Store.open(file, "x")
    store.set(("themes", 0, "theme"), "a")
    store.set(("themes", 0, "own", 0, "text"), "b")
    store.set(("themes", 0, "own", 1, "text"), None)
    store.set(("facts", "F1", "text"), "c")
    assert content(file)["themes"] == [{"theme": "a", "own": [{"text": "b"}, {"text": None}]}]
    assert content(file)["facts"] == {"F1": {"text": "c"}}


def test_the_answers_as_a_value_are_those_that_were_saved_last(tmp_path: Path) -> None:
    store = Store.open(write_answers(tmp_path), "x")
    for number in range(40):  # the memory of an older value may be used again for a newer one
        before = store.answers
        assert store.answers is before
        store.set(("title",), f"not read {number}")
        store.set(("title",), f"read {number}")
        assert store.answers.title == f"read {number}"
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("private", "cases", "C1", "name"), "Canaria")])
    assert store.answers.private["cases"] == {"C1": {"pseudonym": "Mira", "name": "Canaria"}}
    store.set(("private", "cases", "C1", "name"), "Vera")
    assert store.answers.private["cases"] == {"C1": {"pseudonym": "Mira", "name": "Vera"}}


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfformat: 1\r\nsummary: |\r\n  a\r\n\r\n  b\r\n")
    assert read_answers(file)[0].summary == "a\n\nb\n"
    Store.open(file, "x").set(("title",), "c")
    answers, _ = read_answers(file)
    assert (answers.summary, answers.title) == ("a\n\nb\n", "c")


def test_only_the_owner_can_read_an_answers_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    Store.open(file, "x")
    assert file.stat().st_mode & 0o777 == 0o600


def test_gitignore_can_be_read_by_everybody_or_by_whom_it_was_before(tmp_path: Path) -> None:
    for folder, mode in ((tmp_path / "new", 0o644), (tmp_path / "old", 0o640)):
        (folder / ".git").mkdir(parents=True)
        gitignore = folder / ".gitignore"
        if folder.name == "old":
            gitignore.write_text("build\n", "utf-8")
            gitignore.chmod(mode)

        Store.open(folder / "a.yaml", "x")

        assert gitignore.read_text("utf-8").endswith("*.private.yaml*\n")
        assert gitignore.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name != "posix", reason="only there can a folder be forced to disk")
def test_a_save_forces_the_text_to_disk_and_then_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced = []
    fsync = os.fsync

    def record(handle: int) -> None:
        forced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", record)
    write_atomically(tmp_path / "a.yaml", "format: 1\n")

    assert forced == ["file", "folder"]


def test_a_save_that_fails_leaves_the_old_answers_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_answers(tmp_path)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # a test cannot fill a disk
    with pytest.raises(DrafterError, match="No space left"):
        write_atomically(file, "format: 1\nstate: lost\n")
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_edited_in_place_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    file = write_answers(tmp_path, "made_with: x", "? title", ": T")
    store = Store.open(file, "x")
    before = file.read_bytes()

    with pytest.raises(DrafterError, match="drafter cannot write this change") as caught:
        store.set(("state",), "B")

    assert caught.value.faults[0].file == str(file)
    assert file.read_bytes() == before
    assert "state" not in store.data


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="this cannot be written") as caught:
        Store.open(tmp_path / "no" / "a.yaml", "x")
    assert caught.value.faults[0].remedy


# ---- reading ----


def test_every_top_level_key_may_be_empty(tmp_path: Path) -> None:
    names = (
        "document state title organisations stand_for refuse details keywords summary themes facts sources"
    )
    file = write_answers(
        tmp_path, *(f"{name}:" for name in names.split()), "sign_off:", "interview: ~", "closing: null"
    )
    answers, _ = read_answers(file)
    assert (answers.organisations, answers.themes, answers.facts, answers.keywords) == ((), (), {}, ())
    assert answers.summary is None
    assert "summary" in answers.model_fields_set
    assert answers.sign_off.place is None


def test_keys_further_down_may_be_empty_too(tmp_path: Path) -> None:
    file = write_answers(
        tmp_path,
        "organisations: [{name: A, role: , status: null, contact: }]",
        "themes: [{theme: t, clauses: , facts: null, own: ~, answers: }]",
    )
    answers, _ = read_answers(file)
    assert (answers.organisations[0].role, answers.organisations[0].status) == ("co-submitter", "confirmed")
    assert answers.organisations[0].contact == Contact()
    assert answers.themes == (ThemeSection(theme="t"),)


def test_a_clause_may_be_written_as_its_id_alone(tmp_path: Path) -> None:
    file = write_answers(tmp_path, "themes: [{theme: t, clauses: [t/a, {clause: t/b, text: own}]}]")
    assert read_answers(file)[0].themes[0].clauses == (
        ChosenClause(clause="t/a"),
        ChosenClause(clause="t/b", text="own"),
    )


def test_all_faults_are_reported_together_each_with_its_line(tmp_path: Path) -> None:
    file = write_answers(
        tmp_path,
        "organisations:",
        "  - name: A",
        "    role: boss",
        "  -",
        "keywords: [a, null, 3]",
        "sumary: x",
        "themes: hello",
        "facts: [F1]",
        "accept_conflicts: [{conflict: c, reason: ''}]",
    )
    assert sorted(faults_of(file)) == [
        "line 10, accept_conflicts › 1 › reason: this is empty",
        "line 4, organisations › 1 › role: 'boss' is not one of the choices",
        "line 5, organisations › 2: keys with values are expected, not nothing",
        "line 6, keywords › 2: text is expected, not nothing",
        "line 6, keywords › 3: text is expected, not 3",
        "line 7, sumary: no such key here",
        "line 8, themes: a list is expected, not 'hello'",
        "line 9, facts: keys with values are expected, not ['F1']",
    ]


def test_references_to_missing_facts_sources_and_cases_are_reported(tmp_path: Path) -> None:
    file = write_answers(
        tmp_path,
        "facts:",
        "  F1: {text: a, source: S9}",
        "  2nd: {text: b}",
        "themes:",
        "  - theme: t",
        "    facts: [F1, F7]",
        "    cases: [C4]",
        "    clauses: [{clause: t/a, facts: [F8]}]",
        "    own: [{text: x, facts: [F9]}]",
    )
    assert faults_of(file) == [
        "line 3, facts › F1 › source: there is no source 'S9'",
        "line 4, facts › 2nd: '2nd' cannot name a fact",
        "line 8, themes › 1 › cases: there is no case 'C4'",
        "line 7, themes › 1 › facts: there is no fact 'F7'",
        "line 9, themes › 1 › clauses › 1 › facts: there is no fact 'F8'",
        "line 10, themes › 1 › own › 1 › facts: there is no fact 'F9'",
    ]


def test_the_remedy_for_a_wrong_reference_lists_what_there_is(tmp_path: Path) -> None:
    theme = ("themes:", "  - theme: t", "    facts: [F7]", "    cases: [C4]")
    file = write_answers(tmp_path, "facts: {F1: {text: a}, F2: {text: b}}", *theme)

    with pytest.raises(DrafterError) as caught:
        read_answers(file)

    assert [fault.remedy for fault in caught.value.faults] == ["Cases: none yet.", "Facts: F1, F2."]


@pytest.mark.parametrize("text", ["", "hello", "- a\n", "state: x\n"])
def test_a_file_without_a_format_is_not_an_answers_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text)
    assert faults_of(file) == [": this is not an answers file of drafter: it does not say 'format'"]
    with pytest.raises(DrafterError, match="not an answers file"):
        Store.open(file, "x")
    assert file.read_text() == text


def test_a_file_of_a_later_drafter_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("# later\nformat: 2\nnew_thing: x\n")
    assert faults_of(file) == ["line 2, format: a later drafter wrote this file (format 2; this one reads 1)"]
    with pytest.raises(DrafterError, match="later drafter"):
        Store.open(file, "x")
    assert file.read_text() == "# later\nformat: 2\nnew_thing: x\n"


def test_an_invalid_format_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: one\n")
    assert faults_of(file) == ["line 1, format: 'one' is not one of the choices"]


# ---- a document's own answers ----

ASKS = (
    Ask(name="line", ask="?"),
    Ask(name="long", ask="?", kind="long"),
    Ask(
        name="one",
        ask="?",
        kind="choice",
        choices=(Choice(value="a", title="A"), Choice(value="b", title="B")),
    ),
    Ask(
        name="some",
        ask="?",
        kind="choices",
        choices=(Choice(value="a", title="A"), Choice(value="b", title="B")),
    ),
    Ask(name="found", ask="?", kind="search"),
    Ask(name="sure", ask="?", kind="yes-no"),
    Ask(name="number", ask="?", kind="number"),
    Ask(
        name="people",
        ask="?",
        kind="group",
        fields=(Ask(name="name", ask="?"), Ask(name="age", ask="?", kind="number")),
    ),
)


@pytest.mark.parametrize(
    "details",
    [
        {},
        {ask.name: None for ask in ASKS},
        {"line": "a", "long": "a\n\nb", "one": "b", "some": ["a", "b"], "sure": False, "number": 7},
        {"found": "whatever was typed"},
        {"line": 60, "number": "7", "one": "", "some": [], "people": []},
        {"people": [{"name": "A", "age": None}, {}], "of another document": [1]},
    ],
)
def test_answers_of_the_right_kind_pass(details: Mapping[str, Any]) -> None:
    assert list(wrong_details(ASKS, details)) == []


@pytest.mark.parametrize(
    ("details", "path", "words"),
    [
        ({"line": ["a"]}, ("line",), "text is expected"),
        ({"line": 2.1}, ("line",), "text is expected, not 2.1"),
        ({"line": True}, ("line",), "text is expected"),
        ({"long": {"a": "b"}}, ("long",), "text is expected"),
        ({"one": "c"}, ("one",), "'c' is not one of the choices"),
        ({"one": True}, ("one",), "True is not one of the choices"),
        ({"found": ["a"]}, ("found",), "text is expected"),
        ({"some": "a"}, ("some",), "a list is expected"),
        ({"some": ["a", "c"]}, ("some", 1), "'c' is not one of the choices"),
        ({"sure": "yes"}, ("sure",), "true or false is expected"),
        ({"number": "²"}, ("number",), "a whole number is expected"),
        ({"number": "2,500"}, ("number",), "a whole number is expected"),
        ({"number": True}, ("number",), "a whole number is expected"),
        ({"people": "A"}, ("people",), "a list is expected"),
        ({"people": ["A"]}, ("people", 0), "keys with values are expected"),
        ({"people": [{}, {"nam": "A"}]}, ("people", 1, "nam"), "no such key here"),
        ({"people": [{"age": "old"}]}, ("people", 0, "age"), "a whole number is expected"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_reported_with_its_path_and_a_remedy(
    details: Mapping[str, Any], path: tuple[Any, ...], words: str
) -> None:
    [(wrong_path, fault, remedy)] = wrong_details(ASKS, details)
    assert wrong_path == path
    assert words in fault
    assert remedy


def test_every_wrong_row_of_a_group_is_reported() -> None:
    wrong = wrong_details(ASKS, {"people": ["A", {"age": "old", "nam": "B"}]})

    assert [path for path, _, _ in wrong] == [("people", 0), ("people", 1, "nam"), ("people", 1, "age")]


def test_a_fault_reads_as_file_place_fault_and_remedy() -> None:
    assert str(Fault("f", "r", "a.yaml", "line 1")) == "a.yaml, line 1: f\n    r"
    assert str(Fault("f")) == "f"
    assert str(DrafterError([Fault("a"), Fault("b")])) == "a\nb"
