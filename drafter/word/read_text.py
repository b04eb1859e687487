"""All the text of a Word file, to search in it: body, notes, headers, comments and properties."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml.etree import iterwalk

from drafter.errors import DrafterError
from drafter.word.opening import read_package, read_part

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LABEL, _VALUE = f"{_WORD}lvlText", f"{_WORD}val"
_BREAKS = ("p", "br", "tab", "tc")


def read_text(file: Path) -> str:
    """Return the text of every XML part of *file*, a line for each paragraph.

    Raises ValueError where *file* is no Word file that can be read.
    """
    try:
        return text_of(file.read_bytes(), str(file))
    except (DrafterError, OSError) as error:
        raise ValueError(f"{file} cannot be read as a Word file") from error


def text_of(data: bytes, file: str = "", *, between: str = "") -> str:
    """Return the text of every XML part of the Word file *data*, labels of lists among it.

    *between* comes between two runs: one word may be in several of them, or each may have its own. Raises
    DrafterError, which names *file*, where it cannot be read.
    """
    parts = read_package(data, file)
    roots = [read_part(parts, name, file) for name in sorted(parts) if name.endswith(".xml")]
    return "\n".join("".join(_words(root, between)) for root in roots if root is not None)


def _words(root: Any, between: str) -> Iterator[str]:
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "end":
            yield element.tail or ""
            continue
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _BREAKS:
            yield "\n"
        if element.tag == _LABEL:
            yield f"\n{element.get(_VALUE, '')}\n"
        yield between if element.tag == f"{_WORD}r" else ""
        yield element.text or ""
