"""What drafter makes of a pasted text, said at the prompt: numbers that are left out, new lists."""

from collections import Counter

from drafter.errors import DrafterError
from drafter.language.english import SCREEN
from drafter.markup.pasted import read_pasted
from drafter.model.blocks import Listing
from drafter.patterns import pattern


def what_is_made_of(text: str) -> str:
    """Return sentences on how the long answer *text* is printed; ``""`` if it is printed as it was typed."""
    pasted = read_pasted(text)
    if not pasted.number_ranges and not pasted.list_marks:
        return _joined_lines(text)
    sentences = []
    if pasted.number_ranges:
        numbers = SCREEN.listed([f"{first} to {last}" for first, last in pasted.number_ranges])
        sentences.append(f"drafter leaves out the numbers {numbers} before your paragraphs.")
    parts = _parts(pasted.text)
    if parts:
        sentences.append(f"It is printed as {SCREEN.listed(parts)}.")
    return " ".join(sentences)


def _joined_lines(text: str) -> str:
    """Return a sentence on lines that run on, if *text* has the line ends of an e-mail in its paragraphs."""
    paragraphs = [part.strip().splitlines() for part in _EMPTY_LINE.split(text) if part.strip()]
    if not any(len(lines) > 2 and min(map(len, lines[:-1])) >= _LONG_LINE for lines in paragraphs):
        return ""
    counted = SCREEN.counted(len(paragraphs), "paragraph")
    return f"In the document, lines run on until the next empty line. It is printed as {counted}."


_EMPTY_LINE = pattern(r"\n[ \t]*\n")
_LONG_LINE = 40
"""The letters of a line that an e-mail program has broken, and not its author."""


def _parts(markdown: str) -> list[str]:
    """Return what the document has of *markdown*, counted; empty if it cannot be printed."""
    from drafter.markup.blocks import read_blocks  # loads the Markdown parser, which few answers need here

    try:
        blocks = read_blocks(markdown)
    except DrafterError:  # nested too deep: the build says so, with its place
        return []
    lists = [block for block in blocks if isinstance(block, Listing)]
    counts = Counter(type(block).__name__.lower() for block in blocks if not isinstance(block, Listing))
    parts = [SCREEN.counted(count, name) for name, count in counts.items()]
    return [*parts, *(f"a list of {SCREEN.counted(len(each.items), 'item')}" for each in lists)]
