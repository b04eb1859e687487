"""What the State and the stage of its review change about the suggested documents, and what is not asked."""

import pytest

from drafter.answers.working import WorkingAnswers
from drafter.cli import main
from drafter.cli.suggestion_view import Glossary
from drafter.interview.choosing import UNNAMED_STATE, choosing_items
from drafter.library.committees import committees_for_complaint, committees_for_report, left_out_by_treaty
from drafter.library.recommend import can_matter, choosing_data, regions_of, suggest_documents
from tests.support.script import LIBRARY

Out = pytest.CaptureFixture[str]

DANGER = {
    "event": "harm-to-person", "danger": "now", "detention": "yes", "disappearance": "no",
    "scope": "one-case", "victim": "consent", "remedies": "not-tried", "subject": "liberty",
}  # fmt: skip
WOMEN = {"event": "harm-pattern", "scope": "several-cases", "victim": "consent", "subject": "women"}
REVIEW = {"event": "review-coming", "review": "before", "subject": "women"}


def suggested(**answers: str) -> list[str]:
    """Return the ids of the documents suggested for *answers*."""
    return [suggestion.document for suggestion in suggest_documents(LIBRARY, answers)]


def printed(capsys: Out, answers: dict[str, str]) -> str:
    """Return what the command prints for *answers*, with single spaces."""
    main(["mechanisms", "choose", *(f"--set={name}={value}" for name, value in answers.items())])
    return " ".join(capsys.readouterr().out.split())


# ---- before or after the list of issues ----


def test_the_list_of_issues_decides_between_questions_and_a_report() -> None:
    before = suggested(**REVIEW, issues="not-adopted")
    assert "cedaw/list-of-issues" in before
    assert "cedaw/alternative-report" not in before
    after = suggested(**REVIEW, issues="adopted")
    assert "cedaw/alternative-report" in after
    assert "cedaw/list-of-issues" not in after
    both = suggested(**REVIEW)
    assert {"cedaw/list-of-issues", "cedaw/alternative-report"} <= set(both)
    assert not any(document.startswith("cedaw/") for document in suggested(**REVIEW, issues="other-states"))


def test_each_document_of_a_review_before_a_committee_says_when_it_is_right() -> None:
    stages = set(choosing_data(LIBRARY).stages)
    for event in ("review-coming", "law-or-policy"):
        for suggestion in suggest_documents(LIBRARY, {"event": event, "subject": "liberty"}):
            is_for_committee = suggestion.document.partition("/")[0] in choosing_data(LIBRARY).looks_at
            is_staged = is_for_committee and bool(stages.intersection(suggestion.rules.uses))
            assert bool(suggestion.timing) == is_staged
    timings = {stage.timing for stage in choosing_data(LIBRARY).stages.values()}
    assert len(timings) == len(stages) == 3


def test_a_term_is_explained_where_it_is_used_first_and_nowhere_else() -> None:
    glossary = Glossary({"list of issues": "its questions", "concluding observations": "its conclusions"})
    assert glossary.explained("The List of issues and the list of issues.") == (
        "The List of issues (its questions) and the list of issues."
    )
    assert glossary.explained("A list of issues.") == "A list of issues."
    assert glossary.explained("Concluding observations.") == "Concluding observations (its conclusions)."


def test_the_command_explains_both_terms_once(capsys: Out) -> None:
    text = printed(capsys, REVIEW)
    for explanation in choosing_data(LIBRARY).terms.values():
        assert text.count(f"({explanation})") == 1


# ---- which committee ----


def test_if_several_committees_fit_the_command_compares_them(capsys: Out) -> None:
    text = printed(capsys, {**WOMEN, "state": "Kyrgyzstan"})
    closest = "• Committee on the Elimination of Discrimination against Women: women and girls"
    assert text.index(closest) < text.index("• Human Rights Committee (CCPR): life, liberty")
    assert "Kyrgyzstan is a party to the treaty of each of them." in text
    assert "Take the one whose examination comes next." in text
    assert "treaties.un.org" in printed(capsys, WOMEN)


def test_a_committee_whose_treaty_does_not_bind_the_state_is_not_suggested(capsys: Out) -> None:
    assert "cedaw/alternative-report" in suggested(**WOMEN, state="Kyrgyzstan")
    assert "cedaw/alternative-report" not in suggested(**WOMEN, state="USA")
    text = printed(capsys, {**WOMEN, "state": "USA"})
    assert "The United States of America is not a party to the treaty of " in text
    assert "• Human Rights Committee (CCPR)" in text
    assert "• Committee on the Elimination" not in text


def test_the_state_decides_to_which_committees_one_can_complain(capsys: Out) -> None:
    by_title = {each.title: each for each in committees_for_complaint(LIBRARY, {**DANGER, "state": "PHL"})}
    assert by_title["Human Rights Committee (CCPR)"].is_open
    assert by_title["Committee against Torture (CAT)"].is_excluded
    text = printed(capsys, {**DANGER, "state": "Philippines"})
    assert "the Philippines accepts complaints of individuals to: • Human Rights Committee" in text
    assert "The Philippines does not accept complaints to the Committee against Torture (CAT)." in text
    tried = {**DANGER, "danger": "no", "ended": "ongoing", "remedies": "tried"}
    assert {"ccpr/communication", "cat/communication"} <= set(suggested(**tried))
    assert "cat/communication" not in suggested(**tried, state="Philippines")


