"""``drafter merge``: take the edits that colleagues made in the Word file back into the answers."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from drafter import __version__
from drafter.answers.load import read_answers
from drafter.answers.lock import interview_lock
from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.cli import DONE, FAULT
from drafter.cli.layout import wrapped
from drafter.cli.left_edits import save_left_edits
from drafter.cli.merge_review import chosen_edits
from drafter.cli.merge_view import print_comments, print_differences, print_edits, print_left
from drafter.cli.new import made_with
from drafter.cli.progress_bar import progress_bar
from drafter.cli.streams import print_json
from drafter.drafting.merging.edits import Edit
from drafter.drafting.merging.merged import Merged
from drafter.drafting.merging.word_merge import ReturnedFile, open_returned
from drafter.errors import DrafterError, Fault
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for
from drafter.model.merge_report import MERGE_FORMAT
from drafter.review.changed_answers import change_notices
from drafter.text_file import as_argument, file_exists


def run(options: argparse.Namespace) -> int:
    """Compare, ask about each edit, save those that are accepted, and return the exit status."""
    file: Path = options.answers
    if not file_exists(file):
        raise DrafterError(
            Fault(
                "there is no such answers file", "Give the file that the document was built from.", str(file)
            )
        )
    library = library_for(file)
    read_answers(file)  # with its faults, before anything is written
    with interview_lock(file):
        returned = open_returned(file, options.word, library, changes=options.changes, built=options.built)
        if options.json:
            return _run_as_json(options, returned)
        return _run_on_screen(options, returned)


def _save(merged: Merged, file: Path) -> list[str]:
    """Save what the merge has changed in the answers and their private file; return what no longer holds."""
    store = Store.open(file, made_with(library_for(file)))
    before = store.answers
    store.change(list(merged.changes))
    return list(change_notices(before, store.answers))


def _run_on_screen(options: argparse.Namespace, returned: ReturnedFile) -> int:
    merge = returned.merge
    print_comments(returned.comments)
    if not merge.edits:
        print(f"{options.word} says what the answers say. There is nothing to take over.")
        return DONE
    print(wrapped(_found(merge.edits, options.word)))
    print(wrapped(_own_changes(returned.base)))
    if merge.hidden_names:
        names = SCREEN.counted(merge.hidden_names, "real name")
        print(wrapped(f"{names} from the private file came back in the text. The pseudonym is used instead."))
    can_ask = sys.stdin.isatty() and sys.stdout.isatty()
    if options.accept or not can_ask:
        print_edits(merge.edits)
    if not options.accept and not can_ask:
        print("\nNothing was changed. To take over all of it: add --accept. To choose, run it in a terminal.")
        return DONE
    accepted = merge.edits if options.accept else chosen_edits(merge, plain=options.plain)
    if not accepted:
        print("\nNothing was changed.")
        return DONE
    with progress_bar("Taking the edits over") as progress:
        merged = merge.merge(accepted, progress)
    notices = _save(merged, options.answers) if merged.changes else []
    _tell(merged, options)
    for notice in notices:
        print(wrapped(f"\n{notice}"))
    return FAULT if merged.left else DONE


def _found(edits: Sequence[Edit], word: Path) -> str:
    without_plan = sum(not edit.plans for edit in edits)
    text = f"{word} has {SCREEN.counted(len(edits), 'edit')} that the answers do not have."
    if without_plan:
        text += f" No answer can hold {without_plan} of them: drafter shows them at the end."
    return text


def _own_changes(base: Path | None) -> str:
    """Return whether the edits include what the author has changed in the answers since the build."""
    if base is not None:
        return f"drafter has compared it with {base} too, and leaves out what you have changed since."
    return (
        "If you have changed your answers since you built it, your own changes are among them, the other way "
        "round. To leave them out, add --built with the file as drafter built it."
    )


def _tell(merged: Merged, options: argparse.Namespace) -> None:
    saved = f"{SCREEN.counted(len(merged.done), 'edit')} saved in {options.answers}."
    print(f"\n{saved if merged.done else 'Nothing was changed.'}")
    print_left(merged.left)
    if merged.left:
        kept_in = save_left_edits(merged.left, options.answers, options.word)
        print(wrapped(f"\nThey are kept in {kept_in}."))
    print_differences(merged.differences, merged.left)
    if merged.done:
        print(
            wrapped(
                f"\nTo build the document again: drafter build {as_argument(options.answers)} -o new.docx"
            )
        )


def _run_as_json(options: argparse.Namespace, returned: ReturnedFile) -> int:
    merge = returned.merge
    merged = merge.merge(merge.edits) if options.accept else None
    if merged is not None:
        _save(merged, options.answers)
    print_json(
        {
            "format": MERGE_FORMAT,
            "tool": {"name": "drafter", "version": __version__},
            "answers": str(options.answers),
            "file": str(options.word),
            "edits": [_edit_as_data(edit, merged) for edit in merge.edits],
            "differences": [
                {"answers": difference.printed, "file": difference.edited}
                for difference in (merged.differences if merged else ())
            ],
            "comments": [{"quoted": each.quoted, "text": each.text} for each in returned.comments],
            "names_hidden": merge.hidden_names,
        }
    )
    return FAULT if merged is not None and merged.left else DONE


def _edit_as_data(edit: Edit, merged: Merged | None) -> dict[str, str]:
    result = "found"
    if merged is not None:
        result = "left" if any(edit is left for left in merged.left) else "taken"
    return {
        "kind": edit.kind,
        "origin": edit.origin,
        "path": dotted(edit.path),
        "before": edit.before,
        "after": edit.after,
        "result": result,
    }
