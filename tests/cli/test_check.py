"""``drafter check``: remarks in words, exit statuses, and which remarks and files are chosen."""

import json
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from drafter.drafting.remark_types import remark_types
from drafter.model.remark import FAMILIES
from tests.support.checked_answers import ANSWERS, REASON, WEAK
from tests.support.checkout import CHECKOUT, EXAMPLES
from tests.support.commands import exit_status
from tests.support.process import drafter_in_text

Out = pytest.CaptureFixture[str]
ERROR = "Correct first: it may be refused, or somebody may be harmed (1):"
FOUR = ("--select", f"gap,word-stigmatises,state-fictional,{WEAK}")
"""One remark of each level, and the waived one."""
OPEN = "details: {session: null"
ANSWERED = "details: {session: 54th session in 2026"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with answers that have an error, a warning, a note and a waived remark."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(ANSWERS, "utf-8")
    return tmp_path


def codes(capsys: Out, *options: str) -> list[str]:
    """Return the codes of the remarks on a.yaml with *options*."""
    main(["check", "a.yaml", "--json", *options])
    [file] = json.loads(capsys.readouterr().out)["files"]
    return [remark["code"] for remark in file["remarks"]]


# ---- for a person ----


def test_a_file_that_cannot_be_read_has_a_heading_that_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: 1\nstat: x\n", "utf-8")
    assert main(["check", str(file)]) == FAULT
    printed = capsys.readouterr().out
    assert "Cannot be read (2):" in printed
    assert "Correct first" not in printed


def test_remarks_are_grouped_by_level_and_end_with_their_code(capsys: Out) -> None:
    assert main(["check", "a.yaml", *FOUR]) == FAULT
    lines = capsys.readouterr().out.splitlines()
    errors, warnings = lines.index(ERROR), lines.index("Please check (1):")
    notes = lines.index("Good to know (1):")
    assert errors < warnings < notes
    assert lines[errors + 1].endswith("Which session of the Working Group will review the State. [gap]")
    assert "“junkies”" in lines[warnings + 1]
    assert lines[warnings + 1].endswith("[word-stigmatises]")


def test_a_waived_remark_comes_last_with_the_reason(capsys: Out) -> None:
    main(["check", "a.yaml"])
    groups = capsys.readouterr().out.split("\n\n")
    assert groups[-2].startswith("Left as it is, for your reason (1):\n")
    assert groups[-2].endswith(f"Your reason: {REASON} [{WEAK}]")


def test_the_first_line_says_what_was_checked_and_the_last_how_many_remarks_there_are(capsys: Out) -> None:
    main(["check", "a.yaml", *FOUR])
    text = capsys.readouterr().out
    assert text.startswith("a.yaml   upr/joint, ")
    assert " of 5,630 words: 0 % from the library, " in text.replace("\n ", "")
    assert "\n1 file: 1 error, 1 warning, 1 note, 1 waived.\n" in text


def test_nothing_is_written(here: Path) -> None:
    main(["check", "a.yaml"])
    assert [file.name for file in here.iterdir()] == ["a.yaml"]
    assert (here / "a.yaml").read_text("utf-8") == ANSWERS


def test_the_same_file_gives_the_same_bytes_twice() -> None:
    for form in ("text", "json", "github", "sarif"):
        first, second = (drafter_in_text("check", "a.yaml", "--format", form).stdout for _ in range(2))
        assert first == second != ""


def test_an_escape_sequence_in_the_answers_does_not_reach_the_terminal(here: Path) -> None:
    hostile = ANSWERS.replace("the rules on", r"the \e[2J\u202e rules on").replace(
        "text: Consider reviewing", 'text: "Consider reviewing'
    )
    (here / "a.yaml").write_text(hostile.replace("by 2027.", 'by 2027."'), "utf-8")
    for form in ("text", "json", "github", "sarif"):
        printed = drafter_in_text("check", "a.yaml", "--format", form).stdout
        assert WEAK in printed or form == "github"  # GitHub gets no waived remarks
        assert "\x1b" not in printed
        assert "\u202e" not in printed


# ---- the exit status ----


def test_an_error_fails_and_a_warning_fails_only_if_it_is_strict(here: Path) -> None:
    assert main(["check", "a.yaml"]) == FAULT
    (here / "a.yaml").write_text(ANSWERS.replace(OPEN, ANSWERED), "utf-8")
    assert main(["check", "a.yaml"]) == DONE
    assert main(["check", "a.yaml", "--strict"]) == FAULT


def test_a_waived_warning_does_not_fail(here: Path) -> None:
    assert main(["check", "a.yaml", "--strict", "--select", WEAK]) == DONE
    (here / "a.yaml").write_text(ANSWERS.partition("waive:")[0], "utf-8")
    assert main(["check", "a.yaml", "--strict", "--select", WEAK]) == FAULT


def test_notes_never_fail(here: Path) -> None:
    assert main(["check", "a.yaml", "--strict", "--select", "state-fictional"]) == DONE


@pytest.mark.parametrize("name", ["cnd-statement.yaml", "ruritania-upr-joint.yaml"])
def test_a_finished_submission_passes(name: str) -> None:
    assert main(["check", str(EXAMPLES / name)]) == DONE


# ---- which remarks ----


