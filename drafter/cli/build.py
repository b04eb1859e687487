"""``drafter build``: make the Word file, or another format, from saved answers."""

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.ask_names import name_decision
from drafter.cli.build_data import built_as_data
from drafter.cli.faults import faults_as_data, faults_in_words
from drafter.cli.layout import on_screen, show, wrapped
from drafter.cli.parsers import BUILD_FORMATS
from drafter.cli.remarks import (
    bullet,
    in_words,
    open_count,
    remarks_as_data,
    remarks_in_words,
    shares_in_words,
)
from drafter.cli.sending import how_to_send
from drafter.cli.streams import print_json
from drafter.drafting.word_file import (
    BuiltFile,
    NotReady,
    build_file,
    build_remedy,
    is_conflict,
)
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import replaced
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.review.asks import count_asks
from drafter.text_file import as_argument, is_folder, real_path

if TYPE_CHECKING:  # python-docx is loaded only when there is something to write
    from drafter.word.look import Look

WORD = BUILD_FORMATS[0]
_FILES_PER_COLLECTION = 10
"""Files that are built between two runs of the garbage collector."""


def run(options: argparse.Namespace) -> int:
    """Build every file and return the exit status. A file that fails does not stop the others."""
    files: list[Path] = options.answers
    if options.output and len(files) > 1 and not is_folder(options.output):
        exit_as_wrong_usage("with several answers files, -o must be a folder that exists")
    check_output(options.output, options.format)
    _check_comments(options)
    results: list[dict[str, object]] = []
    status = DONE
    written: dict[Path, Path] = {}
    libraries: dict[Path, Library] = {}
    for number, file in enumerate(_with_progress(files), 1):
        if number % _FILES_PER_COLLECTION == 0:
            gc.collect()  # automatic collection is off, and the garbage of a large batch would add up
        if number > 1 and not options.json:
            print(file=sys.stderr)  # between one file and the next
        try:
            target = target_for(
                file, options.output, options.format or WORD, public=options.public, final=options.final
            )
            _refuse_same_target(file, target, written)
            built = build_file(
                file,
                target,
                force=options.force,
                final=options.final,
                public=options.public,
                library=_library_beside(file, libraries),
                look_file=options.look,
                comments=options.comments or "gaps",
                print_names=name_decision(options),
            )
        except DrafterError as error:
            status = FAULT
            results.append(_fault_data(file, error))
            if not options.json:
                _print_fault(error, final=options.final)
            continue
        results.append(built_as_data(built))
        if not options.json:
            print_result(built, names_file=len(files) > 1, final=options.final)
    if options.json:
        print_json(results)
    return status


def _check_comments(options: argparse.Namespace) -> None:
    """End the process as for wrong usage if comments or names are asked for in a file that has none."""
    if options.real_names and options.public:
        exit_as_wrong_usage("a public version has no real names: leave out --real-names or --public")
    if options.comments in (None, "none"):
        return
    if options.final:
        exit_as_wrong_usage("a final version has no comments: leave out --comments or --final")
    ending = "" if options.output is None or is_folder(options.output) else options.output.suffix.lower()
    if (options.format or ending.removeprefix(".") or WORD) != WORD:
        exit_as_wrong_usage("only a Word file has comments: leave out --comments, or build a .docx")


def _print_fault(error: DrafterError, *, final: bool) -> None:
    """Print why nothing was built, and what to do."""
    if not isinstance(error, NotReady):
        print(faults_in_words(error.faults), file=sys.stderr)
        return
    reviewed, wrap = error.reviewed, on_screen(sys.stderr)
    problem = "is not ready for a final build" if final else "cannot be built yet"
    lines = [(f"{reviewed.file} {problem}. Correct this first:", "bold red")]
    for remark in error.blocking:
        text = in_words(replaced(remark, remedy=build_remedy(remark, reviewed.file)))
        lines.append((bullet(text, wrap=wrap), ""))
    lines.append((f"Nothing was built: {open_count(error.blocking)}.", "bold"))
    if not reviewed.exposing and not any(map(is_conflict, error.blocking)):
        lines.append(
            (f"To build a draft with the gaps marked:  drafter build {as_argument(reviewed.file)}", "")
        )
    show(lines, sys.stderr)


