"""The search for a person who was erased, in the files around the answers.

A person who wants to be forgotten must learn what is left, so files that cannot be searched are listed too.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from drafter.frozen import frozen
from drafter.privacy.leak_search import hinted_cases, leaking_cases

MOST_FILES = 5_000
"""How many files are searched. A folder with more is not a folder of submissions."""
LARGEST = 20 * 2**20
"""The size in bytes up to which a file is read."""
WORD_ENDINGS = (".docx", ".docm", ".dotx")
UNSEARCHABLE = (
    ".pdf", ".odt", ".doc", ".rtf", ".zip", ".png", ".jpg", ".jpeg", ".pages", ".xlsx", ".xls", ".ods",
    ".pptx",
    ".heic", ".mp3", ".mp4", ".m4a", ".ogg", ".wav", ".eml", ".msg", ".7z", ".gz",
)  # fmt: skip
"""Endings of files whose text only other programs can read."""
SKIPPED_FOLDERS = (".git", ".venv", "node_modules", "__pycache__")
"""Folders that programs use for their own files."""
_SENTENCE_LENGTH = 25
"""Characters from which two equal sentences are no coincidence."""

ReadWord = Callable[[Path], str]
"""Returns the text of a Word file; raises ValueError if it has none."""


@frozen
class Person:
    """A person to search for: all that a case and the private file say about them."""

    key: str
    pseudonym: str
    text: str
    """The story of the case."""
    secrets: Mapping[str, str]
    """The private details, by key."""
    erased: str = ""
    """What was erased, in a sentence."""


@frozen
class Trace:
    """A file that still mentions the person, or that cannot be searched."""

    file: Path
    what: tuple[str, ...]
    """What it says of the person, in words; empty if the file cannot be searched."""
    lines: tuple[int, ...] = ()
    """The numbers of the lines that mention the person, for a text file."""


def files_nearby(folder: Path) -> Iterator[Path]:
    """Yield the files in and below *folder*, also hidden ones, which editors use for copies."""
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        for name in sorted(names):
            file = Path(parent, name)
            if count < MOST_FILES and file.is_file():
                count += 1
                yield file


def find_traces(folder: Path, person: Person, read_word: ReadWord) -> Iterator[Trace]:
    """Yield each file in and below *folder* whose name or text mentions *person*, or that cannot be searched.

    *read_word* reads the Word files.
    """
    for file in files_nearby(folder):
        in_name = tuple(f"{mention}, in its name" for mention in mentions(file.stem, person))
        if file.suffix.lower() in UNSEARCHABLE or file.stat().st_size > LARGEST:
            yield Trace(file, in_name)
            continue
        try:
            text = read_word(file) if file.suffix.lower() in WORD_ENDINGS else _text(file)
        except (ValueError, OSError):
            yield Trace(file, in_name)
            continue
        if what := (*in_name, *mentions(text, person)):
            is_text_file = file.suffix.lower() not in WORD_ENDINGS
            lines = (number for number, line in enumerate(text.splitlines(), 1) if mentions(line, person))
            yield Trace(file, what, tuple(lines) if is_text_file else ())


def _text(file: Path) -> str:
    """Return the text of *file*, which may be in UTF-8 or UTF-16."""
    content = file.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return content.replace(b"\0", b"").decode("utf-8", "replace")


def mentions(text: str, person: Person) -> tuple[str, ...]:
    """Return what *text* mentions of *person*, in words."""
    what = []
    secrets = {person.key: person.secrets}
    if any(leaking_cases(text, secrets, frozenset())):
        what.append("the name or another detail of the private file")
    elif any(hinted_cases(text, secrets, frozenset())):
        what.append("a part of the name")
    if person.pseudonym and re.search(rf"(?<!\w){re.escape(person.pseudonym)}(?!\w)", text, re.IGNORECASE):
        what.append("the pseudonym")
    words = _words_only(text)
    if any(sentence in words for sentence in _sentences(person.text)):
        what.append("the story")
    return tuple(what)


def _sentences(story: str) -> Iterator[str]:
    """Yield the words of each sentence of *story* that is long enough to recognise."""
    for sentence in re.split(r"(?<=[.!?…])\s+|\n+", story):
        words = _words_only(sentence)
        if len(words) >= _SENTENCE_LENGTH:
            yield words


def _words_only(text: str) -> str:
    """Return the words of *text* in small letters, with single spaces between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))
