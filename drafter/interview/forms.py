"""The form that an answer must have: a date, a year, an e-mail address, a link, a symbol, a paragraph.

What is wrong is said as soon as it is typed, with an example that drafter accepts.
"""

import re
import unicodedata
from collections.abc import Callable

from drafter.dates import parse_date, years_in
from drafter.errors import Fault
from drafter.interview import forms_of_facts
from drafter.interview.typed_dates import EXAMPLE, fault_of_day, fault_of_when, has_latin_digits
from drafter.interview.typed_lines import contact_parts, odd_year
from drafter.language.english import SCREEN
from drafter.model.question import Form
from drafter.privacy.identifying import has_initials, reveals_person
from drafter.review.organisations import is_email, is_telephone

_LINK = re.compile(
    r"(?:https?://)?[^\s/@]+\.[^\s./@]{2,}(?:[/?#:]\S*)?|(?:doi:\s?)?10\.\d{4,}/\S+", re.IGNORECASE
)
_SYMBOL = re.compile(r"[^\W\d_][\w.()*-]*(?:/[\w.()*-]+)+")
_SPELT_EMAIL = re.compile(r"[a-z0-9._-]+ (?:at|\(at\)|\[at\]) [a-z0-9. -]+")
_ROMAN = re.compile(r"[ivxlc]+", re.IGNORECASE)
_ADDRESS = "An address needs one @, a dot after it and no spaces."
_LONGEST_NAME = 6
"""Words of a name or a number that is typed in groups."""
_WORDS_OF_FULL_NAME = 3
_SLASHES = re.compile(r"\s*/\s*")
EXAMPLES: dict[Form, str] = {
    "date": EXAMPLE,
    "month": "May 2023",
    "year": "2024",
    "when": EXAMPLE,
    "email": "office@example.org",
    "link": "https://www.example.org/report.pdf",
    "phone": "+41 22 000 00 00",
    "symbol": "A/HRC/32/17",
    "paragraph": "166.20",
    "reference": "A/HRC/32/17, 166.20, Norway",
    "place": "Zenda, Ruritania, 2009",
    "contact": "Ana Silva, office@example.org",
    **forms_of_facts.EXAMPLES,
    "pseudonym": "Person A",
    "names": "Ana Silva, +41 22 000 00 00",
}
"""An answer of each form, as a remedy shows it."""


def fault_of_form(form: Form, text: str) -> Fault | None:
    """Return what is wrong with *text*, which is not empty, as an answer of this *form*."""
    check = _CHECKS.get(form)
    return check(text) if check else None


def _month(text: str) -> Fault | None:
    """Return the fault of a text in which no day, no month and no year alone can be read."""
    return fault_of_day(text, is_year_enough=True)


def _year(text: str) -> Fault | None:
    """Return the fault of a text without a year, or with a day that does not exist."""
    parsed = parse_date(text, SCREEN)
    if parsed is not None and parsed.precision == "day":
        return fault_of_day(text)
    if forms_of_facts.is_address(text):
        return Fault("this is a web address, and a date is expected", f"For example: {EXAMPLES['year']}.")
    if years_in(text) and has_latin_digits(text):
        return None
    return Fault(
        "a year in four digits is expected", f"For example: {_with_latin_digits(text) or EXAMPLES['year']}."
    )


def _pseudonym(text: str) -> Fault | None:
    """Return the fault of a pseudonym with initials, or with an age or a number beside a place or a role."""
    words = text.split()
    if len(words) >= _WORDS_OF_FULL_NAME and all(word[:1].isupper() for word in words):
        return Fault(
            "this looks like a full name", f"Invent one that says nothing: {EXAMPLES['pseudonym']}, or Mira."
        )
    if not has_initials(text) and not reveals_person(text):
        return None
    return Fault(
        "initials, an age, a place or a role can show who the person is",
        f"Choose a name that says nothing. For example: {EXAMPLES['pseudonym']}, or Mira.",
    )


def _names(text: str) -> Fault | None:
    """Return the fault of a text that is no list of names and numbers, without repeating any of it."""
    longest = max((len(part.split()) for part in re.split(r"[,;]", text)), default=0)
    if longest <= _LONGEST_NAME:
        return None
    return Fault("this is longer than a name", f"Write names and numbers with commas: {EXAMPLES['names']}.")


def _email(text: str) -> Fault | None:
    if is_email(text):
        return None
    return Fault("this is not an e-mail address", f"{_ADDRESS} For example: {EXAMPLES['email']}.")


