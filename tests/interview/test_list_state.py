"""Lists: what a search finds, what is highlighted, what can be taken, and what is counted."""

import os
import pty
import threading
import time
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from drafter.answers.paths import MISSING
from drafter.cli.menu_question import new_file
from drafter.errors import Fault
from drafter.interview.control_flow import Stop
from drafter.interview.validator import check
from drafter.model.question import Choice, Question
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.list_state import ListState
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from drafter.terminal.prompts_hints import list_keys, text_keys, yes_no_keys_line
from drafter.terminal.prompts_rows import ListPrompt, list_text
from drafter.terminal.width import wrapped_keys
from tests.support.typing_keys import BACKSPACE, CTRL_C, DOWN, ENTER, SPACE, TAB, keyboard

THEMES = (
    Choice(value="women", title="Women", more="Women who use drugs; pregnancy; shelters."),
    Choice(value="girls", title="Women and girls in detention", note="· 48", words=48),
    Choice(value="cote", title="Prisons of Côte d’Ivoire", note="· 30", words=30),
    Choice(value="upr/joint", title="UPR: joint submission", also="shadow report, stakeholder report"),
    Choice(value="naloxone", title="Overdose", more="Naloxone for women and men."),
    Choice(value="नेपाल", title="नेपाल में जेल"),
    *(Choice(value=f"n{number}", title=f"Number {number}", words=10) for number in range(10)),
)
SEVERAL = Question(path=("x",), section="S", text="Which?", kind="choices", choices=THEMES)
SEARCH = Question(path=("x",), section="S", text="Which?", kind="search", choices=THEMES)


def found_by(typed: str) -> list[str]:
    """Return the values of the choices that *typed* finds, the best first."""
    return [THEMES[position].value for position in ChoiceSearch(THEMES).matching(typed)]


def answer(keys: str, question: Question, current: Any = MISSING) -> Any:
    """Return the answer that *keys* give; REFUSED if they give none before Ctrl-C."""
    with keyboard(keys + CTRL_C):
        try:
            return ask(question, current, lambda _: None)
        except Stop:
            return "no answer"


# ---- the search ----


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("women and girls", "girls"),
        ("girls women", "girls"),
        ("detention WOM", "girls"),
        ("cote d'ivoire", "cote"),
        ("CÔTE D’IVOIRE", "cote"),
        ("“women” ‘girls’", "girls"),
        ("joint upr", "upr/joint"),
        ("shadow report", "upr/joint"),
        ("upr/joint", "upr/joint"),
        ("जेल", "नेपाल"),
        ("women", "women"),
        ("number 3", "n3"),
    ],
)
def test_words_in_any_order_find_a_choice(typed: str, first: str) -> None:
    assert found_by(typed)[0] == first


def test_titles_come_before_other_names_and_these_before_text_that_is_not_shown() -> None:
    assert found_by("women") == ["women", "girls", "naloxone"]
    assert found_by("report") == ["upr/joint"]


def test_a_word_that_nothing_has_finds_nothing() -> None:
    assert found_by("women xyzzy") == []
    assert found_by("womenand") == []
    assert found_by("  ") == [choice.value for choice in THEMES]


# ---- what can be taken ----


def test_blanks_belong_to_the_search_and_tab_takes_the_highlighted_line() -> None:
    assert answer(f"women and girls{TAB}{ENTER}", SEVERAL) == ["girls"]
    assert answer(f"women and {SPACE}{SPACE}{ENTER}{ENTER}", SEVERAL) == []


def test_a_blank_takes_the_highlighted_line_while_nothing_is_typed() -> None:
    assert answer(f"{SPACE}{DOWN}{SPACE}{ENTER}", SEVERAL) == ["women", "girls"]


def test_nothing_can_be_taken_while_nothing_matches() -> None:
    assert answer(f"xyzzy{TAB}{SPACE}\x01{ENTER}{ENTER}", SEVERAL) == []
    assert answer(f"xyzzy{ENTER}{DOWN}{ENTER}", SEARCH) == "no answer"
    state = ListState(THEMES, is_searched=True)
    state.type("xyzzy")
    assert (state.lines(10), state.highlighted) == ([], None)
    state.take()
    assert state.message == "Nothing matches what you typed. Backspace deletes a letter."


def test_enter_after_a_search_asks_once_more_before_it_goes_on_without_a_choice() -> None:
    assert answer(f"girls{ENTER}", SEVERAL) == "no answer"
    assert answer(f"girls{ENTER}{ENTER}", SEVERAL) == []
    assert answer(f"girls{ENTER}{TAB}{ENTER}", SEVERAL) == ["girls"]


def test_enter_alone_takes_nothing_that_was_not_highlighted() -> None:
    assert answer(ENTER, SEARCH) == "no answer"
    assert answer(f"{ENTER}{DOWN}{ENTER}", SEARCH) == "women"
    assert answer(ENTER, SEARCH, "girls") == "girls"
    assert answer(f"women{BACKSPACE * 5}{ENTER}", SEARCH) == "no answer"


