"""Back, overview, Ctrl-C and Ctrl-D at the first question of every command, in prompts and plain lines."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.cli import STOPPED
from tests.support.keys_at_a_terminal import CTRL_B, CTRL_C, CTRL_D, CTRL_O, ENTER, Session
from tests.support.terminal import finished

DOWN = "\x1b[B"
OPEN = "format: 1\ndocument: upr/individual\nstate: Ruritania\nlanguage: en\n"


class Prompt(NamedTuple):
    """A question of a command: the way to it, its text, and where back and the overview lead."""

    arguments: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    """The questions on the way, each with the number of the choice to take."""
    question: str
    back: str
    overview: str
    saved: str = OPEN
    """The text of the answers file before the command starts; none if it is empty."""
    stopped: int = STOPPED


MENU = "What do you want to do?"
PROMPTS = {
    "menu": Prompt((), (), MENU, MENU, MENU, saved=""),
    "menu, mechanism choice": Prompt(
        (), ((MENU, "3"),), "What brings you here?", MENU, "Which answer do you want to change?", saved=""
    ),
    "menu, clauses": Prompt((), ((MENU, "4"),), "Which words should the clause have?", MENU, MENU, saved=""),
    "menu, check": Prompt((), ((MENU, "5"),), "Which file do you want to check?", MENU, MENU, saved=""),
    "menu, new": Prompt((), ((MENU, "2"),), "What should the answers file be called?", MENU, MENU, saved=""),
    "menu, tour": Prompt((), ((MENU, "1"),), "step 1 of 6", MENU, "step 1 of 6", saved=""),
    "menu, more": Prompt((), ((MENU, "6"),), "What else do you want to do?", MENU, MENU, saved=""),
    "new": Prompt(
        ("new", "b.yaml"), (), "What do you want to write?", "What do you want to write?",
        "Which answer do you want to change?",
    ),
    "new, later": Prompt(
        ("new", "a.yaml"), (), "Which session of the Working Group", "Which State is it about?",
        "Which answer do you want to change?",
    ),
    "profile": Prompt(
        ("profile",), (), "full name,", "full name,", "Which answer do you want to change?",
    ),
    "choose": Prompt(
        ("mechanisms", "choose"), (), "What brings you here?", "This is the first question.",
        "Which answer do you want to change?",
    ),
}  # fmt: skip


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[Prompt, bool], Session]]:
    """Return a function that runs a command up to a question."""
    opened: list[Session] = []

    def run(prompt: Prompt, plain: bool) -> Session:
        if prompt.saved:
            (tmp_path / "a.yaml").write_text(prompt.saved, "utf-8")
        opened.append(Session.drafter(tmp_path, *prompt.arguments, plain=plain))
        session = opened[-1]
        for question, number in prompt.keys:
            wait_for(session, question, plain)
            session.press(f"{number}{ENTER}" if plain else f"{DOWN * (int(number) - 1)}{ENTER}")
        wait_for(session, prompt.question, plain)
        return session

    yield run
    for session in opened:
        session.child.close(force=True)


def wait_for(session: Session, question: str, plain: bool) -> None:
    """Wait until *question* is asked and its prompt reads keys."""
    session.see(question)
    if plain:
        session.see(": ")


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize("name", PROMPTS)
def test_back_and_overview_lead_to_a_question_and_ctrl_c_and_ctrl_d_stop(
    begin: Callable[[Prompt, bool], Session], name: str, plain: bool
) -> None:
    prompt = PROMPTS[name]
    for key, target in ((CTRL_B, prompt.back), (CTRL_O, prompt.overview)):
        session = begin(prompt, plain)
        session.press(key if not plain else {CTRL_B: f"<{ENTER}", CTRL_O: f"={ENTER}"}[key])
        session.see(target)
        session.press(CTRL_C)
        assert session.end() == STOPPED
        assert "Traceback" not in session.text()
    for key in (CTRL_C, CTRL_D):
        session = begin(prompt, plain)
        session.press(key)
        assert session.end() == prompt.stopped
        assert "Traceback" not in session.text()
        assert "topped" in session.text()


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_before_a_build_back_and_overview_lead_to_the_overview_and_ctrl_c_ends(
    tmp_path: Path, plain: bool
) -> None:
    file = finished(tmp_path)
    before = file.read_bytes()
    for key in (CTRL_B, CTRL_O):
        session = Session.drafter(tmp_path, "new", file.name, plain=plain)
        session.see("What next?")
        session.see(": " if plain else "Stop; it is all saved")
        session.press({CTRL_B: f"<{ENTER}", CTRL_O: f"={ENTER}"}[key] if plain else key)
        session.see("Which answer do you want to change?")
        session.press(CTRL_C)
        assert session.end() == STOPPED
        assert "Traceback" not in session.text()
    for key in (CTRL_C, CTRL_D):
        session = Session.drafter(tmp_path, "new", file.name, plain=plain)
        session.see("What next?")
        session.see(": " if plain else "Stop; it is all saved")
        session.press(key)
        assert session.end() == 0
        assert "Everything is saved in a.yaml." in session.text()
    assert file.read_bytes() == before


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_answers_that_are_in_no_answers_file_are_shown_too(tmp_path: Path, plain: bool) -> None:
    session = Session.drafter(tmp_path, "mechanisms", "choose", plain=plain)
    session.see("What brings you here?")
    session.see(": " if plain else "I don't know yet")
    session.press(f"1{ENTER}" if plain else f"{DOWN}{ENTER}")
    session.see("Chosen:" if plain else "?")
    session.see(": " if plain else "I don't know yet")
    session.press(f"={ENTER}" if plain else CTRL_O)
    session.see("Which answer do you want to change?")
    session.see("What brings you here?")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    profile = Session.drafter(tmp_path, "profile", plain=plain)
    wait_for(profile, "full name,", plain)
    profile.press(f"House of Examples{ENTER}")
    profile.see("What is it and")
    profile.press(f"={ENTER}" if plain else CTRL_O)
    profile.see("Which answer do you want to change?")
    profile.see("House of Examples")
    profile.press(CTRL_C)
    assert profile.end() == STOPPED


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_half_typed_text_is_kept_when_the_overview_is_opened_and_left_with_ctrl_c(
    tmp_path: Path, plain: bool
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        f"{OPEN}details: {{session: s, cycle: c, deadline: d, last_review: l, names_public: 'yes'}}\n",
        "utf-8",
    )
    session = Session.drafter(tmp_path, "new", "a.yaml", plain=plain)
    session.see("What should other States know")
    session.see("such as <<." if plain else "ends the text")
    session.press(f"Little, so far.{ENTER}" if plain else "Little, so far.")
    time.sleep(0.5)  # lines that come at once would be a paste, in which = is text
    session.press(f"={ENTER}" if plain else CTRL_O)
    session.see("Which answer do you want to change?")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    assert "Little, so far." in file.read_text("utf-8")
