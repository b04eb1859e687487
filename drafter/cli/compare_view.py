"""The changes between two versions, for a person to read: on a screen, and as Markdown."""

from collections import Counter
from collections.abc import Sequence

from drafter.cli.changed_words import print_pieces, shortened
from drafter.cli.layout import show, wrapped
from drafter.comparison.changes import Action, Change
from drafter.drafting.comparison import Comparison
from drafter.language.english import SCREEN
from drafter.patterns import pattern
from drafter.text_diff import Piece

_MARKDOWN = {"same": ("", ""), "deleted": ("~~", "~~"), "inserted": ("**", "**")}
_MARKDOWN_CHARACTERS = pattern(r"([\\`*_~\[\]<>#|])")
"""Characters that mean something within a line of Markdown. Others stay: people read the Markdown itself."""
_ORDER: tuple[Action, ...] = ("changed", "added", "deleted", "moved")
_WHAT = {
    "heading": "a heading",
    "paragraph": "a paragraph",
    "item": "a list item",
    "table": "a table",
    "row": "a table row",
    "page": "a page turn",
    "note": "a note",
}


def print_changes(comparison: Comparison) -> None:
    """Print the changes, each with its place and the words around it."""
    show([(wrapped(f"{comparison.old.file} → {comparison.new.file}", "", "  "), "bold")])
    for change in comparison.changes:
        print()
        show([(wrapped(_title(change), "", "    "), "bold")])
        if change.pieces:
            print_pieces(change.pieces)
    print()
    print(wrapped(_total(comparison.changes)))


def print_markdown(comparison: Comparison) -> None:
    """Print the changes as Markdown, for an e-mail or a page that others comment on."""
    print(f"# {_escape(str(comparison.old.file))} → {_escape(str(comparison.new.file))}\n")
    print(f"{_escape(_total(comparison.changes))}\n")
    for change in comparison.changes:
        text = "".join(map(_marked_down, shortened(change.pieces)))
        print(f"- **{_escape(_title(change))}**" + (f"  \n  {text}" if text else ""))


def _title(change: Change) -> str:
    """Return what changed and where: "changed: paragraph 12, under “Prisons”"."""
    title = f"{change.action}: {change.place}"
    if change.action == "added":
        title = f"added: {_WHAT[change.what]}, as {change.place}"
    if change.old_place:
        title += f" (it was {change.old_place})"
    return f"{title} ({change.kind})" if change.kind else title


def _total(changes: Sequence[Change]) -> str:
    """Return how many changes there are, and of which kind."""
    if not changes:
        return "No differences: both say the same."
    counts = Counter(change.action for change in changes)
    kinds = [f"{counts[action]:,} {action}" for action in _ORDER if counts[action]]
    return f"{SCREEN.counted(len(changes), 'difference')}: {', '.join(kinds)}."


def _marked_down(piece: Piece) -> str:
    """Return *piece* as Markdown, which wants no blanks at the inner side of its marks."""
    before, after = _MARKDOWN[piece.kind]
    text = piece.text.strip()
    if not text or piece.kind == "same":
        return _escaped(piece.text)
    start = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    end = piece.text[len(piece.text.rstrip()) :]
    return f"{_escaped(start)}{before}{_escape(text)}{after}{_escaped(end)}"


def _escape(text: str) -> str:
    return _MARKDOWN_CHARACTERS.sub(r"\\\1", " ".join(text.split()))


def _escaped(text: str) -> str:
    """Return *text* escaped, with its blanks as they are."""
    inner = text.strip()
    if not inner:
        return " " * bool(text)
    return f"{' ' * text[0].isspace()}{_escape(inner)}{' ' * text[-1].isspace()}"
