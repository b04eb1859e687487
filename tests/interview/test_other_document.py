"""Another document for the same answers: none is lost, none is invented, and the way back restores all."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.answers.changes import applied
from drafter.answers.load import read_answers
from drafter.answers.older_files import upgrades
from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.drafting.moving import differences, move
from drafter.interview.flow import is_open, questions
from drafter.interview.messages import notices
from drafter.interview.session import record
from drafter.interview.trash import brought_back, restorable, taken_out
from drafter.model.answers import GONE
from drafter.yaml_text import KeyPath
from tests.support.checkout import EXAMPLES
from tests.support.files import data
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.trees import at, keys, rows, working

DOCUMENTS = list(LIBRARY.document_ids())
FILES = {document: rich(document) for document in DOCUMENTS}
EXAMPLE_FILES = sorted(EXAMPLES.glob("*.yaml"))


def moved_to(tree: Mapping[str, Any], *documents: str) -> dict[str, Any]:
    """Return *tree* after each of *documents* was chosen in turn."""
    for document in documents:
        tree = move(tree, document, LIBRARY).data if document != tree["document"] else tree
    return dict(tree)


def active_answers(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return *tree* without its inactive answers; the order of the finished lists does not count."""
    active = {key: value for key, value in tree.items() if key != "inactive"}
    return {**active, "interview": {"finished": sorted(rows(tree, ("interview", "finished")))}}


def removed_paths(tree: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the paths of the answers that are put aside in *tree*."""
    return [(*record["place"], record["key"]) for record in rows(tree, ("inactive", "removed"))]


# ---- another document and back ----


@pytest.mark.parametrize("document", DOCUMENTS)
def test_changing_the_document_and_back_restores_all_answers(document: str) -> None:
    for other in DOCUMENTS:
        restored = moved_to(FILES[document], other, document)
        assert active_answers(restored) == active_answers(FILES[document]), other
        assert "inactive" not in restored, other


@pytest.mark.parametrize("file", EXAMPLE_FILES, ids=[file.stem for file in EXAMPLE_FILES])
def test_changing_the_document_and_back_restores_every_example(file: Path) -> None:
    before = data(file)
    for other in DOCUMENTS:
        assert active_answers(moved_to(before, other, str(before["document"]))) == active_answers(before), (
            other
        )


@settings(max_examples=150, deadline=None, derandomize=True)
@given(document=st.sampled_from(DOCUMENTS), way=st.lists(st.sampled_from(DOCUMENTS), min_size=2, max_size=4))
def test_several_changes_of_document_and_back_restore_all_answers(document: str, way: list[str]) -> None:
    assert active_answers(moved_to(FILES[document], *way, document)) == active_answers(FILES[document])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(document=st.sampled_from(DOCUMENTS), other=st.sampled_from(DOCUMENTS))
def test_applying_the_differences_to_the_old_answers_gives_the_new_answers(document: str, other: str) -> None:
    before = FILES[document]
    after = move(before, other, LIBRARY).data
    changed = deepcopy(before)
    for path, value in differences(before, after):
        change_in_place(changed, path, value)
    assert changed == after


def change_in_place(tree: Any, path: KeyPath, value: Any) -> None:
    """Make one change in *tree* itself, without the program's own ``applied``."""
    *way, last = path
    for step in way:
        tree = tree[step]
    if value is GONE:
        del tree[last]
    elif isinstance(tree, list) and last == len(tree):
        tree.append(value)
    else:
        tree[last] = value


def test_every_text_of_the_author_is_still_in_the_file() -> None:
    for document in DOCUMENTS[::3]:
        for other in DOCUMENTS[::4]:
            after = str(moved_to(FILES[document], other))
            lost = [text for text in texts_in(FILES[document]) if text not in after and text != document]
            assert lost == [], (document, other)


def texts_in(value: Any) -> list[str]:
    """Return every text in the saved answers *value*, without the names of finished lists."""
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key != "finished" for text in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [str(value)] if isinstance(value, str) else []


def test_answers_on_disk_are_restored_too_and_comments_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"# Ours\n{yaml.safe_dump(FILES['upr/joint'], sort_keys=False)}# The end\n", "utf-8")
    store = Store.open(file, "drafter under test")
    before = data(file)
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("document",))
    for other in ("ccpr/list-of-issues", "upr/matrix", "cnd/oral-statement", "upr/joint"):
        store.change(question.changes(store.answers, other, LIBRARY))
    assert active_answers(data(file)) == active_answers(before)
    assert file.read_text("utf-8").startswith("# Ours\n")


def test_undoing_the_choice_of_a_document_restores_all_answers(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    store = Store.open(file, "drafter under test")
    before = data(file)
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("document",))
    undo = record(store, LIBRARY, question, "cedaw/list-of-issues", lambda _: None)
    assert data(file) != before
    store.change(undo)
    assert active_answers(data(file)) == active_answers(before)


