"""The names that a shape may use, with their values."""

from collections.abc import Iterable, Iterator, Mapping

from drafter.compose.fact_text import fact_sentences
from drafter.compose.sections import Library, SectionBuilder
from drafter.compose.views import (
    AskView,
    SectionView,
    StateView,
    details,
    earlier_view,
    long_or_gap,
    organisation_views,
    signature,
)
from drafter.compose.wording import OpenAnswer, TypedText, typed_or_open
from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.vocabulary import State, Themes


@frozen
class AddresseeView:
    """The recommendations to one addressee."""

    title: str
    items: tuple[AskView, ...]


def shape_values(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    printed_names: Mapping[str, str],
) -> dict[str, object]:
    """Return the value of each name that a shape may use.

    *printed_names* has the name to print for each case that may be told, by the key of the case.
    """
    rules, language = document_type.rules, library.language
    state_name = _state_name(state, rules, language)
    builder = SectionBuilder(answers, library, StateView(state, state_name), rules.treaty, printed_names)
    sections = tuple(builder.build(section) for section in answers.themes)
    organisations = organisation_views(answers, language)
    return {
        "rules": rules,
        "mechanism": document_type.mechanism,
        "document_name": TypedText(rules.name),
        "state": state_name,
        "state_formal": TypedText(state.formal) if state else state_name,
        "has_state": state is not None,
        "title": typed_or_open(answers.title or "", ""),
        "organisations": organisations,
        "lead": organisations[0] if organisations else None,
        "joint": len(organisations) > 1,
        "keywords": tuple(TypedText(keyword.strip()) for keyword in answers.keywords if keyword.strip()),
        "summary": long_or_gap(answers, "summary", language.gap("summary")),
        "method": long_or_gap(answers, "method", language.gap("method")),
        "details": details(rules.asks, answers.details, language),
        "earlier": tuple(
            earlier_view(
                earlier, fact_sentences(earlier.facts, answers.facts, state_name, language), language
            )
            for earlier in answers.earlier
        ),
        "sections": sections,
        "addressed": tuple(_by_addressee(sections, library.themes)),
        "closing": long_or_gap(answers, "closing", language.gap("closing")),
        "sign_off": signature(answers.sign_off, language),
    }


def _state_name(state: State | None, rules: DocumentRules, language: Language) -> str:
    """Return the State as it is named in a sentence; without one, a gap if the document needs a State."""
    if state is not None:
        return TypedText(state.in_text)
    if rules.state_needed:
        return OpenAnswer(language.gap("state"))
    return TypedText(language.labels.unnamed["state"])


def _by_addressee(sections: Iterable[SectionView], vocabulary: Themes) -> Iterator[AddresseeView]:
    """Yield the recommendations by addressee; addressees and recommendations keep the author's order."""
    recommendations = [ask for section in sections for ask in section.recommendations]
    for name in dict.fromkeys(ask.addressee for ask in recommendations):
        addressee = vocabulary.addressees.get(name)
        items = tuple(ask for ask in recommendations if ask.addressee == name)
        yield AddresseeView(TypedText(addressee.title if addressee else name), items)
