"""Cross references are checked at the answer, before there is a document."""

from typing import Any

from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.review.references import check_references
from drafter.review.submission import Submission
from tests.support.submissions import BUNDLED


def remarks(**answers: Any) -> list[tuple[str, str]]:
    """Return what is said of *answers*, and where."""
    themes = [{"theme": "recovery", "own": [{"text": "{#homes} Nobody has one."}]}]
    value = Answers.model_validate({"format": 1, "document": "upr/joint", "themes": themes} | answers)
    submission = Submission(
        value, BUNDLED.document("upr/joint").rules, ENGLISH, vocabulary=BUNDLED.themes, document=None
    )
    return [(remark.text, remark.remedy) for remark in check_references(submission)]


def test_a_theme_and_a_label_of_the_answers_are_known() -> None:
    assert (
        remarks(summary="See {paragraph recovery}, {paragraphs homes} and {recommendation recovery 2}.") == []
    )


def test_any_other_name_is_an_error_at_the_answer() -> None:
    [(text, remedy)] = remarks(closing="See {paragraphs recovery, houses}.")
    assert text == "{paragraphs recovery, houses}: The document has no part “houses” to refer to."
    assert remedy.startswith("It can be one of these: homes, recovery.")
