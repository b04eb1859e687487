"""A sign-on sheet for a coalition: who was invited, who confirmed, and space to sign."""

from drafter.language.labels import SignOnSheet
from drafter.language.language import Language
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Block, Document, Inline, Layout, Paragraph, Properties, Table, Text

_SIGNATURE_SPACE = "\n\n"
"""An empty cell of three lines, high enough to sign in by hand."""


def sign_on_sheet(answers: Answers, title: str, language: Language) -> Document:
    """Return the sign-on sheet of the coalition in *answers*; *title* names the submission."""
    words = language.labels.sign_on
    heading = words.title.format(title=title)
    lead_first = sorted(answers.organisations, key=lambda organisation: organisation.role != "lead")
    rows = tuple(_row(organisation, words) for organisation in lead_first)
    blocks: tuple[Block, ...] = (
        Paragraph((Text(heading),), "title"),
        Paragraph((Text(_invitation(answers, words)),)),
        Table(tuple(map(_cell, words.columns)), rows),
    )
    return Document(
        blocks,
        properties=Properties(title=heading, language=language),
        layout=Layout(
            fields=(("running_title", title), ("title", title), ("organisation", ""), ("state", ""))
        ),
    )


def _invitation(answers: Answers, words: SignOnSheet) -> str:
    leads = (organisation.name for organisation in answers.organisations if organisation.role == "lead")
    lead = next(filter(None, leads), None)
    return words.invitation.format(led_by=words.led_by.format(lead=lead) if lead else "")


def _row(organisation: Organisation, words: SignOnSheet) -> tuple[tuple[Inline, ...], ...]:
    acronym = f" ({organisation.acronym})" if organisation.acronym else ""
    lead = words.lead if organisation.role == "lead" else ""
    name = f"{organisation.name or '?'}{acronym}{lead}"
    place = ", ".join(part for part in (organisation.city, organisation.country) if part)
    lines = (name, place, organisation.contact.person, organisation.contact.email)
    status = words.statuses[organisation.status]
    return (_cell("\n".join(filter(None, lines))), _cell(status), _cell(_SIGNATURE_SPACE))


def _cell(text: str) -> tuple[Inline, ...]:
    return (Text(text),)
