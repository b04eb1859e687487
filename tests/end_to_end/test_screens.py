"""The standard draft at a real terminal of three sizes: every screen that a person sees, kept as text."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.columns import columns
from drafter.interview.session import Person, interview
from tests.support.checkout import EXAMPLES
from tests.support.interview_screens import Screen, Step, Window, broken_rows, is_page, unread_rows, walk
from tests.support.on_a_day import ask_on
from tests.support.script import QUESTIONS
from tests.support.standard_draft import DAY, StandardAuthor
from tests.support.word_edits import replace
from tests.support.word_files import built, edited

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

SIZES = ((80, 24), (60, 20), (40, 15))
LAST = "Everything is saved in a.yaml."


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Step]]:
    """Return the answers file of the standard draft, and the questions with the keys that led to it."""
    store = Store.open(tmp_path_factory.mktemp("standard") / "a.yaml", "tests")
    author = StandardAuthor(store)
    with pytest.MonkeyPatch.context() as patch:
        ask_on(DAY, patch)
        interview(store, QUESTIONS, Person(author))
    steps = [Step(question.text, keys) for question, keys in zip(author.asked, author.pressed, strict=True)]
    return store.file, steps


@pytest.mark.seconds(180)
@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{lines}" for width, lines in SIZES])
def test_every_screen_of_the_standard_draft_can_be_read(
    standard: tuple[Path, list[Step]],
    golden: Callable[[str, str], None],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    file, steps = standard
    width, lines = size
    window = Window(tmp_path, size, "new", "a.yaml")
    try:
        screens = list(walk(window, [*steps, Step("What next?", "\r")], LAST))
    finally:
        window.close()
    golden(f"screens/{width}x{lines}.txt", as_text(screens, tmp_path))
    questions = [screen for screen in screens if not is_page(screen)]
    assert len(questions) == len(steps) + 2, 'the questions, "What next?", and the end'
    assert {len(screen.rows) for screen in screens} == {lines}
    assert [row for screen in screens for row in broken_rows(screen, width)] == []
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


TABLE = (
    "Number,Text,States,Country\n"
    "1.1,Provide treatment for people who use drugs,Norway,Ruritania\n"
    "1.2,Protect children,Chile,Ruritania\n"
)
DOWN, ENTER = "\x1b[B", "\r"


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "What do you want to do?"),
        (("profile",), "full name"),
        (("mechanisms", "choose"), "What brings you here?"),
        (("import", "recommendations.csv", "--into", "a.yaml"), "Which"),
        (("merge", "a.yaml", "edited.docx"), "What do you want to do with it?"),
    ],
    ids=lambda value: value[0] if value and isinstance(value, tuple) else None,
)
def test_no_line_of_a_command_that_asks_is_cut_at_the_edge(
    tmp_path: Path, arguments: tuple[str, ...], first: str
) -> None:
    example = EXAMPLES / "ruritania-upr-individual.yaml"
    if "merge" in arguments:
        word = built(tmp_path, example)
        change = edited(word, lambda file: replace(file, "After the hospital", "After it", everywhere=True))
        change.replace(tmp_path / "edited.docx")
    (tmp_path / "a.yaml").write_bytes(example.read_bytes())
    (tmp_path / "recommendations.csv").write_text(TABLE, "utf-8")
    window = Window(tmp_path, (40, 15), *arguments)
    try:
        window.settled(lambda screen: first in screen.text, first)
        for keys in (DOWN + ENTER, DOWN + ENTER, DOWN + ENTER, "\x03"):
            window.press(keys)
            screen = window.settled(is_waiting, "a question, or the end")
            if "It ended with" in screen.text:
                break
        lines = window.tmux("capture-pane", "-p", "-J", "-S", "-").splitlines()
    finally:
        window.close()
    longer = [line.strip() for line in lines if columns(line.rstrip()) > 40 and "━" not in line]
    assert [line for line in longer if len(line.split()) > 1 and not line.startswith("drafter ")] == []


def is_waiting(screen: Screen) -> bool:
    """Return whether the program has ended, or waits at a question whose keys are shown."""
    return "It ended with" in screen.text or (screen.question is not None and "━" not in screen.text)
