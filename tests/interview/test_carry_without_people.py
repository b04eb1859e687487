"""``drafter new --from`` leaves people in the other submission, unless somebody says that they come along."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.cli import DONE, main
from drafter.cli.carry_over import take_people
from drafter.cli.parsers import parser_of
from drafter.drafting.without_people import people_in_words, without_people
from drafter.interview.control_flow import Back
from drafter.model.question import Question
from drafter.privacy.private_file import private_path
from tests.support.people import STORY, letter
from tests.support.script import LIBRARY

CALL = "special-procedures/call-for-input"
Out = pytest.CaptureFixture[str]


def new_reply(folder: Path, *more: str) -> Path:
    """Begin a reply to a call from a letter about Mira, and return its answers file."""
    file = folder / "reply.yaml"
    more_details: dict[str, Any] = {"reprisals": "Mira’s sister was visited.", "consent_to_send": "yes"}
    kept = {"place": ["details"], "key": "people", "value": "Meet Mira.", "document": "x/y"}
    inactive = {"removed": [kept]}
    origin = letter(folder, more_details, inactive=inactive, facts={"F1": {"text": "Forty saw no judge."}})
    assert main(["new", str(file), "--from", str(origin), "--document", CALL, "--no-input", *more]) == DONE
    return file


def test_the_people_of_a_letter_are_not_in_the_file_for_a_reply(tmp_path: Path, capsys: Out) -> None:
    written = new_reply(tmp_path).read_text("utf-8")
    assert "Mira" not in written
    assert STORY not in written
    assert "sister" not in written
    assert "It began in spring" not in written
    assert "Forty saw no judge" in written
    assert not private_path(tmp_path / "reply.yaml").exists()
    printed = " ".join(capsys.readouterr().out.split())
    assert "The people stay in" in printed
    left = printed.partition("Left there:")[2]
    assert "case C1" in left
    assert "“Who is concerned?”" in left
    assert "what was put aside of people" in left
    assert main(["check", str(tmp_path / "reply.yaml"), "--json"]) in (0, 1), "the new file can be read"


def test_people_come_along_if_somebody_says_so(tmp_path: Path) -> None:
    answers, _ = read_answers(new_reply(tmp_path, "--with-people"))
    assert answers.cases["C1"].text == STORY
    assert answers.themes[0].cases == ("C1",)


@pytest.mark.parametrize(("answer", "come"), [(True, True), (False, False), (None, False)])
def test_drafter_asks_and_no_is_the_default(
    answer: bool | None, come: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Question] = []

    def ask(question: Question, _: object) -> bool | None:
        asked.append(question)
        if answer is None:
            raise Back
        return answer

    monkeypatch.setattr("drafter.cli.yes_or_no.asker", lambda **_: (ask, ""))
    options = parser_of("new").parse_args(["b.yaml", "--from", "a.yaml", "--document", CALL])
    assert take_people(options)(["case C1"]) is come
    assert asked[0].default is False
    assert "case C1" in asked[0].help


def test_nothing_is_asked_where_nobody_is_told_of() -> None:
    tree: dict[str, Any] = {
        "document": "upr/individual",
        "details": {"session": "60th"},
        "themes": [{"theme": "torture", "facts": ["F1"]}],
    }
    assert people_in_words(tree, LIBRARY) == []
    assert without_people(tree, LIBRARY) == tree


def test_no_text_in_the_authors_words_comes_along_from_a_document_about_a_case(tmp_path: Path) -> None:
    told = "Mira, a woman of 34, was taken in May."
    own: dict[str, Any] = {"summary": told, "title": told, "closing": told, "method": told}
    themes = [
        {
            "theme": "torture",
            "clauses": [{"clause": "torture/prohibited-for-every-state", "text": told}],
            "own": [{"kind": "paragraph", "text": told}],
        }
    ]
    origin = letter(tmp_path, {}, **own, themes=themes)
    file = tmp_path / "reply.yaml"
    command = ["new", str(file), "--from", str(origin), "--document", CALL, "--no-input"]
    assert main(command) == DONE
    assert "woman of 34" not in file.read_text("utf-8")
    assert "torture" in file.read_text("utf-8")


def test_the_texts_of_a_report_come_along(tmp_path: Path) -> None:
    tree: dict[str, Any] = {"format": 1, "document": "upr/individual", "summary": "Many wait for treatment."}
    assert without_people(tree, LIBRARY)["summary"] == "Many wait for treatment."
