"""``drafter schema``: print the JSON Schema of the answers file, or of what a command prints."""

import argparse
from typing import Any

from drafter.cli import DONE, exit_as_wrong_usage
from drafter.cli.streams import print_json
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.answers import Answers
from drafter.model.check_report import CheckReport
from drafter.model.comparison_report import ComparisonReport
from drafter.model.import_report import ImportReport
from drafter.model.store_report import store_report_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def run(options: argparse.Namespace) -> int:
    """Print the schema and return the exit status."""
    schemas = {
        "report": report_schema,
        "imported": import_schema,
        "recommendations": store_schema,
        "compared": comparison_schema,
    }
    chosen = [name for name in schemas if getattr(options, name)]
    if len(chosen) > 1:
        exit_as_wrong_usage(f"choose one of {SCREEN.listed([f'--{name}' for name in chosen])}")
    print_json(schemas[chosen[0]]() if chosen else schema(library_for()))
    return DONE


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``drafter check --json`` prints."""
    return {
        **CheckReport.model_json_schema(mode="serialization"),
        "$schema": DRAFT,
        "title": "drafter check report",
    }


def import_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``drafter import --json`` prints."""
    return {
        **ImportReport.model_json_schema(mode="serialization"),
        "$schema": DRAFT,
        "title": "drafter import report",
    }


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``drafter compare --json`` prints."""
    return {
        **ComparisonReport.model_json_schema(mode="serialization"),
        "$schema": DRAFT,
        "title": "drafter comparison report",
    }


def store_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``drafter recommendations --json`` prints."""
    return {
        **store_report_schema(),
        "$schema": DRAFT,
        "title": "drafter recommendations",
    }


def schema(library: Library) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an answers file, with the ids in *library*."""
    json_schema = Answers.model_json_schema()
    json_schema["$schema"] = DRAFT
    json_schema["title"] = "drafter answers"
    properties = json_schema["properties"]
    positions = {"type": "string", "enum": list(library.themes.positions)}
    properties["document"] |= {"examples": list(library.document_ids())}
    properties["stand_for"]["items"] = positions
    properties["refuse"]["items"] = positions
    definitions = json_schema["$defs"]
    definitions["ThemeSection"]["properties"]["theme"] = {
        "type": "string",
        "enum": list(library.themes.themes),
    }
    definitions["ChosenClause"]["properties"]["clause"] |= {"examples": list(library.clause_ids())}
    items = definitions["ThemeSection"]["properties"]["clauses"]["items"]
    definitions["ThemeSection"]["properties"]["clauses"]["items"] = {"anyOf": [{"type": "string"}, items]}
    return json_schema