def test_in_danger_interim_measures_are_named_with_what_comes_first(capsys: Out) -> None:
    text = printed(capsys, {**DANGER, "state": "Philippines"})
    assert "with a complaint you can ask for interim measures" in text
    assert "Write to a special rapporteur first" in text
    assert "courts of the country to be tried before" in text
    assert "courts of the country" not in printed(capsys, {**DANGER, "remedies": "not-possible"})
    assert "interim measures" not in printed(capsys, {**DANGER, "danger": "no", "ended": "ongoing"})
    assert "Complaints: " not in printed(capsys, {**DANGER, "victim": "no-consent"})


def test_every_committee_that_examines_states_says_what_it_looks_at() -> None:
    examining = {
        name.partition("/")[0]
        for name in LIBRARY.document_ids()
        for document in [LIBRARY.document(name)]
        if "committee-report" in document.rules.uses and "treaty-bodies" in document.mechanism.families
    }
    assert set(choosing_data(LIBRARY).looks_at) == examining
    assert [each.title for each in committees_for_report(LIBRARY, WOMEN)]


# ---- the region of a State ----


def test_each_state_has_its_regions() -> None:
    assert regions_of(LIBRARY, "Kenya") == ("africa",)
    assert regions_of(LIBRARY, "Morocco") == ("africa", "arab")
    assert regions_of(LIBRARY, "India") == ("other",)
    assert regions_of(LIBRARY, "Ruritania") == regions_of(LIBRARY, "") == ()
    for region, codes in choosing_data(LIBRARY).regions.items():
        assert set(codes.split()) <= set(LIBRARY.states), region


def test_every_state_that_is_bound_by_a_regional_treaty_is_in_that_region() -> None:
    treaties = {"african-charter": "africa", "american-convention": "americas", "echr": "europe"}
    for code, state in LIBRARY.states.items():
        for treaty, region in treaties.items():
            if state.status != "fictional" and LIBRARY.memberships(state)[treaty].status == "party":
                assert region in regions_of(LIBRARY, code), code


def test_a_state_of_two_regions_gets_the_documents_of_both() -> None:
    law = {"event": "law-or-policy", "subject": "health", "state": "Egypt"}
    assert {"achpr/shadow-report", "arab-committee/parallel-report"} <= set(suggested(**law))
    assert "arab-committee/parallel-report" not in suggested(**law, region="africa")


def test_what_the_state_has_not_ratified_is_left_out_and_named(capsys: Out) -> None:
    case = {**DANGER, "danger": "no", "ended": "past", "remedies": "tried", "state": "Morocco"}
    assert "achpr/communication" in suggested(**{**case, "state": "Kenya"})
    assert "achpr/communication" not in suggested(**case)
    assert "achpr/communication" in [each.document for each in left_out_by_treaty(LIBRARY, case)]
    assert "Left out, because Morocco has not ratified or accepted what they need: African" in (
        printed(capsys, case)
    )


# ---- what is asked ----


def asked_after(**answers: str) -> list[str]:
    """Return the questions in order if *answers* are given and the others are left unanswered."""
    saved = WorkingAnswers.model_validate({"format": 1, "details": answers})
    return [str(item.path[-1]) for item in choosing_items(saved, LIBRARY)]


def test_a_question_that_can_change_nothing_is_not_asked() -> None:
    assert "ecosoc" not in asked_after(event="harm-to-person", danger="now")
    assert "ecosoc" in asked_after(event="law-or-policy")
    assert "attack" not in asked_after(event="harm-pattern", remedies="not-tried")
    assert "attack" in asked_after(event="harm-pattern", remedies="tried", scope="pattern", subject="life")


def test_an_answer_does_not_take_its_own_question_away() -> None:
    assert "ecosoc" in asked_after(event="law-or-policy", ecosoc="no")
    assert "issues" in asked_after(event="review-coming", review="before", issues="other-states")


def test_if_only_some_people_agree_the_same_is_asked_as_if_all_did() -> None:
    person = {"event": "harm-to-person", "danger": "no", "detention": "yes", "disappearance": "no"}
    assert asked_after(**person, victim="some-consent") == asked_after(**person, victim="consent")
    assert asked_after(**person, victim="no-consent") != asked_after(**person, victim="consent")


def test_the_region_is_asked_only_if_the_state_does_not_say_it() -> None:
    assert "region" not in asked_after(event="law-or-policy", state="Kenya")
    assert "region" in asked_after(event="law-or-policy", state="Ruritania")
    assert "region" in asked_after(event="law-or-policy")


def test_nobody_has_to_name_the_state() -> None:
    saved = WorkingAnswers.model_validate({"format": 1, "details": {"event": "law-or-policy"}})
    [item] = [item for item in choosing_items(saved, LIBRARY) if item.path[-1] == "state"]
    assert item.choices[0].title == UNNAMED_STATE
    assert f"choose “{UNNAMED_STATE}”" in item.help
    assert not item.required
    assert "Kenya" in [choice.value for choice in item.choices]


def test_what_cannot_matter_changes_no_suggestion() -> None:
    for event in ("harm-to-person", "harm-pattern", "law-or-policy", "call-open", "review-coming"):
        answers = {"event": event, "subject": "liberty"}
        for ask in choosing_data(LIBRARY).questions:
            if ask.name not in answers and not can_matter(LIBRARY, ask.name, answers):
                for choice in ask.choices:
                    assert suggested(**answers, **{ask.name: choice.value}) == suggested(**answers)


def test_a_state_that_does_not_exist_is_refused(capsys: Out) -> None:
    assert main(["mechanisms", "choose", "--set", "event=law-or-policy", "--set", "state=Narnia"]) == 1
    assert "there is no State 'Narnia'" in capsys.readouterr().err
