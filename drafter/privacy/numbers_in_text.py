"""Finding a number, an address or a handle in a text, however it is written. Pure: text in, yes or no out.

Both the private value and the text are folded: digits of every script are 0 to 9, letters have no case.
"""

import re
from functools import lru_cache

from drafter.patterns import pattern
from drafter.privacy.folding import folded

_BETWEEN = r"[\s./()\[\]{}·_'’‐‑‒–—―-]{0,3}"
"""What may stand between the digits and letters of one identifier. A comma may not: it stands in figures."""
_WORD = pattern(r"[^\W_]+")
_LABELS = frozenset(
    _WORD.findall(
        "born birth date dob passport pass id card no nr num numero number national identity document file "
        "case tel telephone phone mobile cell fax whatsapp signal telegram email mail iban account ssn tax "
        "permit visa licence license plate ne nacido nacida"
    )
)
"""Words that say what a number is; the text may leave them out."""
_SEVERAL = pattern(r"\s*[,;]\s*|\s+(?:or|and)\s+|\s+/\s+")
_LOCAL = 7
"""The digits of a telephone number that are left without the codes of country and town."""
_LONG = 8
"""Digits from which a number without letters may have lost its codes, as a telephone number does."""
_ALONE = 6
"""Letters and digits from which a number is somebody's mark, whatever it is called beside it."""
_THOUSANDS = pattern(r"\d\s\d{3}\s\d{3}")
_GOES_ON = pattern(r"[\d+)][\s()./-]{0,3}$")
_MAIL = pattern(r"[^\s@]+@[^\s@]+")
_PROFILE = pattern(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,}/\S+)")
_HANDLE = pattern(r"@?[\w.-]{3,}")
_PART = pattern(r"[\w.+-]")
_AT_OR_DOT = pattern(r"[\s(\[{<]+(?:at|dot|punkt|punto|point|ponto|arobase|arroba|a)[\s)\]}>]+")
_SIGN_SPELT = {"at": "@", "arobase": "@", "arroba": "@", "a": "@"}


def number_stands(value: str, text: str) -> bool:
    """Return whether the number *value* stands in *text*, both folded, by its digits and letters alone.

    Blanks, hyphens, dots, slashes and brackets do not count, and neither does what the value calls itself. A
    long number of digits alone is found without the codes of country and town.
    """
    return any(_one_stands(one, text) for one in _numbers_of(value))


def _numbers_of(value: str) -> list[str]:
    """Return the letters and digits of each number in *value*, which may hold several."""
    parts = _SEVERAL.split(value)
    several = len(parts) > 1 and all(sum(map(str.isdigit, part)) >= _LOCAL for part in parts)
    numbers = []
    for part in parts if several else [value]:
        words = _WORD.findall(part)
        told = [word for word in words if word not in _LABELS]
        # A short number alone may be any figure: it counts only with what it calls itself.
        numbers.append("".join(told if len("".join(told)) >= _ALONE else words))
    return numbers


def _one_stands(number: str, text: str) -> bool:
    if not any(map(str.isdigit, number)):
        return False
    first, *others = map(re.escape, number)
    # What stands before is looked at after the first letter: so the search leaps from letter to letter.
    whole = _BETWEEN.join([rf"{first}(?<![^\W_]{first})", *others])
    if re.search(rf"{whole}(?![^\W_])", text):
        return True
    if not number.isdigit() or len(number) < _LOCAL:
        return False
    local = _BETWEEN.join(number[-_LOCAL:])
    if len(number) > _LONG:
        return any(not _is_figure(one) for one in re.finditer(rf"{local}(?!\d)", text))
    digits = _BETWEEN.join(number)
    return bool(re.search(rf"[+0](?<![^\W_].)[\d\s()./-]{{0,12}}?{digits}(?!\d)", text))


def _is_figure(found: re.Match[str]) -> bool:
    """Return whether what was found is a figure, such as 1 234 567, and no part of a longer number."""
    before = found.string[max(found.start() - 4, 0) : found.start()]
    return bool(_THOUSANDS.fullmatch(found[0])) and not _GOES_ON.search(before)


def address_of(value: str) -> str:
    """Return what to look for of an e-mail address, a profile or a handle; nothing where *value* is none."""
    text = folded(value.strip())
    if mail := _MAIL.search(text):
        return mail[0].strip(".,;<>()")
    if profile := _PROFILE.search(text):
        return profile[1].rstrip("/.,;")
    return text if text.startswith("@") and _HANDLE.fullmatch(text) else ""


def address_stands(address: str, text: str) -> bool:
    """Return whether *address* stands in the folded *text*: as it is, spelt out, or by the name at its end.

    "name (at) host [dot] org" is an e-mail address; "@name" and "other.site/name" are the same profile.
    """
    if "@" in address[1:]:
        return _bounded(address, text) or _bounded(address, _signs(text))
    handle = re.split(r"[/@=]", address)[-1]
    if "/" in address and _bounded(address, text):
        return True
    if len(handle) < 3:
        return False
    marked = any(not letter.isalpha() for letter in handle)
    places = (found.start() for found in re.finditer(rf"{re.escape(handle)}(?![\w-])", text))
    if not marked:
        return any(text[place - 1 : place] in ("@", "/", "=") for place in places)
    return any(not place or not _PART.match(text[place - 1]) for place in places)


@lru_cache(maxsize=4)
def _signs(text: str) -> str:
    """Return *text* with an "at" and a "dot" that are spelt out as the signs that they stand for."""
    return _AT_OR_DOT.sub(lambda found: _SIGN_SPELT.get(_WORD.findall(found[0])[0], "."), text)


def _bounded(address: str, text: str) -> bool:
    places = (found.start() for found in re.finditer(rf"{re.escape(address)}(?![\w-])", text))
    return any(not place or not _PART.match(text[place - 1]) for place in places)
