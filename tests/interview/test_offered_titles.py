"""The mandates to which a letter goes are chosen from a list; other titles can be typed, and none is lost."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.offered_titles import NOT_KNOWN, OTHER, OfferedTitlesItem
from drafter.interview.overview import overview
from drafter.interview.session import Person, interview
from drafter.interview.setting import set_answer
from drafter.library.mandates import mandates
from drafter.terminal.choice_search import ChoiceSearch
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.small_submission import open_small_submission, printed
from tests.support.trees import data_of

PATH = ("details", "mandates")
HEALTH = (
    "the Special Rapporteur on the right of everyone to the enjoyment of the highest attainable standard of "
    "physical and mental health"
)
DETENTION = "the Working Group on Arbitrary Detention"
KILLINGS = "the Special Rapporteur on extrajudicial, summary or arbitrary executions"
COUNTRY = "the Special Rapporteur on the situation of human rights in Ruritania"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a letter to the special procedures."""
    store = open_small_submission(tmp_path)
    store.change([(("document",), "special-procedures/communication")])
    return store


def asked(store: Store) -> Item:
    """Return the question for the mandates."""
    return next(item for item in questions(store.answers, LIBRARY) if item.path == PATH)


def answer(store: Store, *values: AnswerValue) -> None:
    """Answer the question for the mandates and the one that it leads to."""
    left = iter(values)
    with pytest.raises(StopIteration):
        interview(store, Questionnaire(LIBRARY, questions), Person(lambda *_: next(left)), first=asked(store))


def test_every_mandate_has_a_title_a_source_and_a_sentence() -> None:
    listed = mandates(LIBRARY)
    assert len({each.title for each in listed}) == len(listed) > 20
    for each in listed:
        assert each.title.startswith(("Special Rapporteur on ", "Working Group o", "Independent Expert on "))
        assert each.fits.endswith(".")
        assert each.fits.count(".") == 1


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("wgad", DETENTION),
        ("health", HEALTH),
        ("execution", KILLINGS),
        ("spraying", "hazardous"),
        ("roma", "racism"),
    ],
)
def test_a_mandate_is_searched_by_what_people_call_it(store: Store, typed: str, title: str) -> None:
    search = ChoiceSearch(asked(store).choices)
    assert title in search.choices[search.matching(typed)[0]].value


def test_what_is_chosen_is_saved_as_one_line_and_printed(store: Store) -> None:
    answer(store, [HEALTH, KILLINGS])
    assert data_of(store)["details"]["mandates"] == f"{HEALTH}; {KILLINGS}"
    assert asked(store).current(store.answers) == [HEALTH, KILLINGS]
    assert f"To: {HEALTH}; {KILLINGS}" in printed(store)


def test_another_title_is_added_to_what_is_chosen_and_stays_in_the_list(store: Store) -> None:
    answer(store, [DETENTION, OTHER], COUNTRY)
    assert data_of(store)["details"]["mandates"] == f"{DETENTION}; {COUNTRY}"
    assert COUNTRY in [choice.value for choice in asked(store).choices]
    assert asked(store).current(store.answers) == [DETENTION, COUNTRY]


def test_another_title_alone_leaves_the_question_open_until_it_is_typed(store: Store) -> None:
    answer(store, [OTHER], "")
    assert "mandates" not in data_of(store)["details"]
    answer(store, [OTHER], f"{COUNTRY};  {DETENTION}")
    assert data_of(store)["details"]["mandates"] == f"{COUNTRY}; {DETENTION}"


def test_what_an_older_file_has_is_kept(store: Store) -> None:
    store.change([(PATH, "health, WGAD, torture")])
    assert asked(store).current(store.answers) == ["health, WGAD, torture"]
    item = asked(store)
    assert item.changes(store.answers, ["health, WGAD, torture"], LIBRARY) == [
        (PATH, "health, WGAD, torture")
    ]


def test_not_known_yet_is_an_answer(store: Store) -> None:
    answer(store, [NOT_KNOWN])
    assert data_of(store)["details"]["mandates"] is None
    assert asked(store).current(store.answers) == [NOT_KNOWN]


def test_an_option_sets_titles_separated_by_semicolons(store: Store) -> None:
    outcome = set_answer(store, QUESTIONS, "details.mandates", f"{KILLINGS}; {COUNTRY}")
    assert outcome == ()
    assert data_of(store)["details"]["mandates"] == f"{KILLINGS}; {COUNTRY}"


def test_the_list_of_all_answers_shows_them(store: Store) -> None:
    answer(store, [DETENTION])
    rows = [choice.title for choice in overview(store.answers, QUESTIONS).question.choices]
    assert any("Working Group on Arbitrary" in row for row in rows)


def test_the_visit_of_a_mandate_holder_has_the_same_list(store: Store) -> None:
    store.change([(("document",), "special-procedures/country-visit")])
    item = next(item for item in questions(store.answers, LIBRARY) if item.path == ("details", "to"))
    assert isinstance(item, OfferedTitlesItem)
