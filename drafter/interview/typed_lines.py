"""Lines of several parts about an organisation: its place and year, its contact; pure parsing."""

from drafter.frozen import frozen
from drafter.patterns import pattern

_BREAK = pattern(r"\s*[,;]\s*")
_YEAR_AT_END = pattern(
    r"(?P<before>.*?)[\s(]*\b(?:(?:was )?(?:founded|established|created|set up)\s*)?(?:in\s+|since\s+)?"
    r"(?P<month>(?:[^\W\d_]{3,9}\.?\s+)?)(?P<year>(?:19|20)\d\d)\)?"
)
_DIGIT_OR_LOOK_ALIKE = pattern(r"(?i)(?=.*\d)[\doil]{3,5}s?")
"""Finds what was meant as a year: ``2o12``, ``20l4``, ``201``."""
_MAIL_IN_WORDS = pattern(r"<?(?P<mail>[^\s@<>,;]+@[^\s@<>,;]+)>?")


@frozen
class Place:
    """What a line says about where an organisation is; a part that it does not have is empty."""

    city: str
    country: str = ""
    founded: str = ""


def read_place(text: str, months: frozenset[str] = frozenset()) -> Place:
    """Return the parts of *text*: ``Zenda, Ruritania, since 2009``. *months* are names of months, small.

    A comma at the beginning says that there is no town. One part alone is the city.
    """
    line, founded = text.strip().rstrip("."), ""
    if match := _YEAR_AT_END.fullmatch(line):
        month = match["month"].strip()
        is_month = month.rstrip(".").lower() in months
        founded = f"{month} {match['year']}" if is_month else match["year"]
        line = match["before"] if is_month or not month else f"{match['before']} {month}"
    parts = [part.strip() for part in _BREAK.split(line)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    country = parts.pop() if len(parts) > 1 else ""
    return Place(", ".join(part for part in parts if part), country, founded)


def odd_year(text: str) -> str:
    """Return the part of a place that was meant as a year and is none, ``""`` if there is none."""
    parts = [part for part in _BREAK.split(text.strip()) if part]
    words = parts[-1].split() if parts else []
    last = words[-1] if words else ""
    is_year = _YEAR_AT_END.fullmatch(text.strip()) is not None
    if last.isdecimal() and not is_year and len(words) == 1:
        return last
    return last if _DIGIT_OR_LOOK_ALIKE.fullmatch(last) and not last.isdecimal() and not is_year else ""


def contact_parts(text: str) -> list[str]:
    """Return the parts of a contact line: an e-mail address is a part also without a comma before it."""
    parts: list[str] = []
    for part in (each.strip() for each in text.replace(";", ",").split(",")):
        mails = list(_MAIL_IN_WORDS.finditer(part))
        if len(mails) == 1 and mails[0][0] != part:
            rest = f"{part[: mails[0].start()]} {part[mails[0].end() :]}"
            parts += [" ".join(rest.split()).strip(" -–:"), mails[0]["mail"]]
        else:
            parts.append(mails[0]["mail"] if len(mails) == 1 else part)
    return [part for part in parts if part]
