"""Organisations of other files are one list, the last submission one question; neither asserts anything."""

import os
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING, KeyPath
from drafter.answers.store import Store
from drafter.cli import STOPPED
from drafter.drafting.pipeline import draft_file
from drafter.interview.control_flow import Back, Stop
from drafter.interview.flow import Questionnaire, is_open, questions
from drafter.interview.items.item import Item
from drafter.interview.items.known_organisations import AGREED, KNOWN, REUSE
from drafter.interview.on_record import OnRecord
from drafter.interview.other_files import MOST_READ, PROFILE, on_record
from drafter.interview.session import Person, interview
from drafter.markup.count import block_text
from drafter.model.question import Question
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.keys_at_a_terminal import Session
from tests.support.script import LIBRARY
from tests.support.scripted_person import ScriptedPerson, interview_until_stopped
from tests.support.trees import at, data_of, rows
from tests.support.typing_keys import CTRL_C, DOWN, ENTER, SPACE, keyboard

MADE_WITH = "tests"
NEW = """\
format: 1
document: upr/joint
state: Ruritania
language: en
details:
  {session: s, cycle: c, deadline: null, names_public: "yes", last_review: "", obligations: "", follow_up: ""}
"""
LAST = """\
format: 1
document: upr/joint
organisations:
  - {name: House of Hope, acronym: HOH, role: co-submitter, status: confirmed, what: It runs two day centres.}
  - name: Open Road Network
    acronym: ORN
    role: lead
    status: confirmed
    what: A network of peers.
    founded: 2011
    city: Strelsau
    country: Ruritania
    contact: {person: Antonia Rassendyll, email: office@openroad.example}
  - {name: Lawyers for Fair Trial, role: co-submitter, status: invited, city: Zenda}
  - {name: Those Who Said No, role: co-submitter, status: declined}
stand_for: [recovery-oriented]
refuse: []
recommendations: {grouped_by: theme}
keywords: [recovery]
cases:
  C1: {pseudonym: Mira, text: She was held.}
"""
OLDER = """\
format: 1
document: cedaw/alternative-report
organisations:
  - {name: House of  hope, role: lead, what: An older description.}
  - {name: "Women, Zenda", role: co-submitter, what: They advise women.}
"""


def more(name: str) -> KeyPath:
    """Return the path of the question that is called *name* in ``interview.finished``."""
    return ("interview", "more", name)


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a configuration folder of its own, without a profile."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two earlier submissions, and files that are none."""
    write(tmp_path / "older.yaml", OLDER, 10)
    write(tmp_path / "last.yaml", LAST, 20)
    write(tmp_path / "broken.yaml", "format: 1\norganisations: 5\n", 30)
    write(tmp_path / "last.private.yaml", "format: 1\ncases: {C1: {name: Canaria}}\n", 40)
    return tmp_path


def write(file: Path, text: str, seconds: int) -> None:
    """Write *text* into *file*, last changed so many *seconds* after the others."""
    file.write_text(text, "utf-8")
    os.utime(file, (1_600_000_000 + seconds,) * 2)


def write_profile(folder: Path, name: str) -> None:
    """Save the organisation *name* in the profile."""
    (folder / "config" / "drafter").mkdir(parents=True)
    (folder / "config" / "drafter" / "profile.yaml").write_text(
        f"organisation: {{name: {name}, what: From the profile.}}\n", "utf-8"
    )


def begun(folder: Path, text: str = NEW) -> tuple[Store, Questionnaire]:
    """Return the store of a submission that was begun as *text*, and its questions."""
    file = folder / "new.yaml"
    file.write_text(text, "utf-8")
    asked = Questionnaire(LIBRARY, partial(questions, on_record=cache(partial(on_record, file))))
    return Store.open(file, MADE_WITH), asked


def asked_at(store: Store, questionnaire: Questionnaire, path: KeyPath) -> Item | None:
    """Return the question at *path* if the interview still comes to it."""
    items = (item for item in questionnaire.questions(store.answers) if is_open(store.answers, item))
    return next((item for item in items if item.path == path), None)


def statuses(store: Store) -> dict[str, tuple[str, str]]:
    """Return role and status of each organisation, by name."""
    return {row["name"]: (row.get("role"), row.get("status")) for row in rows(store.data, ("organisations",))}


