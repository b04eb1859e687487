"""Details that identify somebody are asked about once, at the case; a remark stays until the answer."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import at, keys
from drafter.answers.store import Store
from drafter.drafting.moving import move
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open, questions
from drafter.interview.items.case_details import DetailsItem
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.remark import Remark
from drafter.review.passage_checks import remarks_on
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from tests.support.people import BUNDLED, SENT, case, letter, remarks, written

UPR = "upr/individual"
REPORT = "cedaw/alternative-report"
NURSE = "In March 2024 she was dismissed as a nurse at the hospital of Zenda, because she lives with HIV."
GENERAL = "In 2024, in a town in the north, a woman in her forties was dismissed because she lives with HIV."
SEEN = ["place", "work", "dates", "health"]


def identify(file: Path) -> list[Remark]:
    """Return the remarks that details identify a person."""
    return remarks(file, "details-identify")


# ---- the remark ----


def test_details_that_identify_have_a_warning_that_names_them(tmp_path: Path) -> None:
    [remark] = identify(written(tmp_path, UPR, {}, case(text=NURSE)))
    assert (remark.level, remark.place) == ("warning", "case C1 (Mira)")
    assert remark.text.endswith(": a place, work or an office, a date and a health condition.")
    assert remark.path == ("cases", "C1", "consent", "details")


def test_a_story_that_was_generalised_has_no_remark(tmp_path: Path) -> None:
    assert identify(written(tmp_path, UPR, {}, case(text=GENERAL))) == []


@pytest.mark.parametrize(
    ("agreed", "remarked"),
    [(SEEN, False), ([*SEEN, "age"], False), (["place", "work"], True), (["nothing"], True), ([], True)],
)
def test_only_agreement_to_every_detail_ends_the_remark(
    tmp_path: Path, agreed: list[str], remarked: bool
) -> None:
    file = written(tmp_path, UPR, {}, case(text=NURSE, consent={"details": agreed}, identifying=None))
    codes = {remark.code for remark in draft_file(file).remarks}
    assert ("details-identify" in codes) is remarked
    assert not codes & {"details-not-checked", "details-left"}


def test_details_need_no_agreement_beside_the_real_name(tmp_path: Path) -> None:
    named = case(text=NURSE, consent={"government": "yes"})
    assert identify(letter(tmp_path, SENT, named)) == []
    [remark] = identify(letter(tmp_path, {**SENT, "consent_to_send": "nobody"}, named))
    assert remark.level == "warning"


def test_the_public_version_has_the_remark_because_it_has_the_pseudonym(tmp_path: Path) -> None:
    file = letter(tmp_path, {**SENT, "consent_to_publish": "yes"}, case(text=NURSE))
    assert [one for one in draft_file(file).remarks if one.code == "details-identify"] == []
    public = draft_file(file, public=True).remarks
    assert [one.level for one in public if one.code == "details-identify"] == ["warning"]


@pytest.mark.parametrize(
    ("consent", "level"),
    [
        ({"government": "no", "public": "no", "confidential": "yes"}, "error"),
        ({"government": "yes", "public": "no", "confidential": "yes"}, "error"),
        ({"government": "yes", "public": "yes"}, "warning"),
    ],
)
def test_a_confidential_report_with_details_is_an_error_after_a_no(
    tmp_path: Path, consent: dict[str, str], level: str
) -> None:
    told = case(text=NURSE, consent=consent)
    [remark] = identify(written(tmp_path, REPORT, {"publication": "confidential"}, told))
    assert remark.level == level
    assert ("The person has said no" in remark.text) is (level == "error")


def test_a_child_in_a_story_that_identifies_is_an_error(tmp_path: Path) -> None:
    levels = []
    for text in (f"{GENERAL} Her daughter, 9, saw it.", f"{NURSE} Her daughter, 9, saw it."):
        [remark] = remarks(written(tmp_path, UPR, {}, case(text=text)), "child-in-story")
        levels.append(remark.level)
    assert levels == ["warning", "error"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (NURSE, ["details-identify"]),
        (f"Mira (name changed). {NURSE}", ["details-identify"]),
        ("Mira (name changed). The deputy mayor of Zenda lost his post.", ["details-identify"]),
        ("K., 19, Zenda (name changed). She was held.", ["pseudonym-tells"]),
        ("The case of K., 19, Zenda (name changed). She was held.", ["pseudonym-tells"]),
        ("The case of Mira (name changed). She was held.", []),
        ("Mira (name changed). Her daughter, 9, saw it.", ["child-in-story"]),
        (GENERAL, []),
    ],
)
def test_a_story_in_a_word_file_has_the_same_remark(text: str, codes: list[str]) -> None:
    read = Passage(text, "paragraph 4", "case")
    rules = BUNDLED.document(UPR).rules
    submission = Submission(Answers.model_validate({"format": 1}), rules, ENGLISH, read_passages=(read,))
    assert [remark.code for remark in remarks_on([read], submission)] == codes
    paragraph = Passage(text, "paragraph 4")
    assert list(remarks_on([paragraph], submission)) == []


# ---- the question ----


def open_items(store: Store) -> list[tuple[str, ...]]:
    """Return the paths of the open questions about the case, without the beginning that all share."""
    items = questions(store.answers, BUNDLED)
    return [
        tuple(map(str, item.path[2:]))
        for item in items
        if item.path[0] == "cases" and is_open(store.answers, item)
    ]


def details_item(store: Store) -> DetailsItem:
    """Return the question about the details of the case."""
    [item] = [item for item in questions(store.answers, BUNDLED) if isinstance(item, DetailsItem)]
    return item


def interviewed(folder: Path, **changed: Any) -> Store:
    """Return the answers about a case, in which nobody has asked about details yet."""
    told = case(text=NURSE, **changed)
    del told["identifying"]
    return Store.open(written(folder, UPR, {}, told), "tests")


def test_the_details_are_asked_about_once_in_place_of_the_general_question(tmp_path: Path) -> None:
    store = interviewed(tmp_path)
    assert open_items(store) == [("consent", "details")]
    item = details_item(store)
    assert item.help.startswith("The story has a place, work or an office, a date and a health condition.")
    store.change(item.changes(store.answers, "agreed", BUNDLED))
    assert store.answers.cases["C1"].consent.details == tuple(SEEN)
    assert open_items(store) == []
    assert identify(store.file) == []


def test_an_author_who_wants_to_change_the_story_comes_to_it_directly(tmp_path: Path) -> None:
    store = interviewed(tmp_path)
    item = details_item(store)
    story = item.follow_up(store.answers, "change", BUNDLED)
    assert story is not None
    assert story.path == ("cases", "C1", "text")
    assert item.follow_up(store.answers, "agreed", BUNDLED) is None
    store.change(item.changes(store.answers, "change", BUNDLED))
    assert open_items(store) == []
    assert len(identify(store.file)) == 1
    store.change(story.changes(store.answers, GENERAL, BUNDLED))
    assert open_items(store) == [("identifying",)]
    assert identify(store.file) == []


@pytest.mark.parametrize(
    ("answer", "shown"), [("agreed", "agreed"), ("not-asked", "not-asked"), ("change", "not-asked")]
)
def test_the_question_shows_the_answer_that_was_given(tmp_path: Path, answer: str, shown: str) -> None:
    store = interviewed(tmp_path)
    item = details_item(store)
    assert item.default == "not-asked"
    store.change(item.changes(store.answers, answer, BUNDLED))
    assert details_item(store).current(store.answers) == shown
    assert open_items(store) == []


def test_a_new_detail_is_asked_about_again(tmp_path: Path) -> None:
    store = interviewed(tmp_path)
    store.change(details_item(store).changes(store.answers, "agreed", BUNDLED))
    store.change([(("cases", "C1", "text"), f"{NURSE} She was 34, and a mother of four.")])
    assert open_items(store) == [("consent", "details")]


def test_the_general_question_is_asked_about_a_general_story(tmp_path: Path) -> None:
    told = case(text=GENERAL)
    del told["identifying"]
    store = Store.open(written(tmp_path, UPR, {}, told), "tests")
    assert open_items(store) == [("identifying",)]


def test_a_letter_with_the_real_name_has_no_question_about_details(tmp_path: Path) -> None:
    store = Store.open(letter(tmp_path, SENT, case(text=NURSE)), "tests")
    assert not any(isinstance(item, DetailsItem) for item in questions(store.answers, BUNDLED))


def test_another_body_asks_about_the_details_again(tmp_path: Path) -> None:
    store = interviewed(tmp_path)
    store.change(details_item(store).changes(store.answers, "agreed", BUNDLED))
    case_moved = at(move(store.data, REPORT, BUNDLED).data, ("cases", "C1"))
    assert "consent" not in keys(case_moved, ())
    assert keys(case_moved, ())["text"] == NURSE
