"""Making typed text come out letter for letter, and dropping what no Word file can carry."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# White space at an edge is trimmed by Markdown, and a line break ends a block; as an entity both survive.
_SPACE = re.compile(r"^\s+|\s+$|[^\S ]")
# XML 1.0, section 2.2: what a document may not contain, plus halves of surrogate pairs.
_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Return *text* as Markdown that reads as exactly that text, on one line."""
    literal = _PUNCTUATION.sub(r"\\\1", text)
    return _SPACE.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), literal)


def gap(label: str) -> str:
    """Return the Markdown of a place that is still to be completed; *label* says with what."""
    return f"[{escape(label)}](gap:)"


def carried(text: str) -> str:
    """Return *text* without the characters that an XML file, and so a Word file, cannot carry."""
    return _UNCARRIED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def uncarried(text: str) -> int:
    """Return how many characters of *text* a Word file cannot carry."""
    return len(_UNCARRIED.findall(text))
