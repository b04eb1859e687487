"""Remedies in the interview: they name rows of the list of all answers, never the answers file."""

from datetime import date
from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.cli.before_building import BeforeBuilding
from drafter.drafting.pipeline import draft_file
from drafter.drafting.remark_types import find_type
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.messages import notices
from drafter.interview.overview import seldom
from drafter.interview.remedies import CHECKED_ROW, in_interview
from drafter.model.remark import Remark
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission, save_answer
from tests.support.trees import data_of

Out = pytest.CaptureFixture[str]
CHECKED = ("interview", "more", "checked")
RECOMMENDATION = "Train nurses and doctors through the Ministry of Health to treat people with respect"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return the small submission, on disk."""
    return open_small_submission(tmp_path)


@pytest.mark.parametrize(
    ("code", "path", "row"),
    [
        ("facts-unchecked", ("facts", "F1", "checked"), "Set more, “Facts · checked”"),
        ("fact-old", ("facts", "F1", "use"), "Set more, “F1 · old or still so”"),
        ("source-not-dated", ("sources", "S2", "seen"), "“S2 · opened on”"),
        ("locator-unconfirmed", ("confirmed_authorities",), "“Paragraphs that you looked up”"),
    ],
)
def test_a_remedy_names_the_row_and_not_the_answers_file(code: str, path: tuple[str, ...], row: str) -> None:
    assert find_type(code) is not None
    remark = Remark(code, "note", "it", "It is so.", "Compare it. Then write it in the answers file.", path)
    remedy = in_interview(remark).remedy
    assert row in remedy
    assert "answers file" not in remedy


def test_the_remarks_of_the_command_name_the_row_and_the_line_of_the_answers_file(store: Store) -> None:
    store.change([(("facts", "F1", "text"), "In 2010, 4 of 9 died.")])
    remedies = {
        remark.code: remark.remedy for remark in draft_file(store.file, today=date(2030, 1, 2)).remarks
    }
    assert (
        f"Ctrl-O, Set more, “{CHECKED_ROW}”; in the answers file checked: true."
        in remedies["facts-unchecked"]
    )
    assert "Ctrl-O, Set more, “F1 · old or still so”; in the answers file use: recent" in remedies["fact-old"]


def test_no_remark_shown_before_building_speaks_of_the_answers_file(store: Store, capsys: Out) -> None:
    store.change(
        [
            (("sources", "S1", "address"), "https://a.example"),
            (("facts", "F1", "text"), "In 2010, 4 of 9 died."),
        ]
    )
    draft = draft_file(store.file)
    assert "answers file" in " ".join(remark.remedy for remark in draft.remarks)
    BeforeBuilding(plain=False).show(draft)
    shown = " ".join(capsys.readouterr().out.split())
    assert "answers file" not in shown
    assert CHECKED_ROW in shown


def test_all_facts_are_marked_as_checked_in_one_choice(store: Store) -> None:
    menu = seldom(store.answers, Questionnaire(LIBRARY, questions))
    titles = [choice.title for choice in menu.question.choices]
    assert f"{CHECKED_ROW} → none" in titles
    save_answer(store, CHECKED, ["F1", "F2"])
    assert [fact["checked"] for fact in data_of(store)["facts"].values()] == [True, True]
    assert item_at(store, CHECKED).current(store.answers) == ["F1", "F2"]
    assert "facts-unchecked" not in [remark.code for remark in draft_file(store.file).remarks]
    save_answer(store, CHECKED, ["F2"])
    assert [fact["checked"] for fact in data_of(store)["facts"].values()] == [False, True]


def test_a_recommendation_without_a_time_gets_a_remark_and_its_full_stop(store: Store) -> None:
    path = ("themes", 0, "own", 2)
    before = store.answers
    store.change([(path, {"kind": "recommendation", "manner": "free", "text": RECOMMENDATION})])
    said = list(notices(before, store.answers, LIBRARY))
    assert said[0] == f"It reads: {RECOMMENDATION}."
    assert any(text.startswith("It does not say by when.") for text in said[1:])
    before = store.answers
    store.change([((*path, "text"), f"{RECOMMENDATION} by 2028.[^F1]")])
    said = list(notices(before, store.answers, LIBRARY))
    assert said[0] == f"It reads: {RECOMMENDATION} by 2028.[^F1]"
    assert not any("by when" in text for text in said)
