"""An answers file that is being written: every change is on disk before the next question.

ruamel.yaml keeps the comments, the order and the quotation marks that a person gave the file. A save writes
a new file beside the old one, forces it to disk and puts it in the old one's place, so that a crash, a full
disk or a power cut leaves either the old answers or the new ones, never half of them.
"""

import contextlib
import io
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from drafter.answers.load import read_answers
from drafter.errors import DrafterError, Fault
from drafter.model.answers import FORMAT, GONE
from drafter.privacy.gitignore import keep_from_git
from drafter.privacy.private_file import private_file, read_private
from drafter.text_file import read_file
from drafter.yaml_text import RESOLVERS
from drafter.yaml_text import Path as Place

WIDTH = 100
"""Characters of a line; longer text is folded or set as a block."""

_SEEN = re.compile("[\n\u00a0\u202f]")
"""What Python does not call printable and a block can hold all the same: line ends, no-break spaces."""

PRIVATE = "private"
"""What the first step of a path is called that leads into the private file."""

BANNER = """\
Answers for a submission. Change them here or with 'drafter new'; comments are kept.
null (or nothing after the colon) means "I don't know yet": the place is marked in the draft.
Build the Word file:  drafter build {name}"""


class Store:
    """An answers file on disk and its content, kept the same."""

    def __init__(self, file: Path, data: CommentedMap) -> None:
        self.file = file
        self._data = data
        read_private(file)  # refuses a wrong one without showing anything of it
        beside = private_file(file)
        self.private = (
            _yaml().load(read_file(beside))
            if beside.exists()
            else CommentedMap({"format": FORMAT, "cases": CommentedMap()})
        )

    @property
    def data(self) -> Mapping[str, Any]:
        """What was answered so far, with what is private under ``private``."""
        return {**self._data, PRIVATE: self.private}

    @classmethod
    def open(
        cls,
        file: Path,
        made_with: str,
        banner: str = BANNER,
        check: Callable[[Path], object] = read_answers,
    ) -> "Store":
        """Return the store of *file*, which is made anew, beginning with *banner*, where it is not there yet.

        *check* refuses a file that holds something else. Raises DrafterError for such a one, for one that is
        wrong in any value, and for one that cannot be written.
        """
        if not file.exists():
            return cls._begin(file, made_with, banner)
        check(file)  # what is wrong in it is told before anything is asked, or written to it
        try:
            data = _yaml().load(read_file(file))
        except YAMLError as error:
            raise DrafterError(Fault(f"this is not valid YAML: {error}", "", str(file))) from None
        store = cls(file, data)
        if data.get("made_with") != made_with:
            store.set(("made_with",), made_with)
        return store

    @classmethod
    def _begin(cls, file: Path, made_with: str, banner: str) -> "Store":
        data = CommentedMap({"format": FORMAT, "made_with": made_with})
        data.yaml_set_start_comment(banner.format(name=file.name))
        store = cls(file, data)
        store.save()
        return store

    def set(self, path: Place, value: Any) -> None:
        """Put *value* at *path* and save. Lists grow by one; mappings on the way are made."""
        self.change([(path, value)])

    def change(self, made: list[tuple[Place, Any]]) -> None:
        """Put each value at its place, then save once: all of them are on disk, or none. GONE takes away.

        What belongs to the private file is written there, and nowhere else.
        """
        private = [(path[1:], value) for path, value in made if path[0] == PRIVATE]
        if private:
            _set_all(self.private, private)
            beside = private_file(self.file)
            if not beside.exists() and (wanted := keep_from_git(beside)):
                write_whole(beside.with_name(".gitignore"), wanted)
            _save(self.private, beside)
        if len(private) < len(made):
            _set_all(self._data, [(path, value) for path, value in made if path[0] != PRIVATE])
            self.save()

    def save(self) -> None:
        """Write the answers to disk, whole or not at all. Raises DrafterError where that cannot be done."""
        _save(self._data, self.file)


def _set_all(data: CommentedMap, made: list[tuple[Place, Any]]) -> None:
    for path, value in made:
        here: Any = data
        if value is GONE:
            _take_away(data, path)
            continue
        for step, following in pairwise(path):
            here = _step(here, step, [] if isinstance(following, int) else CommentedMap())
        _put(here, path[-1], _written(value))


def _take_away(data: CommentedMap, path: Place) -> None:
    """Take what stands at *path* out of *data*, where anything does."""
    here: Any = data
    for step in path[:-1]:
        if isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            here = here.get(step) if isinstance(here, Mapping) else None
    last = path[-1]
    if isinstance(here, list) and isinstance(last, int) and last < len(here):
        del here[last]
    elif isinstance(here, Mapping) and last in here:
        del here[last]  # type: ignore[attr-defined]


def _save(data: CommentedMap, file: Path) -> None:
    buffer = io.StringIO()
    _yaml().dump(data, buffer)
    write_whole(file, buffer.getvalue())


def _step(here: Any, step: str | int, empty: Any) -> Any:
    """Return what stands at *step*, which is made where it is not there."""
    if isinstance(here, list):
        if step == len(here):
            here.append(empty)
    elif here.get(step) is None:
        here[step] = empty
    return here[step]


def _put(here: Any, step: str | int, value: Any) -> None:
    if isinstance(here, list) and step == len(here):
        here.append(value)
    else:
        here[step] = value


def _written(value: Any) -> Any:
    """Return *value* as it is best read in YAML: text of several lines or much text as a block."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return CommentedMap({key: _written(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return [_written(item) for item in value]
    return value


def _text(value: str) -> str:
    """Return *value* as a block where a block can hold it letter for letter, else in quotation marks."""
    block: str = value
    if not _SEEN.sub("", value).isprintable():
        block = DoubleQuotedScalarString(value)  # the one style that can write any character
    elif str(_ELSEWHERE.resolve(ScalarNode, value, (True, False))) != _TEXT:
        block = SingleQuotedScalarString(value)
    elif value != value.strip() or "  " in value:
        block = value
    elif "\n" in value:
        block = LiteralScalarString(value)
    elif len(value) > WIDTH:
        block = FoldedScalarString(value)
    return block


class _Resolver(VersionedResolver):
    """Takes an unquoted word for what the reader takes it for: ``+41`` and ``True`` are text and stay so."""

    @property
    def versioned_resolver(self) -> Any:
        """What an unquoted word stands for, by its first letter."""
        return RESOLVERS


_ELSEWHERE = VersionedResolver()
"""What other programs take an unquoted word for. What drafter itself writes is text to them too."""
_TEXT = "tag:yaml.org,2002:str"


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    return yaml


def write_whole(file: Path, text: str) -> None:
    """Write *text* to *file*, whole or not at all; only its owner may read it.

    Raises DrafterError where the folder is not there or cannot be written.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)  # noqa: PTH105 - the name of the temporary file is a string
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        raise DrafterError(
            Fault(
                f"this cannot be written: {error.strerror}",
                "Choose a folder that is there and that you may write to.",
                str(file),
            )
        ) from None
