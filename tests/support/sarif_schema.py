"""The part of the schema of SARIF 2.1.0 that a log of drafter uses.

Each key, type and choice is as in sarif-schema-2.1.0.json (OASIS, Errata 01). What drafter does not write is
left out, and a key that is not here is a fault.
"""

from typing import Any

TEXT = {"type": "string"}
MESSAGE = {"$ref": "#/$defs/message"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def _object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has *properties* and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def _list(items: dict[str, Any], fewest: int = 0) -> dict[str, Any]:
    return {"type": "array", "minItems": fewest, "items": items}


SARIF: dict[str, Any] = {
    **_object(
        ("version", "runs"),
        **{"$schema": {"type": "string", "pattern": "^https://.*sarif-schema-2\\.1\\.0\\.json$"}},
        version={"enum": ["2.1.0"]},
        runs=_list({"$ref": "#/$defs/run"}),
    ),
    "$defs": {
        "message": _object(("text",), text=TEXT),
        "run": _object(
            ("tool",),
            tool=_object(("driver",), driver={"$ref": "#/$defs/driver"}),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=_list({"$ref": "#/$defs/result"}),
        ),
        "driver": _object(
            ("name",),
            name=TEXT,
            version=TEXT,
            rules=_list({"$ref": "#/$defs/rule"}),
        ),
        "rule": _object(
            ("id",),
            id=TEXT,
            shortDescription=MESSAGE,
            fullDescription=MESSAGE,
            help=MESSAGE,
            defaultConfiguration=_object(level=LEVEL),
            properties={"type": "object", "properties": {"tags": _list(TEXT)}},
        ),
        "result": _object(
            ("message",),
            ruleId=TEXT,
            ruleIndex={"type": "integer", "minimum": 0},
            level=LEVEL,
            message=MESSAGE,
            locations=_list({"$ref": "#/$defs/location"}),
            suppressions=_list({"$ref": "#/$defs/suppression"}),
        ),
        "location": _object(
            physicalLocation=_object(
                artifactLocation=_object(uri={"type": "string", "pattern": r"^[^ \\]*$"}),
                region=_object(startLine={"type": "integer", "minimum": 1}),
            ),
            logicalLocations=_list(_object(name=TEXT, fullyQualifiedName=TEXT), 1),
        ),
        "suppression": _object(
            ("kind",),
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification=TEXT,
        ),
    },
}
