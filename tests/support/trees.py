"""Saved answers in tests: loosely typed looks into them, and the value that the interview works on."""

from collections.abc import Mapping
from typing import Any

from drafter.answers import paths
from drafter.answers.working import WorkingAnswers
from drafter.interview.flow import Questionnaire, questions
from drafter.library.library import Library
from drafter.model.answers import FORMAT
from drafter.yaml_text import KeyPath


def at(tree: object, path: KeyPath) -> Any:
    """Return the value at *path*, or MISSING."""
    return paths.at(tree, path)


def rows(tree: object, path: KeyPath) -> list[Any]:
    """Return the list at *path*, empty where there is none."""
    return list(paths.rows(tree, path))


def keys(tree: object, path: KeyPath) -> dict[str, Any]:
    """Return the mapping at *path*, empty where there is none."""
    return dict(paths.keys(tree, path))


def working(tree: Mapping[str, Any]) -> WorkingAnswers:
    """Return the answers that are saved as *tree*; its format may be left out."""
    return WorkingAnswers.model_validate({"format": FORMAT, **tree})


def of_submission(library: Library) -> Questionnaire:
    """Return the questions of a submission with the clauses and rules of *library*."""
    return Questionnaire(library, questions)
