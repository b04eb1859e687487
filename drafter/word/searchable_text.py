"""All the text of a Word file, for searching: body, notes, headers, comments and properties."""

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import iterwalk

from drafter.errors import DrafterError
from drafter.word.safe_reading import read_package, read_part
from drafter.word.xml_tree import Element, W

_PROPERTIES = "docProps/"
_BREAKS = ("p", "br", "tab", "tc")


def read_text(file: Path) -> str:
    """Return the text of every XML part of *file*, with a line for each paragraph.

    Raises ValueError if *file* cannot be read as a Word file.
    """
    try:
        return extract_text(file.read_bytes(), str(file))
    except (DrafterError, OSError) as error:
        raise ValueError(f"{file} cannot be read as a Word file") from error


def extract_text(data: bytes, file: str = "", *, between: str = "") -> str:
    """Return the text of every XML part of the Word file *data*, including the labels of lists.

    *between* is put between two runs: ``""`` if a word may continue in the next run, a space if each run may
    hold a word of its own. Raises DrafterError with the path *file* if the data cannot be read.
    """
    parts = read_package(data, file)
    texts = {name: read_part(parts, name, file) for name in sorted(parts) if name.endswith(".xml")}
    return "\n".join(
        "\n".join(_texts(root)) if name.startswith(_PROPERTIES) else "".join(_pieces(root, between))
        for name, root in texts.items()
        if root is not None
    )


def _texts(root: Element) -> Iterator[str]:
    """Yield the text of each property as a separate value."""
    yield from (str(text) for text in root.itertext())


def _pieces(root: Element, between: str) -> Iterator[str]:
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "end":
            yield element.tail or ""
            continue
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _BREAKS:
            yield "\n"
        if element.tag == f"{W}lvlText":
            yield f"\n{element.get(f'{W}val', '')}\n"
        yield between if element.tag == f"{W}r" else ""
        yield element.text or ""
