"""Every key at every command that asks, on three sizes of screen that change, in prompts and plain lines.

Whatever is pressed, nobody sees a traceback, the program goes on asking, and Ctrl-C ends it.
"""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from drafter.cli import DONE, STOPPED
from tests.support.checkout import EXAMPLES
from tests.support.keys_at_a_terminal import CTRL_B, CTRL_C, CTRL_D, CTRL_O, ENTER, Session
from tests.support.word_edits import replace
from tests.support.word_files import built, edited

UP, DOWN, LEFT, RIGHT, HOME, END = (f"\x1b[{letter}" for letter in "ABDCHF")
KEYS = (
    CTRL_B, CTRL_O, "\x14", UP, DOWN, LEFT, RIGHT, HOME, END, "\x1b[5~", "\x1b[6~", "\x1b[3~", "\t", " ",
    "\x7f", "\x01", "\x05", "\x15", "\x17", "\x1a", "\x1bOP", f"\x1b{ENTER}", "?", "/", "y", "n", "1", "all",
)  # fmt: skip
"""Arrows and other keys that move; Ctrl-T and Ctrl-A, E, U, W, Z; F1; Esc with Enter; what answers."""
LINES = ("<", "=", "!", "?", "1", "all", "e", "-", ".", "0", "99", "yes", "no", "")
"""What a person types in plain mode."""
SCRIPTS = (
    "दवा नीति",
    "سياسة المخدرات",
    "毒品政策 ポリシー",
    "🧭👩🏽‍⚕️🇳🇴",
    "e\u0301\u200d\u202e",
    "\x1b[200~two\nlines\x1b[201~",
)
"""Text in other scripts, hidden characters, and a paste of two lines."""
SIZES = ((24, 80), (20, 60), (15, 40))
COMMANDS: dict[str, tuple[tuple[str, ...], str]] = {
    "menu": ((), "What do you want to do?"),
    "new": (("new", "b.yaml"), "What do you want to write?"),
    "new, begun": (("new", "a.yaml"), "When is the submission due?"),
    "new, finished": (("new", "done.yaml"), "?"),
    "profile": (("profile",), "full name"),
    "choose": (("mechanisms", "choose"), "What brings you here?"),
    "import": (("import", "recommendations.csv", "--into", "a.yaml"), "Which"),
    "merge": (("merge", "done.yaml", "edited.docx"), "What do you want to do with it?"),
}
"""The commands that ask, each with the first question."""
BEGUN = (
    "format: 1\ndocument: upr/individual\nstate: Ruritania\nlanguage: en\ndetails: {session: s, cycle: c}\n"
    "stand_for: [harm-reduction]\n"
)
TABLE = (
    "Number,Text,States,Country\n"
    "1.1,Provide treatment for people who use drugs,Norway,Ruritania\n"
    "1.2,Protect children,Chile,Ruritania\n"
)

Begin = Callable[[str, tuple[int, int], bool], Session]


@pytest.fixture(scope="module")
def edited_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of an example, which a colleague has edited."""
    file = built(tmp_path_factory.mktemp("edited"), EXAMPLES / "ruritania-upr-individual.yaml")
    return edited(file, lambda word: replace(word, "After the hospital", "After treatment", everywhere=True))


@pytest.fixture
def begin(tmp_path: Path, edited_file: Path) -> Iterator[Begin]:
    """Return a function that runs a command up to its first question, on a screen of a size."""
    (tmp_path / "edited.docx").write_bytes(edited_file.read_bytes())
    opened: list[Session] = []
    (tmp_path / "a.yaml").write_text(BEGUN, "utf-8")
    (tmp_path / "done.yaml").write_bytes((EXAMPLES / "ruritania-upr-individual.yaml").read_bytes())
    (tmp_path / "recommendations.csv").write_text(TABLE, "utf-8")

    def run(name: str, size: tuple[int, int], plain: bool) -> Session:
        arguments, question = COMMANDS[name]
        opened.append(Session.drafter(tmp_path, *arguments, plain=plain, size=size))
        opened[-1].see(question)
        keys = "Type an answer" if name == "profile" else "Enter"
        opened[-1].see(": " if plain else keys)
        return opened[-1]

    yield run
    for session in opened:
        session.child.close(force=True)


def read(session: Session) -> None:
    """Read what the program prints until it is quiet."""
    try:
        while True:
            session.read += session.child.read_nonblocking(100_000, timeout=0.08)
    except (pexpect.TIMEOUT, pexpect.EOF):
        pass


def end(session: Session) -> int:
    """Press Ctrl-C until the program ends, and return its exit status."""
    for _ in range(12):
        if not session.child.isalive():
            break
        session.press(CTRL_C)
        time.sleep(0.05)
        read(session)
    return session.end()


SCREENS = [(size, False) for size in SIZES] + [(SIZES[-1], True)]
"""The sizes of screens, and whether the questions are plain lines: these are alike on all screens."""


@pytest.mark.seconds(240)
@pytest.mark.parametrize(
    ("size", "plain"), SCREENS, ids=[f"{size[1]}x{size[0]}-{plain}" for size, plain in SCREENS]
)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_key_ends_in_a_traceback(begin: Begin, name: str, size: tuple[int, int], plain: bool) -> None:
    chance = random.Random(f"{name} {size} {plain}")
    keys = [f"{line}{ENTER}" for line in (*LINES, *SCRIPTS[:5])] if plain else [*KEYS, *SCRIPTS]
    chance.shuffle(keys)
    session = begin(name, size, plain)
    for number, key in enumerate(keys):
        if not session.child.isalive():  # a list was answered, and the command had no other question
            break
        session.press(key)
        read(session)
        if number % 5 == 4:
            session.press(ENTER)
            session.child.setwinsize(*chance.choice(SIZES))
            read(session)
    status = end(session)
    assert "Traceback" not in session.text(), keys
    assert status in (STOPPED, DONE), session.text()[-2000:]


@pytest.mark.seconds(240)
@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("key", [CTRL_B, CTRL_O, CTRL_D], ids=["back", "overview", "end"])
def test_the_keys_that_leave_a_question_work_at_the_first_one(
    begin: Begin, name: str, key: str, plain: bool
) -> None:
    session = begin(name, SIZES[0], plain)
    typed = {CTRL_B: f"<{ENTER}", CTRL_O: f"={ENTER}"}.get(key, key) if plain else key
    session.press(typed)
    read(session)
    status = end(session)
    assert "Traceback" not in session.text()
    assert status in (STOPPED, DONE)
