"""The answers files of a folder, and how far each has come."""

import json
import os
import re
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from drafter.interview.recent_files import submission_state, submissions
from drafter.interview.setting import open_questions
from drafter.privacy.private_file import private_path
from drafter.yaml_text import read_yaml
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.small_submission import (
    answer_all_blank,
    open_small_submission,
)
from tests.support.trees import data_of, working

CHANGED = datetime(2020, 3, 4, 12).timestamp()
AGE = "changed 4 March 2020"


def write(folder: Path, name: str, text: str | bytes, seconds: int = 0) -> Path:
    """Write the file *name*, last changed *seconds* after the others."""
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(file, (CHANGED + seconds, CHANGED + seconds))
    return file


def test_the_file_that_was_changed_last_comes_first(tmp_path: Path) -> None:
    old = write(tmp_path, "a.yaml", "format: 1\n")
    new = write(tmp_path, "b.yaml", "format: 1\n", 20)
    between = write(tmp_path, "c.yaml", "format: 1\n", 10)
    assert submissions(tmp_path) == [new, between, old]


def test_only_answers_files_are_listed(tmp_path: Path) -> None:
    commented = write(tmp_path, "a.yaml", "# Ours\n\nformat: 1\n")
    write(tmp_path, "settings.yaml", "colour: red\nnotes: 'the format: 1'\n")
    write(tmp_path, "latin.yaml", "format: 1\nstate: Österreich\n".encode("latin-1"))
    write(tmp_path, "answers.txt", "format: 1\n")
    write(tmp_path, private_path(commented).name, "format: 1\n")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert submissions(tmp_path) == [commented]


def test_files_in_folders_below_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    write(tmp_path / "below", "a.yaml", "format: 1\n")
    assert submissions(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have pipes in folders")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert submissions(tmp_path) == []


def test_an_unfinished_file_shows_its_open_questions_and_its_document(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", "format: 1\ndocument: upr/individual\nstate: Ruritania\nlanguage: en\n")
    state, day, title = submission_state(file, LIBRARY)
    count, words = state.split(maxsplit=1)
    assert int(count) > 5
    assert words == "to answer"
    assert title == LIBRARY.document("upr/individual").rules.title
    assert day == AGE


def test_a_finished_file_says_so(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    state, day, title = submission_state(store.file, LIBRARY)
    assert state == "no questions left"
    assert title == LIBRARY.document("upr/individual").rules.title
    assert day == "changed today"


def test_an_example_is_finished_although_its_file_does_not_say_that_no_more_is_to_be_added(
    example: Path,
) -> None:
    before = example.read_bytes()
    assert open_questions(working(read_yaml(before.decode(), str(example))), QUESTIONS)
    assert submission_state(example, LIBRARY)[0] == "no questions left"
    assert example.read_bytes() == before


@pytest.fixture
def finished(tmp_path: Path) -> dict[str, Any]:
    """Return the small submission after an interview in which nothing optional was answered."""
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    return deepcopy(data_of(store))


def state_of(tmp_path: Path, tree: dict[str, Any]) -> str:
    """Return how far the answers *tree* have come."""
    return submission_state(write(tmp_path, "other.yaml", json.dumps(tree, indent=1)), LIBRARY)[0]


def test_offers_to_add_something_and_optional_answers_do_not_count_as_unanswered(
    tmp_path: Path, finished: dict[str, Any]
) -> None:
    assert finished.pop("interview")["finished"]
    del finished["facts"]["F1"]["locator"]
    open_paths = {item.path for item in open_questions(working(finished), QUESTIONS)}
    assert ("facts", "F1", "locator") in open_paths
    assert ("interview", "more", "theme/compulsory-treatment") in open_paths
    assert state_of(tmp_path, finished) == "no questions left"


def test_a_choice_a_required_text_and_a_theme_with_nothing_in_it_are_still_to_be_answered(
    tmp_path: Path, finished: dict[str, Any]
) -> None:
    without_choice, without_name, with_theme = (deepcopy(finished) for _ in range(3))
    del without_choice["earlier"][0]["position"]
    assert state_of(tmp_path, without_choice) == "1 to answer"
    del without_name["organisations"][0]["name"]
    assert state_of(tmp_path, without_name) == "1 to answer"
    with_theme["themes"].append({"theme": "women"})
    assert re.fullmatch(r"\d+ to answer", state_of(tmp_path, with_theme))


FAULTY = ("format: 1\nthemes: 5\n", "format: 99\n", "format: [\n", "format: 1\ndocument: no/such\n")


@pytest.mark.parametrize("text", FAULTY)
def test_a_file_with_a_fault_shows_only_when_it_was_changed(tmp_path: Path, text: str) -> None:
    assert submission_state(write(tmp_path, "a.yaml", text), LIBRARY) == [AGE]


@pytest.mark.parametrize(
    ("days", "age"), [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (13, "13 days ago")]
)
def test_the_age_of_a_file_is_in_days_for_two_weeks(tmp_path: Path, days: int, age: str) -> None:
    noon = datetime.combine(date.today() - timedelta(days), time(12))
    file = write(tmp_path, "a.yaml", "format: [\n")
    os.utime(file, (noon.timestamp(), noon.timestamp()))
    assert submission_state(file, LIBRARY) == [f"changed {age}"]
