"""Signals with which a person leaves a question unanswered. Each carries what was typed or taken so far."""

from typing import TypeAlias

HalfMade: TypeAlias = str | list[str] | None
"""The new text on the line, or the choices taken by now where they are others than before; else ``None``."""


class Aside(Exception):
    """The person leaves the question for now."""

    def __init__(self, typed: HalfMade = None) -> None:
        super().__init__()
        self.typed = typed


class Back(Aside):
    """The person goes back to the question before."""


class Overview(Aside):
    """The person opens the list of all answers."""


class Undo(Aside):
    """In the list of all answers, the person undoes the last change."""


class Redo(Aside):
    """In the list of all answers, the person does the last undone change again."""


class ReadWarning(Aside):
    """The person reads the warning of the document again, and then answers the same question."""


class Stop(KeyboardInterrupt):
    """The interview ends: the person pressed Ctrl-C, or the terminal was closed."""

    def __init__(self, typed: HalfMade = None) -> None:
        super().__init__()
        self.typed = typed
