"""How many earlier recommendations were carried out, in a sentence and as a table."""

from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.earlier import EarlierRecommendation

_FEWEST_COUNTED = 3
"""Fewer rows are not counted in a sentence: the reader sees them."""
_LONGEST_BAR = 30
"""Characters."""


@frozen
class StatusCounts:
    """How many recommendations of one position have each status."""

    position: str
    counts: tuple[int, ...]
    """In the order of the statuses; the last count is the sum."""


def counted(rows: Sequence[EarlierRecommendation], language: Language) -> str:
    """Return the sentence that counts *rows* by status, ``""`` if they are few or one has no status."""
    statuses: Counter[str] = Counter(row.status or "" for row in rows)
    if len(rows) < _FEWEST_COUNTED or "" in statuses:
        return ""
    labels = language.labels
    parts = [
        words[statuses[status] > 1].format(count=statuses[status])
        for status, words in labels.counted_statuses.items()
        if statuses[status]
    ]
    return labels.counted.format(total=len(rows), counts=language.listed(parts))


def count_statuses(
    rows: Iterable[EarlierRecommendation], language: Language
) -> tuple[tuple[str, ...], tuple[StatusCounts, ...]]:
    """Return the statuses that occur in *rows*, as printed, and for each position how many rows have each."""
    labels = language.labels
    numbers: Counter[tuple[str, str]] = Counter(
        (row.position or "none", row.status or "unknown") for row in rows
    )
    statuses = [status for status in labels.statuses if any(key[1] == status for key in numbers)]
    lines = []
    for position, title in labels.positions.items():
        counts = [numbers[position, status] for status in statuses]
        if sum(counts):
            lines.append(StatusCounts(title or labels.no_position, (*counts, sum(counts))))
    return tuple(labels.statuses[status] for status in statuses), tuple(lines)


def status_bars(rows: Sequence[EarlierRecommendation], language: Language) -> tuple[str, ...]:
    """Return a line for each position and status that occur in *rows*: the words, a bar and the number."""
    statuses, by_position = count_statuses(rows, language)
    lines = [
        (line.position, status, count)
        for line in by_position
        for status, count in zip(statuses, line.counts, strict=False)
        if count
    ]
    most = max((count for *_, count in lines), default=0)
    first = max((len(position) for position, *_ in lines), default=0)
    second = max((len(status) for _, status, _ in lines), default=0)
    return tuple(
        f"{position:<{first}}  {status:<{second}}  {'█' * _bar(count, most)} {count}"
        for position, status, count in lines
    )


def _bar(count: int, most: int) -> int:
    """Return the length of the bar for *count*: that of the largest number is at most ``_LONGEST_BAR``."""
    return count if most <= _LONGEST_BAR else max(count * _LONGEST_BAR // most, 1)
