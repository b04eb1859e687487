"""How a text changed, word by word, as a terminal shows it."""

import os
import sys
from collections.abc import Iterator, Sequence

from drafter.cli.layout import on_screen
from drafter.cli.screen_width import width
from drafter.cli.streams import unfiltered
from drafter.screen_text import visible
from drafter.text_diff import Piece

_MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
"""What stands around words, as in ``git diff --word-diff``: it reads without colours too."""
_STYLES = {"same": "", "deleted": "red", "inserted": "green"}
_WORDS_AROUND = 12
"""Words that are shown before and after a change; what is further away is left out."""


def print_pieces(pieces: Sequence[Piece]) -> None:
    """Print *pieces* with marks around what changed and few words beside it; on a screen in colours."""
    if not on_screen():
        print("    " + "".join(map(_marked, shortened(pieces))).replace("\n", "\n    "))
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    plain = bool(os.environ.get("NO_COLOR"))
    text = Text()
    for piece in shortened(pieces):
        text.append(visible(_marked(piece)), style="" if plain else _STYLES[piece.kind])
    console = Console(file=unfiltered(sys.stdout), highlight=False, width=width())
    console.print(Padding(text, (0, 0, 0, 4)))


def shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield *pieces* with an ellipsis in place of the words that are far from a change."""
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if piece.kind != "same":
            yield piece
        else:  # before the first change, the end of the text counts; after the last one, its beginning
            yield Piece("same", _cut(piece.text, start=index > 0 or last == 0, end=index < last))


def _cut(text: str, *, start: bool, end: bool) -> str:
    """Return *text* without what is between its *start* and its *end*, as far as they are wanted."""
    words = text.split(" ")
    if len(words) <= (start + end) * _WORDS_AROUND + 2:
        return text
    first = " ".join(words[:_WORDS_AROUND]) + " " if start else ""
    return f"{first}…" + (" " + " ".join(words[-_WORDS_AROUND:]) if end else "")


def _marked(piece: Piece) -> str:
    before, after = _MARKS[piece.kind]
    return f"{before}{piece.text}{after}"
