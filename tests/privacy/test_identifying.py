"""Identifying details: the interview asks about them once, and a remark stays until they are answered."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open, questions
from drafter.interview.messages import notices
from drafter.model.question import Question
from drafter.privacy.identifying import is_only_oral, mentions_child, reveals_person
from tests.support.people import BUNDLED, SENT, STORY, case, letter, remarks, written
from tests.support.trees import working

UPR = "upr/individual"


# ---- pseudonyms and texts ----


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
def test_a_pseudonym_of_age_place_role_or_initial_is_a_warning(tmp_path: Path, pseudonym: str) -> None:
    assert reveals_person(pseudonym)
    [remark] = remarks(written(tmp_path, UPR, {}, case(pseudonym=pseudonym)), "pseudonym-tells")
    assert (remark.level, remark.remedy) == (
        "warning",
        "Choose one that says nothing about the person: Mira, Person A.",
    )


@pytest.mark.parametrize(
    "pseudonym",
    ["Mira", "Person A", "Person 3", "Witness No. 12", "K.", "a woman of 34", "a man aged 40", "", "Ana Two"],
)
def test_a_neutral_pseudonym_has_no_remark(tmp_path: Path, pseudonym: str) -> None:
    assert not reveals_person(pseudonym)
    assert remarks(written(tmp_path, UPR, {}, case(pseudonym=pseudonym)), "pseudonym-tells") == []


@pytest.mark.parametrize(
    "number",
    [
        "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "forty-one", "forty-two", "forty-three",
        "forty-four", "forty-five", "forty-six", "forty-seven", "forty-eight", "forty-nine",
    ],
)  # fmt: skip
def test_a_number_in_words_tells_as_much_as_one_in_figures(number: str) -> None:
    assert reveals_person(f"father of {number}")
    assert not reveals_person(f"a woman of {number}")


@pytest.mark.parametrize(
    "pseudonym",
    [
        "A woman of 34",
        "AN OLD WOMAN, 70",
        "the young people aged 19",
        "a person of about 30 years",
        "a trans man in his 34 years",
        "girl of 12 in their year",
        "boy, 12 years old",
        "a child, no 12",
        "an adult female, her age is 34",
        "a male year of 34",
    ],
)
def test_an_age_with_ordinary_words_alone_tells_nothing(pseudonym: str) -> None:
    assert reveals_person(f"{pseudonym}, from Zenda")
    assert not reveals_person(pseudonym)


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter was taken from her.",
        "They took his two sons.",
        "The baby was born in custody.",
        "A boy was beaten beside him.",
        "With her was a 15-year-old cousin.",
        "His cousin, aged 17, saw it.",
        "Her grandchild saw it.",
        "When they came, my daughter, 9, was at home.",
        "Two children were taken from her.",
        "Her twelve-year-old lives with an uncle.",
    ],
)
def test_a_child_in_the_story_of_an_adult_is_recognised(text: str) -> None:
    assert mentions_child(text)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "A 19-year-old was with him.",
        "It was a minor offence.",
        "Her boyfriend Sonny was there.",
        "He is aged 34.",
        "She knows the rights of the child and children's rights.",
        "She has three children.",
        "A mother of four, she waited for a year.",
        "As a boy he lived in a village.",
        "When she was a child, her father left.",
        "Her daughter, now 25, pays for it.",
        "She was pregnant, and the doctor said that it harms the child.",
        "Her son died of an overdose.",
        "She worked in a children's home.",
        "The Committee on the Rights of the Child wrote to her.",
        "",
    ],
)
def test_a_story_without_a_child_is_recognised(text: str) -> None:
    assert not mentions_child(text)


@pytest.mark.parametrize(
    ("given", "only"),
    [
        ("by word, on 6 November 2024, to an outreach worker", True),
        ("orally", True),
        ("by telephone", True),
        ("she told us on the phone", True),
        ("he said yes in a conversation", True),
        ("by word first, in writing later", False),
        ("in writing, on 3 May", False),
        ("signed by her sister", False),
        ("on 3 May", False),
        ("", False),
    ],
)
def test_oral_consent_is_distinguished_from_written_consent(given: str, only: bool) -> None:
    assert is_only_oral(given) is only


# ---- remarks ----


def codes(file: Path) -> set[str]:
    """Return the codes of the remarks on the draft of *file*."""
    return {remark.code for remark in draft_file(file).remarks}


CODES = {"details-not-checked", "details-left", "pseudonym-tells", "child-in-story", "consent-not-in-writing"}


def test_a_case_without_identifying_details_has_no_such_remark(tmp_path: Path) -> None:
    assert codes(written(tmp_path, UPR, {}, case())) & CODES == set()


@pytest.mark.parametrize("identifying", [None, []])
def test_unchecked_details_are_a_note_until_they_are_answered(tmp_path: Path, identifying: Any) -> None:
    file = written(tmp_path, UPR, {}, case(identifying=identifying))
    [remark] = remarks(file, "details-not-checked")
    assert (remark.level, remark.place) == ("note", "case C1 (Mira)")
    assert "A town, an employer, a date or an illness can do that" in remark.text
    assert codes(written(tmp_path, UPR, {}, case(identifying=["nothing"]))) & CODES == set()


def test_a_note_names_the_details_that_stay_in(tmp_path: Path) -> None:
    file = written(tmp_path, UPR, {}, case(identifying=["nothing", "place", "health"]))
    [remark] = remarks(file, "details-left")
    assert remark.level == "note"
    assert remark.text.endswith("the place and a rare health condition.")
    assert "details-not-checked" not in codes(file)


def test_a_child_in_the_story_is_a_warning_until_a_guardian_agrees(tmp_path: Path) -> None:
    text = "Her daughter was taken from her."
    for guardian, remarked in ((None, True), ("not-asked", True), ("yes", False)):
        file = written(tmp_path, UPR, {}, case(text=text, consent={"guardian": guardian}))
        assert ("child-in-story" in codes(file)) is remarked
    refused = written(tmp_path, UPR, {}, case(text=text, consent={"guardian": "no"}))
    assert codes(refused) & {*CODES, "case-left-out"} == {"case-left-out"}


def test_a_case_that_stays_out_has_no_remarks_on_its_details(tmp_path: Path) -> None:
    one = case(pseudonym="K., 19, Zenda", identifying=None, consent={"public": "no"})
    assert codes(written(tmp_path, UPR, {}, one)) & CODES == set()


# ---- rules that require consent in writing ----


def test_oral_consent_has_a_remark_if_the_rules_require_writing(tmp_path: Path) -> None:
    wanted = [
        name for name in BUNDLED.document_ids() if BUNDLED.document(name).rules.consent_form.value is not None
    ]
    assert len(wanted) == 9
    for name in wanted:
        rules = BUNDLED.document(name).rules
        expected_level = {"high": "error", "medium": "warning"}[rules.consent_form.confidence]
        assert rules.consent_form.source in BUNDLED.document(name).mechanism.sources
        how = [ask.name for ask in rules.asks if ask.agreement and ask.agreement.says_how]
        for detail in how:
            spoken = written(tmp_path, name, {detail: "by word"}, case(), themes=[])
            assert [one.level for one in remarks(spoken, "consent-not-in-writing")] == [expected_level]
            signed = written(tmp_path, name, {detail: "signed"}, case(), themes=[])
            assert remarks(signed, "consent-not-in-writing") == []


def test_oral_consent_at_a_case_has_the_same_remark(tmp_path: Path) -> None:
    """No bundled document both requires consent in writing and has themes, so this test makes one."""
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


def open_questions(data: Mapping[str, Any]) -> list[Question]:
    """Return the open questions about the case."""
    return [
        question
        for question in questions(working(data), BUNDLED)
        if question.path[0] == "cases" and is_open(working(data), question)
    ]


def interview_data(
    folder: Path, document: str, details: dict[str, Any], case: dict[str, Any]
) -> Mapping[str, Any]:
    """Return the answers, as the interview has them, of a file with this *case*."""
    return Store.open(written(folder, document, details, case), "tests").data


def without(case: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return *case* without these answers, as if they had not been asked yet."""
    return {key: value for key, value in case.items() if key not in names}


