"""The command line: what it prints, where it exits, and what it never overwrites."""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from drafter import __version__
from drafter.cli import COMMANDS, DONE, FAULT, STOPPED, USAGE, main
from drafter.cli.build import target_for
from drafter.cli.parsers import parser_of
from drafter.drafting.pipeline import draft_file
from drafter.markup.count import count_sections
from drafter.word.files import document_origin
from tests.support.commands import exit_status, ready
from tests.support.outline import outline
from tests.support.small_library import RULES, THEMES, clause, write_library
from tests.support.submissions import section

Out = pytest.CaptureFixture[str]
CONFLICT = {
    "id": "ab",
    "sides": [["jails/a"], ["jails/b"]],
    "severity": "block",
    "why": "They clash.",
    "resolve": "Choose.",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder, with no user configuration and 200 columns."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("COLUMNS", "200")
    return place


# ---- help, version, unknown commands ----


def test_the_help_lists_every_command_on_its_own_line(capsys: Out) -> None:
    assert main(["--help"]) == DONE
    shown = capsys.readouterr().out
    for name, about in COMMANDS.items():
        assert f"  {name}" in shown
        assert about in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_that_it_understands(name: str, capsys: Out) -> None:
    assert exit_status(name, "--help") == DONE
    shown = capsys.readouterr().out
    examples = [
        line.strip()
        for line in re.split("examples?:", shown)[1].splitlines()
        if line.strip().startswith("drafter ")
    ]
    assert examples
    parser: argparse.ArgumentParser = parser_of(name)
    for example in examples:
        words = example.split("#")[0].split(" > ")[0].split()
        assert words[:2] == ["drafter", name]
        parser.parse_args(words[2:])


def test_without_a_command_the_help_is_printed_with_the_status_of_wrong_usage(capsys: Out) -> None:
    assert main([]) == USAGE
    assert "usage: drafter COMMAND" in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys: Out) -> None:
    assert main(["--version"]) == DONE
    assert capsys.readouterr().out == f"drafter {__version__}\n"


def test_an_unknown_command_suggests_a_similar_one(capsys: Out) -> None:
    assert main(["biuld", "a.yaml"]) == USAGE
    assert "Did you mean 'drafter build'?" in capsys.readouterr().err
    assert main(["xyzzy"]) == USAGE
    assert "'drafter --help' lists the commands" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "--nonsense", "a.yaml"],
        ["preview"],
        ["clauses"],
        ["mechanisms"],
        ["clauses", "dance"],
        ["clauses", "list", "--kind", "x"],
        ["clauses", "list", "--theme", "x"],
        ["clauses", "list", "--position", "x"],
        ["clauses", "search", "x", "--document", "x/y"],
        ["build", "a.yaml", "-o", "a.odt"],
        ["build", "a.yaml", "-o", "-"],
        ["roster", "a.yaml", "-o", "no"],
    ],
)
def test_wrong_usage_has_its_own_status(arguments: list[str]) -> None:
    assert exit_status(*arguments) == USAGE


# ---- build ----


def test_a_build_writes_the_word_file_beside_the_answers_and_says_what_is_in_it(
    here: Path, capsys: Out
) -> None:
    file = ready(here)
    assert main(["build", str(file)]) == DONE
    told = capsys.readouterr()
    assert told.out.startswith(f"✓ {here / 'a.docx'}")
    assert re.search(r"\b1 notes?, 1 recommendations?\b", told.out)
    assert "It is for practice" in told.err
    assert "state-fictional" not in told.err, "a code is for --json"
    text = "\n".join(one.text for one in docx.Document(str(here / "a.docx")).paragraphs)
    assert "Close it." in text
    assert "A fact." in text


def test_the_output_may_be_a_file_or_a_folder(here: Path) -> None:
    file = ready(here)
    (here / "out").mkdir()
    assert main(["build", str(file), "-o", str(here / "b.docx")]) == DONE
    assert main(["build", str(file), "-o", str(here / "out")]) == DONE
    assert document_origin(here / "b.docx") == document_origin(here / "out" / "a.docx") == "ours"
    assert not (here / "a.docx").exists()


def test_a_faulty_file_does_not_stop_the_other_builds(here: Path, capsys: Out) -> None:
    good = ready(here)
    other = here / "c.yaml"
    other.write_bytes(good.read_bytes())
    wrong = here / "b.yaml"
    wrong.write_text("format: 1\nstate: Atlantis\n")
    assert main(["build", str(good), str(wrong), str(other)]) == FAULT
    told = capsys.readouterr()
    assert told.out.count("✓") == 2
    assert f"{wrong}, line 2, state: there is no State 'Atlantis'" in told.err
    assert (here / "a.docx").exists()
    assert (here / "c.docx").exists()
    assert not (here / "b.docx").exists()


