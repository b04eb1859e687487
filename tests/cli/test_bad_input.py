"""What a user gets wrong: one message with file, line, fault and remedy, and no answers lost."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.markup.count import block_text
from tests.support.small_library import RULES, SHAPE, clause, write_library
from tests.support.submissions import BUNDLED, section, submission

Out = pytest.CaptureFixture[str]
HEAD = "format: 1\ndocument: court/brief\nstate: Ruritania\norganisations: [{name: A, what: B.}]\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a small library of one's own, with no configuration."""
    place = write_library(tmp_path / "here", {"jails/close": clause("Close {{ body }}.", questions=["body"])})
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return place


def told(file: Path, out: Out, *command: str) -> str:
    """Return what is said of a wrong answers file, after making sure that it is left as it was."""
    before = file.read_bytes() if file.is_file() else b""
    there = sorted(file.parent.iterdir())
    assert main([*(command or ("build",)), str(file)]) == FAULT
    said = out.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert (file.read_bytes() if file.is_file() else b"") == before
    assert sorted(file.parent.iterdir()) == there
    return said.err


def wrong(text: str) -> Path:
    """Write an answers file that holds *text* after its head."""
    file = Path("wrong.yaml").resolve()
    file.write_text(HEAD + text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "place", "fault", "remedy"),
    [
        (
            "title: a: b\n",
            "line 5",
            "this is not valid YAML",
            "quotation marks around text that contains ': '",
        ),
        ("title: a\n\tmethod: b\n", "line 6", "this is not valid YAML", "never with tabs"),
        ("title: a\ntitle: b\n", "line 6", "the key 'title' appears twice", "Look at that line"),
        ("title: a\x07b\n", "line 5", "a control character", "Type the line again"),
        ("titel: a\n", "line 5, titel", "no such key here", "Check the spelling"),
        ("title: [a]\n", "line 5, title", "text is expected", "quotation marks"),
        ("title: 5\n", "line 5, title", "text is expected, not 5", "quotation marks"),
        ("keywords: a, b\n", "line 5, keywords", "a list is expected", "- "),
        (
            "keywords: [a, null]\n",
            "line 5, keywords › 2",
            "text is expected, not nothing",
            "remove the line",
        ),
        ("keywords: ['a', {b: c}]\n", "line 5, keywords › 2", "text is expected", "quotation marks"),
        ("themes:\n  -\n", "line 6, themes › 1", "keys with values are expected", "remove the line"),
        ("themes:\n  - theme: roads\n", "line 6, themes › 1 › theme", "there is no theme 'roads'", "jails"),
        (
            "themes: [{theme: jails, clauses: [jails/clos]}]\n",
            "line 5, themes › 1 › clauses › 1",
            "there is no clause 'jails/clos'",
            "Did you mean jails/close",
        ),
        ("themes: [{theme: jails, clauses: [../../x]}]\n", "line 5", "there is no clause '../../x'", "list"),
        (
            "stand_for: [everything]\n",
            "line 5, stand_for › 1",
            "there is no position 'everything'",
            "neutral",
        ),
        (
            "facts: {F1: {text: a, source: S1}}\n",
            "line 5, facts › F1 › source",
            "there is no source 'S1'",
            "none",
        ),
        (
            "themes: [{theme: jails, facts: [F1]}]\n",
            "line 5, themes › 1 › facts",
            "there is no fact 'F1'",
            "none",
        ),
        (
            "themes: [{theme: jails, cases: [C1]}]\n",
            "line 5, themes › 1 › cases",
            "there is no case 'C1'",
            "none",
        ),
        ("details: {session: [60]}\n", "line 5, details › session", "text is expected", "quotation marks"),
        (
            "details: {session: 60.10}\n",
            "line 5, details › session",
            "text is expected, not 60.1",
            "quotation",
        ),
        ("summary: See [^F9].\n", "line 5, summary", "the note [^F9] names no fact", "add the fact"),
        ("language: xx\n", "line 5, language", "'xx' is not one of the choices", "Use one of"),
    ],
)
def test_a_fault_is_reported_with_file_line_and_remedy(
    here: Path, capsys: Out, text: str, place: str, fault: str, remedy: str
) -> None:
    brief = {**RULES["documents"]["brief"], "asks": [{"name": "session", "ask": "Which session?"}]}
    write_library(here, rules={**RULES, "documents": {"brief": brief}}, shape=SHAPE + "\n{{ summary }}\n")
    file = wrong(text)
    said = told(file, capsys)
    assert said.startswith(f"{file}, {place}")
    assert fault in said.splitlines()[0]
    assert remedy in said.splitlines()[1]
    assert said.count(str(file)) == 1


