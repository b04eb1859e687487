"""Who submits: as many as the document takes, each as it can be reached."""

from collections.abc import Iterator

from drafter.model.answers import Organisation
from drafter.model.remark import Remark
from drafter.patterns import pattern
from drafter.review.submission import Submission

_MAIL = pattern(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_YEAR = pattern(r"(?:.*[^\d])?(?:1\d|20)\d\d")
"""A year, with a month or a word before it: the sentence is "founded in May 1998"."""
_FIRST_DIGITS = 5
"""As few digits as a telephone number can have."""


def check_organisations(submission: Submission) -> Iterator[Remark]:
    """Yield what is to be said of the organisations that submit."""
    answers, rules = submission.answers, submission.rules
    place = "the organisations"
    confirmed = [one for one in answers.organisations if one.status == "confirmed"]
    left_out = [one.name or "one without a name" for one in answers.organisations if one not in confirmed]
    if not confirmed:
        yield Remark(
            "organisation-missing",
            "error",
            place,
            "Nobody submits it: no organisation is confirmed.",
            "Add one, or set one to confirmed.",
        )
    if rules.organisations == "several" and len(confirmed) == 1:
        yield Remark(
            "joint-of-one",
            "error",
            place,
            "A joint submission needs two confirmed organisations. There is one, and its word limit holds.",
            "Confirm another, or change the document to the submission of one organisation.",
        )
    if rules.organisations == "one" and len(confirmed) > 1:
        yield Remark(
            "not-joint",
            "error",
            place,
            f"This document is of one organisation; {len(confirmed)} are confirmed.",
            "Choose the joint submission, or leave one organisation.",
        )
    if left_out:
        yield Remark(
            "organisation-not-printed",
            "note",
            place,
            f"Not named in it, for want of their agreement: {', '.join(left_out)}.",
            "Set one to confirmed when it has agreed.",
        )
    if confirmed and not any(one.contact.email or one.contact.phone for one in confirmed):
        yield Remark(
            "contact-missing",
            "warning",
            place,
            "Nobody can be reached: there is no e-mail address and no telephone number.",
            "Add an e-mail address that is safe to be known.",
        )
    for one in confirmed:
        yield from _odd(one)


def _odd(one: Organisation) -> Iterator[Remark]:
    """Yield an error for each thing about an organisation that cannot be what it is given as."""
    place = one.name or "an organisation"
    mail = (one.contact.email or "").strip()
    if mail and not _MAIL.fullmatch(mail):
        yield Remark(
            "e-mail-odd",
            "error",
            place,
            f"“{mail}” is no e-mail address.",
            "It has one @ and no blanks: office@example.org.",
        )
    phone = (one.contact.phone or "").strip()
    if phone and sum(letter.isdigit() for letter in phone) < _FIRST_DIGITS:
        yield Remark(
            "telephone-odd",
            "warning",
            place,
            f"“{phone}” is no telephone number.",
            "Write it with the code of the country: +41 22 000 00 00.",
        )
    founded = str("" if one.founded is None else one.founded).strip()
    if founded and not _YEAR.fullmatch(founded):
        yield Remark(
            "founded-odd",
            "error",
            place,
            f"It is printed as “founded in {founded}”, which does not end in a year.",
            "Write the year in four digits, or leave it out.",
        )
