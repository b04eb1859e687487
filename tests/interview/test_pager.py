"""The pager: which lines are on a page, where the keys lead, and which program shows a long text."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import get_cwidth

from drafter.cli.paging import paged
from drafter.interview.control_flow import Stop
from drafter.terminal.pager import show_pages
from drafter.terminal.prompts_pager import KEYS, Pages, show_in_own_pager

TEXT = "".join(f"line {number}\n" for number in range(1, 101))
DOWN, PAGE_DOWN, END, CTRL_B, CTRL_C = "\x1b[B", "\x1b[6~", "\x1b[F", "\x02", "\x03"


def pages(lines: list[str], columns: int = 80, height: int = 24) -> Pages:
    """Return *lines* on a screen."""
    return Pages([[("", line)] for line in lines], lambda: (columns, height))


def texts(shown: Pages) -> list[str]:
    """Return the rows on the page."""
    return [fragment_list_to_text(row) for row in shown.page()]


def test_a_page_is_as_high_as_the_screen_without_the_line_of_keys() -> None:
    shown = pages(TEXT.splitlines())
    assert texts(shown) == [f"line {number}" for number in range(1, 24)]
    shown.move(shown.height)
    assert texts(shown)[0] == "line 24"
    assert "24–46 of 100" in shown.last_line()
    shown.move(1000)
    assert texts(shown)[-1] == "line 100"
    assert shown.last_line().endswith("end of 100 lines")
    shown.move(-1000)
    assert texts(shown)[0] == "line 1"


@pytest.mark.parametrize(("columns", "keys"), [(80, KEYS[0]), (60, KEYS[1]), (40, KEYS[-1]), (20, "")])
def test_the_keys_and_the_position_fit_in_one_line(columns: int, keys: str) -> None:
    last = pages(TEXT.splitlines(), columns).last_line()
    assert len(last) <= columns
    assert keys in last
    assert "1–23 of 100" in last


@pytest.mark.parametrize("word", ["word", "शब्द", "كلمة", "条约机构", "🧭", "e\u0301"])
@pytest.mark.parametrize("columns", [80, 60, 40, 7])
def test_a_line_that_is_too_long_is_cut_between_words_and_nothing_of_it_is_lost(
    word: str, columns: int
) -> None:
    line = " ".join([word] * 50)
    shown = pages([line], columns, height=1000)
    rows = texts(shown)
    assert "".join(rows) == line
    assert max(map(get_cwidth, rows)) <= columns or columns < get_cwidth(word)
    if columns > 2 * get_cwidth(word):
        assert all(row.strip().split() == [word] * len(row.split()) for row in rows)


def test_after_a_resize_the_page_is_at_about_the_same_place() -> None:
    size = [80, 24]
    shown = Pages([[("", "word " * 30)] for _ in range(200)], lambda: (size[0], size[1]))
    shown.move(150)
    before = shown.top / len(shown.rows())
    size[:] = [40, 15]
    assert len(shown.page()) == 14
    assert abs(shown.top / len(shown.rows()) - before) < 0.02
    size[:] = [100, 1]
    assert len(shown.page()) == 1


def screen(size: tuple[int, int]) -> tuple[Vt100_Output, io.StringIO]:
    """Return a terminal of a *size*, and what was written to it."""
    written = io.StringIO()
    return Vt100_Output(written, lambda: Size(rows=size[1], columns=size[0]), term="xterm"), written


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)])
@pytest.mark.parametrize("close", ["\r", "q", CTRL_B, "\x0f", "\x04"])
def test_each_key_that_goes_on_elsewhere_closes_the_pager(size: tuple[int, int], close: str) -> None:
    output, written = screen(size)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(f" b{DOWN}{PAGE_DOWN}{END}gG{close}")
        show_in_own_pager(TEXT)
    assert "line 100" in written.getvalue()
    assert "\x1b[?1049l" in written.getvalue(), "the screen is as it was before"


def test_ctrl_c_stops() -> None:
    output, _ = screen((80, 24))
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(CTRL_C)
        with pytest.raises(Stop):
            show_in_own_pager(TEXT)


def test_styles_are_shown_and_are_no_text() -> None:
    output, written = screen((80, 24))
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text("q")
        show_in_own_pager("\x1b[1mBold\x1b[0m plain\n" + TEXT)
    assert "[0;1m" in written.getvalue()
    assert "Bold" in written.getvalue()
    assert "^[" not in written.getvalue()


def test_empty_lines_at_the_end_make_no_page() -> None:
    output, written = screen((80, 24))
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text("q")
        show_in_own_pager("\n".join(f"line {number}" for number in range(1, 24)) + "\n\x1b[0m\n  \n\n")
    assert "end of 23 lines" in written.getvalue()


# ---- which pager ----


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what drafter's own pager shows, on a screen of 24 lines."""
    shown: list[str] = []
    monkeypatch.setattr("drafter.terminal.prompts_pager.show_in_own_pager", shown.append)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    monkeypatch.delenv("PAGER", raising=False)
    return shown