# ---- what is known ----


def test_each_organisation_is_known_once_as_the_last_changed_file_describes_it(folder: Path) -> None:
    record = on_record(folder / "new.yaml")
    assert [(each.name, each.files) for each in record.organisations] == [
        ("House of Hope", ("last.yaml", "older.yaml")),
        ("Open Road Network", ("last.yaml",)),
        ("Lawyers for Fair Trial", ("last.yaml",)),
        ("Women, Zenda", ("older.yaml",)),
    ]
    assert record.organisations[0].what == "It runs two day centres."
    assert record.last is not None
    assert record.last.name == "last.yaml"
    assert all(not {"role", "status"} & each.saved.keys() for each in record.organisations)


def test_the_file_itself_gives_nothing_and_neither_does_an_empty_folder(folder: Path) -> None:
    (folder / "older.yaml").unlink()
    assert on_record(folder / "last.yaml") == OnRecord()


def test_the_profile_comes_first_and_a_faulty_one_gives_nothing(folder: Path) -> None:
    write_profile(folder, "Open  road network")
    record = on_record(folder / "new.yaml")
    assert record.organisations[0].name == "Open  road network"
    assert record.organisations[0].files == (PROFILE, "last.yaml")
    assert record.own_organisation == "open road network"
    (folder / "config" / "drafter" / "profile.yaml").write_text("organisation: 5\n", "utf-8")
    assert on_record(folder / "new.yaml").own_organisation == ""


def test_only_the_files_that_were_changed_last_are_read(folder: Path) -> None:
    for number in range(MOST_READ):
        write(folder / f"{number}.yaml", "format: 1\n", 100 + number)
    assert on_record(folder / "new.yaml") == OnRecord()


# ---- the last submission, in one question ----


def test_the_last_submission_is_taken_by_one_question_and_nobody_but_the_lead_is_confirmed(
    folder: Path,
) -> None:
    store, questionnaire = begun(folder)
    person = interview_until_stopped(store, questionnaire, True)
    assert person.paths == [more(REUSE), more(AGREED)]
    assert "last.yaml" in person.questions[0].text
    assert person.questions[0].help.startswith(
        "That is: ORN as the lead, with its contact; 2 other organisations; 1 position; settings of tables"
    )
    assert statuses(store) == {
        "Open Road Network": ("lead", "confirmed"),
        "House of Hope": ("co-submitter", "not-asked"),
        "Lawyers for Fair Trial": ("co-submitter", "not-asked"),
    }
    data = data_of(store)
    assert at(data, ("organisations", 0, "contact", "email")) == "office@openroad.example"
    assert (data["stand_for"], data["recommendations"]) == (["recovery-oriented"], {"grouped_by": "theme"})
    assert not {"keywords", "cases", "inactive"} & data.keys()


def test_what_was_taken_is_said_in_one_line_and_can_be_undone(folder: Path) -> None:
    store, questionnaire = begun(folder)
    said: list[str] = []
    person = ScriptedPerson(True, Back())
    with pytest.raises(Stop):
        interview(store, questionnaire, Person(person, tell=said.append))
    assert said[-1] == (
        "Taken over: ORN (lead), HOH, Lawyers for Fair Trial and 1 position. "
        "You can change it in the list of all answers."
    )
    assert person.paths == [more(REUSE), more(AGREED), more(REUSE)]
    assert "organisations" not in data_of(store)


def test_after_a_no_nothing_is_taken_and_it_is_not_asked_again(folder: Path) -> None:
    store, questionnaire = begun(folder)
    person = interview_until_stopped(store, questionnaire, False)
    assert person.paths == [more(REUSE), more(KNOWN)]
    assert data_of(store)["interview"] == {"finished": [REUSE]}
    assert not {"organisations", "stand_for"} & data_of(store).keys()


