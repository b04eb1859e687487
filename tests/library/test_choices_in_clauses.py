"""Clauses whose text depends on an answer: each answer has a sentence of its own, and none is presumed."""

import pytest

from drafter.compose.clause_values import clause_values
from drafter.language.english import ENGLISH
from drafter.model.clause import Clause
from tests.support.script import LIBRARY

CLAUSES = LIBRARY.all_clauses()[0]
BY_ID = {clause.id: clause for clause in CLAUSES}
WITH_CHOICES = [
    clause for clause in CLAUSES if any(ask.choices and ask.kind == "choice" for ask in clause.questions)
]
WHO_INVESTIGATES = [
    ("right-to-life/killed-in-operations", "inquiry", "independent", "is independent", "itself"),
    ("right-to-life/killed-in-operations", "inquiry", "nobody", "No authority", "independent"),
    ("right-to-life/killed-in-operations", "inquiry", "service", "itself", "independent"),
    ("torture/complaints-return-to-the-service", "examination", "independent", "is independent", "part of"),
    ("torture/complaints-return-to-the-service", "examination", "nobody", "No complaint", "independent"),
    ("torture/investigate-outside-the-service", "investigator", "institution", "human rights", "new"),
]


@pytest.mark.parametrize("clause", WITH_CHOICES, ids=[clause.id for clause in WITH_CHOICES])
def test_each_choice_has_a_sentence_of_its_own(clause: Clause) -> None:
    for ask in clause.questions:
        texts = [choice.text or choice.title for choice in ask.choices]
        assert len(set(texts)) == len(texts)
        assert all(choice.value and choice.title for choice in ask.choices)


@pytest.mark.parametrize(("clause_id", "question", "answer", "said", "unsaid"), WHO_INVESTIGATES)
def test_the_text_says_who_investigates_and_presumes_nothing(
    clause_id: str, question: str, answer: str, said: str, unsaid: str
) -> None:
    values = clause_values(BY_ID[clause_id], {question: answer, "body": "the police"}, {}, ENGLISH)
    printed = str(values[question])
    assert said in printed
    assert unsaid not in printed


def test_the_law_after_a_choice_holds_for_every_answer() -> None:
    text = BY_ID["right-to-life/killed-in-operations"].text
    assert "not the independent one" not in text
    assert "Their deaths are investigated by" not in text
