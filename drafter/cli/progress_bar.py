"""A progress bar for what takes long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drafter.cli.streams import unfiltered


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[float], object]]:
    """Yield a function that moves a bar, from 0 to 1; *what* says what is going on.

    The bar is shown only if standard error is a terminal, and is gone afterwards.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(file=unfiltered(sys.stderr))
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task(what, total=1)
        yield lambda part: bar.update(task, completed=part)
