"""The formats by the endings of their files, and the writers of those that are text."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from drafter.model.blocks import Document
from drafter.model.emphasis import without_emphasis

TEXT_FORMATS = ("html", "md", "txt")
PDF = "pdf"
"""Made from the Word file, so that it has the letterhead."""

Writer: TypeAlias = Callable[[Document], str]


def format_of(suffix: str) -> str:
    """Return the name of the format of files that end in *suffix*, such as ``.HTML``."""
    return suffix.lower().removeprefix(".")


def write_text(document: Document, name: str) -> bytes:
    """Return *document* in the text format *name*, with the seal by which drafter recognises the file."""
    from drafter.formats.seals import sealed

    if document.layout.plain:
        document = without_emphasis(document)
    writer: Writer = import_module(f"drafter.formats.{name}").write
    return sealed(writer(document)).encode()
