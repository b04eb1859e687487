"""Prompts as they are drawn on a screen of any size, without a terminal."""

from contextlib import suppress
from typing import Any

import pytest
from prompt_toolkit import renderer
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.layout.screen import Screen
from prompt_toolkit.output import DummyOutput, Output

from drafter.answers.paths import MISSING
from drafter.interview.control_flow import Stop
from drafter.model.question import Question
from drafter.terminal.prompts import ask
from tests.support.typing_keys import CTRL_C


class SizedOutput(DummyOutput):
    """An output that shows nothing, of a size that can change."""

    def __init__(self, columns: int, lines: int) -> None:
        self.size = Size(rows=lines, columns=columns)

    def get_size(self) -> Size:
        """Return the size."""
        return self.size


def rows_of(screen: Screen) -> list[str]:
    """Return the rows of *screen*; the second column of a wide character is empty."""
    rows = (screen.data_buffer[row] for row in range(screen.height))
    return ["".join(row[column].char for column in range(max(row, default=-1) + 1)).rstrip() for row in rows]


def drawn(
    question: Question, columns: int, lines: int = 24, *, current: Any = MISSING, keys: str = ""
) -> tuple[list[str], list[str], list[str]]:
    """Return what is printed above the prompt of *question*, the prompt, and how *keys* leave it.

    The prompt is left with Ctrl-C unless the keys answer it.
    """
    said: list[str] = []
    screens: list[list[str]] = []
    compare = renderer._output_screen_diff

    def record(app: Application[Any], output: Output, screen: Screen, *more: Any, **named: Any) -> Any:
        screens.append(rows_of(screen))
        return compare(app, output, screen, *more, **named)

    with pytest.MonkeyPatch.context() as patch, create_pipe_input() as pipe:
        patch.setattr(renderer, "_output_screen_diff", record)
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("LINES", str(lines))
        with create_app_session(input=pipe, output=SizedOutput(columns, lines)), suppress(Stop):
            pipe.send_text(keys + CTRL_C)
            ask(question, current, said.append)
    return said, screens[0], screens[-1]
