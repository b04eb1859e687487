"""Words and addresses of a page on the web in a pasted text: finding them and taking them out."""

from drafter.language.language import Language
from drafter.patterns import pattern

_TRACKING = pattern(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)=[^&#\s]*")
_FIRST_OF_QUERY = pattern(r"\?&+")
_LAST_OF_QUERY = pattern(r"[?&]+(?=#|$)")
_DOUBLE = pattern(r"&&+")


def web_words(text: str, language: Language) -> tuple[str, ...]:
    """Return the parts of *text* that belong to the page from which it was pasted, in order."""
    return tuple(match[0].strip() for match in language.placeholders.web_page.finditer(text))


def without_web_words(text: str, language: Language) -> str:
    """Return *text* without the parts that belong to the page from which it was pasted."""
    return " ".join(language.placeholders.web_page.sub(" ", text).split())


def without_tracking(address: str) -> str:
    """Return a web *address* without the parts by which the page follows its readers."""
    shorter = _DOUBLE.sub("&", _TRACKING.sub("", address))
    return _LAST_OF_QUERY.sub("", _FIRST_OF_QUERY.sub("?", shorter))
