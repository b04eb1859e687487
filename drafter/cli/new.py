"""``drafter new``: a submission, question by question; or go on with one where it was left."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter import __version__
from drafter.answers.store import Store
from drafter.cli import DONE
from drafter.cli.shared import library_for, make_parser, wrapped
from drafter.errors import DrafterError, Stopped
from drafter.interview.session import interview
from drafter.library.library import Library
from drafter.model.question import Question


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter new``."""
    made = make_parser(
        "new",
        "Write a submission, question by question. Every answer is saved before the next question; stop with "
        "Ctrl-C at any time and go on later with the same command.",
        "drafter new\ndrafter new my-submission.yaml",
    )
    made.add_argument(
        "answers", nargs="?", type=Path, metavar="ANSWERS.yaml", default=Path("submission.yaml"),
        help="the answers file to begin or to go on with (default: submission.yaml)",
    )  # fmt: skip
    return made


def run(options: argparse.Namespace) -> int:
    """Hold the interview and return the exit status."""
    from drafter.interview.prompts import ask, require_terminal

    require_terminal()
    file: Path = options.answers
    library = library_for(file)
    begun = file.exists()
    store = Store.open(file, made_with(library))
    print(f"{'Going on with' if begun else 'Saving to'} {file}. Ctrl-C stops; everything answered is kept.")
    print("Where you don't know an answer yet, type ? alone: the place is marked in the draft.")
    told = _Announcer(library, file)
    try:
        interview(store, library, lambda question, standing: ask(question, standing, print), told, notice)
    except (KeyboardInterrupt, EOFError):
        from drafter.errors import Fault

        raise Stopped(
            Fault(f"stopped; everything answered is in {file}", f"Go on with: drafter new {file}")
        ) from None
    print(f"\nEverything is answered and saved in {file}.")
    _length(file)
    print(f"Read it:   drafter preview {file}\nBuild it:  drafter build {file}")
    return DONE


def notice(text: str) -> None:
    """Print what an answer has brought about, wrapped and set off."""
    print(f"\n{wrapped(text, '  ! ')}\n")


def made_with(library: Library) -> str:
    """Return what is written into an answers file: which drafter and which clause library made it."""
    from hashlib import sha256

    from drafter.library.folders import read_text, topmost

    digest = sha256()
    count = 0
    for clause_id in library.clause_ids():
        file = topmost(library.clause_folders, f"{clause_id}.md")
        if file is not None:
            digest.update(f"{clause_id}\n{read_text(file)}".encode())
            count += 1
    return f"drafter {__version__}, clause library {digest.hexdigest()[:8]} ({count} clauses)"


class _Announcer:
    """Prints where the interview is, when it enters a section, and what a document warns of."""

    def __init__(self, library: Library, file: Path) -> None:
        self.library = library
        self.file = file
        self.section = ""
        self.warned = ""

    def __call__(self, question: Question, data: Mapping[str, Any]) -> None:
        document = data.get("document")
        if document and document != self.warned:
            self.warned = str(document)
            self._warn(str(document))
        if question.section != self.section:
            self.section = question.section
            length = self._length() if document else ""
            room = 74 - len(question.section) - len(length)
            print(f"\n── {question.section} {'─' * max(room, 3)} {length}".rstrip())

    def _length(self) -> str:
        """Return the words so far of the limit, or nothing where the answers make no document yet."""
        from drafter.cli.making import make

        try:
            return str(make(self.file).length)
        except DrafterError:
            return ""

    def _warn(self, document: str) -> None:
        import textwrap

        warning = self.library.document(document)[1].warning
        for line in textwrap.wrap(warning, 74):
            print(f"    {line}")


def _length(file: Path) -> None:
    """Print the length and what is still open, where the answers already make a document."""
    from drafter.cli.making import make

    try:
        made = make(file)
    except DrafterError as error:
        print(error, file=sys.stderr)
        return
    print(f"{made.length}; {len(made.errors)} things still open.")
