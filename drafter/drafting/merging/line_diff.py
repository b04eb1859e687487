"""What changed within a line: the stretches of its text, and where an old position is in the new text."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from drafter.frozen import frozen
from drafter.text_diff import tokens


@frozen
class Hunk:
    """A stretch of a line that was replaced; one side may be empty."""

    start: int
    end: int
    new_start: int
    new_end: int


class LineDiff:
    """The differences between the old and the new text of a line, word by word."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.hunks = tuple(_hunks(old, new))

    def start(self, position: int) -> int:
        """Return where in the new text what began at the old *position* begins.

        What was inserted just there counts as inserted at the beginning of it.
        """
        return self._position(position, before=True)

    def end(self, position: int) -> int:
        """Return where in the new text what ended at the old *position* ends, with what was added there."""
        return self._position(position, before=False)

    def is_kept(self, start: int, end: int) -> bool:
        """Return whether the old text between two positions is in the new text as it was."""
        return all(hunk.end <= start or hunk.start >= end for hunk in self.hunks)

    def _position(self, position: int, *, before: bool) -> int:
        shift = 0
        for hunk in self.hunks:
            if hunk.start > position or (before and hunk.start == position):
                break
            if hunk.end > position:  # the stretch goes beyond the position
                return hunk.new_end if not before else hunk.new_start
            shift = hunk.new_end - hunk.end
        return position + shift


def _hunks(old: str, new: str) -> Iterator[Hunk]:
    """Yield the stretches that differ. A blank between two of them belongs to both, so they are one."""
    words, new_words = tokens(old), tokens(new)
    starts, new_starts = _offsets(words), _offsets(new_words)
    last: Hunk | None = None
    for a, b, c, d in _different(words, new_words):
        hunk = Hunk(starts[a], starts[b], new_starts[c], new_starts[d])
        if last is not None and not old[last.end : hunk.start].strip():
            last = Hunk(last.start, hunk.end, last.new_start, hunk.new_end)
            continue
        if last is not None:
            yield last
        last = hunk
    if last is not None:
        yield last


def _different(words: list[str], new_words: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of two lists of words that differ.

    What is equal at both ends belongs together, even if a longer stretch in the middle is equal as well.
    """
    shorter = min(len(words), len(new_words))
    first = next((n for n in range(shorter) if words[n] != new_words[n]), shorter)
    most = shorter - first
    last = next((n for n in range(most) if words[-1 - n] != new_words[-1 - n]), most)
    middle, new_middle = words[first : len(words) - last], new_words[first : len(new_words) - last]
    matcher = SequenceMatcher(lambda token: token.isspace(), middle, new_middle, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield first + a, first + b, first + c, first + d


def _offsets(words: list[str]) -> list[int]:
    """Return where each of *words* begins, and where the last one ends."""
    return [0, *accumulate(map(len, words))]
