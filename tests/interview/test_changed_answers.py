"""A changed answer: what it opens again, what is put aside, and what comes back with the old answer."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.answers.paths import answered
from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import next_question, questions
from drafter.interview.items.item import FinishableItem
from drafter.interview.overview import overview
from drafter.interview.setting import open_questions
from drafter.interview.settled import settled
from drafter.model.answers import GONE
from drafter.privacy.private_file import private_path
from drafter.yaml_text import KeyPath, read_yaml
from tests.support.long_submission import (
    FIRST,
    MADE_WITH,
    SECOND,
    active_answers,
    answer_long_submission,
)
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.small_submission import printed, save_answer
from tests.support.trees import at, data_of, working


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the file of an interview without detours, and its text as it was at each question."""
    file = tmp_path_factory.mktemp("direct") / "a.yaml"
    return file, answer_long_submission(file)


@pytest.fixture
def store(direct: tuple[Path, list[str]], tmp_path: Path) -> Store:
    """Return the finished long submission, to be changed."""
    file = tmp_path / "a.yaml"
    for source, copy in ((direct[0], file), (private_path(direct[0]), private_path(file))):
        copy.write_bytes(source.read_bytes())
    return Store.open(file, MADE_WITH)


def open_paths(store: Store) -> list[KeyPath]:
    """Return the paths of the open questions."""
    return [item.path for item in open_questions(store.answers, QUESTIONS)]


def test_a_theme_that_is_left_out_is_kept_and_comes_back_with_all_its_answers(store: Store) -> None:
    before = active_answers(store.file)
    first_section = before[0]["themes"][0]
    save_answer(store, ("themes",), [SECOND])
    assert [section["theme"] for section in data_of(store)["themes"]] == [SECOND]
    assert read_yaml(store.file.read_text("utf-8"), "")["inactive"]["themes"] == [first_section]
    assert open_paths(store) == []
    save_answer(store, ("themes",), [FIRST, SECOND])
    assert active_answers(store.file) == before
    assert open_paths(store) == []


def test_inactive_answers_are_not_printed(store: Store) -> None:
    save_answer(store, ("themes", 0, "own", 0, "text"), "A canary in the coal mine.")
    assert "canary" in printed(store)
    save_answer(store, ("themes",), [SECOND])
    assert "canary" in store.file.read_text("utf-8")
    assert "canary" not in printed(store)


def test_a_clause_that_is_left_out_comes_back_with_its_own_wording(store: Store) -> None:
    path = ("themes", 0, "clauses")
    chosen = [str(entry) for entry in data_of(store)["themes"][0]["clauses"]]
    store.set((*path, 0), {"clause": chosen[0], "text": "Words of our own in its place."})
    save_answer(store, path, chosen[1:])
    assert "in its place" not in printed(store)
    save_answer(store, path, chosen)
    assert at(store.data, (*path, 0, "text")) == "Words of our own in its place."
    assert "in its place" in printed(store)


def test_another_document_asks_only_its_own_questions_and_for_clauses_that_fit(
    store: Store,
) -> None:
    organisations = len(data_of(store)["organisations"])
    save_answer(store, ("document",), "ccpr/list-of-issues")
    left = open_paths(store)
    assert ("details", "procedure") in left
    assert ("themes", 0, "clauses") in left
    # The summary was written for the other body, and consent was for that body.
    assert {path[0] for path in left} == {"details", "themes", "summary", "cases"}
    assert all(path[-1] == "clauses" for path in left if path[0] == "themes")
    assert all(path[2] == "consent" for path in left if path[0] == "cases")
    assert len(data_of(store)["organisations"]) == organisations


def test_a_document_of_the_same_kind_asks_nothing_again(store: Store) -> None:
    save_answer(store, ("document",), "upr/individual")
    assert open_paths(store) == []


def test_answers_that_only_the_old_document_asks_for_are_put_aside_and_come_back_with_it(
    store: Store,
) -> None:
    before = active_answers(store.file)
    save_answer(store, ("details", "follow_up"), "A canary about the last review.")
    save_answer(store, ("document",), "ccpr/list-of-issues")
    assert "follow_up" not in data_of(store)["details"]
    [kept] = [record for record in at(store.data, ("inactive", "removed")) if record["key"] == "follow_up"]
    assert (kept["place"], kept["value"]) == (["details"], "A canary about the last review.")
    assert kept["document"] == "upr/joint"
    assert "canary" not in printed(store)
    save_answer(store, ("document",), "upr/joint")
    details = {**before[0]["details"], "follow_up": "A canary about the last review."}
    assert data_of(store)["details"] == details


