"""A sign-on sheet for a coalition: who was asked, who agreed, room to sign."""

from drafter.language.labels import SignOnSheet
from drafter.language.language import Language
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Block, Document, Inline, Layout, Paragraph, Properties, Table, Text

_TO_SIGN = "\n\n"
"""An empty cell of three lines: a hand needs the height."""


def roster(answers: Answers, title: str, language: Language) -> Document:
    """Return the sign-on sheet of the coalition in *answers*; *title* names the submission."""
    words = language.labels.sign_on
    heading = words.title.format(title=title)
    organisations = sorted(answers.organisations, key=lambda one: one.role != "lead")
    blocks: tuple[Block, ...] = (
        Paragraph((Text(heading),), "title"),
        Paragraph((Text(_asked(answers, words)),)),
        Table(tuple(map(_cell, words.columns)), tuple(_row(one, words) for one in organisations)),
    )
    return Document(
        blocks,
        properties=Properties(title=heading, language=language),
        layout=Layout(
            fields=(("running_title", title), ("title", title), ("organisation", ""), ("state", ""))
        ),
    )


def _asked(answers: Answers, words: SignOnSheet) -> str:
    lead = next((one.name for one in answers.organisations if one.role == "lead" and one.name), None)
    return words.asked.format(led_by=words.led_by.format(lead=lead) if lead else "")


def _row(one: Organisation, words: SignOnSheet) -> tuple[tuple[Inline, ...], ...]:
    acronym = f" ({one.acronym})" if one.acronym else ""
    name = f"{one.name or '?'}{acronym}{words.lead if one.role == 'lead' else ''}"
    place = ", ".join(part for part in (one.city, one.country) if part)
    lines = (name, place, one.contact.person, one.contact.email)
    return (_cell("\n".join(filter(None, lines))), _cell(words.statuses[one.status]), _cell(_TO_SIGN))


def _cell(text: str) -> tuple[Inline, ...]:
    return (Text(text),)
