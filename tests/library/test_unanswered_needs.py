"""A door whose need nobody has spoken of comes after one that is sure to open."""

from dataclasses import dataclass
from typing import Any, cast

import pytest

from drafter.frozen import replaced
from drafter.library.library import Library
from drafter.library.recommend import suggest_documents
from drafter.model.mechanism import DocumentType, Situation
from tests.support.script import LIBRARY

JOINT = LIBRARY.document("upr/joint")


@dataclass
class Doors:
    """A library of nothing but doors."""

    doors: dict[str, Situation]

    def document_ids(self) -> list[str]:
        """Return the names of the documents."""
        return list(self.doors)

    def document(self, name: str) -> DocumentType:
        """Return the rules of one document: its door."""
        return replaced(JOINT, rules=JOINT.rules.model_copy(update={"doors": (self.doors[name],)}))


def order(doors: dict[str, dict[str, Any]], **answers: str) -> list[str]:
    """Return the names of the *doors* that are offered, the best first."""
    made = {name: Situation(reason="R", prepare="P", **one) for name, one in doors.items()}
    return [one.document for one in suggest_documents(cast(Library, Doors(made)), answers)]


WHEN = {"when": {"event": ("law", "arrest")}}
DOUBTED = {**WHEN, "needs": {"public": ("yes",)}}


@pytest.mark.parametrize("names", [("doubted", "sure"), ("sure", "doubted")])
def test_a_need_that_nobody_has_spoken_of_counts_against_a_door(names: tuple[str, str]) -> None:
    doors = {name: DOUBTED if name == "doubted" else WHEN for name in names}
    assert order(doors, event="law") == ["sure", "doubted"]


def test_each_doubt_counts() -> None:
    twice = {**WHEN, "needs": {"public": ("yes",), "party": ("yes",)}}
    assert order({"twice": twice, "once": DOUBTED, "none": WHEN}, event="law") == ["none", "once", "twice"]


def test_doubts_alone_can_keep_a_door_from_being_offered() -> None:
    doubts = {f"need{number}": ("yes",) for number in range(3)}
    assert order({"doubted": {**WHEN, "needs": doubts}}, event="law") == []
    assert order({"doubted": {**WHEN, "needs": doubts}}, event="law", need0="yes") == ["doubted"]


def test_a_need_that_is_met_is_no_doubt_and_one_that_is_not_shuts_the_door() -> None:
    assert order({"doubted": DOUBTED, "sure": WHEN}, event="law", public="yes") == ["doubted", "sure"]
    assert order({"doubted": DOUBTED, "sure": WHEN}, event="law", public="no") == ["sure"]
