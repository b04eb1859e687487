"""The names of the months, and a day as United Nations documents print it."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spelt(day: date) -> str:
    """Return *day* as it is printed: ``21 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
