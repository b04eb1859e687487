"""The letters that a match of a pattern may begin with, so that a long table of words is searched quickly.

It understands what the tables of words use: letters, groups, classes such as ``[Aa]``, alternatives, and what
may be absent or repeated. Anything else may be any letter.
"""

from collections.abc import Iterator

from drafter.patterns import pattern

LENGTH = 3
"""Letters of a beginning. Two select too much, four nothing more."""
_SIGN = pattern(r"\\.|\[.[^\]]*\]|[()|]")
"""An escape, a class, or a sign of a group."""
_Beginning = tuple[str, bool]
"""Letters, and whether the rest of the pattern may still add to them."""
_ANYTHING: frozenset[_Beginning] = frozenset({("", False)})


def beginnings(words: str) -> tuple[str, ...]:
    """Return what a match of the pattern *words* may begin with: up to three letters, in small letters.

    After fewer than three letters, anything may follow.
    """
    return tuple(sorted({letters for letters, _ in _of_alternatives(words)}))


def _of_alternatives(text: str) -> frozenset[_Beginning]:
    return frozenset(beginning for part in _alternatives(text) for beginning in _of_sequence(part))


def _of_sequence(text: str) -> frozenset[_Beginning]:
    """Return the beginnings of a pattern that has no alternatives outside brackets."""
    known: frozenset[_Beginning] = frozenset({("", True)})
    while text and any(is_open for _, is_open in known):
        part, text = _first_part(text)
        sign, text = _sign(text)
        if sign in ("*", "+", "{"):  # what comes after the first time is left open
            part = frozenset((letters, False) for letters, _ in part)
        longer = _joined(known, part)
        known = known | longer if sign in ("?", "*", "{") else longer
    return known


def _joined(first: frozenset[_Beginning], then: frozenset[_Beginning]) -> frozenset[_Beginning]:
    """Return the beginnings of two parts that follow each other."""
    closed = {(letters, False) for letters, is_open in first if not is_open}
    longer = {
        ((letters + more)[:LENGTH], is_open and len(letters + more) < LENGTH)
        for letters, may_grow in first
        if may_grow
        for more, is_open in then
    }
    return frozenset(closed | longer)


def _first_part(text: str) -> tuple[frozenset[_Beginning], str]:
    """Return the beginnings of the first part of *text*, and the rest."""
    if text.startswith(("(?!", "(?=", "(?<")):
        return frozenset({("", True)}), text[_end_of_group(text) :]
    if text.startswith("("):
        end = _end_of_group(text)
        inner = text[1 : end - 1]
        return _of_alternatives(inner.partition(":")[2] if inner.startswith("?") else inner), text[end:]
    if text.startswith("["):
        end = text.index("]", 2) + 1
        letters = text[1 : end - 1]
        is_plain = not set(letters) & set("^\\") and "-" not in letters[1:-1]
        return (frozenset((each.casefold(), True) for each in letters) if is_plain else _ANYTHING), text[end:]
    if text.startswith("\\"):
        return _ANYTHING, text[2:]
    return (_ANYTHING if text[0] in ".^$" else frozenset({(text[0].casefold(), True)})), text[1:]


def _sign(text: str) -> tuple[str, str]:
    """Return the sign at the start of *text* that says how often a part comes, and the rest."""
    sign = text[0] if text.startswith(("?", "*", "+", "{")) else ""
    if sign == "{":
        return sign, text[text.index("}") + 1 :]
    rest = text[len(sign) :]
    return sign, rest[1:] if sign and rest.startswith(("?", "+")) else rest


def _end_of_group(text: str) -> int:
    """Return the position after the group at the start of *text*."""
    return next(position for position, depth in _depths(text) if depth == 0) + 1


def _alternatives(text: str) -> Iterator[str]:
    """Yield the alternatives of the pattern *text*: what is between its ``|`` outside groups and classes."""
    start = 0
    for position, depth in _depths(text):
        if depth == 0 and text[position] == "|":
            yield text[start:position]
            start = position + 1
    yield text[start:]


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """Yield the position of each bracket and bar of *text*, with the depth of groups after it.

    Escapes and classes are passed over.
    """
    depth = 0
    for match in _SIGN.finditer(text):
        sign = match[0]
        if len(sign) == 1:
            depth += (sign == "(") - (sign == ")")
            yield match.start(), depth
