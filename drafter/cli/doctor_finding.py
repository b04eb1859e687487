"""One line of ``drafter doctor``: what was looked at, what it is like, and what to do."""

from pathlib import Path
from typing import Literal

from drafter.frozen import frozen

State = Literal["ok", "note", "problem"]
"""Fine; works, but could be better; has to be put right."""


@frozen
class Finding:
    """What was looked at, what it is like, and what to do about it."""

    name: str
    state: State
    says: str
    remedy: str = ""


def without_home(path: Path) -> str:
    """Return *path* with ``~`` for the user's folder: people show this page to others who help them."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)
