"""The decision whether a case is included, and under which name, for every combination of answers."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from drafter.model.answers import Answers, Case
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.privacy.consent import Decision, decide, decisions
from tests.support.people import BUNDLED

ANSWERS = ("yes", "no", "not-asked", None)
COMMUNICATION = "special-procedures/communication"
KINDS: dict[str, dict[str, tuple[str | None, ...]]] = {
    "upr/individual": {"names_public": ("yes", "no", None)},
    "cedaw/alternative-report": {"publication": ("public", "confidential", None)},
    "special-procedures/call-for-input": {"publication": ("public", "anonymous", "confidential", None)},
    "aichr/letter": {"publication": ("public", "confidential", None)},
    "special-procedures/country-visit": {"named_agreed": ("yes", "no", None)},
    COMMUNICATION: {
        "consent_to_send": ("yes", "no", "not-asked", "nobody", None),
        "consent_to_publish": ANSWERS,
    },
}
"""A document of each kind, with its own questions on consent and every answer to them."""


def combined() -> Iterator[tuple[dict[str, Any], Case]]:
    """Yield every combination of answers at a case: as a dictionary and as a Case."""
    names = ("body", "government", "public", "confidential", "guardian")
    for age in ("adult", "child", "unknown", None):
        for given in product(ANSWERS, repeat=len(names)):
            consent = dict(zip(names, given, strict=True))
            case = Case.model_validate({"age_group": age, "text": "She was held.", "consent": consent})
            yield {"age": age, **consent}, case


CASES = list(combined())


def expected(document: str, details: Mapping[str, str | None], case: Mapping[str, Any]) -> str:
    """Return the right decision: ``out``, ``pseudonym`` or ``real name``."""
    body, government = case["body"] == "yes", case["government"] == "yes"
    # The Government reads what is published, so any recorded answer but yes to it is a no to both.
    published = case["public"] == "yes" and case["government"] not in ("no", "not-asked")
    # Confidentiality is not always kept: its question is answered with yes, or consent covers the Government.
    confidential = case["confidential"]
    in_confidence = confidential == "yes" if confidential else government or published
    may_be_public = details.get("publication") != "confidential"
    may_be_confidential = details.get("publication") not in ("public", "anonymous")
    match document:
        case "upr/individual":
            included = body and published
        case "cedaw/alternative-report" | "special-procedures/call-for-input":
            included = body
            included = included and (published or not may_be_public)
            included = included and (in_confidence or not may_be_confidential)
        case "aichr/letter":
            included = body and government and (published or not may_be_public)
        case "special-procedures/country-visit":
            included = details["named_agreed"] == "yes" and body and published
        case _:
            included = details["consent_to_send"] in ("yes", "nobody") and body and government
    if not included or (case["age"] != "adult" and case["guardian"] != "yes"):
        return "out"
    if document != COMMUNICATION or details["consent_to_send"] == "nobody":
        return "pseudonym"
    return "real name" if details["consent_to_publish"] != "yes" or published else "pseudonym"


def in_words(decision: Decision) -> str:
    """Return *decision* in the words of ``expected``."""
    return "out" if not decision.is_included else "real name" if decision.allows_real_name else "pseudonym"


def of_each_kind() -> Iterator[Any]:
    """Yield each document with each combination of its own answers."""
    for document, asked in KINDS.items():
        for given in product(*asked.values()):
            details = dict(zip(asked, given, strict=True))
            yield pytest.param(document, details, id=f"{document}-{'-'.join(map(str, given))}")


@pytest.mark.parametrize(("document", "details"), list(of_each_kind()))
def test_every_combination_has_the_expected_decision(document: str, details: dict[str, str | None]) -> None:
    rules = BUNDLED.document(document).rules
    answered = {name: value for name, value in details.items() if value is not None}
    for given in (details, answered):  # "I don't know yet" counts like an unasked question: not as yes
        wrong = [
            (answers, decision)
            for answers, case in CASES
            if (decision := in_words(decide(case, rules, given))) != expected(document, details, answers)
        ]
        assert wrong == []


YES = {"body": "yes", "government": "yes", "public": "yes"}


@pytest.mark.parametrize(
    ("document", "details", "consent", "decided", "reason"),
    [
        # people.md 1: the document's answer says no, the person's says yes
        (
            COMMUNICATION,
            {"consent_to_send": "no"},
            {"body": "yes", "government": "yes"},
            "out",
            "answered “No”",
        ),
        (COMMUNICATION, {"consent_to_send": "not-asked"}, YES, "out", "not been asked yet"),
        (COMMUNICATION, {}, YES, "out", "is not answered"),
        (COMMUNICATION, {"consent_to_send": "yes"}, YES, "real name", ""),
        (COMMUNICATION, {"consent_to_send": "yes"}, {**YES, "government": "no"}, "out", "the Government"),
        (COMMUNICATION, {"consent_to_send": "nobody"}, YES, "pseudonym", "names nobody"),
        (
            COMMUNICATION,
            {"consent_to_send": "yes", "consent_to_publish": "yes"},
            {**YES, "public": "no"},
            "pseudonym",
            "no consent for the public to learn the name",
        ),
        # people.md 2: confidential, and the Government may not know
        (
            "cedaw/alternative-report",
            {"publication": "confidential"},
            {"body": "yes", "government": "no", "public": "no"},
            "out",
            "marked confidential, but the Government may still come to read it",
        ),
        (
            "cedaw/alternative-report",
            {"publication": "confidential"},
            {"body": "yes", "government": "no", "public": "no", "confidential": "yes"},
            "pseudonym",
            "",
        ),
        (
            "cedaw/alternative-report",
            {"publication": "public"},
            {"body": "yes", "government": "no", "public": "yes"},
            "out",
            "the Government reads what is published",
        ),
        ("upr/individual", {}, {"body": "yes", "public": "yes"}, "pseudonym", ""),
        ("upr/individual", {}, {"public": "yes"}, "out", "no consent for the body to read it"),
    ],
)
def test_a_decision_gives_its_reason_and_a_remedy(
    document: str, details: dict[str, str], consent: dict[str, str], decided: str, reason: str
) -> None:
    case = Case.model_validate({"age_group": "adult", "text": "She was held.", "consent": consent})
    decision = decide(case, BUNDLED.document(document).rules, details)
    assert in_words(decision) == decided
    assert bool(decision.reasons) is bool(reason)
    assert reason in "; ".join(reason.text for reason in decision.reasons)
    assert all(reason.remedy.endswith(".") for reason in decision.reasons)


def test_the_no_of_a_guardian_keeps_an_adults_story_with_a_child_out() -> None:
    rules = BUNDLED.document("upr/individual").rules

    def is_included(text: str, guardian: str | None) -> bool:
        consent = {"body": "yes", "public": "yes", "guardian": guardian}
        case = Case.model_validate({"age_group": "adult", "text": text, "consent": consent})
        return decide(case, rules, {}).is_included

    assert not is_included("Her daughter was taken from her.", "no")
    assert is_included("Her daughter was taken from her.", "yes")
    assert is_included("Her daughter was taken from her.", None)
    assert is_included("She was held.", "no")


def test_a_document_without_themes_includes_no_case() -> None:
    rules = BUNDLED.document("special-procedures/wgad-case").rules
    answers = Answers.model_validate(
        {
            "format": 1,
            "themes": [{"theme": "torture", "cases": ["C1"]}],
            "cases": {"C1": {"age_group": "adult", "consent": YES}},
        }
    )
    assert "themes" in rules.left_out
    assert decisions(answers, rules) == {}
    assert list(decisions(answers, BUNDLED.document("upr/individual").rules)) == ["C1"]


def test_a_question_that_does_not_apply_needs_no_answer() -> None:
    ask = Ask.model_validate(
        {
            "name": "agreed",
            "ask": "Agreed?",
            "when": {"letter": "urgent"},
            "agreement": {"lets_tell": ["yes"]},
        }
    )
    rules = BUNDLED.document("upr/individual").rules.model_copy(update={"asks": (ask,)})
    case = Case.model_validate({"age_group": "adult", "consent": YES})
    assert decide(case, rules, {"letter": "law"}).is_included
    assert not decide(case, rules, {"letter": "urgent"}).is_included
    assert decide(case, rules, {"letter": "urgent", "agreed": True}).is_included


# ---- the meaning of the answers is data ----


def asks() -> Iterator[tuple[str, DocumentRules, Ask]]:
    """Yield every question of every bundled document."""
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        yield from ((name, rules, ask) for ask in rules.asks)


@pytest.mark.parametrize("name", ["publication", "consent", "consent_to_send", "consent_to_publish"])
def test_every_bundled_question_on_consent_says_what_its_answers_mean(name: str) -> None:
    questions = [(document, ask) for document, _, ask in asks() if ask.name == name]
    assert questions
    assert [
        document for document, ask in questions if ask.agreement is None or not ask.agreement.values
    ] == []


def test_the_readers_are_always_the_body_and_at_least_one_other_group() -> None:
    for document, _, ask in asks():
        for answer, readers in ((ask.agreement and ask.agreement.readers) or {}).items():
            assert "body" in readers, document
            assert {"public", "confidential", "government"} & set(readers), (document, answer)


@pytest.mark.parametrize(
    ("agreement", "fault"),
    [
        ({"lets_tell": ["maybe"]}, "'maybe' is not a choice"),
        ({"readers": {"a": ["body"]}}, "'b' of 'x' has no readers"),
        ({"readers": {"a": ["body"], "b": ["everybody"]}}, "everybody"),
    ],
)
def test_rules_with_an_answer_that_is_no_choice_are_refused(agreement: dict[str, Any], fault: str) -> None:
    choices = [{"value": "a", "title": "A"}, {"value": "b", "title": "B"}]
    with pytest.raises(ValueError, match=fault):
        Ask.model_validate({"name": "x", "ask": "X?", "choices": choices, "agreement": agreement})
