"""What the figures of a sentence are, in the words of the sentence: "11 of the 34 mothers"."""

from collections.abc import Iterator
from functools import lru_cache

from drafter.frozen import frozen
from drafter.language.figure_words import FigureWords
from drafter.patterns import pattern

_ADDRESS = pattern(r"(?:https?://|www\.)\S+")


@frozen
class Figure:
    """A figure of a sentence."""

    text: str
    """The number with what it counts, in the words of the sentence."""
    start: int
    """The position of its first letter in the sentence."""
    end: int
    """The position after its last letter."""
    part: str = ""
    """Of a part and its whole: the number of the part."""


@lru_cache(maxsize=4096)  # an interview reads the same facts before each question
def read_figures(text: str, words: FigureWords) -> tuple[Figure, ...]:
    """Return the figures of *text* in their order.

    A part and its whole are one: "380 of 2,900", also where the whole is named first. A year is no
    figure, and no word is cut. The numbers in a web address are left out.
    """
    text = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
    figures: list[Figure] = []
    for figure in (*_shares(text, words), *_counts(text, words)):
        if all(figure.end <= other.start or other.end <= figure.start for other in figures):
            figures.append(figure)
    return tuple(sorted(figures, key=lambda figure: figure.start))


def counts_people(text: str, words: FigureWords) -> bool:
    """Return whether a figure of *text* counts people, and is not only the base of a ratio."""
    figures = read_figures(text, words)
    return any(
        words.people.search(figure.text) and not (number and words.base.search(text[: figure.start]))
        for number, figure in enumerate(figures)
    )


def _shares(text: str, words: FigureWords) -> Iterator[Figure]:
    """Yield the parts of a whole, in the order in which they begin."""
    shares = [
        Figure(match[0].strip(), *match.span(), part=match[0].split()[0])
        for match in words.share.finditer(text)
    ]
    whole_first = [
        Figure(f"{match['part']} of {match['whole']}", *match.span(), part=match["part"])
        for match in words.whole_first.finditer(text)
    ]
    yield from sorted((*shares, *whole_first), key=lambda figure: figure.start)


def _counts(text: str, words: FigureWords) -> Iterator[Figure]:
    """Yield the other numbers, each with what it counts."""
    for match in words.counted.finditer(text):
        if match[0].strip() and not words.pronoun.fullmatch(match[0].strip()):
            yield Figure(match[0].strip(), *match.span())
