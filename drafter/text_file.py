"""Reading an ordinary file that a person named, with what is wrong told as a fault.

Whatever is not an ordinary file is refused before it is opened: a pipe that nobody writes to would let the
program wait for ever, and a device such as ``/dev/zero`` has no end.
"""

import errno
import os
import stat
from pathlib import Path

from drafter.errors import DrafterError, Fault
from drafter.limits import FILE_BYTES, NAME_BYTES

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_file(file: Path) -> str:
    """Return the text of *file*, an answers file or the like. Raises DrafterError where it cannot be read."""
    remedy = "Give the answers file itself, one that you may read."
    try:
        content = read_bytes(file, FILE_BYTES, remedy)
    except FileNotFoundError:
        remedy = f"Begin it with 'drafter new {file}', or check the name."
        raise DrafterError(Fault("there is no such file", remedy, str(file))) from None
    except OSError as error:
        raise unreadable(file, error, remedy) from None
    return text_in(
        content,
        str(file),
        "Give the answers file, the one that ends in .yaml.",
        "; it may be a Word file or an archive",
    )


def unreadable(file: object, error: OSError, remedy: str = "") -> DrafterError:
    """Return the error for a *file* that the system does not let drafter read."""
    return DrafterError(Fault(f"this cannot be read: {error.strerror}", remedy, str(file)))


def text_in(content: bytes, file: str, remedy: str, guess: str = "") -> str:
    """Return the UTF-8 *content* of *file* as text.

    Raises DrafterError with *remedy*, and with a *guess* at what else it may be, where it is not UTF-8.
    """
    try:
        return decoded(content)
    except UnicodeDecodeError as error:
        fault = f"this is not UTF-8 text (byte {error.start}){guess}"
        raise DrafterError(Fault(fault, remedy, file)) from None


def read_bytes(file: Path, most: int, remedy: str = "") -> bytes:
    """Return the content of *file*, an ordinary one of at most *most* bytes.

    Raises DrafterError, with *remedy*, for any other kind of file, and for a longer one before it is read.
    OSError is the caller's to explain.
    """
    status = file.stat()
    kind = kind_of(status.st_mode)
    if kind:
        raise DrafterError(Fault(f"this cannot be read: it is {kind}", remedy, str(file)))
    if status.st_size <= most:
        with file.open("rb") as stream:
            content = stream.read(status.st_size + 1)
            if len(content) > status.st_size:  # it has grown, or the system says 0 of an endless file
                content += stream.read(most + 1 - len(content))
        if len(content) <= most:
            return content
    fault = f"this file is too large: drafter reads up to {most / 1_000_000:g} MB here"
    raise DrafterError(Fault(fault, "Is it the right file? Take out what does not belong in it.", str(file)))


def decoded(content: bytes) -> str:
    """Return UTF-8 *content* as text, without a byte order mark, each line ended by ``"\\n"``."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def kind_of(mode: int) -> str:
    """Return what a file with this *mode* is, in words; ``""`` for an ordinary file."""
    if stat.S_ISREG(mode):
        return ""
    return next((words for fits, words in _KINDS if fits(mode)), "no ordinary file")


def real_path(file: Path) -> Path:
    """Return *file* with every link followed.

    Raises DrafterError for links that lead round in a circle, and for a name so long that no file beside it
    could have a longer one.
    """
    if len(os.fsencode(file.name)) > NAME_BYTES:
        raise DrafterError(Fault("this file name is too long", "Give the file a shorter name.", str(file)))
    try:
        return file.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        reason = error.strerror if isinstance(error, OSError) else "its links lead round in a circle"
        raise DrafterError(Fault(f"this cannot be reached: {reason}", "Check the name.", str(file))) from None


def is_there(file: Path) -> bool:
    """Return whether there is a *file* of any kind. Raises DrafterError where it cannot be looked for."""
    try:
        file.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreachable(file, error) from None
    return True


def is_folder(path: Path) -> bool:
    """Return whether *path* is a folder, or leads to one. Raises DrafterError where that cannot be seen."""
    try:
        return path.is_dir()
    except OSError as error:
        raise _unreachable(path, error) from None


def refuse_odd(file: Path) -> None:
    """Raise DrafterError where *file* is there and is neither an ordinary file nor a folder.

    Whoever replaces a file asks this first: a device that is replaced is lost for every program.
    """
    if is_there(file) and (kind := kind_of(file.stat().st_mode)) and not file.is_dir():
        raise DrafterError(Fault(f"this cannot be replaced: it is {kind}", "Choose another name.", str(file)))


def _unreachable(path: Path, error: OSError) -> DrafterError:
    remedy = "Check the name, and whether you may open the folder."
    if error.errno == errno.ENAMETOOLONG:
        remedy = "Give the file a shorter name: drafter makes the names of other files from it."
    return DrafterError(Fault(f"this cannot be reached: {error.strerror}", remedy, str(path)))
