"""Reading a Word file that a user names: what is wrong with it, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.limits import LOOK_BYTES
from drafter.text_file import read_bytes, unreadable_error

_UNREADABLE = "Check the name. You need permission to read it."
_NO_WORD_FILE = "Open it in Word or LibreOffice and save it as .docx without a password."


def read_word_bytes(file: Path) -> bytes:
    """Return the content of the Word *file*. Raises DrafterError if there is none, or it is far too large."""
    try:
        return read_bytes(file, LOOK_BYTES)
    except OSError as error:
        raise unreadable_error(file, error, _UNREADABLE) from None


@contextmanager
def as_word_file() -> Iterator[None]:
    """Give the faults of what is read within it the remedy for a document, in place of that for a look."""
    try:
        yield
    except DrafterError as error:
        raise DrafterError(replaced(fault, remedy=_NO_WORD_FILE) for fault in error.faults) from error
