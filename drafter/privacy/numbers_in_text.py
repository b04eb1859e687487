"""The search for a number, an address or a handle in a text, in any usual spelling. Pure.

The private value and the text are both folded: the digits of every script are 0 to 9, letters have no case.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.patterns import pattern
from drafter.privacy.folding import folded

_SEPARATOR = r"[\s./()\[\]{}·_'’‐‑‒–—―-]{0,3}"
"""What may separate the digits and letters of one identifier; not a comma, which also separates figures."""
_WORD = pattern(r"[^\W_]+")
_LABELS = frozenset(
    _WORD.findall(
        "born birth date dob passport pass id card no nr num numero number national identity document file "
        "case tel telephone phone mobile cell fax whatsapp signal telegram email mail iban account ssn tax "
        "permit visa licence license plate ne nacido nacida"
    )
)
"""Words that say what a number is. The text may leave them out."""
_BETWEEN_NUMBERS = pattern(r"\s*[,;]\s*|\s+(?:or|and)\s+|\s+/\s+")
_LOCAL_DIGITS = 7
"""The digits of a telephone number without the codes of country and town."""
_DIGITS_BESIDE_WORDS = pattern(rf"(?<![^\W_])\d(?:{_SEPARATOR}\d){{{_LOCAL_DIGITS - 1},}}(?![^\W_])")
"""A number of the length of a telephone number, as it stands beside other words in a private value."""
_LONG_NUMBER = 8
"""A number of more digits may be a telephone number, which the text may give without its codes."""
_DISTINCTIVE = 6
"""Letters and digits from which a number identifies somebody without the word that says what it is."""
_THOUSANDS = pattern(r"\d\s\d{3}\s\d{3}")
_PART_OF_NUMBER_BEFORE = pattern(r"[\d+)][\s()./-]{0,3}$")
_MAIL = pattern(r"[^\s@]+@[^\s@]+")
_PROFILE = pattern(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,}/\S+)")
_HANDLE = pattern(r"@?[\w.-]{3,}")
_ADDRESS_CHARACTER = pattern(r"[\w.+-]")
_AT_OR_DOT = pattern(r"[\s(\[{<]+(?:at|dot|punkt|punto|point|ponto|arobase|arroba|a)[\s)\]}>]+")
_CHARACTER_OF_WORD = {"at": "@", "arobase": "@", "arroba": "@", "a": "@"}


def contains_number(text: str, value: str) -> bool:
    """Return whether *text* contains the number *value*, both folded.

    Spaces, hyphens, dots, slashes and brackets do not count, nor does the word that says what the number is.
    A long number that is all digits is also found without the codes of country and town.
    """
    return any(_contains_number(text, number) for number in _numbers_of(value))


def _numbers_of(value: str) -> list[str]:
    """Return the letters and digits of each number in *value*, which may have several.

    A telephone number beside other words, as in "sister 079 123 45 67", is also a number of its own.
    """
    parts = _BETWEEN_NUMBERS.split(value)
    has_several = len(parts) > 1 and all(sum(map(str.isdigit, part)) >= _LOCAL_DIGITS for part in parts)
    numbers = []
    for part in parts if has_several else [value]:
        words = _WORD.findall(part)
        without_labels = [word for word in words if word not in _LABELS]
        # A short number alone may be any figure: it counts only together with its label.
        is_distinctive = len("".join(without_labels)) >= _DISTINCTIVE
        numbers.append("".join(without_labels if is_distinctive else words))
    for run in _DIGITS_BESIDE_WORDS.findall(value):
        digits = "".join(filter(str.isdigit, run))
        # A shorter one that does not begin as telephone numbers do may be part of a document's number.
        if len(digits) > _LONG_NUMBER or digits.startswith("0"):
            numbers.append(digits)
    return list(dict.fromkeys(numbers))


def _contains_number(text: str, number: str) -> bool:
    if not any(map(str.isdigit, number)):
        return False
    first, *others = map(re.escape, number)
    # The character before is tested after the first letter: so the search can skip to each first letter.
    whole = _SEPARATOR.join([rf"{first}(?<![^\W_]{first})", *others])
    if re.search(rf"{whole}(?![^\W_])", text):
        return True
    if not number.isdigit() or len(number) < _LOCAL_DIGITS:
        return False
    local = _SEPARATOR.join(number[-_LOCAL_DIGITS:])
    if len(number) > _LONG_NUMBER:
        return any(not _is_figure(match) for match in re.finditer(rf"{local}(?!\d)", text))
    digits = _SEPARATOR.join(number)
    return bool(re.search(rf"[+0](?<![^\W_].)[\d\s()./-]{{0,12}}?{digits}(?!\d)", text))


def _is_figure(match: re.Match[str]) -> bool:
    """Return whether *match* is a figure, such as 1 234 567, and not the end of a longer number."""
    before = match.string[max(match.start() - 4, 0) : match.start()]
    return bool(_THOUSANDS.fullmatch(match[0])) and not _PART_OF_NUMBER_BEFORE.search(before)


def addresses_of(value: str) -> list[str]:
    """Return the e-mail addresses, the profiles or the handle in *value*, folded; empty if there is none."""
    text = folded(value.strip())
    if mails := _MAIL.findall(text):
        return [mail.strip(".,;<>()") for mail in mails]
    if profiles := _PROFILE.findall(text):
        return [profile.rstrip("/.,;") for profile in profiles]
    return [text] if text.startswith("@") and _HANDLE.fullmatch(text) else []


def contains_address(text: str, address: str) -> bool:
    """Return whether the folded *text* contains *address*: unchanged, spelt out, or by the handle at its end.

    "name (at) host [dot] org" is an e-mail address; "@name" and "other.site/name" are the same profile.
    """
    if "@" in address[1:]:
        return _contains_whole(text, address) or _contains_whole(_with_signs(text), address)
    handle = re.split(r"[/@=]", address)[-1]
    if "/" in address and _contains_whole(text, address):
        return True
    if len(handle) < 3:
        return False
    if all(character.isalpha() for character in handle):  # it may be an ordinary word
        return any(text[start - 1 : start] in ("@", "/", "=") for start in _starts(text, handle))
    return _contains_whole(text, handle)


@lru_cache(maxsize=4)
def _with_signs(text: str) -> str:
    """Return *text* with "@" and "." in place of the words "at" and "dot" in brackets or between spaces."""
    return _AT_OR_DOT.sub(lambda match: _CHARACTER_OF_WORD.get(_WORD.findall(match[0])[0], "."), text)


def _contains_whole(text: str, address: str) -> bool:
    """Return whether *text* contains *address*, and not as a part of a longer address."""
    return any(not start or not _ADDRESS_CHARACTER.match(text[start - 1]) for start in _starts(text, address))


def _starts(text: str, address: str) -> Iterator[int]:
    """Yield where *address* begins in *text*, without those that go on in a longer word."""
    return (match.start() for match in re.finditer(rf"{re.escape(address)}(?![\w-])", text))
