"""Signs by which a person can be found although the name is changed. Pure: text in, yes or no out."""

import re

from drafter.patterns import pattern

_COUNT = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven"
    "|eight|nine))?"
)
_AGE = pattern(rf"\b(?:\d{{1,2}}|{_COUNT})\b", re.IGNORECASE)
_NUMBERED = pattern(r"\w+ (?:no\.? ?)?\d+", re.IGNORECASE)
"""A person that is only numbered: ``Person 3``, ``Witness No. 12``."""
_INITIAL = pattern(r"\b[A-Z]\.")
_WORD = pattern(r"[^\W\d_]+")
_SAYS_LITTLE = frozenset(
    _WORD.findall(
        "a an the of in her his their is aged age old young year years person people man men woman women "
        "male female trans boy girl adult child no about"
    )
)
"""Words that tell nobody apart, even beside an age."""

_CHILD = pattern(
    r"\b(?:grand)?(?:daughter|son|child)(?:ren|s)?\b|\b(?:baby|babies|infants?|toddlers?|newborns?|kids?|boys?|girls?"
    r"|minors|pupils?|teenagers?|schoolboys?|schoolgirls?|twins)\b|\bmonths? old\b",
    re.IGNORECASE,
)
_YEARS = pattern(
    r"\b(\d{1,2})[- ]years?[- ]old\b|\b(\d{1,2}) years of age\b|\baged (\d{1,2})\b", re.IGNORECASE
)
ADULT = 18

_BY_WORD = pattern(
    r"\b(?:by word|word of mouth|oral|orally|verbal|verbally|by (?:tele)?phone|spoken)\b", re.IGNORECASE
)
_IN_WRITING = pattern(r"\b(?:in writing|written|signed|signature|by (?:e-?mail|letter))\b", re.IGNORECASE)


def tells_who(pseudonym: str) -> bool:
    """Return whether *pseudonym* gives a person away: an age or number beside a place, a role or an initial.

    ``K., 19, Zenda`` and ``father of three, 40`` do; ``Mira``, ``Person 3`` and ``a woman of 34`` do not.
    """
    if _NUMBERED.fullmatch(pseudonym.strip()):
        return False
    initials = len(_INITIAL.findall(pseudonym))
    numbers = _AGE.findall(pseudonym)
    rest = _AGE.sub(" ", _INITIAL.sub(" ", pseudonym))
    others = [word for word in _WORD.findall(rest) if word.casefold() not in _SAYS_LITTLE]
    if numbers:
        return bool(initials or others)
    return bool(initials) and any(word[0].isupper() for word in others)


def mentions_child(text: str) -> bool:
    """Return whether *text* seems to speak of a child: "daughter" and the like, or an age under 18."""
    ages = (int(next(filter(None, found))) for found in _YEARS.findall(text))
    return bool(_CHILD.search(text)) or any(age < ADULT for age in ages)


def by_word_only(given: str) -> bool:
    """Return whether *given*, on how somebody agreed, says by word and nothing of writing."""
    return bool(_BY_WORD.search(given)) and not _IN_WRITING.search(given)