def test_letters_do_nothing_in_a_list_without_a_search() -> None:
    few = SEARCH.model_copy(update={"kind": "choice", "choices": THEMES[:5]})
    assert answer(f"jjk{ENTER}", few) == "no answer"
    assert answer(f"jj{DOWN}{ENTER}", few) == "women"


def test_enter_behind_letters_that_mean_nothing_here_asks_once_more() -> None:
    """Who has left the interview and types a command of the shell has not chosen the line marked."""
    few = SEARCH.model_copy(update={"kind": "choice", "choices": THEMES[:5], "default": "women"})
    assert answer(f"ls{ENTER}", few) == "no answer"
    assert answer(f"drafter new x{ENTER}{ENTER}", few) == "women"
    assert answer(f"\x1b[200~drafter new x\x1b[201~{ENTER}", few) == "no answer"
    assert answer(ENTER, few) == "women"


@pytest.mark.parametrize("question", [SEVERAL, SEVERAL.model_copy(update={"choices": THEMES[:5]})])
def test_enter_with_nothing_taken_says_so_once_and_then_goes_on_with_none(question: Question) -> None:
    assert answer(ENTER, question) == "no answer"
    assert answer(f"{ENTER}{ENTER}", question) == []
    assert answer(f"{ENTER}{TAB}{ENTER}", question) == ["women"]
    assert answer(ENTER, question, ["girls"]) == ["girls"]


# ---- what is counted ----


def test_the_count_says_how_many_match_and_how_many_are_below() -> None:
    state = ListState(THEMES, is_searched=True)
    assert state.count(state.lines(10)) == "6 more below · 16 in all"
    state.type("number")
    assert state.count(state.lines(4)) == "6 more below · 10 of 16 match"
    state.type(" 3")
    assert state.count(state.lines(4)) == "1 of 16 match"


def test_the_words_of_what_is_taken_are_added_up() -> None:
    state = ListState(THEMES, taken=["girls"], highlighted="cote")
    assert state.taken_total() == "1 taken, 48 words"
    state.take()
    assert state.taken_total() == "2 taken, 78 words"
    assert ListState(THEMES).taken_total() == "None taken"


def test_groups_have_headings_until_something_is_searched() -> None:
    choices = [choice.model_copy(update={"group": "A" if place < 2 else "B"})
               for place, choice in enumerate(THEMES)]  # fmt: skip
    state = ListState(choices, is_searched=True)
    assert [line.text for line in state.lines(5)] == ["A", "", "", "B", ""]
    state.type("women")
    assert [line.text for line in state.lines(5)] == ["", "", ""]


# ---- keys that were typed too early ----


