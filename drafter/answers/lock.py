"""Who works on which file. The locks are in the user's own folder: nothing is left beside the answers.

A lock ends with its process, however that ends: the system holds it, and the file that it is on says nothing.
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
from drafter.text_file import real_path

PATIENCE = 20.0
"""Seconds to wait for another save of the same file."""


@contextmanager
def interviewing(file: Path) -> Iterator[None]:
    """Hold *file* for an interview. Raises Refused, which says who has it, where another interview does."""
    from filelock import FileLock, Timeout

    place = _place(file, "interview")
    if place is None:
        yield
        return
    lock = FileLock(place, timeout=0)
    who = place.with_suffix(".json")
    try:
        lock.acquire()
    except Timeout:
        raise Refused(
            Fault(
                f"another drafter has this file open ({_shown(who)})",
                f"Go on there, or stop it there first. To read the text meanwhile: drafter preview {file}",
                str(file),
            )
        ) from None
    try:
        who.write_text(json.dumps({"process": os.getpid(), "since": f"{datetime.now():%H:%M}"}), "utf-8")
        yield
    finally:
        who.unlink(missing_ok=True)
        lock.release()


@contextmanager
def saving(file: Path) -> Iterator[None]:
    """Hold *file* for one save: two processes that save at once take turns.

    Raises Refused where another does not end its save within ``PATIENCE``.
    """
    from filelock import FileLock, Timeout

    place = _place(file, "save")
    if place is None:
        yield
        return
    lock = FileLock(place, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        fault = f"another drafter has been saving this file for {PATIENCE:.0f} seconds"
        raise Refused(Fault(fault, "End it, then try again.", str(file))) from None
    try:
        yield
    finally:
        lock.release()


def _place(file: Path, kind: str) -> Path | None:
    """Return the file to lock, ``None`` where the user has no folder for it: then there is no lock."""
    folder = state_folder() / "locks"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK | os.X_OK):
        return None
    return folder / f"{sha256(os.fsencode(real_path(file))).hexdigest()[:24]}.{kind}"


def _shown(who: Path) -> str:
    try:
        told = json.loads(who.read_text("utf-8"))
        return f"process {int(told['process'])}, since {told['since']}"
    except (OSError, ValueError, KeyError):
        return "which one is not known"
