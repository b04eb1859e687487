"""A long submission with something of everything, answered by the robot without any detour."""

from pathlib import Path
from typing import Any

from drafter.answers.store import Store
from drafter.interview.session import Person, interview
from drafter.model.question import Question
from drafter.privacy.private_file import private_path
from drafter.yaml_text import read_yaml
from tests.support.robot import Robot
from tests.support.script import QUESTIONS

MADE_WITH = "drafter under test"
FIRST, SECOND = "compulsory-treatment", "recovery"

MORE: dict[str, int | tuple[str, ...]] = {
    "organisations": 2,
    "earlier": 1,
    f"theme/{FIRST}": ("fact", "fact", "case", "paragraph", "recommendation"),
    f"theme/{SECOND}": ("fact", "recommendation"),
}
"""How many entries each list gets, none where it is not named; and what is added to each theme."""

ANSWERS: dict[tuple[Any, ...], Any] = {
    ("document",): "upr/joint",
    ("state",): "Ruritania",
    ("details", "names_public"): "yes",
    ("details", "deadline"): None,
    ("organisations", 1, "role"): "co-submitter",
    ("organisations", 1, "status"): "invited",
    ("organisations", 1, "ecosoc"): None,
    ("stand_for",): ["recovery-oriented"],
    ("refuse",): ["legal-regulation"],
    ("themes",): [FIRST, SECOND],
    ("facts", "F1", "period"): "2024, Zenda province",
    ("facts", "F2", "period"): "",
    ("facts", "F3", "source"): None,
    ("cases", "C1", "pseudonym"): "Mira",
    ("cases", "C1", "age_group"): "adult",
    ("cases", "C1", "identifying"): ["nothing"],
    ("themes", 0, "own", 1, "manner"): "parts",
    ("themes", 1, "own", 0, "manner"): "free",
    ("earlier", 0, "position"): None,
    ("keywords",): "drug policy, recovery",
    ("method",): None,
}


ROBOT = Robot(ANSWERS, MORE)
"""Answers every question of the long submission."""


def answer_long_submission(file: Path) -> list[str]:
    """Answer the whole interview in *file*, and return the text of the file as it was at each question."""
    store = Store.open(file, MADE_WITH)
    texts: list[str] = []

    def ask(question: Question, _: object) -> Any:
        texts.append(file.read_text("utf-8"))
        return ROBOT.answer(question, store.data)

    interview(store, QUESTIONS, Person(ask))
    return texts


def active_answers(file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the active answers in *file*, without the order of finished lists, and the private file."""
    data = dict(read_yaml(file.read_text("utf-8"), str(file)))
    data.pop("inactive", None)
    if data.get("earlier"):  # then it is not asked, unless a detour began before the first recommendation
        data["details"] = {name: value for name, value in data["details"].items() if name != "follow_up"}
    data["interview"] = set(data.get("interview", {}).get("finished", ()))
    beside = private_path(file)
    private = dict(read_yaml(beside.read_text("utf-8"), str(beside))) if beside.exists() else {}
    for each in (data, private):
        each.pop("private_id", None)  # another one for each answers file
    return data, private
