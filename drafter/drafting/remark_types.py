"""Every type of remark, for explanations, for the reference page and for tests."""

from collections.abc import Iterable
from types import ModuleType

from drafter.drafting import checked_file, name_remarks, pipeline, waivers
from drafter.model.remark import FAMILIES, RemarkType
from drafter.review import (
    asks,
    binding,
    body_terms,
    call_answers,
    cases,
    dates,
    forbidden,
    gates,
    leaks,
    limits,
    missing,
    named_organisations,
    organisations,
    own_voice,
    pasted,
    placeholders,
    positions,
    questions,
    recommendations,
    required,
    safety,
    sections,
    state,
    stories,
    wording,
)

MODULES: tuple[ModuleType, ...] = (
    recommendations,
    asks,
    wording,
    placeholders,
    body_terms,
    own_voice,
    binding,
    positions,
    waivers,
    organisations,
    state,
    limits,
    missing,
    required,
    forbidden,
    safety,
    call_answers,
    questions,
    sections,
    gates,
    dates,
    pasted,
    stories,
    cases,
    named_organisations,
    leaks,
    name_remarks,
    pipeline,
    checked_file,
)
"""The modules with a tuple ``TYPES``."""


def remark_types() -> tuple[RemarkType, ...]:
    """Return every type, by family and then in the order of the modules."""
    types: Iterable[RemarkType] = (kind for module in MODULES for kind in module.TYPES)
    families = list(FAMILIES)
    return tuple(sorted(types, key=lambda kind: families.index(kind.family)))


def find_type(code: str) -> RemarkType | None:
    """Return the type of the remarks with *code*. A type whose code ends in ``*`` has all that begin so."""
    for kind in remark_types():
        if code == kind.code or (kind.code.endswith("*") and code.startswith(kind.code[:-1])):
            return kind
    return None
