"""drafter on a day that stays the same, so that no date in a test ever comes to lie in the past.

It says nothing about the minutes that are left: a slow computer would look like a slow person.

python -m tests.support.on_a_day 2028-07-01 new a.yaml
"""

import sys
from datetime import date
from math import inf

import pytest

from drafter.cli import main, new
from drafter.drafting import word_file
from drafter.interview import future_dates, pace, typed_dates
from drafter.interview.items import dated

ASKING = (typed_dates, dated, future_dates)
"""The modules of the interview that know the current day."""


def always(day: date) -> type[date]:
    """Return a class of dates whose today is *day*."""

    class Today(date):
        @classmethod
        def today(cls) -> "Today":
            return cls(day.year, day.month, day.day)

    return Today


def ask_on(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the questions of this test be asked as if today were *day*."""
    for module in ASKING:
        monkeypatch.setattr(module, "date", always(day))


def main_on(day: date, arguments: list[str]) -> int:
    """Run drafter with *arguments* as if today were *day* and return its exit status."""
    for module in (new, word_file, *ASKING):
        vars(module)["date"] = always(day)
    vars(pace)["FASTEST"] = inf
    return main(arguments)


if __name__ == "__main__":
    sys.exit(main_on(date.fromisoformat(sys.argv[1]), sys.argv[2:]))
