"""Signals with which a person leaves a question unanswered. Each carries the text that was typed so far."""


class Aside(Exception):
    """The person leaves the question for now."""

    def __init__(self, typed: str | None = None) -> None:
        super().__init__()
        self.typed = typed
        """The new text on the line, ``None`` if nothing was typed."""


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

    def __init__(self, typed: str | None = None) -> None:
        super().__init__()
        self.typed = typed
        """The new text on the line, ``None`` if nothing was typed."""
