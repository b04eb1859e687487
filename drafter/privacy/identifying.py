"""Details that can identify a person in spite of a changed name. Pure: each function tests a text."""

import re

from drafter.patterns import pattern

_COUNT = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven"
    "|eight|nine))?"
)
_AGE = pattern(rf"\b(?:\d{{1,2}}|{_COUNT})\b", re.IGNORECASE)
_NUMBERED = pattern(r"\w+ (?:no\.? ?)?\d+", re.IGNORECASE)
"""A pseudonym that only numbers the person: ``Person 3``, ``Witness No. 12``."""
_INITIAL = pattern(r"\b[A-Z]\.")
_WORD = pattern(r"[^\W\d_]+")
_UNSPECIFIC = frozenset(
    _WORD.findall(
        "a an the of in her his their is aged age old young year years person people man men woman women "
        "male female trans boy girl adult child no about"
    )
)
"""Words that do not identify anybody, even together with an age."""

_CHILD = pattern(
    r"\b(?:grand)?(?:daughter|son|child)(?:ren|s)?\b|\b(?:baby|babies|infants?|toddlers?|newborns?|kids?|boys?|girls?"
    r"|minors|pupils?|teenagers?|schoolboys?|schoolgirls?|twins)\b|\bmonths? old\b",
    re.IGNORECASE,
)
_AGED = pattern(
    r"\b(\d{1,2})[- ]years?[- ]old\b|\b(\d{1,2}) years of age\b|\baged (\d{1,2})\b", re.IGNORECASE
)
ADULT_AGE = 18

_ORAL = pattern(
    r"\b(?:by word|word of mouth|oral|orally|verbal|verbally|by (?:tele)?phone|spoken)\b", re.IGNORECASE
)
_IN_WRITING = pattern(r"\b(?:in writing|written|signed|signature|by (?:e-?mail|letter))\b", re.IGNORECASE)


def reveals_person(pseudonym: str) -> bool:
    """Return whether *pseudonym* combines a number, an age or an initial with a place or a role.

    ``K., 19, Zenda`` and ``father of three, 40`` do; ``Mira``, ``Person 3`` and ``a woman of 34`` do not.
    """
    if _NUMBERED.fullmatch(pseudonym.strip()):
        return False
    initials = len(_INITIAL.findall(pseudonym))
    numbers = _AGE.findall(pseudonym)
    rest = _AGE.sub(" ", _INITIAL.sub(" ", pseudonym))
    other_words = [word for word in _WORD.findall(rest) if word.casefold() not in _UNSPECIFIC]
    if numbers:
        return bool(initials or other_words)
    return bool(initials) and any(word[0].isupper() for word in other_words)


def mentions_child(text: str) -> bool:
    """Return whether *text* seems to mention a child: a word such as "daughter", or an age under 18."""
    ages = (int(next(filter(None, groups))) for groups in _AGED.findall(text))
    return bool(_CHILD.search(text)) or any(age < ADULT_AGE for age in ages)


def is_only_oral(given: str) -> bool:
    """Return whether *given*, which says how somebody agreed, mentions speech but no writing."""
    return bool(_ORAL.search(given)) and not _IN_WRITING.search(given)
