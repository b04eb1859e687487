"""``drafter compare``: what changed between two versions, each an answers file or a Word file."""

import argparse
import re
from datetime import datetime
from typing import TYPE_CHECKING

from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.compare_view import print_changes, print_markdown
from drafter.cli.faults import WrongUsage
from drafter.cli.layout import wrapped
from drafter.cli.streams import print_json
from drafter.drafting.comparison import compare_files, write_tracked_changes
from drafter.errors import DrafterError, Refused

if TYPE_CHECKING:
    from drafter.drafting.comparison import Comparison

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def run(options: argparse.Namespace) -> int:
    """Print the changes, write them to a Word file if asked, and return the exit status, as ``diff`` does."""
    _check_options(options)
    try:
        comparison = compare_files(options.old, options.new)
        if options.output is not None:
            write_tracked_changes(
                comparison,
                options.output,
                author=options.author,
                date=_moment(options.date),
                force=options.force,
            )
    except Refused:
        raise
    except DrafterError as error:  # 1 means "different", as in diff
        raise WrongUsage(error.faults) from error
    if options.json:
        print_json(_report(comparison, options))
    elif options.markdown:
        print_markdown(comparison)
    else:
        print_changes(comparison)
        if options.output is not None:
            print(wrapped(f"\n✓ {options.output}   Accept or reject the changes in Word: Review › Accept."))
    return FAULT if comparison.changes else DONE


def _check_options(options: argparse.Namespace) -> None:
    """End the process as for wrong usage if options do not fit together or are no dates and names."""
    if options.output is not None:
        if options.output.suffix.lower() != ".docx":
            right = options.output.with_suffix(".docx") if options.output.name else "NAME.docx"
            exit_as_wrong_usage(f"-o: the name of a Word file ends in .docx. Write: -o {right}")
    elif options.date or options.force or options.author != "drafter":
        exit_as_wrong_usage("--author, --date and --force are about the Word file. Add -o NAME.docx")
    if not options.author.strip():
        exit_as_wrong_usage('--author: give a name, such as --author "Open Road"')
    if options.date and not _is_day(options.date):
        exit_as_wrong_usage("--date: write it as year-month-day, such as --date 2025-03-20")


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def _moment(day: str) -> str:
    """Return *day* as Word writes it, with a time; ``""`` for none."""
    return f"{day}T00:00:00Z" if day else ""


def _report(comparison: "Comparison", options: argparse.Namespace) -> object:
    from drafter.model.comparison_report import ComparedPiece, ComparisonReport, ReportedChange

    return ComparisonReport(
        format=1,
        old=str(options.old),
        new=str(options.new),
        written=str(options.output) if options.output is not None else None,
        same=not comparison.changes,
        changes=tuple(
            ReportedChange(
                action=change.action,
                what=change.what,
                place=change.place,
                old_place=change.old_place or None,
                kind=change.kind or None,
                pieces=tuple(ComparedPiece(kind=piece.kind, text=piece.text) for piece in change.pieces),
            )
            for change in comparison.changes
        ),
    ).model_dump(mode="json")