# ---- no answer is invented ----


def test_the_answer_about_ratification_does_not_count_for_another_treaty() -> None:
    before = {**FILES["cedaw/alternative-report"]}
    before["details"] = {**before["details"], "state_party": "yes"}
    after = moved_to(before, "cat/alternative-report")
    assert "state_party" not in keys(after, ("details",))
    assert at(moved_to(before, "cedaw/list-of-issues"), ("details", "state_party")) == "yes"


def test_consent_for_one_body_does_not_count_for_another() -> None:
    after = moved_to(FILES["upr/joint"], "cedaw/alternative-report")
    assert at(after, ("cases", "C1", "consent")) is MISSING
    open_ = [item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)]
    assert ("cases", "C1", "consent", "body") in open_
    assert at(moved_to(FILES["upr/joint"], "upr/individual"), ("cases", "C1", "consent", "body")) == "yes"


def test_confidential_texts_do_not_get_into_a_public_document_to_the_same_body() -> None:
    after = moved_to(FILES["special-procedures/communication"], "special-procedures/call-for-input")
    assert not {"summary", "title", "closing"} & after.keys()
    assert at(after, ("cases", "C1", "consent")) is MISSING


def test_the_session_is_kept_only_for_documents_that_ask_about_the_same_session() -> None:
    before = FILES["upr/joint"]
    for other in ("upr/matrix", "upr/individual", "upr/advocacy-note"):
        assert at(moved_to(before, other), ("details", "session")) == "session of upr/joint"
    assert at(moved_to(before, "upr/matrix"), ("details", "cycle")) == "cycle of upr/joint"
    assert "session" not in keys(moved_to(before, "cedaw/alternative-report"), ("details",))
    after = moved_to(FILES["cedaw/list-of-issues"], "cedaw/alternative-report")
    assert "session" not in keys(after, ("details",)), "the list is adopted at another session"


def test_an_answer_about_the_case_itself_is_kept_for_any_body() -> None:
    after = moved_to(FILES["ccpr/communication"], "cat/communication")
    assert at(after, ("details", "facts_of_case")) == "facts_of_case of ccpr/communication"
    assert "accepted" not in keys(after, ("details",))


def test_no_single_state_does_not_answer_a_document_that_needs_a_state() -> None:
    before = {**FILES["cnd/written-statement"], "state": ""}
    after = moved_to(before, "upr/individual")
    assert ("state",) in [
        item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)
    ]
    assert moved_to(after, "cnd/written-statement")["state"] == ""


# ---- answers that are put aside ----


def test_a_fact_stays_in_its_theme_when_its_clause_is_put_aside() -> None:
    before = FILES["upr/joint"]
    assert "F3" not in before["themes"][0]["facts"]
    after = moved_to(before, "ccpr/list-of-issues")
    assert "F3" in after["themes"][0]["facts"]


def test_a_clause_chosen_against_the_rules_comes_back_with_its_document() -> None:
    before = deepcopy(FILES["upr/joint"])
    question = next(clause.id for clause in LIBRARY.all_clauses()[0] if clause.head.kind == "question")
    before["themes"][0]["clauses"].append(question)
    moved = moved_to(before, "ccpr/list-of-issues")
    assert active_answers(moved_to(moved, "upr/joint")) == active_answers(before)


def test_a_clause_that_the_library_does_not_have_is_kept() -> None:
    before = deepcopy(FILES["upr/joint"])
    before["themes"][0]["clauses"].insert(1, "recovery/nowhere")
    moved = moved_to(before, "upr/individual")
    assert "recovery/nowhere" not in str(moved["themes"])
    assert active_answers(moved_to(moved, "upr/joint")) == active_answers(before)


def test_an_inactive_theme_is_changed_too() -> None:
    before = deepcopy(FILES["upr/joint"])
    before["inactive"] = {"themes": [before["themes"].pop()]}
    moved = moved_to(before, "ccpr/list-of-issues")
    kinds = {text["kind"] for text in at(moved, ("inactive", "themes", 0, "own"))}
    assert kinds == {"paragraph"}
    assert moved_to(moved, "upr/joint")["inactive"] == before["inactive"]


def test_answers_put_aside_by_an_earlier_version_come_back() -> None:
    moved = moved_to(FILES["upr/joint"], "ccpr/list-of-issues")
    inactive = {
        "details": {"upr/joint": {"follow_up": "What became of it."}},
        "parts": {"closing": "The end."},
    }
    older = {**moved, "inactive": inactive}
    restored = moved_to(applied(older, upgrades(older)), "upr/joint")
    assert at(restored, ("details", "follow_up")) == "What became of it."
    assert restored["closing"] == "The end."
    assert "inactive" not in restored or not {"details", "parts"} & restored["inactive"].keys()


