"""A look is the Word file that gives a document its style. It is cleaned of people, machines and links."""

from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from drafter import cache
from drafter.frozen import frozen

_CACHE_KEY = ("looks", "complete look")


@frozen
class Look:
    """A cleaned look: a Word file with an empty body that names no person and no machine."""

    data: bytes
    file: str
    """The path of the original, for messages."""
    removed: tuple[str, ...] = ()
    """What was removed, as phrases without names, paths and addresses."""
    filled_styles: tuple[str, ...] = ()
    """The names of the styles that it lacked; they come from the bundled look."""
    filled_lists: tuple[str, ...] = ()
    """The names of its own styles that got a list from the bundled look."""
    filled_page_numbers: bool = False
    """Whether it had no footer, and its page numbers come from the bundled look."""
    unused: tuple[str, ...] = ()
    """What its body holds and drafter does not print, as phrases."""


@lru_cache(maxsize=4)
def clean_look(data: bytes, file: str = "look.docx", *, keep: bool = False) -> Look:
    """Return the cleaned look of the Word file *data*, whose path *file* is for messages.

    A template (.dotx) and a file with macros (.docm) become a plain look. Styles and lists that it lacks come
    from the bundled look. With *keep* the result is stored in the cache: only for the look that comes with
    drafter, because a user's letterhead may name people. Raises DrafterError for a file that is damaged,
    locked, far too large, or not a Word document.
    """
    cached = cache.shared().get(*_CACHE_KEY, data) if keep else None
    if cached is not None:
        return Look(cached, file)
    from drafter.word.look_cleaning import clean_package  # a dozen modules, rarely needed

    cleaned = clean_package(data, file)
    if keep:
        cache.shared().keep(cleaned.data, *_CACHE_KEY, data)
    return Look(cleaned.data, file, cleaned.removed, *cleaned.filling, cleaned.unused)


def open_look(look: Look) -> WordDocument:
    """Return *look* as an empty python-docx document."""
    return docx.Document(BytesIO(look.data))
