"""What ``drafter check`` prints for programs: JSON by its schema, GitHub annotations, SARIF."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.cli.completion import names_to_complete
from drafter.cli.schema import report_schema
from drafter.drafting.remark_types import find_type, remark_types
from drafter.model.remark import FAMILIES
from tests.support.checked_answers import ANSWERS, OWN_LINE, REASON, SUMMARY_LINE, WEAK
from tests.support.json_schema import faults
from tests.support.sarif_schema import SARIF
from tests.support.script import LIBRARY

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with answers that have an error, a warning, a note and a waived remark, and a faulty file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(ANSWERS, "utf-8")
    (tmp_path / "it's 1%, b:c.yaml").write_text("format: 1\ntitle: [\n", "utf-8")
    return tmp_path


FAULTY = "it's 1%, b:c.yaml"


def checked(capsys: Out, form: str, *more: str) -> str:
    """Return what a check of both files prints in the format *form*."""
    main(["check", "a.yaml", FAULTY, "--format", form, *more])
    return capsys.readouterr().out


# ---- JSON ----


def test_the_report_is_as_its_schema_says(capsys: Out) -> None:
    report = json.loads(checked(capsys, "json"))
    assert list(faults(report, report_schema())) == []
    assert report["format"] == 1
    assert report["tool"]["name"] == "drafter"


def test_the_schema_refuses_what_is_no_report(capsys: Out) -> None:
    report = json.loads(checked(capsys, "json"))
    report["files"][0]["remarks"][0]["level"] = "fatal"
    del report["files"][1]["summary"]
    assert [fault.split(":")[0] for fault in faults(report, report_schema())] == [
        "/files/0/remarks/0/level",
        "/files/1",
    ]


def test_the_schema_of_the_report_is_printed(capsys: Out) -> None:
    assert main(["schema", "--report"]) == 0
    assert json.loads(capsys.readouterr().out) == report_schema()


def test_a_remark_has_the_family_of_its_type_and_the_path_that_a_waiver_names(capsys: Out) -> None:
    report = json.loads(checked(capsys, "json", "--select", f"word-stigmatises,{WEAK}"))
    word, weak = report["files"][0]["remarks"]
    assert (word["code"], word["family"], word["path"]) == ("word-stigmatises", "words", "summary")
    assert word["waived"] is None
    assert (weak["path"], weak["waived"]) == ("themes.0.own.0", REASON)
    assert report["files"][0]["summary"] == {"errors": 0, "warnings": 1, "notes": 0, "waived": 1}


def test_a_path_of_the_report_waives_the_remark(here: Path, capsys: Out) -> None:
    waiver = "  - {code: word-stigmatises, where: summary, reason: It is a quotation.}\n"
    (here / "a.yaml").write_text(ANSWERS + waiver, "utf-8")
    [file, _] = json.loads(checked(capsys, "json", "--select", "words"))["files"]
    assert [remark["waived"] for remark in file["remarks"]] == ["It is a quotation."]


# ---- GitHub ----


def test_an_annotation_names_file_line_and_code(capsys: Out) -> None:
    lines = checked(capsys, "github").splitlines()
    assert f"::warning file=a.yaml,line={SUMMARY_LINE},title=word-stigmatises::the summary: " in "\n".join(
        lines
    )
    assert [line.split(" ")[0] for line in lines[:1]] == ["::error"]
    assert any(line.startswith("::notice file=a.yaml,title=state-fictional::") for line in lines)
    assert not any(WEAK in line for line in lines)


def test_what_github_would_read_as_its_own_marks_is_escaped(here: Path, capsys: Out) -> None:
    text = ANSWERS.replace("turns junkies away", "turns junkies %0A away").replace(
        "title: Interviews in prisons", 'title: "Interviews in prisons"'
    )
    (here / "a.yaml").write_text(text, "utf-8")
    printed = checked(capsys, "github")
    assert "::error file=it's 1%25%2C b%3Ac.yaml,line=" in printed
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in printed.splitlines())


# ---- SARIF ----


def sarif_run(capsys: Out) -> dict[str, Any]:
    """Return the run in the SARIF log of both files."""
    log = json.loads(checked(capsys, "sarif"))
    assert list(faults(log, SARIF)) == []
    [run] = log["runs"]
    return dict(run)


def test_each_result_has_its_rule_from_the_types(capsys: Out) -> None:
    run = sarif_run(capsys)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        kind = find_type(rule["id"])
        assert kind is not None
        assert rule["shortDescription"]["text"] == kind.rule
        assert rule["properties"]["tags"] == [kind.family]


def test_a_result_has_the_line_of_its_answer(capsys: Out) -> None:
    lines = {
        result["ruleId"]: result["locations"][0]["physicalLocation"].get("region", {}).get("startLine")
        for result in sarif_run(capsys)["results"]
    }
    assert lines["word-stigmatises"] == SUMMARY_LINE
    assert lines[WEAK] == OWN_LINE
    assert lines["state-fictional"] is None
    assert lines["file-faulty"] == 3


def test_a_waived_remark_is_suppressed_with_its_reason_and_no_other_is(capsys: Out) -> None:
    suppressed = {
        result["ruleId"]: result["suppressions"]
        for result in sarif_run(capsys)["results"]
        if "suppressions" in result
    }
    assert suppressed == {WEAK: [{"kind": "inSource", "status": "accepted", "justification": REASON}]}


def test_the_address_of_a_file_is_escaped(capsys: Out) -> None:
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif_run(capsys)["results"]
    }
    assert uris == {"a.yaml", "it%27s%201%25%2C%20b%3Ac.yaml"}


def test_the_schema_refuses_what_is_no_log(capsys: Out) -> None:
    log = json.loads(checked(capsys, "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] = {"startLine": 0}
    assert len(list(faults(log, SARIF))) == 2


# ---- completion ----


def test_the_tab_key_completes_codes_families_and_documents() -> None:
    names = names_to_complete(LIBRARY)
    assert "upr/joint" in names["--as"]
    assert {WEAK, *FAMILIES} <= set(names["--select"])
    assert names["--ignore"] == names["--select"]
    assert not set(FAMILIES) & set(names["--explain"])
    assert len(names["--explain"]) == sum("*" not in kind.code for kind in remark_types())
