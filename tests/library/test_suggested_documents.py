"""The documents suggested for a situation, and their gates."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.messages import notices
from drafter.library import recommend as recommend_module
from drafter.library.recommend import choosing_questions, suggest_documents, waiting_for_consent
from drafter.model.mechanism import Confidence, Gate
from drafter.review.gates import certainly_closed, gate_results
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from tests.support.script import LIBRARY
from tests.support.trees import working

Out = pytest.CaptureFixture[str]

PERSON = {
    "event": "harm-to-person",
    "disappearance": "no",
    "scope": "one-case",
    "victim": "consent",
    "region": "other",
}
MANY = {
    "event": "law-or-policy", "scope": "pattern", "victim": "no-person", "remedies": "not-tried",
    "public": "public-fine", "ecosoc": "no", "region": "other",
}  # fmt: skip

SITUATIONS: dict[str, tuple[dict[str, str], str]] = {
    "an execution is set for next week": (
        {**PERSON, "danger": "now", "detention": "yes", "remedies": "tried", "public": "confidential",
         "subject": "liberty"},
        "special-procedures/communication",
    ),
    "care is withheld from a prisoner who may die of it": (
        {**PERSON, "danger": "now", "detention": "yes", "remedies": "not-tried", "subject": "health"},
        "special-procedures/communication",
    ),
    "the same in the Americas": (
        {**PERSON, "danger": "now", "detention": "yes", "subject": "health", "region": "americas"},
        "iachr/precautionary-measures",
    ),
    "somebody was arrested for use, and a finding is wanted": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "yes", "remedies": "not-tried",
         "subject": "liberty"},
        "special-procedures/wgad-case",
    ),
    "a person was taken and nobody says where to": (
        {**PERSON, "danger": "now", "detention": "yes", "disappearance": "yes", "remedies": "not-possible",
         "subject": "liberty"},
        "special-procedures/wgeid-case",
    ),
    "a person was taken: the Committee's own way": (
        {**PERSON, "danger": "now", "detention": "yes", "disappearance": "yes", "remedies": "not-possible",
         "subject": "liberty"},
        "ced/urgent-action",
    ),
    "a woman's child was removed, and the last court has spoken": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "no", "remedies": "tried",
         "subject": "women"},
        "cedaw/communication",
    ),
    "a law is wrong": ({**MANY, "subject": "general"}, "upr/individual"),
    "a law is wrong, several organisations say so": ({**MANY, "subject": "health"}, "upr/joint"),
    "women are treated alike in many places": (
        {**MANY, "event": "harm-pattern", "scope": "several-cases", "subject": "women"},
        "cedaw/alternative-report",
    ),
    "children are arrested in many places": (
        {**MANY, "event": "harm-pattern", "subject": "children"},
        "crc/alternative-report",
    ),
    "a body calls for input": ({**MANY, "event": "call-open", "subject": "health"}, "ohchr/call-for-input"),
    "a rapporteur calls for input": (
        {**MANY, "event": "call-open", "subject": "torture"},
        "special-procedures/call-for-input",
    ),
    "a committee is writing a general comment": (
        {**MANY, "event": "call-open", "subject": "general"},
        "committees/general-comment",
    ),
    "the State is to be reviewed": ({**MANY, "event": "review-coming", "subject": "general"}, "upr/joint"),
    "the State was reviewed two years ago, and little has been done": (
        {**MANY, "event": "review-coming", "review": "after", "subject": "general"},
        "upr/mid-term",
    ),
    "a committee asked the State to report back on women": (
        {**MANY, "event": "review-coming", "review": "after", "subject": "women"},
        "cedaw/follow-up",
    ),
    "a person in Africa after the last court": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "yes", "remedies": "tried",
         "region": "africa", "subject": "torture"},
        "achpr/communication",
    ),
    "a law in Africa": ({**MANY, "region": "africa", "subject": "health"}, "achpr/shadow-report"),
    "a person in Europe after the last court": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "no", "remedies": "tried",
         "region": "europe", "subject": "health"},
        "ecthr/application",
    ),
    "a person in the Americas after the last court": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "no", "remedies": "tried",
         "region": "americas", "subject": "health"},
        "iachr/petition",
    ),
    "an organisation with consultative status": (
        {**MANY, "ecosoc": "yes", "subject": "general"},
        "hrc/written-statement",
    ),
    "my child was taken from me, and the case is still in court": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "no", "remedies": "not-tried",
         "public": "public-fine", "subject": "women"},
        "special-procedures/communication",
    ),
    "my child was taken from me, and no court is left": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "no", "remedies": "tried",
         "public": "public-fine", "subject": "children"},
        "crc/communication",
    ),
    "my son is kept in a private rehab against his will": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "yes", "remedies": "not-tried",
         "public": "public-fine", "subject": "liberty"},
        "special-procedures/wgad-case",
    ),
    "men are beaten in a private rehab, and somebody should go and see": (
        {**PERSON, "danger": "no", "ended": "ongoing", "detention": "yes", "scope": "several-cases",
         "remedies": "not-tried", "public": "public-fine", "subject": "torture"},
        "spt/information",
    ),
    "our network wants the drug law changed": ({**MANY, "subject": "control"}, "upr/joint"),
    "our network wants the drug law changed and may not be named": (
        {**MANY, "subject": "control", "public": "confidential"},
        "special-procedures/communication",
    ),
    "I am in prison without my methadone": (
        {**PERSON, "danger": "now", "detention": "yes", "remedies": "not-tried", "public": "confidential",
         "subject": "health"},
        "special-procedures/communication",
    ),
    "I am in prison without my methadone, in the Americas": (
        {**PERSON, "danger": "now", "detention": "yes", "remedies": "not-tried", "public": "confidential",
         "subject": "torture", "region": "americas"},
        "iachr/precautionary-measures",
    ),
    "I was in prison without my methadone, and lost in court": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "yes", "remedies": "tried",
         "public": "public-fine", "subject": "torture"},
        "cat/communication",
    ),
    "police killed my brother in a raid": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "no", "remedies": "not-tried",
         "public": "confidential", "subject": "life"},
        "special-procedures/communication",
    ),
    "police killed my brother in a raid, and the case is closed for good": (
        {**PERSON, "danger": "no", "ended": "past", "detention": "no", "remedies": "tried",
         "public": "public-fine", "subject": "life"},
        "ccpr/communication",
    ),
    "my husband is to be hanged, and the last court has spoken": (
        {**PERSON, "danger": "now", "detention": "yes", "remedies": "tried", "public": "public-fine",
         "subject": "life"},
        "special-procedures/communication",
    ),
    "we are young people whom the drug strategy forgets": (
        {**MANY, "subject": "children"},
        "crc/alternative-report",
    ),
    "our recovery association wants treatment paid for": (
        {**MANY, "subject": "health"},
        "cescr/alternative-report",
    ),
    "our people live with the coca leaf, and the law calls it a crime": (
        {**MANY, "subject": "indigenous"},
        "cerd/alternative-report",
    ),
    "the coca leaf is under review": (
        {**MANY, "event": "call-open", "subject": "indigenous"},
        "who/ecdd-comment",
    ),
    "people are killed all over the country, by order": (
        {**MANY, "event": "harm-pattern", "attack": "yes", "remedies": "not-possible", "subject": "life"},
        "icc/article-15-communication",
    ),
    "many are arrested for use": (
        {**MANY, "event": "harm-pattern", "attack": "no", "subject": "liberty"},
        "ccpr/alternative-report",
    ),
    "the drug law, with consultative status": (
        {**MANY, "ecosoc": "yes", "subject": "control"},
        "cnd/written-statement",
    ),
    "women who use drugs, with consultative status": (
        {**MANY, "ecosoc": "yes", "subject": "women"},
        "csw/written-statement",
    ),
    "prisons, with consultative status": (
        {**MANY, "ecosoc": "yes", "subject": "liberty"},
        "ccpcj/written-statement",
    ),
}  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_right_document_is_among_the_first_three(situation: str) -> None:
    answers, wanted = SITUATIONS[situation]
    assert wanted in [suggestion.document for suggestion in suggest_documents(LIBRARY, answers)[:3]]


FIRST = [
    "the State was reviewed two years ago, and little has been done",
    "my child was taken from me, and the case is still in court",
    "my child was taken from me, and no court is left",
    "my son is kept in a private rehab against his will",
    "our network wants the drug law changed and may not be named",
    "I am in prison without my methadone",
    "I am in prison without my methadone, in the Americas",
    "I was in prison without my methadone, and lost in court",
    "police killed my brother in a raid",
    "police killed my brother in a raid, and the case is closed for good",
    "my husband is to be hanged, and the last court has spoken",
    "we are young people whom the drug strategy forgets",
    "our recovery association wants treatment paid for",
    "our people live with the coca leaf, and the law calls it a crime",
    "many are arrested for use",
    "the drug law, with consultative status",
    "women who use drugs, with consultative status",
    "prisons, with consultative status",
]
"""Situations in which one door is plainly the best."""


@pytest.mark.parametrize("situation", FIRST)
def test_a_clearly_best_document_comes_first(situation: str) -> None:
    assert first_suggestion(situation) == SITUATIONS[situation][1]


def test_the_situations_use_possible_answers() -> None:
    asked = {ask.name: {choice.value for choice in ask.choices} for ask in choosing_questions(LIBRARY)}
    for answers, _ in SITUATIONS.values():
        assert all(value in asked[name] for name, value in answers.items())


def first_suggestion(situation: str, **other: str) -> str:
    """Return the first document suggested for *situation*, with *other* answers replaced."""
    return suggest_documents(LIBRARY, {**SITUATIONS[situation][0], **other})[0].document


def test_documents_that_work_within_days_come_first_during_danger() -> None:
    situation = "an execution is set for next week"
    assert first_suggestion(situation) == "special-procedures/communication"
    assert (
        first_suggestion(situation, danger="no", ended="past", public="public-fine")
        != "special-procedures/communication"
    )
    suggestions = suggest_documents(LIBRARY, SITUATIONS[situation][0])
    made = ["now" in suggestion.situation.when.get("danger", ()) for suggestion in suggestions]
    assert made == sorted(made, reverse=True)


SPECIALISED_COMMITTEES = {
    "women": "cedaw", "children": "crc", "race": "cerd", "indigenous": "cerd", "disability": "crpd",
    "health": "cescr", "life": "ccpr", "liberty": "ccpr", "torture": "cat",
}  # fmt: skip
"""The committee for each subject of choose.yaml that one committee specialises in."""
COMPLAINT_COMMITTEES = {**SPECIALISED_COMMITTEES, "indigenous": "ccpr"}
"""The same for complaints of one person: article 27 of the Covenant protects a people's way of life."""
COURTS_DONE = {**PERSON, "danger": "no", "ended": "past", "detention": "yes", "remedies": "tried"}


