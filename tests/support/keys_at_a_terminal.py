"""drafter at a pseudo-terminal: it gets every typed byte, and can be sent signals."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]

from tests.support.checkout import CHECKOUT

CTRL_B, CTRL_C, CTRL_D, CTRL_O = "\x02", "\x03", "\x04", "\x0f"
ENTER = "\r"
_OWN = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")
"""The escape codes with which drafter and prompt_toolkit style and place text."""


def _program(forked: bool) -> Any:
    """Return the class that runs a program at a pseudo-terminal."""
    if not forked:
        return pexpect.spawn
    from tests.support.forked_terminal import Forked

    return Forked


class Session:
    """One run of a program in a terminal, by default of 24 lines and 80 columns."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        plain: bool = False,
        forked: bool = False,
        size: tuple[int, int] = (24, 80),
        **variables: str,
    ) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "PYTHONPATH": str(CHECKOUT),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PROMPT_TOOLKIT_NO_CPR": "1",
            **({"ACCESSIBLE": "1"} if plain else {}),
            **variables,
        }
        self.child: Any = _program(forked)(
            sys.executable, list(arguments), cwd=str(folder), env=environment, encoding="utf-8",
            codec_errors="surrogateescape", dimensions=size, timeout=30, echo=True,
        )  # fmt: skip
        self.child.delaybeforesend = 0.0
        self.read = ""

    @classmethod
    def drafter(cls, folder: Path, *arguments: str, plain: bool = False, **variables: Any) -> "Session":
        """Return a session in which drafter runs, in a copy of this process that has loaded it already.

        It has its own process and its own terminal, and starts sooner. To test the start of Python, give
        ``-m drafter`` to the class itself.
        """
        return cls(folder, *arguments, plain=plain, forked=True, **variables)

    def see(self, text: str) -> str:
        """Wait for *text*, with white space or styles between its words; return the output before it."""
        pattern = r"(?:\x1b\[[0-9;?]*[a-zA-Z]|\s)+".join(map(re.escape, text.split()))
        try:
            self.child.expect(pattern)
        except (pexpect.TIMEOUT, pexpect.EOF) as error:
            raise AssertionError(
                f"{text!r} did not come up. The output ends with:\n{self.child.before[-3000:]}"
            ) from error
        self.read += f"{self.child.before}{self.child.after}"
        return str(self.child.before)

    def press(self, keys: str) -> None:
        """Type *keys*."""
        self.child.send(keys)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = self.child.closed = True
        self.child.child_fd = self.child.ptyproc.fd = -1  # another file may have the number by now

    def end(self) -> int:
        """Wait until the program ends and return its exit status."""
        self.child.expect(pexpect.EOF)
        self.read += self.child.before
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def text(self) -> str:
        """Return the output so far, without escape codes."""
        return _OWN.sub("", self.read)
