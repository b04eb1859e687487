"""What ``drafter recommendations --json`` prints. ``drafter schema --recommendations`` describes it."""

from typing import Any, Literal

from pydantic import TypeAdapter

from drafter.model.base import Value
from drafter.model.check_report import Tool
from drafter.model.import_report import ReportedRecommendation

STORE_FORMAT = 1
"""The version of these formats. A later one may add keys without a new version."""


class ListedRecommendation(ReportedRecommendation):
    """A recommendation or a concern in the store. Its ``source`` is its place in the first of ``files``."""

    id: str
    """Its short id, the same after every import."""
    files: tuple[str, ...]
    """The files that it was imported from."""


class ListReport(Value):
    """What ``list``, ``search`` and ``show`` print."""

    format: Literal[1]
    tool: Tool
    total: int
    """How many match; the recommendations are one page of them."""
    at_least: bool
    """Whether even more match than ``total``."""
    recommendations: tuple[ListedRecommendation, ...]


class CountedFile(Value):
    """A file that was imported."""

    name: str
    imported: str
    """The day of the last import."""
    count: int


class CountedBody(Value):
    """A body, with the number of its recommendations."""

    name: str
    count: int


class CountedState(Value):
    """A State, with the number of recommendations to it, and of those with each position."""

    name: str
    total: int
    supported: int
    partly: int
    noted: int


class StatsReport(Value):
    """What ``stats`` prints."""

    format: Literal[1]
    tool: Tool
    total: int
    first: str
    """The earliest date in the store; empty if it has none."""
    last: str
    files: tuple[CountedFile, ...]
    bodies: tuple[CountedBody, ...]
    states: tuple[CountedState, ...]


class RemovedReport(Value):
    """What ``remove`` prints."""

    format: Literal[1]
    tool: Tool
    file: str
    removed: int
    """How many recommendations were removed: those that no other file has."""


def store_report_schema() -> dict[str, Any]:
    """Return the JSON Schema of these reports."""
    reports: TypeAdapter[Any] = TypeAdapter(ListReport | StatsReport | RemovedReport)
    return reports.json_schema(mode="serialization")
