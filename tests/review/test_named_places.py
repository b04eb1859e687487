"""Remarks say what they are about: which document, which person, and nothing that nobody has said."""

from pathlib import Path

import yaml

from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.noticed import noticed_remarks
from drafter.model.remark import Remark
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.small_submission import open_small_submission
from tests.support.trees import working


def remarks_on(folder: Path, data: object) -> tuple[Remark, ...]:
    """Return the remarks on the answers *data*."""
    file = folder / "a.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return draft_file(file, library=LIBRARY).remarks


def test_an_open_document_is_said_to_be_that_of_the_earlier_recommendation(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    store.change([(("earlier", 0, "document"), None), (("earlier", 0, "paragraph"), "136.88")])
    texts = [
        remark.text for remark in draft_file(store.file, library=LIBRARY).remarks if remark.code == "gap"
    ]
    assert "Not known yet: symbol of the document with the recommendation." in texts


def test_an_answer_that_is_not_known_yet_is_no_no(tmp_path: Path) -> None:
    data = {"format": 1, "document": "special-procedures/call-for-input", "details": {"addressed": None}}
    [remark] = [each for each in remarks_on(tmp_path, data) if each.code == "gate-addressed"]
    assert remark.level == "note"
    assert "does not address" not in remark.text
    assert remark.text.startswith("Not answered yet: ")


def test_a_remark_on_a_person_leads_to_the_row_of_that_person() -> None:
    data = {
        **rich("special-procedures/communication"),
        "cases": {"C1": {"pseudonym": "Person B", "text": "He is held.", "consent": {"government": "no"}}},
    }
    data["details"] = {
        **data["details"],
        "victims": [{"name": "Person A"}, {"name": "Person B"}, {"name": "Person C"}],
    }
    data["themes"][0]["cases"] = ["C1"]
    remarks = noticed_remarks(working(data), Questionnaire(LIBRARY, questions))
    paths = [item.path for remark, item in remarks if remark.code == "case-told-in-details"]
    assert paths == [("details", "victims", 1, "name")]