def committees(answers: dict[str, str], kind: str) -> list[str]:
    """Return the United Nations committees whose document of this *kind* is suggested, best first."""
    offered = [suggestion.document.split("/") for suggestion in suggest_documents(LIBRARY, answers)]
    bodies = {name for name, one in LIBRARY.mechanisms.items() if "treaty-bodies" in one.families}
    return [mechanism for mechanism, document in offered if mechanism in bodies and document == kind]


@pytest.mark.parametrize("subject", SPECIALISED_COMMITTEES)
@pytest.mark.parametrize("event", ["law-or-policy", "harm-pattern", "review-coming"])
def test_a_report_goes_first_to_the_committee_whose_own_subject_it_is(event: str, subject: str) -> None:
    answers = {**MANY, "event": event, "subject": subject}
    assert committees(answers, "alternative-report")[0] == SPECIALISED_COMMITTEES[subject]


@pytest.mark.parametrize("subject", COMPLAINT_COMMITTEES)
def test_a_complaint_goes_first_to_the_committee_whose_own_subject_it_is(subject: str) -> None:
    best = committees({**COURTS_DONE, "subject": subject}, "communication")[0]
    assert best == COMPLAINT_COMMITTEES[subject]


SLOW = [
    name
    for name in LIBRARY.document_ids()
    if name.partition("/")[2] in ("communication", "petition", "application")
    and name != "special-procedures/communication"
]
"""Complaints that take years."""