@pytest.mark.parametrize("name", [REUSE, "organisations/lead"])
def test_enter_alone_neither_takes_a_submission_nor_names_a_lead(folder: Path, name: str) -> None:
    store, questionnaire = begun(folder)
    if name != REUSE:
        interview_until_stopped(store, questionnaire, False, ["house of hope", "women zenda"])
    item = asked_at(store, questionnaire, more(name))
    assert item is not None
    with keyboard(ENTER + CTRL_C), pytest.raises(Stop):
        ask(item, item.current(store.answers), lambda _: None)
    lines = iter([""])
    with pytest.raises((EOFError, Stop)):
        ask_plainly(item, MISSING, lambda _: None, lambda _: next_line(lines))


def next_line(lines: Any) -> str:
    """Return the next of *lines*; at the end, the end of the input."""
    for line in lines:
        return str(line)
    raise EOFError


def test_with_a_profile_the_others_are_taken_beside_its_organisation(folder: Path) -> None:
    write_profile(folder, "House of Hope")
    own = (
        "organisations:\n  - {name: House of Hope, role: lead, status: confirmed, what: From the profile.}\n"
    )
    store, questionnaire = begun(folder, NEW + own)
    interview_until_stopped(store, questionnaire, True)
    assert statuses(store) == {
        "House of Hope": ("lead", "confirmed"),
        "Open Road Network": ("co-submitter", "not-asked"),
        "Lawyers for Fair Trial": ("co-submitter", "not-asked"),
    }
    assert at(data_of(store), ("organisations", 0, "what")) == "From the profile."


def test_a_document_of_one_organisation_takes_the_lead_alone(folder: Path) -> None:
    store, questionnaire = begun(folder, NEW.replace("upr/joint", "upr/individual"))
    interview_until_stopped(store, questionnaire, True)
    assert statuses(store) == {"Open Road Network": ("lead", "confirmed")}
    assert asked_at(store, questionnaire, more(KNOWN)) is None


@pytest.mark.parametrize(
    "answered",
    [
        "organisations:\n  - {name: Somebody Else, role: lead}\n",
        "summary: We have begun.\n",
        "themes: [{theme: women}]\n",
        "interview: {finished: [organisations]}\n",
    ],
)
def test_a_submission_that_is_not_new_is_not_asked(folder: Path, answered: str) -> None:
    store, questionnaire = begun(folder, NEW + answered)
    assert asked_at(store, questionnaire, more(REUSE)) is None


def test_a_finished_list_of_organisations_is_not_asked_about_but_can_grow_from_the_overview(
    folder: Path,
) -> None:
    own = "organisations:\n  - {name: Alpha, role: lead}\ninterview: {finished: [organisations]}\n"
    store, questionnaire = begun(folder, NEW + own)
    assert asked_at(store, questionnaire, more(KNOWN)) is None
    items = {item.path: item for item in questionnaire.questions(store.answers)}
    assert items[more(KNOWN)].overview_title == "Add more: organisations in your other files"


# ---- the list ----


def test_several_organisations_are_marked_at_once_with_real_keys(folder: Path) -> None:
    store, questionnaire = begun(folder)
    keys = iter(["n", SPACE + DOWN * 3 + SPACE + ENTER, DOWN * 2 + ENTER, DOWN + SPACE + ENTER])
    asked: list[KeyPath] = []

    def person(question: Question, current: object) -> Any:
        asked.append(question.path)
        with keyboard(next(keys, CTRL_C)):
            return ask(question, current, lambda _: None)

    with pytest.raises(KeyboardInterrupt):
        interview(store, questionnaire, Person(person))
    assert asked[:4] == [more(REUSE), more(KNOWN), more("organisations/lead"), more(AGREED)]
    assert statuses(store) == {
        "House of Hope": ("co-submitter", "not-asked"),
        "Women, Zenda": ("lead", "confirmed"),
    }
    assert at(data_of(store), ("organisations", 0, "what")) == "It runs two day centres."
    assert asked[4] == ("organisations", 1, "city"), "what the other file leaves open of who has agreed"


def test_enter_alone_takes_nobody_and_confirms_nobody(folder: Path) -> None:
    store, questionnaire = begun(folder)
    interview_until_stopped(store, questionnaire, False)
    item = asked_at(store, questionnaire, more(KNOWN))
    assert item is not None
    with keyboard(ENTER + ENTER):
        assert ask(item, item.current(store.answers), lambda _: None) == []
    interview_until_stopped(store, questionnaire, ["house of hope"])
    item = asked_at(store, questionnaire, more(AGREED))
    assert item is not None
    assert [choice.note for choice in item.choices] == ["not asked yet"]
    with keyboard(ENTER + ENTER):
        value = ask(item, item.current(store.answers), lambda _: None)
    interview_until_stopped(store, questionnaire, value)
    assert statuses(store) == {"House of Hope": ("lead", "not-asked")}
    assert asked_at(store, questionnaire, more(AGREED)) is None