def test_several_files_need_a_folder_for_their_output(here: Path, capsys: Out) -> None:
    file = ready(here)
    assert exit_status("build", str(file), str(file), "-o", "one.docx") == USAGE
    assert "-o must be a folder that exists" in capsys.readouterr().err


def test_two_submissions_of_one_name_do_not_replace_each_other(here: Path, capsys: Out) -> None:
    first, second = ready(here), here / "sub" / "a.yaml"
    ready(second.parent, title="The second")
    (here / "out").mkdir()
    assert main(["build", str(first), str(second), "-o", "out"]) == FAULT
    assert f"{second}: it would replace" in capsys.readouterr().err
    assert main(["build", str(first), str(first), "-o", "out"]) == DONE


def test_a_file_that_drafter_did_not_write_or_that_was_changed_is_kept_unless_forced(
    here: Path, capsys: Out
) -> None:
    file, target = ready(here), here / "a.docx"
    target.write_bytes(b"somebody's work")
    assert main(["build", str(file)]) == FAULT
    assert "--force" in capsys.readouterr().err
    assert target.read_bytes() == b"somebody's work"
    assert main(["build", str(file), "--force"]) == DONE
    assert main(["build", str(file)]) == DONE
    word = docx.Document(str(target))
    word.add_paragraph("a change in Word")
    word.save(str(target))
    before = target.read_bytes()
    assert main(["build", str(file)]) == FAULT
    assert "has changes that drafter did not make" in capsys.readouterr().err
    assert target.read_bytes() == before


@pytest.mark.parametrize(("name", "status"), [("a.yaml", USAGE), ("./a.yaml", USAGE), ("link.docx", FAULT)])
def test_the_word_file_never_replaces_the_answers(here: Path, name: str, status: int) -> None:
    file = ready(here)
    (here / "link.docx").symlink_to(file)
    before = file.read_bytes()
    assert exit_status("build", str(file), "-o", name, "--force") == status
    assert file.read_bytes() == before


def test_a_draft_is_built_with_gaps_and_a_final_build_refuses_them_all_at_once(
    here: Path, capsys: Out
) -> None:
    file = ready(here, themes=section("jails/a", own=[{"text": None}]))
    assert main(["build", str(file)]) == DONE
    assert "{gap: Which authority runs them}" in outline((here / "a.docx").read_bytes())
    (here / "a.docx").unlink()
    capsys.readouterr()
    assert main(["build", str(file), "--final"]) == FAULT
    told = capsys.readouterr().err
    assert "Which authority runs them" in told
    assert "own paragraph" in told
    assert told.rstrip().endswith(f"drafter build {file}"), "the way to a draft"
    assert "Nothing was built: " in told
    assert not (here / "a.docx").exists()


def test_a_final_build_refuses_a_text_over_its_limit_and_builds_a_sound_one(here: Path, capsys: Out) -> None:
    brief = {**RULES["documents"]["brief"], "limits": [{"value": 3, "confidence": "high"}]}
    write_library(here, {"jails/a": clause("Close it.")}, rules={**RULES, "documents": {"brief": brief}})
    file = ready(here, themes=section("jails/a", facts=["F1"]))
    assert main(["build", str(file), "--final"]) == FAULT
    assert "too many" in capsys.readouterr().err
    brief["limits"] = [{"value": 300, "confidence": "high"}]
    write_library(here, rules={**RULES, "documents": {"brief": brief}})
    assert main(["build", str(file), "--final"]) == DONE


def test_a_final_build_leaves_the_working_copy_as_it_is(here: Path, capsys: Out) -> None:
    write_library(here, {"jails/a": clause("Close it.")})
    file = ready(here, themes=section("jails/a", facts=["F1"]))
    assert main(["build", str(file)]) == DONE
    working_copy = here / "a.docx"
    with working_copy.open("ab") as edited:
        edited.write(b"edited in Word")
    before = working_copy.read_bytes()
    capsys.readouterr()
    assert main(["build", str(file), "--final"]) == DONE
    printed = " ".join(capsys.readouterr().out.split())
    assert f"✓ {here / 'a-final.docx'}" in printed
    assert "How to send it: " in printed
    assert working_copy.read_bytes() == before
    assert target_for(file, None, public=True, final=True) == here / "a-public.docx"
    assert target_for(file, here, final=True) == here / "a-final.docx"
    assert target_for(file, here / "b.docx", final=True) == here / "b.docx"