def _refuse_same_target(file: Path, target: Path, written: dict[Path, Path]) -> None:
    """Record that *file* is written to *target*. Raises Refused if another file of this run is, too."""
    other = written.setdefault(real_path(target), file)
    if other != file:
        fault = f"it would replace {target}, which was just made from {other}"
        raise Refused(Fault(fault, "Build it with another -o.", str(file)))


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """Yield *files*; before each of several, say which it is if stderr is a terminal.

    A bar would be drawn over by the lines that each build prints.
    """
    for number, file in enumerate(files, 1):
        if len(files) > 1 and sys.stderr.isatty():
            print(f"Building {number} of {len(files)}: {file}", file=sys.stderr)
        yield file


def _library_beside(file: Path, libraries: dict[Path, Library]) -> Library:
    """Return the library for *file*, which files of one folder share. *libraries* keeps the last one."""
    folder = real_path(file).parent
    if folder not in libraries:
        libraries.clear()
        libraries[folder] = library_for(file)
    return libraries[folder]


def print_left_out(used_look: "Look") -> None:
    """Print what drafter left out of the look, filled in and did not print, if anything."""
    from drafter.word.look_messages import look_messages

    for text in look_messages(used_look, SCREEN):
        print(wrapped(text) if on_screen(sys.stderr) else text, file=sys.stderr)


def target_for(
    file: Path, output: Path | None, format_: str = WORD, *, public: bool = False, final: bool = False
) -> Path:
    """Return the path of the file to make of the answers *file*.

    A *public* and a *final* version have names of their own: the working copy stays as it is.

    Raises DrafterError for a path without a file name, such as ``/``.
    """
    if not file.name:
        raise DrafterError(Fault("this is a folder", "Give the answers file itself.", str(file)))
    version = "-public" if public else "-final" if final else ""
    name = f"{file.stem}{version}.{format_}"
    if output is None:
        return file.with_name(name)
    return output / name if is_folder(output) else output


def check_output(path: Path | None, format_: str | None = None) -> None:
    """End the process as for wrong usage if *path* cannot be the name of a file in *format_*, or in any."""
    if path is None or is_folder(path):
        return
    ending = format_ or WORD
    if str(path) == "-":
        exit_as_wrong_usage(
            f"-o: the document cannot go to the terminal or a pipe.\n    Give it a name: -o NAME.{ending}"
        )
    allowed = (format_,) if format_ else BUILD_FORMATS
    if path.suffix.lower().removeprefix(".") not in allowed:
        right = path.with_suffix(f".{ending}") if path.name else f"NAME.{ending}"
        exit_as_wrong_usage(
            f"-o: the name of the file ends in {SCREEN.listed([f'.{each}' for each in allowed], 'or')}, "
            f"and there is no folder {path}.\n    Write: -o {right}"
        )


def print_result(built: BuiltFile, *, names_file: bool, final: bool) -> None:
    """Print the path of the Word file, its length, the remarks and what the look could not give.

    With *names_file*, the remarks name their file. A *final* document can be sent: it is said how.
    """
    reviewed = built.reviewed
    notes = SCREEN.counted(len(reviewed.draft.document.notes), "note")
    asks = count_asks(reviewed.answers, reviewed.resolved.clauses, reviewed.rules)
    asked = f", {SCREEN.counted(asks, reviewed.rules.stage.removesuffix('s'))}" if asks else ""
    print(f"✓ {built.target}   {reviewed.length}, {notes}{asked}")
    if shares := shares_in_words(reviewed.library_share, reviewed.own_share):
        print(f"  Of the text: {shares}.")
    file = str(reviewed.file) if names_file else ""
    show(remarks_in_words(reviewed.remarks, wrap=on_screen(sys.stderr), file=file), sys.stderr)
    if built.look:
        print_left_out(built.look)
    if final:
        print(wrapped(how_to_send(reviewed.rules)))


def _fault_data(file: Path, error: DrafterError) -> dict[str, object]:
    faults: dict[str, object] = {"answers": str(file), "faults": faults_as_data(error.faults)}
    return faults | ({"remarks": remarks_as_data(error.blocking)} if isinstance(error, NotReady) else {})
