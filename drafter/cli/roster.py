"""``drafter roster``: a sign-on sheet for the organisations of a joint submission."""

import argparse
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.build import look
from drafter.cli.making import make
from drafter.cli.shared import make_parser, print_json


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
    made = make(options.answers)
    if options.json:
        print_json(
            [{"name": one.name, "role": one.role, "status": one.status} for one in made.answers.organisations]
        )
        return DONE
    from drafter.compose.roster import roster
    from drafter.word.files import save_document
    from drafter.word.write import write_document

    target = options.output or options.answers.with_name(f"{options.answers.stem}-sign-on.docx")
    sheet = roster(made.answers, made.draft.document.properties.title)
    save_document(write_document(sheet, look(made)), target, force=options.force)
    counts = [
        sum(one.status == status for one in made.answers.organisations)
        for status in ("confirmed", "invited", "declined")
    ]
    print(f"✓ {target}   {counts[0]} confirmed, {counts[1]} invited, {counts[2]} declined")
    return DONE