def test_a_conflict_that_blocks_stops_a_draft_too_until_it_is_accepted(here: Path, capsys: Out) -> None:
    write_library(
        here, {"jails/a": clause(), "jails/b": clause()}, themes={**THEMES, "conflicts": [CONFLICT]}
    )
    file = ready(here, themes=section("jails/a", "jails/b"))
    assert main(["build", str(file)]) == FAULT
    told = capsys.readouterr().err
    assert "They clash. Choose." in told
    assert f"To remove one, or to say why you keep both: drafter new {file}" in told
    assert told.rstrip().endswith("Nothing was built: 1 thing is open."), "no draft either"
    assert not (here / "a.docx").exists()
    file.unlink()
    ready(
        here, themes=section("jails/a", "jails/b"), accept_conflicts=[{"conflict": "ab", "reason": "because"}]
    )
    assert main(["build", str(file)]) == DONE


def test_a_build_as_json_holds_what_was_built_and_what_was_not(here: Path, capsys: Out) -> None:
    good, wrong = ready(here), here / "b.yaml"
    wrong.write_text("format: 1\nstate: Atlantis\nkeywords: x\n")
    assert main(["build", str(good), str(wrong), "--json"]) == FAULT
    told = capsys.readouterr()
    built, failed = json.loads(told.out)
    assert built["written"] == str(here / "a.docx")
    assert (built["document"], built["notes"]) == ("court/brief", 1)
    assert {"code", "level", "place", "path", "text", "remedy", "waived"} == set(built["remarks"][0])
    assert failed["answers"] == str(wrong)
    assert [fault["place"] for fault in failed["faults"]] == [
        "line 1, document",
        "line 2, state",
        "line 3, keywords",
    ]


def test_the_same_answers_give_the_same_bytes(here: Path) -> None:
    file = ready(here)
    assert main(["build", str(file), "-o", "one.docx"]) == DONE
    assert main(["build", str(file), "-o", "two.docx"]) == DONE
    assert (here / "one.docx").read_bytes() == (here / "two.docx").read_bytes()


# ---- preview ----


def test_a_preview_shows_the_document_its_notes_and_its_gaps_and_writes_nothing(
    here: Path, capsys: Out
) -> None:
    file = ready(here, themes=section("jails/a", facts=["F1"]))
    before = sorted(here.rglob("*"))
    assert main(["preview", str(file)]) == DONE
    shown = capsys.readouterr().out
    for words in (
        "Brief: Ruritania",
        "Jails & prisons\n───────────────\n",
        "1. A fact.[1]",
        "(a) Close [to be completed: Which authority",
    ):
        assert words in shown
    assert "Notes" in shown
    assert sorted(here.rglob("*")) == before


