"""Checking files without writing anything: answers files, and Word files of anybody."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from drafter.drafting.checked_file import CheckedFile, FileKind, fault_remarks
from drafter.drafting.pipeline import draft_file
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.text_file import read_file, real_path, unreadable_error
from drafter.yaml_text import KeyPath, line_numbers

WORD_ENDINGS = (".docx", ".docm")
"""The endings of the names of Word files."""


def kind_of(file: Path) -> FileKind:
    """Return what *file* is by its name: a Word file or an answers file."""
    return "word" if file.suffix.lower() in WORD_ENDINGS else "answers"


def check_files(
    files: Iterable[Path], document: str | None = None, *, today: date | None = None
) -> Iterator[CheckedFile]:
    """Yield each of *files* with the remarks on it, in their order, each once.

    Word files are checked as *document*. What depends on the day is reported only with *today*. The faults of
    a file that cannot be read are its remarks; the other files are still checked.
    """
    libraries: dict[Path, Library] = {}
    for file in dict.fromkeys(files):
        try:
            library = _library_beside(file, libraries)
            if kind_of(file) == "word":
                checked = _check_word(file, library, document)
            else:
                checked = _check_answers(file, library, today)
        except DrafterError as error:
            checked = CheckedFile(file, kind_of(file), remarks=tuple(fault_remarks(error.faults, file)))
        yield checked


def _library_beside(file: Path, libraries: dict[Path, Library]) -> Library:
    """Return the library for *file*, which files of one folder share. *libraries* keeps the last one."""
    folder = real_path(file).parent
    if folder not in libraries:
        libraries.clear()
        libraries[folder] = library_for(file)
    return libraries[folder]


def _check_answers(file: Path, library: Library, today: date | None) -> CheckedFile:
    """Return the answers *file* with the remarks on its draft. Raises DrafterError with all its faults."""
    reviewed = draft_file(file, today=today, library=library, spelling=True)
    return CheckedFile(
        file,
        "answers",
        document=reviewed.resolved.document_type.id,
        remarks=reviewed.remarks,
        words=reviewed.length.words,
        limit=reviewed.length.limit,
        library_share=reviewed.library_share,
        own_share=reviewed.own_share,
        lines=partial(_lines, file),
    )


def _lines(file: Path) -> Mapping[KeyPath, int]:
    """Return the line of each answer in *file*, by its path."""
    return line_numbers(read_file(file))


def _check_word(file: Path, library: Library, document: str | None) -> CheckedFile:
    """Return the Word *file* with the remarks on it. Raises DrafterError if it cannot be read."""
    # Reading Word files takes long to load, and answers need none.
    from drafter.drafting.check_word import check_word_file

    try:
        checked = check_word_file(file, library, document)
    except OSError as error:
        raise unreadable_error(file, error, "Check the name. You need permission to read it.") from None
    return CheckedFile(
        file,
        "word",
        document=checked.document,
        remarks=checked.remarks,
        words=checked.words,
        limit=checked.length.limit,
        library_share=checked.library_share,
        own_share=checked.own_share,
    )
