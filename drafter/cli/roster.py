"""``drafter roster``: a sign-on sheet for the organisations of a joint submission."""

import argparse
import sys
from functools import partial
from pathlib import Path

from drafter.answers.private import hints, leaks, read_private
from drafter.cli import DONE
from drafter.cli.build import look
from drafter.cli.making import Made, make
from drafter.cli.remarks import remarks_in_words
from drafter.cli.shared import make_parser, on_screen, print_json, show
from drafter.model.blocks import Document
from drafter.review.leaks import Looks, leaked, leaked_in_names, other_names, pseudonyms


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter roster``."""
    made = make_parser(
        "roster",
        "Print a sign-on sheet: every organisation of a joint submission, invited, confirmed or declined.",
        "drafter roster my-submission.yaml -o sign-on.docx",
    )
    made.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    made.add_argument(
        "-o", "--output", type=Path, metavar="PATH", help="the Word file (default: …-sign-on.docx)"
    )
    made.add_argument("--force", action="store_true", help="overwrite the file whoever wrote or changed it")
    made.add_argument("--json", action="store_true", help="print the organisations and their status as JSON")
    return made


def run(options: argparse.Namespace) -> int:
    """Write the sheet and return the exit status."""
    from drafter.compose.roster import roster

    made = make(options.answers)
    target = options.output or options.answers.with_name(f"{options.answers.stem}-sign-on.docx")
    sheet = roster(made.answers, made.draft.document.properties.title)
    if options.json:
        print_json(
            [{"name": one.name, "role": one.role, "status": one.status} for one in made.answers.organisations]
        )
        _warn(made, sheet, target)
        return DONE
    from drafter.word.files import save_document
    from drafter.word.write import write_document

    save_document(write_document(sheet, look(made)), target, force=options.force)
    counts = [
        sum(one.status == status for one in made.answers.organisations)
        for status in ("confirmed", "invited", "declined")
    ]
    print(f"✓ {target}   {counts[0]} confirmed, {counts[1]} invited, {counts[2]} declined")
    _warn(made, sheet, target)
    return DONE


def _warn(made: Made, sheet: Document, target: Path) -> None:
    """Print where the sheet, which goes to every organisation that was asked, gives a person away."""
    private = read_private(made.file)
    others = other_names(made.answers, made.library.states.values(), made.library.authorities.values())
    nobody: frozenset[str] = frozenset()
    looks = Looks(
        partial(leaks, private=private, allowed=nobody),
        partial(hints, private=private, allowed=nobody, others=others, pseudonyms=pseudonyms(made.answers)),
    )
    found = [
        *leaked(sheet, made.answers.cases, looks),
        *leaked_in_names([target.stem], made.answers.cases, looks),
    ]
    show(remarks_in_words(found, wrap=on_screen(sys.stderr)), sys.stderr)
