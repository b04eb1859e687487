"""The search of a text for private details of cases. Pure: it takes a text and yields the keys of cases."""

from collections.abc import Iterator

from drafter.frozen import frozen
from drafter.privacy.matching import FoldedText, contains, contains_part_of_name, is_name
from drafter.privacy.private_file import NAME, NOT_PRINTED, Secrets


@frozen
class HarmlessWords:
    """Words that do not point to a person although a part of a name may be spelt like them."""

    names: tuple[str, ...] = ()
    """The names of organisations, States and authorities."""
    pseudonyms: str = ""
    """The pseudonyms of the cases, in one text."""
    ordinary: str = ""
    """Ordinary words. They still point to a person if they are written like a name within a sentence."""


NO_HARMLESS_WORDS = HarmlessWords()


def distinctive(private: Secrets) -> dict[str, dict[str, str]]:
    """Return the details of *private* that cannot mean anybody else: names, numbers and several words.

    Any text may have a single word such as "sister", so these are left out, unless it is a name.
    """
    return {
        key: {
            kind: value
            for kind, value in case.items()
            if kind == NAME or key == NOT_PRINTED or len(value.split()) > 1 or not value.isalpha()
        }
        for key, case in private.items()
    }


def leaking_cases(text: str, private: Secrets, allowed: frozenset[str]) -> Iterator[str]:
    """Yield the key of each case of which *text* contains a private detail.

    The text may contain the names of the cases *allowed*. The search ignores letter case and accents. It
    finds names in another order ("Goldfinch, Canaria") and without the middle name, identifiers with other
    spaces and hyphens, and dates of birth in any usual form.
    """
    folded = FoldedText.of(text)
    for key, case in private.items():
        details = (value for kind, value in case.items() if not (kind == NAME and key in allowed))
        if any(contains(folded, value) for value in details):
            yield key


def hinted_cases(
    text: str, private: Secrets, allowed: frozenset[str], harmless: HarmlessWords = NO_HARMLESS_WORDS
) -> Iterator[str]:
    """Yield the key of each case of which *text* may contain a part of a name, such as a surname.

    The text may contain the names of the cases *allowed*. Words within one of the *harmless* names, and words
    of pseudonyms, are never taken for a part of a name.
    """
    folded = FoldedText.of(text).without(harmless.names)
    excluded = FoldedText.of(harmless.pseudonyms).vocabulary
    ordinary = FoldedText.of(harmless.ordinary).vocabulary
    for key, case in private.items():
        names = (
            value
            for kind, value in case.items()
            if is_name(value, certain=kind == NAME) and not (kind == NAME and key in allowed)
        )
        if any(contains_part_of_name(folded, name, excluded, ordinary) for name in names):
            yield key
