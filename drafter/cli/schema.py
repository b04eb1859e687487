"""``drafter schema``: print the JSON Schema of the answers file, or of the report of a check."""

import argparse
from typing import Any

from drafter.cli import DONE
from drafter.cli.streams import print_json
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.answers import Answers
from drafter.model.check_report import CheckReport

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def run(options: argparse.Namespace) -> int:
    """Print the schema and return the exit status."""
    print_json(report_schema() if options.report else schema(library_for()))
    return DONE


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``drafter check --json`` prints."""
    return {
        **CheckReport.model_json_schema(mode="serialization"),
        "$schema": DRAFT,
        "title": "drafter check report",
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
