"""Clauses on women, children, families and sex work: the State comes first; no text presumes an answer."""

import pytest

from drafter.model.clause import STATE_FIELD, Clause
from tests.support.script import LIBRARY

THEMES = (
    "women",
    "pregnancy-custody",
    "gender-violence",
    "children",
    "children-of-parents",
    "child-justice",
    "prevention",
    "sex-work",
)


def of_theme(theme: str, kind: str) -> list[Clause]:
    """Return the clauses of this kind in the folder of *theme*."""
    clauses = LIBRARY.all_clauses()[0]
    return [clause for clause in clauses if clause.head.themes[0] == theme and clause.head.kind == kind]


@pytest.mark.parametrize("theme", THEMES)
def test_each_concern_says_what_happens_in_the_state_and_has_a_text_without_one(theme: str) -> None:
    concerns = of_theme(theme, "concern")
    assert concerns
    for concern in concerns:
        assert any(STATE_FIELD in text for text in concern.texts) or "law" in {
            ask.name for ask in concern.questions
        }, concern.id
        assert concern.questions, concern.id
        assert concern.head.general, concern.id


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_a_conclusion_on_a_treaty_and_one_on_the_declaration(theme: str) -> None:
    bases = [clause.head.legal_basis for clause in of_theme(theme, "conclusion")]
    on_declaration = [basis for basis in bases if basis[0].startswith("udhr:")]
    assert len(on_declaration) == 1
    assert 2 <= len(bases) <= 3


def test_the_recommendation_on_complaints_asks_for_the_next_step_from_who_examines_them_today() -> None:
    clause = LIBRARY.clause("gender-violence/independent-investigation")
    [ask] = clause.questions
    asked = {choice.value: choice.text for choice in ask.choices}
    assert asked["same-service"].endswith("the service to which the officers belong")
    assert "without a complaint" in asked["independent"]
    assert "independent of" not in asked["independent"] + asked["nobody"]
