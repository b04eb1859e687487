"""Telephone numbers and e-mail addresses in a text."""

from collections.abc import Iterator

from drafter.model.kinds import ASKING_KINDS
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission

CONTACT_IN_TEXT = RemarkType(
    "contact-in-text",
    "people",
    "warning",
    "No text has a telephone number or an e-mail address. Those of the submitters are under the title.",
    "A number in a pasted message leads to whoever sent it.",
    bad="She was released on Monday. Call my brother: +1 212 555 0123.",
    good="She was released on Monday, after 540 days and 1 200 000 in bail.",
    example="paragraph",
)
TYPES = (CONTACT_IN_TEXT,)
_EMAIL = pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = pattern(
    r"(?<![\w.,/:–-])(?:(?:\+|\b00)\(?\d{1,4}\)?|\(?\d{2,5}\)?)(?:[ .-]?\(?\d{2,5}\)?){1,5}"
    r"(?![\w/:–-]|[.,]\d)"
)
_THOUSANDS = pattern(r"\d{1,3}(?:[ .]\d{3})+")
_DATE_OR_YEARS = pattern(r"\d{4}-\d\d-\d\d|\d{1,2}[ .-]\d{1,2}[ .-](?:\d{4}|\d\d)|\d{4}[ -]\d{4}|\d{4}-\d\d")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
"""Digits of a telephone number: E.164 allows 15, and no number that is dialled from afar has fewer than 8."""


def check_contacts(passage: Passage, submission: Submission) -> Iterator[Remark]:  # noqa: ARG001
    """Yield a remark on a telephone number or an e-mail address in a text.

    Of a Word file only the stories are searched: its paragraphs may be those that print the contact.
    """
    if passage.role not in (("paragraph", "case", "fact", *ASKING_KINDS) if passage.path else ("case",)):
        return
    kinds = []
    if any(map(_is_telephone, _NUMBER.findall(passage.text))):
        kinds.append("A telephone number")
    if _EMAIL.search(passage.text):
        kinds.append("An e-mail address")
    for kind in kinds:
        yield CONTACT_IN_TEXT.remark(
            passage.place,
            f"{kind} is in the text.",
            "Take it out: everybody who gets the document can use it.",
            path=passage.path,
        )


def _is_telephone(number: str) -> bool:
    """Return whether the digits *number* may be dialled, and are no amount, date or span of years."""
    digits = sum(map(str.isdecimal, number))
    is_other = _THOUSANDS.fullmatch(number) or _DATE_OR_YEARS.fullmatch(number)
    has_marks = number[:1] in "+0(" or " " in number or "-" in number
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not is_other and has_marks
