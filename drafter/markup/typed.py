"""Making typed text come out letter for letter, and dropping what no Word file can carry."""

from drafter.patterns import pattern

_PUNCTUATION = pattern(r"([!-/:-@\[-`{-~])")
# White space at an edge is trimmed by Markdown, and a line break ends a block; as an entity both survive.
_SPACE = pattern(r"^\s+|\s+$|[^\S ]")
# XML 1.0, section 2.2: what a document may not contain, plus halves of surrogate pairs.
_UNCARRIED = pattern("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Line and page breaks of Word, of web pages and of old printers. Word files have one way to break a line.
_BREAKS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def escape(text: str) -> str:
    """Return *text* as Markdown that reads as exactly that text, on one line."""
    literal = _PUNCTUATION.sub(r"\\\1", text)
    return _SPACE.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), literal)


def gap(label: str) -> str:
    """Return the Markdown of a place that is still to be completed; *label* says with what."""
    return f"[{escape(label)}](gap:)"


def carried(text: str) -> str:
    """Return *text* without what a Word file cannot carry; every kind of line break becomes ``"\n"``."""
    return _UNCARRIED.sub("", _BREAKS.sub("\n", text))


def uncarried(text: str) -> int:
    """Return how many characters of *text* are lost in a Word file, which cannot carry them."""
    return len(_UNCARRIED.findall(text))
