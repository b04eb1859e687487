"""Names of States, bodies and themes as the store compares them, and the labels that stand for them."""

from drafter.patterns import pattern
from drafter.search import without_accents

COUNTRY, MADE_BY, BODY, THEME, GROUP, GOAL, SESSION, POSITION, KIND = "cmbtgospk"
"""The letter of the labels of each kind of name. A label such as ``c12`` is indexed like a word."""

_NO_WORD = pattern(r"[\W_]+")


def folded(name: str) -> str:
    """Return *name* without capitals, accents and punctuation; ``&`` becomes ``and``."""
    return _NO_WORD.sub(" ", without_accents(name).replace("&", " and ")).strip()


def words_in(text: str) -> list[str]:
    """Return the words of *text* as the index has them before it takes off their endings."""
    return [word for word in _NO_WORD.split(without_accents(text)) if word]
