"""A source of the author's as a note cites it: in full, and its parts."""

from functools import partial

from drafter.dates import printed_day
from drafter.language.language import Language
from drafter.model.blocks import Gap, Inline, Text
from drafter.model.facts import Fact, Source
from drafter.model.xml_text import strip_xml_illegal


def full_source(source: Source, page: tuple[Inline, ...], language: Language) -> tuple[Inline, ...]:
    """Return a source in full: author, title, publisher and date, page, address and the day it was opened."""
    name = name_in_gap(source, language)
    field = partial(part, source, language=language)
    publisher = field("publisher", language.gap("source_publisher", name))
    date = field("date", language.gap("source_date", name))
    comma = (Text(", "),) if publisher and date else ()
    in_brackets = (Text(" ("), *publisher, *comma, *date, Text(")")) if publisher or date else ()
    address = field("address", language.gap("source_address", name), before=", ")
    before, after = language.notes.accessed
    accessed = field("seen", language.gap("source_seen", name), before=before, after=after)
    return (
        *field("author", language.gap("source_author", name), after=", "),
        *source_title(source, language),
        *in_brackets,
        *page,
        *address,
        *(accessed if address else ()),
        *((Text(language.notes.example),) if source.example else ()),
    )


def source_title(source: Source, language: Language) -> tuple[Inline, ...]:
    """Return the title of *source* in italics, or a gap."""
    title, foreign = clean(source.title or ""), _foreign(source, language)
    return (Text(title, italic=True, language=foreign) if title else Gap(language.gap("source_title")),)


def _foreign(source: Source, language: Language) -> str:
    """Return the language of *source* if it is not that of the document."""
    code = (source.language or "").strip()
    return "" if code.partition("-")[0].lower() == language.code else code


def name_in_gap(source: Source, language: Language) -> str:
    """Return the name of a source in the label of a gap: its title in quotation marks, or "the source"."""
    title = clean(source.title or "")
    return language.quote(title) if title else language.labels.unnamed["source"]


def part(
    holder: Fact | Source, name: str, label: str, *, before: str = "", after: str = "", language: Language
) -> tuple[Inline, ...]:
    """Return the field *name* of *holder* between *before* and *after*.

    A null field is a gap with *label*; a blank one, or one that was not asked, is left out.
    """
    value = getattr(holder, name)
    if value is None and name in holder.model_fields_set:
        return tuple(part for part in (Text(before), Gap(label), Text(after)) if part != Text(""))
    text = clean(str("" if value is None else value))
    printed = language.locator(text) if name == "locator" else printed_day(text, language)
    if (
        isinstance(holder, Source)
        and name in ("author", "publisher")
        and (code := _foreign(holder, language))
    ):
        parts = (Text(before), Text(printed, language=code), Text(after))
        return tuple(part for part in parts if part.text) if text else ()
    return (Text(f"{before}{printed}{after}"),) if text else ()


def clean(text: str) -> str:
    """Return *text* without white space around it and without characters illegal in XML."""
    return strip_xml_illegal(text).strip()