def test_a_short_text_is_printed_and_a_long_one_is_shown_page_by_page(own: list[str]) -> None:
    printed: list[str] = []
    short = "line\n" * 22
    assert show_pages(short, printed.append) is False
    assert show_pages(TEXT, printed.append) is True
    assert (printed, own) == ([short], [TEXT])


def test_the_pager_of_the_person_gets_the_text(
    own: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "shown.txt"
    monkeypatch.setenv("PAGER", f"tee '{file}'")
    assert show_pages(TEXT, print) is True
    assert file.read_text("utf-8") == TEXT
    assert own == []


@pytest.mark.parametrize("command", ["no-such-pager", "'open quote"])
def test_a_pager_that_does_not_start_is_replaced_by_our_own(
    own: list[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PAGER", command)
    assert show_pages(TEXT, print) is True
    assert own == [TEXT]


# ---- what a command prints ----


class Screen(io.StringIO):
    """A standard output that says that it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Make standard input and output terminals and return the output. pytest sets them before each test."""
    out = Screen()
    monkeypatch.setattr(sys, "stdin", Screen())
    monkeypatch.setattr(sys, "stdout", out)
    for name in ("ACCESSIBLE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return out


def test_long_output_goes_to_the_pager_and_short_output_to_the_screen(
    own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal = terminal(monkeypatch)
    with paged() as shown:
        print("short")
    assert (shown.by_page, at_a_terminal.getvalue()) == (False, "short\n")
    with paged() as shown:
        print(TEXT, end="")
    assert (shown.by_page, own) == (True, [TEXT])
    assert at_a_terminal.getvalue() == "short\n"


PLAIN: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "ACCESSIBLE": lambda patch: patch.setenv("ACCESSIBLE", "1"),
    "a terminal that cannot redraw": lambda patch: patch.setenv("TERM", "dumb"),
    "a pipe": lambda patch: patch.setattr(sys.stdin, "isatty", lambda: False),
}


@pytest.mark.parametrize("name", PLAIN)
def test_in_plain_mode_and_in_a_pipe_everything_is_printed(
    own: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    at_a_terminal = terminal(monkeypatch)
    PLAIN[name](monkeypatch)
    with paged() as shown:
        print(TEXT, end="")
    assert (shown.by_page, at_a_terminal.getvalue(), own) == (False, TEXT, [])


def test_with_the_option_plain_everything_is_printed(own: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal = terminal(monkeypatch)
    with paged(plain=True):
        print(TEXT, end="")
    assert (at_a_terminal.getvalue(), own) == (TEXT, [])


def test_what_was_printed_before_an_error_is_not_lost(
    own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal = terminal(monkeypatch)

    def print_and_fail() -> None:
        with paged():
            print("before it")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        print_and_fail()
    assert at_a_terminal.getvalue() == "before it\n"
    assert own == []


def test_control_characters_of_a_text_do_not_reach_the_pager(
    own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal = terminal(monkeypatch)
    with paged():
        print(f"{TEXT}\x1b[2J")
    assert "\x1b" not in own[0]
    assert "2J" in own[0]
    assert at_a_terminal.getvalue() == ""