def test_clauses_of_a_kind_that_the_new_document_cannot_print_are_put_aside(store: Store) -> None:
    recommendation = next(
        clause.id
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.kind == "recommendation"
        and clause.head.themes[0] == FIRST
        and clause.head.mechanisms == ("all",)
        and clause.head.position == "neutral"
    )
    save_answer(store, ("themes", 0, "clauses"), [recommendation])
    open_before = open_paths(store)
    save_answer(store, ("document",), "ccpr/list-of-issues")
    kept = at(store.data, ("inactive", "removed"))
    clauses = ["themes", FIRST, "clauses"]
    assert [record["value"] for record in kept if record["place"] == clauses] == [recommendation]
    assert "recommendation" not in {clause.head.kind for clause in draft_file(store.file).resolved.clauses}
    assert ("themes", 0, "clauses") in open_paths(store), "the interview asks for a clause in its place"
    save_answer(store, ("document",), "upr/joint")
    assert at(store.data, ("themes", 0, "clauses")) == [recommendation]
    assert open_paths(store) == open_before


PARTS = ("themes", "keywords", "method", "earlier")


@pytest.mark.parametrize("document", [name for name in LIBRARY.document_ids() if name != "upr/joint"])
def test_parts_that_the_new_document_leaves_out_come_back_with_the_old_document(
    store: Store, document: str
) -> None:
    save_answer(store, ("keywords",), "canary-keywords")
    save_answer(store, ("method",), "canary-method")
    save_answer(store, ("earlier", 0, "text"), "canary-earlier")
    save_answer(store, ("themes", 0, "own", 0, "text"), "canary-themes")
    before = active_answers(store.file)
    save_answer(store, ("document",), document)
    text = printed(store)
    rules = LIBRARY.document(document).rules
    for part in rules.leaves_out:
        assert f"canary-{part}" not in text
    assert all(f"canary-{part}" in store.file.read_text("utf-8") for part in PARTS)
    save_answer(store, ("document",), "upr/joint")
    assert active_answers(store.file) == before


def test_only_a_figure_about_people_asks_for_groups(store: Store) -> None:
    groups = ("facts", "F2", "disaggregation")
    store.change([(groups, GONE), (("facts", "F1", "disaggregation"), "28 women and 13 men")])
    save_answer(store, ("facts", "F2", "text"), "At the gate 12 people saw no doctor.")
    assert open_paths(store) == [groups]
    save_answer(store, ("facts", "F2", "text"), "At the gate 12 women saw no doctor.")
    assert open_paths(store) == []


def test_when_and_where_are_suggested_from_the_figure_before(store: Store) -> None:
    save_answer(store, ("facts", "F1", "period"), "2024, Zenda")
    store.change([(("facts", "F3"), {"text": "Seven saw no doctor."})])
    suggested = {item.path: item.default for item in questions(store.answers, LIBRARY)}
    assert suggested["facts", "F3", "period"] == "2024, Zenda"
    assert suggested["facts", "F1", "period"] is None


def test_a_suggestion_is_not_saved_as_an_answer_when_answers_are_carried_over(store: Store) -> None:
    save_answer(store, ("facts", "F1", "period"), "2024, Zenda")
    save_answer(store, ("facts", "F3", "text"), "Seven saw no doctor.")
    store.change([(("facts", "F3", "period"), GONE)])
    assert ("facts", "F3", "period") in open_paths(store)
    store.change(settled(store.answers, LIBRARY, working({})))
    assert ("facts", "F3", "period") not in open_paths(store)
    assert not answered(store.data, ("facts", "F3", "period"))


@pytest.mark.parametrize("role", ["lead", "co-submitter"])
def test_a_new_name_does_not_change_the_role_of_the_organisation(store: Store, role: str) -> None:
    save_answer(store, ("organisations", 0, "role"), role)
    save_answer(store, ("organisations", 0, "name"), "Other")
    assert data_of(store)["organisations"][0]["role"] == role


def test_a_case_that_becomes_a_childs_asks_only_about_the_guardian(store: Store) -> None:
    save_answer(store, ("cases", "C1", "age_group"), "child")
    assert open_paths(store) == [("cases", "C1", "consent", "guardian")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("state",), "Norway"),
        (("organisations", 0, "name"), "Other"),
        (("summary",), None),
        (("stand_for",), []),
    ],
)
def test_a_change_on_which_nothing_depends_opens_no_question(
    store: Store, path: tuple[Any, ...], value: Any
) -> None:
    save_answer(store, path, value)
    assert open_paths(store) == []


