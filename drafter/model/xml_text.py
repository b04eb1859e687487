"""Characters that a Word file, which is XML, cannot contain."""

from drafter.patterns import pattern

# XML 1.0, section 2.2: characters that a document may not contain, and single surrogates.
_ILLEGAL = pattern("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Line and page breaks of Word, web pages and old printers. A Word file has one kind of line break.
_BREAKS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def strip_xml_illegal(text: str) -> str:
    """Return *text* without characters illegal in XML; every kind of line break becomes ``"\\n"``."""
    if text.isprintable():  # nearly every text; it saves compiling the patterns
        return text
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text))


def count_xml_illegal(text: str) -> int:
    """Return how many characters of *text* a Word file cannot contain."""
    return len(_ILLEGAL.findall(text))
