"""Measuring between two prompts: the CPU time of a process that asks at a terminal. For Linux."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pexpect  # type: ignore[import-untyped]

from tests.bench.processes import Place

_STEP, _QUIET, _LONGEST = 0.02, 0.3, 60.0
"""Seconds between two looks; without work before it counts as waiting; before giving up."""
_TICK = 1.0
"""Milliseconds of work that a waiting process may do now and then."""


class Prompts:
    """A process at a terminal of its own that asks, and waits for an answer."""

    def __init__(self, place: Place, command: Sequence[str], folder: Path) -> None:
        self._child = pexpect.spawn(
            command[0], list(command[1:]), cwd=str(folder), env=place.environment, dimensions=(24, 80)
        )
        self._last = 0.0

    @staticmethod
    def can_be_measured() -> bool:
        """Return whether this system tells how long a process has worked."""
        return Path(f"/proc/{os.getpid()}/schedstat").exists()

    def until_it_asks(self) -> float:
        """Wait until the process waits; return the milliseconds of CPU time since the last time."""
        used, since, begun = self._used(), time.monotonic(), time.monotonic()
        while time.monotonic() - since < _QUIET:
            self._read()
            time.sleep(_STEP)
            now = self._used()
            if now > used + _TICK:
                used, since = now, time.monotonic()
            if time.monotonic() - begun > _LONGEST:
                raise RuntimeError("the program goes on working and does not ask")
        taken, self._last = used - self._last, used
        return taken

    def answer(self, line: str) -> None:
        """Type *line* and Enter."""
        self._child.send(f"{line}\r")

    def end(self) -> None:
        """End the process."""
        self._child.close(force=True)

    @property
    def is_running(self) -> bool:
        """Whether the process is still there."""
        return bool(self._child.isalive())

    def _used(self) -> float:
        """Return the milliseconds of CPU time of the process so far, the same again once it has ended."""
        try:
            told = Path(f"/proc/{self._child.pid}/schedstat").read_text(encoding="ascii")
        except OSError:
            return self._last
        return int(told.split()[0]) / 1_000_000

    def _read(self) -> None:
        """Take what was printed, so that the process can go on printing; answer where it asks for a place."""
        try:
            printed = self._child.read_nonblocking(100_000, timeout=0)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        for _ in range(printed.count(b"\x1b[6n")):
            self._child.send("\x1b[1;1R")
