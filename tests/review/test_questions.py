"""A question to a State asks it to tell something; it is not an order."""

import pytest

from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.review.passages import Passage
from drafter.review.questions import check_question, check_questions
from drafter.review.submission import Submission
from tests.support.submissions import BUNDLED

ISSUES = Submission(
    Answers.model_validate({"format": 1}), BUNDLED.document("ccpr/list-of-issues").rules, ENGLISH
)


def orders(text: str) -> list[str]:
    """Return the codes of the remarks on the question *text*."""
    return [one.code for one in check_question(Passage(text, "the theme", "question"), ISSUES)]


@pytest.mark.parametrize(
    "text",
    [
        "Guarantee that every prison offers methadone.",
        "Ensure that nobody is held without a judge.",
        "Repeal section 12 of the Narcotics Act.",
        "Provide methadone in every prison.",
    ],
)
def test_a_question_that_begins_with_an_order_is_a_warning(text: str) -> None:
    assert orders(text) == ["question-is-order"]


@pytest.mark.parametrize(
    "text",
    [
        "Please describe how every prison offers methadone.",
        "Provide information on the number of people who were held without a judge.",
        "Please provide, for each of the last five years, data on deaths in prison.",
        "Indicate which authority licenses the centres, and comment on reports of forced labour.",
        "How will the State party guarantee that every prison offers methadone?",
        "Close the gap: when will the State party repeal section 12?",
        "What has been done since 2020 to repeal section 12.",
        "",
    ],
)
def test_a_question_that_asks_the_state_to_tell_something_has_no_remark(text: str) -> None:
    assert orders(text) == []


def test_no_question_of_the_library_begins_with_an_order() -> None:
    clauses, _ = BUNDLED.all_clauses()
    texts = [clause.text for clause in clauses if clause.head.kind == "question"]
    assert len(texts) > 50
    assert [text for text in texts if orders(text)] == []


@pytest.mark.parametrize(
    ("kinds", "found"),
    [(["recommendation"], 1), (["recommendation", "question"], 0), (["paragraph"], 0), ([], 0)],
)
def test_a_text_for_a_list_of_issues_with_recommendations_only_is_a_warning(
    kinds: list[str], found: int
) -> None:
    own = [{"kind": kind, "text": "Close them."} for kind in kinds]
    answers = Answers.model_validate({"format": 1, "themes": [{"theme": "prison-health", "own": own}]})
    remarks = list(check_questions(Submission(answers, ISSUES.rules, ENGLISH)))
    assert [one.code for one in remarks] == ["questions-missing"] * found
    report = BUNDLED.document("ccpr/alternative-report").rules
    assert list(check_questions(Submission(answers, report, ENGLISH))) == []
