"""Questions about the treaties of the State: what the table of treaty parties adds to their help."""

from pathlib import Path

import pytest

from drafter.columns import wrap
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.items.declared import from_ask
from drafter.interview.items.item import Item
from drafter.interview.items.treaty_answers import with_memberships
from drafter.model.question import Ask
from tests.support.script import LIBRARY
from tests.support.submissions import submission, texts
from tests.support.trees import working

OBLIGATIONS = ("details", "obligations")


def obligations(state: str) -> Item:
    """Return the question about the obligations of *state* in a submission to the review of States."""
    asked = questions(working({"document": "upr/individual", "state": state}), LIBRARY)
    return next(item for item in asked if item.path == OBLIGATIONS)


def help_about(state: str, *treaties: str) -> str:
    """Return the help of a question that names *treaties*, for *state*."""
    ask = Ask(name="obligations", ask="Which?", help="Write it.", treaties=treaties)
    return with_memberships(from_ask(ask, OBLIGATIONS, ""), ask, working({"state": state}), LIBRARY).help


def test_the_help_lists_the_core_treaties_that_do_not_bind_the_state_with_the_date() -> None:
    told = obligations("XGR").help
    assert "Graustark is not party to the International Covenant on Civil and Political Rights, the" in told
    assert "Graustark has signed but not ratified the International Covenant on Economic, Social" in told
    assert told.count("(as of 1 January 2026)") == 2
    assert "Rights of the Child" not in told


def test_the_question_of_a_clause_lists_them_too() -> None:
    themes = [
        {"theme": "human-rights-bodies", "clauses": [{"clause": "human-rights-bodies/ratify-a-treaty"}]}
    ]
    asked = questions(working({"document": "upr/individual", "state": "XGR", "themes": themes}), LIBRARY)
    told = next(item for item in asked if item.path == ("themes", 0, "answers", "treaty")).help
    assert "Graustark is not party to the International Covenant on Civil and Political Rights" in told
    assert "Rights of the Child" not in told


def test_the_list_is_a_help_and_no_answer() -> None:
    asked = obligations("XGR")
    assert asked.default is None
    assert not asked.required


def test_without_a_state_of_the_table_the_help_is_that_of_the_rules() -> None:
    ask = next(ask for ask in LIBRARY.document("upr/individual").rules.asks if ask.name == "obligations")
    assert obligations("Nowhere").help == ask.help
    assert obligations("XGR").help.startswith(ask.help)


def test_a_state_that_is_party_to_all_of_them_is_said_to_be() -> None:
    assert help_about("XGR", "crc", "crpd") == (
        "Write it. The table of treaty parties: Graustark is party to the Convention on the Rights of the "
        "Child and the Convention on the Rights of Persons with Disabilities (as of 1 January 2026)."
    )


def test_the_core_treaties_are_not_listed_where_all_of_them_bind() -> None:
    told = obligations("Morocco").help
    assert "Morocco is party to all nine core human rights treaties of the United Nations (as of" in told
    assert len(wrap(told, 79)) <= 6


def test_what_is_not_sure_or_not_in_the_table_is_said_to_be() -> None:
    unsure = help_about("PSE", "single-convention-1961")
    assert "This is not sure for the Single Convention on Narcotic Drugs" in unsure
    assert unsure.endswith("Look it up.")
    assert "The table does not say it for the Arab Charter" in help_about("COM", "crc", "arab-charter")
    assert help_about("COM", "arab-charter") == "Write it."


@pytest.mark.parametrize("document", ["upr/individual", "upr/joint"])
@pytest.mark.parametrize("written", ["", "Graustark should withdraw its reservation to article 9."])
def test_only_what_the_author_wrote_about_obligations_is_printed(
    tmp_path: Path, document: str, written: str
) -> None:
    file = submission(tmp_path, document=document, state="XGR", details={"obligations": written})
    text = "\n".join(texts(draft_file(file)))
    assert ("Scope of international obligations" in text) is bool(written)
    assert ("withdraw its reservation" in text) is bool(written)
    assert "Migrant Workers" not in text


def asked_about_complaint(state: str, **details: str) -> dict[str, Item]:
    """Return the questions about a complaint to the Committee against Torture, by the name of the answer."""
    answers = working({"document": "cat/communication", "state": state, "details": details})
    return {str(item.path[1]): item for item in questions(answers, LIBRARY) if item.path[0] == "details"}


def test_a_state_that_takes_no_complaints_to_this_committee_is_asked_about_with_those_that_it_takes() -> None:
    told = asked_about_complaint("PHL")["accepted"].help
    assert "The State accepts complaints to the Human Rights Committee" in told
    assert "the Committee against Torture." not in told.partition("The State accepts complaints to")[2]
    assert "The State accepts complaints" not in asked_about_complaint("XRU")["accepted"].help


def test_when_it_happened_is_asked_only_if_complaints_are_accepted() -> None:
    assert "happened_after" in asked_about_complaint("PHL", accepted="yes")
    assert "happened_after" not in asked_about_complaint("PHL", accepted="no")
