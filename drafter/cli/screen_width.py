"""The columns that printed text may have."""

import os
import sys

WIDEST, NARROWEST = 100, 20
"""The columns that text is wrapped for, whatever width the terminal reports."""
_WITHOUT_TERMINAL = 80


def width() -> int:
    """Return how many columns text may have: those of the terminal, 80 if there is none."""
    return max(min(_terminal_columns(), WIDEST), NARROWEST)


def _terminal_columns() -> int:
    """Return what ``shutil.get_terminal_size`` does; importing that takes longer than printing the help."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        if sys.__stdout__:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WITHOUT_TERMINAL
    except (OSError, ValueError):
        pass
    return _WITHOUT_TERMINAL
