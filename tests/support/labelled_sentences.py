"""Sentences and passages that were labelled by reading: the yardstick for the rules about wording.

What each label means is written at the head of ``tests/labelled/sentences.yaml``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from drafter.yaml_text import read_yaml

SENTENCES = Path(__file__).parents[1] / "labelled" / "sentences.yaml"
ROLES = frozenset({"paragraph", "fact", "question", "case", "title"})
LABELS = (
    "insult", "comparison", "shouting", "stigma", "placeholder", "abbreviation", "other_state", "spelling",
    "long_sentence", "paras", "question_is_order", "figure_without_base", "subjective", "identifies", "child",
    "grave_by_media", "minimum",
)  # fmt: skip
ROLE_OF_LABEL = {"question_is_order": "question", "identifies": "case", "child": "case"}
"""Labels that only texts of one role can have."""
LISTS = ("labels", "near", "misspelt", "rare")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """A sentence or a passage with what a reader said about it."""

    text: str
    role: str
    """What the author typed it as: one of ROLES."""
    labels: tuple[str, ...]
    """What is wrong with the text, from LABELS; empty for a clean text."""
    near: tuple[str, ...] = ()
    """Labels that a careless rule could give this text, wrongly."""
    better: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For stigma: each stigmatising term as it is written in the text, with a preferred wording."""
    misspelt: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    """Rare words that are spelt right."""
    second_language: bool = False
    """Whether the English is that of a capable author who is not a native speaker."""
    note: str = ""
    """Why a label was given, or not given."""

    def __post_init__(self) -> None:
        """Raise ValueError if a value contradicts another or is none that the file may hold."""
        faults = "; ".join(self._faults())
        if faults:
            raise ValueError(f"{faults}: {self.text!r}")

    def _faults(self) -> Iterator[str]:
        """Yield what is wrong with this entry, a few words each."""
        if not isinstance(self.text, str) or self.text != " ".join(self.text.split()) or not self.text:
            yield "no text, or blanks too many"
        if self.role not in ROLES:
            yield f"unknown role {self.role!r}"
        if not isinstance(self.second_language, bool) or not isinstance(self.note, str):
            yield "second_language or note is of the wrong kind"
        yield from self._faults_of_labels()
        words = (*self.misspelt, *self.rare, *self.better)
        yield from (f"{word!r} is not in the text" for word in words if word not in self.text)

    def _faults_of_labels(self) -> Iterator[str]:
        """Yield what is wrong with the labels, and with the words that belong to some of them."""
        every = (*self.labels, *self.near)
        yield from (f"unknown label {label!r}" for label in every if label not in LABELS)
        if len(set(every)) < len(every):
            yield "a label twice"
        for label, role in ROLE_OF_LABEL.items():
            if label in every and self.role != role:
                yield f"{label} without the role {role}"
        if ("stigma" in self.labels) != bool(self.better):
            yield "stigma without a better wording, or the reverse"
        if ("spelling" in self.labels) != bool(self.misspelt):
            yield "spelling without a misspelt word, or the reverse"
        if self.rare and "spelling" not in every:
            yield "a rare word in a text that is no near miss for spelling"


@cache
def labelled_sentences(file: Path = SENTENCES) -> tuple[LabelledSentence, ...]:
    """Return the labelled texts in the order of *file*.

    Raises TypeError for a missing or unknown key, ValueError for a value that the file may not hold.
    """
    return tuple(_sentence(entry) for entry in read_yaml(file.read_text("utf-8"), file.name))


def _sentence(entry: dict[str, Any]) -> LabelledSentence:
    """Return the labelled text of an *entry*, with tuples instead of lists and nothing that can be changed.

    Raises TypeError for a missing or unknown key or a list that is none, ValueError for a wrong value.
    """
    for key in LISTS:
        if not isinstance(entry.get(key, []), list):
            raise TypeError(f"{key} is no list: {entry.get('text')!r}")
    values = {key: tuple(value) if key in LISTS else value for key, value in entry.items()}
    return LabelledSentence(**values | {"better": MappingProxyType(dict(entry.get("better", {})))})
