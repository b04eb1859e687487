"""What a person may do at a question instead of answering it. What was typed so far is not lost by it."""


class Aside(Exception):
    """The question is left for now."""

    def __init__(self, typed: str | None = None) -> None:
        super().__init__()
        self.typed = typed
        """What stood on the line and was not there before, ``None`` where nothing did."""


class Back(Aside):
    """Go back to the question before."""


class Overview(Aside):
    """Look at everything answered so far, and change any of it."""


class Stop(KeyboardInterrupt):
    """The interview ends here: Ctrl-C, or the terminal was closed."""

    def __init__(self, typed: str | None = None) -> None:
        super().__init__()
        self.typed = typed
        """What stood on the line and was not there before, ``None`` where nothing did."""