def test_identifying_details_are_one_question(tmp_path: Path) -> None:
    [question] = open_questions(interview_data(tmp_path, UPR, {}, without(case(), "identifying")))
    assert (question.path, question.kind) == (("cases", "C1", "identifying"), "choices")
    assert "Changing the name is not enough" in question.help
    assert question.choices[0].value == "nothing"
    assert open_questions(interview_data(tmp_path, UPR, {}, case())) == []


def test_the_story_is_asked_first(tmp_path: Path) -> None:
    remaining = open_questions(interview_data(tmp_path, UPR, {}, without(case(), "identifying", "text")))
    assert [question.path[-1] for question in remaining] == ["text"]


def test_the_consent_of_a_guardian_is_asked_once_if_the_story_has_a_child(tmp_path: Path) -> None:
    with_child = case(text="Her son was beaten.")
    [question] = open_questions(interview_data(tmp_path, UPR, {}, with_child))
    assert question.path == ("cases", "C1", "consent", "guardian")
    assert question.text.startswith("A child seems to be in the story.")
    for answer in ("yes", "no", "not-asked"):
        given = case(text="Her son was beaten.", consent={"guardian": answer})
        assert open_questions(interview_data(tmp_path, UPR, {}, given)) == []


def consents(folder: Path, document: str, details: dict[str, Any], **given: Any) -> Iterator[str]:
    """Yield the consents that the interview asks for, at a case that has only these *given*."""
    nothing = dict.fromkeys(("body", "government", "public"))
    for question in open_questions(
        interview_data(folder, document, details, case(consent={**nothing, **given}))
    ):
        if "consent" in question.path:
            yield str(question.path[-1])


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
def test_the_interview_asks_for_the_consents_that_the_decision_needs(
    tmp_path: Path, document: str, details: dict[str, Any], given: dict[str, Any], wanted: list[str]
) -> None:
    assert list(consents(tmp_path, document, details, **given)) == wanted


