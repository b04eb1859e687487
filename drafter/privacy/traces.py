"""Where a person whose case was taken out is still mentioned, in the files around the answers.

A promise to erase is only as good as what is known to be left: what cannot be looked into is named too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.privacy.leak_search import leaks

MOST = 2_000
"""Files that are looked into; a folder with more is no folder of submissions."""
LARGEST = 20 * 2**20
READ_AS_TEXT = (".yaml", ".yml", ".txt", ".md", ".tmp", ".bak", ".json", ".csv")
READ_AS_WORD = (".docx", ".docm", ".dotx")
UNREADABLE = (".pdf", ".odt", ".doc", ".rtf", ".zip", ".png", ".jpg", ".jpeg", ".pages")
_SENTENCE_LETTERS = 25
"""Letters of a sentence that do not come by chance."""

ReadWord = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Person:
    """What is looked for: everything by which a person of a case was known."""

    key: str
    pseudonym: str
    text: str
    secrets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trace:
    """A file in which the person is still mentioned, or that cannot be looked into."""

    file: Path
    what: tuple[str, ...]
    """What of the person is in it, in words; empty where it cannot be looked into."""
    lines: tuple[int, ...] = ()
    """The lines of a text file."""


def files_nearby(folder: Path) -> Iterator[Path]:
    """Yield the files in *folder* and in the folders right below it, hidden files too."""
    below = (entry for entry in sorted(folder.iterdir()) if entry.is_dir() and not entry.name.startswith("."))
    count = 0
    for place in (folder, *below):
        for file in sorted(place.iterdir()):
            if file.is_file() and count < MOST:
                count += 1
                yield file


def traces(folder: Path, person: Person, read_word: ReadWord) -> Iterator[Trace]:
    """Yield each file in and right below *folder* that mentions *person*, or cannot be looked into.

    *read_word* returns the text of a Word file; it raises ValueError where there is none to read.
    """
    for file in files_nearby(folder):
        ending = file.suffix.lower()
        if ending in UNREADABLE or (
            ending in (*READ_AS_TEXT, *READ_AS_WORD) and file.stat().st_size > LARGEST
        ):
            yield Trace(file, ())
        elif ending in READ_AS_WORD:
            try:
                text = read_word(file)
            except ValueError:
                yield Trace(file, ())
                continue
            if what := mentions(text, person):
                yield Trace(file, what)
        elif ending in READ_AS_TEXT:
            text = file.read_text("utf-8", "replace")
            if what := mentions(text, person):
                lines = (number for number, line in enumerate(text.splitlines(), 1) if mentions(line, person))
                yield Trace(file, what, tuple(lines))


def mentions(text: str, person: Person) -> tuple[str, ...]:
    """Return what of *person* is in *text*, in words."""
    what = []
    if any(leaks(text, {person.key: person.secrets}, frozenset())):
        what.append("the name or another detail of the private file")
    if person.pseudonym and re.search(rf"(?<!\w){re.escape(person.pseudonym)}(?!\w)", text):
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
