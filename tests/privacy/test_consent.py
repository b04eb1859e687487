"""One decision: whether a case is told and under which name, for every combination of answers."""

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
    """Yield every combination of what is answered at a case, as it is and as a case."""
    names = ("body", "government", "public", "confidential", "guardian")
    for age in ("adult", "child", "unknown", None):
        for given in product(ANSWERS, repeat=len(names)):
            consent = dict(zip(names, given, strict=True))
            case = Case.model_validate({"age_group": age, "text": "She was held.", "consent": consent})
            yield {"age": age, **consent}, case


CASES = list(combined())


def expected(document: str, details: Mapping[str, str | None], one: Mapping[str, Any]) -> str:
    """Return what is right, in plain words: ``out``, ``pseudonym`` or ``real name``."""
    body, government = one["body"] == "yes", one["government"] == "yes"
    # The Government reads what is published: whoever recorded anything but a yes to that has said no to both.
    published = one["public"] == "yes" and one["government"] not in ("no", "not-asked")
    # Confidentiality is not always kept: that question is answered, or the consent covers the Government.
    asked = one["confidential"]
    in_confidence = asked == "yes" if asked else government or published
    may_be_public = details.get("publication") != "confidential"
    may_be_confidential = details.get("publication") not in ("public", "anonymous")
    match document:
        case "upr/individual":
            told = body and published
        case "cedaw/alternative-report" | "special-procedures/call-for-input":
            told = body
            told = told and (published or not may_be_public)
            told = told and (in_confidence or not may_be_confidential)
        case "aichr/letter":
            told = body and government and (published or not may_be_public)
        case "special-procedures/country-visit":
            told = details["named_agreed"] == "yes" and body and published
        case _:
            told = details["consent_to_send"] in ("yes", "nobody") and body and government
    if not told or (one["age"] != "adult" and one["guardian"] != "yes"):
        return "out"
    if document != COMMUNICATION or details["consent_to_send"] == "nobody":
        return "pseudonym"
    return "real name" if details["consent_to_publish"] != "yes" or published else "pseudonym"


def in_a_word(decision: Decision) -> str:
    """Return a decision as the table has it."""
    return "out" if not decision.told else "real name" if decision.real_name else "pseudonym"


def of_each_kind() -> Iterator[Any]:
    """Yield each document with each combination of its own answers."""
    for document, asked in KINDS.items():
        for given in product(*asked.values()):
            details = dict(zip(asked, given, strict=True))
            yield pytest.param(document, details, id=f"{document}-{'-'.join(map(str, given))}")


@pytest.mark.parametrize(("document", "details"), list(of_each_kind()))
def test_every_combination_is_decided_as_the_table_says(
    document: str, details: dict[str, str | None]
) -> None:
    rules = BUNDLED.document(document).rules
    answered = {name: value for name, value in details.items() if value is not None}
    for given in (details, answered):  # "I don't know yet" and not asked are the same: no yes
        wrong = [
            (one, found)
            for one, case in CASES
            if (found := in_a_word(decide(case, rules, given))) != expected(document, details, one)
        ]
        assert wrong == []


YES = {"body": "yes", "government": "yes", "public": "yes"}


@pytest.mark.parametrize(
    ("document", "details", "consent", "is_", "why"),
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
            "the public learns the name",
        ),
        # people.md 2: confidential, and the Government may not know
        (
            "cedaw/alternative-report",
            {"publication": "confidential"},
            {"body": "yes", "government": "no", "public": "no"},
            "out",
            "marked confidential, but that is not always kept",
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
        ("upr/individual", {}, {"public": "yes"}, "out", "reaches the body"),
    ],
)
def test_a_decision_gives_its_reason_and_what_to_do(
    document: str, details: dict[str, str], consent: dict[str, str], is_: str, why: str
) -> None:
    case = Case.model_validate({"age_group": "adult", "text": "She was held.", "consent": consent})
    decision = decide(case, BUNDLED.document(document).rules, details)
    assert in_a_word(decision) == is_
    assert bool(decision.reasons) is bool(why)
    assert why in "; ".join(reason.text for reason in decision.reasons)
    assert all(reason.remedy.endswith(".") for reason in decision.reasons)


def test_a_word_of_no_for_the_child_in_an_adults_story_keeps_the_story_out() -> None:
    rules = BUNDLED.document("upr/individual").rules

    def told(text: str, guardian: str | None) -> bool:
        consent = {"body": "yes", "public": "yes", "guardian": guardian}
        case = Case.model_validate({"age_group": "adult", "text": text, "consent": consent})
        return decide(case, rules, {}).told

    assert not told("Her daughter was taken from her.", "no")
    assert told("Her daughter was taken from her.", "yes")
    assert told("Her daughter was taken from her.", None)
    assert told("She was held.", "no")


def test_a_document_without_themes_decides_nothing_for_it_tells_no_case() -> None:
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


def test_a_question_that_does_not_apply_is_not_missed() -> None:
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
    assert decide(case, rules, {"letter": "law"}).told
    assert not decide(case, rules, {"letter": "urgent"}).told
    assert decide(case, rules, {"letter": "urgent", "agreed": True}).told


# ---- what the answers mean is data ----


def asks() -> Iterator[tuple[str, DocumentRules, Ask]]:
    """Yield every question of every bundled document."""
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        yield from ((name, rules, ask) for ask in rules.asks)


@pytest.mark.parametrize("name", ["publication", "consent", "consent_to_send", "consent_to_publish"])
def test_every_bundled_question_on_consent_says_what_its_answers_mean(name: str) -> None:
    found = [(document, ask) for document, _, ask in asks() if ask.name == name]
    assert found
    assert [document for document, ask in found if ask.agreement is None or not ask.agreement.values] == []


def test_whoever_reads_a_confidential_document_is_never_fewer_than_the_body_and_maybe_the_government() -> (
    None
):
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
def test_rules_that_name_an_answer_nobody_can_give_are_refused(agreement: dict[str, Any], fault: str) -> None:
    choices = [{"value": "a", "title": "A"}, {"value": "b", "title": "B"}]
    with pytest.raises(ValueError, match=fault):
        Ask.model_validate({"name": "x", "ask": "X?", "choices": choices, "agreement": agreement})