@pytest.mark.parametrize("region", ["other", "africa", "americas", "europe"])
@pytest.mark.parametrize("subject", [*SPECIALISED_COMMITTEES, "control", "general"])
def test_a_complaint_is_never_suggested_first_during_danger(region: str, subject: str) -> None:
    danger = {**PERSON, "danger": "now", "detention": "yes", "remedies": "tried", "region": region}
    suggestions = suggest_documents(LIBRARY, {**danger, "subject": subject})
    assert suggestions[0].document not in SLOW
    slow = [suggestion.situation.reason for suggestion in suggestions if suggestion.document in SLOW]
    assert slow
    assert all("interim measures" in reason or "special rapporteur" in reason for reason in slow)


def test_without_danger_a_complaint_says_what_it_can_achieve() -> None:
    suggestions = suggest_documents(LIBRARY, {**COURTS_DONE, "subject": "life"})
    reasons = [suggestion.situation.reason for suggestion in suggestions if suggestion.document in SLOW]
    assert reasons
    assert not any("interim measures" in reason for reason in reasons)


def test_the_criminal_court_is_suggested_only_for_crimes_on_a_wide_scale() -> None:
    killed = SITUATIONS["people are killed all over the country, by order"][0]

    def offered(**other: str) -> bool:
        suggestions = suggest_documents(LIBRARY, {**killed, **other})
        return "icc/article-15-communication" in [suggestion.document for suggestion in suggestions]

    assert offered()
    for name, value in {
        "attack": "no", "scope": "several-cases", "remedies": "not-tried", "subject": "health",
        "event": "law-or-policy",
    }.items():  # fmt: skip
        assert not offered(**{name: value}), name


