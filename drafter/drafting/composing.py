"""Composing the document that resolved answers make."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from drafter.compose.draft import Draft, compose, compose_with_origins
from drafter.compose.persons import with_real_names
from drafter.compose.templates import FindTemplate
from drafter.drafting.resolve import Resolved
from drafter.frozen import replaced
from drafter.library.library import Library
from drafter.library.open_library import template_finder
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentType
from drafter.model.origins import Origins
from drafter.model.vocabulary import State
from drafter.privacy.public_version import without_unpublished
from drafter.review.length import Length, measure, measure_finished

R = TypeVar("R", covariant=True)


def compose_draft(resolved: Resolved, real_names: Mapping[str, str] | None = None) -> Draft:
    """Return the document; *real_names* holds those that are printed, by case. Raises as ``compose`` does."""
    return _compose_with(compose, resolved, real_names)


def compose_draft_with_origins(
    resolved: Resolved, real_names: Mapping[str, str] | None = None
) -> tuple[Draft, Origins]:
    """Return the document as ``compose_draft`` does, and where each part of its lines comes from.

    In a public version, the paths are those of the answers that it prints.
    """
    return _compose_with(compose_with_origins, resolved, real_names)


class _Compose(Protocol[R]):
    """``compose`` or ``compose_with_origins``."""

    def __call__(
        self,
        answers: Answers,
        library: Library,
        document_type: DocumentType,
        state: State | None,
        *,
        find: FindTemplate,
        printed_names: Mapping[str, str],
    ) -> R: ...


def _compose_with(composing: _Compose[R], resolved: Resolved, real_names: Mapping[str, str] | None) -> R:
    answers, rules = resolved.answers, resolved.rules
    language = resolved.library.language
    if resolved.is_public:
        answers, rules = without_unpublished(answers, rules)
    real_names = real_names or {}
    answers = with_real_names(answers, rules.asks, real_names, language)
    changed = language.labels.name_changed
    people = {
        key: real_names.get(key)
        or changed.format(name=resolved.answers.cases[key].pseudonym or language.labels.unnamed_person)
        for key, decision in resolved.decisions.items()
        if decision.is_included
    }
    return composing(
        answers,
        resolved.library,
        replaced(resolved.document_type, rules=rules),
        resolved.state,
        find=template_finder(resolved.library),
        printed_names=people,
    )


def draft_length(resolved: Resolved) -> Length:
    """Return how long the document is so far. Raises DrafterError where the answers make none."""
    return measure(compose_draft(resolved).document, resolved.rules, resolved.answers)


def finished_length(resolved: Resolved) -> Length:
    """Return how long the document is so far, without what is open. Raises DrafterError if there is none."""
    return measure_finished(compose_draft(resolved).document, resolved.rules, resolved.answers)
