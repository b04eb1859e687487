"""``drafter roster``: a sign-on sheet for the organisations of a joint submission."""

import argparse
import sys
from functools import partial
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.build import checked_output, opened_look, tell_left_out
from drafter.cli.remarks import remarks_in_words
from drafter.cli.shared import on_screen, print_json, show
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import Fault, Refused
from drafter.model.blocks import Document
from drafter.model.remark import Remark
from drafter.privacy.leak_search import HarmlessWords, distinctive, hinted_cases, leaking_cases
from drafter.privacy.private_file import Secrets
from drafter.review.leaks import LeakSearch, check_document, check_file_names, pseudonyms, public_names


def run(options: argparse.Namespace) -> int:
    """Write the sheet and return the exit status. Raises Refused where it would give a person away."""
    from drafter.compose.roster import sign_on_sheet

    checked_output(options.output)
    made = draft_file(options.answers)
    target = options.output or options.answers.with_name(f"{options.answers.stem}-sign-on.docx")
    title = made.draft.document.properties.title
    sheet = sign_on_sheet(made.answers, title, made.library.language)
    private = made.private
    found = _given_away(made, sheet, target, private)
    if any(one.level == "error" for one in _given_away(made, sheet, target, distinctive(private))):
        raise Refused(Fault(one.text, one.remedy, str(made.file), one.place) for one in found)
    if options.json:
        print_json(
            [{"name": one.name, "role": one.role, "status": one.status} for one in made.answers.organisations]
        )
        show(remarks_in_words(found, wrap=on_screen(sys.stderr)), sys.stderr)
        return DONE
    from drafter.word.files import save_document
    from drafter.word.write import write_document

    if not options.force:
        _refuse_other(target, sheet.properties.title.removesuffix(title))
    cleaned = opened_look(made)
    save_document(write_document(sheet, cleaned), target, force=options.force)
    counts = [
        sum(one.status == status for one in made.answers.organisations)
        for status in ("confirmed", "invited", "declined")
    ]
    print(f"✓ {target}   {counts[0]} confirmed, {counts[1]} invited, {counts[2]} declined")
    show(remarks_in_words(found, wrap=on_screen(sys.stderr)), sys.stderr)
    tell_left_out(cleaned)
    return DONE


def _refuse_other(target: Path, begins: str) -> None:
    """Raise Refused where *target* is a submission: the title of a sign-on sheet *begins* in its own way."""
    from drafter.word.files import document_origin, document_title

    is_own = target.is_file() and document_origin(target) == "ours"
    if is_own and not document_title(target).startswith(begins):
        fault = "this is a submission, no sign-on sheet, and it would be lost"
        raise Refused(
            Fault(fault, "Choose another name, or say that it may be replaced (--force).", str(target))
        )


def _given_away(made: ReviewedDraft, sheet: Document, target: Path, private: Secrets) -> list[Remark]:
    """Return where the sheet, which goes to every organisation that was asked, gives a person away."""
    others = public_names(made.answers, made.library.states.values(), made.library.authorities.values())
    nobody: frozenset[str] = frozenset()
    harmless = HarmlessWords(others, pseudonyms(made.answers))
    looks = LeakSearch(
        partial(leaking_cases, private=private, allowed=nobody),
        partial(hinted_cases, private=private, allowed=nobody, harmless=harmless),
        made.library.language,
    )
    return [
        *check_document(sheet, made.answers.cases, looks),
        *check_file_names([target.stem], made.answers.cases, looks),
    ]
