"""The names of facts and sources in questions: their own words, which the author recognises, and no key."""

from drafter.language.figure_reading import read_figures
from drafter.language.figure_words import FigureWords
from drafter.model.facts import Fact, Source
from drafter.patterns import pattern

_LONGEST = 36
"""Letters of a name: a question has to fit into two lines of 40 letters."""
_SCHEME = pattern(r"https?://(?:www\.)?")


def fact_in_words(fact: Fact | None, key: str, words: FigureWords) -> str:
    """Return the words of *fact* from its first figure on, quoted; its key if it has no text."""
    text = " ".join(((fact.text if fact else None) or "").split())
    if not text:
        return f"fact {key}"
    figures = read_figures(text, words)
    return _quoted(text[figures[0].start :] if figures else text)


def source_in_words(source: Source, fact: str) -> str:
    """Return the title of *source* in quotation marks, else its address; *fact* is the name of its fact."""
    if source.title:
        return _quoted(source.title)
    if source.address:
        return _quoted(_SCHEME.sub("", source.address))
    return f"the source of {fact}"


def _quoted(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    if len(words) <= _LONGEST:
        return f"“{words}”"
    first = words[: _LONGEST - 2]
    return f"“{first.rpartition(' ')[0].rstrip(',;:') or first} …”"
