"""drafter run like a process, without starting one: arguments in, output and exit status out."""

import io
import os
import subprocess
import sys
import traceback
from pathlib import Path
from unittest.mock import patch

from drafter.cli import main


def drafter(
    *arguments: str | Path, given: str = "", encoding: str = "utf-8", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run drafter in this process and return its result as if it had run in its own.

    Its standard input is *given*; its outputs are in *encoding*; none of them is a terminal. *variables* are
    added to the environment. To test the start or the end of a process (signals, closed streams, a full
    disk), start one.
    """
    streams = [io.BytesIO(given.encode(encoding)), io.BytesIO(), io.BytesIO()]
    before = sys.stdin, sys.stdout, sys.stderr
    # As Python opens them: characters that cannot be encoded are an error on stdout, escaped on stderr.
    wrapped = [
        io.TextIOWrapper(stream, encoding, errors, write_through=True)
        for stream, errors in zip(streams, ("strict", "strict", "backslashreplace"), strict=True)
    ]
    sys.stdin, sys.stdout, sys.stderr = wrapped
    try:
        with patch.dict(os.environ, variables):
            status = _status([str(argument) for argument in arguments])
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    for stream in wrapped[1:]:
        stream.flush()
    return subprocess.CompletedProcess(arguments, status, streams[1].getvalue(), streams[2].getvalue())


def _status(arguments: list[str]) -> int:
    """Return the exit status of drafter with *arguments*; a bug prints its traceback and returns 1."""
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    except Exception:  # noqa: BLE001 - Python itself does the same
        traceback.print_exc()
        return 1


def drafter_in_text(
    *arguments: str | Path, given: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run drafter as ``drafter`` does and return its output as text."""
    done = drafter(*arguments, given=given, **variables)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
