"""Text as Markdown: it reads as exactly that text, with no more escapes than it needs."""

from drafter.model.web_addresses import split_addresses
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

LINE_BREAK = "\\\n"
_MARKS = pattern(r"([\\`*_\[\]{}<~|^$])|(?<!\S)(#)|(&)(?=#?\w+;)")
_LINE_START = pattern(r"([-+=>:])|(\d{1,9})([.)])(?=\s|$)")
"""What Markdown reads as a list, a quotation, a rule or a heading at the beginning of a line."""
_SPACES = " \t"
"""White space that Markdown trims at both edges of a line; four spaces before it would make it code."""
_EDGE = pattern(r"^[^\S \t]+|[^\S \t]+$")
"""Other white space, such as a no-break space, which only some programs trim."""


def escaped(text: str) -> str:
    """Return *text* as Markdown within a line. Its web addresses become links, line breaks stay."""
    return "".join(
        f"<{piece}>" if is_address else _escaped_marks(piece)
        for piece, is_address in split_addresses(strip_xml_illegal(text))
    ).replace("\n", LINE_BREAK)


def emphasised(text: str, *, bold: bool, italic: bool, before: str, after: str) -> str:
    """Return *text* as Markdown in bold or italics, between the characters *before* and *after*."""
    inner = text.strip()
    if not inner or not (bold or italic):
        return escaped(text)
    start = text.index(inner)
    left, right = text[:start], text[start + len(inner) :]
    stars = "**" * bold + "*" * italic
    if _can_open(left[-1:] or before, inner[0]) and _can_open(right[:1] or after, inner[-1]):
        marked = f"{stars}{escaped(inner)}{stars}"
    else:
        # Between such characters Markdown would print the stars.
        marked = f"<em>{escaped(inner)}</em>" if italic else escaped(inner)
        marked = f"<strong>{marked}</strong>" if bold else marked
    return f"{escaped(left)}{marked}{escaped(right)}"


def as_lines(text: str, *, starts_line: bool) -> str:
    """Return the Markdown *text* with the edges of its lines escaped; at the start only if it *starts_line*.

    Line breaks at the beginning and the end, which Markdown cannot print, are left out.
    """
    lines = [_with_edges(line.strip(_SPACES)) for line in text.split(LINE_BREAK)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    first = 0 if starts_line else 1
    return LINE_BREAK.join((*lines[:first], *map(_escaped_start, lines[first:])))


def _with_edges(line: str) -> str:
    return _EDGE.sub(lambda space: "".join(f"&#{ord(character)};" for character in space[0]), line)


def _escaped_start(line: str) -> str:
    match = _LINE_START.match(line)
    if match is None:
        return line
    number = match[2] or ""
    return f"{number}\\{line[len(number) :]}"


def _escaped_marks(text: str) -> str:
    return _MARKS.sub(lambda match: f"\\{match[0]}", text)


def _can_open(outside: str, inside: str) -> bool:
    """Return whether Markdown reads stars between these characters as the beginning or end of emphasis."""
    if outside == "*":
        return False
    return inside.isalnum() or not outside or not outside.isalnum()
