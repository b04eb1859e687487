"""``drafter build``: the Word file from saved answers, with no questions."""

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.bundled import bundled_folder
from drafter.cli import DONE, FAULT, usage
from drafter.cli.build_data import built_as_data
from drafter.cli.remarks import bullet, counted, in_words, remarks_as_data, remarks_in_words
from drafter.cli.shared import faults_as_data, faults_in_words, on_screen, print_json, show, wrapped
from drafter.drafting.name_remarks import refuse_names_in_look
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import replaced
from drafter.language.english import SCREEN
from drafter.library.folders import Folder, read_content
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.limits import LOOK_BYTES
from drafter.model.remark import Remark
from drafter.review.cases import CASE_IN_DETAILS
from drafter.text_file import is_folder, real_path
from drafter.word.files import save_document

if TYPE_CHECKING:  # python-docx is loaded only when there is something to write
    from drafter.word.look import Look

LOOK = "look.docx"
NEVER_PUBLIC = ("private-file-missing", CASE_IN_DETAILS)
"""Codes of errors with which no public version is built, draft or not."""
_TOGETHER = 10
"""Files that are built between two collections of what they have left behind."""
CONFLICT = "conflict-"
"""How the code of a remark on two clauses or positions that do not go together begins."""


class NotReady(Refused):
    """The answers are sound and the build was refused for what *blocking* says of the draft."""

    def __init__(self, made: ReviewedDraft, blocking: Sequence[Remark]) -> None:
        super().__init__(
            Fault(one.text, _remedy(one, made.file), str(made.file), one.place) for one in blocking
        )
        self.made = made
        self.blocking = blocking


def run(options: argparse.Namespace) -> int:
    """Build every file and return the exit status; one that fails does not keep the others from it."""
    files: list[Path] = options.answers
    if options.output and len(files) > 1 and not is_folder(options.output):
        usage("with several answers files, -o names a folder that is there")
    checked_output(options.output)
    results: list[dict[str, object]] = []
    status = DONE
    written: dict[Path, Path] = {}
    libraries: dict[Path, Library] = {}
    for at, file in enumerate(_shown(files)):
        if at % _TOGETHER == _TOGETHER - 1:
            gc.collect()  # a command does not collect by itself; all files of a large batch would add up
        if at and not options.json:
            print(file=sys.stderr)  # between one file and the next
        try:
            _refuse_same(file, target_for(file, options.output, public=options.public), written)
            made, target, cleaned = build_one(
                file,
                options.output,
                force=options.force,
                final=options.final,
                public=options.public,
                library=_library_beside(file, libraries),
            )
        except DrafterError as error:
            status = FAULT
            results.append(_not_built(file, error))
            if not options.json:
                _tell(error, final=options.final)
            continue
        results.append(built_as_data(made, target, cleaned))
        if not options.json:
            report(made, target, several=len(files) > 1)
            tell_left_out(cleaned)
    if options.json:
        print_json(results)
    return status


def _tell(error: DrafterError, *, final: bool) -> None:
    """Print why nothing was built, and what can be done."""
    if not isinstance(error, NotReady):
        print(faults_in_words(error.faults), file=sys.stderr)
        return
    made, wrap = error.made, on_screen(sys.stderr)
    ready = "is not ready for a final build" if final else "cannot be built as it stands"
    lines = [(f"{made.file} {ready}. To put right:", "bold red")]
    for remark in error.blocking:
        text = in_words(replaced(remark, remedy=_remedy(remark, made.file)))
        lines.append((bullet(text, wrap=wrap), ""))
    lines.append((f"Nothing was built: {counted(error.blocking)}.", "bold"))
    if not made.giving_away and not any(map(_is_conflict, error.blocking)):
        lines.append((f"A draft, with the open places marked:  drafter build {_quoted(made.file)}", ""))
    show(lines, sys.stderr)


def _refuse_same(file: Path, target: Path, written: dict[Path, Path]) -> None:
    """Remember that *file* goes to *target*. Raises Refused where another of this run goes there too."""
    other = written.setdefault(real_path(target), file)
    if other != file:
        fault = f"it would replace {target}, which is made from {other}"
        raise Refused(Fault(fault, "Build it to another -o.", str(file)))


def _shown(files: Sequence[Path]) -> Iterator[Path]:
    """Yield *files*, with a progress bar where there are several and a terminal to show it on."""
    if len(files) == 1 or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, "Building", console=Console(stderr=True))


def _library_beside(file: Path, libraries: dict[Path, Library]) -> Library:
    """Return the library for *file*: files of one folder share it. *libraries* remembers the last one."""
    folder = real_path(file).parent
    if folder not in libraries:
        libraries.clear()
        libraries[folder] = library_for(file)
    return libraries[folder]


