"""``drafter roster``: a sign-on sheet for the organisations of a joint submission."""

import argparse
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.build import check_output, print_left_out
from drafter.cli.layout import on_screen, show
from drafter.cli.remarks import remarks_in_words
from drafter.cli.streams import print_json
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.drafting.word_file import look_for
from drafter.errors import Fault, Refused
from drafter.model.blocks import Document
from drafter.model.remark import Remark
from drafter.privacy.leak_search import HarmlessWords, distinctive, hinted_cases, leaking_cases
from drafter.privacy.private_file import Secrets
from drafter.review.leaks import LeakSearch, check_document, check_file_names, pseudonyms, public_names


def run(options: argparse.Namespace) -> int:
    """Write the sheet and return the exit status. Raises Refused if it reveals who a person is."""
    from drafter.compose.roster import sign_on_sheet

    check_output(options.output, "docx")
    reviewed = draft_file(options.answers)
    target = options.output or options.answers.with_name(f"{options.answers.stem}-sign-on.docx")
    title = reviewed.draft.document.properties.title
    sheet = sign_on_sheet(reviewed.answers, title, reviewed.library.language)
    private = reviewed.private
    remarks = _revealing(reviewed, sheet, target, private)
    certain_remarks = _revealing(reviewed, sheet, target, distinctive(private))
    if any(remark.level == "error" for remark in certain_remarks):
        raise Refused(
            Fault(remark.text, remark.remedy, str(reviewed.file), remark.place) for remark in remarks
        )
    if options.json:
        print_json(
            [
                {"name": each.name, "role": each.role, "status": each.status}
                for each in reviewed.answers.organisations
            ]
        )
        show(remarks_in_words(remarks, wrap=on_screen(sys.stderr)), sys.stderr)
        return DONE
    from drafter.word.files import save_document
    from drafter.word.write import write_document

    if not options.force:
        _refuse_submission(target, sheet.properties.title.removesuffix(title))
    used_look = look_for(reviewed, options.look)
    save_document(write_document(sheet, used_look), target, force=options.force)
    counts = Counter(each.status for each in reviewed.answers.organisations)
    not_asked = f", {counts['not-asked']} not asked yet" if counts["not-asked"] else ""
    known = ", ".join(f"{counts[status]} {status}" for status in ("confirmed", "invited", "declined"))
    print(f"✓ {target}   {known}{not_asked}")
    show(remarks_in_words(remarks, wrap=on_screen(sys.stderr)), sys.stderr)
    print_left_out(used_look)
    return DONE


def _refuse_submission(target: Path, title_start: str) -> None:
    """Raise Refused if *target* is a submission and no sign-on sheet, whose title has *title_start*."""
    from drafter.word.files import document_origin, document_title

    if (
        target.is_file()
        and document_origin(target) == "ours"
        and not document_title(target).startswith(title_start)
    ):
        fault = "this file is a submission, not a sign-on sheet, and it would be lost"
        raise Refused(Fault(fault, "Choose another name, or replace it with --force.", str(target)))


def _revealing(reviewed: ReviewedDraft, sheet: Document, target: Path, secrets: Secrets) -> list[Remark]:
    """Return remarks on the parts of *sheet*, which every organisation gets, that reveal who a person is."""
    library = reviewed.library
    others = public_names(reviewed.answers, library.states.values(), library.authorities.values())
    nobody: frozenset[str] = frozenset()
    harmless = HarmlessWords(others, pseudonyms(reviewed.answers))
    leak_search = LeakSearch(
        partial(leaking_cases, private=secrets, allowed=nobody),
        partial(hinted_cases, private=secrets, allowed=nobody, harmless=harmless),
        library.language,
    )
    return [
        *check_document(sheet, reviewed.answers.cases, leak_search),
        *check_file_names([target.stem], reviewed.answers.cases, leak_search),
    ]
