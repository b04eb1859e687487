"""A clause that could replace another is offered, not chosen: its statement is not the author's."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.answers.paths import clause_id
from drafter.answers.store import Store
from drafter.cli import main
from drafter.drafting.carry_over import carry
from drafter.drafting.moving import move
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import Item
from drafter.terminal.plain_choices import spoken_choices
from drafter.yaml_text import read_yaml
from tests.support.checkout import EXAMPLES
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.trees import at, data_of, keys, rows, working

Out = pytest.CaptureFixture[str]
BEFORE = rich("upr/joint")
CLAUSES = ("themes", 0, "clauses")


def kinds(entries: list[Any]) -> set[str]:
    """Return the kinds of the clauses in *entries*."""
    return {LIBRARY.clause(clause_id(entry)).head.kind for entry in entries}


def clauses_question(data: Any) -> Item:
    """Return the question about the clauses of the first theme."""
    return next(item for item in questions(working(data), LIBRARY) if item.path == CLAUSES)


@pytest.fixture
def issues() -> dict[str, Any]:
    """Return a list of issues that begins with a submission with recommendations."""
    return {"format": 1, **carry(BEFORE, "ccpr/list-of-issues", LIBRARY).data}


def test_no_clause_is_chosen_that_the_author_did_not_choose(issues: dict[str, Any]) -> None:
    before = {str(entry) for section in BEFORE["themes"] for entry in section["clauses"]}
    for section in issues["themes"]:
        assert {str(entry) for entry in section["clauses"]} <= before
        assert "question" not in kinds(section["clauses"])
        assert "recommendation" not in kinds(section["clauses"])


def test_each_offer_names_the_clause_that_it_can_replace(issues: dict[str, Any]) -> None:
    theme = issues["themes"][0]["theme"]
    offers = at(issues, ("inactive", "offered", theme))
    assert offers
    clauses_before = [clause_id(entry) for entry in BEFORE["themes"][0]["clauses"]]
    for offer in offers:
        assert LIBRARY.clause(offer["clause"]).head.kind == "question"
        assert LIBRARY.clause(offer["instead_of"]).head.kind == "recommendation"
        assert offer["instead_of"] in clauses_before
        grounds = [
            {*LIBRARY.clause(name).head.legal_basis, *LIBRARY.clause(name).head.sources}
            for name in offer.values()
        ]
        assert grounds[0] & grounds[1]


def test_the_question_about_the_clauses_shows_the_offers_and_none_is_chosen(issues: dict[str, Any]) -> None:
    question = clauses_question(issues)
    assert is_open(working(issues), question)
    [offer, *_] = at(issues, ("inactive", "offered", issues["themes"][0]["theme"]))
    title = LIBRARY.clause(offer["instead_of"]).head.title
    [choice] = [choice for choice in question.choices if choice.value == offer["clause"]]
    assert choice.note.endswith(f" · suggested, in place of “{title}”")
    offered = len(at(issues, ("inactive", "offered", issues["themes"][0]["theme"])))
    marks = ["suggested" in each.note for each in question.choices]
    assert marks == [True] * offered + [False] * (len(marks) - offered), "they come first"
    assert title in question.help
    assert offer["clause"] not in rows(issues, CLAUSES)
    spoken_choice = next(
        spoken for spoken in spoken_choices(question) if spoken.choice.value == offer["clause"]
    )
    assert title in spoken_choice.note


def test_an_answer_removes_the_offers_of_its_theme_and_of_no_other(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    store = Store.open(file, "drafter under test")
    store.change(
        [((key,), value) for key, value in carry(BEFORE, "ccpr/list-of-issues", LIBRARY).data.items()]
    )
    themes = [section["theme"] for section in data_of(store)["themes"]]
    assert list(at(store.data, ("inactive", "offered"))) == themes
    store.change(clauses_question(store.data).changes(store.answers, [], LIBRARY))
    assert list(at(store.data, ("inactive", "offered"))) == themes[1:]
    assert not is_open(store.answers, clauses_question(store.data))
    assert read_answers(file)[0].themes[0].clauses == ()


def test_a_clause_of_a_refused_position_is_not_offered() -> None:
    refusing = {**BEFORE, "refuse": ["neutral"]}  # every clause here is neutral
    offers_by_theme = keys(move(refusing, "ccpr/list-of-issues", LIBRARY).data, ("inactive", "offered"))
    assert list(offers_by_theme.values()) == [[], []]


def test_with_the_old_document_again_no_clause_is_offered(issues: dict[str, Any]) -> None:
    restored: Any = move(issues, "upr/joint", LIBRARY).data
    assert kinds(restored["themes"][0]["clauses"]) >= {"recommendation"}
    assert "offered" not in restored.get("inactive", {})


def test_an_unanswered_offer_is_still_there_after_another_change_of_document(issues: dict[str, Any]) -> None:
    theme = issues["themes"][0]["theme"]
    moved = move(move(issues, "ccpr/communication", LIBRARY).data, "ccpr/list-of-issues", LIBRARY).data
    assert at(moved, ("inactive", "offered", theme)) == at(issues, ("inactive", "offered", theme))


def test_offers_are_listed_on_the_screen(tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "b.yaml"
    origin = EXAMPLES / "ruritania-upr-joint.yaml"
    command = ["new", str(file), "--from", str(origin), "--document", "ccpr/list-of-issues", "--no-input"]
    assert main(command) == 0
    output = capsys.readouterr().out
    offers_by_theme = at(read_yaml(file.read_text("utf-8"), str(file)), ("inactive", "offered"))
    assert sum(map(len, offers_by_theme.values())) > 3
    for offers in offers_by_theme.values():
        for offer in offers:
            title, other = (LIBRARY.clause(offer[name]).head.title for name in ("clause", "instead_of"))
            assert f"“{title}” (question) in place of “{other}” (recommendation)" in output
    assert output.index("Suggested, not chosen") < output.index("Put aside in")


def test_the_help_says_what_the_kinds_of_the_offered_clauses_are() -> None:
    answers = working(
        {"document": "upr/individual", "state": "Ruritania", "themes": [{"theme": "women"}], "stand_for": []}
    )
    item = next(item for item in questions(answers, LIBRARY) if item.path == ("themes", 0, "clauses"))
    kinds = {choice.title.split()[0] for choice in item.choices}
    assert kinds == {"standard", "concern", "conclusion", "recommendation"}
    assert "Standard: what the law asks. Concern: the problem. Conclusion: " in item.help
    assert "Question:" not in item.help
    assert all(choice.note.startswith(f"· {choice.words} words") for choice in item.choices)
