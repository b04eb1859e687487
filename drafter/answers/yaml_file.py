"""A YAML file and its content as drafter last saw it, so that changes by others are noticed."""

from pathlib import Path
from typing import NamedTuple

from drafter.answers.disk import Write
from drafter.errors import DrafterError, Fault
from drafter.limits import FILE_BYTES
from drafter.model.node import Node, Tree
from drafter.text_file import file_exists, read_bytes, read_file
from drafter.yaml_edit.edit import edit_yaml
from drafter.yaml_edit.layout import NotEditable
from drafter.yaml_text import read_yaml

_BYTE_ORDER_MARK = "\ufeff"


class DiskContent(NamedTuple):
    """What a file holds; without bytes, text and data if it does not exist."""

    content: bytes | None
    text: str
    data: dict[str, Node]


class YamlFile:
    """The text and data of a file as it was last read or written."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = ""
        self.data: dict[str, Node] = {}
        self._on_disk: bytes | None = None
        if file_exists(file):
            self.accept(self.read_disk())

    def read_disk(self) -> DiskContent:
        """Return the content of the file as it is now. Raises DrafterError if it cannot be read."""
        if not file_exists(self.file):
            return DiskContent(None, "", {})
        text = read_file(self.file)
        data = read_yaml(text, str(self.file))
        if not isinstance(data, dict):
            raise DrafterError(Fault("this file no longer holds answers", "Put them back.", str(self.file)))
        return DiskContent(read_bytes(self.file, FILE_BYTES), text, data)

    def accept(self, disk: DiskContent) -> None:
        """Take over what was read from disk as the file's text and data."""
        self._on_disk, self.text, self.data = disk

    @property
    def exists(self) -> bool:
        """Whether the file existed when it was last read or written."""
        return self._on_disk is not None

    def accept_loss(self) -> None:
        """Take note that the file was deleted: the next write starts it again with its text as it was."""
        self._on_disk = None

    def is_written(self, write: Write) -> bool:
        """Return whether the file already has the content of *write*."""
        return self._on_disk == write.content

    def is_changed_on_disk(self) -> bool:
        """Return whether the file has changed since it was last read or written."""
        try:
            return read_bytes(self.file, FILE_BYTES) != self._on_disk
        except (FileNotFoundError, NotADirectoryError):
            return self._on_disk is not None
        except (OSError, DrafterError):
            return True  # whoever reads it next gets the fault

    def plan_write(self, data: Tree) -> Write:
        """Return the write after which the file reads as *data*. Nothing is written yet.

        Raises DrafterError if no text reads back equal.
        """
        try:
            text = edit_yaml(self.text, data)
        except NotEditable as error:
            raise DrafterError(
                Fault(
                    f"drafter cannot write this change so that it reads back the same ({error})",
                    "The file has not changed. Your text may have characters that the file cannot hold: "
                    "type it without them.",
                    str(self.file),
                )
            ) from None
        on_disk = self._on_disk or b""
        newline = "\r\n" if b"\r\n" in on_disk else "\n"
        mark = _BYTE_ORDER_MARK if on_disk.startswith(_BYTE_ORDER_MARK.encode()) else ""
        return Write(self.file, mark + text, newline)

    def accept_write(self, write: Write, data: Tree) -> None:
        """Take note that *write*, which reads as *data*, is on disk."""
        self._on_disk, self.text = write.content, (write.text or "").removeprefix(_BYTE_ORDER_MARK)
        self.data = dict(data)
