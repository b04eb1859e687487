"""A sign-on sheet for a coalition: who was asked, who agreed, room to sign."""

from drafter.language.language import Language
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Block, Document, Inline, Layout, Paragraph, Properties, Table, Text

STATUS = {"confirmed": "Confirmed", "invited": "Invited", "declined": "Declined"}
_COLUMNS = ("Organisation and contact", "Status", "For the organisation: name, function, date, signature")
_TO_SIGN = "\n\n"
"""An empty cell of three lines: a hand needs the height."""


def roster(answers: Answers, title: str, language: Language) -> Document:
    """Return the sign-on sheet of the coalition in *answers*; *title* names the submission."""
    heading = f"Sign-on sheet: {title}"
    rows = tuple(_row(one) for one in sorted(answers.organisations, key=lambda one: one.role != "lead"))
    blocks: tuple[Block, ...] = (
        Paragraph((Text(heading),), "title"),
        Paragraph((Text(_asked(answers)),)),
        Table(tuple(map(_cell, _COLUMNS)), rows),
    )
    return Document(
        blocks,
        properties=Properties(title=heading, language=language),
        layout=Layout(
            fields=(("running_title", title), ("title", title), ("organisation", ""), ("state", ""))
        ),
    )


def _asked(answers: Answers) -> str:
    lead = next((one.name for one in answers.organisations if one.role == "lead" and one.name), None)
    by = f", led by {lead}" if lead else ""
    return (
        f"The organisations below are asked to submit jointly{by}. Only those that have confirmed are "
        "named in the submission. Please check the spelling of your name, and sign or decline."
    )


def _row(one: Organisation) -> tuple[tuple[Inline, ...], ...]:
    acronym = f" ({one.acronym})" if one.acronym else ""
    name = f"{one.name or '?'}{acronym}{', lead' if one.role == 'lead' else ''}"
    place = ", ".join(part for part in (one.city, one.country) if part)
    lines = (name, place, one.contact.person, one.contact.email)
    return (_cell("\n".join(filter(None, lines))), _cell(STATUS[one.status]), _cell(_TO_SIGN))


def _cell(text: str) -> tuple[Inline, ...]:
    return (Text(text),)
