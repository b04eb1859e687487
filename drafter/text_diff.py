"""How one text became another, word by word, and which paragraphs of two texts belong together."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeAlias, TypeVar

from drafter.frozen import frozen
from drafter.patterns import pattern

T = TypeVar("T", bound=Hashable)

_TOKEN = pattern(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")
_WORD = pattern(r"\w+")
_LEAST_ALIKE = 0.5
"""How much of their words two paragraphs must share to be versions of each other, from 0 to 1."""
_LEAST_WITHIN = 0.8
"""How much of the words of the shorter paragraph must be in the longer one, when one was split or joined."""
_FEWEST_WORDS = 4
"""Different words from which a paragraph can be part of another one; fewer may be there by chance."""
_MOST_PAIRS = 1_000_000
"""How many pairs of paragraphs are compared at most between two that are equal: about two seconds."""

Pair: TypeAlias = tuple[int | None, int | None]
"""The index of a paragraph in the first and in the second text; ``None`` where it has no counterpart."""


@frozen
class Span:
    """A stretch of two sequences, from the start to the end in each."""

    is_same: bool
    start_a: int
    end_a: int
    start_b: int
    end_b: int


@frozen
class Piece:
    """A piece of text that both texts have, or only the first (deleted), or only the second (inserted)."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


# ---- words ----


def tokens(text: str) -> list[str]:
    """Return the words, blanks and other characters of *text*; joined, they are *text* again."""
    return _TOKEN.findall(text)


def diff(a: str, b: str) -> tuple[Piece, ...]:
    """Return the pieces by which the text *a* became *b*, in reading order.

    What is the same and what was deleted makes up *a*; what is the same and what was inserted makes up *b*.
    """
    words_a, words_b = tokens(a), tokens(b)
    pieces: list[Piece] = []
    for span in diff_tokens(words_a, words_b, str):
        old = "".join(words_a[span.start_a : span.end_a])
        new = "".join(words_b[span.start_b : span.end_b])
        if span.is_same:
            pieces.append(Piece("same", old))
        else:
            pieces += [Piece("deleted", old)] * bool(old) + [Piece("inserted", new)] * bool(new)
    return tuple(pieces)


def diff_tokens(a: Sequence[T], b: Sequence[T], text: Callable[[T], str]) -> list[Span]:
    """Return the spans in which *a* and *b* are the same or differ, by turns; *text* shows a token.

    Words that happen to be the same within a passage that was rewritten count as rewritten: a reader wants to
    see one change and not ten.
    """
    matcher = SequenceMatcher(lambda token: text(token).isspace(), a, b, autojunk=False)
    spans = [Span(tag == "equal", *bounds) for tag, *bounds in matcher.get_opcodes()]
    while (merged := _without_fragments(spans, a, b, text)) != spans:
        spans = merged
    return spans


def _without_fragments(
    spans: Sequence[Span], a: Sequence[T], b: Sequence[T], text: Callable[[T], str]
) -> list[Span]:
    """Return *spans* with each short stretch of equal tokens between two changes made part of them."""

    def length(span: Span) -> int:
        """Return the length of the longer side of a change."""
        old = sum(len(text(token)) for token in a[span.start_a : span.end_a])
        return max(old, sum(len(text(token)) for token in b[span.start_b : span.end_b]))

    merged: list[Span] = []
    for index, span in enumerate(spans):
        is_same = span.is_same
        if is_same and merged and index + 1 < len(spans):
            words = "".join(text(token) for token in a[span.start_a : span.end_a])
            is_short = len(words) <= min(length(merged[-1]), length(spans[index + 1]))
            is_same = not is_short and any(map(str.isalnum, words))
        start = span
        if merged and not merged[-1].is_same and not is_same:
            start = merged.pop()
        merged.append(Span(is_same, start.start_a, span.end_a, start.start_b, span.end_b))
    return merged


# ---- paragraphs ----


