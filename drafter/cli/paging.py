"""What a command prints, page by page where it is longer than the screen."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from drafter.cli.streams import ScreenStream, unfiltered
from drafter.terminal.asker import is_plain


class _Held(io.StringIO):
    """Text for a terminal that is not there yet: printed as on the screen, with styles and line breaks."""

    def isatty(self) -> bool:
        """Return that it is a terminal."""
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]  # io declares a variable
        """The encoding of the screen."""
        return getattr(sys.__stdout__, "encoding", None) or "utf-8"


class Shown:
    """How something was shown."""

    by_page = False
    """Whether it was shown page by page, so that it is no longer on the screen."""


@contextmanager
def paged(*, plain: bool = False, lines_below: int = 2) -> Iterator[Shown]:
    """Show what is printed to standard output inside page by page, if it is longer than the screen.

    What comes next needs *lines_below* on the same screen.

    The value says afterwards how it was shown.

    In *plain* mode, and where standard input or output is no terminal, it is printed as ever.
    """
    if is_plain(plain) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Shown()
        return
    shown = Shown()
    screen, held = sys.stdout, _Held()
    sys.stdout = cast(io.TextIOWrapper, ScreenStream(held, wraps=getattr(screen, "wraps", False)))
    try:
        yield shown
    except BaseException:
        unfiltered(screen).write(held.getvalue())
        raise
    finally:
        sys.stdout = screen
    from drafter.terminal.pager import show_pages

    shown.by_page = show_pages(held.getvalue(), unfiltered(screen).write, lines_below=lines_below)
