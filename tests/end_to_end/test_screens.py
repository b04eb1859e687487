"""The standard draft at a real terminal of three sizes: every screen that a person sees, kept as text."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.interview.session import Person, interview
from tests.support.interview_screens import Screen, Step, Window, broken_rows, is_page, unread_rows, walk
from tests.support.script import QUESTIONS
from tests.support.standard_draft import StandardAuthor

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

SIZES = ((80, 24), (60, 20), (40, 15))
LAST = "Everything is saved in a.yaml."


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Step]]:
    """Return the answers file of the standard draft, and the questions with the keys that led to it."""
    store = Store.open(tmp_path_factory.mktemp("standard") / "a.yaml", "tests")
    author = StandardAuthor(store)
    interview(store, QUESTIONS, Person(author))
    steps = [Step(question.text, keys) for question, keys in zip(author.asked, author.pressed, strict=True)]
    return store.file, steps


@pytest.mark.seconds(120)
@pytest.mark.parametrize("size", SIZES, ids=[f"{columns}x{lines}" for columns, lines in SIZES])
def test_every_screen_of_the_standard_draft_can_be_read(
    standard: tuple[Path, list[Step]],
    golden: Callable[[str, str], None],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    file, steps = standard
    columns, lines = size
    window = Window(tmp_path, size, "new", "a.yaml")
    try:
        screens = list(walk(window, [*steps, Step("What next?", "\r")], LAST))
    finally:
        window.close()
    golden(f"screens/{columns}x{lines}.txt", as_text(screens, tmp_path))
    questions = [screen for screen in screens if not is_page(screen)]
    assert len(questions) == len(steps) + 2, 'the questions, "What next?", and the end'
    assert {len(screen.rows) for screen in screens} == {lines}
    assert [row for screen in screens for row in broken_rows(screen, columns)] == []
    assert {n: unread_rows(screen) for n, screen in enumerate(questions) if unread_rows(screen)} == {}
    assert read_answers(tmp_path / "a.yaml")[0].themes == read_answers(file)[0].themes
    assert (tmp_path / "a.docx").is_file()


def as_text(screens: list[Screen], folder: Path) -> str:
    """Return *screens* one below the other, without the folder of this test."""
    text = ""
    for number, screen in enumerate(screens, 1):
        rows = "\n".join(screen.rows).rstrip("\n").replace(str(folder), "FOLDER")
        text += f"════ {number}\n{rows}\n"
    return text
