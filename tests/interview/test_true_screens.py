"""What a prompt leaves on the screen: the answer that was given and no other, and the keys that work."""

import re
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from drafter.answers.paths import MISSING, KeyPath
from drafter.interview.control_flow import Aside
from drafter.interview.items.item import FinishableItem
from drafter.interview.overview import LIST_SELDOM, OVERVIEW, View, overview
from drafter.model.question import Choice, Question
from drafter.terminal.list_state import ListState
from drafter.terminal.prompts import ask
from drafter.terminal.prompts_hints import list_keys, text_keys
from tests.support.script import QUESTIONS
from tests.support.small_submission import open_small_submission
from tests.support.typing_keys import CTRL_C, DOWN, ENTER, RIGHT, TAB, keyboard

CODES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")
NEXT = Question(
    path=("interview", "next"),
    section="S",
    text="What next?",
    kind="choice",
    choices=(Choice(value="build", title="Build the Word file"), Choice(value="stop", title="Stop")),
    default="build",
)


def screen_after(keys: str, question: Question) -> str:
    """Return everything that the prompt of *question* draws while *keys* are typed, without escape codes."""
    drawn = StringIO()
    output = Vt100_Output(drawn, lambda: Size(24, 80), term="xterm")
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(keys)
        with suppress(Aside, KeyboardInterrupt):
            ask(question, MISSING, lambda _: None)
    return CODES.sub("", drawn.getvalue())


@pytest.mark.parametrize(("keys", "left"), [("\x02", "back"), ("\x0f", "all answers"), (CTRL_C, "")])
def test_a_list_that_is_left_does_not_show_the_marked_line_as_chosen(keys: str, left: str) -> None:
    last = screen_after(keys, NEXT).rpartition("? What next?")[2]
    assert last.split("\n")[0].strip() == left


def test_the_key_that_opens_the_overview_leads_back_from_it() -> None:
    last = screen_after("\x0f", NEXT.model_copy(update={"path": OVERVIEW})).rpartition("? What next?")[2]
    assert last.split("\n")[0].strip() == "back"


def test_undo_in_the_overview_does_not_show_the_marked_row_as_chosen() -> None:
    asked = NEXT.model_copy(update={"path": OVERVIEW, "kind": "search"})
    last = screen_after("\x1a", asked).rpartition("? What next?")[2]
    assert "Build" not in last


def test_a_list_shows_the_choice_that_was_taken() -> None:
    assert "? What next? Stop\n" in screen_after(f"{DOWN}{ENTER}", NEXT).replace(" \n", "\n")


def test_the_keys_speak_of_a_marked_line_only_while_one_is_marked() -> None:
    unmarked = screen_after(CTRL_C, NEXT.model_copy(update={"default": None}))
    assert "Enter goes on with the line marked »" not in unmarked
    assert "↑↓ choose a line · Enter then goes on with it" in unmarked
    assert "Enter goes on with the line marked »" in screen_after(CTRL_C, NEXT)


def test_the_keys_of_the_overview_say_how_to_leave_it() -> None:
    def keys(path: KeyPath) -> str:
        return list_keys(NEXT.model_copy(update={"path": path}), is_searched=True, reads=False)

    assert "Ctrl-B: go on with the interview" in keys(OVERVIEW)
    assert "Ctrl-B: back to all answers" in keys(LIST_SELDOM)
    assert "Ctrl-B" not in keys(("interview", "next"))


def test_empty_means_nothing_more_in_a_list_that_is_added_to() -> None:
    add = FinishableItem(path=("interview", "more", "x"), section="S", text="Another fact?", name="x")
    assert text_keys(add, "") == "Enter alone: nothing more"


def test_a_text_that_is_read_begins_at_its_beginning_and_its_keys_reach_no_search() -> None:
    lines = "\n".join(f"Line {number} of it." for number in range(1, 60))
    choices = tuple(Choice(value=f"v{n}", title=f"Clause {n}", more=lines) for n in range(20))
    asked = NEXT.model_copy(update={"kind": "choices", "choices": choices})
    drawn = screen_after(f"{RIGHT}q{TAB}{ENTER}", asked)
    assert "Line 1 of it." in drawn
    assert "Line 30 of it." not in drawn, "one page is shown"
    assert "Enter: close" in drawn
    with keyboard(f"{RIGHT}q{TAB}{ENTER}"):
        assert ask(asked, MISSING, lambda _: None) == ["v0"], "q was searched for"


def test_the_key_for_the_warning_leaves_one_question_on_the_screen() -> None:
    asked = Question(path=("x",), section="S", text="Who?", help="A word of help.")
    said: list[str] = []
    output = StringIO()
    with (
        create_pipe_input() as pipe,
        create_app_session(input=pipe, output=Vt100_Output(output, lambda: Size(24, 80), term="xterm")),
    ):
        pipe.send_text("We\x14q, us\r")
        assert ask(asked, MISSING, said.append, lambda: "Nobody is anonymous.") == "We, us"
    assert said == ["    A word of help."]
    before, _, after = output.getvalue().partition("Nobody is anonymous.")
    assert before
    assert "Who?" in after
    erased = before.rpartition("Who?")[2]
    assert "\x1b[J" in erased, "the first prompt is gone before the warning is shown"


def test_a_search_for_an_answer_never_finds_the_row_that_undoes_it(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    menu = overview(store.answers, QUESTIONS, View(undo="136.88 · document", redo="136.88 · States"))
    state = ListState(menu.question.choices, is_searched=True)
    state.type("136.88")
    assert [choice.value for choice in state.shown if choice.value in ("undo", "redo")] == []
    state.search("")
    state.type("undo")
    assert state.highlighted is not None
    assert state.highlighted.value == "undo"