def test_the_first_value_of_a_situation_is_its_main_subject() -> None:
    torture = {**MANY, "event": "review-coming", "subject": "torture"}
    fits = {suggestion.document: suggestion.fit for suggestion in suggest_documents(LIBRARY, torture)}
    assert LIBRARY.document("cat/alternative-report").rules.doors[0].when["subject"][0] == "torture"
    assert "torture" in LIBRARY.document("ccpr/alternative-report").rules.doors[0].when["subject"][1:]
    assert fits["cat/alternative-report"] > fits["ccpr/alternative-report"]


def test_equal_fits_keep_the_order_of_the_rules() -> None:
    suggestions = suggest_documents(LIBRARY, SITUATIONS["an organisation with consultative status"][0])
    order = list(LIBRARY.document_ids())
    for one, other in pairwise(suggestions):
        assert one.fit > other.fit or order.index(one.document) < order.index(other.document)


def test_the_code_that_suggests_documents_names_no_mechanism() -> None:
    code = Path(recommend_module.__file__).read_text("utf-8").lower()
    assert [name for name in LIBRARY.mechanisms if re.search(rf"\b{name}\b", code)] == []


def test_without_consent_no_document_is_suggested_that_informs_the_government() -> None:
    answers = {**SITUATIONS["an execution is set for next week"][0], "victim": "no-consent"}
    offered = {suggestion.document for suggestion in suggest_documents(LIBRARY, answers)}
    assert offered.isdisjoint(
        {"special-procedures/communication", "special-procedures/wgad-case", "ccpr/communication"}
    )


