"""All the text of a Word file, to search in it: body, notes, headers, comments and properties."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml.etree import XMLParser, fromstring, iterwalk

from drafter.word.files import UNREADABLE
from drafter.word.package import read_parts

_BREAKS = ("p", "br", "tab", "tc")


def read_text(file: Path) -> str:
    """Return the text of every XML part of *file*, a line for each paragraph.

    Raises ValueError where *file* is no Word file that can be read.
    """
    try:
        parts = read_parts(file.read_bytes())
        roots = [
            fromstring(content, XMLParser(resolve_entities=False, no_network=True))
            for name, content in sorted(parts.items())
            if name.endswith(".xml")
        ]
    except (*UNREADABLE, OSError) as error:
        raise ValueError(f"{file} cannot be read as a Word file") from error
    return "\n".join("".join(_words(root)) for root in roots)


def _words(root: Any) -> Iterator[str]:
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "end":
            yield element.tail or ""
            continue
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _BREAKS:
            yield "\n"
        yield element.text or ""
