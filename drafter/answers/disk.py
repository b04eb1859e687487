"""Files that are written completely or not at all, one alone or two together.

A new file is written beside the old one, forced to disk, and renamed over it. Two files that have to agree
(the answers and their private file) are first written to a journal, and whoever opens them next completes an
interrupted save. All temporary names end in ``.private.yaml``, which git is told to ignore.
"""

import contextlib
import json
import os
import secrets
from collections.abc import Sequence
from glob import escape
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from drafter.answers.lock import save_lock
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.limits import FILE_BYTES, JOURNAL_BYTES
from drafter.text_file import file_exists, read_bytes, real_path, refuse_special_file

OWNER_ONLY = 0o600
WORLD_READABLE = 0o644
_ENDING = ".tmp.private.yaml"
_RANDOM = "[0-9a-f]" * 8


@frozen
class Write:
    """A file and its new text; ``None`` deletes the file."""

    file: Path
    text: str | None
    newline: str = "\n"
    """What each line ends with on disk."""

    @property
    def content(self) -> bytes | None:
        """The new bytes of the file, ``None`` if it is deleted."""
        return None if self.text is None else self.text.replace("\n", self.newline).encode("utf-8")


class _JournalEntry(TypedDict):
    """A write in the journal."""

    file: str
    """Relative to the folder of the journal."""
    before: str | None
    """The hash of the content before the save, ``None`` if there was no file."""
    after: str | None
    """The new text, ``None`` if the file is deleted."""
    newline: str


def write_atomically(file: Path, text: str, *, mode: int = OWNER_ONLY) -> None:
    """Write *text* to *file*, completely or not at all. If *file* is a link, its target is written.

    Only the owner can read it, unless *mode* says otherwise. Raises DrafterError if the folder does not exist
    or cannot be written, and for a file that is marked as read-only.
    """
    try:
        _replace(file, text.encode("utf-8"), mode)
    except OSError as error:
        raise _cannot_write(file, error) from None


def write_together(writes: Sequence[Write], journal: Path) -> None:
    """Carry out all *writes*; after a crash, ``recover`` with the same *journal* completes them.

    Raises DrafterError if a file cannot be written. Those before it may have been; the journal has the rest.
    """
    if len(writes) > 1:
        entries = [
            _JournalEntry(
                file=os.path.relpath(write.file, journal.parent),
                before=_hash_on_disk(write.file),
                after=write.text,
                newline=write.newline,
            )
            for write in writes
        ]
        write_atomically(journal, json.dumps({"format": 1, "writes": entries}))
    _carry_out(writes)
    if len(writes) > 1:
        _delete(journal)


def recover(journal: Path) -> None:
    """Complete the save that *journal* records, if there is one.

    Raises DrafterError, and changes nothing, if somebody has changed one of the files since.
    """
    if not file_exists(journal):
        return
    writes, before = _read_journal(journal)
    unfinished = [write for write in writes if _hash_on_disk(write.file) != _hash(write.content)]
    faults = [
        Fault(
            "drafter was stopped while it saved this file, and somebody has changed it since",
            f"What was not saved is in {journal}. Copy what you need from there, then delete that file.",
            str(write.file),
        )
        for write in unfinished
        if _hash_on_disk(write.file) != before[write.file]
    ]
    if faults:
        raise DrafterError(faults)
    _carry_out(unfinished)
    _delete(journal)


def _read_journal(journal: Path) -> tuple[list[Write], dict[Path, str | None]]:
    """Return the writes in *journal*, and the hash of each file before them. Raises DrafterError."""
    remedy = "drafter did not write this file. Move it to another folder, then try again."
    try:
        content = read_bytes(journal, JOURNAL_BYTES, remedy)
        entries: list[_JournalEntry] = json.loads(content)["writes"]
        writes = [
            Write(journal.parent / entry["file"], entry["after"], entry["newline"]) for entry in entries
        ]
        return writes, {journal.parent / entry["file"]: entry["before"] for entry in entries}
    except OSError as error:
        fault = f"this record of an interrupted save cannot be read: {error.strerror}"
    except (ValueError, KeyError, TypeError, RecursionError):
        fault = "this has the name of a record of an interrupted save, but it is not one"
    raise DrafterError(Fault(fault, remedy, str(journal)))


def journal_file(answers: Path) -> Path:
    """Return the path of the journal while *answers* and their private file are both written."""
    return answers.parent / f".{_stem(answers)}.journal.private.yaml"


def complete_save(file: Path) -> None:
    """Complete a save of *file* that a crash interrupted. Raises DrafterError if that is not possible."""
    if file_exists(journal_file(file)):
        with save_lock(file):
            recover(journal_file(file))


def delete_leftovers(answers: Path, private: Path) -> None:
    """Delete what crashes left of saves of *answers* and *private*, those of version 0.1.0 included."""
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
    for write in writes:
        content = write.content
        try:
            if content is None:
                _delete(write.file)
            else:
                _replace(write.file, content, OWNER_ONLY)
        except OSError as error:
            raise _cannot_write(write.file, error) from None


def _replace(file: Path, content: bytes, mode: int) -> None:
    """Write *content* to *file*, or to the target of a link. A file that others may read keeps its mode."""
    target = real_path(file)
    refuse_special_file(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "it is marked as read-only")
    if target.exists() and mode != OWNER_ONLY:
        mode = target.stat().st_mode & 0o777
    temporary = target.with_name(f".{_stem(target).lstrip('.')}.{secrets.token_hex(4)}{_ENDING}")
    try:
        with open(temporary, "xb", opener=_open_for_owner) as stream:
            stream.write(content)
            stream.flush()
            if mode != OWNER_ONLY and hasattr(os, "fchmod"):
                os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        os.replace(temporary, target)  # noqa: PTH105 - the tests of crashes wrap it, as they wrap os.fsync
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _delete(file: Path) -> None:
    target = file.resolve()
    target.unlink(missing_ok=True)
    if file.is_symlink():
        file.unlink()
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Force the names in *folder* to disk: otherwise a power cut can undo that a file was renamed."""
    if os.name != "posix":
        return  # Windows cannot open a folder as a file
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _open_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)


def _stem(file: Path) -> str:
    return file.name.removesuffix(".yaml").removesuffix(".private")


def _hash_on_disk(file: Path) -> str | None:
    """Return the hash of the content of *file*, ``None`` if it does not exist."""
    return _hash(read_bytes(file, FILE_BYTES) if file_exists(file) else None)


def _hash(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _cannot_write(file: Path, error: OSError) -> DrafterError:
    fault = f"this cannot be written: {error.strerror or type(error).__name__}"
    return DrafterError(Fault(fault, "Choose a folder that exists and that you may write to.", str(file)))
