"""Back, all answers, Ctrl-C and Ctrl-D at the first question of every command that asks, in both manners."""

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
    """A place where a command asks: how to come there, which question it is, and where back and = lead."""

    arguments: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    """Questions on the way, each with the number of the choice to take there."""
    question: str
    back: str
    overview: str
    begun: str = OPEN
    stopped: int = STOPPED


MENU = "What do you want to do?"
PROMPTS = {
    "menu": Prompt((), (), MENU, MENU, MENU, begun=""),
    "menu, doors": Prompt(
        (), ((MENU, "2"),), "What brings you here?", MENU, "Nothing is answered yet.", begun=""
    ),
    "menu, clauses": Prompt((), ((MENU, "3"),), "Which words should the clause have?", MENU, MENU, begun=""),
    "menu, new": Prompt((), ((MENU, "1"),), "What should the answers file be called?", MENU, MENU, begun=""),
    "new": Prompt(
        ("new", "b.yaml"), (), "What do you want to write?", "What do you want to write?",
        "Which answer do you want to change?",
    ),
    "new, later": Prompt(
        ("new", "a.yaml"), (), "Which session of the Working Group", "Which State is it about?",
        "Which answer do you want to change?",
    ),
    "profile": Prompt(
        ("profile",), (), "full name?", "full name?", "Which answer do you want to change?",
    ),
    "choose": Prompt(
        ("mechanisms", "choose"), (), "What brings you here?", "This is the first question.",
        "Nothing is answered yet.",
    ),
}  # fmt: skip


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[Prompt, bool], Session]]:
    """Return a function that runs a command up to the place where it asks."""
    opened: list[Session] = []

    def run(prompt: Prompt, plain: bool) -> Session:
        if prompt.begun:
            (tmp_path / "a.yaml").write_text(prompt.begun, "utf-8")
        opened.append(Session.drafter(tmp_path, *prompt.arguments, plain=plain))
        at = opened[-1]
        for question, number in prompt.keys:
            wait_for(at, question, plain)
            at.press(f"{number}{ENTER}" if plain else f"{DOWN * (int(number) - 1)}{ENTER}")
        wait_for(at, prompt.question, plain)
        return at

    yield run
    for file in opened:
        file.child.close(force=True)


def wait_for(at: Session, question: str, plain: bool) -> None:
    """Wait until *question* is asked; a key that is pressed at once belongs to a prompt in any case."""
    at.see(question)
    if plain:
        at.see(": ")


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize("name", PROMPTS)
def test_back_and_overview_lead_to_a_question_and_ctrl_c_and_ctrl_d_stop(
    begin: Callable[[Prompt, bool], Session], name: str, plain: bool
) -> None:
    prompt = PROMPTS[name]
    for key, leads in ((CTRL_B, prompt.back), (CTRL_O, prompt.overview)):
        at = begin(prompt, plain)
        at.press(key if not plain else {CTRL_B: f"<{ENTER}", CTRL_O: f"={ENTER}"}[key])
        at.see(leads)
        at.press(CTRL_C)
        assert at.end() == STOPPED
        assert "Traceback" not in at.text()
    for key in (CTRL_C, CTRL_D):
        at = begin(prompt, plain)
        at.press(key)
        assert at.end() == prompt.stopped
        assert "Traceback" not in at.text()
        assert "topped" in at.text()


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_before_a_build_back_and_overview_lead_to_the_overview_and_ctrl_c_ends(
    tmp_path: Path, plain: bool
) -> None:
    file = finished(tmp_path)
    before = file.read_bytes()
    for key in (CTRL_B, CTRL_O):
        at = Session.drafter(tmp_path, "new", file.name, plain=plain)
        at.see("What next?")
        at.see(": " if plain else "Stop; it is all saved")
        at.press({CTRL_B: f"<{ENTER}", CTRL_O: f"={ENTER}"}[key] if plain else key)
        at.see("Which answer do you want to change?")
        at.press(CTRL_C)
        assert at.end() == STOPPED
        assert "Traceback" not in at.text()
    for key in (CTRL_C, CTRL_D):
        at = Session.drafter(tmp_path, "new", file.name, plain=plain)
        at.see("What next?")
        at.see(": " if plain else "Stop; it is all saved")
        at.press(key)
        assert at.end() == 0
        assert "Everything is saved in a.yaml." in at.text()
    assert file.read_bytes() == before


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_answers_that_are_in_no_answers_file_are_shown_too(tmp_path: Path, plain: bool) -> None:
    at = Session.drafter(tmp_path, "mechanisms", "choose", plain=plain)
    at.see("What brings you here?")
    at.see(": " if plain else "I don't know yet")
    at.press(f"1{ENTER}" if plain else ENTER)
    at.see("Chosen:" if plain else "?")
    at.see(": " if plain else "I don't know yet")
    at.press(f"={ENTER}" if plain else CTRL_O)
    at.see("Your answers so far:")
    at.see("What brings you here?")
    at.press(CTRL_C)
    assert at.end() == STOPPED
    profile = Session.drafter(tmp_path, "profile", plain=plain)
    wait_for(profile, "full name?", plain)
    profile.press(f"House of Examples{ENTER}")
    profile.see("acronym")
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
    at = Session.drafter(tmp_path, "new", "a.yaml", plain=plain)
    at.see("What became of the recommendations")
    at.see("ends it")
    at.press(f"Little, so far.{ENTER}" if plain else "Little, so far.")
    time.sleep(0.5)  # lines that come at once would be a paste, in which a sign is text
    at.press(f"={ENTER}" if plain else CTRL_O)
    at.see("Which answer do you want to change?")
    at.press(CTRL_C)
    assert at.end() == STOPPED
    assert "Little, so far." in file.read_text("utf-8")