def test_codes_and_families_are_selected_and_ignored(capsys: Out) -> None:
    assert codes(capsys, "--select", "words") == ["word-stigmatises"]
    assert codes(capsys, "--select", f"gap,{WEAK}") == ["gap", WEAK]
    assert codes(capsys, "--select", "gap", "--select", WEAK) == ["gap", WEAK]
    everything = codes(capsys)
    assert codes(capsys, "--ignore", "words") == [code for code in everything if code != "word-stigmatises"]
    assert codes(capsys, "--select", "words", "--ignore", "word-stigmatises") == []


def test_an_ignored_error_does_not_fail() -> None:
    assert main(["check", "a.yaml", "--ignore", "gap"]) == DONE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "wrods"], "there is no code or family 'wrods'\n    Did you mean words?"),
        (["--ignore", "gaps"], "there is no code or family 'gaps'\n    Did you mean gap?"),
        (["--as", "upr/joint"], "--as is for Word files: an answers file names its own document"),
    ],
)
def test_a_wrong_option_is_reported_and_nothing_is_checked(
    capsys: Out, options: list[str], message: str
) -> None:
    assert main(["check", "a.yaml", *options]) == USAGE
    told = capsys.readouterr()
    assert told.err.startswith(message)
    assert told.out == ""


def test_all_wrong_codes_are_reported_together(capsys: Out) -> None:
    assert main(["check", "a.yaml", "--select", "wrods,fatcs", "--json"]) == USAGE
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert [fault["fault"].split("'")[1] for fault in faults] == ["fatcs", "wrods"]


def test_a_document_that_does_not_exist_is_wrong_usage(capsys: Out) -> None:
    assert main(["check", "b.docx", "--as", "upr/jiont"]) == USAGE
    assert "upr/joint" in capsys.readouterr().err


def test_without_a_file_the_usage_is_explained(capsys: Out) -> None:
    assert exit_status("check") == USAGE
    assert "FILE is missing" in capsys.readouterr().err


# ---- several files ----


def test_a_faulty_file_does_not_keep_the_others_from_being_checked(here: Path, capsys: Out) -> None:
    (here / "broken.yaml").write_text("format: 1\ntitle: [\n", "utf-8")
    (here / "wrong.yaml").write_text("format: 1\ndocument: upr/joint\nsumary: x\nkeywords: 7\n", "utf-8")
    files = ["broken.yaml", "wrong.yaml", "missing.yaml", "broken.docx", "a.yaml"]
    (here / "broken.docx").write_bytes(b"no archive")
    assert main(["check", *files, "--json"]) == FAULT
    reports = json.loads(capsys.readouterr().out)["files"]
    assert [report["file"] for report in reports] == files
    assert [report["summary"]["errors"] for report in reports] == [1, 2, 1, 1, 1]
    for report in reports[:4]:
        assert {remark["code"] for remark in report["remarks"]} == {"file-faulty"}
        assert report["words"] is None
    assert [remark["place"] for remark in reports[1]["remarks"]] == ["line 3, sumary", "line 4, keywords"]
    assert reports[4]["words"] > 50


def test_a_file_that_is_given_twice_is_checked_once(capsys: Out) -> None:
    main(["check", "a.yaml", "a.yaml"])
    assert "\n1 file: 1 error" in capsys.readouterr().out


# ---- the rules ----


def test_a_rule_is_explained_with_its_source_its_examples_and_its_waiver(capsys: Out) -> None:
    assert main(["check", "--explain", WEAK]) == DONE
    text = capsys.readouterr().out
    [kind] = [kind for kind in remark_types() if kind.code == WEAK]
    flat = " ".join(text.split())
    for part in (kind.rule, kind.source, kind.bad, kind.good, FAMILIES[kind.family]):
        assert " ".join(part.split()) in flat
    assert f"- code: {WEAK}\n" in text


def test_a_rule_that_cannot_be_waived_says_so(capsys: Out) -> None:
    main(["check", "--explain", "gap"])
    assert "That is not possible: correct what the remark is about." in capsys.readouterr().out


def test_a_code_that_does_not_exist_is_wrong_usage_with_the_nearest(capsys: Out) -> None:
    assert main(["check", "--explain", "recomendation-weak"]) == USAGE
    assert "Did you mean recommendation-weak" in capsys.readouterr().err


def test_every_rule_is_listed_in_the_order_of_the_families(capsys: Out) -> None:
    assert main(["check", "--list"]) == DONE
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == [kind.code for kind in remark_types()]
    families = [row.split()[1] for row in rows]
    assert list(dict.fromkeys(families)) == [family for family in FAMILIES if family in families]


def test_the_list_is_searched_by_words(capsys: Out) -> None:
    assert main(["check", "--list", "stigmatise"]) == DONE
    assert capsys.readouterr().out.startswith("word-stigmatises ")
    assert main(["check", "--list", "stigmatize", "--json"]) == DONE
    assert [rule["code"] for rule in json.loads(capsys.readouterr().out)] == ["word-stigmatises"]
    main(["check", "--list", "stigmatice"])
    assert "No rule has the word 'stigmatice'. Did you mean stigmatise" in capsys.readouterr().err


def test_rules_and_files_are_not_asked_for_together(capsys: Out) -> None:
    assert exit_status("check", "a.yaml", "--explain", WEAK) == USAGE
    assert "take no files" in capsys.readouterr().err


def test_the_page_of_the_documentation_has_every_rule_as_it_is(capsys: Out) -> None:
    main(["check", "--list", "--markdown"])
    page = (CHECKOUT / "docs" / "checks.md").read_text("utf-8")
    assert capsys.readouterr().out == page, "renew it: drafter check --list --markdown > docs/checks.md"
