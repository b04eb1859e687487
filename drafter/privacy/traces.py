"""Where a person whose case was taken out is still mentioned, in the files around the answers.

A promise to erase is only as good as what is known to be left: what cannot be looked into is named too.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from drafter.frozen import frozen
from drafter.privacy.leak_search import hints, leaks

MOST = 5_000
"""Files that are looked into; a folder with more is no folder of submissions."""
LARGEST = 20 * 2**20
"""Bytes of a file that is read as text."""
READ_AS_WORD = (".docx", ".docm", ".dotx")
UNREADABLE = (
    ".pdf", ".odt", ".doc", ".rtf", ".zip", ".png", ".jpg", ".jpeg", ".pages", ".xlsx", ".xls", ".ods",
    ".pptx",
    ".heic", ".mp3", ".mp4", ".m4a", ".ogg", ".wav", ".eml", ".msg", ".7z", ".gz",
)  # fmt: skip
"""Endings of files that hold words which only other programs can read."""
NOT_LOOKED_INTO = (".git", ".venv", "node_modules", "__pycache__")
"""Folders that hold what programs keep for themselves."""
_SENTENCE_LETTERS = 25
"""Letters of a sentence that do not come by chance."""

ReadWord = Callable[[Path], str]


@frozen
class Person:
    """What is looked for: everything by which a person of a case was known."""

    key: str
    pseudonym: str
    text: str
    secrets: Mapping[str, str]


@frozen
class Trace:
    """A file in which the person is still mentioned, or that cannot be looked into."""

    file: Path
    what: tuple[str, ...]
    """What of the person is in it, in words; empty where it cannot be looked into."""
    lines: tuple[int, ...] = ()
    """The lines of a text file."""


def files_nearby(folder: Path) -> Iterator[Path]:
    """Yield the files in and below *folder*, hidden ones too: editors keep copies under such names."""
    count = 0
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name not in NOT_LOOKED_INTO)
        for name in sorted(names):
            file = Path(place, name)
            if count < MOST and file.is_file():
                count += 1
                yield file


def traces(folder: Path, person: Person, read_word: ReadWord) -> Iterator[Trace]:
    """Yield each file in and below *folder* that mentions *person*, or cannot be looked into.

    The name of a file counts as well.

    *read_word* returns the text of a Word file; it raises ValueError where there is none to read.
    """
    for file in files_nearby(folder):
        in_name = tuple(f"{one}, in its name" for one in mentions(file.stem, person))
        if file.suffix.lower() in UNREADABLE or file.stat().st_size > LARGEST:
            yield Trace(file, in_name)
            continue
        try:
            text = read_word(file) if file.suffix.lower() in READ_AS_WORD else _text(file)
        except (ValueError, OSError):
            yield Trace(file, in_name)
            continue
        if what := (*in_name, *mentions(text, person)):
            plain = file.suffix.lower() not in READ_AS_WORD
            lines = (number for number, line in enumerate(text.splitlines(), 1) if mentions(line, person))
            yield Trace(file, what, tuple(lines) if plain else ())


def _text(file: Path) -> str:
    """Return the letters of *file*, in whichever of the usual encodings it is."""
    content = file.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return content.replace(b"\0", b"").decode("utf-8", "replace")


def mentions(text: str, person: Person) -> tuple[str, ...]:
    """Return what of *person* is in *text*, in words."""
    what = []
    if any(leaks(text, {person.key: person.secrets}, frozenset())):
        what.append("the name or another detail of the private file")
    elif any(hints(text, {person.key: person.secrets}, frozenset())):
        what.append("a part of the name")
    if person.pseudonym and re.search(rf"(?<!\w){re.escape(person.pseudonym)}(?!\w)", text, re.IGNORECASE):
        what.append("the pseudonym")
    words = _flat(text)
    if any(sentence in words for sentence in _sentences(person.text)):
        what.append("the story")
    return tuple(what)


def _sentences(story: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?…])\s+|\n+", story):
        flat = _flat(sentence)
        if len(flat) >= _SENTENCE_LETTERS:
            yield flat


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
