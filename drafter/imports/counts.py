"""Counts of what a file contains, kept while its rows are read."""

from collections import Counter

from drafter.imports.values import Row, RowFault
from drafter.limits import UNREAD_KEPT
from drafter.model.imported import Position


class Counts:
    """How many rows of each kind were read; of the faults, the first are kept."""

    def __init__(self) -> None:
        self.recommendations = 0
        self.concerns = 0
        self.unread = 0
        self.positions: Counter[Position] = Counter()
        """Recommendations by position; without one, they are not counted."""
        self.countries: Counter[str] = Counter()
        self.faults: list[RowFault] = []

    def add(self, row: Row) -> None:
        """Count *row*."""
        if isinstance(row, RowFault):
            self.unread += 1
            if len(self.faults) < UNREAD_KEPT:
                self.faults.append(row)
            return
        if row.kind == "concern":
            self.concerns += 1
        else:
            self.recommendations += 1
            if row.position:
                self.positions[row.position] += 1
        if row.country:
            self.countries[row.country] += 1
