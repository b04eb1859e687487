"""The text of notes: an authority or the source of a fact, in full the first time and short after that.

The short form ("the Covenant (note 2), art. 9") follows the United Nations Editorial Manual, which names the
earlier note instead of using *ibid.*, so that a paragraph can be moved without breaking its notes. A note
that says the same as one shortly before only names that one: "See note 5."
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from drafter.compose.source_notes import clean, full_source, name_in_gap, part, source_title
from drafter.compose.works import Works
from drafter.language.language import Language
from drafter.model.blocks import Gap, Inline, NoteNumber, Text
from drafter.model.citations import full_title
from drafter.model.facts import Fact, Source
from drafter.model.remark import Remark, RemarkType
from drafter.model.vocabulary import Authority, Locator

UNCONFIRMED = RemarkType(
    "locator-unconfirmed",
    "sources",
    "note",
    "Somebody has looked up each article and paragraph that a note names.",
    "A wrong paragraph costs a text its credit. drafter prints only those that were read for the library, or "
    "that you confirm.",
    bad="A clause with the note “International Guidelines, guideline II.1”, which nobody has looked up.",
    good="The same clause, with the key of the guideline under confirmed_authorities.",
    example="described",
)
TYPES = (UNCONFIRMED,)
NEAR = 5
"""How many notes back a reader may have to look for a note that says the same."""


class Notes:
    """Writes one note for each mark, in reading order, and remembers which note cites what in full."""

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
        """``authority:locator`` keys that the author has looked up."""
        self.remarks: list[Remark] = []
        self._works = Works(authorities, sources)
        self._full_notes: dict[str, int] = {}
        self._contents: dict[tuple[Inline, ...], int] = {}
        """By its content, the number of the last note that says it in words."""
        self._texts: list[tuple[Inline, ...]] = []

    @property
    def texts(self) -> tuple[tuple[Inline, ...], ...]:
        """The notes written so far; the n-th belongs to the n-th mark."""
        return tuple(self._texts)

    def add(self, *keys: str) -> None:
        """Write the note for the next mark. Each of *keys* is a fact, a source, an authority, or
        ``authority:locator``.

        Several places of one authority are one citation, where the first of them stands.
        """
        citations = self._citations(keys)
        content = tuple(part for citation in citations for part in self._content(citation))
        number, same = len(self._texts) + 1, self._contents.get(content)
        has_gap = any(isinstance(part, Gap) for part in content)
        if same is not None and not has_gap and self._is_easy_to_find(same, number):
            before, after = self.language.notes.same
            self._texts.append((Text(before), NoteNumber(same), Text(after)))
            return
        self._contents[content] = number
        self._texts.append(self._note(citations))

    def _citations(self, keys: Iterable[str]) -> list[tuple[str, ...]]:
        """Return *keys* without repetitions, those of one authority together."""
        citations: dict[str, tuple[str, ...]] = {}
        for key in dict.fromkeys(keys):
            cited = key if self._is_own(key) else f"authority {key.partition(':')[0]}"
            citations[cited] = (*citations.get(cited, ()), key)
        return list(citations.values())

    def _content(self, citation: tuple[str, ...]) -> tuple[Inline, ...]:
        """Return what tells the note of a *citation* from other notes."""
        key = citation[0]
        if key in self.facts:
            return self._fact_content(key)
        if key in self.sources:
            return (Text(self._works.of_source(key)),)
        return self._authority_content(citation)

    def _is_own(self, key: str) -> bool:
        """Return whether *key* is a fact or a source of the author's."""
        return key in self.facts or key in self.sources

    def _note(self, citations: Iterable[tuple[str, ...]]) -> tuple[Inline, ...]:
        """Return *citations* as a note: "the Covenant, art. 9; the Convention (note 2), art. 16."."""
        inlines: list[Inline] = []
        for citation in citations:
            cited = self._cited(citation)
            # Another part of the work before it follows that work: "A Report, p. 3, p. 4".
            is_part = not cited or (isinstance(cited[0], Text) and cited[0].text.startswith(", "))
            inlines += [*([] if is_part or not inlines else [Text("; ")]), *cited]
        return tuple(merged_texts((*inlines, Text("."))))

    def _cited(self, citation: tuple[str, ...]) -> tuple[Inline, ...]:
        """Return a *citation* as it is written in a note."""
        key = citation[0]
        if key in self.facts:
            return self._fact_note(key)
        if key in self.sources:
            is_repeated = self._is_in_this_note(self._works.of_source(key))
            return () if is_repeated else self._citation(key, ())
        return self._authority_note(citation)

    def _is_easy_to_find(self, same: int, number: int) -> bool:
        """Return whether the note *same* is just before *number*, or near it and in full."""
        return same == number - 1 or (number - same <= NEAR and same in self._full_notes.values())

    def _is_in_this_note(self, cited: str) -> bool:
        """Return whether the note that is being written has cited *cited* in full."""
        return self._full_notes.get(cited) == len(self._texts) + 1

    def _full_note(self, cited: str) -> int | None:
        """Return the number of the note that cites *cited* in full.

        Returns ``None`` the first time and records that the next note is the one.
        """
        number = self._full_notes.get(cited)
        if number is None:
            self._full_notes[cited] = len(self._texts) + 1
        return number

    # ---- authorities ----

    def _authority_content(self, keys: Sequence[str]) -> tuple[Inline, ...]:
        """Return what the note for an authority cites: the work and its parts, also those not looked up."""
        work = Text(self._works.of_authority(_authority_of(keys[0])))
        return (work, Text(self._pinpoint(keys)), *map(Text, self._not_looked_up(keys)))

    def _authority_note(self, keys: Sequence[str]) -> tuple[Inline, ...]:
        """Return an authority with those parts that somebody has looked up, and a remark for each other."""
        name = _authority_of(keys[0])
        authority, pinpoint = self.authorities[name], self._pinpoint(keys)
        self.remarks += [self._unconfirmed(key, authority) for key in self._not_looked_up(keys)]
        work = self._works.of_authority(name)
        if self._is_in_this_note(work):
            return (Text(pinpoint),) if pinpoint else ()
        full_note = self._full_note(work)
        if full_note is None:
            return (Text(f"{full_title(authority, self.language)}{pinpoint}"),)
        before, after = self.language.notes.earlier
        return (Text(f"{authority.short}{before}"), NoteNumber(full_note), Text(f"{after}{pinpoint}"))

    def _pinpoint(self, keys: Iterable[str]) -> str:
        """Return the paragraphs or articles to print: ``, arts. 6 and 9``; empty if there are none."""
        looked_up = [self._locator(key) for key in keys if self._is_looked_up(key)]
        cited = self.language.cite_together([locator.cite for locator in looked_up if locator])
        return f", {cited}" if cited else ""

    def _not_looked_up(self, keys: Iterable[str]) -> list[str]:
        """Return those of *keys* whose paragraph or article nobody has looked up."""
        return [key for key in keys if self._locator(key) and not self._is_looked_up(key)]

    def _is_looked_up(self, key: str) -> bool:
        locator = self._locator(key)
        return locator is not None and (locator.status == "verified" or key in self.confirmed)

    def _locator(self, key: str) -> Locator | None:
        """Return the part of the authority that *key* cites, ``None`` if it cites all of it."""
        name, _, locator = key.partition(":")
        return self.authorities[name].locators.get(locator)

    def _unconfirmed(self, key: str, authority: Authority) -> Remark:
        """Return the remark that nobody has looked up the paragraph or article of *key*."""
        cited = self.language.cite(authority.locators[key.partition(":")[2]].cite)
        return UNCONFIRMED.remark(
            f"note {len(self._texts) + 1}",
            f"Nobody has looked up {cited} of {authority.short} yet, so it is not printed.",
            f"Look it up. If it is right, add '{key}' to confirmed_authorities in the answers file.",
            path=("confirmed_authorities",),
        )

    # ---- facts ----

    def _fact_content(self, key: str) -> tuple[Inline, ...]:
        """Return what the note for a fact cites: its sources, and the page or paragraph."""
        works = [Text(self._works.of_source(source)) for source in self.facts[key].sources]
        return (*works, *self._page(key)) if works else (Gap(key),)

    def _page(self, key: str) -> tuple[Inline, ...]:
        gap = self.language.gap("fact_page", key)
        return part(self.facts[key], "locator", gap, before=", ", language=self.language)

    def _fact_note(self, key: str) -> tuple[Inline, ...]:
        fact, language = self.facts[key], self.language
        page = self._page(key)
        cited = [source for source in fact.sources if source in self.sources]
        if not cited:
            return (Gap(language.gap("fact_source", key)),)
        if len(cited) == 1:
            if self._is_in_this_note(self._works.of_source(cited[0])):
                return page
            return self._citation(cited[0], page)
        original = self._citation(cited[0], ())
        return (*original, Text(language.notes.cited_in), *self._citation(cited[1], page))

    def _citation(self, key: str, page: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return the source *key* with its page: in full the first time, short after that."""
        source, language = self.sources[key], self.language
        if citation := clean(source.citation or ""):
            return (Text(language.unstopped(citation)), *page)
        full_note = self._full_note(self._works.of_source(key))
        if full_note is None:
            return full_source(source, page, language)
        author_gap = language.gap("source_author", name_in_gap(source, language))
        author = part(source, "author", author_gap, after=", ", language=language)
        before, after = language.notes.earlier
        return (
            *author,
            *source_title(source, language),
            Text(before),
            NoteNumber(full_note),
            Text(after),
            *page,
        )


def _authority_of(key: str) -> str:
    return key.partition(":")[0]


def merged_texts(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield *inlines*, with adjacent plain texts merged into one."""
    for is_plain, group in groupby(inlines, _is_plain):
        if is_plain:
            yield Text("".join(inline.text for inline in group if isinstance(inline, Text)))
        else:
            yield from group


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text) and not (inline.bold or inline.italic or inline.language)
