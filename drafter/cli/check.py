"""``drafter check``: remarks on answers files and Word files, without writing anything."""

import argparse
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.faults import WrongUsage, similar_hint
from drafter.drafting.remark_types import RemarkFilter, find_type, remark_types
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.model.remark import FAMILIES, Level

if TYPE_CHECKING:  # the rest of the program is loaded only if there is a file to check
    from drafter.drafting.checked_file import CheckedFile

_FILES_PER_COLLECTION = 10
"""Files that are checked between two runs of the garbage collector."""


def run(options: argparse.Namespace) -> int:
    """Check every file, or print the rules, and return the exit status."""
    options.json = options.json or options.format == "json"
    if options.explain is not None or options.list is not None:
        return _show_rules(options)
    if not options.files:
        exit_as_wrong_usage(
            "check: FILE is missing. Write it after the command.\n    Help: drafter check --help"
        )
    wanted = RemarkFilter(_names(options.select), _names(options.ignore))
    if faults := _unknown_names((*wanted.selected, *wanted.ignored)):
        raise WrongUsage(faults)
    _refuse_unknown_document(options)
    checked = list(_checked(options.files, options.document, wanted))
    _printer("json" if options.json else options.format)(checked)
    levels: tuple[Level, ...] = ("error", "warning") if options.strict else ("error",)
    return FAULT if any(file.count(level) for file in checked for level in levels) else DONE


def _show_rules(options: argparse.Namespace) -> int:
    """Print one rule, or the list of the rules, and return the exit status."""
    from drafter.cli.check_rules import explain, list_rules

    if options.files:
        exit_as_wrong_usage("check: --explain and --list take no files. Write the words of --list after it.")
    if options.explain is None:
        return list_rules(options.list, as_json=options.json, markdown=options.markdown)
    kind = find_type(options.explain)
    if kind is None:
        raise WrongUsage(_unknown_names([options.explain], families=False))
    return explain(kind, as_json=options.json)


def _checked(files: Sequence[Path], document: str | None, wanted: RemarkFilter) -> Iterator["CheckedFile"]:
    """Yield each of *files* with those of its remarks that are *wanted*."""
    from datetime import date

    from drafter.drafting.checking import check_files

    for number, checked in enumerate(check_files(files, document, today=date.today()), 1):
        if number % _FILES_PER_COLLECTION == 0:
            gc.collect()  # automatic collection is off, and the garbage of a large batch would add up
        yield replaced(checked, remarks=tuple(filter(wanted.shows, checked.remarks)))


def _printer(name: str) -> Callable[[Sequence["CheckedFile"]], None]:
    """Return the function that prints checked files in the format *name*."""
    if name == "text":
        from drafter.cli.check_text import print_text

        return print_text
    from drafter.cli import check_formats

    printers = {
        "json": check_formats.print_report,
        "github": check_formats.print_github,
        "sarif": check_formats.print_sarif,
    }
    return printers[name]


# ---- the options ----


def _names(typed: Sequence[str]) -> frozenset[str]:
    """Return the codes and families in the values of an option, which may have several with commas."""
    return frozenset(name.strip() for value in typed for name in value.split(",") if name.strip())


def _unknown_names(names: Iterable[str], *, families: bool = True) -> list[Fault]:
    """Return a fault for each of *names* that is no code and, if they may be given, no family."""
    known = [*(FAMILIES if families else ()), *(kind.code for kind in remark_types())]
    what = "code or family" if families else "code"
    return [
        Fault(
            f"there is no {what} '{name}'",
            f"{similar_hint(name, known)} 'drafter check --list' lists all.".strip(),
        )
        for name in sorted(names)
        if name not in known and find_type(name) is None
    ]


def _refuse_unknown_document(options: argparse.Namespace) -> None:
    """Raise WrongUsage if --as names no document, or if there is no Word file that it could be about."""
    if options.document is None:
        return
    from drafter.drafting.checking import kind_of
    from drafter.library.open_library import library_for

    word_files = [file for file in options.files if kind_of(file) == "word"]
    if not word_files:
        raise WrongUsage(
            Fault(
                "--as is for Word files: an answers file names its own document",
                "Leave --as out. To write another document from the same answers: drafter new OTHER.yaml "
                f"--from {options.files[0]} --document {options.document}",
            )
        )
    try:
        library_for(word_files[0]).document(options.document)
    except DrafterError as error:
        raise WrongUsage(error.faults) from None
