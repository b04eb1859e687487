"""The remarks of ``drafter check`` in SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from drafter import __version__
from drafter.answers.paths import dotted
from drafter.drafting.checked_file import CheckedFile
from drafter.drafting.remark_types import find_type
from drafter.model.remark import FAMILIES, Remark

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Json = dict[str, object]


def sarif_log(files: Sequence[CheckedFile]) -> Json:
    """Return the log of a check of *files*: the rules that have remarks, and each remark as a result."""
    codes = list(dict.fromkeys(remark.code for checked in files for remark in checked.remarks))
    results = [
        _result(checked, remark, line, codes.index(remark.code))
        for checked in files
        for remark, line in checked.located_remarks()
    ]
    driver = {"name": "drafter", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Json:
    """Return what SARIF calls a reporting descriptor: the rule behind the remarks with *code*."""
    kind = find_type(code)
    if kind is None:
        return {"id": code}
    help_ = f"{kind.rule} {kind.source} Breaks it: {kind.bad} Keeps it: {kind.good}"
    return {
        "id": code,
        "shortDescription": {"text": kind.rule},
        "fullDescription": {"text": kind.source},
        "help": {"text": help_},
        "defaultConfiguration": {"level": kind.level},
        "properties": {"tags": [kind.family], "family": FAMILIES[kind.family]},
    }


def _result(checked: CheckedFile, remark: Remark, line: int | None, rule: int) -> Json:
    location: Json = {"physicalLocation": _physical_location(checked.file, line)}
    logical = {"name": remark.place, "fullyQualifiedName": dotted(remark.path)}
    if any(logical.values()):
        location["logicalLocations"] = [{name: value for name, value in logical.items() if value}]
    result: Json = {
        "ruleId": remark.code,
        "ruleIndex": rule,
        "level": remark.level,
        "message": {"text": f"{remark.text} {remark.remedy}".rstrip()},
        "locations": [location],
    }
    if remark.waived:
        # The waiver is in the answers file itself.
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": remark.waived}]
    return result


def _physical_location(file: Path, line: int | None) -> Json:
    location: Json = {"artifactLocation": {"uri": _uri(file)}}
    return location | ({"region": {"startLine": line}} if line else {})


def _uri(file: Path) -> str:
    """Return the address of *file*: relative to where the check ran, unless the user gave a whole path."""
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())
