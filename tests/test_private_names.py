"""From the answers to the screen: what gives a person away is told with its place, and never repeated."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.cli.making import make
from drafter.markup.count import count_blocks, sections
from drafter.model.remark import Remark
from tests.test_compose import ORGANISATION, section, submission
from tests.test_library import RULES, SHAPE, clause, write_library

Out = pytest.CaptureFixture[str]
PRIVATE = "cases:\n  C1: {name: Canaria Goldfinch, passport: CANARY-4711, sister: Vera Will Green}\n"
AGREED = {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"}
CASES = {"C1": {"pseudonym": "Mira", "age_group": "adult", "text": "She was held.", "consent": AGREED}}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return a function that writes answers of a name, with the private file beside them."""
    write_library(tmp_path)
    monkeypatch.chdir(tmp_path)

    def written(name: str = "a", **answers: Any) -> Path:
        file = submission(tmp_path, cases=CASES, **answers)
        (tmp_path / f"{name}.private.yaml").write_text(f"format: 1\n{PRIVATE}", "utf-8")
        return file.rename(tmp_path / f"{name}.yaml")

    return written


def told(file: Path, code: str) -> list[Remark]:
    """Return the remarks with this code on the draft of *file*."""
    return [one for one in make(file).remarks if one.code == code]


def test_a_part_of_a_name_is_a_warning_with_its_place_and_stops_no_build(write: Write, capsys: Out) -> None:
    own = [{"text": "Words."}, {"text": "We met Goldfinch."}]
    file = write(themes=section(own=own), title="Of Canaria")
    [remark] = told(file, "part-of-name-in-text")
    assert (remark.level, remark.place) == ("warning", "case C1 (Mira)")
    assert "the title and paragraph 2" in remark.text
    for command in (["build", str(file)], ["build", str(file), "--final"], ["preview", str(file), "--count"]):
        assert main(command) == DONE
        said = capsys.readouterr()
        told_ = said.err + (said.out if command[0] == "preview" else "")
        assert "case C1 (Mira)" in told_
        assert "goldfinch" not in told_.casefold()


def test_ordinary_words_states_organisations_and_pseudonyms_raise_no_alarm(write: Write) -> None:
    organisation = {**ORGANISATION, "name": "Goldfinch House"}
    own = [{"text": "Will the State act? It will go green, as Goldfinch House says; so says Mira."}]
    file = write(themes=section(own=own, cases=["C1"]), organisations=[organisation])
    assert [one.code for one in make(file).remarks if "name" in one.code] == []
    loud = write("b", themes=section(own=[{"text": "We met Ms Green, and Will."}]))
    [remark] = told(loud, "part-of-name-in-text")
    assert "paragraph 1" in remark.text


def test_a_name_that_only_the_properties_of_the_file_hold_is_an_error(write: Write) -> None:
    file = write(keywords=["Goldfinch, Canaria"])
    assert "Goldfinch" in make(file).draft.document.properties.keywords
    [remark] = told(file, "real-name-in-text")
    assert remark.level == "error"
    assert "the properties of the file" in remark.text


def test_the_name_of_the_word_file_is_looked_at_and_not_that_of_a_folder(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    file = write("canaria-goldfinch")
    assert [one.level for one in told(file, "real-name-in-file-name")] == ["error"]
    assert main(["build", str(file), "--final"]) == FAULT
    assert main(["build", str(file), "--final", "-o", "statement.docx"]) == DONE
    other = write("a")
    assert main(["build", str(other), "--final", "-o", "goldfinch-4.docx"]) == DONE
    assert main(["build", str(other), "--final", "-o", "CANARY4711.docx"]) == FAULT
    folder = tmp_path / "Canaria Goldfinch"
    folder.mkdir()
    assert main(["build", str(other), "--final", "-o", str(folder)]) == DONE
    capsys.readouterr()
    assert main(["build", "--json", str(other), "-o", "goldfinch-5.docx"]) == DONE
    [built] = json.loads(capsys.readouterr().out)
    levels = {one["code"]: one["level"] for one in built["remarks"]}
    assert levels["real-name-in-file-name"] == "warning"


def test_a_name_in_the_answers_that_is_not_printed_is_told(write: Write) -> None:
    file = write(inactive={"themes": [{"heading": "Canaria Goldfinch"}]})
    [remark] = told(file, "real-name-in-answers")
    assert "inactive › themes › 1 › heading" in remark.text


def test_without_a_private_file_nothing_is_looked_for(write: Write, tmp_path: Path) -> None:
    file = write(title="Canaria Goldfinch")
    assert told(file, "real-name-in-text") != []
    (tmp_path / "a.private.yaml").unlink()
    assert [one for one in make(file).remarks if "name" in one.code] == []


def test_remarks_name_themes_gaps_and_positions_as_the_person_knows_them(
    write: Write, tmp_path: Path
) -> None:
    write_library(tmp_path, {"jails/a": clause("Ask {{ body }}.", kind="concern", questions=["body"])})
    made = make(write(themes=section("jails/a"), stand_for=["for"]))
    places = {one.code: one.place for one in made.remarks}
    assert places["theme-without-fact"] == "theme “Jails & prisons”"
    assert places["gap"] == "paragraph 1"
    assert places["position-unsaid"] == "position “We are for it”"


def test_today_is_known_to_a_final_build_alone(write: Write, capsys: Out) -> None:
    file = write(sign_off={"date": "2019-05-03"})
    for flags, said in (([], False), (["--final"], True)):
        assert main(["build", "--json", *flags, str(file)]) == DONE
        [built] = json.loads(capsys.readouterr().out)
        assert ("signed-long-ago" in [one["code"] for one in built["remarks"]]) is said


def test_the_sections_that_are_listed_add_up_to_the_whole(write: Write, tmp_path: Path, capsys: Out) -> None:
    asked = "## To one\n\nfour words stand here\n\n## To two\n\nfour words again here\n"
    shape = f"{SHAPE}\n# Recommendations\n\n{asked}"
    write_library(tmp_path, rules=RULES, shape=shape)
    file = write(themes=section(own=[{"text": "Some words."}]))
    blocks = make(file).draft.document.blocks
    assert sum(one.whole for one in sections(blocks) if one.level < 2) == count_blocks(blocks)
    assert main(["preview", "--count", str(file)]) == DONE
    counted = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Recommendations", "13"] in counted
    assert ["To", "two", "6"] in counted
