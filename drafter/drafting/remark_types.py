"""Every type of remark, for explanations, for the reference page and for tests."""

from collections.abc import Iterable
from functools import cache
from types import ModuleType

from drafter.compose import notes
from drafter.drafting import (
    checked_file,
    confidentiality_remarks,
    name_remarks,
    official_wording,
    pipeline,
    waivers,
)
from drafter.frozen import frozen
from drafter.model.remark import FAMILIES, Remark, RemarkType
from drafter.review import (
    asks,
    binding,
    body_terms,
    body_treaty,
    call_answers,
    cases,
    citations_of_facts,
    concerns,
    contacts_in_texts,
    cuts,
    dates,
    deadlines,
    earlier,
    facts,
    figures,
    forbidden,
    gates,
    leaks,
    limits,
    missing,
    misspellings,
    named_organisations,
    names_in_stories,
    organisations,
    other_state,
    own_voice,
    pasted,
    phrases,
    placeholders,
    positions,
    questions,
    recommendations,
    references,
    required,
    safety,
    sections,
    sources,
    state,
    stories,
    style,
    unprinted,
    word_checks,
    word_text_checks,
    wording,
)

MODULES: tuple[ModuleType, ...] = (
    recommendations,
    asks,
    body_treaty,
    wording,
    phrases,
    placeholders,
    body_terms,
    other_state,
    style,
    misspellings,
    own_voice,
    binding,
    positions,
    waivers,
    organisations,
    state,
    limits,
    cuts,
    missing,
    required,
    forbidden,
    safety,
    call_answers,
    questions,
    sections,
    concerns,
    gates,
    dates,
    deadlines,
    facts,
    figures,
    earlier,
    sources,
    citations_of_facts,
    unprinted,
    notes,
    references,
    pasted,
    stories,
    cases,
    named_organisations,
    names_in_stories,
    contacts_in_texts,
    leaks,
    name_remarks,
    confidentiality_remarks,
    official_wording,
    pipeline,
    checked_file,
    word_checks,
    word_text_checks,
)
"""The modules with a tuple ``TYPES``."""


@cache
def remark_types() -> tuple[RemarkType, ...]:
    """Return every type, by family and then in the order of the modules."""
    types: Iterable[RemarkType] = (kind for module in MODULES for kind in module.TYPES)
    families = list(FAMILIES)
    return tuple(sorted(types, key=lambda kind: families.index(kind.family)))


@cache
def find_type(code: str) -> RemarkType | None:
    """Return the type of the remarks with *code*. A type whose code ends in ``*`` has all that begin so."""
    return next((kind for kind in remark_types() if is_of_type(code, kind)), None)


def is_of_type(code: str, kind: RemarkType) -> bool:
    """Return whether remarks with *code* are of the type *kind*."""
    return code == kind.code or (kind.code.endswith("*") and code.startswith(kind.code[:-1]))


@frozen
class RemarkFilter:
    """Which remarks a reader wants to see: codes, and families for all of their codes."""

    selected: frozenset[str] = frozenset()
    """Only these; empty for all."""
    ignored: frozenset[str] = frozenset()

    def shows(self, remark: Remark) -> bool:
        """Return whether *remark* is selected and not ignored."""
        kind = find_type(remark.code)
        names = {remark.code, *((kind.code, kind.family) if kind else ())}
        return (not self.selected or bool(names & self.selected)) and not names & self.ignored
