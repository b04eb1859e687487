"""What drafter has read in a line of several parts, said back so that a mistake is seen at once."""

from collections.abc import Iterator, Sequence

from drafter.answers.working import WorkingAnswers
from drafter.dates import dates_in, years_in
from drafter.interview.items.sources import fact_source_in_words
from drafter.interview.items.typed_fact import guess_source
from drafter.language.figure_reading import read_figures
from drafter.language.language import Language
from drafter.model.facts import Fact, Source
from drafter.patterns import pattern

_YEARS = pattern(r"\b(?:19|20)\d\d\b")
_CONTACT = (
    ("person", "name"),
    ("email", "e-mail"),
    ("phone", "telephone"),
    ("website", "web page"),
)
"""The parts of a contact, each with its name on the screen."""
_PLACE = ("city", "country", "founded")
MOST_FIGURES = 4
"""Figures of a fact that are said back."""
CORRECT = "If that is wrong, go back and correct it, or later change the answer {}."


def read_back(before: WorkingAnswers, after: WorkingAnswers, language: Language) -> Iterator[str]:
    """Yield what was read in each new fact, source and line about an organisation."""
    for key in after.facts:
        parts, rows = _of_fact(key, before, after, language)
        if parts:
            yield f"Fact {key} reads: {'; '.join(parts)}. {CORRECT.format(' or '.join(rows))}"
        if _is_left_open(after.facts[key]) and not _is_left_open(before.facts.get(key, Fact())):
            yield f"Fact {key} has no source yet. The draft marks the place."
    yield from _places(before, after)
    yield from _contacts(before, after)


def _of_fact(
    key: str, before: WorkingAnswers, after: WorkingAnswers, language: Language
) -> tuple[list[str], list[str]]:
    """Return what is new in the text and in the source of the fact *key*, and the rows that correct it."""
    fact, old = after.facts[key], before.facts.get(key)
    parts, rows = list[str](), list[str]()
    if fact.text and (old is None or old.text != fact.text):
        read = list(_figure(fact, language))
        parts += read if old is None or read != list(_figure(old, language)) else []
        rows += [f"“{key} · text”"] if parts else []
    source = after.sources.get(fact.source or "")
    has_new_source = source is not None and (old is None or old.source != fact.source)
    if source is not None and (has_new_source or before.sources.get(fact.source or "") != source):
        # A part that was answered alone needs no reading back.
        old_source = before.sources.get(fact.source or "")
        if has_new_source or (old_source is not None and _changed(old_source, source) > 1):
            parts.append(
                _known(fact, source)
                if old_source == source
                else f"source {fact.source}: {fact_source_in_words(source, fact.locator)}"
            )
            rows.append(f"“{key} · source”")
    return parts, rows


def _known(fact: Fact, source: Source) -> str:
    """Return the source of *fact*, which the author knows, in short."""
    title = f" “{source.title}”" if source.title else ""
    return f"source {fact.source}{title}{f', {fact.locator}' if fact.locator else ''}"


def _is_left_open(fact: Fact) -> bool:
    """Return whether the author was asked for the source of *fact* and does not know it yet."""
    return fact.source is None and "source" in fact.model_fields_set


def _places(before: WorkingAnswers, after: WorkingAnswers) -> Iterator[str]:
    """Yield what was read in each new line with the place and the year of an organisation.

    Nobody has typed such a line for an organisation that was taken over from elsewhere.
    """
    for number, organisation in enumerate(after.organisations[: len(before.organisations)]):
        old = before.organisations[number]
        new = [part for part in _PLACE if (getattr(organisation, part) or "") != (getattr(old, part) or "")]
        is_line = len(new) > 1 or (new == ["city"] and organisation.country)
        if (is_line or (new == ["country"] and not organisation.city)) and organisation.country:
            name = organisation.acronym or organisation.name or f"Organisation {number + 1}"
            parts = [f"town {organisation.city}" if organisation.city else "no town"]
            parts += [f"country {organisation.country}"] if organisation.country else []
            parts += [f"since {organisation.founded}"] if organisation.founded else []
            yield f"{name} reads: {'; '.join(parts)}. {CORRECT.format(f'“{name} · place and year”')}"


def _contacts(before: WorkingAnswers, after: WorkingAnswers) -> Iterator[str]:
    """Yield what was read in each new line with several parts of the contact of an organisation."""
    for number, organisation in enumerate(after.organisations[: len(before.organisations)]):
        old, contact = before.organisations[number].contact, organisation.contact
        new = [(label, getattr(contact, part)) for part, label in _CONTACT if getattr(contact, part)]
        if sum(getattr(contact, part) != getattr(old, part) for part, _ in _CONTACT) > 1 and len(new) > 1:
            name = organisation.acronym or organisation.name or f"Organisation {number + 1}"
            read = "; ".join(f"{label} {value}" for label, value in new)
            yield f"{name} reads: {read}. {CORRECT.format(f'“{name} · contact”')}"


def _changed(before: Source, after: Source) -> int:
    """Return how many parts of a source are new."""
    names = ("title", "author", "publisher", "date", "address")
    return sum(getattr(before, name) != getattr(after, name) for name in names)


def _figure(fact: Fact, language: Language) -> Iterator[str]:
    """Yield the figures, the years and the place in the text of a *fact*, as far as they are recognised.

    What may be its source is left out: the next question is about that.
    """
    words = language.review_words().figures()
    text = guess_source(fact.text or "", language).text
    figures = [language.quote(figure.text) for figure in read_figures(_without_times(text, language), words)]
    if figures:
        yield f"{language.noun('figure', len(figures))} {language.listed(figures[:MOST_FIGURES])}"
    if times := _times(text, language):
        yield f"when {', '.join(times)}"
    places = [match[0] for match in words.place.finditer(text)]
    if named := [place for place in places if any(letter.isupper() for letter in place)]:
        yield f"where “{named[0]}”"


def _times(text: str, language: Language) -> list[str]:
    """Return the days, months and years that *text* names, each as it is written and once."""
    words = [word.strip(",.;:()") for word in text.split()]
    covered: set[int] = set()
    times: dict[int, str] = {}
    for each in dates_in(text, language):
        start = _start_of_period(words, each.start, language)
        times[start] = " ".join(words[start : each.end])
        covered.update(range(start, each.end))
    for number, word in enumerate(words):
        if number not in covered and years_in(word):
            times[number] = ", ".join(map(str, years_in(word)))
    return list(dict.fromkeys(times[number] for number in sorted(times)))


def _start_of_period(words: Sequence[str], start: int, language: Language) -> int:
    """Return where the period that ends with the date at *start* begins: "March to May 2026"."""
    joins = start >= 2 and words[start - 1] in (*language.calendar.range_words, "–", "until")
    return start - 2 if joins and words[start - 2].lower() in language.month_numbers else start


def _without_times(text: str, language: Language) -> str:
    """Return *text* without its days, months and years, whose numbers count nothing."""
    words = text.split()
    for each in dates_in(text, language):
        for number in range(each.start, each.end):
            comma = "," if words[number].endswith(",") and number == each.end - 1 else ""
            words[number] = comma
    kept = " ".join(word for word in words if word)
    return _YEARS.sub(" ", kept)
