"""A human language: one value that holds everything about a sentence that depends on it.

It is passed on with the library: ``Library.language`` for documents, ``Submission.language`` for remarks. No
code reads it from a global, so one process can build documents in several languages.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from drafter.frozen import frozen
from drafter.language.labels import GapName, Labels
from drafter.language.pinpoint import Pinpoint, PinpointKind, number_groups, with_range_dash
from drafter.language.words import AskWords, Calendar, Grammar, NoteWords, PlaceholderWords, SearchWords
from drafter.patterns import pattern

if TYPE_CHECKING:
    from drafter.language.comment_words import CommentWords
    from drafter.language.review_words import ReviewWords

_NOTES_AT_END = pattern(r"\s*(?:\[\^[^\]\s]+\])+\s*$")


@frozen
class Language:
    """How one human language writes dates, lists, numbers, notes and sentences."""

    code: str
    """ISO 639-1: ``en``."""
    proofing: str
    """The language in which Word checks the spelling: ``en-GB``."""
    calendar: Calendar
    grammar: Grammar
    search: SearchWords
    asks: AskWords
    placeholders: PlaceholderWords
    notes: NoteWords
    labels: Labels
    review_words: "Callable[[], ReviewWords]"
    """Returns the tables of words that a review searches for, which a build does not need."""
    comment_words: "Callable[[], CommentWords]"
    """Returns the words of the comments in a Word file, which a final build does not need."""

    # Compared by identity, so that it is a cheap key of caches: a process has one value for each language.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    # ---- dates ----

    def date(self, day: date) -> str:
        """Return *day* in words: ``21 November 2026``."""
        number = self.calendar.first_day if day.day == 1 else str(day.day)
        return self.calendar.day.format(day=number, month=self.calendar.months[day.month - 1], year=day.year)

    def month(self, year: int, number: int) -> str:
        """Return a month in words: ``November 2026``. *number* is 1 to 12."""
        return self.calendar.month.format(month=self.calendar.months[number - 1], year=year)

    @property
    def month_numbers(self) -> dict[str, int]:
        """The number of each month by its name in lower case and by each of its unambiguous abbreviations."""
        return _month_numbers(self.calendar.months)

    @property
    def ordinal_endings(self) -> tuple[str, ...]:
        """The endings of the ordinals of days: ``st``, ``nd``, ``rd``, ``th``."""
        endings = (self.ordinal(day).removeprefix(str(day)) for day in range(1, 32))
        return tuple(dict.fromkeys(ending for ending in endings if ending))

    # ---- numbers and lists ----

    def ordinal(self, number: int) -> str:
        """Return *number* as an ordinal: ``21st``."""
        return self.grammar.ordinal(number)

    def number(self, value: int) -> str:
        """Return *value* in digits, with the language's separator of thousands: ``1,200``."""
        return f"{value:,}".replace(",", self.grammar.thousands)

    def counted(self, count: int, noun: str) -> str:
        """Return *count* in digits with *noun*: ``1 clause``, ``1,200 clauses``."""
        return f"{self.number(count)} {self.noun(noun, count)}"

    def noun(self, noun: str, count: int) -> str:
        """Return *noun* in the singular or plural, as *count* requires."""
        return noun if count == 1 else self.grammar.plural(noun)

    def counted_in_words(self, count: int, noun: str) -> str:
        """Return *count* with *noun*, small numbers as words: ``three fields``."""
        return f"{self.number_in_words(count)} {self.noun(noun, count)}"

    def number_in_words(self, value: int) -> str:
        """Return a small number as a word, "no" for 0, and any other in digits."""
        words = self.grammar.numbers
        return words[value] if 0 <= value < len(words) else self.number(value)

    def listed(self, items: Sequence[str], joiner: Literal["and", "or"] = "and") -> str:
        """Return *items* as a list within a sentence: ``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])}{self.grammar.joiners[joiner]}{items[-1]}"

    # ---- names ----

    def with_article(self, noun: str) -> str:
        """Return *noun* with its indefinite article: ``an embedded file``."""
        return self.grammar.indefinite(noun)

    def without_article(self, name: str) -> str:
        """Return the *name* of a State without its article: ``Republic of Ruritania``."""
        article = next((article for article in self.grammar.articles if name.startswith(article)), "")
        return name.removeprefix(article)

    def of(self, name: str) -> str:
        """Return the *name* of a State, with its article, after "of": ``of the Philippines``."""
        return self.grammar.of(name)

    # ---- sentences ----

    def sentence(self, text: str) -> str:
        """Return *text* with an initial capital and a full stop at its end; ``""`` if it is blank."""
        text = text.strip()
        if not text:
            return ""
        ended = text if text.endswith(self.grammar.sentence_ends) else f"{text}."
        return self.upper_first(ended)

    def with_full_stop(self, text: str) -> str:
        """Return *text* of one line with a full stop at its end, before its notes; several lines stay."""
        match = _NOTES_AT_END.search(text)
        words, notes = (text[: match.start()].rstrip(), match[0]) if match else (text.rstrip(), "")
        is_ended = words.endswith((*self.grammar.sentence_ends, ":", ";", "}"))
        return text if not words or is_ended or "\n" in words else f"{words}.{notes}"

    def lower_first(self, text: str) -> str:
        """Return *text* with its first letter in lower case, unless its first word is a name in capitals."""
        words = text.split(maxsplit=1)
        if not words or sum(letter.isupper() for letter in words[0]) > 1:
            return text
        return text[:1].lower() + text[1:]

    def upper_first(self, text: str) -> str:
        """Return *text* with an initial capital."""
        return text[:1].upper() + text[1:]

    def unstopped(self, text: str) -> str:
        """Return *text* without its final full stop, for use inside a longer sentence."""
        text = text.rstrip()
        return text[:-1] if text.endswith(".") and not text.endswith("..") else text

    def phrase(self, text: str) -> str:
        """Return *text* as it is printed within a sentence: with a small first article and no full stop.

        An abbreviation at its end keeps its full stop.
        """
        has_stop = self.grammar.abbreviation_end.search(text.rstrip())
        return self.ending_phrase(text) if not has_stop else self._with_small_article(text)

    def ending_phrase(self, text: str) -> str:
        """Return *text* as it is printed at the end of a sentence, before the full stop."""
        return self._with_small_article(self.unstopped(text))

    def _with_small_article(self, text: str) -> str:
        match = self.grammar.phrase_start.match(text)
        return text if match is None else f"{match[0].lower()}{text[match.end() :]}"

    # ---- labels ----

    def gap(self, name: GapName, of: str = "") -> str:
        """Return the label of the gap *name*; *of* is the fact, source or organisation that it belongs to."""
        return self.labels.gaps[name].format(of=of)

    def quote(self, title: str) -> str:
        """Return *title* in quotation marks."""
        before, after = self.labels.quoted
        return f"{before}{title}{after}"

    # ---- notes ----

    def cite(self, pinpoint: Pinpoint) -> str:
        """Return *pinpoint* as a note prints it: ``art. 12 (2) (c)``, ``paras. 20–23``."""
        if pinpoint.kind == "words":
            return pinpoint.number
        singular, plural = self.notes.pinpoints[pinpoint.kind]
        return f"{plural if pinpoint.is_plural else singular} {pinpoint.number}"

    def locator(self, text: str, kind: PinpointKind = "words") -> str:
        """Return the page or paragraph that somebody typed as it is printed: ``paras. 25–26``, ``pp. 3–4``.

        A bare number is one of *kind*. Anything else is printed as it was typed.
        """
        text = text.strip()
        if not text:
            return ""
        if text[:1].isdigit() and kind != "words":
            return self.cite(Pinpoint(kind, with_range_dash(text)))
        for name, named in self._pinpoint_names:
            rest = text[len(name) :]
            number = rest.removeprefix(".").lstrip()
            if text.lower().startswith(name) and rest[:1] in (".", " ") and number[:1].isdigit():
                return self.cite(Pinpoint(named, with_range_dash(number)))
        return text

    @property
    def _pinpoint_names(self) -> list[tuple[str, PinpointKind]]:
        """The abbreviations of pinpoints without their full stop, each with its kind."""
        pinpoints = self.notes.pinpoints.items()
        return [(name.rstrip("."), kind) for kind, pair in pinpoints for name in pair]

    def cite_all(self, kind: PinpointKind, numbers: Iterable[str]) -> str:
        """Return several pinpoints of one *kind*: ``arts. 6, 9 and 10``; ``""`` without *numbers*."""
        listed = list(numbers)
        if not listed:
            return ""
        singular, plural = self.notes.pinpoints[kind]
        return f"{plural if len(listed) > 1 else singular} {self.listed(listed)}"

    def cite_together(self, pinpoints: Sequence[Pinpoint]) -> str:
        """Return several parts of one document: ``arts. 6, 9 and 12 (1) and (2)``; ``""`` without any."""
        if len(pinpoints) == 1:
            return self.cite(pinpoints[0])
        kinds = dict.fromkeys(pinpoint.kind for pinpoint in pinpoints)
        return ", ".join(
            self._cite_kind(kind, [pinpoint for pinpoint in pinpoints if pinpoint.kind == kind])
            for kind in kinds
        )

    def _cite_kind(self, kind: PinpointKind, pinpoints: Sequence[Pinpoint]) -> str:
        """Return *pinpoints*, all of one *kind*, in the singular if they are parts of one article."""
        if kind == "words":
            return self.listed(list(dict.fromkeys(pinpoint.number for pinpoint in pinpoints)))
        groups = number_groups(pinpoints)
        numbers = self.listed([f"{number} {self.listed(parts)}".rstrip() for number, parts in groups])
        is_plural = len(groups) > 1 or any(pinpoint.is_plural for pinpoint in pinpoints)
        return f"{self.notes.pinpoints[kind][is_plural]} {numbers}"


@lru_cache(maxsize=8)
def _month_numbers(months: tuple[str, ...]) -> dict[str, int]:
    """Return the number of each month by its name and by each beginning that no other month has."""
    by_beginning: dict[str, set[int]] = {}
    for number, name in enumerate(map(str.lower, months), 1):
        for length in range(3, len(name) + 1):
            by_beginning.setdefault(name[:length], set()).add(number)
    return {beginning: numbers.pop() for beginning, numbers in by_beginning.items() if len(numbers) == 1}
