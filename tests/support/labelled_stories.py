"""Stories that were labelled by reading: the yardstick for the rules about people.

What each label means is written at the head of ``tests/labelled/stories.yaml``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.yaml_text import read_yaml

STORIES = Path(__file__).parents[1] / "labelled" / "stories.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStory:
    """A story with what a reader said about it."""

    text: str
    identifies: bool
    """Whether its details together show who the person is."""
    child: bool
    """Whether it tells something of a child."""
    note: str = ""
    """Why a hard story was labelled so."""

    def __post_init__(self) -> None:
        """Raise ValueError for a label that is neither true nor false."""
        if not self.text.strip() or not isinstance(self.identifies, bool) or not isinstance(self.child, bool):
            raise ValueError(f"a label is missing: {self.text!r}")


@cache
def labelled_stories() -> tuple[LabelledStory, ...]:
    """Return the labelled stories in the order of their file. Raises TypeError for an unknown label."""
    tree = read_yaml(STORIES.read_text("utf-8"), STORIES.name)
    return tuple(LabelledStory(**entry) for entry in tree["stories"])
