"""A command, run in this process, and a small complete submission to run it on."""

from pathlib import Path
from typing import Any

from drafter.cli import main
from tests.support.small_library import clause, write_library
from tests.support.submissions import section, submission


def exit_status(*arguments: str) -> int:
    """Run drafter with *arguments* and return its exit status."""
    try:
        return main(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)


def ready(place: Path, **answers: Any) -> Path:
    """Write a small library and a complete submission with *answers*, and return its answers file."""
    if not (place / "clauses").exists():
        write_library(
            place,
            {"jails/a": clause("Close {{ body }}.", questions=["body"]), "jails/b": clause("Count them.")},
        )
    usual: dict[str, Any] = {
        "themes": section("jails/a", answers={"body": "it"}, facts=["F1"]),
        "facts": {"F1": {"text": "a fact", "source": "S1"}},
        "sources": {"S1": {"title": "T"}},
    }
    return submission(place, **(usual | answers))
