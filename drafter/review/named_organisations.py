"""The check for organisations that have not agreed to be named and that a text names all the same."""

import re
from collections.abc import Iterator

from drafter.model.answers import Answers, Organisation
from drafter.model.remark import Remark, RemarkType
from drafter.review.passages import Passage
from drafter.review.submission import Submission

NAMED = RemarkType(
    "organisation-named",
    "people",
    "error",
    "A text does not name an organisation that has declined or has not answered yet, nor its acronym, "
    "contact "
    "person or address.",
    "No body has such a rule: an organisation that is named in a document of others can be punished for it.",
    bad="""
    organisations:
      - {name: House of Examples, role: lead, what: A group., contact: {email: office@house.example}}
      - {name: Street Nurses of Zenda, acronym: SNZ, status: declined}
    summary: Together with the Street Nurses of Zenda, we visited four prisons.
    """,
    good="""
    organisations:
      - {name: House of Examples, role: lead, what: A group., contact: {email: office@house.example}}
      - {name: Street Nurses of Zenda, acronym: SNZ, status: declined}
    summary: Together with nurses, we visited four prisons.
    """,
    other_levels="a note if the organisation is the author of a source: then a text may cite what it has "
    "published",
)
TYPES = (NAMED,)
_SHORTEST_ACRONYM = 2
_WHY = {
    "declined": "has declined",
    "invited": "was invited and has not agreed yet",
    "not-asked": "has not been asked yet",
}


def check_named_organisations(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each organisation that is not confirmed and that *passage* names."""
    answers = submission.answers
    others = [entry for entry in answers.organisations if entry.status != "confirmed"]
    text = _without_confirmed(passage.text, answers) if others else ""
    for organisation in others:
        if not _is_named(organisation, text, answers):
            continue
        name = organisation.name or "an organisation without a name"
        if _has_published(organisation, answers):
            yield NAMED.remark(
                passage.place,
                f"The text names {name}, which {_WHY[organisation.status]}, and which is the author of a "
                f"source.",
                "You may cite what it has published. Do not write that it is one of you.",
                level="note",
                path=passage.path,
            )
        else:
            yield NAMED.remark(
                passage.place,
                f"The text names {name}, which {_WHY[organisation.status]}.",
                "Remove the name. If the organisation agrees, set it to confirmed.",
                path=passage.path,
            )


def _without_confirmed(text: str, answers: Answers) -> str:
    """Return *text* on one line without the names of confirmed organisations that contain another name."""
    text = " ".join(text.split())
    names = [(" ".join((entry.name or "").split()), entry.status) for entry in answers.organisations]
    others = [name.casefold() for name, status in names if name and status != "confirmed"]
    for name, status in names:
        if status == "confirmed" and any(other in name.casefold() for other in others):
            text = re.sub(re.escape(name), " … ", text, flags=re.IGNORECASE)
    return text


def _is_named(organisation: Organisation, text: str, answers: Answers) -> bool:
    """Return whether *text* has the name, the acronym or a contact of *organisation*."""
    acronym = (organisation.acronym or "").strip()
    known = {(entry.acronym or "").strip() for entry in answers.organisations if entry.status == "confirmed"}
    if len(acronym) >= _SHORTEST_ACRONYM and acronym not in known and _has_word(acronym, text):
        return True
    contact = organisation.contact
    names = [" ".join((name or "").split()) for name in (organisation.name, contact.person)]
    addresses = [(part or "").strip() for part in (contact.email, contact.phone, contact.website)]
    return any(_has_name(name, text) for name in names) or any(
        address and address.casefold() in text.casefold() for address in addresses
    )


def _has_name(name: str, text: str) -> bool:
    """Return whether *text* has *name*. A single word, such as "Release", counts only within a sentence."""
    if " " in name:
        return _has_word(name, text, re.IGNORECASE)
    return bool(name) and re.search(rf"(?<=[\w,;] ){re.escape(name)}\b", text) is not None


def _has_word(word: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, flags) is not None


def _has_published(organisation: Organisation, answers: Answers) -> bool:
    """Return whether *organisation* is the author or the publisher of a source."""
    names = [name.strip() for name in (organisation.name, organisation.acronym) if name and name.strip()]
    authors = [part for source in answers.sources.values() for part in (source.author, source.publisher)]
    return any(name.casefold() in author.casefold() for name in names for author in authors if author)
