"""The library over the folders in use, and its templates by path."""

from collections.abc import Callable
from pathlib import Path

from drafter.library.folders import read_text, stacked, topmost
from drafter.library.library import Library
from drafter.text_file import real_path


def library_for(*answers_files: Path) -> Library:
    """Return the bundled library with the folders beside *answers_files* (default: here) over it."""
    places = dict.fromkeys(real_path(file).parent for file in answers_files) or {Path.cwd(): None}
    return Library(stacked("clauses", *places), stacked("templates", *places))


def template_finder(library: Library) -> Callable[[str], tuple[str, str] | None]:
    """Return a function that gives text and file name of the template at a path."""

    def find(path: str) -> tuple[str, str] | None:
        file = library.template(path)
        return None if file is None else (read_text(file), str(file))

    return find


def fingerprint(library: Library) -> tuple[str, int]:
    """Return eight letters that change with any clause of *library*, and how many clauses there are."""
    from hashlib import sha256

    digest = sha256()
    count = 0
    for clause_id in library.clause_ids():
        file = topmost(library.clause_folders, f"{clause_id}.md")
        if file is not None:
            digest.update(f"{clause_id}\n{read_text(file)}".encode("utf-8", "surrogateescape"))
            count += 1
    return digest.hexdigest()[:8], count
