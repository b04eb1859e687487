"""What a shape sees: organisations, sections and details, ready to be printed."""

from collections.abc import Mapping
from typing import Any

from drafter.compose.wording import Open, Prose, Typed, blank, markdown, needed, prose, typed
from drafter.dates import printed_date
from drafter.frozen import frozen
from drafter.language.labels import GapName
from drafter.language.language import Language
from drafter.language.pinpoint import Pinpoint
from drafter.model.answers import Answers, EarlierRecommendation, Organisation, SignOff
from drafter.model.base import Value
from drafter.model.question import Ask


@frozen
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
        both = self.acronym and self.name
        return Prose(f"{markdown(self.name)} ({markdown(self.acronym)})") if both else self.name

    @property
    def short(self) -> str:
        """The acronym; the name where there is none, or where it is not known yet."""
        return self.acronym if self.acronym and isinstance(self.acronym, Typed) else self.name

    @property
    def plain_label(self) -> str:
        """The label as plain text, for where no gap can be marked."""
        known = isinstance(self.acronym, Typed) and self.acronym and self.name
        return f"{self.name} ({self.acronym})" if known else str(self.name)


@frozen
class AskView:
    """A recommendation or a question, with the one it is addressed to."""

    text: Prose
    addressee: str
    heading: str
    """The heading of the section that it belongs to."""


@frozen
class SectionView:
    """What is said under one theme."""

    theme: str
    heading: str
    articles: str
    """Articles of the document's treaty, as ``art. 9`` or ``arts. 9 and 10``; empty without a treaty."""
    under: int | None
    paragraphs: tuple[Prose, ...]
    """Everything that is told: the law, what happens, facts, and at the end the stories."""
    stories: tuple[Prose, ...]
    """The cases alone, for a shape that tells them elsewhere."""
    questions: tuple[AskView, ...]
    recommendations: tuple[AskView, ...]

    @property
    def grounds(self) -> tuple[Prose, ...]:
        """The paragraphs without the stories."""
        return self.paragraphs[: len(self.paragraphs) - len(self.stories)]


@frozen
class EarlierView:
    """An earlier recommendation as a line of a table; what is not known is open, never invented."""

    text: str
    reference: str
    position: str
    status: str
    evidence: str


def earlier_view(one: EarlierRecommendation, language: Language) -> EarlierView:
    """Return an earlier recommendation with its reference put together."""
    paragraph = language.cite(Pinpoint("paragraph", str(one.paragraph))) if one.paragraph else None
    state = if_asked(one, "state", language.gap("earlier_state"))
    by = Prose(f" ({markdown(state)})") if state else ""
    parts = [
        typed(one.document or None, language.gap("earlier_document")),
        typed(paragraph, language.gap("earlier_paragraph")),
    ]
    labels = language.labels
    position = labels.positions[one.position] if one.position else None
    status = labels.statuses[one.status] if one.status else None
    return EarlierView(
        text=typed(one.text, language.gap("earlier_text")),
        reference=Prose(", ".join(markdown(part) for part in parts) + markdown(by)),
        position=typed(position, language.gap("earlier_position")),
        status=typed(status, language.gap("earlier_status")),
        evidence=typed(one.evidence, language.gap("earlier_evidence")),
    )


def organisation_views(answers: Answers, language: Language) -> tuple[OrganisationView, ...]:
    """Return the confirmed organisations, the lead first, otherwise in the author's order."""
    confirmed = [one for one in answers.organisations if one.status == "confirmed"]
    return tuple(
        _organisation(one, language) for one in sorted(confirmed, key=lambda one: one.role != "lead")
    )


CONTACT: tuple[GapName, ...] = ("person", "email", "phone", "address", "website")
PLACE: tuple[GapName, ...] = ("city", "country")


def _organisation(one: Organisation, language: Language) -> OrganisationView:
    who = needed(one.name) or language.labels.unnamed["organisation"]
    place = [if_asked(one, name, language.gap(name, who)) for name in PLACE]
    contact = [if_asked(one.contact, name, language.gap(name, who)) for name in CONTACT]
    status = if_asked(one, "ecosoc", language.gap("ecosoc", who))
    return OrganisationView(
        name=typed(needed(one.name), language.gap("organisation")),
        acronym=if_asked(one, "acronym", language.gap("acronym", who)),
        what=prose(one.what, language.gap("organisation_what", who)),
        founded=if_asked(one, "founded", language.gap("founded", who)),
        place=Prose(", ".join(markdown(part) for part in place if part)),
        ecosoc=language.labels.ecosoc.get(status, "") if isinstance(status, Typed) else status,
        lead=one.role == "lead",
        contact=tuple(part for part in contact if part),
    )


def if_asked(holder: Value, name: str, label: str) -> str:
    """Return what *holder* has under *name* as typed: a marked gap for "not yet", empty where not given.

    It is for a part that a shape prints only where it is given, so the gap counts as given.
    """
    value = getattr(holder, name)
    if value is None and name in holder.model_fields_set:
        return blank(label)
    return Typed(str("" if value is None else value).strip())


SIGNATURE: dict[str, GapName] = {
    "place": "sign_place",
    "date": "sign_date",
    "name": "sign_name",
    "function": "sign_function",
}


def signature(sign_off: SignOff, language: Language) -> dict[str, str]:
    """Return place, date, name and function as printed, what was answered "not yet" as a marked gap."""
    parts = {name: if_asked(sign_off, name, language.gap(gap)) for name, gap in SIGNATURE.items()}
    return {**parts, "date": dated(parts["date"], language)}


def dated(value: str, language: Language) -> str:
    """Return what was typed with a day in figures as it is printed."""
    return Typed(printed_date(value, language)) if isinstance(value, Typed) else value


def optional(answers: Answers, name: str, label: str) -> str:
    """Return the long answer *name*: open where it was answered "not yet", empty where it was not given."""
    value = getattr(answers, name)
    if value is None:
        return Open(label) if name in answers.model_fields_set else Prose("")
    return prose(value, label)


def details(asks: tuple[Ask, ...], given: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return the document's own answers by name, each of its kind, for every question it asks.

    A required one that is missing is open, like one answered "not yet"; any other missing one is empty.
    """
    return {ask.name: _detail(ask, given, language) for ask in asks}


def _detail(ask: Ask, given: Mapping[str, Any], language: Language) -> Any:
    label = ask.ask.rstrip("?").strip()
    if ask.kind == "group":
        rows = given.get(ask.name) or []
        return tuple(details(ask.fields, row, language) for row in rows if isinstance(row, Mapping))
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
            return Open(label) if value is None else tuple(Typed(item) for item in value)
        case "yes-no":
            return Open(label) if value is None else value
        case _:
            return dated(typed(value, label), language)
