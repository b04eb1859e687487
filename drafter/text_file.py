"""Reading a regular file that a user named; every problem is a fault.

Anything but a regular file is refused before it is opened: a pipe that nobody writes to would block the
program for ever, and a device such as ``/dev/zero`` has no end.
"""

import errno
import os
import stat
from pathlib import Path
from shlex import quote

from drafter.errors import DrafterError, Fault
from drafter.limits import FILE_BYTES, NAME_BYTES

_PLAIN = frozenset("._/\\:~+@%,=-")
"""The characters besides letters and digits that every shell takes as they are."""
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_file(file: Path) -> str:
    """Return the text of *file*, such as an answers file. Raises DrafterError if it cannot be read."""
    remedy = "Give the answers file itself. You need permission to read it."
    try:
        content = read_bytes(file, FILE_BYTES, remedy)
    except FileNotFoundError:
        remedy = f"Check the name, or start it with 'drafter new {as_argument(file)}'."
        raise DrafterError(Fault("there is no such file", remedy, str(file))) from None
    except OSError as error:
        raise unreadable_error(file, error, remedy) from None
    return decode_or_refuse(
        content,
        str(file),
        "Give the answers file, whose name ends in .yaml.",
        "; it may be a Word file or an archive",
    )


def as_argument(file: object) -> str:
    """Return *file* as an argument of a command: in quotation marks if a shell would split or change it."""
    name = str(file)
    if all(character.isalnum() or character in _PLAIN for character in name):
        return name
    return quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def unreadable_error(file: object, error: OSError, remedy: str = "") -> DrafterError:
    """Return the error to raise if the system does not let drafter read *file*."""
    return DrafterError(Fault(f"this cannot be read: {error.strerror}", remedy, str(file)))


def decode_or_refuse(content: bytes, file: str, remedy: str, guess: str = "") -> str:
    """Return the UTF-8 *content* of *file* as text.

    Raises DrafterError if it is not UTF-8, with *remedy* and a *guess* at what it may be instead.
    """
    try:
        return decode_text(content)
    except UnicodeDecodeError as error:
        fault = f"this is not UTF-8 text (byte {error.start}){guess}"
        raise DrafterError(Fault(fault, remedy, file)) from None


def read_bytes(file: Path, limit: int, remedy: str = "") -> bytes:
    """Return the content of *file*, a regular file of at most *limit* bytes.

    Raises DrafterError, with *remedy*, if it is no regular file, and without reading it if it is longer. The
    caller handles OSError.
    """
    status = file.stat()
    kind = special_file_kind(status.st_mode)
    if kind:
        raise DrafterError(Fault(f"this cannot be read: it is {kind}", remedy, str(file)))
    if status.st_size <= limit:
        with file.open("rb") as stream:
            content = stream.read(status.st_size + 1)
            if (
                len(content) > status.st_size
            ):  # it has grown, or the system reports 0 bytes for an endless file
                content += stream.read(limit + 1 - len(content))
        if len(content) <= limit:
            return content
    fault = f"this file is too large: drafter reads up to {limit / 1_000_000:g} MB here"
    remedy = "Check that it is the right file. Remove what does not belong in it."
    raise DrafterError(Fault(fault, remedy, str(file)))


def decode_text(content: bytes) -> str:
    """Return UTF-8 *content* as text without a byte order mark; every line ends with ``"\\n"``."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def special_file_kind(mode: int) -> str:
    """Return the kind of a file with this *mode*, in words: ``a pipe``; ``""`` for a regular file."""
    if stat.S_ISREG(mode):
        return ""
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "not a regular file")


def real_path(file: Path) -> Path:
    """Return *file* with every link followed.

    Raises DrafterError for links that form a circle, and for a name that leaves no room for the longer names
    of the files beside it.
    """
    if len(os.fsencode(file.name)) > NAME_BYTES:
        raise DrafterError(Fault("this file name is too long", "Give the file a shorter name.", str(file)))
    try:
        return file.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        reason = error.strerror if isinstance(error, OSError) else "its links form a circle"
        raise DrafterError(Fault(f"this cannot be reached: {reason}", "Check the name.", str(file))) from None


def file_exists(file: Path) -> bool:
    """Return whether *file* exists, of any kind. Raises DrafterError if the system does not say."""
    try:
        file.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreachable(file, error) from None
    return True


def is_folder(path: Path) -> bool:
    """Return whether *path* is a folder or a link to one. Raises DrafterError if the system does not say."""
    try:
        return path.is_dir()
    except OSError as error:
        raise _unreachable(path, error) from None


def refuse_special_file(file: Path) -> None:
    """Raise DrafterError if *file* exists and is neither a regular file nor a folder.

    Call it before a file is replaced: replacing a device makes it unusable for every program.
    """
    if file_exists(file) and (kind := special_file_kind(file.stat().st_mode)) and not file.is_dir():
        raise DrafterError(Fault(f"this cannot be replaced: it is {kind}", "Choose another name.", str(file)))


def _unreachable(path: Path, error: OSError) -> DrafterError:
    remedy = "Check the name. You need permission to open the folder."
    if error.errno == errno.ENAMETOOLONG:
        remedy = "Give the file a shorter name. drafter adds to it for the names of other files."
    return DrafterError(Fault(f"this cannot be reached: {error.strerror}", remedy, str(path)))
