"""Details that show who a person is: asked once at the case, with the reason, and a remark until answered."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open, questions
from drafter.interview.messages import notices
from drafter.model.question import Question
from drafter.privacy.identifying import by_word_only, mentions_child, tells_who
from tests.support.people import BUNDLED, SENT, STORY, case, letter, remarks, written
from tests.support.trees import working

UPR = "upr/individual"


# ---- signs in a text ----


@pytest.mark.parametrize(
    "pseudonym",
    [
        "K., 19, Zenda",
        "father of three, 40",
        "father of three",
        "nurse, 34",
        "K. from Zenda",
        "a woman of nineteen from Zenda",
        "Mother, forty-two",
        "M. 19",
    ],
)
def test_a_pseudonym_of_age_place_role_or_initial_is_none(tmp_path: Path, pseudonym: str) -> None:
    assert tells_who(pseudonym)
    [remark] = remarks(written(tmp_path, UPR, {}, case(pseudonym=pseudonym)), "pseudonym-tells")
    assert (remark.level, remark.remedy) == ("warning", "Choose one that says nothing: Mira, Person A.")


@pytest.mark.parametrize(
    "pseudonym",
    ["Mira", "Person A", "Person 3", "Witness No. 12", "K.", "a woman of 34", "a man aged 40", "", "Ana Two"],
)
def test_a_pseudonym_that_says_nothing_is_left_alone(tmp_path: Path, pseudonym: str) -> None:
    assert not tells_who(pseudonym)
    assert remarks(written(tmp_path, UPR, {}, case(pseudonym=pseudonym)), "pseudonym-tells") == []


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter was taken from her.",
        "They took his two sons.",
        "She has three children.",
        "The baby was born in custody.",
        "A boy was beaten beside him.",
        "With her was a 15-year-old cousin.",
        "His cousin, aged 17, saw it.",
        "Her grandchild saw it.",
    ],
)
def test_a_child_in_the_story_of_an_adult_is_noticed(text: str) -> None:
    assert mentions_child(text)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "A 19-year-old was with him.",
        "It was a minor offence.",
        "Her boyfriend Sonny was there.",
        "He is aged 34.",
        "",
    ],
)
def test_a_story_without_a_child_is_not_taken_for_one_with(text: str) -> None:
    assert not mentions_child(text)


@pytest.mark.parametrize(
    ("given", "only"),
    [
        ("by word, on 6 November 2024, to an outreach worker", True),
        ("orally", True),
        ("by telephone", True),
        ("by word first, in writing later", False),
        ("in writing, on 3 May", False),
        ("signed by her sister", False),
        ("on 3 May", False),
        ("", False),
    ],
)
def test_by_word_only_is_told_from_in_writing(given: str, only: bool) -> None:
    assert by_word_only(given) is only


# ---- remarks ----


def codes(file: Path) -> set[str]:
    """Return the codes of the remarks on what *file* makes."""
    return {one.code for one in draft_file(file).remarks}


ABOUT = {"details-not-checked", "details-left", "pseudonym-tells", "child-in-story", "consent-not-in-writing"}


def test_an_ordinary_case_in_which_nothing_is_left_has_no_such_remark(tmp_path: Path) -> None:
    assert codes(written(tmp_path, UPR, {}, case())) & ABOUT == set()


@pytest.mark.parametrize("identifying", [None, []])
def test_that_nobody_has_looked_is_said_until_it_is_answered(tmp_path: Path, identifying: Any) -> None:
    file = written(tmp_path, UPR, {}, case(identifying=identifying))
    [remark] = remarks(file, "details-not-checked")
    assert (remark.level, remark.place) == ("warning", "case C1 (Mira)")
    assert "A town, an employer, a date or an illness can do that" in remark.text
    assert codes(written(tmp_path, UPR, {}, case(identifying=["nothing"]))) & ABOUT == set()


def test_what_is_left_on_purpose_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, UPR, {}, case(identifying=["nothing", "place", "health"]))
    [remark] = remarks(file, "details-left")
    assert remark.level == "note"
    assert remark.text.endswith("the place and a rare condition of health.")
    assert "details-not-checked" not in codes(file)


def test_a_child_in_the_story_is_remarked_upon_until_a_guardian_agrees(tmp_path: Path) -> None:
    text = "Her daughter was taken from her."
    for guardian, remarked in ((None, True), ("not-asked", True), ("yes", False)):
        file = written(tmp_path, UPR, {}, case(text=text, consent={"guardian": guardian}))
        assert ("child-in-story" in codes(file)) is remarked
    refused = written(tmp_path, UPR, {}, case(text=text, consent={"guardian": "no"}))
    assert codes(refused) & {*ABOUT, "case-left-out"} == {"case-left-out"}


def test_a_case_that_stays_out_is_not_remarked_upon_for_its_details(tmp_path: Path) -> None:
    one = case(pseudonym="K., 19, Zenda", identifying=None, consent={"public": "no"})
    assert codes(written(tmp_path, UPR, {}, one)) & ABOUT == set()


# ---- consent in writing, where the rules want that ----


def test_consent_by_word_is_remarked_upon_where_the_rules_want_it_in_writing(tmp_path: Path) -> None:
    wanted = [
        name for name in BUNDLED.document_ids() if BUNDLED.document(name).rules.consent_form.value is not None
    ]
    assert len(wanted) == 9
    for name in wanted:
        rules = BUNDLED.document(name).rules
        grave = {"high": "error", "medium": "warning"}[rules.consent_form.confidence]
        assert rules.consent_form.source in BUNDLED.document(name).mechanism.sources
        how = [ask.name for ask in rules.asks if ask.agreement and ask.agreement.says_how]
        for detail in how:
            spoken = written(tmp_path, name, {detail: "by word"}, case(), themes=[])
            assert [one.level for one in remarks(spoken, "consent-not-in-writing")] == [grave]
            signed = written(tmp_path, name, {detail: "signed"}, case(), themes=[])
            assert remarks(signed, "consent-not-in-writing") == []


def test_the_same_goes_for_the_consent_at_a_case(tmp_path: Path) -> None:
    """No bundled document that wants it in writing tells cases under themes, so one is made."""
    own = tmp_path / "templates" / "practice"
    own.mkdir(parents=True)
    (own / "rules.yaml").write_text(
        "title: A\nabout: x\ndocuments:\n"
        "  a: {title: A, name: A, about: x, stage: recommendations, shape: document.md.jinja,\n"
        "      consent: [body], consent_form: {value: in writing, confidence: high}}\n",
        "utf-8",
    )
    spoken = written(tmp_path, "practice/a", {}, case(consent={"given": "by word"}))
    assert [(one.level, one.place) for one in remarks(spoken, "consent-not-in-writing")] == [
        ("error", "case C1 (Mira)")
    ]
    assert remarks(written(tmp_path, "practice/a", {}, case()), "consent-not-in-writing") == []
    assert (
        remarks(written(tmp_path, UPR, {}, case(consent={"given": "by word"})), "consent-not-in-writing")
        == []
    )


# ---- the questions ----


def asked(data: Mapping[str, Any]) -> list[Question]:
    """Return the questions that are left to ask about the case."""
    return [
        one
        for one in questions(working(data), BUNDLED)
        if one.path[0] == "cases" and is_open(working(data), one)
    ]


def begun(folder: Path, document: str, details: dict[str, Any], one: dict[str, Any]) -> Mapping[str, Any]:
    """Return the answers, as the interview sees them, of a file that tells the case *one*."""
    return Store.open(written(folder, document, details, one), "tests").data


def without(one: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the case *one* without these answers: they were not asked yet."""
    return {key: value for key, value in one.items() if key not in names}


