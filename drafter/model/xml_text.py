"""What a Word file, which is XML, cannot carry of a text."""

from drafter.patterns import pattern

# XML 1.0, section 2.2: what a document may not contain, plus halves of surrogate pairs.
_ILLEGAL = pattern("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Line and page breaks of Word, of web pages and of old printers. Word files have one way to break a line.
_BREAKS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def strip_xml_illegal(text: str) -> str:
    """Return *text* without what XML cannot carry; every kind of line break becomes ``"\\n"``."""
    if text.isprintable():  # nearly every text, and no pattern is needed to see it
        return text
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text))


def count_xml_illegal(text: str) -> int:
    """Return how many characters of *text* are lost in a Word file."""
    return len(_ILLEGAL.findall(text))
