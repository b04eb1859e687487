"""The profile goes through the same interview as a submission: typed text is kept, answers can be changed."""

from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.profile import ProfileStore, profile_file, read_profile
from drafter.answers.store import Store
from drafter.cli import main
from drafter.interview.control_flow import Overview, Stop
from drafter.interview.flow import Questionnaire, is_open, questions
from drafter.interview.items.conflicts import ConflictItem
from drafter.interview.overview import OVERVIEW
from drafter.interview.profile import profile_questions
from drafter.interview.session import Person, interview
from tests.support.script import LIBRARY
from tests.support.scripted_person import ScriptedPerson, interview_until_stopped

MADE_WITH = "drafter under test"
PROFILE = Questionnaire(LIBRARY, profile_questions)
NAME = ("organisations", 0, "name")
WHAT = ("organisations", 0, "what")
CONFLICT = ("interview", "more", "conflict/C1")
REASON = ("interview", "more", "reason/C1")
BOTH_POSITIONS = ["legal-regulation", "no-legalisation"]


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a configuration folder of its own, without a profile."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def ask_for_profile(*actions: object) -> ScriptedPerson:
    """Ask for the profile, as ``drafter profile`` does, until the *actions* are used up."""
    return interview_until_stopped(ProfileStore(MADE_WITH), PROFILE, *actions, review=True)


def test_an_answer_is_saved_in_the_profile_before_the_next_question() -> None:
    person = ask_for_profile("House of Examples (HoE)")
    assert person.paths[:2] == [NAME, WHAT]
    profile = read_profile()
    assert profile is not None
    assert (profile[0].organisation.name, profile[0].organisation.acronym) == ("House of Examples", "HoE")


def test_half_typed_text_is_kept_at_ctrl_c_and_removed_once_answered() -> None:
    ask_for_profile(Stop("House of Ex"))
    assert "House of Ex" in profile_file().read_text("utf-8")
    person = ask_for_profile("House of Examples")
    assert (person.paths[0], person.current_values[0]) == (NAME, "House of Ex")
    profile = read_profile()
    assert profile is not None
    assert profile[0].interview.typed == {}


def test_half_typed_text_is_kept_when_the_overview_is_opened_over_it() -> None:
    person = ask_for_profile("House of Examples", Overview("Ho"), "")
    assert person.paths == [NAME, WHAT, OVERVIEW, WHAT]
    assert person.current_values[-1] == "Ho"


def test_an_answer_can_be_changed_from_the_overview_and_the_interview_goes_on() -> None:
    person = ask_for_profile("House of Examples", Overview(), "organisations.0.name", "House of Samples")
    assert person.paths == [NAME, WHAT, OVERVIEW, NAME, OVERVIEW]
    assert person.current_values[3] == "House of Examples"
    shown = [choice.title for choice in person.questions[2].choices]
    assert any(title.endswith("→ House of Examples") for title in shown)
    profile = read_profile()
    assert profile is not None
    assert profile[0].organisation.name == "House of Samples"


def test_the_overview_offers_nothing_that_only_a_submission_has() -> None:
    [overview] = [
        question
        for question in ask_for_profile("House of Examples", Overview()).questions
        if question.path == OVERVIEW
    ]
    values = {choice.value for choice in overview.choices}
    assert not values & {"document", "state", "themes", "organisations.0.role", "organisations.0.status"}


def keep_both_positions(reason: str) -> ScriptedPerson:
    """Answer the whole profile: two positions that contradict each other, both kept for *reason*."""
    store = ProfileStore(MADE_WITH)
    store.change([(NAME, "House of Examples"), (("stand_for",), BOTH_POSITIONS)])
    person = ScriptedPerson("both", reason)
    conflict = next(item for item in PROFILE.questions(store.answers) if item.path == CONFLICT)
    with pytest.raises(Stop):
        interview(store, PROFILE, Person(person), first=conflict)
    return person


def test_positions_that_contradict_each_other_can_be_kept_with_a_reason() -> None:
    person = keep_both_positions("Both are heard in our network.")
    assert person.paths[:2] == [CONFLICT, REASON]
    profile = read_profile()
    assert profile is not None
    assert [(entry.conflict, entry.reason) for entry in profile[0].accept_conflicts] == [
        ("C1", "Both are heard in our network.")
    ]
    store = ProfileStore(MADE_WITH)
    [conflict] = [item for item in PROFILE.questions(store.answers) if isinstance(item, ConflictItem)]
    assert not is_open(store.answers, conflict)


def test_a_new_submission_takes_over_positions_and_reason_and_does_not_ask_again(tmp_path: Path) -> None:
    keep_both_positions("Both are heard in our network.")
    ask_for_profile(Stop("half a name"))
    file = tmp_path / "a.yaml"
    assert main(["new", str(file), "--no-input", "--set", "document=upr/individual"]) == 0
    answers, _ = read_answers(file)
    assert list(answers.stand_for) == BOTH_POSITIONS
    assert [entry.reason for entry in answers.accept_conflicts] == ["Both are heard in our network."]
    assert (answers.organisations[0].name, answers.organisations[0].role) == ("House of Examples", "lead")
    assert "half a name" not in file.read_text("utf-8"), "half-typed text stays in the profile"
    store = Store.open(file, MADE_WITH)
    conflicts = [item for item in questions(store.answers, LIBRARY) if isinstance(item, ConflictItem)]
    assert [is_open(store.answers, item) for item in conflicts] == [False]
