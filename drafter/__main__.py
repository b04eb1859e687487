"""The entry point of the ``drafter`` command, and of ``python -m drafter``."""

import os
import signal
import sys
from contextlib import suppress

STOPPED = 130
"""The exit status after Ctrl-C."""


def main() -> int:
    """Run drafter and end the process with its exit status. Ctrl-C never leads to a traceback.

    While modules are being loaded nothing was typed yet, and an exception could be raised in the middle of
    any of them. So Ctrl-C ends the process at once; ``drafter.cli`` catches it when the command begins.
    """
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else we were told to ignore it
    if ours:
        signal.signal(signal.SIGINT, lambda *_: os._exit(STOPPED))
    from drafter.cli import main as run

    def begin() -> None:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    try:
        status = run(begin=begin)
    except SystemExit as exit_:  # argparse, after help or wrong usage
        if not isinstance(exit_.code, int | None):
            raise
        status = exit_.code or 0
    return _leave(status)


def _leave(status: int) -> int:
    """End the process at once with *status*; return it only where something must still run at its end.

    Python would take every module and object apart first. That is a tenth of a build, and for nothing:
    drafter closes its files where it writes them.
    """
    threading = sys.modules.get("threading")
    if sys.gettrace() is not None or (threading is not None and threading.active_count() > 1):
        return status
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or nobody reads it: the command has reported that
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
