"""Answers within a sentence of a clause: how they are printed, and the sentence that is shown for them."""

import pytest

from drafter.compose.clause_values import clause_values
from drafter.compose.templates import fill_clause
from drafter.language.english import ENGLISH
from drafter.library.phrases import reads
from drafter.model.phrase_fields import phrase_names, with_phrases
from tests.support.script import LIBRARY

CLAUSE = LIBRARY.clause("treatment-access/treatment-that-is-missing")


def printed(text: str, **answers: str) -> str:
    """Return the clause *text* filled with *answers* as a document prints it."""
    questions = tuple(CLAUSE.questions[0].model_copy(update={"name": name}) for name in answers)
    clause = CLAUSE.model_copy(update={"questions": questions, "text": text})
    values = clause_values(clause, answers, {}, ENGLISH)
    return str(fill_clause(text, values, "a/b.md", 1, ENGLISH)).replace("\\", "")


@pytest.mark.parametrize(
    ("text", "answer", "result"),
    [
        ("Under {{ law }}, they are held.", "The Law on Drugs.", "Under the Law on Drugs, they are held."),
        ("They obtain {{ law }}.", "Detox in two hospitals.", "They obtain Detox in two hospitals."),
        ("{{ law }} holds people.", "The police", "The police holds people."),
        ("It is so. {{ law }} holds people.", "The police.", "It is so. The police holds people."),
        ("Direct {{ law }} to pay.", "The Ministry of Health", "Direct the Ministry of Health to pay."),
        ("In {{ law }}, it rains.", "The Hague", "In The Hague, it rains."),
        ("By {{ law }} alone.", "Police", "By Police alone."),
        ("By {{ law }} alone.", "A police order", "By a police order alone."),
        ("By {{ law }} alone.", "All Saints Clinic", "By All Saints Clinic alone."),
        ("By {{ law }} alone.", "All clinics", "By all clinics alone."),
        ("By {{ law }}, it pays.", "Beds, food, etc.", "By Beds, food, etc., it pays."),
        ("It pays {{ law }}.", "beds, food, etc.", "It pays beds, food, etc."),
        ("{{ law | sentence }} It pays.", "The police", "The police. It pays."),
    ],
)  # fmt: skip
def test_an_answer_within_a_sentence_is_printed_as_a_phrase(text: str, answer: str, result: str) -> None:
    assert printed(text, law=answer) == result


def test_only_answers_within_a_sentence_are_phrases() -> None:
    text = "In {{ state }}, {{ body }} acts. {{ facts }} {{ gap | sentence }} {{ law }} holds."
    assert phrase_names(text) == {"body"}
    assert "{{ state }}" in with_phrases(text)
    assert "{{ facts }}" in with_phrases(text)


def test_the_sentence_is_shown_with_a_gap_and_with_the_answer() -> None:
    name = CLAUSE.questions[0].name
    shown = reads(CLAUSE, name, {}, "Ruritania", ENGLISH)
    assert shown.endswith("treatment for drug dependence can obtain ____. What people cannot obtain is ….")
    assert len(shown) <= 160
    answered = reads(CLAUSE, name, {name: "The services of one hospital."}, "Ruritania", ENGLISH)
    assert answered == (
        "In Ruritania, people who seek treatment for drug dependence can obtain the services of one hospital."
    )
    assert reads(CLAUSE, "no_field", {}, "Ruritania", ENGLISH) == ""


def test_every_question_of_the_library_that_is_typed_has_a_short_sentence() -> None:
    for clause in LIBRARY.all_clauses()[0]:
        for ask in clause.questions:
            if not ask.choices:
                shown = reads(clause, ask.name, {}, "Ruritania", ENGLISH)
                assert "____" in shown, (clause.id, ask.name)
                assert len(shown) <= 220
                assert "{" not in shown
                assert "[^" not in shown
