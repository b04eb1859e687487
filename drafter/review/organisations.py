"""Checks of the organisations that submit: how many they are, and how the body can reach them."""

from collections.abc import Iterator

from drafter.model.answers import Organisation
from drafter.model.remark import Remark
from drafter.patterns import pattern
from drafter.review.submission import Submission

_MAIL = pattern(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_YEAR = pattern(r"(?:.*[^\d])?(?:1\d|20)\d\d")
"""A year, or a text that ends in one: it is printed as "founded in May 1998"."""
_FEWEST_DIGITS = 5
"""The digits of the shortest telephone number."""
PLACE = "the organisations"


def check_organisations(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the number of confirmed organisations, on those left out, and on contact details."""
    organisations = submission.answers.organisations
    confirmed = [organisation for organisation in organisations if organisation.status == "confirmed"]
    yield from _number(len(confirmed), submission.rules.organisations)
    others = [organisation for organisation in organisations if organisation not in confirmed]
    if others:
        names = ", ".join(organisation.name or "an organisation without a name" for organisation in others)
        yield Remark(
            "organisation-not-printed",
            "note",
            PLACE,
            f"The document does not name organisations that have not agreed: {names}.",
            "Set an organisation to confirmed when it agrees.",
        )
    contacts = [organisation.contact for organisation in confirmed]
    if confirmed and not any(contact.email or contact.phone for contact in contacts):
        yield Remark(
            "contact-missing",
            "warning",
            PLACE,
            "Nobody can reach you: there is no e-mail address and no telephone number.",
            "Add an e-mail address that is safe to share.",
        )
    for organisation in confirmed:
        yield from _faulty_details(organisation)


def _number(confirmed: int, allowed: str) -> Iterator[Remark]:
    """Yield an error if the number of *confirmed* organisations is not *allowed*: one, several or any."""
    if not confirmed:
        yield Remark(
            "organisation-missing",
            "error",
            PLACE,
            "No organisation is confirmed, so nobody submits the document.",
            "Add an organisation, or set one to confirmed.",
        )
    if allowed == "several" and confirmed == 1:
        yield Remark(
            "joint-of-one",
            "error",
            PLACE,
            "A joint submission needs at least two confirmed organisations. There is only one, so the word "
            "limit for one organisation applies.",
            "Confirm another organisation, or change the document to the submission of one organisation.",
        )
    if allowed == "one" and confirmed > 1:
        yield Remark(
            "not-joint",
            "error",
            PLACE,
            f"This document is for one organisation, but {confirmed} are confirmed.",
            "Choose the joint submission, or keep only one organisation.",
        )


def _faulty_details(organisation: Organisation) -> Iterator[Remark]:
    """Yield a remark on an e-mail address, a telephone number or a year of foundation that cannot be one."""
    place = organisation.name or "an organisation"
    mail = (organisation.contact.email or "").strip()
    if mail and not _MAIL.fullmatch(mail):
        yield Remark(
            "e-mail-odd",
            "error",
            place,
            f"“{mail}” is not an e-mail address.",
            "Write one address with one @ and no spaces: office@example.org.",
        )
    phone = (organisation.contact.phone or "").strip()
    if phone and sum(character.isdigit() for character in phone) < _FEWEST_DIGITS:
        yield Remark(
            "telephone-odd",
            "warning",
            place,
            f"“{phone}” is not a telephone number.",
            "Write it with the country code: +41 22 000 00 00.",
        )
    founded = str("" if organisation.founded is None else organisation.founded).strip()
    if founded and not _YEAR.fullmatch(founded):
        yield Remark(
            "founded-odd",
            "error",
            place,
            f"The document says “founded in {founded}”, which does not end in a year.",
            "Write the year with four digits, or leave it out.",
        )
