"""What can identify a person in spite of a changed name: pseudonyms, children, spoken consent. Pure."""

from drafter.language.english import SCREEN
from drafter.language.language import Language
from drafter.patterns import pattern

_NUMBERED = pattern(r"\w+ (?:[Nn]o\.? ?)?\d+")
"""A pseudonym that only numbers the person: ``Person 3``, ``Witness No. 12``."""
_INITIAL = pattern(r"\b[A-Z]\.")
_INITIALS_ALONE = pattern(r"[A-Z](?:[ .-]?[A-Z]){1,2}")
_ROLES = (
    "Person|Witness|Woman|Man|Girl|Boy|Child|Patient|Prisoner|Detainee|Case|Family|Group|Member|Client|Applicant"
    "|Author|Victim|Mother|Father"
)
_NAME_AND_LETTER = pattern(rf"(?!(?:{_ROLES})\b)[A-Z][^\W\d_]+ [A-Z]")
"""A first name and the first letter of the surname: ``Mira K``. ``Person A`` is none."""
_WORD = pattern(r"[^\W\d_]+")
ADULT_AGE = 18


def reveals_person(pseudonym: str, language: Language = SCREEN) -> bool:
    """Return whether *pseudonym* combines a number, an age or an initial with a place or a role.

    ``K., 19, Zenda`` and ``father of three, 40`` do; ``Mira``, ``Person 3`` and ``a woman of 34`` do not.
    """
    if _NUMBERED.fullmatch(pseudonym.strip()):
        return False
    words = language.review_words().people()
    initials = len(_INITIAL.findall(pseudonym))
    rest = words.numbers.sub(" ", _INITIAL.sub(" ", pseudonym))
    other_words = [word for word in _WORD.findall(rest) if word.casefold() not in words.unspecific]
    if words.numbers.search(pseudonym):
        return bool(initials or other_words)
    return bool(initials) and any(word[0].isupper() for word in other_words)


def has_initials(pseudonym: str) -> bool:
    """Return whether *pseudonym* has or is initials: ``L.K.``, ``LK``, ``D.K. from Hentzau``, ``Mira K.``.

    ``Person A`` and ``Witness B.`` have none.
    """
    name = " ".join(pseudonym.split()).rstrip(".")
    return bool(_INITIALS_ALONE.fullmatch(name) or _INITIAL.search(name) or _NAME_AND_LETTER.fullmatch(name))


def mentions_child(text: str, language: Language = SCREEN) -> bool:
    """Return whether *text* tells of a child: a word such as "daughter", or an age under 18.

    Children in general, the rights of the child, grown-up children and somebody's own childhood do not count.
    """
    words = language.review_words().people()
    of_somebody = words.no_child.sub(" … ", " ".join(text.split()))
    ages = (int(match[match.lastindex or 0]) for match in words.young.finditer(of_somebody))
    return bool(words.child.search(of_somebody)) or any(age < ADULT_AGE for age in ages)


def is_only_oral(given: str, language: Language = SCREEN) -> bool:
    """Return whether *given*, which says how somebody agreed, mentions speech but no writing."""
    words = language.review_words().people()
    return bool(words.oral.search(given)) and not words.in_writing.search(given)
