"""Standard output and error: every character prints, no control character reaches the terminal."""

import codecs
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TextIO, cast

from drafter.screen_text import visible


class ScreenStream:
    """A text stream that shows what would control the terminal; everything else is the stream it wraps.

    rich and prompt_toolkit send sequences of their own. They write to ``unfiltered`` (prompt_toolkit through
    ``buffer``) what was made visible before.
    """

    def __init__(self, unfiltered: TextIO) -> None:
        self.unfiltered = unfiltered

    def write(self, text: str) -> int:
        """Write *text* with its hidden characters made visible and return its length."""
        self.unfiltered.write(visible(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of *lines*."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unfiltered, name)


def unfiltered(stream: TextIO) -> TextIO:
    """Return the stream to which drafter's own colours are written: *stream*, or what it wraps."""
    return stream.unfiltered if isinstance(stream, ScreenStream) else stream


def make_printable() -> None:
    """Prepare input, output and error output of the process.

    A sign that the terminal or the pipe does not know is put in simpler ones; what would control the terminal
    is shown by its number. A stream that the caller closed is one that leads nowhere.
    """
    codecs.register_error("drafter", _simpler)
    # Python 3.13 and later would colour tracebacks and help with sequences that the filter then shows.
    os.environ.setdefault("PYTHON_COLORS", "0")
    if sys.stdin is None:  # first: it is opened again under its own number
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="drafter")
        setattr(sys, name, stream if isinstance(stream, ScreenStream) else ScreenStream(stream))


def let_go(stream: TextIO) -> None:
    """Send what *stream* still holds nowhere, so that the end of the process does not trip over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say_on_errors(text: str) -> None:
    """Print *text* on the error output, where that still takes anything."""
    with suppress(OSError):
        print(text, file=cast(TextIO, sys.stderr))


_SIMPLER = str.maketrans(
    {
        "✓": "OK", "─": "-", "–": "-", "—": "-", "•": "*", "·": "-", "…": "...", "×": "x", "→": "->",
        "›": ">", "‹": "<", "»": ">", "«": "<", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i",
    }
)  # fmt: skip
"""What stands for a sign where it cannot be printed; a letter with an accent loses that alone."""


def _simpler(error: UnicodeError) -> tuple[str, int]:
    """Return what is printed in place of the signs of which *error* tells, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    signs = error.object[error.start : error.end].translate(_SIMPLER)
    plain = (unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?" for sign in signs)
    return "".join(plain), error.end
