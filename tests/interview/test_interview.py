"""The interview, typed at real prompts, stopped and killed at every question."""

import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.interview.flow import next_question, questions
from drafter.model.question import Question
from drafter.yaml_text import read_yaml
from tests.support.script import LIBRARY, ROBOT, hold
from tests.support.trees import working


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an answers file from an interview that was not interrupted."""
    file = tmp_path_factory.mktemp("straight") / "a.yaml"
    assert hold(file) > 40
    return file


def test_a_whole_interview_writes_an_answers_file_that_can_be_read(uninterrupted: Path) -> None:
    answers, _ = read_answers(uninterrupted)
    assert answers.document == "upr/joint"
    assert [organisation.name for organisation in answers.organisations] == [
        "Order & Safety <Act>",
        "1. x {{ z }}",
    ]
    assert answers.facts["F1"].source == "S1"
    assert answers.facts["F2"].source == "S1"
    assert [section.theme for section in answers.themes] == ["recovery", "compulsory-treatment"]
    assert answers.themes[1].facts == ("F1", "F2")
    assert answers.details["follow_up"] == "First line\n\nSecond line: # not a comment"
    assert answers.method is None
    assert "method" in answers.model_fields_set
    assert answers.keywords == ("drug policy", "recovery")


def test_after_the_last_answer_no_question_is_open(uninterrupted: Path) -> None:
    data = read_yaml(uninterrupted.read_text("utf-8"), "a.yaml")
    assert next_question(working(data), LIBRARY) is None


def test_an_answer_with_only_one_possibility_is_saved_unasked_and_can_be_changed(tmp_path: Path) -> None:
    asked: list[Question] = []
    hold(tmp_path / "a.yaml", announce=lambda question, _: asked.append(question))
    paths = [question.path for question in asked]
    assert ("language",) not in paths
    assert ("organisations", 0, "role") not in paths
    assert ("organisations", 1, "role") not in paths, "there is a lead"
    data = read_yaml((tmp_path / "a.yaml").read_text("utf-8"), "a.yaml")
    assert data["language"] == "en"
    assert data["organisations"][0]["role"] == "lead"
    paths_after = [item.path for item in questions(working(data), LIBRARY)]
    assert ("language",) in paths_after
    assert ("organisations", 0, "role") in paths_after


def test_every_question_has_help(uninterrupted: Path) -> None:
    data = read_yaml(uninterrupted.read_text("utf-8"), "a.yaml")
    without = [item.path for item in questions(working(data), LIBRARY) if not item.help]
    assert without == []


def test_a_refused_position_is_not_offered(uninterrupted: Path) -> None:
    data = read_yaml(uninterrupted.read_text("utf-8"), "a.yaml")
    offered = {
        LIBRARY.clause(choice.value).head.position
        for item in questions(working(data), LIBRARY)
        if item.path[-1] == "clauses"
        for choice in item.choices
    }
    assert offered
    assert offered.isdisjoint({"decriminalisation", "legal-regulation"})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the process that is killed is forked")
@pytest.mark.seconds(180)
def test_a_process_killed_after_each_question_in_turn_resumes_to_the_identical_file(
    uninterrupted: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    for _ in range(200):
        child = os.fork()
        if child == 0:
            _answer_one_question_and_die(file)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
    else:
        pytest.fail("the interview never ended")
    assert file.read_text("utf-8") == uninterrupted.read_text("utf-8")


def _answer_one_question_and_die(file: Path) -> None:
    """In a child process: answer one question and be killed while the next is on the screen."""
    asked = 0

    def announce(question: Question, _: Any) -> None:
        nonlocal asked
        if asked:
            os.kill(os.getpid(), signal.SIGKILL)
        asked += 1

    status = 1
    try:
        hold(file, announce=announce)
        status = 0
    finally:
        os._exit(status)


def test_every_answer_before_ctrl_c_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    asked: list[Question] = []

    def stop_at_fifth(question: Question, current: Any, data: Mapping[str, Any]) -> Any:
        asked.append(question)
        if len(asked) == 5:
            raise KeyboardInterrupt
        return ROBOT.at_a_prompt(question, current, data)

    with pytest.raises(KeyboardInterrupt):
        hold(file, stop_at_fifth)
    data = read_yaml(file.read_text("utf-8"), "a.yaml")
    assert next_question(working(data), LIBRARY) == asked[-1]
    assert data["language"] == "en", "the only language was saved with the State"
    assert data["details"] == {"session": "sixtieth session", "deadline": None}


def test_a_comment_that_a_person_added_survives_the_next_answer(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: 1   # keep me\n# and me\ndocument: upr/joint\n", "utf-8")
    asked = 0

    def stop_at_third(question: Question, current: Any, data: Mapping[str, Any]) -> Any:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise KeyboardInterrupt
        return ROBOT.at_a_prompt(question, current, data)

    with pytest.raises(KeyboardInterrupt):
        hold(file, stop_at_third)
    text = file.read_text("utf-8")
    assert "format: 1   # keep me" in text
    assert "# and me" in text
    assert "state: Ruritania" in text
