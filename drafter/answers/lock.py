"""Locks that say who works on which file. They are in the user's own folder, not beside the answers.

The system releases a lock when its process ends, however it ends. The content of a lock file has no meaning.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from drafter.bundled import state_folder
from drafter.errors import Fault, Refused
from drafter.text_file import as_argument, real_path

_LENT: set[Path | None] = set()
"""The lock files that this process holds and lends to a command that it runs."""
SAVE_TIMEOUT = 20.0
"""Seconds to wait for another save of the same file."""


@contextmanager
def interview_lock(file: Path) -> Iterator[None]:
    """Hold *file* for an interview. Raises Refused, with who has it, if another interview does."""
    from filelock import FileLock, Timeout

    lock_file = _lock_file(file, "interview")
    if lock_file is None:
        yield
        return
    if lock_file in _LENT:
        yield
        return
    lock = FileLock(lock_file, timeout=0)
    holder_file = lock_file.with_suffix(".json")
    try:
        lock.acquire()
    except Timeout:
        raise Refused(
            Fault(
                f"another drafter has this file open ({_holder_in_words(holder_file)})",
                "Continue there, or stop it there first. To read the text now: "
                f"drafter preview {as_argument(file)}",
                str(file),
            )
        ) from None
    try:
        holder = {"process": os.getpid(), "since": f"{datetime.now():%H:%M}"}
        holder_file.write_text(json.dumps(holder), "utf-8")
        yield
    finally:
        holder_file.unlink(missing_ok=True)
        lock.release()


@contextmanager
def lent_lock(file: Path) -> Iterator[None]:
    """Let a command that the interview itself runs hold *file* as well, such as a merge."""
    lock_file = _lock_file(file, "interview")
    lent = {lock_file} - _LENT - {None}
    _LENT.update(lent)
    try:
        yield
    finally:
        _LENT.difference_update(lent)


@contextmanager
def save_lock(file: Path) -> Iterator[None]:
    """Hold *file* for one save: two processes that save at the same time take turns.

    Raises Refused if another one does not finish its save within ``SAVE_TIMEOUT``.
    """
    from filelock import FileLock, Timeout

    lock_file = _lock_file(file, "save")
    if lock_file is None:
        yield
        return
    lock = FileLock(lock_file, timeout=SAVE_TIMEOUT)
    try:
        lock.acquire()
    except Timeout:
        fault = f"another drafter has been saving this file for {SAVE_TIMEOUT:.0f} seconds"
        raise Refused(Fault(fault, "Stop it, then try again.", str(file))) from None
    try:
        yield
    finally:
        lock.release()


def _lock_file(file: Path, kind: str) -> Path | None:
    """Return the file that locks *file*, or ``None`` for no lock: the user's folder cannot be written."""
    folder = state_folder() / "locks"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK | os.X_OK):
        return None
    return folder / f"{sha256(os.fsencode(real_path(file))).hexdigest()[:24]}.{kind}"


def _holder_in_words(holder_file: Path) -> str:
    try:
        holder = json.loads(holder_file.read_text("utf-8"))
        return f"process {int(holder['process'])}, since {holder['since']}"
    except (OSError, ValueError, KeyError):
        return "drafter cannot tell which one"
