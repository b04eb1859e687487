"""Answers to a call for input: each question has one, and none is longer than the call allows."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.review.call_answers import check_call_answers
from drafter.review.submission import Submission
from tests.support.submissions import BUNDLED, ORGANISATION, submission

CALL = "ohchr/call-for-input"


def reply(folder: Path, rows: list[dict[str, Any]], **more: Any) -> ReviewedDraft:
    """Return the reviewed reply to a call with the questions *rows* and 500 words for each answer."""
    details = {"issuer": "A", "call_title": "B", "limit_per_answer": 500, "questions": rows}
    return draft_file(
        submission(folder, document=CALL, details=details, organisations=[ORGANISATION], **more)
    )


def codes(draft: ReviewedDraft) -> list[tuple[str, str, str]]:
    """Return level, place and text of the remarks on answers to the call."""
    own = ("answer-too-long", "call-question-unanswered")
    return [(one.level, one.place, one.text) for one in draft.remarks if one.code in own]


def test_an_answer_of_530_words_is_an_error_with_how_many_to_cut(tmp_path: Path) -> None:
    rows = [{"text": "Which laws?", "answer": "word " * 500}, {"text": "Why?", "answer": "word " * 530}]
    assert codes(reply(tmp_path, rows)) == [("error", "“Why?”", "530 of 500 words: cut 30.")]


def test_the_clauses_under_a_question_count_with_its_answer(tmp_path: Path) -> None:
    theme = {
        "theme": "prison-health",
        "under": 1,
        "own": [{"kind": "paragraph", "text": "more " * 20}],
    }
    rows = [{"text": "Which laws?", "answer": "word " * 490}]
    [(level, _, text)] = codes(reply(tmp_path, rows, themes=[theme]))
    assert level == "error"
    heading = len(BUNDLED.themes.themes["prison-health"].title.split())
    assert text == f"{510 + heading} of 500 words: cut {10 + heading}."


def test_a_question_without_an_answer_is_an_error_unless_a_theme_answers_it(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"text": "Which laws?"}, {"text": "Why?", "answer": " "}]
    theme = {"theme": "prison-health", "under": 2, "own": [{"kind": "paragraph", "text": "Because."}]}
    assert [place for _, place, _ in codes(reply(tmp_path, rows, themes=[theme]))] == ["“Which laws?”"]


def test_an_answer_that_is_not_known_yet_has_the_remark_on_the_gap_only(tmp_path: Path) -> None:
    draft = reply(tmp_path, [{"text": "Which laws?", "answer": None}])
    assert codes(draft) == []
    assert any(one.code == "gap" and "Your own answer" in one.text for one in draft.remarks)


@pytest.mark.parametrize(("answer", "found"), [("word " * 501, 1), ("word " * 500, 0)])
def test_before_there_is_a_document_the_own_answer_is_counted(answer: str, found: int) -> None:
    rows = [{"text": "Why?", "answer": answer}]
    answers = Answers.model_validate({"format": 1, "details": {"limit_per_answer": "500", "questions": rows}})
    remarks = list(check_call_answers(Submission(answers, BUNDLED.document(CALL).rules, ENGLISH)))
    assert [one.path for one in remarks] == [("details", "questions", 0, "answer")] * found
