"""Undoing and doing again: the last changes, also after a restart, and never over somebody else's change."""

import json
import stat
from pathlib import Path

import pytest

from drafter.answers.history_file import histories_nearby, history_file, read_history, write_history
from drafter.answers.store import Store
from drafter.interview.control_flow import Overview, Redo, Undo
from drafter.interview.history import MOST, NOT_KEPT, Entry, History, Place
from drafter.interview.history_saved import as_saved, from_saved
from drafter.interview.items.item import AnswerValue
from drafter.interview.overview import FORGET, REDO, UNDO
from drafter.interview.session import record
from drafter.interview.trash import taken_out
from drafter.yaml_text import KeyPath
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import item_at, open_small_submission
from tests.support.trees import at, data_of

SUMMARY: KeyPath = ("summary",)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def change(store: Store, history: History, path: KeyPath, value: AnswerValue) -> None:
    """Answer the question at *path*, as an interview does."""
    record(store, LIBRARY, item_at(store, path), value, lambda _: None, history=history)


def test_each_change_is_undone_and_done_again_in_turn(store: Store) -> None:
    history, start = History(), {key: value for key, value in data_of(store).items() if value}
    change(store, history, ("organisations", 0, "name"), "Open Road (ORN)")
    change(
        store, history, ("interview", "more", "fact/compulsory-treatment"), "In 2024, 12 saw no judge. [S1]"
    )
    change(store, history, ("themes",), ["overdose", "compulsory-treatment"])
    after = dict(data_of(store))
    said = [history.undo(store) for _ in range(4)]
    assert said[-1] == "There is nothing to undo."
    assert {key: value for key, value in data_of(store).items() if value} == start
    for _ in range(3):
        history.redo(store)
    assert data_of(store) == after
    assert history.redo(store) == "There is nothing to do again."


def test_a_new_change_ends_what_could_be_done_again(store: Store) -> None:
    history = History()
    change(store, history, SUMMARY, "One.")
    history.undo(store)
    change(store, history, SUMMARY, "Two.")
    assert history.redo(store) == "There is nothing to do again."
    assert data_of(store)["summary"] == "Two."


def test_what_somebody_else_has_changed_since_is_not_overwritten(store: Store) -> None:
    history = History()
    change(store, history, SUMMARY, "One.")
    store.set(SUMMARY, "From a colleague.")
    assert "changed elsewhere" in history.undo(store)
    assert data_of(store)["summary"] == "From a colleague."


def test_an_entry_that_was_taken_out_comes_back_with_every_mention(store: Store) -> None:
    history, before = History(), dict(data_of(store))
    saved = store.data
    changes = taken_out(store.answers, ("facts", "F1"))
    store.change(changes)
    history.add("Take out fact F1", saved, store.data, changes)
    assert "F1" not in data_of(store)["facts"]
    history.undo(store)
    assert data_of(store)["facts"].keys() == before["facts"].keys()
    assert data_of(store)["themes"] == before["themes"]


def test_only_the_last_changes_are_kept(store: Store) -> None:
    history = History()
    for number in range(MOST + 5):
        change(store, history, SUMMARY, f"Version {number}.")
    assert len(history.done) == MOST


def test_the_history_is_there_after_a_restart_and_only_the_owner_can_read_it(store: Store) -> None:
    history = History(save=lambda kept: write_history(store.file, as_saved(kept)))
    change(store, history, SUMMARY, "One.")
    change(store, history, SUMMARY, "Two.")
    history.undo(store)
    file = history_file(store.file)
    assert file.name == ".a.history.private.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = History(*from_saved(read_history(store.file)))
    assert again.redo(store).startswith("Done again: Summary")
    assert data_of(store)["summary"] == "Two."
    assert again.undo(store).startswith("Undone: Summary")
    assert data_of(store)["summary"] == "One."
    again.undo(store)
    assert "summary" not in data_of(store)


def test_nothing_of_a_case_is_written_and_an_erased_case_ends_the_history(store: Store) -> None:
    history = History(save=lambda kept: write_history(store.file, as_saved(kept)))
    change(store, history, SUMMARY, "One.")
    change(store, history, ("interview", "more", "theme/compulsory-treatment"), "case")
    change(store, history, ("cases", "C1", "pseudonym"), "Mira")
    change(store, history, ("cases", "C1", "text"), "She was held for two years.")
    written = history_file(store.file).read_text("utf-8")
    assert "Mira" not in written
    assert "two years" not in written
    assert "One." in written
    history.undo(store)
    assert at(data_of(store), ("cases", "C1", "text")) != "She was held for two years.", "while drafter runs"
    saved = store.data
    changes = taken_out(store.answers, ("cases", "C1"))
    store.change(changes)
    history.add("Take out case C1", saved, store.data, changes)
    assert (history.done, history.undone) == ([], [])
    assert not history_file(store.file).exists()


def test_a_history_goes_with_its_answers_file(store: Store) -> None:
    write_history(store.file, {"format": 1, "done": [], "undone": []})
    other = store.file.with_name("other.yaml")
    write_history(other, {"format": 1, "done": [], "undone": []})
    assert history_file(other).exists()
    assert histories_nearby(store.file) == []
    assert history_file(store.file).exists()
    assert not history_file(other).exists(), "its answers file is gone"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1, 2]",
        '{"format": 1}',
        '{"format": 9, "done": [[1]]}',
        "{",
        '{"format": 1, "done": [["x", [[["a"]]]]], "undone": []}',
    ],
)
def test_a_history_of_another_form_is_left_aside(store: Store, content: str) -> None:
    history_file(store.file).write_text(content, "utf-8")
    assert from_saved(read_history(store.file)) == ([], [])