@pytest.mark.parametrize(
    ("head", "place", "fault", "remedy"),
    [
        (HEAD.replace("Ruritania", "Norwya"), "line 3, state", "there is no State 'Norwya'", "Norway"),
        (HEAD.replace("Ruritania", "NO"), "line 3, state", "there is no State 'NO'", "ISO code of 3 letters"),
        (HEAD.replace("Ruritania", "'  '"), "line 3, state", "there is no State '  '", "name"),
        (
            HEAD.replace("brief", "breif"),
            "line 2, document",
            "there is no document",
            "Did you mean court/brief",
        ),
        (
            HEAD.replace("document: court/brief\n", ""),
            "document",
            "the document is missing",
            "drafter mechanisms list",
        ),
        (
            HEAD.replace("format: 1", "format: 9"),
            "line 1, format",
            "a later drafter wrote this file",
            "newest drafter",
        ),
        (HEAD.replace("format: 1\n", ""), "", "this is not an answers file", "format: 1"),
    ],
)
def test_a_fault_in_the_head_is_reported_too(
    capsys: Out, head: str, place: str, fault: str, remedy: str
) -> None:
    file = wrong("")
    file.write_text(head)
    said = told(file, capsys)
    assert place in said.splitlines()[0]
    assert fault in said.splitlines()[0]
    assert remedy in said


def test_all_faults_of_a_file_are_reported_at_once(capsys: Out) -> None:
    said = told(wrong("titel: a\nkeywords: b\n"), capsys)
    assert "line 5, titel: no such key here" in said
    assert "line 6, keywords: a list is expected" in said
    file = wrong("stand_for: [x]\nthemes: [{theme: y, clauses: [jails/z]}]\n")
    file.write_text(file.read_text().replace("Ruritania", "Atlantis").replace("court/brief", "court/x"))
    said = told(file, capsys)
    for name in ("document 'court/x'", "State 'Atlantis'", "position 'x'", "theme 'y'", "clause 'jails/z'"):
        assert f"there is no {name}" in said


@pytest.mark.parametrize("command", ["build", "preview"])
def test_a_word_file_instead_of_an_answers_file_is_reported(here: Path, capsys: Out, command: str) -> None:
    assert main(["build", str(submission(here))]) == DONE
    capsys.readouterr()
    said = told(here / "a.docx", capsys, command)
    assert "it may be a Word file" in said
    assert ".yaml" in said


@pytest.mark.parametrize("command", ["build", "preview"])
def test_any_other_file_or_folder_instead_of_an_answers_file_is_reported(
    here: Path, capsys: Out, command: str
) -> None:
    said = told(here / "nothing.yaml", capsys, command)
    assert said.startswith(f"{here / 'nothing.yaml'}: there is no such file")
    assert "drafter new" in said
    said = told(here / "clauses", capsys, command)
    assert said.startswith(f"{here / 'clauses'}: this cannot be read: it is a folder")
    (here / "empty.yaml").touch()
    assert "this is not an answers file" in told(here / "empty.yaml", capsys, command)


def test_a_template_error_in_a_users_clause_is_reported_with_file_and_line(here: Path, capsys: Out) -> None:
    write_library(here, {"jails/close": clause("Close\n\n{{ boddy }}.")})
    said = told(wrong("themes: [{theme: jails, clauses: [jails/close]}]\n"), capsys)
    assert said.startswith(f"{here / 'clauses/jails/close.md'}, line 9: unknown name: 'boddy'")


def test_a_broken_clause_of_the_user_is_reported_only_where_it_is_used(here: Path, capsys: Out) -> None:
    write_library(here, {"jails/broken": clause(kind="wish"), "jails/sound": clause()})
    said = told(wrong("themes: [{theme: jails, clauses: [jails/broken]}]\n"), capsys)
    assert said.startswith(f"{here / 'clauses/jails/broken.md'}, line 3, kind: 'wish' is not one of")
    assert main(["build", str(wrong("themes: [{theme: jails, clauses: [jails/sound]}]\n"))]) == DONE


def test_a_look_that_is_not_a_word_file_is_reported(here: Path, capsys: Out) -> None:
    (here / "templates/look.docx").write_bytes(b"no zip")
    said = told(wrong(""), capsys)
    assert "look" in said.splitlines()[0]


@pytest.mark.parametrize(
    "output", ["/proc/self/x.docx", "no/such/folder/x.docx", "clauses/themes.yaml/x.docx"]
)
def test_an_output_path_that_cannot_be_written_is_reported(here: Path, capsys: Out, output: str) -> None:
    file = submission(here)
    before = file.read_bytes()
    assert main(["build", str(file), "-o", output]) == FAULT
    said = capsys.readouterr().err
    assert output in said.splitlines()[0]
    assert len(said.splitlines()) > 1
    assert file.read_bytes() == before


def test_new_answers_need_an_existing_folder(here: Path, capsys: Out) -> None:
    assert main(["new", "no/such/a.yaml", "--no-input"]) == FAULT
    said = capsys.readouterr().err
    assert said.startswith("no/such/a.yaml: this cannot be written")
    assert not (here / "no").exists()


@pytest.mark.parametrize(
    "text", ["themes: hello\n", "state: [a]\n", "organisations: [null]\n", "facts: {F1: x}\n", "titel: x\n"]
)
def test_an_interview_does_not_continue_with_faulty_answers(capsys: Out, text: str) -> None:
    file = wrong("")
    file.write_text("format: 1\n" + text)
    said = told(file, capsys, "new", "--no-input")
    assert said.startswith(f"{file}, line 2")


