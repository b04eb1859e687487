"""The mark at the beginning of a line of pasted text: a number, a bullet, a dash or a letter."""

from typing import NamedTuple

from drafter.patterns import pattern

DASHES = "–—‐‑−"
_BULLETS = "•·▪▫■□◦○●‣⁃➢►∙\uf0b7\uf0a7\uf0d8\uf0a8\uf06e\uf076"
"""The bullets of Word, web pages and PDF files; the last ones come from Word's symbol fonts."""
_MARK = pattern(
    rf"(?P<indent>[ \t\u00a0]*)(?:(?P<bullet>[{_BULLETS}]|o(?=\t)|•(?=\S))|(?P<dash>[{DASHES}])"
    r"|(?P<plain>[-*+])|\((?P<bracketed>[a-z]|[ivx]{2,5}|\d{1,3})\)|(?P<ended>[a-z]|[ivx]{2,5})(?P<end>[.)])"
    r"|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<space>[ \t\u00a0]+|(?<=•))(?=\S)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MARKDOWN_INDENT = 3
"""How many spaces Markdown allows before the mark of a top-level item."""


class LineMark(NamedTuple):
    """The mark at the beginning of a line, and the text after it."""

    kind: str
    """What the mark looks like: ``•``, ``–``, ``-``, ``(a)``, ``a)``, ``a.``, ``(1)``, ``1.``."""
    label: str
    """Its letter or number; empty for a bullet or a dash."""
    text: str
    native: bool
    """Whether Markdown itself reads it as the beginning of an item."""
    tabbed: bool
    """Whether a tab follows. Text copied from Word has tabs, and each of its paragraphs is one line."""

    @property
    def ordered(self) -> bool:
        """Whether it is a letter or a number."""
        return bool(self.label)

    @property
    def as_typed(self) -> str:
        """The mark as it is in the line."""
        placeholder = "1" if self.label.isdecimal() else "a"
        return self.kind.replace(placeholder, self.label, 1) if self.label else self.kind


def line_mark(line: str) -> LineMark | None:
    """Return the mark at the beginning of *line*, or ``None``."""
    match = _MARK.match(line)
    if match is None:
        return None
    text, tabbed = line[match.end() :], "\t" in match["space"]
    if match["number"]:
        native = len(match["indent"].expandtabs(4)) <= _MARKDOWN_INDENT
        return LineMark(f"1{match['dot']}", match["number"], text, native, tabbed)
    if bullet := match["bullet"] or match["dash"]:
        return LineMark(bullet, "", text, False, tabbed)
    if match["plain"]:
        return LineMark(match["plain"], "", text, True, tabbed)
    label = match["bracketed"] or match["ended"]
    placeholder = "1" if label.isdecimal() else "a"
    kind = f"({placeholder})" if match["bracketed"] else f"{placeholder}{match['end']}"
    return LineMark(kind, label, text, False, tabbed)


def escape_number(line: str) -> str:
    """Return *line* with the number at its beginning escaped, so that Markdown reads it as text."""
    match = _MARK.match(line)
    if match is None or not match["dot"]:
        return line
    dot = match.start("dot")
    return f"{line[:dot]}\\{line[dot:]}"


def is_next_label(label: str, count: int, *, roman: bool) -> bool:
    """Return whether *label* follows *count* others in a list of numbers, letters or Roman numerals."""
    if label.isdecimal():
        return int(label) == count + 1
    if roman:
        return count < len(_ROMAN) and label == _ROMAN[count]
    return label == chr(ord("a") + count)