def _phone(text: str) -> Fault | None:
    if is_telephone(text):
        return None
    return Fault(
        "this is not a telephone number",
        f"Begin with the code of the country. For example: {EXAMPLES['phone']}.",
    )


def _link(text: str) -> Fault | None:
    if _LINK.fullmatch(text):
        return None
    return Fault("this is not a web address", f"It has no spaces. For example: {EXAMPLES['link']}.")


def _symbol(text: str) -> Fault | None:
    """Return the fault of a text that is no symbol of a document; a title with a number is taken too."""
    tidy = _SLASHES.sub("/", unicodedata.normalize("NFKC", text).replace("∕", "/"))
    symbols = [word.strip(",;:()") for word in tidy.split() if "/" in word and "://" not in word]
    example = f"For example: {EXAMPLES['symbol']}."
    if not symbols:
        has_number = any(
            letter.isdecimal() for letter in tidy
        )  # such as: Decision 14 (2019) of a regional body
        return None if has_number else Fault("this is not the symbol of a document", example)
    for symbol in symbols:
        if not symbol.isascii():
            return Fault("a letter of this symbol is not Latin", f"Type it again. {example}")
        if not _SYMBOL.fullmatch(symbol):
            return Fault("this is not the symbol of a document", example)
    right = " ".join(map(_in_capitals, symbols))
    if all(symbol in text for symbol in right.split()):
        return None
    return Fault("the symbol has another form", f"Type it like this: {right}")


def _in_capitals(symbol: str) -> str:
    """Return *symbol* in capitals if it is all in small letters; Add. and Corr. keep theirs."""
    return symbol.upper() if symbol == symbol.lower() else symbol


def _paragraph(text: str) -> Fault | None:
    if any(letter.isdecimal() for letter in text) and has_latin_digits(text):
        return None
    if _ROMAN.fullmatch(text.strip("(). ")):
        return None
    example = _with_latin_digits(text) or EXAMPLES["paragraph"]
    return Fault("the number of a paragraph is expected", f"For example: {example}, or 34 (b).")


# ---- lines of several parts ----


def _reference(text: str) -> Fault | None:
    """Return the fault of a line with a faulty symbol of a document, or with other digits than 0 to 9."""
    if not has_latin_digits(text):
        return Fault("use the digits 0 to 9", f"Type it like this: {_with_latin_digits(text)}")
    return _symbol(text) if "/" in unicodedata.normalize("NFKC", text).replace("∕", "/") else None


def _place(text: str) -> Fault | None:
    """Return the fault of a line that is a contact, or in which a number is no year or has other digits."""
    if "@" in text:
        return Fault("this is a contact, and a place is expected", f"For example: {EXAMPLES['place']}.")
    if not has_latin_digits(text):
        return Fault("use the digits 0 to 9", f"Type it like this: {_with_latin_digits(text)}")
    if not odd_year(text):
        return None
    return Fault("a year has four digits", f"For example: {EXAMPLES['place']}.")


def _contact(text: str) -> Fault | None:
    """Return the fault of a line with an address that is none, or with several parts and no way to write."""
    parts = contact_parts(text)
    addresses = [part for part in parts if "@" in part or _SPELT_EMAIL.fullmatch(part)]
    ways = [part for part in parts if is_email(part) or is_telephone(part) or _LINK.fullmatch(part)]
    if all(map(is_email, addresses)) and (ways or len(parts) < 2):
        return None
    wrong = next((address for address in addresses if not is_email(address)), "")
    says = f"“{wrong}” is not a complete e-mail address" if wrong else "there is no e-mail address in it"
    return Fault(says, f"{_ADDRESS} For example: {EXAMPLES['contact']}.")


def _with_latin_digits(text: str) -> str:
    """Return *text* with the digits 0 to 9 in place of others; ``""`` if it has no others."""
    if has_latin_digits(text):
        return ""
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


_CHECKS: dict[Form, Callable[[str], Fault | None]] = {
    "pseudonym": _pseudonym,
    "names": _names,
    "date": fault_of_day,
    "month": _month,
    "year": _year,
    "when": fault_of_when,
    "email": _email,
    "link": _link,
    "phone": _phone,
    "symbol": _symbol,
    "paragraph": _paragraph,
    "reference": _reference,
    "place": _place,
    "contact": _contact,
    **forms_of_facts.CHECKS,
}
