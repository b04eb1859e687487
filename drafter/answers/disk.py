"""Files that are written whole or not at all, one alone or two together.

A new file is written beside the old one, forced to disk and put in its place. Two files that have to agree
(the answers and their private file) are written to a journal first, and whoever opens them next completes
what was begun. All temporary names end in ``.private.yaml``, which git is told to ignore.
"""

import contextlib
import json
import os
import secrets
from collections.abc import Sequence
from glob import escape
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.answers.lock import saving
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.limits import FILE_BYTES, JOURNAL_BYTES
from drafter.text_file import file_exists, read_bytes, real_path, refuse_special_file

OWNER_ALONE = 0o600
FOR_ALL = 0o644
_ENDING = ".tmp.private.yaml"
_RANDOM = "[0-9a-f]" * 8


@frozen
class Write:
    """A file and the text that it is to have; ``None``: it is to be deleted."""

    file: Path
    text: str | None
    newline: str = "\n"
    """What a line ends with on disk."""

    @property
    def content(self) -> bytes | None:
        """The bytes of the file, ``None`` where there is to be none."""
        return None if self.text is None else self.text.replace("\n", self.newline).encode("utf-8")


def write_whole(file: Path, text: str, *, mode: int = OWNER_ALONE) -> None:
    """Write *text* to *file*, whole or not at all. Where *file* is a link, what it leads to is written.

    Only its owner can read it, unless *mode* says otherwise. Raises DrafterError where the folder is not
    there or cannot be written, and for a file that is marked as read-only.
    """
    try:
        _replace(file, text.encode("utf-8"), mode)
    except OSError as error:
        raise _cannot_write(file, error) from None


def write_together(writes: Sequence[Write], journal: Path) -> None:
    """Carry out *writes* so that all of them are done, now or when ``recover`` is called with *journal*.

    Raises DrafterError where one cannot be written; those before it may be, and the journal tells the rest.
    """
    if len(writes) > 1:
        folder = journal.parent
        listed = [
            {"file": os.path.relpath(one.file, folder), "before": _digest(one.file), "after": one.text,
             "newline": one.newline}
            for one in writes
        ]  # fmt: skip
        write_whole(journal, json.dumps({"format": 1, "writes": listed}))
    _carry_out(writes)
    if len(writes) > 1:
        _delete(journal)


def recover(journal: Path) -> None:
    """Complete the writes that *journal* tells of, where there is one.

    Raises DrafterError, and leaves everything as it is, where one of the files was changed by somebody since.
    """
    if not file_exists(journal):
        return
    writes, before = _announced(journal)
    open_ = [one for one in writes if _digest(one.file) != _digest_of(one.content)]
    faults = [
        Fault(
            "drafter was stopped while it saved this file, and somebody has changed it since",
            f"What was not saved is in {journal}. Copy what you need from there, then delete that file.",
            str(one.file),
        )
        for one in open_
        if _digest(one.file) != before[one.file]
    ]
    if faults:
        raise DrafterError(faults)
    _carry_out(open_)
    _delete(journal)


def _announced(journal: Path) -> tuple[list[Write], dict[Path, Any]]:
    """Return the writes that *journal* tells of, and what each file was before. Raises DrafterError."""
    remedy = "drafter wrote no such file. Move it to another folder, then try again."
    try:
        content = read_bytes(journal, JOURNAL_BYTES, remedy)
        listed: list[dict[str, Any]] = json.loads(content)["writes"]
        writes = [Write(journal.parent / one["file"], one["after"], one["newline"]) for one in listed]
        return writes, {journal.parent / one["file"]: one["before"] for one in listed}
    except OSError as error:
        fault = f"this note of a broken-off save cannot be read: {error.strerror}"
    except (ValueError, KeyError, TypeError, RecursionError):
        fault = "this is no note of a broken-off save, though it has the name of one"
    raise DrafterError(Fault(fault, remedy, str(journal)))


def journal_file(answers: Path) -> Path:
    """Return where the journal of *answers* and their private file is while both are written."""
    return answers.parent / f".{_stem(answers)}.journal.private.yaml"


def sweep(answers: Path, private: Path) -> None:
    """Delete what a crash has left of saves of *answers* and *private*, by version 0.1.0 too."""
    stem = escape(_stem(answers))
    patterns = (
        f".{stem}.{_RANDOM}{_ENDING}", f".{stem}.private.yaml.????????.tmp", f".{stem}.yaml.????????.tmp",
        f".{stem}.journal.{_RANDOM}{_ENDING}", f".gitignore.{_RANDOM}{_ENDING}",
    )  # fmt: skip
    for folder in dict.fromkeys((answers.parent, answers.resolve().parent, private.resolve().parent)):
        for pattern in patterns:
            for file in folder.glob(pattern):
                with contextlib.suppress(OSError):
                    file.unlink()


def _carry_out(writes: Sequence[Write]) -> None:
    for one in writes:
        content = one.content
        try:
            if content is None:
                _delete(one.file)
            else:
                _replace(one.file, content, OWNER_ALONE)
        except OSError as error:
            raise _cannot_write(one.file, error) from None


def _replace(file: Path, content: bytes, mode: int) -> None:
    target = real_path(file)
    refuse_special_file(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "it is marked as read-only")
    if target.exists() and mode != OWNER_ALONE:
        mode = target.stat().st_mode & 0o777
    beside = target.with_name(f".{_stem(target).lstrip('.')}.{secrets.token_hex(4)}{_ENDING}")
    try:
        with open(beside, "xb", opener=_owner_alone) as stream:
            stream.write(content)
            stream.flush()
            if mode != OWNER_ALONE and hasattr(os, "fchmod"):
                os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        os.replace(beside, target)  # noqa: PTH105 - one name for the three calls that a crash can fall between
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _delete(file: Path) -> None:
    target = file.resolve()
    target.unlink(missing_ok=True)
    if file.is_symlink():
        file.unlink()
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Force the names in *folder* to disk, so that a power cut cannot undo a change of names."""
    if os.name != "posix":
        return  # Windows opens no folder as a file
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ALONE)


def _stem(file: Path) -> str:
    return file.name.removesuffix(".yaml").removesuffix(".private")


def _digest(file: Path) -> str | None:
    return _digest_of(read_bytes(file, FILE_BYTES) if file_exists(file) else None)


def _digest_of(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _cannot_write(file: Path, error: OSError) -> DrafterError:
    fault = f"this cannot be written: {error.strerror or type(error).__name__}"
    return DrafterError(Fault(fault, "Choose a folder that is there and that you may write to.", str(file)))


def complete(file: Path) -> None:
    """Complete a save of *file* that a crash broke off. Raises DrafterError where that cannot be done."""
    if file_exists(journal_file(file)):
        with saving(file):
            recover(journal_file(file))
