"""Recommendations that were labelled by reading: the yardstick for the rules about recommendations.

What each label means is written at the head of ``tests/labelled/recommendations.yaml``.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from drafter.yaml_text import read_yaml

RECOMMENDATIONS = Path(__file__).parents[1] / "labelled" / "recommendations.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledRecommendation:
    """A recommendation with what a reader said about it."""

    text: str
    strength: int | None
    """UPR Info's category of action, from 1 (minimal) to 5 (specific); None without a leading verb."""
    weak: bool
    not_an_action: bool
    several_actions: bool
    says_how: bool
    by_when: bool
    measurable: bool
    foreign_addressee: bool
    too_long: bool
    too_short: bool
    note: str = ""
    """Why a hard text was labelled so."""

    def __post_init__(self) -> None:
        """Raise ValueError if a label has a value that it cannot have."""
        if not isinstance(self.text, str) or not self.text.strip():
            raise ValueError(f"no text: {self.text!r}")
        if self.strength not in (None, 1, 2, 3, 4, 5) or isinstance(self.strength, bool):
            raise ValueError(f"strength of {self.text!r}: {self.strength!r}")
        wrong = [name for name in LABELS if not isinstance(getattr(self, name), bool)]
        if wrong or not isinstance(self.note, str):
            raise ValueError(f"neither true nor false in {self.text!r}: {', '.join(wrong) or 'note'}")


LABELS = tuple(field.name for field in fields(LabelledRecommendation) if field.type is bool)
"""The names of the labels that are true or false."""


@cache
def labelled_recommendations(file: Path = RECOMMENDATIONS) -> tuple[LabelledRecommendation, ...]:
    """Return the labelled recommendations in the order of *file*.

    Raises TypeError for a missing or unknown label, ValueError for a value that a label cannot have.
    """
    tree = read_yaml(file.read_text("utf-8"), file.name)
    return tuple(LabelledRecommendation(**entry) for entry in tree["recommendations"])
