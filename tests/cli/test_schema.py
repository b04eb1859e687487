"""The JSON Schema of the answers file takes what drafter takes, and refuses what it refuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, main
from drafter.cli.schema import schema
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.yaml_text import read_yaml
from tests.support.json_schema import TYPES, faults
from tests.support.small_library import write_library
from tests.support.submissions import submission

SCHEMA = schema(Library(overlay("clauses"), overlay("templates")))
UNDERSTOOD = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description", "enum",
    "examples", "items", "minLength", "pattern", "properties", "required", "title", "type",
}  # fmt: skip


def rules_in(rule: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema, itself included."""
    yield rule
    for key in ("properties", "$defs"):
        for inner in rule.get(key, {}).values():
            yield from rules_in(inner)
    for inner in rule.get("anyOf", ()):
        yield from rules_in(inner)
    for key in ("items", "additionalProperties"):
        if isinstance(rule.get(key), dict):
            yield from rules_in(rule[key])


def test_it_is_printed_as_json_of_the_draft_that_editors_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == DONE
    printed = json.loads(capsys.readouterr().out)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert printed["type"] == "object"
    assert printed["title"] == "drafter answers"


def test_it_uses_only_keywords_of_the_draft_each_in_its_own_shape() -> None:
    for rule in rules_in(SCHEMA):
        assert set(rule) <= UNDERSTOOD
        assert rule.get("type", "null") in TYPES
        assert isinstance(rule.get("properties", {}), dict)
        assert isinstance(rule.get("required", []), list)
        assert isinstance(rule.get("enum", []), list)
        assert len(rule.get("enum", ())) == len(set(rule.get("enum", ())))
        assert rule.get("anyOf", [{}])
        if "$ref" in rule:
            assert rule["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]


def test_it_has_every_key_of_the_answers_and_no_other() -> None:
    assert set(SCHEMA["properties"]) == set(Answers.model_fields)
    assert SCHEMA["additionalProperties"] is False
    assert SCHEMA["required"] == ["format"]


def test_it_takes_every_example(example: Path) -> None:
    data = read_yaml(example.read_text("utf-8"), example.name)
    assert list(faults(data, SCHEMA)) == []


def test_it_takes_what_drafter_itself_writes(tmp_path: Path) -> None:
    data = read_yaml(submission(tmp_path).read_text("utf-8"), "a.yaml")
    assert list(faults(data, SCHEMA)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"sumary": "x"}, ": sumary is not known"),
        ({"format": 2}, "/format: not one of the choices"),
        ({"keywords": "x"}, "/keywords: not array"),
        ({"keywords": [1]}, "/keywords/0: not string"),
        ({"organisations": [{"role": "boss"}]}, "/organisations/0/role: not one of the choices"),
        ({"stand_for": ["nothing"]}, "/stand_for/0: not one of the choices"),
        ({"refuse": ["nothing"]}, "/refuse/0: not one of the choices"),
        ({"themes": [{"theme": "no such theme"}]}, "/themes/0/theme: not one of the choices"),
        ({"themes": [{}]}, "/themes/0: theme is missing"),
        ({"accept_conflicts": [{"conflict": "x", "reason": ""}]}, "/accept_conflicts/0/reason: too short"),
    ],
)
def test_it_refuses_what_drafter_refuses(wrong: dict[str, Any], fault: str) -> None:
    [found] = faults({"format": 1, **wrong}, SCHEMA)
    assert found.startswith(fault)


def test_a_clause_is_an_id_or_a_mapping() -> None:
    theme = SCHEMA["$defs"]["ThemeSection"]["properties"]["theme"]["enum"][0]
    taken: list[Any] = ["a/b", {"clause": "a/b", "text": "x"}]
    assert list(faults({"format": 1, "themes": [{"theme": theme, "clauses": taken}]}, SCHEMA)) == []
    assert list(faults({"format": 1, "themes": [{"theme": theme, "clauses": [7]}]}, SCHEMA))


def test_it_offers_the_ids_of_the_users_own_library(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    made = schema(Library(overlay("clauses", folder), overlay("templates", folder)))
    assert "court/brief" in made["properties"]["document"]["examples"]
    assert {"for", "neutral"} <= set(made["properties"]["stand_for"]["items"]["enum"])
    assert "jails" in made["$defs"]["ThemeSection"]["properties"]["theme"]["enum"]
