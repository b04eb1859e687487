"""The running title stands on one line: a long title is cut where it reads well."""

from collections.abc import Set
from itertools import accumulate

from drafter.language.language import Language
from drafter.patterns import pattern
from drafter.word.text_width import ems

FIELD = "running_title"
SHARE = 0.8
"""How much of the text's width it may take: beside it there may be a number or a name."""

_PARTS = pattern(r"[:;] | [–—-] ")


def running(title: str, room: float, language: Language) -> str:
    """Return *title* on one line no wider than *room* ems: whole, or its first part, or cut after a word."""
    title = " ".join(title.split())
    if ems(title) <= room:
        return title
    return _first_part(title, room) or _cut(title, room, language.grammar.dangling_words)


def _first_part(title: str, room: float) -> str:
    """Return what stands before a colon or a dash, if it fits and says enough; else ``""``."""
    heads = [title[: match.start()] for match in _PARTS.finditer(title)]
    return next((head for head in reversed(heads) if room / 2 <= ems(head) <= room), "")


def _cut(title: str, room: float, leads_on: Set[str]) -> str:
    """Return the words for which there is room, less those that would leave a bracket or a phrase open.

    A title does not end with a word of *leads_on*.
    """
    words: list[str] = []
    for word in title.split():
        if ems(" ".join((*words, word, "…"))) > room:
            break
        words.append(word)
    head = " ".join(words)
    if head.count("(") > head.count(")"):
        words = head[: head.rindex("(")].split()
    while words and words[-1].strip(",;:").lower() in leads_on:
        words.pop()
    head = " ".join(words).rstrip(" ,;:–—-") or _letters(title, room)
    return f"{head} …"


def _letters(title: str, room: float) -> str:
    """Return as many letters as there is room for, where not even the first word fits."""
    widths = accumulate(map(ems, title), initial=ems(" …"))
    return title[: max(sum(width <= room for width in widths) - 1, 0)]