def align(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Return which paragraphs of *a* and *b* belong together, in the order of both.

    Each paragraph is in one pair. Equal ones are paired first, beginning with those that occur once; then,
    between these, those that are alike. Of a paragraph that was split, the first similar part is paired, and
    the others come next to it.
    """
    pairs: list[Pair] = []
    start_a = start_b = 0
    for index_a, index_b in (*_equal(a, b, 0, 0), (len(a), len(b))):
        pairs += _alike(a, b, range(start_a, index_a), range(start_b, index_b))
        if index_a < len(a):
            pairs.append((index_a, index_b))
        start_a, start_b = index_a + 1, index_b + 1
    return pairs


def _equal(a: Sequence[str], b: Sequence[str], first_a: int, first_b: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of equal paragraphs, whose indexes begin at *first_a* and *first_b*."""
    anchors = _anchors(a, b)
    if not anchors:
        for start_a, start_b, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            yield from ((first_a + start_a + n, first_b + start_b + n) for n in range(size))
        return
    start_a = start_b = 0
    for index_a, index_b in (*anchors, (len(a), len(b))):
        yield from _equal(a[start_a:index_a], b[start_b:index_b], first_a + start_a, first_b + start_b)
        if index_a < len(a):
            yield first_a + index_a, first_b + index_b
        start_a, start_b = index_a + 1, index_b + 1


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest rising series of pairs of paragraphs that occur once in *a* and once in *b*."""
    counts_a, counts_b = Counter(a), Counter(b)
    positions = {text: index for index, text in enumerate(b) if counts_b[text] == 1}
    pairs = [
        (index, positions[text])
        for index, text in enumerate(a)
        if counts_a[text] == 1 and text in positions and text.strip()
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest series of *pairs* whose second numbers rise; the first ones do already."""
    ends: list[int] = []  # by length of the series: the lowest second number at its end
    indexes: list[int] = []  # the pair with that number
    before: list[int] = []  # by pair: the one before it in its series
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(indexes[length - 1] if length else -1)
        ends[length : length + 1], indexes[length : length + 1] = [second], [index]
    series: list[tuple[int, int]] = []
    index = indexes[-1] if indexes else -1
    while index >= 0:
        series.append(pairs[index])
        index = before[index]
    return series[::-1]


def _alike(a: Sequence[str], b: Sequence[str], range_a: range, range_b: range) -> Iterator[Pair]:
    """Yield the pairs of a stretch without equal paragraphs: the most similar ones that keep the order."""
    paired = [] if len(range_a) * len(range_b) > _MOST_PAIRS else _most_alike(a, b, range_a, range_b)
    start_a, start_b = range_a.start, range_b.start
    for index_a, index_b in (*paired, (range_a.stop, range_b.stop)):
        yield from ((each, None) for each in range(start_a, index_a))
        yield from ((None, each) for each in range(start_b, index_b))
        if index_a < range_a.stop:
            yield index_a, index_b
        start_a, start_b = index_a + 1, index_b + 1


def _most_alike(a: Sequence[str], b: Sequence[str], range_a: range, range_b: range) -> list[tuple[int, int]]:
    """Return the pairs, in the order of both, whose likenesses have the largest sum."""
    words_a = [_words(a[index]) for index in range_a]
    words_b = [_words(b[index]) for index in range_b]
    likeness = [[_likeness(old, new) for new in words_b] for old in words_a]
    best = [[0.0] * (len(words_b) + 1) for _ in range(len(words_a) + 1)]
    for i in reversed(range(len(words_a))):
        for j in reversed(range(len(words_b))):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(words_a) and j < len(words_b):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((range_a[i], range_b[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much of their words *a* and *b* share, up to 1; 0 if they are no versions of each other."""
    if not a or not b:
        return 0.0
    shared = len(a & b)
    whole = 2 * shared / (len(a) + len(b))
    fewest = min(len(a), len(b))
    is_part = fewest >= _FEWEST_WORDS and shared / fewest >= _LEAST_WITHIN
    return whole if whole >= _LEAST_ALIKE or is_part else 0.0