STATUS_NEEDED = [
    name
    for name in LIBRARY.document_ids()
    if any(
        gate.of == "lead.ecosoc" and gate.confidence == "high" for gate in LIBRARY.document(name).rules.gates
    )
]


def test_without_consultative_status_no_document_is_suggested_that_needs_it() -> None:
    assert len(STATUS_NEEDED) > 4
    every = {ask.name: [choice.value for choice in ask.choices] for ask in choosing_questions(LIBRARY)}
    for event in every["event"]:
        for subject in every["subject"]:
            answers = {**MANY, "event": event, "subject": subject}
            without = {suggestion.document for suggestion in suggest_documents(LIBRARY, answers)}
            assert without.isdisjoint(STATUS_NEEDED)


def test_a_report_half_way_is_not_suggested_before_the_review() -> None:
    situation = "the State was reviewed two years ago, and little has been done"
    before = suggest_documents(LIBRARY, {**SITUATIONS[situation][0], "review": "before"})
    assert "upr/mid-term" not in [suggestion.document for suggestion in before]
    assert before[0].document in {"upr/individual", "upr/joint"}


def test_with_consultative_status_these_documents_are_suggested() -> None:
    shown = {
        suggestion.document
        for suggestion in suggest_documents(LIBRARY, {**MANY, "ecosoc": "yes", "subject": "women"})
    }
    assert set(STATUS_NEEDED) <= shown


def test_an_organisation_that_must_stay_unnamed_is_not_sent_to_the_review_of_states() -> None:
    for answers, _ in SITUATIONS.values():
        offered = {
            suggestion.document
            for suggestion in suggest_documents(LIBRARY, {**answers, "public": "confidential"})
        }
        assert offered.isdisjoint({"upr/individual", "upr/joint"})


def test_an_unanswered_question_excludes_no_document() -> None:
    assert suggest_documents(LIBRARY, {}) == []
    few = {
        suggestion.document
        for suggestion in suggest_documents(LIBRARY, {"event": "harm-to-person", "detention": "yes"})
    }
    assert "special-procedures/wgad-case" in few


def test_every_suggestion_has_a_reason_and_a_preparation() -> None:
    for answers, _ in SITUATIONS.values():
        for suggestion in suggest_documents(LIBRARY, answers):
            assert suggestion.situation.reason.endswith(".")
            assert suggestion.situation.prepare


# ---- the command ----


def set_options(answers: dict[str, str]) -> list[str]:
    """Return *answers* as command-line arguments."""
    return [part for name, value in answers.items() for part in ("--set", f"{name}={value}")]


def test_suggestions_are_printed_with_their_reasons_best_first(capsys: Out) -> None:
    situation = "somebody was arrested for use, and a finding is wanted"
    assert main(["mechanisms", "choose", *set_options(SITUATIONS[situation][0])]) == 0
    printed = capsys.readouterr().out
    suggestions = suggest_documents(LIBRARY, SITUATIONS[situation][0])
    assert printed.lstrip().startswith(f"1. {suggestions[0].rules.title}")
    assert " ".join(suggestions[0].situation.reason.split()) in " ".join(printed.split())
    assert "Have ready:" in printed
    assert all(len(line) <= 80 for line in printed.splitlines())


def test_as_json_every_suggestion_has_its_document_reason_and_fit(capsys: Out) -> None:
    answers = SITUATIONS["a body calls for input"][0]
    assert main(["mechanisms", "choose", "--json", *set_options(answers)]) == 0
    given = json.loads(capsys.readouterr().out)
    assert [one["document"] for one in given] == [one.document for one in suggest_documents(LIBRARY, answers)]
    assert given[0].keys() == {"document", "title", "fit", "reason", "prepare", "who_learns", "timing"}


def test_all_wrong_answers_are_reported_together_with_the_possible_ones(capsys: Out) -> None:
    assert main(["mechanisms", "choose", "--set", "evnt=x", "--set", "event=rain", "--set", "danger"]) == 1
    told = capsys.readouterr().err
    assert "there is no question 'evnt'" in told
    assert "'rain' is not one of its answers" in told
    assert "harm-to-person" in told
    assert "'' is not one of its answers" in told


