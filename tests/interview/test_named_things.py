"""Every question says which fact, source, clause or document it is about, and no row shows a code."""

from pathlib import Path

import pytest

from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.overview import OUT
from drafter.interview.overview_rows import overview_row
from drafter.interview.session import look_over
from drafter.interview.trash import removable, taken_out
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import ScriptedPerson
from tests.support.small_submission import MADE_WITH, item_at, open_small_submission
from tests.support.trees import data_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def test_questions_about_a_source_name_it(store: Store) -> None:
    texts = [item_at(store, ("sources", "S1", name)).text for name in ("author", "date", "address")]
    assert texts == [
        "Who wrote or keeps “A register”?",
        "When was “A register” published?",
        "Is there a web address for “A register”?",
    ]
    store.set(("sources", "S1"), {})
    assert item_at(store, ("sources", "S1", "title")).text == (
        "What is the title of the source of “Forty saw no judge”?"
    )
    store.set(("sources", "S1"), {"address": "https://www.house.example/a-page"})
    assert item_at(store, ("sources", "S1", "author")).text == "Who wrote or keeps “house.example/a-page”?"


@pytest.mark.parametrize("name", ["period", "disaggregation", "caveat", "locator", "checked", "use"])
def test_questions_about_a_fact_have_its_words_and_no_key(store: Store, name: str) -> None:
    text = item_at(store, ("facts", "F2", name)).text
    assert "“Twelve have no licence”" in text
    assert "F2" not in text


def test_a_question_whose_answer_a_clause_asks_the_state_for_names_the_clause(store: Store) -> None:
    asking = next(
        clause
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.kind == "recommendation"
        and any(ask.help.startswith("Your text asks") for ask in clause.questions)
    )
    store.set(("themes",), [{"theme": asking.id.split("/")[0], "clauses": []}])
    name = next(ask.name for ask in asking.questions if ask.help.startswith("Your text asks"))
    store.set(("themes", 0, "clauses"), [asking.id])
    help_ = item_at(store, ("themes", 0, "answers", name)).help
    assert help_.startswith(f"“{asking.head.title}” asks for this.")
    shown = [item.help for item in questions(store.answers, LIBRARY)]
    assert not [text for text in shown if text.startswith("Your text")]


def test_an_unknown_document_of_an_earlier_recommendation_is_named_in_the_remark(store: Store) -> None:
    store.set(("earlier", 0, "document"), None)
    remarks = [remark.text for remark in draft_file(store.file).remarks]
    assert "Not known yet: symbol of the document with the recommendation." in remarks


def test_the_body_that_made_a_recommendation_is_shown_by_its_name(store: Store) -> None:
    store.set(("earlier", 0, "body"), "upr")
    item = item_at(store, ("earlier", 0, "body"))
    assert overview_row(item, store.answers, LIBRARY)[0].title.endswith(
        "made by → Universal Periodic Review (UPR)"
    )


def test_a_clause_is_taken_out_from_the_list_of_what_can_be_taken_out(store: Store) -> None:
    clause = LIBRARY.clause(data_of(store)["themes"][0]["clauses"][0])
    path, name = next(entry for entry in removable(store.answers, LIBRARY) if "clause in" in entry[1])
    assert clause.head.title[:40] in name
    person = ScriptedPerson(OUT, f"take out {dotted(path)}", True, "")
    assert look_over(store, QUESTIONS, person) is None
    assert person.questions[2].text == f"Take out {name}?"
    assert "You can take it again under “Clauses”" in person.questions[2].help
    assert clause.id not in data_of(store)["themes"][0]["clauses"]


def test_the_wording_of_a_clause_that_is_taken_out_is_kept(store: Store) -> None:
    name = data_of(store)["themes"][0]["clauses"][0]
    store.set(("themes", 0, "clauses", 0), {"clause": name, "text": "Our wording."})
    store.change(taken_out(store.answers, ("themes", 0, "clauses", 0)))
    assert len(data_of(store)["themes"][0]["clauses"]) == 1
    kept = data_of(Store.open(store.file, MADE_WITH))["inactive"]["clauses"]["compulsory-treatment"]
    assert kept == [{"clause": name, "text": "Our wording."}]
