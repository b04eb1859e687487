"""Checks of the organisations that submit: how many they are, and how the body can reach them."""

from collections.abc import Iterator

from drafter.model.answers import Organisation
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

_MAIL = pattern(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_YEAR = pattern(r"(?:.*[^\d])?(?:1\d|20)\d\d")
"""A year, or a text that ends in one: it is printed as "founded in May 1998"."""
_FEWEST_DIGITS = 5
"""The digits of the shortest telephone number."""
PLACE = "the organisations"

NOT_PRINTED = RemarkType(
    "organisation-not-printed",
    "form",
    "note",
    "A document names only organisations that have agreed.",
    "No body has such a rule: an organisation named without its consent can be put at risk.",
    bad="organisations: [{name: House of Examples, what: A network}, {name: Street Nurses, status: invited}]",
    good="organisations: [{name: House of Examples, what: A network}]",
)
MISSING = RemarkType(
    "organisation-missing",
    "form",
    "error",
    "A document says who submits it.",
    "The rules of every body in the library ask who submits.",
    bad="organisations: [{name: House of Examples, status: invited}]",
    good="organisations: [{name: House of Examples, status: confirmed}]",
)
CONTACT_MISSING = RemarkType(
    "contact-missing",
    "form",
    "warning",
    "The body can reach the organisations by e-mail or telephone.",
    "The guidelines of the Universal Periodic Review and of most committees ask for contact details.",
    bad="organisations: [{name: House of Examples, what: A network}]",
    good="organisations: [{name: House of Examples, what: A network, contact: {email: a@house.example}}]",
    other_levels="an error if the body certainly requires it",
)
JOINT_OF_ONE = RemarkType(
    "joint-of-one",
    "form",
    "error",
    "A joint submission has at least two confirmed organisations.",
    "The guidelines of the Universal Periodic Review give joint submissions a limit of their own.",
    bad="document: upr/joint",
    good="""
    document: upr/joint
    organisations: [{name: House of Examples, role: lead, what: A network}, {name: Nurses, what: A group}]
    """,
)
NOT_JOINT = RemarkType(
    "not-joint",
    "form",
    "error",
    "A submission for one organisation names one.",
    "The guidelines of the Universal Periodic Review: several organisations file a joint submission.",
    bad="organisations: [{name: House of Examples, what: A network}, {name: Nurses, what: A group}]",
    good="organisations: [{name: House of Examples, what: A network}]",
)
E_MAIL_ODD = RemarkType(
    "e-mail-odd",
    "form",
    "error",
    "An e-mail address has one @, a domain and no spaces.",
    "No body has such a rule: a secretariat that cannot reach you cannot ask you anything.",
    bad="organisations: [{name: House of Examples, what: A network, contact: {email: office at house}}]",
    good="organisations: [{name: House of Examples, what: A network, contact: {email: a@house.example}}]",
)
TELEPHONE_ODD = RemarkType(
    "telephone-odd",
    "form",
    "warning",
    "A telephone number has digits, with the code of the country.",
    "No body has such a rule: a secretariat that cannot reach you cannot ask you anything.",
    bad="organisations: [{name: House of Examples, what: A network, contact: {phone: the office}}]",
    good="organisations: [{name: House of Examples, what: A network, contact: {phone: +41 22 000 00 00}}]",
)
FOUNDED_ODD = RemarkType(
    "founded-odd",
    "form",
    "error",
    "The year in which an organisation was founded is a year.",
    "The guidelines of the Universal Periodic Review ask when an organisation was founded.",
    bad="organisations: [{name: House of Examples, what: A network, founded: long ago}]",
    good="organisations: [{name: House of Examples, what: A network, founded: 2009}]",
)
TYPES = (
    NOT_PRINTED, MISSING, CONTACT_MISSING, JOINT_OF_ONE, NOT_JOINT, E_MAIL_ODD, TELEPHONE_ODD, FOUNDED_ODD,
)  # fmt: skip
PATH = ("organisations",)


def check_organisations(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the number of confirmed organisations, on those left out, and on contact details."""
    organisations = submission.answers.organisations
    confirmed = [organisation for organisation in organisations if organisation.status == "confirmed"]
    yield from _number(len(confirmed), submission.rules.organisations)
    others = [organisation for organisation in organisations if organisation not in confirmed]
    if others:
        names = ", ".join(organisation.name or "an organisation without a name" for organisation in others)
        yield NOT_PRINTED.remark(
            PLACE,
            f"The document does not name organisations that have not agreed: {names}.",
            "Set an organisation to confirmed when it agrees.",
        )
    contacts = [organisation.contact for organisation in confirmed]
    if confirmed and not any(contact.email or contact.phone for contact in contacts):
        required = submission.rules.required
        needs_contact = isinstance(required.value, tuple) and "contact" in required.value
        is_certain = needs_contact and required.confidence == "high"
        yield CONTACT_MISSING.remark(
            PLACE,
            "Nobody can reach you: there is no e-mail address and no telephone number.",
            "Add an e-mail address that is safe to share.",
            level="error" if is_certain else "warning",
        )
    for number, organisation in enumerate(organisations):
        if organisation in confirmed:
            yield from _faulty_details(organisation, (*PATH, number))


def _number(confirmed: int, allowed: str) -> Iterator[Remark]:
    """Yield an error if the number of *confirmed* organisations is not *allowed*: one, several or any."""
    if not confirmed:
        yield MISSING.remark(
            PLACE,
            "No organisation is confirmed, so nobody submits the document.",
            "Add an organisation, or set one to confirmed.",
        )
    if allowed == "several" and confirmed == 1:
        yield JOINT_OF_ONE.remark(
            PLACE,
            "A joint submission needs at least two confirmed organisations. There is only one, so the word "
            "limit for one organisation applies.",
            "Confirm another organisation, or change the document to the submission of one organisation.",
        )
    if allowed == "one" and confirmed > 1:
        yield NOT_JOINT.remark(
            PLACE,
            f"This document is for one organisation, but {confirmed} are confirmed.",
            "Choose the joint submission, or keep only one organisation.",
            path=PATH,
        )


def is_email(text: str) -> bool:
    """Return whether *text* is one e-mail address."""
    return _MAIL.fullmatch(text) is not None


def is_telephone(text: str) -> bool:
    """Return whether *text* has the digits of a telephone number."""
    return sum(character.isdigit() for character in text) >= _FEWEST_DIGITS


def _faulty_details(organisation: Organisation, path: KeyPath) -> Iterator[Remark]:
    """Yield a remark on an e-mail address, a telephone number or a year of foundation that cannot be one."""
    place = organisation.name or "an organisation"
    mail = (organisation.contact.email or "").strip()
    if mail and not is_email(mail):
        yield E_MAIL_ODD.remark(
            place,
            f"“{mail}” is not an e-mail address.",
            "Write one address with one @ and no spaces: office@example.org.",
            path=(*path, "contact", "email"),
        )
    phone = (organisation.contact.phone or "").strip()
    if phone and not is_telephone(phone):
        yield TELEPHONE_ODD.remark(
            place,
            f"“{phone}” is not a telephone number.",
            "Write it with the country code: +41 22 000 00 00.",
            path=(*path, "contact", "phone"),
        )
    founded = str("" if organisation.founded is None else organisation.founded).strip()
    if founded and not _YEAR.fullmatch(founded):
        yield FOUNDED_ODD.remark(
            place,
            f"The document says “founded in {founded}”, which does not end in a year.",
            "Write the year with four digits, or leave it out.",
            path=(*path, "founded"),
        )
