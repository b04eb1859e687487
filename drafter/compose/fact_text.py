"""The printed sentence of a fact: its text, the period, place and groups that it lacks, its caveat."""

from collections.abc import Iterable, Mapping

from drafter.compose.origins import TraceValue, untraced
from drafter.compose.wording import Prose, escape_sentence, nonblank
from drafter.dates import printed_date, years_in
from drafter.language.language import Language
from drafter.markup.escaping import gap
from drafter.model.facts import Fact
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_NUMBERS = pattern(r"\d+(?:[.,]\d+)*")
_LAST_BRACKET = pattern(r"\)[.!?]?$")


def fact_sentences(
    keys: Iterable[str],
    facts: Mapping[str, Fact],
    state: str,
    language: Language,
    trace: TraceValue = untraced,
) -> Prose:
    """Return the *facts* with *keys* as sentences, each followed by its note mark.

    *state* is the State that the document is about.
    """
    return Prose(
        " ".join(
            trace(("facts", key), Prose(f"{_fact_text(facts[key], key, state, language)}[^{key}]"))
            for key in keys
        )
    )


def _fact_text(fact: Fact, key: str, state: str, language: Language) -> str:
    """Return a fact as Markdown, without its note; a gap if its text is not known yet."""
    text = nonblank(fact.text)
    if text is None:
        return gap(language.gap("fact", key))
    sentences = [with_scope(text.strip(), fact, state, language), nonblank(fact.caveat)]
    return " ".join(escape_sentence(sentence, language) for sentence in sentences if sentence)


def with_scope(text: str, fact: Fact, state: str, language: Language) -> str:
    """Return *text* with period, place and groups of *fact* in brackets, as far as it does not have them."""
    scope = ", ".join(
        part for part in (_period(fact, text, language), _place(fact, text, state, language)) if part
    )
    added = "; ".join(part for part in (scope, _groups(fact, text, language)) if part)
    if not added:
        return text
    if _LAST_BRACKET.search(text):
        before, _, after = text.rpartition(")")
        return f"{before}; {added}){after}"
    return f"{language.unstopped(text)} ({added})"


def _period(fact: Fact, text: str, language: Language) -> str:
    """Return the period to print: none if *text* has it, or all the years that it names."""
    period = _clean(fact.period)
    years = years_in(period)
    if years and set(years) <= set(years_in(text)):
        return ""
    return "" if _has(text, period) else printed_date(period, language)


def _place(fact: Fact, text: str, state: str, language: Language) -> str:
    """Return the place to print: none if *text* has it, or if it is the whole of the *state* in question."""
    place = _clean(fact.place)
    name = language.without_article(place)
    is_state = name.casefold() == language.without_article(state).casefold()
    return "" if is_state or _has(text, name) else place


def _groups(fact: Fact, text: str, language: Language) -> str:
    """Return the figures for groups: none if they have no number, or if *text* says for whom its figures are.

    A figure for a group may repeat the number of the *text*: "61 women among the 380".
    """
    groups = _clean(fact.disaggregation)
    numbers = set(_NUMBERS.findall(groups))
    named = language.review_words().figures().groups.search(text)
    is_said = _has(text, groups) or (named and numbers <= set(_NUMBERS.findall(text)))
    return "" if not numbers or is_said else groups


def _clean(value: object) -> str:
    return strip_xml_illegal("" if value is None else str(value)).strip().rstrip(".")


def _has(text: str, part: str) -> bool:
    return part.casefold() in text.casefold()
