"""A look: the Word file that gives the style, cleaned of people, machines and links, and opened."""

from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from drafter import cache
from drafter.frozen import frozen

_KEPT = ("looks", "cleaned look")


@frozen
class Look:
    """A look without anything that names a person or a machine: a Word file with an empty body."""

    data: bytes
    file: str
    """The path by which the user knows it."""
    left_out: tuple[str, ...] = ()
    """What was removed, each kind as a phrase; no name, path or address is repeated."""


@lru_cache(maxsize=4)
def clean_look(data: bytes, file: str = "look.docx", *, keep: bool = False) -> Look:
    """Return the look in the Word file *data*, cleaned.

    *file* is its path, for messages. A template (.dotx) and a file with macros (.docm) become a plain look.
    With *keep* the result is kept in the cache: for the look that comes with drafter, never for a letterhead,
    which may name people. Raises DrafterError for a file that is damaged, locked, far too large, or no Word
    document.
    """
    known = cache.shared().get(*_KEPT, data) if keep else None
    if known is not None:
        return Look(known[0], file, known[1])
    from drafter.word.look_cleaning import cleaned  # a dozen modules, seldom needed

    content, left_out = cleaned(data, file)
    if keep:
        cache.shared().keep((content, left_out), *_KEPT, data)
    return Look(content, file, left_out)


def open_look(look: Look) -> WordDocument:
    """Return the look as a document without text, ready to be filled."""
    return docx.Document(BytesIO(look.data))
