"""drafter at a pseudo-terminal, in a copy of this process: it starts half a second sooner than a new one."""

import ctypes
import gc
import os
import pty
import signal
import sys
import termios
import traceback
from typing import Any, NoReturn

import pexpect  # type: ignore[import-untyped]
import ptyprocess  # type: ignore[import-untyped]

from drafter.__main__ import main


class Forked(pexpect.spawn):  # type: ignore[misc] # pexpect has no types
    """A program at a pseudo-terminal: drafter in a copy of this process."""

    def _spawnpty(
        self, command: list[bytes], env: dict[str, str], cwd: str, dimensions: tuple[int, int], **_: Any
    ) -> ptyprocess.PtyProcess:
        pid, terminal = pty.fork()
        if pid == pty.CHILD:
            become_drafter([os.fsdecode(part) for part in command[1:]], env, cwd, dimensions)
        return ptyprocess.PtyProcess(pid, terminal)


def become_drafter(
    arguments: list[str], env: dict[str, str], folder: str, dimensions: tuple[int, int]
) -> NoReturn:
    """Turn this process into drafter, as if it had just been started, and end with its exit status."""
    status = 1
    try:
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))  # else the terminals of other sessions stay open
        termios.tcsetwinsize(0, dimensions)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["drafter", *arguments]
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        # pytest has loaded readline, which drafter does not use: read lines without it again.
        ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_ReadlineFunctionPointer").value = None
        gc.enable()
        status = main()
    except SystemExit as ended:
        status = int(ended.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself ends
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
