"""The words that drafter itself puts into a document: open places, states of things, headings."""

from collections.abc import Mapping
from typing import Literal

from drafter.frozen import frozen

GapName = Literal[
    "state", "summary", "method", "closing",
    "fact", "fact_page", "fact_source", "case",
    "source_title", "source_author", "source_publisher", "source_date", "source_address", "source_seen",
    "own_paragraph", "own_question", "own_recommendation", "verb", "what", "how", "by_when",
    "earlier_document", "earlier_paragraph", "earlier_text", "earlier_state", "earlier_position",
    "earlier_status", "earlier_evidence",
    "organisation", "acronym", "organisation_what", "founded", "city", "country", "ecosoc",
    "person", "email", "phone", "address", "website",
    "sign_place", "sign_date", "sign_name", "sign_function",
]  # fmt: skip
"""What an open place of a document can ask for."""
NamedThing = Literal["state", "source", "organisation"]


@frozen
class SignOnSheet:
    """The words of the sheet on which organisations agree to submit jointly."""

    title: str
    """Of ``{title}``, that of the submission."""
    asked: str
    """What the organisations are asked; ``{led_by}`` is who leads, or nothing."""
    led_by: str
    """Of ``{lead}``, the name of the lead."""
    lead: str
    """After the name of the lead."""
    columns: tuple[str, str, str]
    statuses: Mapping[str, str]


@frozen
class Labels:
    """Words in a document that come neither from its author nor from the library."""

    gaps: Mapping[GapName, str]
    """What an open place says; ``{of}`` is the fact, source or organisation that it belongs to."""
    unnamed: Mapping[NamedThing, str]
    """What a thing is called that has no name yet."""
    quoted: tuple[str, str]
    """The quotation marks around a title."""
    to_be_completed: str
    """What an open place begins with."""
    notes: str
    """The heading of the endnotes."""
    positions: Mapping[str, str]
    """What the State said to a recommendation."""
    statuses: Mapping[str, str]
    """What became of a recommendation."""
    ecosoc: Mapping[str, str]
    """The consultative status of an organisation, within a sentence."""
    name_changed: str
    """The name of a person in a case: ``{name}`` is the pseudonym."""
    nobody: str
    """A person in a case who has no pseudonym yet."""
    sign_on: SignOnSheet
    known_here_as: str
    """The real ``{name}`` of a person with the ``{pseudonym}``."""