def test_who_was_not_asked_is_not_printed(folder: Path) -> None:
    store, questionnaire = begun(folder)
    interview_until_stopped(store, questionnaire, True, ["1"])
    text = "\n".join(map(block_text, draft_file(store.file).draft.document.blocks))
    assert "House of Hope" in text
    assert "Lawyers for Fair Trial" not in text


def test_the_list_shows_no_contact_and_finds_an_organisation_by_its_acronym(folder: Path) -> None:
    store, questionnaire = begun(folder)
    interview_until_stopped(store, questionnaire, False)
    item = asked_at(store, questionnaire, more(KNOWN))
    assert item is not None
    shown = item.model_dump_json(include={"text", "help", "choices"})
    assert "Open Road Network (ORN)" in shown
    assert "in last.yaml and older.yaml" in shown
    assert not any(part in shown for part in ("Antonia", "@", "Mira", "Canaria", "Those Who Said No"))


def test_more_organisations_from_the_overview_are_asked_about_again(folder: Path) -> None:
    store, questionnaire = begun(folder)
    interview_until_stopped(store, questionnaire, False, ["house of hope"], [])
    items = {item.path: item for item in questionnaire.questions(store.answers)}
    store.change(items[more(KNOWN)].changes(store.answers, ["women zenda"], LIBRARY))
    agreed = asked_at(store, questionnaire, more(AGREED))
    assert agreed is not None
    assert [choice.title for choice in agreed.choices] == ["House of Hope", "Women, Zenda"]
    assert statuses(store)["Women, Zenda"] == ("co-submitter", "not-asked")


def test_going_back_takes_the_marked_organisations_out_again(folder: Path) -> None:
    store, questionnaire = begun(folder)
    person = interview_until_stopped(
        store, questionnaire, False, ["house of hope", "open road network"], Back()
    )
    assert person.paths[-2:] == [more("organisations/lead"), more(KNOWN)]
    assert statuses(store) == {}


def test_a_coalition_that_is_known_takes_three_prompts(folder: Path) -> None:
    described = LAST.replace(
        "status: invited, city: Zenda", "what: They defend., city: Zenda, country: Ruritania"
    )
    described = described.replace("centres.}", "centres., city: Zenda, country: Ruritania}")
    write(folder / "last.yaml", described, 20)
    store, questionnaire = begun(folder)
    person = interview_until_stopped(store, questionnaire, True, ["1", "2"], "")
    assert person.paths[:3] == [more(REUSE), more(AGREED), more("organisations")]
    assert person.paths[3][0] != "organisations"
    assert {status for _, status in statuses(store).values()} == {"confirmed"}


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize("size", [(24, 80), (15, 40)], ids=["80x24", "40x15"])
def test_at_a_terminal_one_yes_and_one_mark_are_enough(
    folder: Path, size: tuple[int, int], plain: bool
) -> None:
    (folder / "new.yaml").write_text(NEW, "utf-8")
    session = Session.drafter(folder, "new", "new.yaml", plain=plain, size=size)
    session.see("Use the organisations, contact and settings of last.yaml?")
    session.press(f"y{ENTER}" if plain else "y")
    session.see("Taken over: ORN (lead)")
    session.see("Which of them have agreed to submit this document?")
    session.see("House of Hope")
    if plain:
        session.press(f"1{ENTER}")
        session.see("Taken: House of Hope")
    session.press(ENTER if plain else f"{SPACE}{ENTER}")
    session.see("since when?")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    assert statuses(Store.open(folder / "new.yaml", MADE_WITH)) == {
        "Open Road Network": ("lead", "confirmed"),
        "House of Hope": ("co-submitter", "confirmed"),
        "Lawyers for Fair Trial": ("co-submitter", "not-asked"),
    }
