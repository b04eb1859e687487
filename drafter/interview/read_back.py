"""What drafter has read in a line of several parts, said back so that a mistake is seen at once."""

from collections.abc import Iterator

from drafter.answers.working import WorkingAnswers
from drafter.dates import years_in
from drafter.interview.items.sources import fact_source_in_words
from drafter.language.language import Language
from drafter.model.facts import Fact, Source
from drafter.patterns import pattern

_YEARS = pattern(r"\b(?:19|20)\d\d\b,?")
_NUMBER = pattern(r"\b\d[\d.,]*(?<![.,])(?: [^\W\d_]+)?")
"""A number in digits with the word behind it: ``12 centres``."""
CORRECT = "If that is wrong, go back and correct it."


def read_back(before: WorkingAnswers, after: WorkingAnswers, language: Language) -> Iterator[str]:
    """Yield what was read in each new fact, source and line about an organisation."""
    for key, fact in after.facts.items():
        old = before.facts.get(key)
        parts: list[str] = []
        if fact.text and (old is None or old.text != fact.text):
            parts += _figure(fact, language)
        source = after.sources.get(fact.source or "")
        has_new_source = source is not None and (old is None or old.source != fact.source)
        if source is not None and (has_new_source or before.sources.get(fact.source or "") != source):
            # A part that was answered alone needs no reading back.
            old_source = before.sources.get(fact.source or "")
            if has_new_source or (old_source is not None and _changed(old_source, source) > 1):
                parts.append(fact_source_in_words(source, fact.locator))
        if parts:
            yield f"{key} reads: {'; '.join(parts)}. {CORRECT}"


def _changed(before: Source, after: Source) -> int:
    """Return how many parts of a source are new."""
    names = ("title", "author", "publisher", "date", "address")
    return sum(getattr(before, name) != getattr(after, name) for name in names)


def _figure(fact: Fact, language: Language) -> Iterator[str]:
    """Yield the figure, the years and the place in the text of a *fact*, as far as they are recognised."""
    text, words = fact.text or "", language.review_words().figures()
    without_years = _YEARS.sub(" ", text)
    if count := words.count.search(without_years) or _NUMBER.search(without_years):
        yield f"figure “{count[0].strip()}”"
    if years := dict.fromkeys(years_in(text)):
        yield f"when {', '.join(map(str, years))}"
    places = [match[0] for match in words.place.finditer(text)]
    if named := [place for place in places if any(letter.isupper() for letter in place)]:
        yield f"where “{named[0]}”"
