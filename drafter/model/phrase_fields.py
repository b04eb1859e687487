"""The fields of a clause's text: which of them stand within a sentence, and are printed as phrases."""

import re

from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

FIELD = pattern(r"\{\{-?\s*(?P<name>[a-z_][a-z0-9_]*)\s*(?:\|\s*(?P<filter>[a-z_]+)\s*)?-?\}\}")
"""A field with one filter or none."""
BLOCK_TAG = pattern(r"\{%[^%]*%\}")
_BEGINS_SENTENCE = pattern(r"(?:^|[.!?][”’\"')\]]*|\n[ \t]*\n|\n[ \t]*(?:[-*]|\d+\.)|\}\})\s*$")
"""Finds, at the end of what is before a field, that the field begins a sentence."""
_FIXED = frozenset({"state", "facts"})
"""The fields that are no answer to a question of the clause."""
_PHRASES = frozenset({"phrase", "ending_phrase"})


def with_phrases(text: str) -> str:
    """Return the clause *text* with a filter for each answer that is printed within a sentence.

    Such an answer loses its full stop, and a capital article at its beginning. One that begins a sentence
    keeps its capital, and one that has a filter already is left alone.
    """
    return FIELD.sub(lambda match: _with_filter(match, text), text)


def phrase_names(text: str) -> frozenset[str]:
    """Return the names of the fields of the clause *text* that stand within a sentence."""
    return frozenset(
        match["name"] for match in FIELD.finditer(with_phrases(text)) if match["filter"] in _PHRASES
    )


def _with_filter(match: re.Match[str], text: str) -> str:
    if match["name"] in _FIXED or match["filter"]:
        return match[0]
    name = _filter(text, match.start(), match.end())
    return f"{{{{ {match['name']} | {name} }}}}" if name else match[0]


def _filter(text: str, start: int, end: int) -> str:
    """Return the filter of a plain field from *start* to *end* of *text*; ``""`` if it is a sentence."""
    if not _BEGINS_SENTENCE.search(NOTE.sub("", BLOCK_TAG.sub("", text[:start]))):
        return "ending_phrase" if text[end : end + 1] == "." else "phrase"
    after = NOTE.sub("", text[end:]).lstrip()[:1]
    return "" if not after or after.isupper() or after == "{" else "unstopped"
