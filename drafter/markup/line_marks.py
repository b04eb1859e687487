"""What a line of pasted text begins with: a number, a bullet, a dash, a letter."""

from typing import NamedTuple

from drafter.patterns import pattern

_BULLETS = "•·▪▫■□◦○●‣⁃➢►∙\uf0b7\uf0a7\uf0d8\uf0a8\uf06e\uf076"
"""Characters that Word, web pages and PDF files put before items; the last are of Word's symbol fonts."""
_DASHES = "–—‐‑−"
_MARK = pattern(
    rf"(?P<indent>[ \t\u00a0]*)(?:(?P<bullet>[{_BULLETS}]|o(?=\t)|•(?=\S))|(?P<dash>[{_DASHES}])"
    r"|(?P<plain>[-*+])|\((?P<bracketed>[a-z]|[ivx]{2,5}|\d{1,3})\)|(?P<ended>[a-z]|[ivx]{2,5})(?P<end>[.)])"
    r"|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<space>[ \t\u00a0]+|(?<=•))(?=\S)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MARKDOWN_INDENT = 3
"""Blanks before a mark up to which Markdown takes it for one at the outermost level."""


class Mark(NamedTuple):
    """The mark at the beginning of a line, and the line's text after it."""

    kind: str
    """What it looks like: ``•``, ``–``, ``-``, ``(a)``, ``a)``, ``a.``, ``(1)``, ``1.``."""
    label: str
    """Its letter or number; of a bullet or a dash, nothing."""
    text: str
    native: bool
    """Whether Markdown itself reads it as the beginning of an item."""
    tabbed: bool
    """Whether a tab follows, as in text that was copied from Word: there each paragraph is one line."""

    @property
    def ordered(self) -> bool:
        """Whether it counts."""
        return bool(self.label)

    @property
    def shown(self) -> str:
        """The mark as it stands in the line."""
        sign = "1" if self.label.isdecimal() else "a"
        return self.kind.replace(sign, self.label, 1) if self.label else self.kind


def mark_of(line: str) -> Mark | None:
    """Return the mark at the beginning of *line*, ``None`` where there is none."""
    found = _MARK.match(line)
    if found is None:
        return None
    text, tabbed = line[found.end() :], "\t" in found["space"]
    if found["number"]:
        native = len(found["indent"].expandtabs(4)) <= _MARKDOWN_INDENT
        return Mark(f"1{found['dot']}", found["number"], text, native, tabbed)
    if sign := found["bullet"] or found["dash"]:
        return Mark(sign, "", text, False, tabbed)
    if found["plain"]:
        return Mark(found["plain"], "", text, True, tabbed)
    label = found["bracketed"] or found["ended"]
    shape = "1" if label.isdecimal() else "a"
    kind = f"({shape})" if found["bracketed"] else f"{shape}{found['end']}"
    return Mark(kind, label, text, False, tabbed)


def number_as_text(line: str) -> str:
    """Return *line*, which begins with a number, so that Markdown reads the number as text."""
    found = _MARK.match(line)
    return (
        line
        if found is None or not found["dot"]
        else f"{line[: found.start('dot')]}\\{line[found.start('dot') :]}"
    )


def follows(label: str, count: int, *, roman: bool) -> bool:
    """Return whether *label* comes after *count* others in a list of letters, numbers or Roman numbers."""
    if label.isdecimal():
        return int(label) == count + 1
    if roman:
        return count < len(_ROMAN) and label == _ROMAN[count]
    return label == chr(ord("a") + count)
