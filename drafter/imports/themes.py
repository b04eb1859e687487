"""Themes, groups of people and goals, from the lines in which lists and databases print them."""

import re
from collections.abc import Iterable

from drafter.frozen import frozen
from drafter.patterns import pattern

_CODE = pattern(r"[A-Z]\d{1,3}(?:\.\d{1,2})*[.:]?\s+")
"""The code before a theme in old lists and in the taxonomy of the Index: ``A12``, ``B31.2``."""
_DASH = pattern(r"\s*[-–•·\uf0b7]\s+")
_GOAL = pattern(
    r"\s*(?:[-–•·\uf0b7]\s*)?(?:SDG\s*|Goal\s*)?(\d{1,2}(?:\.[0-9a-z]{1,2})?)(?![\d.])", re.IGNORECASE
)
_LABELS = {
    "affected persons:": "groups",
    "groups of persons:": "groups",
    "persons affected:": "groups",
    "sdgs:": "goals",
    "relevant sdgs:": "goals",
    "themes:": "themes",
}


@frozen
class Labelled:
    """What one cell lists under its labels; what comes before any label is themes."""

    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


def labelled(lines: Iterable[str]) -> Labelled:
    """Return the themes, groups and goals in *lines*, in which "Affected persons:" and "SDGs:" are labels."""
    values: dict[str, dict[str, None]] = {"themes": {}, "groups": {}, "goals": {}}
    label = "themes"
    for line in (piece for text in lines for piece in text.split("\n")):
        name, colon, rest = line.partition(":")
        if colon and (following := _LABELS.get(f"{name.strip().casefold()}:")):
            label, line = following, rest  # noqa: PLW2901 - what follows the label may be the first value
        value = goal_number(line) if label == "goals" else without_code(line)
        if value:
            values[label][value] = None
    return Labelled(tuple(values["themes"]), tuple(values["groups"]), tuple(values["goals"]))


def without_code(line: str) -> str:
    """Return the name in *line* without the dash and the code before it."""
    text = line.strip()
    if match := _DASH.match(f"{text} "):
        text = text[match.end() :]
    if match := _CODE.match(text):
        text = text[match.end() :]
    return text.strip()


def goal_number(line: str) -> str:
    """Return the number of the goal or target in *line*: "3", "16.3", "3.a"; ``""`` if there is none."""
    match = _GOAL.match(line)
    return match[1].lower() if match else ""