def test_the_question_on_confidentiality_agrees_with_the_rules(tmp_path: Path) -> None:
    data = interview_data(
        tmp_path,
        "cedaw/alternative-report",
        {"publication": "confidential"},
        case(consent={"government": "no"}),
    )
    [one] = open_questions(data)
    assert "That is not always respected: the Government may still read it" in one.text
    warning = BUNDLED.document("cedaw/alternative-report").rules.warning
    assert "confidentiality is not always respected" in warning


def test_consent_for_the_public_version_can_be_set_from_the_overview(tmp_path: Path) -> None:
    data = Store.open(letter(tmp_path), "tests").data
    path = ("cases", "C1", "consent", "public")
    [question] = [question for question in questions(working(data), BUNDLED) if question.path == path]
    assert not question.automatic


# ---- messages after an answer ----


def messages(folder: Path, document: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return the messages when the consent at a case changes from *before* to *after*."""
    nothing = dict.fromkeys(("body", "government", "public"))
    data = [
        interview_data(folder, document, {}, case(consent={**nothing, **given})) for given in (before, after)
    ]
    return [text for text in notices(working(data[0]), working(data[1]), BUNDLED) if "stays out" in text]


def test_a_message_that_a_case_stays_out_follows_only_the_answer_that_keeps_it_out(tmp_path: Path) -> None:
    assert messages(tmp_path, UPR, {}, {"public": "no"}) == [
        "The case of Mira stays out of the document until the person agrees."
    ]
    assert messages(tmp_path, UPR, {}, {"public": "yes"}) == []
    assert messages(tmp_path, UPR, {"public": "no"}, {"public": "no", "body": "yes"}) == []
    assert messages(tmp_path, UPR, {}, {"confidential": "no"}) == []