class Drawn(DummyOutput):
    """A screen that notices when a prompt is drawn on it."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def flush(self) -> None:
        """Notice that something was drawn."""
        self.event.set()


def at_a_terminal(early: bytes, later: bytes, question: Question) -> Any:
    """Return the answer at a terminal on which *early* was typed before the prompt, and *later* after it."""
    master, slave = pty.openpty()
    screen = Drawn()

    def type_later() -> None:
        screen.event.wait(20)
        time.sleep(0.2)
        os.write(master, later)

    typist = threading.Thread(target=type_later)
    with open(slave, encoding="utf-8", closefd=False) as keys:
        source = Vt100Input(keys)
        with source.raw_mode(), create_app_session(input=source, output=screen):
            os.write(master, early)
            time.sleep(0.05)
            typist.start()
            try:
                return ask(question, MISSING, lambda _: None)
            except Stop:
                return "no answer"
            finally:
                screen.event.set()
                clear_typeahead(source)
                typist.join()
                os.close(slave)
                os.close(master)


@pytest.mark.parametrize("early", [b"\r\r\r", b"\x1b[B\r", b" \r", b"\t\t\r", b"women\r", b"\x01\r"])
def test_keys_typed_before_a_list_is_drawn_choose_nothing(early: bytes) -> None:
    assert at_a_terminal(early, b"\x03", SEARCH) == "no answer"
    assert at_a_terminal(early, b"\r\r", SEVERAL) == []


def test_letters_typed_before_a_list_is_drawn_search_it() -> None:
    assert at_a_terminal(b" women and girls\r", b"\r", SEARCH) == "girls"


def test_keys_typed_before_a_yes_or_no_is_drawn_answer_nothing() -> None:
    asked = Question(path=("x",), section="S", text="Sure?", kind="yes-no", default=False)
    assert at_a_terminal(b"y\r", b"\x03", asked) == "no answer"


def test_ctrl_c_typed_too_early_still_stops() -> None:
    assert at_a_terminal(b"\x03", b"\r", SEVERAL) == "no answer"


def test_a_text_typed_too_early_is_kept_and_a_bare_enter_is_not() -> None:
    asked = Question(path=("x",), section="S", text="What?", kind="line")
    assert at_a_terminal(b"sixtieth", b"\r", asked) == "sixtieth"
    assert at_a_terminal(b"\r\r", b"words\r", asked) == "words"


def test_lines_pasted_without_brackets_are_joined_on_the_line() -> None:
    asked = Question(path=("x",), section="S", text="What?", kind="line")
    assert at_a_terminal(b"", b"sixtieth\rsession\r", asked) == "sixtieth session"


# ---- in plain mode ----


def heard(*lines: str) -> tuple[Any, str]:
    """Return the answer that *lines* give in plain mode, and everything that was said."""
    left, said = list(lines), list[str]()
    value = ask_plainly(SEVERAL, MISSING, said.append, lambda _: left.pop(0))
    return value, "\n".join(said)


def test_plain_mode_finds_other_names_and_says_the_words_so_far() -> None:
    value, said = heard("shadow report", "2 3", "")
    assert "4. UPR: joint submission" in said
    assert "Taken: Women and girls in detention. 1 taken so far, 48 words" in said
    assert "Taken: Prisons of Côte d’Ivoire. 2 taken so far, 78 words" in said
    assert value == ["girls", "cote"]


def test_plain_mode_reads_out_hidden_text_only_if_no_title_matches() -> None:
    said = heard("wom", "")[1]
    assert "1. Women" in said
    assert "5. Overdose" not in said
    assert heard("naloxone", "", "")[0] == ["naloxone"]


# ---- small screens ----


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (60, 20), (40, 15), (20, 5)])
def test_no_line_of_a_list_is_wider_than_the_screen(
    monkeypatch: pytest.MonkeyPatch, columns: int, lines: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(lines))
    choices = [
        Choice(value="a", title="concern         " + "नेपाल में जेल " * 9, note="· 71 · already under “Women”"),
        Choice(value="b", title="薬物依存症の人々 " * 9, note="· 8", words=8),
        Choice(value="c", title="🕊️ " * 40, note="About this document"),
        *THEMES,
    ]
    state = ListState(choices, highlighted="a", is_searched=True)
    keys = list_keys(SEVERAL, is_searched=True, reads=True)
    prompt = ListPrompt(
        message=lambda: "Which?",
        keys=keys,
        keys_unmarked=keys,
        is_multiple=True,
        lines_above=2,
        refuse_unknown=lambda: None,
    )
    shown = "".join(part[1] for part in list_text(state, prompt)).splitlines()
    assert max(map(get_cwidth, shown)) < columns
    assert max(map(get_cwidth, wrapped_keys(keys).splitlines())) < columns
    assert len(shown) + 4 <= max(lines, 9)
    assert any("· 71" in line for line in shown)
    assert "more below" in shown[-1]


@pytest.mark.parametrize(("columns", "note"), [(80, "· 30 words"), (40, "· 30")])
def test_the_number_of_a_clause_says_what_it_counts_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, columns: int, note: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    clauses = [
        Choice(value="a", title="First"),
        Choice(value="b", title="concern         Prisons of Côte d’Ivoire", note="· 30 words", words=30),
    ]
    state = ListState(clauses, highlighted="a", is_searched=True)
    prompt = ListPrompt(
        message=lambda: "Which?",
        keys="",
        keys_unmarked="",
        is_multiple=True,
        lines_above=2,
        refuse_unknown=lambda: None,
    )
    row = "".join(part[1] for part in list_text(state, prompt)).splitlines()[2]
    assert row.endswith(note)
    state.type("words")
    assert state.shown == [], "the unit is no name of a clause"


# ---- the line under a prompt ----


@pytest.mark.parametrize(
    ("kind", "more", "line"),
    [
        ("line", {}, "Enter alone: no answer"),
        ("line", {"required": True}, "Type an answer"),
        ("long", {}, "Enter alone: no answer · Esc, then Enter, ends the text"),
        ("long", {"required": True}, "Esc, then Enter, ends the text"),
        ("line", {"allow_unknown": True}, "Enter alone: no answer · ?: I don't know yet"),
    ],
)
def test_the_line_under_a_text_says_what_enter_does(kind: str, more: dict[str, bool], line: str) -> None:
    fields = {"path": ("x",), "section": "S", "text": "What?", "kind": kind, **more}
    question = Question.model_validate(fields)
    assert text_keys(question, "") == line
    assert "alone" not in text_keys(question, "", is_empty=False)


def test_the_name_of_a_new_file_is_suggested_and_cannot_be_left_out() -> None:
    asked: list[Question] = []

    def ask_name(question: Question, _: object) -> str:
        asked.append(question)
        return "ours"

    assert new_file(ask_name) == "ours.yaml"
    assert text_keys(asked[0], str(asked[0].default)) == "Enter alone goes on with: submission"
    assert isinstance(check(asked[0], "-"), Fault)


@pytest.mark.parametrize(
    ("default", "current", "line"),
    [
        (None, MISSING, "y or n"),
        (False, MISSING, "y or n · Enter goes on with: no"),
        (False, True, "y or n · Enter goes on with: yes"),
    ],
)
def test_the_line_under_a_yes_or_no_says_what_enter_does(default: Any, current: Any, line: str) -> None:
    asked = Question(path=("x",), section="S", text="Sure?", kind="yes-no", default=default)
    assert yes_no_keys_line(asked, current) == line
