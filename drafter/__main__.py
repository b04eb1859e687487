"""The entry point of the ``drafter`` command, and of ``python -m drafter``."""

import os
import signal
import sys

STOPPED = 130
"""The exit status after Ctrl-C."""


def main() -> int:
    """Run drafter and return the exit status. Ctrl-C ends it without a traceback from the first moment.

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

    return run(begin=begin)


if __name__ == "__main__":
    sys.exit(main())
