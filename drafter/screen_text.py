"""Text that is safe to show in a terminal: control characters and hidden characters become visible.

Clauses, rules and answers files come from other people. An escape sequence in one of them could move the
cursor, change the window title or hide a line. A bidirectional control could reverse a sentence.
"""

import re

from drafter.patterns import pattern

_HIDDEN = pattern(
    "["
    "\x00-\x08\x0b-\x1f"  # C0 controls; a tab and a line end stay
    "\x7f-\x9f"  # DEL and C1 controls: some terminals read U+009B as the start of an escape sequence
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # other invisible characters
    "\ud800-\udfff"  # surrogates: bytes of a file name that are not UTF-8
    "\ufffe\uffff"
    "\U000e0000-\U000e00ff"  # tags: a whole sentence can be hidden in them
    "]"
)
"""Without the joiners (U+200C, U+200D): Persian, Hindi and other languages need them."""


def visible(text: str) -> str:
    """Return *text* with each hidden character replaced by its code, such as ``‹U+202E›``."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_code, text.replace("\r\n", "\n"))


def without_hidden(text: str) -> str:
    """Return *text* without the characters that ``visible`` replaces."""
    return _HIDDEN.sub("", text)


def escaped_for_json(text: str) -> str:
    r"""Return the JSON *text* with each hidden character escaped as ``\uXXXX``; its value is the same."""
    return _HIDDEN.sub(_escape, text)


def _code(match: re.Match[str]) -> str:
    return f"‹U+{ord(match[0]):04X}›"


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number <= 0xFFFF:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
