"""What a shape sees: organisations, sections and details, ready to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.compose.wording import Open, Prose, Typed, markdown, needed, prose, typed
from drafter.model.answers import Answers, Earlier, Organisation
from drafter.model.question import Ask


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """A confirmed organisation, as printed."""

    name: str
    acronym: str
    what: str
    founded: str
    place: str
    ecosoc: str
    lead: bool
    contact: tuple[str, ...]
    """Person, e-mail and the like, each as it was typed, those that are known."""

    @property
    def label(self) -> str:
        """The name, with the acronym in brackets where there is one."""
        return Typed(f"{self.name} ({self.acronym})") if self.acronym and self.name else self.name


@dataclass(frozen=True, slots=True)
class AskView:
    """A recommendation or a question, with the one it is addressed to."""

    text: Prose
    addressee: str
    heading: str
    """The heading of the section that it belongs to."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """What is said under one theme."""

    theme: str
    heading: str
    articles: str
    """Articles of the document's treaty, as ``art. 9`` or ``arts. 9 and 10``; empty without a treaty."""
    under: int | None
    paragraphs: tuple[Prose, ...]
    questions: tuple[AskView, ...]
    recommendations: tuple[AskView, ...]


@dataclass(frozen=True, slots=True)
class EarlierView:
    """An earlier recommendation as a line of a table; what is not known is open, never invented."""

    text: str
    reference: str
    position: str
    status: str
    evidence: str


POSITIONS = {"supported": "Supported", "noted": "Noted", "none": ""}
STATUSES = {"done": "Carried out", "begun": "Begun", "not-done": "Not carried out", "unknown": "Not known"}


def earlier_view(one: Earlier) -> EarlierView:
    """Return an earlier recommendation with its reference put together."""
    paragraph = f"para. {one.paragraph}" if one.paragraph else None
    by = Typed(f" ({one.state})") if one.state else ""
    parts = [typed(one.document or None, "document"), typed(paragraph, "paragraph number")]
    return EarlierView(
        text=typed(one.text, "text of the recommendation"),
        reference=Prose(", ".join(markdown(part) for part in parts) + markdown(by)),
        position=typed(POSITIONS[one.position], "") if one.position else Open("position of the State"),
        status=typed(STATUSES[one.status], "") if one.status else Open("what became of it"),
        evidence=typed(one.evidence, "how that is known"),
    )


ECOSOC = {
    "general": "general consultative status with the Economic and Social Council",
    "special": "special consultative status with the Economic and Social Council",
    "roster": "on the Roster of the Economic and Social Council",
}


def organisation_views(answers: Answers) -> tuple[OrganisationView, ...]:
    """Return the confirmed organisations, the lead first, otherwise in the author's order."""
    confirmed = [one for one in answers.organisations if one.status == "confirmed"]
    return tuple(_organisation(one) for one in sorted(confirmed, key=lambda one: one.role != "lead"))


def _organisation(one: Organisation) -> OrganisationView:
    contact = one.contact
    known = (contact.person, contact.email, contact.phone, contact.address, contact.website)
    return OrganisationView(
        name=typed(needed(one.name), "name of the organisation"),
        acronym=typed(one.acronym or "", ""),
        what=prose(one.what, f"what {one.name or 'the organisation'} is and does"),
        founded=typed(one.founded or "", ""),
        place=Typed(", ".join(part for part in (one.city, one.country) if part)),
        ecosoc=ECOSOC.get(one.ecosoc or "", ""),
        lead=one.role == "lead",
        contact=tuple(Typed(part.strip()) for part in known if part and part.strip()),
    )


def optional(answers: Answers, name: str, label: str) -> str:
    """Return the long answer *name*: open where it was answered "not yet", empty where it was not given."""
    value = getattr(answers, name)
    if value is None:
        return Open(label) if name in answers.model_fields_set else Prose("")
    return prose(value, label)


def details(asks: tuple[Ask, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document's own answers by name, each of its kind, for every question it asks.

    A required one that is missing is open, like one answered "not yet"; any other missing one is empty.
    """
    return {ask.name: _detail(ask, given) for ask in asks}


def _detail(ask: Ask, given: Mapping[str, Any]) -> Any:
    label = ask.ask.rstrip("?").strip()
    if ask.kind == "group":
        rows = given.get(ask.name) or []
        return tuple(details(ask.fields, row) for row in rows if isinstance(row, Mapping))
    applies = all(given.get(name) == value for name, value in ask.when.items())
    if ask.name not in given:
        return Open(label) if ask.required and applies else Typed("")
    value = given[ask.name]
    if ask.required and isinstance(value, str):
        value = needed(value)
    match ask.kind:
        case "long":
            return prose(None if value is None else str(value), label)
        case "choices":
            return tuple(Typed(item) for item in value or ())
        case "yes-no":
            return Open(label) if value is None else value
        case _:
            return typed(value, label)
