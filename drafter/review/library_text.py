"""Recognising the library's sentences in a text, with whatever an author has put into their fields.

A sentence that somebody has edited is no longer the library's. Capitals, punctuation and note marks make no
difference.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from drafter.frozen import frozen
from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

LONGEST_FIELD = 120
"""Words that an author may have put into one field."""
ANCHOR = 3
"""Words in a row by which a sentence is looked up; one without as many is not recognised."""
_FIELD = pattern(r"\{\{.*?\}\}")
_WORD = pattern(r"[^\W_]+")
_SENTENCE_END = pattern(r"[.!?][”’\")\]]*(?:\[\^[^\]]*\])*(?:\s+|$)|\n{2,}")

PieceKind = Literal["library", "field", "own"]
"""``field`` is what an author has put into a sentence of the library."""


@frozen
class TextPiece:
    """A part of a text."""

    text: str
    kind: PieceKind


class _Word(NamedTuple):
    word: str
    start: int
    end: int


class _Sentence(NamedTuple):
    """A sentence of the library: its words in runs, between which an author fills in fields."""

    runs: tuple[tuple[str, ...], ...]
    anchor_run: int
    """The number of the run in which it is looked up."""


class LibraryText:
    """The sentences of the library, for looking them up in a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        """*texts* are Markdown with Jinja fields and note marks, such as the texts of clauses."""
        self._by_anchor: dict[tuple[str, ...], list[_Sentence]] = {}
        for text in texts:
            for sentence in _sentences(text):
                anchor = sentence.runs[sentence.anchor_run][:ANCHOR]
                same_anchor = self._by_anchor.setdefault(anchor, [])
                if sentence not in same_anchor:  # the variants of a clause share most sentences
                    same_anchor.append(sentence)

    def pieces(self, text: str) -> tuple[TextPiece, ...]:
        """Return the pieces of *text* in order. What an author wrote is cut where the library begins."""
        words = _words(text)
        owners = self._owners(words)
        if not any(owners):
            return (TextPiece(text, "own"),) if text.strip() else ()
        return tuple(_cut(text, words, owners))

    def library_words(self, text: str) -> int:
        """Return how many words of *text* are the library's."""
        return sum(owner == "library" for owner in self._owners(_words(text)))

    def _owners(self, words: list[_Word]) -> list[PieceKind | Literal[""]]:
        """Return for each of *words* whether it is the library's or in a field; ``""`` if it is neither."""
        plain = [word.word for word in words]
        owners: list[PieceKind | Literal[""]] = [""] * len(words)
        for position in range(len(plain) - ANCHOR + 1):
            if owners[position] == "library":
                continue
            for sentence in self._by_anchor.get(tuple(plain[position : position + ANCHOR]), ()):
                if spans := _match(sentence, plain, position):
                    for index in range(spans[0][0], spans[-1][1]):
                        owners[index] = owners[index] or "field"
                    for start, end in spans:
                        owners[start:end] = ["library"] * (end - start)
                    break
        return owners


def _sentences(text: str) -> Iterator[_Sentence]:
    """Yield the sentences of a *text* of the library that are long enough to be recognised.

    A shorter sentence is part of the next one.
    """
    text, start = NOTE.sub("", text), 0
    for match in (*_SENTENCE_END.finditer(text), None):
        end = match.end() if match else len(text)
        runs = tuple(
            run
            for part in _FIELD.split(text[start:end])
            if (run := tuple(word.word for word in _words(part)))
        )
        longest = max(map(len, runs), default=0)
        if longest >= ANCHOR:
            yield _Sentence(runs, next(n for n, run in enumerate(runs) if len(run) == longest))
            start = end


def _match(sentence: _Sentence, words: list[str], position: int) -> list[tuple[int, int]] | None:
    """Return the spans of the runs of *sentence* if its anchor is at *position* of *words*, else None."""
    runs, anchor = sentence
    spans = [(position, position + len(runs[anchor]))]
    if tuple(words[slice(*spans[0])]) != runs[anchor]:
        return None
    for run in runs[anchor + 1 :]:
        start = spans[-1][1]
        limit = min(start + LONGEST_FIELD, len(words) - len(run))
        after = next((n for n in range(start, limit + 1) if tuple(words[n : n + len(run)]) == run), None)
        if after is None:
            return None
        spans.append((after, after + len(run)))
    for run in reversed(runs[:anchor]):
        end = spans[0][0]
        limit = max(end - LONGEST_FIELD, len(run))
        before = next((n for n in range(end, limit - 1, -1) if tuple(words[n - len(run) : n]) == run), None)
        if before is None:
            return None
        spans.insert(0, (before - len(run), before))
    return spans


def _cut(text: str, words: list[_Word], owners: list[PieceKind | Literal[""]]) -> Iterator[TextPiece]:
    """Yield the pieces of *text*, each with the punctuation that follows it."""
    start = 0
    for index, owner in enumerate(owners):
        following = owners[index + 1] if index + 1 < len(owners) else None
        if following != owner:
            end = words[index + 1].start if index + 1 < len(words) else len(text)
            yield TextPiece(text[start:end], owner or "own")
            start = end


def _words(text: str) -> list[_Word]:
    """Return the words of *text* in small letters with their positions; note marks are no words."""
    blank = NOTE.sub(lambda match: " " * len(match[0]), text)
    return [_Word(match[0].casefold(), *match.span()) for match in _WORD.finditer(blank)]


_CODE = pattern(r"\{%.*?%\}|\{#.*?#\}|^:::.*$|^#+\s|\|", re.MULTILINE | re.DOTALL)


def texts_of_template(template: str) -> Iterator[str]:
    """Yield the texts of a *template* of a document, between the code that chooses among them."""
    for text in _CODE.split(template):
        if text.strip():
            yield text