def test_if_nothing_fits_the_list_of_documents_is_named(capsys: Out) -> None:
    assert main(["mechanisms", "choose", "--set", "region=other"]) == 1
    assert "drafter mechanisms list" in capsys.readouterr().out


# ---- gates ----

GATES = [(name, gate) for name in LIBRARY.document_ids() for gate in LIBRARY.document(name).rules.gates]
LEAD = [(name, gate) for name, gate in GATES if gate.of.startswith("lead.")]


def answers_with(document: str, gate: Gate, value: str | None) -> dict[str, Any]:
    """Return answers for *document* in which the answer that decides *gate* is *value*."""
    where, _, name = gate.of.partition(".")
    data: dict[str, Any] = {"format": 1, "document": document}
    if where == "lead":
        data["organisations"] = [{"name": "O", "role": "lead", **({name: value} if value else {})}]
    elif where == "details":
        data["details"] = {name: value} if value else {}
    elif value:
        data[where] = value
    return data


def closing_answer(document: str, gate: Gate) -> str:
    """Return an answer that the interview accepts and that closes *gate*."""
    data = answers_with(document, gate, None)
    path = {"lead": ("organisations", 0), "details": ("details",)}.get(gate.of.partition(".")[0], ())
    wanted = (*path, gate.of.partition(".")[2] or gate.of)
    for one in questions(working(data), LIBRARY):
        if one.path == wanted and one.choices:
            return next((choice.value for choice in one.choices if choice.value not in gate.passes), "")
    # The question comes only after another answer: it stands among the document's own.
    asks = {ask.name: ask for ask in LIBRARY.document(document).rules.asks}
    ask = asks[gate.of.partition(".")[2]]
    if ask.kind == "yes-no":
        return next(value for value in ("yes", "no") if value not in gate.passes)
    return next((choice.value for choice in ask.choices if choice.value not in gate.passes), "")


@pytest.mark.parametrize(
    ("document", "gate"), GATES, ids=lambda one: one if isinstance(one, str) else one.code
)
def test_answers_of_the_interview_can_close_and_open_a_gate(document: str, gate: Gate) -> None:
    shut = closing_answer(document, gate)
    assert shut, "no choice shuts it: it never says anything"
    for value in gate.passes:
        assert next(gate_results([gate], working(answers_with(document, gate, value)))).state == "open"
    assert next(gate_results([gate], working(answers_with(document, gate, shut)))).state == "closed"
    assert next(gate_results([gate], working(answers_with(document, gate, None)))).state == "unknown"


@pytest.mark.parametrize(
    ("document", "gate"), GATES, ids=lambda one: one if isinstance(one, str) else one.code
)
def test_a_gate_is_reported_as_soon_as_an_answer_closes_it(document: str, gate: Gate) -> None:
    before = answers_with(document, gate, None)
    shut = list(
        notices(
            working(before), working(answers_with(document, gate, closing_answer(document, gate))), LIBRARY
        )
    )
    assert any(gate.says in told for told in shut)
    assert all(name in " ".join(shut) for name in gate.instead)
    for value in gate.passes:
        assert not [
            told
            for told in notices(working(before), working(answers_with(document, gate, value)), LIBRARY)
            if gate.says in told
        ]


ONE_OF_EACH = {(gate.of.partition(".")[0], gate.confidence): (name, gate) for name, gate in reversed(GATES)}