def test_an_ordinary_case_takes_one_prompt_more_than_before(tmp_path: Path) -> None:
    [more] = asked(begun(tmp_path, UPR, {}, without(case(), "identifying")))
    assert (more.path, more.kind) == (("cases", "C1", "identifying"), "choices")
    assert "changed name does not hide" in more.help
    assert more.choices[0].value == "nothing"
    assert asked(begun(tmp_path, UPR, {}, case())) == []


def test_it_is_asked_after_the_story_is_told(tmp_path: Path) -> None:
    left = asked(begun(tmp_path, UPR, {}, without(case(), "identifying", "text")))
    assert [one.path[-1] for one in left] == ["text"]


def test_a_guardian_is_asked_for_once_where_a_child_is_in_the_story(tmp_path: Path) -> None:
    told = case(text="Her son was beaten.")
    [more] = asked(begun(tmp_path, UPR, {}, told))
    assert more.path == ("cases", "C1", "consent", "guardian")
    assert more.text.startswith("A child seems to be in the story.")
    for answer in ("yes", "no", "not-asked"):
        given = case(text="Her son was beaten.", consent={"guardian": answer})
        assert asked(begun(tmp_path, UPR, {}, given)) == []


def consents(folder: Path, document: str, details: dict[str, Any], **given: Any) -> Iterator[str]:
    """Yield the consents that are asked at a case at which only these are *given*."""
    nothing = dict.fromkeys(("body", "government", "public"))
    for one in asked(begun(folder, document, details, case(consent={**nothing, **given}))):
        if "consent" in one.path:
            yield str(one.path[-1])