def test_a_fact_can_be_used_in_two_themes(store: Store) -> None:
    save_answer(store, ("themes", 1, "facts"), ["F1", "F3"])
    assert read_answers(store.file)[0].themes[1].facts == ("F1", "F3")
    assert open_paths(store) == []


# ---- one question for everything that can be added to a theme ----


MORE_OF_SECOND = ("interview", "more", f"theme/{SECOND}")
OLDER_NAMES = ("facts", "cases", "own")


def reopen(store: Store, name: str) -> None:
    """Choose “Add more” for the list *name* in the overview."""
    item = next(item for item in questions(store.answers, LIBRARY) if item.path[-1] == name)
    assert isinstance(item, FinishableItem)
    assert item.overview_title
    store.change(item.reopen(store.answers))


def offered(store: Store, path: tuple[Any, ...]) -> list[str]:
    """Return the values that can be chosen at *path*."""
    return [
        choice.value
        for question in questions(store.answers, LIBRARY)
        if question.path == path
        for choice in question.choices
    ]


def test_one_question_asks_what_to_add_to_a_theme_and_going_on_is_the_default(store: Store) -> None:
    reopen(store, f"theme/{SECOND}")
    assert open_paths(store) == [MORE_OF_SECOND]
    question = next_question(store.answers, LIBRARY)
    assert question is not None
    assert question.default == ""
    assert offered(store, MORE_OF_SECOND) == [
        "",
        "fact",
        "known",
        "clause",
        "case",
        "paragraph",
        "recommendation",
    ]
    save_answer(store, MORE_OF_SECOND, "")
    assert data_of(store)["interview"]["finished"].count(f"theme/{SECOND}") == 1
    assert open_paths(store) == []


def test_a_question_can_be_added_to_a_document_of_questions(store: Store) -> None:
    save_answer(store, ("document",), "ccpr/list-of-issues")
    reopen(store, f"theme/{SECOND}")
    assert offered(store, MORE_OF_SECOND)[-1] == "question"


@pytest.mark.parametrize(("chosen", "expected"), [(["F1", "F3"], ("F1", "F3")), ([], ())])
def test_known_facts_can_be_chosen_for_a_theme_on_request(
    store: Store, chosen: list[str], expected: tuple[str, ...]
) -> None:
    reopen(store, f"theme/{SECOND}")
    save_answer(store, MORE_OF_SECOND, "known")
    facts = ("themes", 1, "facts")
    add = next_question(store.answers, LIBRARY)
    assert add is not None
    follow_up = add.follow_up(store.answers, "known", LIBRARY)
    assert follow_up is not None
    assert (follow_up.path, follow_up.text) == (facts, "Which of your facts belong here?")
    assert follow_up.current(store.answers) == ["F3"]
    assert read_answers(store.file)[0].themes[1].facts == ("F3",), "no fact is removed before the answer"
    assert offered(store, facts) == ["F1", "F2", "F3"]
    save_answer(store, facts, chosen)
    assert read_answers(store.file)[0].themes[1].facts == expected
    assert open_paths(store) == [MORE_OF_SECOND]


def test_known_facts_are_offered_only_if_the_theme_does_not_use_them_all(store: Store) -> None:
    save_answer(store, ("themes", 1, "facts"), ["F1", "F2", "F3"])
    reopen(store, f"theme/{SECOND}")
    assert "known" not in offered(store, MORE_OF_SECOND)


def test_a_theme_finished_in_an_older_version_is_not_asked_again_and_can_be_reopened(store: Store) -> None:
    others = [name for name in data_of(store)["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(("interview", "finished"), [*others, *(f"{part}/{SECOND}" for part in OLDER_NAMES)])
    store = Store.open(store.file, MADE_WITH)
    assert open_paths(store) == []
    titles = [choice.title for choice in overview(store.answers, QUESTIONS).question.choices]
    assert titles.count(f"Add more: to “{LIBRARY.themes.themes[SECOND].title}”") == 1
    assert not [title for title in titles if title.startswith(("Add more: facts", "Add more: own"))]
    reopen(store, f"theme/{SECOND}")
    assert open_paths(store) == [MORE_OF_SECOND]
    assert data_of(store)["interview"]["finished"] == others


@pytest.mark.parametrize("missing", OLDER_NAMES)
def test_a_theme_only_partly_finished_in_an_older_version_is_asked_again(store: Store, missing: str) -> None:
    others = [name for name in data_of(store)["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(
        ("interview", "finished"),
        [*others, *(f"{part}/{SECOND}" for part in OLDER_NAMES if part != missing)],
    )
    assert open_paths(store) == [MORE_OF_SECOND]