def build_one(
    file: Path,
    output: Path | None,
    *,
    force: bool,
    final: bool,
    public: bool = False,
    library: Library | None = None,
) -> "tuple[ReviewedDraft, Path, Look]":
    """Build one answers file and return the draft, where it was written, and the look as it was used.

    With *public* it is the version that anybody may read. What tells of a person can be read by the owner of
    the file alone. Raises DrafterError where the answers are wrong, where a conflict blocks, where a person
    is given away, and, for a *final* build, where anything is still open.
    """
    target = target_for(file, output, public=public)
    today = date.today() if final else None
    made = draft_file(file, names=not public, public=public, target=target, today=today, library=library)
    blocking = made.errors if final else (*made.giving_away, *filter(_is_conflict, made.errors))
    if public and not final:
        blocking = (*blocking, *(one for one in made.errors if one.code in NEVER_PUBLIC))
    if blocking:
        raise NotReady(made, blocking)
    if real_path(target) == real_path(file):
        raise DrafterError(Fault("the Word file would replace the answers", "Choose another -o.", str(file)))
    from drafter.word.write import write_document

    cleaned = opened_look(made)
    data = write_document(made.draft.document, cleaned)
    refuse_names_in_look(data, made.private, frozenset() if public else made.named, cleaned.file)
    save_document(data, target, force=force, private=made.tells_of_people)
    return made, target, cleaned


def _is_conflict(remark: Remark) -> bool:
    return remark.code.startswith(CONFLICT)


def _remedy(remark: Remark, file: Path) -> str:
    """Return what to do about *remark*; what does not go together is settled where it is asked about."""
    if remark.code == "real-name-in-text":
        return f"{remark.remedy} To change the answers: drafter new {_quoted(file)}"
    if not _is_conflict(remark):
        return remark.remedy
    return f"{remark.remedy} To take one out, or to say why both stay: drafter new {_quoted(file)}"


def _quoted(file: Path) -> str:
    return f'"{file}"' if " " in str(file) else str(file)


def look(made: ReviewedDraft) -> bytes:
    """Return the look in use as it is on disk: the one beside the answers file where there is one."""
    return read_content(_look_file(made), LOOK_BYTES)


def opened_look(made: ReviewedDraft) -> "Look":
    """Return the look in use, cleaned. Raises DrafterError, with its path, where it cannot be used."""
    from drafter.word.look import clean_look

    file = _look_file(made)
    return clean_look(
        read_content(file, LOOK_BYTES), str(file), keep=file == bundled_folder("templates") / LOOK
    )


def tell_left_out(cleaned: "Look") -> None:
    """Print what drafter left out of the look, where that was anything."""
    if not cleaned.removed:
        return
    from drafter.word.removals import removal_message

    text = removal_message(cleaned.file, cleaned.removed, SCREEN)
    print(wrapped(text) if on_screen(sys.stderr) else text, file=sys.stderr)


def _look_file(made: ReviewedDraft) -> Folder:
    if (file := made.library.template(LOOK)) is None:
        raise DrafterError(Fault("the look is not there", "Put look.docx into templates/.", LOOK))
    return file


def target_for(file: Path, output: Path | None, *, public: bool = False) -> Path:
    """Return where the Word file of the answers *file* goes; a *public* version has a name of its own.

    Raises DrafterError for a folder like ``/``.
    """
    if not file.name:
        raise DrafterError(Fault("this is a folder", "Give the answers file itself.", str(file)))
    name = f"{file.stem}-public.docx" if public else f"{file.stem}.docx"
    if output is None:
        return file.with_name(name)
    return output / name if is_folder(output) else output


def checked_output(path: Path | None) -> None:
    """End the process as for wrong usage where *path* cannot be the name of a Word file."""
    if path is None or is_folder(path):
        return
    if str(path) == "-":
        usage("-o: a Word file cannot go to the terminal or a pipe.\n    Give it a name: -o NAME.docx")
    if path.suffix.lower() != ".docx":
        right = path.with_suffix(".docx") if path.name else "NAME.docx"
        usage(f"-o: a Word file ends in .docx, and there is no folder {path}.\n    Write: -o {right}")


def report(made: ReviewedDraft, target: Path, *, several: bool) -> None:
    """Print where the file is, how long it is, and what is to be said of it, by file where *several*."""
    notes = SCREEN.counted(len(made.draft.document.notes), "note")
    asks = sum(clause.head.kind in ("recommendation", "question") for clause in made.resolved.clauses)
    asks += sum(own.kind != "paragraph" for section in made.answers.themes for own in section.own)
    kind = made.rules.stage.removesuffix("s")
    asked = "" if kind == "case" or not asks else f", {SCREEN.counted(asks, kind)}"
    print(f"✓ {target}   {made.length}, {notes}{asked}")
    file = str(made.file) if several else ""
    show(remarks_in_words(made.remarks, wrap=on_screen(sys.stderr), of=file), sys.stderr)


def _not_built(file: Path, error: DrafterError) -> dict[str, object]:
    faults: dict[str, object] = {"answers": str(file), "faults": faults_as_data(error.faults)}
    return faults | ({"remarks": remarks_as_data(error.blocking)} if isinstance(error, NotReady) else {})
