"""Opening the library for an answers file, and finding its templates."""

from collections.abc import Callable
from pathlib import Path

from drafter.library.folders import overlay, read_text
from drafter.library.library import Library
from drafter.text_file import real_path


def library_for(*answers_files: Path) -> Library:
    """Return the library for *answers_files*: the folders beside them overlay the bundled ones.

    Without files, the folders in the current folder do.
    """
    parents = dict.fromkeys(real_path(file).parent for file in answers_files) or {Path.cwd(): None}
    return Library(overlay("clauses", *parents), overlay("templates", *parents))


def template_finder(library: Library) -> Callable[[str], tuple[str, str] | None]:
    """Return a function that returns text and file name of the template at a path, or ``None``."""

    def find(path: str) -> tuple[str, str] | None:
        file = library.template(path)
        return None if file is None else (read_text(file), str(file))

    return find


def fingerprint(library: Library) -> tuple[str, int]:
    """Return eight hexadecimal digits that change with any clause of *library*, and the number of clauses."""
    from hashlib import sha256

    digest = sha256()
    count = 0
    for clause_id in library.clause_ids():
        file = library.clause_file(clause_id)
        if file is not None:
            digest.update(f"{clause_id}\n{read_text(file)}".encode("utf-8", "surrogateescape"))
            count += 1
    return digest.hexdigest()[:8], count
