"""``drafter doctor``: whether the computer has what drafter needs, and what to do where it does not."""

import argparse
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter import __version__
from drafter.cli import DONE, FAULT
from drafter.cli.doctor_files import file_findings
from drafter.cli.doctor_finding import Finding
from drafter.cli.doctor_machine import machine_findings
from drafter.cli.layout import show, table, wrapped
from drafter.cli.streams import print_json
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for

_MARKS = {"ok": "✓", "note": "·", "problem": "✗"}
_STYLES = {"ok": "", "note": "", "problem": "bold red"}
FORMAT = 1
"""The version of what ``--json`` prints."""


def run(options: argparse.Namespace) -> int:
    """Print what was found and return the exit status: a fault if there is a problem."""
    findings = list(all_findings(Path.cwd()))
    problems = [finding for finding in findings if finding.state == "problem"]
    if options.json:
        print_json(_data(findings))
    else:
        print_findings(findings)
    return FAULT if problems else DONE


def all_findings(folder: Path) -> Iterator[Finding]:
    """Yield everything that was found, for someone who works in *folder*. Nothing is changed."""
    library = library_for()
    yield Finding("drafter", "ok", f"{__version__}, Python {platform.python_version()}, {platform.system()}")
    yield from machine_findings(library)
    yield from file_findings(folder, library)


def print_findings(findings: Sequence[Finding]) -> None:
    """Print each finding with its state, and at the end how many problems there are."""
    widest = max(len(finding.name) for finding in findings)
    for finding in findings:
        head = f"{_MARKS[finding.state]} {finding.name:<{widest}}"
        show([(table([(head, finding.says)]), _STYLES[finding.state])])
        if finding.remedy:
            print(wrapped(finding.remedy, " " * (widest + 4)))
    problems = sum(finding.state == "problem" for finding in findings)
    print()
    print(
        f"{SCREEN.counted(problems, 'problem')} to put right."
        if problems
        else "Everything drafter needs is here."
    )


def _data(findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "ok": all(finding.state != "problem" for finding in findings),
        "checks": [
            {"name": each.name, "state": each.state, "says": each.says, "remedy": each.remedy}
            for each in findings
        ],
    }
