"""The note marks of a clause: those in one sentence that cite parts of one authority become one note."""

from collections.abc import Iterator
from functools import lru_cache

from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

_MAY_END = pattern(
    r"(?:[.?!][\"”’)*_]*(?:\[\^[^\[\]\s]+\])*|\}\})\s+(?=(?P<next>\S))"
    r"|\n\s*\n|\n(?=\s*(?:[-*+>]|\d+[.)]) )"
)
"""Finds where a sentence may end: also after a field, whose answer may be a sentence."""
_TEMPLATE_CODE = "{%"


@lru_cache(maxsize=2_000)
def with_gathered_marks(text: str) -> str:
    """Return the clause *text* with the marks of a sentence for one authority where the last of them is.

    Marks that stand side by side are one note, so "article 6,[^a:6] and article 9[^a:9]" gets one note for
    both articles. A sentence with template code stays as it is: a condition may leave out its last mark.
    """
    if text.count("[^") < 2:
        return text
    return "".join(
        sentence if _TEMPLATE_CODE in sentence else _gathered(sentence) for sentence in _sentences(text)
    )


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of *text*, each with the blanks after it and the marks at its end."""
    start = 0
    for match in _MAY_END.finditer(text):
        if not (match["next"] or "").islower():
            yield text[start : match.end()]
            start = match.end()
    yield text[start:]


def _gathered(sentence: str) -> str:
    """Return *sentence* with the marks for parts of one authority side by side."""
    last: dict[str, str] = {}
    """By authority, the last mark in the sentence that cites a part of it."""
    marks: dict[str, list[str]] = {}
    for match in NOTE.finditer(sentence):
        name, _, locator = match[1].partition(":")
        if locator:
            last[name] = match[0]
            marks.setdefault(name, []).append(match[0])
    for name, same in marks.items():
        if len(same) > 1:
            before, _, after = sentence.rpartition(last[name])
            for mark in same:
                before = before.replace(mark, "")
            sentence = f"{before}{''.join(dict.fromkeys(same))}{after}"
    return sentence
