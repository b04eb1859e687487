"""Leaving out what a section has just said: a sentence of law whose places are cited before it."""

from collections.abc import Collection

from drafter.library.clause_sentences import clause_sentences
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

_FIELD = pattern(r"\{\{.*?\}\}")


def without_repeated(clause: Clause, cited: Collection[str]) -> str:
    """Return the text of *clause* without the sentences of law that its section has stated before.

    *cited* are the keys of the notes before it. A sentence goes if it has notes, and the clause lists all of
    them under ``repeats``, and all are among *cited*. A text of which no sentence would be left stays whole.
    """
    text = clause.text
    repeated = set(clause.head.repeats).intersection(cited)
    if not repeated:
        return text
    kept = [sentence for sentence in clause_sentences(text) if not _is_repeated(sentence, repeated)]
    says_something = any(_FIELD.sub("", sentence).strip() for sentence in kept)
    return " ".join(kept) if says_something else text


def _is_repeated(sentence: str, repeated: Collection[str]) -> bool:
    keys = set(NOTE.findall(sentence))
    return bool(keys) and keys.issubset(repeated)
