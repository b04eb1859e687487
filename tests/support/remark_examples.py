"""Submissions from the examples of remark types: a small sound one, with the example put into it."""

import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from drafter.drafting.pipeline import draft_file
from drafter.model.remark import Remark, RemarkType
from tests.support.script import LIBRARY

TODAY = date(2026, 1, 15)
"""The current day for the examples."""
_BASE = """\
format: 1
document: upr/individual
language: en
state: Ruritania
title: Health care in prison
keywords: [prison, health, dependence]
organisations:
  - name: House of Examples
    role: lead
    what: It has supported people in prison since 2009.
    contact: {email: office@house.example}
summary: People in prison have no treatment for drug dependence.
method: We visited four prisons in 2024.
themes:
  - theme: prison-health
    facts: [F1]
    own:
      - {kind: paragraph, text: The prison service keeps no list of those who ask for treatment.}
facts:
  F1:
    text: In 2024, 41 of the 96 people interviewed had asked for treatment in vain
    source: S1
    checked: true
sources:
  S1: {author: House of Examples, title: Interviews in four prisons, publisher: Zenda, date: 2025}
"""


def example_answers(kind: RemarkType, text: str) -> dict[str, Any]:
    """Return the answers of the small submission with the example *text* of a remark type in it."""
    answers: dict[str, Any] = yaml.safe_load(_BASE)
    match kind.example:
        case "answers":
            changes: dict[str, Any] = yaml.safe_load(textwrap.dedent(text))
            return merged(answers, changes)
        case "case":
            consent = dict.fromkeys(("body", "government", "public"), "yes")
            answers["cases"] = {
                "C1": {"pseudonym": "Mira", "age_group": "adult", "text": text, "consent": consent}
            }
            answers["themes"][0]["cases"] = ["C1"]
        case _:
            answers["themes"][0]["own"].append({"kind": kind.example, "text": text})
    return answers


def merged(answers: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return *answers* with *changes*: mappings are merged key by key, everything else is replaced."""
    result = dict(answers)
    for key, value in changes.items():
        before = result.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            result[key] = merged(before, value)
        else:
            result[key] = value
    return result


def example_remarks(kind: RemarkType, text: str, folder: Path) -> tuple[Remark, ...]:
    """Return the remarks on the small submission with the example *text* in it."""
    file = folder / "example.yaml"
    file.write_text(yaml.safe_dump(example_answers(kind, text), allow_unicode=True), "utf-8")
    return draft_file(file, library=LIBRARY, today=TODAY, spelling=True).remarks
