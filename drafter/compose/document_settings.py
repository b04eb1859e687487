"""What a document has besides its text: the layout of its pages and the properties of its file."""

from collections.abc import Iterable

from drafter.compose.views import organisation_views
from drafter.dates import iso_day
from drafter.language.language import Language
from drafter.markup.count import count_blocks, plain_text
from drafter.model.answers import Answers
from drafter.model.blocks import Block, Layout, Paragraph, Properties
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.vocabulary import State


def layout(
    blocks: Iterable[Block], answers: Answers, rules: DocumentRules, state: State | None, language: Language
) -> Layout:
    """Return the layout that *rules* ask for, with the values of the header and footer."""
    font, size = rules.font.value, rules.size.value
    organisations = organisation_views(answers, language)
    title = _title(blocks)
    fields = {
        "running_title": title,
        "title": title,
        "organisation": "; ".join(organisation.plain_label for organisation in organisations),
        "state": state.in_text if state else "",
    }
    return Layout(
        notes="footnotes" if rules.notes.value == "footnotes" else "endnotes",
        font=font if isinstance(font, str) else "",
        size=size if isinstance(size, int) else 0,
        plain=rules.plain.value is True,
        fields=tuple(fields.items()),
    )


def properties(
    blocks: Iterable[Block], answers: Answers, document_type: DocumentType, language: Language
) -> Properties:
    """Return the properties of the Word file: title, authors, date of signature and so on."""
    signed = iso_day(answers.sign_off.date or "")
    organisations = organisation_views(answers, language)
    return Properties(
        title=_title(blocks),
        authors="; ".join(organisation.name for organisation in organisations),
        subject=document_type.rules.name,
        keywords=", ".join(keyword.strip() for keyword in answers.keywords if keyword.strip()),
        language=language,
        date=signed.isoformat() if signed else "",
        document_type=document_type.id,
        words=count_blocks(blocks, language.labels.to_be_completed),
    )


def _title(blocks: Iterable[Block]) -> str:
    titles = (block for block in blocks if isinstance(block, Paragraph) and block.role == "title")
    return next((plain_text(title.inlines) for title in titles), "")
