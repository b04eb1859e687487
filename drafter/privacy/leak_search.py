"""Finding what the private file holds in a text that others will read. Pure: text in, keys of cases out."""

from collections.abc import Iterator

from drafter.privacy.matching import Page, is_name, part_stands, stands
from drafter.privacy.private_file import NAME, Private


def certain(private: Private) -> dict[str, dict[str, str]]:
    """Return of *private* what points to the person alone: names, numbers, addresses, more than one word.

    A single word such as "sister" or "one" may stand in any text.
    """
    return {
        key: {
            kind: value
            for kind, value in case.items()
            if kind == NAME or len(value.split()) > 1 or not value.isalpha()
        }
        for key, case in private.items()
    }


def leaks(text: str, private: Private, allowed: frozenset[str]) -> Iterator[str]:
    """Yield each case of which something private stands in *text*; the names of *allowed* cases may.

    It is found in any case, with and without accents, in another order ("Goldfinch, Canaria"), without the
    middle name, and an identifier with other blanks and hyphens; a date of birth in any usual form.
    """
    page = Page.of(text)
    for key, case in private.items():
        sought = (value for kind, value in case.items() if not (kind == NAME and key in allowed))
        if any(stands(value, page) for value in sought):
            yield key


def hints(
    text: str,
    private: Private,
    allowed: frozenset[str],
    others: tuple[str, ...] = (),
    pseudonyms: str = "",
    ordinary: str = "",
) -> Iterator[str]:
    """Yield each case of which a part of a name may stand in *text*: a surname, a given name.

    Where a name of *others* stands whole (States, organisations, treaties) its words are no sign of a person,
    and no word of *pseudonyms* is one. The words of *ordinary* are one only where they are written as a name
    is: with a capital within a sentence.
    """
    page = Page.of(text).without(others)
    innocent, common = Page.of(pseudonyms).known, Page.of(ordinary).known
    for key, case in private.items():
        names = (
            value
            for kind, value in case.items()
            if is_name(value, certain=kind == NAME) and not (kind == NAME and key in allowed)
        )
        if any(part_stands(name, page, innocent, common) for name in names):
            yield key
