"""A final build is refused for each reason that the README lists, and a draft is not."""

from pathlib import Path

import pytest
import yaml

from drafter.drafting.pipeline import draft_file
from drafter.drafting.remark_types import find_type
from drafter.drafting.word_file import blocking_remarks
from tests.support.checkout import CHECKOUT
from tests.support.remark_examples import TODAY, example_answers
from tests.support.script import LIBRARY

REASONS = {
    "gap": "a gap, a required question",
    "call-question-unanswered": "a question of the call",
    "safety-unanswered": "a question that decides who is exposed",
    "answer-too-long": "an answer to a call, is longer than a limit",
    "gate-*": "a condition is not met",
    "joint-of-one": "too many or too few organisations",
    "not-joint": "too many or too few organisations",
    "organisation-missing": "too many or too few organisations",
    "theme-missing": "something required",
    "forbidden-*": "something that the body does not take",
    "refused-position": "the text says what you refuse to support",
    "organisation-named": "an organisation that has not agreed",
    "figure-without-source": "a figure without a source",
    "date-impossible": "a day that does not exist",
    "e-mail-odd": "an e-mail address that cannot be one",
}
"""Words of the README, by the code of a remark for that reason."""


@pytest.mark.parametrize("code", REASONS)
def test_a_final_build_is_refused_for_the_reason_that_the_readme_names(code: str, tmp_path: Path) -> None:
    readme = " ".join((CHECKOUT / "README.md").read_text("utf-8").split())
    listed = readme[readme.index("The final version is refused while") :]
    assert REASONS[code] in listed
    kind = find_type(code)
    assert kind is not None
    file = tmp_path / "a.yaml"
    file.write_text(yaml.safe_dump(example_answers(kind, kind.bad), allow_unicode=True), "utf-8")
    draft = draft_file(file, library=LIBRARY, today=TODAY)
    final = [remark.code for remark in blocking_remarks(draft, final=True, public=False)]
    assert any(one.startswith(code.rstrip("*")) for one in final)
    for remark in blocking_remarks(draft, final=False, public=False):
        assert not remark.code.startswith(code.rstrip("*"))
