"""Consent is asked by the pseudonym, of each of several people; the strictest answer is the document's."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.drafting.carry_over import carry
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.messages import notices
from drafter.interview.trash import taken_out
from drafter.library.library import Library
from drafter.model.answers import Case
from drafter.model.node import Node
from drafter.privacy.consent import decide, strictest
from tests.support.people import BUNDLED, NAME, case, letter, remarks, text
from tests.support.script import LIBRARY
from tests.support.small_submission import open_small_submission, save_answer
from tests.support.trees import at, data_of

LETTER = "special-procedures/communication"
SEND, PUBLISH = "consent_to_send", "consent_to_publish"
GIVEN = "given informed consent to send the case to the Government?"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a letter about nobody yet."""
    store = open_small_submission(tmp_path)
    store.change([(("document",), LETTER)])
    return store


def people(store: Store, *names: str) -> None:
    """Put people of these *names* into the letter."""
    rows: list[Node] = [{"name": name} for name in names]
    store.change([(("details", "victims"), rows)])


def asked(store: Store, name: str) -> list[str]:
    """Return the questions whose answers are saved as *name*."""
    return [item.text for item in questions(store.answers, LIBRARY) if item.path[-1] == name]


def test_the_question_names_the_one_person(store: Store) -> None:
    assert asked(store, SEND) == [f"Has the person, or the family, {GIVEN}"]
    people(store, "Person A")
    assert asked(store, SEND) == [f"Has Person A, or the family, {GIVEN}"]


def test_each_of_several_people_is_asked_and_the_strictest_answer_is_the_documents(store: Store) -> None:
    people(store, "Person A", "Person B")
    assert asked(store, SEND) == [f"Has {name}, or the family, {GIVEN}" for name in ("Person A", "Person B")]
    save_answer(store, ("details", "victims", 0, SEND), "yes")
    assert SEND not in data_of(store)["details"], "Person B was not asked"
    save_answer(store, ("details", "victims", 1, SEND), "without-names")
    assert data_of(store)["details"][SEND] == "without-names"
    save_answer(store, ("details", "victims", 1, SEND), "no")
    assert data_of(store)["details"][SEND] == "no"


def test_the_consent_of_a_person_who_is_erased_no_longer_counts(store: Store) -> None:
    people(store, "Person A", "Person B")
    save_answer(store, ("details", "victims", 0, SEND), "yes")
    save_answer(store, ("details", "victims", 1, SEND), "no")
    store.change(taken_out(store.answers, ("details", "victims", 1), is_person=True))
    assert at(data_of(store), ("details", SEND)) == "yes"


def test_names_to_publish_are_asked_about_only_if_the_government_may_have_them(store: Store) -> None:
    people(store, "Person A")
    save_answer(store, ("details", SEND), "without-names")
    assert asked(store, PUBLISH) == []
    save_answer(store, ("details", SEND), "yes")
    assert asked(store, PUBLISH) == [
        "Has Person A, or the family, given informed consent to publish the name?"
    ]


def test_the_consents_of_each_person_stay_behind_in_another_document() -> None:
    rows: list[Node] = [{"name": "Person A", SEND: "yes"}, {"name": "Person B", SEND: "no"}]
    tree: dict[str, Node] = {"format": 1, "document": LETTER, "details": {"victims": rows, SEND: "no"}}
    data = carry(tree, LETTER, LIBRARY).data
    assert at(data, ("details", "victims")) == [{"name": "Person A"}, {"name": "Person B"}]


@pytest.mark.parametrize(
    ("answers", "whole"),
    [
        (["yes", "yes"], "yes"),
        (["yes", "without-names"], "without-names"),
        (["without-names", "not-asked"], "not-asked"),
        (["no", "not-asked"], "no"),
        (["yes", ""], ""),
        ([], ""),
    ],
)
def test_no_answer_is_the_strictest(answers: list[str], whole: str) -> None:
    assert strictest(answers) == whole


# ---- what is printed ----


def test_the_case_yes_and_the_name_no(tmp_path: Path) -> None:
    file = letter(tmp_path, {SEND: "without-names"})
    assert not [each for each in draft_file(file).errors if each.code.startswith("gate")]
    printed = text(draft_file(file, names=True))
    assert "She was held in a cellar" in printed
    assert NAME not in printed
    assert "to send the case to the Government: Yes, but without the names." in printed
    assert "Consent to publish" not in printed