@pytest.mark.parametrize("kind", ONE_OF_EACH, ids="-".join)
def test_the_severity_of_a_closed_gate_follows_the_confidence_of_its_rule(
    tmp_path: Path, kind: tuple[str, Confidence]
) -> None:
    document, gate = ONE_OF_EACH[kind]

    def levels(value: str | None) -> list[str]:
        file = tmp_path / "a.yaml"
        # Without a State the table of treaty parties cannot answer for the author.
        state = {"state": "Ruritania"} if value else {}
        file.write_text(json.dumps({**state, **answers_with(document, gate, value)}), "utf-8")
        return [remark.level for remark in draft_file(file).remarks if remark.code == f"gate-{gate.code}"]

    assert levels(closing_answer(document, gate)) == [LEVEL_BY_CONFIDENCE[gate.confidence]]
    assert levels(None) == ["note"]
    assert levels(gate.passes[0]) == []


@pytest.mark.parametrize(
    ("document", "gate"), LEAD, ids=lambda one: one if isinstance(one, str) else one.code
)
def test_a_document_that_the_lead_cannot_file_is_not_offered(document: str, gate: Gate) -> None:
    def offered(value: str | None) -> set[str]:
        asked = next(questions(working(answers_with("", gate, value)), LIBRARY))
        assert asked.path == ("document",)
        return {choice.value for choice in asked.choices}

    shut = closing_answer(document, gate)
    assert (document in offered(shut)) is (gate.confidence != "high")
    assert document in offered(gate.passes[0])
    assert document in offered(None)
    assert bool(certainly_closed([gate], working(answers_with(document, gate, shut)))) is (
        gate.confidence == "high"
    )


def test_the_number_of_documents_left_out_is_shown() -> None:
    data = {"organisations": [{"name": "O", "role": "lead", "ecosoc": "none"}]}
    asked = next(questions(working(data), LIBRARY))
    shut = {name for name, gate in LEAD if certainly_closed([gate], working(data))}
    assert f"Not shown: {len(shut)} that your organisation cannot file." in asked.help
    assert len(asked.choices) == len(list(LIBRARY.document_ids())) - len(shut)


# ---- who learns the names, and what waits for consent ----

THREATENED = {"event": "harm-to-person", "danger": "now", "ended": "ongoing", "scope": "one-case"}


def test_each_document_says_who_learns_the_names_if_ours_must_stay_confidential() -> None:
    answers = {**THREATENED, "victim": "consent", "public": "confidential"}
    by_document = {each.document: each.who_learns for each in suggest_documents(LIBRARY, answers)}
    assert all(text.startswith("Your name: ") for text in by_document.values())
    letter = by_document["special-procedures/communication"]
    assert "the sender's identity is kept confidential." in letter
    assert "Names of people: the Government reads them, and only if the people agree." in letter
    for each in suggest_documents(LIBRARY, {**answers, "public": "public-fine"}):
        assert each.who_learns == ""


def test_what_needs_consent_is_named_while_it_is_missing() -> None:
    waiting = [each.document for each in waiting_for_consent(LIBRARY, {**THREATENED, "victim": "no-consent"})]
    assert "special-procedures/communication" in waiting
    assert waiting_for_consent(LIBRARY, {**THREATENED, "victim": "consent"}) == []
    assert waiting_for_consent(LIBRARY, THREATENED) == []


def test_if_some_agree_their_cases_can_be_sent_and_the_others_are_thought_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    agreed = suggest_documents(LIBRARY, {**THREATENED, "victim": "consent"})
    assert suggest_documents(LIBRARY, {**THREATENED, "victim": "some-consent"}) == agreed
    sets = [f"--set={name}={value}" for name, value in THREATENED.items()]
    main(["mechanisms", "choose", *sets, "--set=victim=some-consent"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "Tell only the cases of those who agree. Ask the others, or their families, first." in printed


def test_the_command_prints_both(capsys: pytest.CaptureFixture[str]) -> None:
    sets = [f"--set={name}={value}" for name, value in THREATENED.items()]
    main(["mechanisms", "choose", *sets, "--set=victim=no-consent"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "Left out, because the people concerned have not agreed or have not been asked: " in printed
    assert "Ask them, or their family, before you send anything" in printed
    main(["mechanisms", "choose", *sets, "--set=victim=consent", "--set=public=confidential"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "Left out" not in printed
    assert "Your name: " in printed
