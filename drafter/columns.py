"""The columns that text takes on a screen, and text wrapped between its words for them.

A Chinese character or an emoji takes two columns, a vowel sign over a letter none: ``len`` would let such a
line run over the edge.
"""

from collections.abc import Iterator

from drafter.patterns import pattern

_UNUSUAL = pattern("[^ -\u02ff\u2010-\u2027\u2030-\u203e\u2190-\u21ff\u2500-\u25ff\u2713\u2717]")
"""Characters that may take two columns or none. Without any, the library that knows them is not loaded."""
_PIECE = pattern(r"[ \t\n\r\v\f]+|[^ \t\n\r\v\f]+")
"""White space, without the no-break spaces, and what stands between it."""
_BLANKS = " \t\n\r\v\f"
_JOINER = "\u200d"


def columns(text: str) -> int:
    """Return how many columns *text* takes, which is on one line."""
    if text.isascii() or not _UNUSUAL.search(text):
        return len(text)
    from wcwidth import wcwidth

    return sum(max(wcwidth(character), 0) for character in text)


def pieces(text: str) -> Iterator[str]:
    """Yield the parts of *text* between which a line may end: words, the white space between them.

    A line may also end after any wide character: Chinese and Japanese have no spaces.
    """
    for match in _PIECE.finditer(text):
        if _UNUSUAL.search(match[0]):
            yield from _wide_pieces(match[0])
        else:
            yield match[0]


def _wide_pieces(word: str) -> Iterator[str]:
    """Yield *word* in parts: each wide character with the marks on it, and the runs of others."""
    piece, is_wide, is_joined = "", False, False
    for character in word:
        size = columns(character)
        if piece and size and not is_joined and (size > 1 or is_wide):
            yield piece
            piece = ""
        is_wide = size > 1 if size else is_wide
        is_joined = character == _JOINER
        piece += character
    yield piece


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return *text* in lines of at most *width* columns, none for an empty text.

    *indent* begins the first line, *hanging* (by default the same) the others. A line ends at white space or
    beside a wide character. A word that is longer than a line, such as a web address, stays whole, to be
    copied.
    """
    after = indent if hanging is None else hanging
    lines: list[str] = []
    line, used = indent, columns(indent)
    is_empty = True  # whether the line has nothing but its indent
    blank = ""
    for piece in pieces(text):
        if piece[0] in _BLANKS:
            blank = " " * len(piece)
            continue
        size = columns(piece)
        if not is_empty and used + len(blank) + size > width:
            lines.append(line)
            line, used, is_empty = after, columns(after), True
        if is_empty and lines:
            blank = ""
        line += blank + piece
        used += len(blank) + size
        is_empty, blank = False, ""
    return [*lines, line] if not is_empty else lines


def cut(text: str, width: int) -> str:
    """Return *text*, cut between words with an ellipsis if it takes more than *width* columns.

    A first word that is too long is cut itself.
    """
    if columns(text) <= width:
        return text
    room = max(width - 1, 0)
    kept, used = "", 0
    for piece in pieces(text):
        size = columns(piece)
        if used + size > room:
            break
        kept += piece
        used += size
    kept = kept.rstrip()
    if not kept.strip():
        kept = text
        while kept and columns(kept) > room:
            kept = kept[:-1]
    return f"{kept}…"