def test_the_counts_of_a_preview_add_up(here: Path, capsys: Out) -> None:
    file = ready(here)
    assert main(["preview", str(file), "--json"]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert sum(one["words"] for one in data["sections"]) == data["words"] == draft_file(file).length.words
    assert [one["title"] for one in data["sections"]] == [
        one.title for one in count_sections(draft_file(file).draft.document.blocks)
    ]
    assert main(["preview", str(file), "--count"]) == DONE
    shown = capsys.readouterr().out
    assert f"Total: {data['words']} words" in shown
    assert "A fact" not in shown


def test_a_preview_prints_brackets_and_markup_as_they_are(here: Path, capsys: Out) -> None:
    file = ready(here, title="A [bold]title[/bold] [/] :smile: <b>")
    assert main(["preview", str(file)]) == DONE
    assert "A [bold]title[/bold] [/] :smile: <b>" in capsys.readouterr().out


# ---- clauses, mechanisms, schema ----


def test_the_users_own_clauses_are_listed_found_and_shown(here: Path, capsys: Out) -> None:
    write_library(
        here, {"jails/a": clause("Close {{ body }} with éclat.", questions=["body"], authorities=["pact:9"])}
    )
    assert main(["clauses", "list", "--theme", "jails", "--json"]) == DONE
    [one] = json.loads(capsys.readouterr().out)
    assert (one["id"], one["kind"], one["text"]) == (
        "jails/a",
        "recommendation",
        "Close {{ body }} with éclat.",
    )
    assert main(["clauses", "search", "eclat", "--json"]) == DONE
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["jails/a"]
    assert main(["clauses", "show", "jails/a"]) == DONE
    shown = capsys.readouterr().out
    for words in (
        "Close ‹which authority runs them› with éclat.",
        "Which authority runs them?",
        "the Pact on Everything, art. 9",
    ):
        assert words in shown


def test_options_filter_a_list_by_kind_position_and_document(here: Path, capsys: Out) -> None:
    clauses = {
        "jails/a": clause(),
        "jails/b": clause(kind="question"),
        "jails/c": clause(position="for"),
        "jails/d": clause(mechanisms=["parliament"]),
    }
    write_library(here, clauses)
    for option, ids in (
        (["--kind", "question"], {"jails/b"}),
        (["--position", "for"], {"jails/c"}),
        (["--document", "court/brief"], {"jails/a", "jails/c"}),
        (["--document", "court/list"], {"jails/b"}),
    ):
        assert main(["clauses", "list", "--theme", "jails", "--json", *option]) == DONE
        assert {one["id"] for one in json.loads(capsys.readouterr().out)} == ids


def test_a_broken_clause_of_the_user_is_reported_and_the_rest_is_listed(here: Path, capsys: Out) -> None:
    write_library(here, {"jails/a": clause(), "jails/b": clause(kind="wish")})
    assert main(["clauses", "list", "--theme", "jails", "--json"]) == FAULT
    told = capsys.readouterr()
    assert [one["id"] for one in json.loads(told.out)] == ["jails/a"]
    assert f"{here / 'clauses/jails/b.md'}, line 3, kind: 'wish' is not one of the choices" in told.err


def test_a_check_prints_file_and_fault_and_ends_with_the_count(here: Path, capsys: Out) -> None:
    write_library(here, {"jails/a": clause("Consider it.")})
    assert main(["clauses", "check"]) == FAULT
    shown = capsys.readouterr().out
    assert f"{here / 'clauses/jails/a.md'}, text: 'consider' alone asks for nothing" in shown
    assert shown.rstrip().endswith("faults")
    assert main(["clauses", "check", "--json"]) == FAULT
    faults = json.loads(capsys.readouterr().out)
    assert "'consider' alone asks for nothing" in {one["fault"] for one in faults}


@pytest.mark.parametrize(
    "arguments",
    [
        ["clauses", "show", "jails/a"],
        ["clauses", "search", "close"],
        ["clauses", "coverage"],
        ["mechanisms", "list", "court"],
        ["mechanisms", "show", "court"],
        ["mechanisms", "show", "court/brief"],
    ],
)
def test_json_is_json(here: Path, capsys: Out, arguments: list[str]) -> None:
    write_library(here, {"jails/a": clause()})
    exit_status(*arguments, "--json")
    assert json.loads(capsys.readouterr().out)


def test_a_mechanism_is_shown_with_the_confidence_of_each_rule(here: Path, capsys: Out) -> None:
    limit = {"value": 1234, "source": "s", "date": "2020", "confidence": "medium"}
    rules = {**RULES, "sources": {"s": {"title": "The notice"}}}
    rules["documents"] = {
        "brief": {**RULES["documents"]["brief"], "limits": [limit], "languages": {"note": "Ask."}}
    }
    write_library(here, rules=rules)
    assert main(["mechanisms", "show", "court/brief"]) == DONE
    shown = capsys.readouterr().out
    for words in ("1,234 words (medium: s, 2020)", "not known – Ask. (unknown)", "The notice"):
        assert words in shown
    assert main(["mechanisms", "list", "court", "brief"]) == DONE
    assert "court/brief" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["clauses", "show", "jails/z"], "there is no clause 'jails/z'"),
        (["mechanisms", "show", "fair"], "there is no mechanism 'fair'"),
        (["mechanisms", "show", "court/breif"], "Did you mean court/brief"),
        (["clauses", "list", "--document", "court/breif"], "Did you mean court/brief"),
    ],
)
def test_an_unknown_name_is_reported(here: Path, capsys: Out, arguments: list[str], words: str) -> None:
    write_library(here)
    assert main(arguments) == (USAGE if "--document" in arguments else FAULT)
    assert words in capsys.readouterr().err


# ---- as a process of its own ----


def process(place: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run drafter as a user does, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        cwd=place, input=stdin, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_without_a_terminal_nothing_is_asked_and_nothing_is_written(here: Path) -> None:
    ended = process(here, "new", "a.yaml", stdin="y\ny\n")
    assert ended.returncode == STOPPED
    assert "there is no terminal to ask on" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(here.iterdir()) == []


def test_a_closed_pipe_is_not_a_fault(here: Path) -> None:
    command = f"{sys.executable} -m drafter clauses list | head -1"
    ended = subprocess.run(
        command, shell=True, cwd=here, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.stderr == ""
    assert ended.stdout.count("\n") == 1


def test_help_imports_no_heavy_library(here: Path) -> None:
    code = (
        "import sys; from drafter.cli import main; main(['--help']);"
        "sys.exit(bool({'pydantic', 'docx', 'questionary', 'jinja2', 'rich', 'yaml'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, check=False).returncode
        == 0
    )