def test_a_history_that_is_too_long_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.answers.history_file.HISTORY_BYTES", 100)
    write_history(store.file, json.loads("[" + "1," * 200 + "1]"))
    assert not history_file(store.file).exists()


def test_undo_and_redo_in_the_overview_by_key_and_by_row(store: Store) -> None:
    person = interview_until_stopped(
        store, QUESTIONS, "1 May 2028", Overview(), Undo(), Redo(), UNDO, REDO, Undo(), ""
    )
    shown = [question for question in person.questions if question.path == ("interview", "overview")]
    assert [question.help.split(".")[0] for question in shown[1:]] == [
        "Undone: When is the submission due?",
        "Done again: When is the submission due?",
        "Undone: When is the submission due?",
        "Done again: When is the submission due?",
        "Undone: When is the submission due?",
    ]
    titles = [choice.title for choice in shown[0].choices]
    assert "Undo: When is the submission due?  (Ctrl-Z)" in titles


# ---- what may tell of a person ----

STORY = "She spoke to a journalist and was threatened."


def letter(store: Store) -> None:
    """Make the small submission a letter about Person A."""
    victim = {"name": "Person A", "status": ""}
    store.change([(("document",), "special-procedures/communication"), (("details", "victims"), [victim])])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("details", "victims", 0, "status"), STORY),
        (("details", "facts_of_case"), STORY),
        (("details", "confidential"), STORY),
        (("summary",), f"Person A: {STORY}"),
    ],
)
def test_a_file_keeps_nothing_of_the_persons_concerned(store: Store, path: KeyPath, value: str) -> None:
    letter(store)
    history = History(save=lambda kept: write_history(store.file, as_saved(kept)))
    change(store, history, SUMMARY, "One.")
    change(store, history, path, value)
    change(store, history, path, "")
    written = history_file(store.file).read_text("utf-8")
    assert "journalist" not in written
    assert "One." in written
    again = History(*from_saved(read_history(store.file)))
    assert again.undo(store) == (
        "drafter does not keep an answer about a person when it is changed, so it cannot bring that back."
    )
    assert at(data_of(store), path) == ""


def test_a_removed_real_name_is_kept_nowhere(store: Store) -> None:
    letter(store)
    history = History(save=lambda kept: write_history(store.file, as_saved(kept)))
    change(store, history, SUMMARY, "Danilo Kovarin may be put in solitary confinement.")
    change(store, history, SUMMARY, "He may be put in solitary confinement.")
    change(store, history, ("organisations", 0, "what"), "A network.")
    store.set(("cases", "C1"), {"pseudonym": "Person B"})
    store.set(("private", "cases", "C1", "name"), "Danilo Kovarin")
    change(store, history, ("organisations", 0, "what"), "Another network.")
    assert "Danilo" not in history_file(store.file).read_text("utf-8")
    assert [entry.title for entry in history.done][:2] == [NOT_KEPT, NOT_KEPT]
    for _ in range(4):
        history.undo(store)
    assert data_of(store)["summary"] == "He may be put in solitary confinement."


def test_a_change_of_the_private_file_is_not_even_in_memory(store: Store) -> None:
    letter(store)
    store.set(("cases", "C1"), {"pseudonym": "Person B"})
    before = store.data
    changes = [(("private", "cases", "C1", "name"), "Danilo Kovarin")]
    store.change(list(changes))
    history = History()
    history.add("C1 · real name", before, store.data, list(changes))
    assert history.done == [Entry(NOT_KEPT)]


@pytest.mark.parametrize(
    "place",
    [
        Place(("details", "victims", 0, "status"), STORY, ""),
        Place(("details",), {"urgency": STORY}, {"urgency": ""}),
        Place(("inactive", "removed", 0), {"place": ["details", "victims"], "key": "0", "value": STORY}, ""),
        Place(("inactive",), {"removed": [{"place": ["details"], "key": "victims", "value": STORY}]}, ""),
        Place(("themes",), [{"cases": ["C1"], "own": STORY}], []),
    ],
)
def test_what_an_older_history_has_of_people_is_erased(store: Store, place: Place) -> None:
    write_history(store.file, _with(place))
    history = History(*from_saved(read_history(store.file)), lambda h: write_history(store.file, as_saved(h)))
    history.clean(store.data)
    written = history_file(store.file).read_text("utf-8")
    assert "journalist" not in written
    assert "before" in written


def test_answers_on_the_occasion_are_kept(store: Store) -> None:
    place = Place(("details", "questions"), [{"text": "Where?"}], [])
    assert as_saved(History([Entry("Questions", (place,))])) == {
        "format": 1,
        "done": [["Questions", [[["details", "questions"], [[{"text": "Where?"}]], [[]]]]]],
        "undone": [],
    }


def test_the_histories_of_other_answers_in_the_folder_are_named(store: Store) -> None:
    other = store.file.with_name("garden letter.yaml")
    other.write_text(store.file.read_text("utf-8"), "utf-8")
    write_history(other, _with(Place(("details", "urgency"), STORY, "")))
    assert histories_nearby(store.file) == [other]


def _with(place: Place) -> object:
    """Return a history as an older drafter wrote it, with an entry about people and a harmless one."""
    harmless = [["summary"], ["before"], ["after"]]
    places = [list(place.path), [place.before], [place.after]]
    return {"format": 1, "done": [["Who is concerned", [places]], ["Summary", [harmless]]], "undone": []}


def test_what_can_be_undone_is_forgotten_from_the_overview(store: Store) -> None:
    person = interview_until_stopped(store, QUESTIONS, "1 May 2028", Overview(), FORGET, Undo(), "")
    helps = [question.help for question in person.questions if question.path == ("interview", "overview")]
    assert helps[1].startswith("Forgotten: nothing can be undone now.")
    assert helps[2].startswith("There is nothing to undo.")
