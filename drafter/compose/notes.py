"""What a note says: an authority or the source of a fact, whole the first time and short after that.

The short form ("the Covenant (note 2), art. 9") follows the United Nations Editorial Manual's practice of
naming the earlier note rather than *ibid.*, so that a paragraph can be moved without breaking its notes.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from drafter.dates import printed_date
from drafter.language.language import Language
from drafter.model.answers import Fact, Source
from drafter.model.blocks import Gap, Inline, NoteNumber, Text
from drafter.model.remark import Remark
from drafter.model.vocabulary import Authority, Locator
from drafter.model.xml_text import strip_xml_illegal


class Notes:
    """Gives each mark, in reading order, the text of its note, and remembers what was cited where."""

    def __init__(
        self,
        authorities: Mapping[str, Authority],
        facts: Mapping[str, Fact],
        sources: Mapping[str, Source],
        confirmed: Iterable[str],
        language: Language,
    ) -> None:
        self.language = language
        self.authorities = authorities
        self.facts = facts
        self.sources = sources
        self.confirmed = frozenset(confirmed)
        self.remarks: list[Remark] = []
        self._first: dict[str, int] = {}
        self._texts: list[tuple[Inline, ...]] = []

    @property
    def texts(self) -> tuple[tuple[Inline, ...], ...]:
        """The notes made so far; the n-th belongs to the n-th mark."""
        return tuple(self._texts)

    def add(self, key: str) -> None:
        """Make the note for the next mark. *key* is a fact, an authority, or ``authority:locator``."""
        self._texts.append(self._fact(key) if key in self.facts else self._authority(key))

    def _earlier(self, cited: str) -> int | None:
        """Return the number of the note that cited this in full, or remember that this one does."""
        earlier = self._first.get(cited)
        if earlier is None:
            self._first[cited] = len(self._texts) + 1
        return earlier

    # ---- authorities ----

    def _authority(self, key: str) -> tuple[Inline, ...]:
        name, _, place = key.partition(":")
        authority = self.authorities[name]
        pinpoint = self._pinpoint(key, authority, authority.locators.get(place))
        earlier = self._earlier(name)
        if earlier is None:
            return (Text(f"{full_title(authority)}{pinpoint}."),)
        before, after = self.language.notes.earlier
        return (Text(f"{authority.short}{before}"), NoteNumber(earlier), Text(f"{after}{pinpoint}."))

    def _pinpoint(self, key: str, authority: Authority, locator: Locator | None) -> str:
        """Return the paragraph or article to print: only one that somebody has seen."""
        if locator is None:
            return ""
        if locator.status == "verified" or key in self.confirmed:
            return f", {self.language.cite(locator.cite)}"
        self.remarks.append(
            Remark(
                "locator-unconfirmed",
                "note",
                f"note {len(self._texts) + 1}",
                f"Nobody has looked up {self.language.cite(locator.cite)} of {authority.short} yet, "
                "so it is not printed.",
                f"Look it up; if it is right, add '{key}' to confirmed_authorities in the answers file.",
            )
        )
        return ""

    # ---- facts ----

    def _fact(self, key: str) -> tuple[Inline, ...]:
        fact, language = self.facts[key], self.language
        source = self.sources.get(fact.source or "")
        page = _part(fact, "locator", language.gap("fact_page", key), before=", ", language=language)
        if source is None:
            return (Gap(language.gap("fact_source", key)), Text("."))
        earlier = self._earlier(f"source {fact.source}")
        if earlier is None:
            return (*_source(source, page, language), Text("."))
        author = language.gap("source_author", _called(source, language))
        by = _part(source, "author", author, after=", ", language=language)
        before, after = language.notes.earlier
        return (
            *by,
            *_title(source, language),
            Text(before),
            NoteNumber(earlier),
            Text(after),
            *page,
            Text("."),
        )


def full_title(authority: Authority) -> str:
    """Return an authority as its first note prints it: body, title, symbol and year."""
    by = f"{authority.body}, " if authority.body and authority.kind != "treaty" else ""
    inside = ", ".join(part for part in (authority.symbol, authority.year) if part)
    tail = f" ({inside})" if inside and authority.kind != "treaty" else ""
    return f"{by}{authority.title}{tail}"


def _source(source: Source, page: tuple[Inline, ...], language: Language) -> tuple[Inline, ...]:
    """Return a source in full: author, title, publisher and date, page, address and the day it was seen."""
    called = _called(source, language)
    part = partial(_part, source, language=language)
    publisher = part("publisher", language.gap("source_publisher", called))
    day = part("date", language.gap("source_date", called))
    between = (Text(", "),) if publisher and day else ()
    inside = (Text(" ("), *publisher, *between, *day, Text(")")) if publisher or day else ()
    address = part("address", language.gap("source_address", called), before=", ")
    before, after = language.notes.accessed
    seen = part("seen", language.gap("source_seen", called), before=before, after=after)
    return (
        *part("author", language.gap("source_author", called), after=", "),
        *_title(source, language),
        *inside,
        *page,
        *address,
        *(seen if address else ()),
        *((Text(language.notes.example),) if source.example else ()),
    )


def _title(source: Source, language: Language) -> tuple[Inline, ...]:
    title = _clean(source.title or "")
    return (Text(title, italic=True) if title else Gap(language.gap("source_title")),)


def _called(source: Source, language: Language) -> str:
    """Return what a gap calls the source."""
    title = _clean(source.title or "")
    return language.quote(title) if title else language.labels.unnamed["source"]


def _part(
    holder: Fact | Source, name: str, label: str, *, before: str = "", after: str = "", language: Language
) -> tuple[Inline, ...]:
    """Return a part of a note between *before* and *after*: as typed, a gap for "not yet", else nothing."""
    value = getattr(holder, name)
    if value is None and name in holder.model_fields_set:
        return tuple(part for part in (Text(before), Gap(label), Text(after)) if part != Text(""))
    text = _clean(str("" if value is None else value))
    return (Text(f"{before}{printed_date(text, language)}{after}"),) if text else ()


def _clean(text: str) -> str:
    return strip_xml_illegal(text).strip()
