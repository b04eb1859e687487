"""Standard output and error: every character prints, no control character reaches the terminal."""

import codecs
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TextIO, cast

from drafter.cli.screen_width import width
from drafter.columns import columns, wrap
from drafter.screen_text import escaped_for_json, visible

_DONE = "✓ "
_COMMAND = "drafter "
"""With this begins a line that a person may copy."""


class ScreenStream:
    """A text stream that makes control characters visible; in all else it is the stream that it wraps.

    rich and prompt_toolkit send control sequences of their own. They write text that was made visible before
    to ``unfiltered`` (prompt_toolkit through ``buffer``).
    """

    def __init__(self, unfiltered: TextIO, *, wraps: bool = False) -> None:
        self.unfiltered = unfiltered
        self.wraps = wraps
        """Whether lines longer than the screen end between words; the screen would end them in mid-word."""
        self._is_within_line = False

    def write(self, text: str) -> int:
        """Write *text* with its hidden characters made visible and return its length."""
        shown = visible(text)
        if self.wraps and text:
            if not self._is_within_line:
                shown = "\n".join(map(_wrapped, shown.split("\n")))
            self._is_within_line = not text.endswith("\n")
        self.unfiltered.write(shown)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of *lines*."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unfiltered, name)


def _wrapped(line: str) -> str:
    """Return *line* in lines no longer than the screen, with its indent; a command stays on one line."""
    bare = line.lstrip(" ")
    if columns(line) <= width() or bare.startswith(_COMMAND):
        return line
    indent = " " * (len(line) - len(bare))
    mark = _DONE if bare.startswith(_DONE) else ""  # it stays with the file that is named after it
    return "\n".join(wrap(bare.removeprefix(mark), width(), indent + mark, indent + " " * len(mark)))


def wrap_printed_lines() -> None:
    """From now on, let lines that are printed to a terminal end between words."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, ScreenStream) and stream.isatty():
            stream.wraps = True


def unfiltered(stream: TextIO) -> TextIO:
    """Return the stream that takes control sequences: *stream*, or the one that it wraps."""
    return stream.unfiltered if isinstance(stream, ScreenStream) else stream


def make_printable() -> None:
    """Prepare standard input, output and error of the process.

    A character that the terminal or the pipe cannot encode is replaced by a simpler one, and a control
    character by its number. A stream that the caller closed is opened on the null device.
    """
    codecs.register_error("drafter", _simplified)
    # Python 3.13 and later would colour tracebacks and help with sequences that the filter then shows.
    os.environ.setdefault("PYTHON_COLORS", "0")
    if sys.stdin is None:  # first, so that it gets its own number again
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="drafter")
        setattr(sys, name, stream if isinstance(stream, ScreenStream) else ScreenStream(stream))


def discard_output(stream: TextIO) -> None:
    """Send what *stream* still holds to the null device, so that the process can end without an error."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)


def print_error(text: str) -> None:
    """Print *text* on standard error, or nothing if that cannot be written."""
    with suppress(OSError):
        print(text, file=cast(TextIO, sys.stderr))


def print_json(value: object) -> None:
    """Print *value* as JSON, with characters as they are if the output can encode all of them."""
    print(json_text(value, indent=2))


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return *value* as JSON that standard output can encode; in one line without *indent*."""
    import json

    text = escaped_for_json(json.dumps(value, ensure_ascii=False, indent=indent))
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent)
    return text


_SIMPLER = str.maketrans(
    {
        "✓": "OK", "─": "-", "–": "-", "—": "-", "•": "*", "·": "-", "…": "...", "×": "x", "→": "->",
        "›": ">", "‹": "<", "»": ">", "«": "<", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i",
    }
)  # fmt: skip
"""Simpler characters for those that cannot be printed; a letter with an accent loses only the accent."""


def _simplified(error: UnicodeError) -> tuple[str, int]:
    """Return simpler characters for those that *error* is about, and the position after them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    text = error.object[error.start : error.end].translate(_SIMPLER)
    ascii_only = (
        unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode() or "?"
        for character in text
    )
    return "".join(ascii_only), error.end