@pytest.mark.parametrize(
    ("document", "details", "given", "wanted"),
    [
        (UPR, {}, {}, ["body", "public"]),
        ("cedaw/alternative-report", {"publication": "public"}, {}, ["body", "public"]),
        ("cedaw/alternative-report", {"publication": "confidential"}, {}, ["body", "confidential"]),
        ("cedaw/alternative-report", {"publication": "confidential"}, {"government": "yes"}, ["body"]),
        ("cedaw/alternative-report", {"publication": "confidential"}, {"government": "no"},
         ["body", "confidential"]),
        ("special-procedures/communication", SENT, {}, ["body", "government"]),
        ("special-procedures/communication", {**SENT, "consent_to_publish": "yes"}, {},
         ["body", "government", "public"]),
    ],
)  # fmt: skip
def test_the_consents_that_are_asked_are_those_that_the_decision_needs(
    tmp_path: Path, document: str, details: dict[str, Any], given: dict[str, Any], wanted: list[str]
) -> None:
    assert list(consents(tmp_path, document, details, **given)) == wanted


def test_the_question_on_confidentiality_says_what_the_rules_say(tmp_path: Path) -> None:
    data = begun(
        tmp_path,
        "cedaw/alternative-report",
        {"publication": "confidential"},
        case(consent={"government": "no"}),
    )
    [one] = asked(data)
    assert "that is not always kept: the Government may come to read it" in one.text
    assert "confidentiality is not always kept" in BUNDLED.document("cedaw/alternative-report").rules.warning


def test_consent_for_the_public_version_can_be_set_from_the_overview(tmp_path: Path) -> None:
    data = Store.open(letter(tmp_path), "tests").data
    [one] = [
        one for one in questions(working(data), BUNDLED) if one.path == ("cases", "C1", "consent", "public")
    ]
    assert not one.automatic


# ---- what is said at once ----


def said(folder: Path, document: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return what is said when the consent at a case goes from *before* to *after*."""
    nothing = dict.fromkeys(("body", "government", "public"))
    data = [begun(folder, document, {}, case(consent={**nothing, **given})) for given in (before, after)]
    return [one for one in notices(working(data[0]), working(data[1]), BUNDLED) if "stays out" in one]


def test_that_a_case_stays_out_is_said_only_where_the_answer_keeps_it_out(tmp_path: Path) -> None:
    assert said(tmp_path, UPR, {}, {"public": "no"}) == [
        "The case of Mira stays out of the document until the person agrees."
    ]
    assert said(tmp_path, UPR, {}, {"public": "yes"}) == []
    assert said(tmp_path, UPR, {"public": "no"}, {"public": "no", "body": "yes"}) == []
    assert said(tmp_path, UPR, {}, {"confidential": "no"}) == []
