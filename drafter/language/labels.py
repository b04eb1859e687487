"""The words that drafter itself writes into a document: labels of gaps, statuses, headings."""

from collections.abc import Mapping
from typing import Literal

from drafter.frozen import frozen

GapName = Literal[
    "state", "summary", "method", "closing",
    "fact", "fact_page", "fact_source", "case",
    "source_title", "source_author", "source_publisher", "source_date", "source_address", "source_seen",
    "own_paragraph", "own_question", "own_recommendation", "verb", "what", "how", "by_when",
    "earlier_document", "earlier_paragraph", "earlier_text", "earlier_states", "earlier_position",
    "earlier_status", "earlier_evidence", "earlier_measures", "earlier_needed",
    "organisation", "acronym", "organisation_what", "founded", "city", "country", "ecosoc",
    "person", "email", "phone", "address", "website",
    "sign_place", "sign_date", "sign_name", "sign_function",
]  # fmt: skip
"""The names of the gaps that a document can have."""
NamedThing = Literal["state", "source", "organisation"]


@frozen
class SignOnSheet:
    """The words of the sheet on which organisations agree to a joint submission."""

    title: str
    """With ``{title}``, the title of the submission."""
    invitation: str
    """The request to the organisations; ``{led_by}`` names the lead or is empty."""
    led_by: str
    """With ``{lead}``, the name of the lead."""
    lead: str
    """The text after the name of the lead."""
    columns: tuple[str, str, str]
    statuses: Mapping[str, str]


@frozen
class CountLabels:
    """The words below a plain text, about what a web form counts in it."""

    about: str
    columns: tuple[str, str, str]
    """The titles of the figures: words, characters, characters without spaces."""
    section: str
    before_headings: str
    """The text before the first heading."""
    whole: str
    """The whole text."""
    seal: str
    """What the last line is for."""


@frozen
class LinkLabels:
    """What a screen reader says at a link between a text and its notes; each with ``{number}``."""

    to_note: str
    from_note: str


@frozen
class ReferenceWords:
    """References to other parts of a document, each for one part and for several."""

    paragraph: tuple[str, str]
    """With ``{parts}``, the numbers of the paragraphs."""
    section: tuple[str, str]
    """With ``{parts}``, the headings in quotation marks."""
    recommendation: tuple[str, str]
    """With ``{parts}``, a reference to the paragraph or section in which it is."""
    listed: str
    """In a document without numbered paragraphs: ``{number}`` is that in the list, ``{section}`` as above."""
    listed_alone: str
    """The same where no heading is above the list."""


@frozen
class Labels:
    """Words in a document that come neither from its author nor from the library."""

    gaps: Mapping[GapName, str]
    """The label of each gap; ``{of}`` is the fact, source or organisation that it belongs to."""
    unnamed: Mapping[NamedThing, str]
    """The words for something that has no name yet."""
    quoted: tuple[str, str]
    """The quotation marks around a title."""
    to_be_completed: str
    """The text with which a gap begins."""
    notes: str
    """The heading of the endnotes."""
    method_of: str
    """The sentence for a method that is only a list of words, ``{text}``."""
    table: str
    """The description of a table for a screen reader: ``{columns}`` are their titles, ``{rows}`` a number."""
    positions: Mapping[str, str]
    """The responses of a State to a recommendation."""
    statuses: Mapping[str, str]
    """How far a recommendation has been carried out."""
    no_position: str
    """In a table of positions: recommendations on which the State has taken none."""
    counted_statuses: Mapping[str, tuple[str, str]]
    """How many recommendations have a status, within a sentence: for one, and for several (``{count}``)."""
    counted: str
    """The sentence with these ``{counts}`` of the ``{total}`` recommendations."""
    other_recommendations: str
    """In a table grouped by theme: the title of the rows without a theme."""
    reworded: str
    """An earlier recommendation whose ``{text}`` is not the official wording."""
    references: ReferenceWords
    see_recommendations: str
    """Where the submission takes an earlier recommendation up: ``{heading}`` is that of the section."""
    ecosoc: Mapping[str, str]
    """The consultative status of an organisation, within a sentence."""
    name_changed: str
    """The name of a person in a case: ``{name}`` is the pseudonym."""
    unnamed_person: str
    """The person of a case without a pseudonym."""
    case_of: str
    """The words that introduce a case among the paragraphs of its theme: ``{name}`` is the name to print."""
    name_and_pseudonym: str
    """The real ``{name}`` of a person, with the ``{pseudonym}`` that the text uses."""
    sign_on: SignOnSheet
    counts: CountLabels
    links: LinkLabels