# ---- what looks wrong and is not ----


@pytest.mark.parametrize(
    "text",
    [
        "themes:\nfacts:\nkeywords:\nsources:\ndetails:\nsign_off:\nsummary:\n",
        "themes: null\nkeywords: ~\n",
        "title: '   '\nkeywords: ['', ' ']\nsummary: ''\n",
        "themes: [{theme: jails}, {theme: jails}]\n",
        "themes: [{theme: jails, clauses: [jails/close, jails/close]}]\n",
        "title: '# Not a heading'\n",
        f"title: {'x' * 5000}\nsummary: {'y' * 5000}\n",
        "sign_off: {date: 2026-11-21}\n",
    ],
)
def test_unusual_but_valid_answers_build(text: str) -> None:
    assert main(["build", str(wrong(text))]) == DONE


def test_organisations_may_be_unknown(here: Path) -> None:
    file = here / "open.yaml"
    file.write_text("format: 1\ndocument: court/brief\nstate:\norganisations:\n")
    assert main(["build", str(file)]) == DONE


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(here: Path) -> None:
    text = HEAD + "themes:\n  - theme: jails\n    own:\n      - text: |\n          One.\n\n          Two.\n"
    (here / "a.yaml").write_bytes(text.encode())
    (here / "b.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert main(["build", "a.yaml", "b.yaml"]) == DONE
    assert (here / "a.docx").read_bytes() == (here / "b.docx").read_bytes()


@pytest.mark.parametrize(
    "text",
    ["# Heading", "::: title", "- item", "> quote", "***", "1. one", "| a |\n|---|", "[x](gap:)", "\\"],
)
def test_long_text_with_marks_of_markdown_never_takes_in_what_comes_after_it(here: Path, text: str) -> None:
    themes = [*section(own=[{"text": f"Before.\n\n{text}"}, {"text": "After."}]), {"theme": "courts"}]
    blocks = draft_file(submission(here, themes=themes)).draft.document.blocks
    assert [block_text(block) for block in blocks[-2:]] == ["After.", "Courts"]


def test_a_process_ends_without_a_traceback_whatever_the_file_holds(here: Path) -> None:
    contents: list[bytes] = [
        b"\x00" * 100,
        b"\xff\xfe" + "format: 1".encode("utf-16-le"),
        b"[" * 500,
        b"a: &a [*a]",
        b"? [a]\n: b",
        b"format: 1\ndocument: {}\n",
        b"format: 1\nfacts: []\n",
        b"format: [1]\n",
        b"%YAML 9.9\n---\nformat: 1\n",
        b"format: 1\nthemes: [[[]]]\n",
        b"format: 1\ndetails: [a]\n",
        b"format: !!int x\n",
        b"- format: 1\n",
        b"format: 1\nlanguage: {a: b}\nsign_off: x\ninterview: 3\n",
        b"format: 1\ndocument: /\n",
        b"format: 1\ndocument: ../court/brief\n",
        b"format: 1\ndocument: court\n",
        b"format: 99999999999999999999\n",
    ]
    for number, content in enumerate(contents):
        (here / f"{number}.yaml").write_bytes(content)
    names = [f"{number}.yaml" for number in range(len(contents))]
    ended = subprocess.run(
        [sys.executable, "-m", "drafter", "build", *names],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    assert ended.returncode == FAULT
    assert [name for name in names if name not in ended.stderr] == []
    assert ended.stdout == ""


def test_bundled_rules_ask_nothing_that_an_answers_file_cannot_hold() -> None:
    for name in BUNDLED.document_ids():
        asks: Any = BUNDLED.document(name).rules.asks
        names = [ask.name for ask in asks]
        assert len(names) == len(set(names))
        for ask in asks:
            values = [choice.value for choice in ask.choices]
            assert len(values) == len(set(values))
            assert bool(values) == (ask.kind in ("choice", "choices"))
            assert bool(ask.fields) == (ask.kind == "group")


def test_format_faults_and_unknown_names_are_reported_together_in_order_of_line(
    capsys: Out,
) -> None:
    file = wrong(
        "stand_for: [nobody]\nkeywords: 5\nthemes:\n"
        "  - {theme: jials, clauses: [jails/nowhere, {clause: 3}]}\n"
        "accept_conflicts: x\nrefuse: {a: b}\ntitel: x\n"
    )
    file.write_text(file.read_text("utf-8").replace("state: Ruritania", "state: Ruritainia"), "utf-8")
    told_ = [line for line in told(file, capsys).splitlines() if not line.startswith(" ")]
    places = [line.removeprefix(f"{file}, ").split(":")[0] for line in told_]
    assert places == [
        "line 3, state",
        "line 5, stand_for › 1",
        "line 6, keywords",
        "line 8, themes › 1 › clauses › 2 › clause",
        "line 8, themes › 1 › theme",
        "line 8, themes › 1 › clauses › 1",
        "line 9, accept_conflicts",
        "line 10, refuse",
        "line 11, titel",
    ]
