"""The keys that a person types to answer a question, and a keyboard that types them at real prompts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from drafter.model.question import Question

ENTER, DOWN, UP, RIGHT, SPACE, CTRL_C, ESCAPE = "\r", "\x1b[B", "\x1b[A", "\x1b[C", " ", "\x03", "\x1b"
TAB, BACKSPACE = "\t", "\x7f"


@contextmanager
def keyboard(keys: str = "") -> Iterator[PipeInput]:
    """Connect the prompts inside to a keyboard on which *keys* have been typed, and yield it."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        yield pipe


def keys_for(question: Question, answer: Any, current: Any = None) -> str:
    """Return the keys that give *answer* to *question*, which shows the answer *current* so far."""
    values = [choice.value for choice in question.choices]
    match question.kind:
        case "yes-no":
            return "y" if answer else "n"
        case "search":
            return question.choices[values.index(answer)].title + ENTER
        case "choice":
            position = len(values) if answer is None else values.index(answer)
            highlighted = current if current in values else question.default
            if highlighted not in values:
                return DOWN * (position + 1) + ENTER  # nothing is highlighted until an arrow is pressed
            start = values.index(highlighted)
            return (DOWN if position > start else UP) * abs(position - start) + ENTER
        case "choices":
            marked = set(current or ())
            keys = ""
            for value in values:
                keys += SPACE if (value in answer) != (value in marked) else ""
                keys += DOWN
            while keys.endswith(DOWN):  # not needed before Enter
                keys = keys.removesuffix(DOWN)
            # Enter with nothing taken says so once, and goes on the second time.
            return keys + ENTER + ("" if answer else ENTER)
        case "long":
            return ("?" if answer is None else answer) + ESCAPE + ENTER
        case _:
            return ("?" if answer is None else str(answer)) + ENTER
