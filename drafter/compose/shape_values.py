"""The names that a shape may use, with their values."""

from collections.abc import Mapping

from drafter.compose.asks import ask_groups
from drafter.compose.earlier_rows import EarlierRows
from drafter.compose.origins import TraceValue, untraced
from drafter.compose.sections import Library, SectionBuilder
from drafter.compose.views import (
    StateView,
    details,
    organisation_views,
    signature,
    text_or_gap,
)
from drafter.compose.wording import OpenAnswer, TypedText, typed_or_open
from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.vocabulary import State


def shape_values(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    printed_names: Mapping[str, str],
    *,
    trace: TraceValue = untraced,
) -> dict[str, object]:
    """Return the value of each name that a shape may use.

    *printed_names* has the name to print for each case that may be told, by the key of the case. *trace*
    marks what answers and clauses print with its path.
    """
    rules, language = document_type.rules, library.language
    state_name = _state_name(state, rules, language)
    builder = SectionBuilder(
        answers, library, StateView(state, state_name), rules.treaty, printed_names, trace=trace
    )
    sections = tuple(
        builder.build(section, ("themes", number)) for number, section in enumerate(answers.themes)
    )
    organisations = organisation_views(answers, language, trace)
    groups = ask_groups(sections, library.themes)
    rows = EarlierRows(answers, library.themes, rules, language, trace)
    statuses, by_position = rows.picture()
    grouped_by = answers.recommendations.grouped_by or ""
    return {
        "rules": rules,
        "mechanism": document_type.mechanism,
        "document_name": TypedText(rules.name),
        "state": state_name,
        "state_formal": TypedText(state.formal) if state else state_name,
        "has_state": state is not None,
        "title": trace(("title",), typed_or_open(answers.title or "", "")),
        "organisations": organisations,
        "lead": organisations[0] if organisations else None,
        "joint": len(organisations) > 1,
        "keywords": tuple(
            trace(("keywords", number), TypedText(keyword.strip()))
            for number, keyword in enumerate(answers.keywords)
            if keyword.strip()
        ),
        "summary": trace(("summary",), text_or_gap(answers, "summary", language.gap("summary"), language)),
        "method": trace(("method",), text_or_gap(answers, "method", language.gap("method"), language)),
        "details": details(rules.asks, answers.details, language, trace),
        "earlier": rows.views(state_name),
        "earlier_document": rows.document(),
        "earlier_counts": rows.counts(),
        "earlier_statuses": statuses,
        "earlier_by_position": by_position,
        "earlier_place": answers.earlier_table.place or "body",
        "has_earlier_picture": bool(answers.earlier_table.picture),
        "sections": sections,
        "asks_by": groups,
        "addressed": tuple(group.addressed[0] for group in groups["addressee"]),
        "grouped_by": grouped_by,
        "asks_apart": grouped_by in ("addressee", "time"),
        "closing": trace(("closing",), text_or_gap(answers, "closing", language.gap("closing"), language)),
        "sign_off": {
            name: trace(("sign_off", name), value)
            for name, value in signature(answers.sign_off, language).items()
        },
    }


def _state_name(state: State | None, rules: DocumentRules, language: Language) -> str:
    """Return the State as it is named in a sentence; without one, a gap if the document needs a State."""
    if state is not None:
        return TypedText(state.in_text)
    if rules.state_needed:
        return OpenAnswer(language.gap("state"))
    return TypedText(language.labels.unnamed["state"])