def test_answers_that_the_new_document_can_print_can_be_brought_back_from_the_overview() -> None:
    after = moved_to(FILES["upr/joint"], "ccpr/list-of-issues")
    names = {name: number for number, name in restorable(working(after), LIBRARY)}
    title = next(name for name in names if name.startswith("the title"))
    session = next((name for name in names if "Which session of the Working Group" in name), "")
    assert session, "the new document asks for a session too: the author may use the same"
    assert not [name for name in names if "consent" in name or "own recommendation" in name]
    for number in sorted((names[title], names[session]), reverse=True):
        after = applied(after, brought_back(working(after), number))
    assert after["title"] == "A title for upr/joint"
    assert at(after, ("details", "session")) == "session of upr/joint"
    assert ("title",) not in removed_paths(after)


def test_only_answers_that_the_new_document_asks_for_can_be_brought_back() -> None:
    after = moved_to(FILES["cedaw/alternative-report"], "achpr/communication")
    assert {("details", "publication"), ("details", "positive")} <= set(removed_paths(after))
    assert "steps forward" not in str(list(restorable(working(after), LIBRARY))), (
        "a communication does not ask for them"
    )
    after = moved_to(FILES["cedaw/alternative-report"], "ccpr/alternative-report")
    names = " ".join(name for _, name in restorable(working(after), LIBRARY))
    assert "What progress do you want to acknowledge?" in names
    assert "May the Committee post the report" not in names, "the agreement was for another body"
    signed = deepcopy(FILES["cedaw/alternative-report"])
    signed["details"]["state_party"] = "signed"
    assert "Has the State ratified" in str(
        list(restorable(working(moved_to(signed, "ccpr/alternative-report")), LIBRARY))
    )
    assert "Has the State ratified" not in str(
        list(restorable(working(moved_to(signed, "achpr/communication")), LIBRARY))
    )


def test_an_empty_choice_is_not_kept_for_another_document() -> None:
    before = deepcopy(FILES["cedaw/alternative-report"])
    before["details"]["state_party"] = ""
    assert "state_party" not in moved_to(before, "cedaw/list-of-issues")["details"]


def test_an_answer_is_not_replaced_by_bringing_back_another() -> None:
    after = {**moved_to(FILES["upr/joint"], "ccpr/list-of-issues"), "title": "Another title"}
    assert not [name for _, name in restorable(working(after), LIBRARY) if name.startswith("the title")]


def test_the_consent_of_a_case_is_erased_with_the_case() -> None:
    after = moved_to(FILES["upr/joint"], "ccpr/list-of-issues")
    assert "in writing, to her sister" in str(after["inactive"])
    after = applied(after, taken_out(working(after), ("cases", "C1")))
    assert "her sister" not in str(after)


def test_answers_put_aside_do_not_mention_what_is_removed_later(tmp_path: Path) -> None:
    """A section that comes back with a removed fact or case would make the file unreadable."""
    store = Store.open(tmp_path / "a.yaml", "drafter under test")
    moved = moved_to(FILES["upr/joint"], "ccpr/communication")
    store.change([((key,), value) for key, value in moved.items() if key != "format"])
    for path in (("facts", "F3"), ("cases", "C1"), ("facts", "F1")):
        store.change(taken_out(store.answers, path))
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("document",))
    store.change(question.changes(store.answers, "upr/joint", LIBRARY))
    answers, _ = read_answers(store.file)
    assert {key for section in answers.themes for key in section.all_facts} == {"F2", "F4"}
    assert [section.cases for section in answers.themes] == [(), ()]
    assert "her sister" not in store.file.read_text("utf-8")


def test_records_of_removed_answers_do_not_mention_what_is_removed_later() -> None:
    moved = moved_to(FILES["upr/joint"], "ccpr/communication")
    after = applied(moved, taken_out(working(moved), ("facts", "F3")))
    themes = next(record for record in rows(after, ("inactive", "removed")) if record["key"] == "themes")
    clauses = [entry for section in themes["value"] for entry in section["clauses"]]
    assert [entry for entry in clauses if "F3" in rows(entry, ("facts",))] == []
    assert removed_paths(after)[-1] == ("facts", "F3")


def test_the_screen_reports_what_a_change_of_document_puts_aside() -> None:
    before = FILES["upr/joint"]
    after = moved_to(before, "ccpr/list-of-issues")
    text = " ".join(notices(working(before), working(after), LIBRARY))
    for words in ("the title", "your own recommendation", "Which cycle of the UPR", "consent of case C1"):
        assert words in text
    assert "Suggested and not chosen: “" in text
    assert "cannot use" not in " ".join(notices(working(before), working({**before, "title": "B"}), LIBRARY))
