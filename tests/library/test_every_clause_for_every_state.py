"""Every clause, composed for a State that is party to its treaties, for others, and without a State."""

import re
from collections.abc import Iterator

import pytest

from drafter.compose.sections import SectionBuilder
from drafter.compose.views import StateView
from drafter.compose.wording import TypedText
from drafter.library.binding import cited_treaties, not_binding
from drafter.library.clause_sentences import clause_sentences
from drafter.library.open_library import library_for
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.vocabulary import State

LIBRARY = library_for()
CLAUSES = {clause.id: clause for clause in LIBRARY.all_clauses()[0]}
PARTY, NOT_PARTY = LIBRARY.states["XRU"], LIBRARY.states["XGR"]
SPARSE = min(
    (state for state in LIBRARY.states.values() if state.status != "fictional"),
    key=lambda state: len(LIBRARY.memberships(state)),
)
"""The State about whose treaties the table knows least."""

every_clause = pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)


def answers_to(clause: Clause) -> Iterator[dict[str, str]]:
    """Yield the answers of the examples, once for each choice of each question."""
    examples = {ask.name: ask.choices[0].value if ask.choices else ask.example for ask in clause.questions}
    yield examples
    for ask in clause.questions:
        for choice in ask.choices[1:]:
            yield {**examples, ask.name: choice.value}


def composed(clause: Clause, state: State | None, answers: dict[str, str]) -> str:
    """Return *clause* as printed in a text about *state*, ``""`` if it is left out."""
    chosen = {"clause": clause.id, "answers": answers}
    tree = {"format": 1, "themes": [{"theme": clause.head.themes[0], "clauses": [chosen]}]}
    given = Answers.model_validate(tree)
    name = TypedText(state.in_text if state else "the State")
    section = SectionBuilder(given, LIBRARY, StateView(state, name), "", {}).build(given.themes[0])
    asked = [view.text for view in (*section.questions, *section.recommendations)]
    return " ".join([*section.grounds, *section.conclusions, *asked])


def is_left_out(clause: Clause, state: State) -> bool:
    """Return whether *clause* is a conclusion on a treaty to which *state* is not party."""
    unbound = not_binding(clause, LIBRARY.memberships(state), LIBRARY.authorities)
    return clause.head.kind == "conclusion" and bool(unbound)


@every_clause
def test_a_clause_is_complete_for_a_party_and_for_a_state_of_which_little_is_known(clause: Clause) -> None:
    for state in (PARTY, SPARSE):
        for answers in answers_to(clause):
            text = composed(clause, state, answers)
            assert text[:1].isupper() or text.startswith("“") or is_left_out(clause, state)
            assert re.search(r"\{\{|\}\}|\{%|\(gap:|\. \.|\.\.(?!\.)|  | ,", text) is None


@every_clause
def test_a_conclusion_is_left_out_and_nothing_is_called_violated_where_the_treaty_does_not_bind(
    clause: Clause,
) -> None:
    unbound = not_binding(clause, LIBRARY.memberships(NOT_PARTY), LIBRARY.authorities)
    titles = [LIBRARY.treaties[membership.treaty].title for membership in unbound]
    for answers in answers_to(clause):
        text = composed(clause, NOT_PARTY, answers)
        assert bool(text) != is_left_out(clause, NOT_PARTY)
        for sentence in clause_sentences(text):
            is_claim = re.search(r"\b(?:violat|breach|incompatible|not in conformity)", sentence)
            assert not (is_claim and "Graustark" in sentence and any(title in sentence for title in titles))


@every_clause
def test_a_clause_without_a_state_asks_nothing_about_one(clause: Clause) -> None:
    general = clause.without_state
    if general.names_state:
        return
    text = composed(clause, None, {})
    assert general.questions or "(gap:" not in text
    assert "{{" not in text


CONCERNS = [clause for clause in CLAUSES.values() if clause.head.kind == "concern"]


@pytest.mark.parametrize("clause", CONCERNS, ids=[clause.id for clause in CONCERNS])
def test_a_concern_of_the_library_says_something_about_the_state(clause: Clause) -> None:
    first = next(answers_to(clause))
    text = composed(clause, PARTY, first)
    said = [*first.values(), *(choice.text for ask in clause.questions for choice in ask.choices)]
    assert "Ruritania" in text or any(answer and answer.split()[0] in text for answer in said)


def test_every_theme_has_a_conclusion_on_a_treaty_and_one_for_every_state() -> None:
    wrong = []
    for theme in LIBRARY.themes.themes:
        conclusions = [
            clause
            for clause in CLAUSES.values()
            if clause.head.kind == "conclusion" and theme in clause.head.themes
        ]
        treaties = [cited_treaties(clause, LIBRARY.authorities) for clause in conclusions]
        if not any(treaties) or all(treaties):
            wrong.append(theme)
        wrong += [clause.id for clause in conclusions if len(cited_treaties(clause, LIBRARY.authorities)) > 1]
    assert wrong == []
