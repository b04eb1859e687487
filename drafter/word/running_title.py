"""The running title in the header: a long title is shortened to one line."""

from collections.abc import Set
from itertools import accumulate

from drafter.language.language import Language
from drafter.patterns import pattern
from drafter.word.text_width import width_in_ems

RUNNING_TITLE = "running_title"
"""The name of its field in the header."""
MAX_SHARE = 0.8
"""How much of the line it may take up. A page number or a name may be on the same line."""

_BREAKS = pattern(r"[:;] | [–—-] ")


def shorten_title(title: str, width: float, language: Language) -> str:
    """Return *title* on one line of at most *width* ems: whole, its first part, or cut after a word."""
    title = " ".join(title.split())
    if width_in_ems(title) <= width:
        return title
    return _first_part(title, width) or _cut(title, width, language.grammar.dangling_words)


def _first_part(title: str, width: float) -> str:
    """Return the part before a colon, semicolon or dash that fills at least half of *width*, or ``""``."""
    parts = [title[: match.start()] for match in _BREAKS.finditer(title)]
    return next((part for part in reversed(parts) if width / 2 <= width_in_ems(part) <= width), "")


def _cut(title: str, width: float, leads_on: Set[str]) -> str:
    """Return the first words of *title*, as many as fit, and an ellipsis.

    The words do not end with an open bracket or with a word of *leads_on*, such as an article.
    """
    words: list[str] = []
    for word in title.split():
        if width_in_ems(" ".join((*words, word, "…"))) > width:
            break
        words.append(word)
    head = " ".join(words)
    if head.count("(") > head.count(")"):
        words = head[: head.rindex("(")].split()
    while words and words[-1].strip(",;:").lower() in leads_on:
        words.pop()
    head = " ".join(words).rstrip(" ,;:–—-") or _first_characters(title, width)
    return f"{head} …"


def _first_characters(title: str, width: float) -> str:
    """Return as many characters as fit, for a title whose first word is too wide."""
    widths = accumulate(map(width_in_ems, title), initial=width_in_ems(" …"))
    return title[: max(sum(used <= width for used in widths) - 1, 0)]
