"""Misspellings that were written down before the check of spelling was first run: its yardstick."""

from functools import cache
from pathlib import Path

from drafter.yaml_text import read_yaml

MISSPELLINGS = Path(__file__).parents[1] / "labelled" / "misspellings.yaml"


@cache
def misspellings() -> dict[str, str]:
    """Return the word that is meant by each misspelling."""
    entries = read_yaml(MISSPELLINGS.read_text("utf-8"), MISSPELLINGS.name)
    return {entry["typed"]: entry["meant"] for entry in entries}
