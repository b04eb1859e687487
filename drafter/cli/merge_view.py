"""Edits of a Word file as they are shown in the terminal, with what was deleted and inserted."""

from collections.abc import Sequence

from drafter.cli.layout import show, wrapped
from drafter.drafting.merging.edits import Edit
from drafter.drafting.merging.merge import Difference
from drafter.screen_text import visible
from drafter.text_diff import Piece, diff
from drafter.word.reader.content import LineComment

_KINDS = {
    "changed": "Changed",
    "added": "New text",
    "deleted": "Deleted",
    "moved": "Moved",
    "note": "Changed note",
}
_TEMPLATE = "the words that drafter prints"
_KEPT_WORDS = 8
"""How many unchanged words are shown on each side of a change."""


def print_edit(edit: Edit, number: int, count: int) -> None:
    """Print *edit*, the *number*-th of *count*, with its origin and its words."""
    print()
    title = f"{number} of {count} · {_KINDS[edit.kind]}: {edit.origin or _TEMPLATE}"
    show([(wrapped(title), "bold")])
    print(wrapped(visible(marked(edit.before, edit.after)), "  "))


def marked(before: str, after: str) -> str:
    """Return what changed, with ``[-deleted-]`` and ``{+inserted+}`` words; long unchanged parts are cut."""
    pieces = diff(before, after)
    last = len(pieces) - 1
    return "".join(
        _piece(piece, is_first=index == 0, is_last=index == last) for index, piece in enumerate(pieces)
    )


def _piece(piece: Piece, *, is_first: bool, is_last: bool) -> str:
    match piece.kind:
        case "deleted":
            return f"[-{piece.text}-]"
        case "inserted":
            return f"{{+{piece.text}+}}"
        case _:
            return _shortened(piece.text, is_first=is_first, is_last=is_last)


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """Return unchanged *text* with its middle left out, or the end that is far from the change."""
    words = text.split(" ")
    if len(words) <= 2 * _KEPT_WORDS + 2:
        return text
    if is_first:
        return "… " + " ".join(words[-_KEPT_WORDS:])
    if is_last:
        return " ".join(words[:_KEPT_WORDS]) + " …"
    return " ".join((*words[:_KEPT_WORDS], "…", *words[-_KEPT_WORDS:]))


def print_edits(edits: Sequence[Edit]) -> None:
    """Print *edits*, the same ones only once."""
    for number, edit in enumerate(edits, 1):
        if not any(_is_like(edit, other) for other in edits[: number - 1]):
            print_edit(edit, number, len(edits))
            _print_times(edit, edits)


def print_left(edits: Sequence[Edit]) -> None:
    """Print the accepted edits that no answer can hold, in full: nothing of them is lost."""
    if not edits:
        return
    print(wrapped("\nNo answer can hold the following. Copy what you need from here or from the Word file."))
    for number, edit in enumerate(edits):
        if any(_is_like(edit, other) for other in edits[:number]):
            continue
        show([(wrapped(f"\n{_KINDS[edit.kind]}: {edit.origin or _TEMPLATE}"), "bold")])
        for label, text in (("was:", edit.before), ("is: ", edit.after)):
            if text:
                print(wrapped(visible(text), f"  {label} ", "       "))
        _print_times(edit, edits)


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
        print(wrapped(visible(marked(difference.edited, difference.printed)), "  ", "  "))


def print_comments(comments: Sequence[LineComment]) -> None:
    """Print the comments of the Word file, with the words that each is about."""
    if not comments:
        return
    print("Comments in the Word file:")
    for comment in comments:
        about = f"on “{' '.join(comment.quoted.split())}”: " if comment.quoted.strip() else ""
        print(wrapped(visible(f"{about}{' '.join(comment.text.split())}"), "  – ", "    "))
    print()