@pytest.mark.parametrize(
    ("of_mira", "of_other", "is_told", "has_name"),
    [
        ("yes", "yes", True, True),
        ("without-names", "yes", True, False),
        ("yes", "no", True, True),
        ("no", "yes", False, False),
        ("", "yes", False, False),
    ],
)
def test_a_case_follows_the_answer_of_its_own_person(
    of_mira: str, of_other: str, is_told: bool, has_name: bool
) -> None:
    rows = [{"name": "mira", SEND: of_mira}, {"name": "Person B", SEND: of_other}]
    details: dict[str, Any] = {"victims": rows, SEND: strictest([of_mira, of_other])}
    decision = decide(Case.model_validate(case()), BUNDLED.document(LETTER).rules, details)
    assert (decision.is_included, decision.allows_real_name) == (is_told, has_name)


def test_a_person_who_has_not_agreed_is_an_error_although_the_letter_says_yes(tmp_path: Path) -> None:
    rows = [{"name": "Mira", SEND: "yes"}, {"name": "Person B", SEND: "not-asked"}]
    file = letter(tmp_path, {SEND: "yes", "victims": rows})
    [remark] = remarks(file, "person-not-agreed")
    assert remark.place == "Person B"
    assert remark.level == "error"
    rows[1][SEND] = "without-names"
    assert remarks(letter(tmp_path, {SEND: "yes", "victims": rows}), "person-not-agreed") == []


def test_consents_of_a_case_name_the_pseudonym(store: Store) -> None:
    told: Node = {"pseudonym": "Person B", "age_group": "child"}
    store.change([(("cases", "C1"), told), (("themes", 0, "cases"), ["C1"])])
    path = ("cases", "C1", "consent")
    texts = [item.text for item in questions(store.answers, LIBRARY) if item.path[:3] == path]
    assert "Has Person B agreed that the Government may read it?" in texts
    assert "Has a parent or guardian of Person B agreed?" in texts
    assert not [text for text in texts if "the person agreed" in text]


def test_every_question_of_consent_about_people_is_asked_of_each(tmp_path: Path) -> None:
    """A document that lists several people asks each of them whether the case may be sent."""
    library: Library = BUNDLED
    for name in library.document_ids():
        asks = library.document(name).rules.asks
        groups = {ask.name for ask in asks if any(field.person for field in ask.fields)}
        for ask in asks:
            if groups and ask.agreement and ask.agreement.lets_tell and "consent" in ask.name:
                assert ask.per_person in groups, (name, ask.name)


def case_questions(store: Store) -> list[str]:
    """Return the ends of the paths of the open questions about the consent of the one case."""
    items = questions(store.answers, LIBRARY)
    return [
        str(item.path[-1]) for item in items if item.path[:3] == ("cases", "C1", "consent") and item.automatic
    ]


@pytest.mark.parametrize("answer", ["not-asked", "no"])
def test_whoever_has_not_agreed_is_asked_nothing_more(tmp_path: Path, answer: str) -> None:
    store = open_small_submission(tmp_path)
    store.change(
        [(("cases",), {"C1": {"pseudonym": "Mira", "age_group": "adult"}}), (("themes", 0, "cases"), ["C1"])]
    )
    first, *others = case_questions(store)
    assert "given" in others
    assert len(others) > 1
    save_answer(store, ("cases", "C1", "consent", first), answer)
    assert case_questions(store) == [first]
    save_answer(store, ("cases", "C1", "consent", first), "yes")
    assert case_questions(store) == [first, *others]


@pytest.mark.parametrize(
    ("answer", "is_asked"),
    [("yes", True), ("without-names", True), ("no", False), ("not-asked", False), ("nobody", False)],
)
def test_who_gave_consent_is_asked_only_if_somebody_did(store: Store, answer: str, is_asked: bool) -> None:
    people(store, "Person A")
    save_answer(store, ("details", SEND), answer)
    [item] = [item for item in questions(store.answers, LIBRARY) if item.path == ("details", "consent_given")]
    assert item.automatic is is_asked


def test_a_case_of_the_working_group_is_not_sent_without_the_name(store: Store) -> None:
    store.change([(("document",), "special-procedures/wgad-case")])
    [item] = [item for item in questions(store.answers, LIBRARY) if item.path == ("details", SEND)]
    assert "without-names" in [choice.value for choice in item.choices]
    before = store.answers
    save_answer(store, ("details", SEND), "without-names")
    said = " ".join(notices(before, store.answers, LIBRARY))
    assert (
        "If they agree without the name, an urgent appeal or an allegation letter can leave it out." in said
    )
    assert "Instead: special-procedures/communication" in said
