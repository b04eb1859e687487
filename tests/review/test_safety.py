"""A question that decides who is exposed has an answer before a final build."""

from pathlib import Path

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.review.safety import check_safety
from drafter.review.submission import Submission
from tests.support.submissions import BUNDLED, submission

BRIEF = {"title": "A", "name": "A", "about": "x", "stage": "recommendations", "shape": "a"}


@pytest.mark.parametrize(("answer", "found"), [(None, 1), ("", 1), ("no", 0), ("yes", 0)])
def test_an_open_question_about_safety_is_an_error(answer: str | None, found: int) -> None:
    asks = [{"name": "public", "ask": "Public?", "safety": True, "when": {"posted": "yes"}}]
    rules = DocumentRules.model_validate({**BRIEF, "asks": asks})

    def codes(**details: str | None) -> list[tuple[str, str]]:
        answers = Answers.model_validate({"format": 1, "details": details})
        return [(one.code, one.level) for one in check_safety(Submission(answers, rules, ENGLISH))]

    assert codes(posted="yes", public=answer) == [("safety-unanswered", "error")] * found
    assert codes(posted="no", public=answer) == []


def test_it_replaces_the_note_on_a_gate_that_nobody_has_answered(tmp_path: Path) -> None:
    file = submission(tmp_path, document="upr/individual", details={"session": "54th session"})
    codes = [one.code for one in draft_file(file).remarks]
    assert "safety-unanswered" in codes
    assert "gate-publicity" not in codes


def test_every_question_that_decides_about_publication_is_required_or_about_safety() -> None:
    for name in BUNDLED.document_ids():
        for ask in BUNDLED.document(name).rules.asks:
            if ask.agreement and ask.agreement.readers:
                assert ask.required or ask.safety, (name, ask.name)
