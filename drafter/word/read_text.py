"""All the text of a Word file, to search in it: body, notes, headers, comments and properties."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml.etree import iterwalk

from drafter.errors import DrafterError
from drafter.word.opening import read_package, read_part

_BREAKS = ("p", "br", "tab", "tc")


def read_text(file: Path) -> str:
    """Return the text of every XML part of *file*, a line for each paragraph.

    Raises ValueError where *file* is no Word file that can be read.
    """
    try:
        parts = read_package(file.read_bytes(), str(file))
        roots = [read_part(parts, name, str(file)) for name in sorted(parts) if name.endswith(".xml")]
    except (DrafterError, OSError) as error:
        raise ValueError(f"{file} cannot be read as a Word file") from error
    return "\n".join("".join(_words(root)) for root in roots if root is not None)


def _words(root: Any) -> Iterator[str]:
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "end":
            yield element.tail or ""
            continue
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _BREAKS:
            yield "\n"
        yield element.text or ""
