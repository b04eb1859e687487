"""A YAML file on disk and what it holds, kept the same, with what somebody else changed in it noticed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.answers.disk import Write
from drafter.errors import DrafterError, Fault
from drafter.limits import FILE_BYTES
from drafter.text_file import file_exists, read_bytes, read_file
from drafter.yaml_edit.edit import edit_yaml
from drafter.yaml_edit.layout import NotEditable
from drafter.yaml_text import read_yaml

OnDisk = tuple[bytes | None, str, dict[str, Any]]
"""Bytes, text and data of a file; ``None`` and nothing where there is no file."""


class YamlFile:
    """The text of a file as it was last read or written, and its data."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = ""
        self.data: dict[str, Any] = {}
        self._on_disk: bytes | None = None
        if file_exists(file):
            self.take_in(self.read_disk())

    def read_disk(self) -> OnDisk:
        """Return the file as it is now. DrafterError where it cannot be read."""
        if not file_exists(self.file):
            return None, "", {}
        text = read_file(self.file)
        data = read_yaml(text, str(self.file))
        if not isinstance(data, dict):
            raise DrafterError(Fault("it holds no answers any more", "Put them back.", str(self.file)))
        return read_bytes(self.file, FILE_BYTES), text, data

    def take_in(self, disk: OnDisk) -> None:
        """Make what was read from disk the file's text and data."""
        self._on_disk, self.text, self.data = disk

    @property
    def is_there(self) -> bool:
        """Whether the file was on disk when it was last read or written."""
        return self._on_disk is not None

    def has(self, write: Write) -> bool:
        """Return whether the file is on disk as *write* would make it."""
        return self._on_disk == write.content

    def forget_disk(self) -> None:
        """Take in that the file is gone: the next write begins it again with its text as it was."""
        self._on_disk = None

    def is_changed_on_disk(self) -> bool:
        """Return whether the file is another than it was last read or written."""
        try:
            return read_bytes(self.file, FILE_BYTES) != self._on_disk
        except (FileNotFoundError, NotADirectoryError):
            return self._on_disk is not None
        except (OSError, DrafterError):
            return True  # reading it tells what is wrong

    def edited(self, data: Mapping[str, Any]) -> Write:
        """Return the write that makes the file read as *data*.

        Raises DrafterError where no text reads back equal; nothing has been changed then.
        """
        try:
            text = edit_yaml(self.text, data)
        except NotEditable as error:
            raise DrafterError(
                Fault(
                    f"the change cannot be written into this file so that it reads back the same ({error})",
                    "The file is as it was. The text may hold signs that no file can: type it without them.",
                    str(self.file),
                )
            ) from None
        newline = "\r\n" if b"\r\n" in (self._on_disk or b"") else "\n"
        mark = "\ufeff" if (self._on_disk or b"").startswith(b"\xef\xbb\xbf") else ""
        return Write(self.file, mark + text, newline)

    def take_written(self, write: Write, data: Mapping[str, Any]) -> None:
        """Remember that *write*, which reads as *data*, is on disk."""
        self._on_disk, self.text = write.content, (write.text or "").removeprefix("\ufeff")
        self.data = dict(data)
