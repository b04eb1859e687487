"""Edits of a Word file as they are shown in the terminal, with what was deleted and inserted."""

from collections.abc import Sequence

from drafter.cli.changed_words import print_pieces
from drafter.cli.layout import show, wrapped
from drafter.drafting.merging.edits import Edit
from drafter.drafting.merging.merged import Difference
from drafter.screen_text import visible
from drafter.text_diff import diff
from drafter.word.reader.content import LineComment

_KINDS = {
    "changed": "Changed",
    "added": "New text",
    "deleted": "Deleted",
    "moved": "Moved",
    "note": "Changed note",
}
_TEMPLATE, _NOWHERE = "words that drafter prints itself", "where no answer is printed"
"""What an edit concerns if it is of no answer: in the words of a template, or beside them."""


def print_edit(edit: Edit, number: int, count: int) -> None:
    """Print *edit*, the *number*-th of *count*, with its origin and its words."""
    print()
    show([(wrapped(f"{number} of {count} · {title_of(edit)}"), "bold")])
    print_pieces(diff(edit.before, edit.after))


def title_of(edit: Edit) -> str:
    """Return what happened to which answer, in words."""
    origin = edit.origin or (_NOWHERE if edit.kind == "added" else _TEMPLATE)
    return f"{_KINDS[edit.kind]}: {origin}"


def print_edits(edits: Sequence[Edit]) -> None:
    """Print *edits*, the same ones only once."""
    for edit in without_repetitions(edits):
        print_edit(edit, edits.index(edit) + 1, len(edits))
        _print_times(edit, edits)


def print_left(edits: Sequence[Edit]) -> None:
    """Print the accepted edits that no answer can hold, in full: nothing of them is lost."""
    if not edits:
        return
    print(wrapped("\nNo answer can hold the following. Copy what you need from here or from the Word file."))
    for edit in without_repetitions(edits):
        show([(wrapped(f"\n{title_of(edit)}"), "bold")])
        for label, text in (("was:", edit.before), ("is: ", edit.after)):
            if text:
                print(wrapped(visible(text), f"  {label} ", "       "))
        if edit.is_private:
            print("  It has something from the private file, so drafter does not save it.")
        _print_times(edit, edits)


def without_repetitions(edits: Sequence[Edit]) -> list[Edit]:
    """Return *edits* with only the first of those that change the same words of a template."""
    return [
        edit for index, edit in enumerate(edits) if not any(_is_like(edit, other) for other in edits[:index])
    ]


def _is_like(edit: Edit, other: Edit) -> bool:
    """Return whether two edits of the words of a template are the same."""
    same = (edit.kind, edit.before, edit.after) == (other.kind, other.before, other.after)
    return same and not edit.path and not other.path


def _print_times(edit: Edit, edits: Sequence[Edit]) -> None:
    if (count := sum(_is_like(edit, other) for other in edits)) > 1:
        print(f"  The same in {count} places.")


def print_differences(differences: Sequence[Difference], left: Sequence[Edit]) -> None:
    """Print what the answers build otherwise than the accepted edits, besides those that are *left*."""
    texts = {text for edit in left for text in (edit.before, edit.after)}
    others = [each for each in differences if not {each.edited, each.printed} & texts]
    if not others:
        return
    print(wrapped("\nHere the new document will differ from the Word file:"))
    for difference in others:
        print_pieces(diff(difference.edited, difference.printed))


def print_comments(comments: Sequence[LineComment]) -> None:
    """Print the comments of the Word file, with the words that each is about."""
    if not comments:
        return
    print("Comments in the Word file:")
    for comment in comments:
        about = f"on “{' '.join(comment.quoted.split())}”: " if comment.quoted.strip() else ""
        print(wrapped(visible(f"{about}{' '.join(comment.text.split())}"), "  – ", "    "))
    print()
