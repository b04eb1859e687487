"""What a person has answered is shown again, and stays as it was written, whatever is asked about it."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import questions
from drafter.interview.items.item import Item
from drafter.interview.overview import OUT
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import MADE_WITH, THEME, answer_all_blank, open_small_submission
from tests.support.trees import data_of, rows


def item_at(store: Store, *path: str | int) -> Item:
    """Return the question at *path*."""
    return next(item for item in questions(store.answers, LIBRARY) if item.path == path)


def save(store: Store, *path: str | int, value: Any) -> None:
    """Answer the question at *path*."""
    store.change(item_at(store, *path).changes(store.answers, value, LIBRARY))


@pytest.mark.parametrize("path", ["stand_for", "refuse"])
def test_several_choices_are_shown_as_chosen_when_the_question_comes_back(tmp_path: Path, path: str) -> None:
    store = open_small_submission(tmp_path)
    save(store, path, value=["harm-reduction", "recovery-oriented"])
    person = interview_until_stopped(store, QUESTIONS, Overview(), path)
    assert person.paths[-1] == (path,)
    assert person.current_values[-1] == ["harm-reduction", "recovery-oriented"]


def test_comments_and_null_keys_written_by_hand_stay_when_clauses_and_themes_are_chosen_again(
    tmp_path: Path,
) -> None:
    store = open_small_submission(tmp_path)
    first, second = rows(store.data, ("themes", 0, "clauses"))
    file = store.file
    text = file.read_text("utf-8").replace(
        f"    clauses: [{first}, {second}]\n",
        f"    clauses:\n      - clause: {first}  # agreed on 3 May\n        facts: null  # Mira knows\n"
        f"      - {second}\n",
    )
    assert "agreed on 3 May" in text
    file.write_text(text, "utf-8")
    store = Store.open(file, MADE_WITH)
    other = next(
        choice.value
        for choice in item_at(store, "themes", 0, "clauses").choices
        if choice.value not in (first, second)
    )
    save(store, "themes", 0, "clauses", value=[first, second, other])
    save(store, "themes", value=[THEME, "women"])
    save(store, "interview", "more", f"order/{THEME}", value="women")
    written = file.read_text("utf-8")
    assert rows(store.data, ("themes", 1, "clauses")) == [{"clause": first, "facts": None}, second, other]
    assert "women" in written


def test_a_second_section_of_a_theme_keeps_its_own_wording(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    first, second = rows(store.data, ("themes", 0, "clauses"))
    edited = {"clause": first, "text": "Our wording."}
    store.change([(("themes", 1), {"theme": THEME, "clauses": [edited, second]})])
    assert item_at(store, "themes", 1, "clauses").current(store.answers) == [first, second]
    save(store, "themes", 1, "clauses", value=[first, second])
    assert rows(store.data, ("themes", 1, "clauses")) == [edited, second]


def test_back_does_not_undo_what_somebody_else_has_added(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    file = store.file
    row = item_at(store, "interview", "more", "earlier")

    def person_adds_a_row(*_: object) -> bool:
        text = file.read_text("utf-8")
        file.write_text(text.replace("earlier:\n", "earlier:\n  - {text: THEIRS}\n", 1), "utf-8")
        return True

    from drafter.interview.session import record

    assert "earlier:\n" in file.read_text("utf-8")
    changes = row.changes(store.answers, True, LIBRARY)
    person_adds_a_row()
    undo = record(store, LIBRARY, row, True, lambda _: None)
    assert changes
    assert undo == []
    assert "THEIRS" in [earlier.get("text") for earlier in data_of(store)["earlier"]]


def test_a_new_fact_under_an_old_key_is_asked_about_although_the_old_one_was_left_open(
    tmp_path: Path,
) -> None:
    store = open_small_submission(tmp_path)
    store.change([(("interview", "unasked"), ["facts.F2.period", "facts.F1.period", "organisations.0.city"])])
    interview_until_stopped(store, QUESTIONS, Overview(), OUT, "take out facts.F2", True)
    assert store.answers.interview.unasked == ("facts.F1.period", "organisations.0.city")


def test_half_typed_text_about_an_entry_that_is_taken_out_does_not_move_to_the_next_one(
    tmp_path: Path,
) -> None:
    store = open_small_submission(tmp_path)
    store.change([(("earlier", 1), {"text": "Second", "body": "B"}), (("earlier", 2), {"text": "Third"})])
    first = item_at(store, "earlier", 1, "body")
    interview_until_stopped(
        store, QUESTIONS, Overview("half typed"), OUT, "take out earlier.1", True, "", first=first
    )
    assert store.answers.interview.typed == {}


def test_going_back_at_the_first_question_asks_it_once(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    first = item_at(store, "document")
    person = interview_until_stopped(store, QUESTIONS, Back(), Back(), "upr/individual", first=first)
    assert person.paths[:3] == [("document",)] * 3
    assert person.paths[3] != ("document",)


def test_an_abandoned_new_source_is_removed_and_does_not_come_back(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    save(store, "facts", "F1", "source", value="new")
    assert "S2" in data_of(store)["sources"]
    source = item_at(store, "facts", "F1", "source")
    person = interview_until_stopped(store, QUESTIONS, "S1", first=source)
    assert list(data_of(store)["sources"]) == ["S1"]
    assert [path for path in person.paths if path[:2] == ("sources", "S2")] == []


def test_a_question_that_is_not_asked_any_more_does_not_hide_those_left_before_it(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    save(store, "facts", "F1", "source", value="new")
    title = item_at(store, "sources", "S2", "title")
    person = interview_until_stopped(store, QUESTIONS, Back(), "S1", "p. 3", first=title)
    assert person.paths[:2] == [("sources", "S2", "title"), ("facts", "F1", "source")]
    assert ("sources", "S2", "title") not in person.paths[2:]
