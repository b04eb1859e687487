"""The review: each remark appears if there is a reason for it, and only then."""

import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import Any

import pytest

import drafter.review
from drafter.drafting.pipeline import draft_file
from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text
from drafter.model.answers import Answers
from drafter.model.blocks import Document, Paragraph, Text
from drafter.model.mechanism import DocumentRules, Limit, Rule
from drafter.model.remark import Remark
from drafter.model.vocabulary import Themes
from drafter.review.display_names import DisplayNames
from drafter.review.length import limit_in_force, measure
from drafter.review.missing import check_gaps
from drafter.review.passage_checks import PASSAGE_CHECKS
from drafter.review.review import CHECKS
from drafter.review.sections import check_sections
from drafter.review.submission import Submission
from drafter.review.unprinted import check_unprinted
from tests.support.reviews import level, remarks, reviewed
from tests.support.small_library import THEMES, clause, library, write_library
from tests.support.submissions import BUNDLED, ORGANISATION, section, submission

OTHER = {**ORGANISATION, "name": "B", "role": "co-submitter"}
FACT: dict[str, Any] = {"facts": {"F1": {"text": "a", "source": "S1"}}, "sources": {"S1": {"title": "T"}}}


def test_a_sound_submission_has_no_errors_and_every_remark_has_a_text(tmp_path: Path) -> None:
    ask = {"kind": "recommendation", "text": "Close every centre that holds people by law within a year."}
    sources = {"S1": {"title": "T", "author": "A", "date": 2025}}
    fact = {**FACT, "sources": sources}
    result = reviewed(tmp_path, themes=section(facts=["F1"], own=[ask]), **fact)
    assert {one.code for one in result.remarks} == {"limit-unknown", "state-fictional", "facts-unchecked"}
    assert result.errors == ()
    assert all(one.text and one.place for one in result.remarks)


def test_errors_come_first_and_notes_last(tmp_path: Path) -> None:
    result = reviewed(tmp_path, state=None, organisations=[{"name": "A"}, {"name": "B", "status": "invited"}])
    levels = [one.level for one in result.remarks]
    assert set(levels) == {"error", "warning", "note"}
    assert levels == sorted(levels, key=("error", "warning", "note").index)


@pytest.mark.parametrize(
    ("parameters", "listed"), [(["submission"], CHECKS), (["passage", "submission"], PASSAGE_CHECKS)]
)
def test_every_check_of_the_room_is_in_the_list_of_checks(
    parameters: list[str], listed: tuple[object, ...]
) -> None:
    modules = [
        importlib.import_module(f"drafter.review.{module.name}")
        for module in pkgutil.iter_modules(drafter.review.__path__)
    ]
    checks = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("check_") and [*inspect.signature(function).parameters] == parameters
    }
    assert len(checks) == len(listed)
    assert checks == set(listed)


# ---- organisations and State ----


def test_a_submission_without_a_confirmed_organisation_is_an_error(tmp_path: Path) -> None:
    assert level(reviewed(tmp_path, organisations=[]), "organisation-missing") == "error"
    assert (
        level(reviewed(tmp_path, organisations=[{"name": "A", "status": "invited"}]), "organisation-missing")
        == "error"
    )
    assert level(reviewed(tmp_path), "organisation-missing") == ""


def test_a_joint_submission_of_one_organisation_is_an_error(tmp_path: Path) -> None:
    joint = {"organisations": "several"}
    assert level(reviewed(tmp_path, joint), "joint-of-one") == "error"
    invited = {**OTHER, "status": "invited"}
    assert level(reviewed(tmp_path, organisations=[ORGANISATION, invited]), "joint-of-one") == "error"
    assert level(reviewed(tmp_path, organisations=[ORGANISATION, OTHER]), "joint-of-one") == ""


def test_two_organisations_are_an_error_if_only_one_may_submit(tmp_path: Path) -> None:
    alone = {"organisations": "one"}
    assert level(reviewed(tmp_path, alone, organisations=[ORGANISATION, OTHER]), "not-joint") == "error"
    assert level(reviewed(tmp_path), "not-joint") == ""


def test_a_note_names_the_organisations_that_have_not_agreed(tmp_path: Path) -> None:
    result = reviewed(tmp_path, organisations=[ORGANISATION, {**OTHER, "status": "declined"}])
    [remark] = remarks(result, "organisation-not-printed")
    assert remark.level == "note"
    assert "B" in remark.text
    assert level(reviewed(tmp_path), "organisation-not-printed") == ""


@pytest.mark.parametrize(
    ("email", "odd"),
    [
        ("office@example.org", False),
        ("first.last+un@mail.example.org", False),
        ("büro@beispiel.example", False),
        (" office@example.org ", False),
        ("", False),
        (None, False),
        ("office at example.org", True),
        ("office@example", True),
        ("office@@example.org", True),
        ("office @example.org", True),
        ("office@example.org, second@example.org", True),
        ("example.org", True),
    ],
)
def test_an_invalid_e_mail_address_is_an_error(tmp_path: Path, email: str | None, odd: bool) -> None:
    result = reviewed(tmp_path, organisations=[{"name": "A", "what": "B.", "contact": {"email": email}}])
    assert level(result, "e-mail-odd") == ("error" if odd else "")
    assert [one.place for one in remarks(result, "e-mail-odd")] == ["A"] * odd


@pytest.mark.parametrize(
    ("founded", "odd"),
    [
        *((given, False) for given in (1998, "1998", "May 1998", "1-5-1998", 2005, "May 2019", "", None)),
        *((given, True) for given in ("98", 19988, "long ago", "1998 or so", "3011", 0)),
    ],
)
def test_an_invalid_year_of_foundation_is_an_error(tmp_path: Path, founded: Any, odd: bool) -> None:
    result = reviewed(tmp_path, organisations=[{**ORGANISATION, "founded": founded}])
    assert level(result, "founded-odd") == ("error" if odd else "")


def test_a_telephone_number_without_digits_is_a_warning(tmp_path: Path) -> None:
    asking = {"name": "A", "contact": {"phone": "ask for it"}}
    assert level(reviewed(tmp_path, organisations=[asking]), "telephone-odd") == "warning"
    given = {"name": "A", "contact": {"phone": "+41 22 917 00 00"}}
    assert level(reviewed(tmp_path, organisations=[given]), "telephone-odd") == ""


def test_details_of_an_organisation_that_is_not_printed_are_not_checked(tmp_path: Path) -> None:
    invited = {"name": "B", "status": "invited", "founded": "?", "contact": {"email": "?"}}
    result = reviewed(tmp_path, organisations=[ORGANISATION, invited])
    assert {"e-mail-odd", "founded-odd"} & {one.code for one in result.remarks} == set()


def test_a_submission_without_any_contact_is_a_warning(tmp_path: Path) -> None:
    assert level(reviewed(tmp_path, organisations=[{"name": "A"}]), "contact-missing") == "warning"
    assert (
        level(
            reviewed(tmp_path, organisations=[{"name": "A", "contact": {"phone": "+41"}}]), "contact-missing"
        )
        == ""
    )


@pytest.mark.parametrize(
    ("state", "code"), [("Ruritania", "state-fictional"), ("Holy See", "state-observer"), ("NOR", "")]
)
def test_a_state_that_is_not_a_member_state_is_a_note(tmp_path: Path, state: str, code: str) -> None:
    result = reviewed(tmp_path, state=state)
    assert [one.code for one in result.remarks if one.code.startswith("state-")] == [code][: bool(code)]


# ---- length ----


def limits(
    words: int | None, confidence: str = "high", notes: bool | None = None, **more: Any
) -> dict[str, Any]:
    """Return rules with one limit."""
    return {"limits": [{"value": words, "confidence": confidence, **more}], "count_notes": {"value": notes}}


def test_a_text_at_the_limit_passes_and_one_word_more_does_not(tmp_path: Path) -> None:
    words = reviewed(tmp_path / "measured").length.words
    assert level(reviewed(tmp_path / "at", limits(words)), "over-limit") == ""
    result = reviewed(tmp_path / "over", limits(words - 1))
    [remark] = remarks(result, "over-limit")
    assert remark.level == "error"
    assert remark.text == f"{words} of {words - 1} words: 1 too many."


@pytest.mark.parametrize(
    ("confidence", "expected_level"),
    [("high", "error"), ("medium", "warning"), ("low", "note"), ("unknown", "note")],
)
def test_the_level_of_a_breach_follows_the_confidence_in_the_rule(
    tmp_path: Path, confidence: str, expected_level: str
) -> None:
    assert level(reviewed(tmp_path, limits(1, confidence)), "over-limit") == expected_level


def test_notes_count_only_if_the_rules_say_so(tmp_path: Path) -> None:
    answers = {"themes": section(facts=["F1"]), **FACT}
    bare = reviewed(tmp_path / "not", limits(1000, notes=False), **answers).length
    counted = reviewed(tmp_path / "yes", limits(1000, notes=True), **answers).length
    assert bare.notes == 1
    assert counted.words == bare.words + 1
    over = reviewed(tmp_path / "over", limits(bare.words, notes=True), **answers)
    assert level(over, "over-limit") == "error"
    assert level(reviewed(tmp_path / "under", limits(bare.words, notes=False), **answers), "over-limit") == ""


def test_notes_that_may_count_are_a_warning_only_if_it_matters(
    tmp_path: Path,
) -> None:
    answers = {"themes": section(facts=["F1"]), **FACT}
    words = reviewed(tmp_path / "measured", **answers).length.words
    assert level(reviewed(tmp_path / "a", limits(words), **answers), "notes-may-count") == "warning"
    assert level(reviewed(tmp_path / "b", limits(words + 1), **answers), "notes-may-count") == ""
    assert level(reviewed(tmp_path / "c", limits(words, notes=False), **answers), "notes-may-count") == ""


def test_an_unknown_limit_is_a_note(tmp_path: Path) -> None:
    assert level(reviewed(tmp_path / "a", limits(None)), "limit-unknown") == "note"
    assert level(reviewed(tmp_path / "b", limits(500)), "limit-unknown") == ""


def answers_with_confirmed(number: int) -> Answers:
    """Return answers with *number* confirmed organisations and an invited one."""
    given = [*[{"name": "x"}] * number, {"name": "y", "status": "invited"}]
    return Answers.model_validate({"format": 1, "organisations": given, "details": {"most": "300"}})


def rules_with(*limits: Limit) -> DocumentRules:
    """Return rules with these limits."""
    return DocumentRules(title="x", name="x", about="x", stage="case", shape="x", limits=limits)


def test_the_limit_depends_on_the_number_of_confirmed_organisations() -> None:
    rules = rules_with(Limit(value=100, applies="single"), Limit(value=200, applies="coalition"))
    assert limit_in_force(rules, answers_with_confirmed(1))[0] == 100
    assert limit_in_force(rules, answers_with_confirmed(2))[0] == 200


def test_a_joint_document_has_its_own_limit_before_the_second_organisation_has_agreed() -> None:
    limits = (Limit(value=100, applies="single"), Limit(value=200, applies="coalition"))
    rules = rules_with(*limits).model_copy(update={"organisations": "several"})
    assert limit_in_force(rules, answers_with_confirmed(0))[0] == 200
    assert limit_in_force(rules, answers_with_confirmed(1))[0] == 200


def test_only_limits_in_words_for_the_whole_document_are_checked() -> None:
    rules = rules_with(Limit(value=3, unit="pages"), Limit(value=50, applies="per-answer"), Limit(value=100))
    assert limit_in_force(rules, answers_with_confirmed(1))[0] == 100
    assert limit_in_force(rules_with(Limit(value=3, unit="pages")), answers_with_confirmed(1)) == (None, None)


@pytest.mark.parametrize(
    ("given", "limit"),
    [("300", 300), (300, 300), ("", None), (None, None), ("²", None), ("ten", None), (0, None)],
)
def test_a_limit_that_the_call_sets_comes_from_the_answers(given: Any, limit: int | None) -> None:
    answers = Answers.model_validate({"format": 1, "details": {"most": given}})
    assert limit_in_force(rules_with(Limit(asked="most")), answers)[0] == limit


def test_the_length_is_counted_from_the_document_itself() -> None:
    document = Document((Paragraph((Text("one two – three"),)),), ((Text("a b"),),))
    rules = rules_with(Limit(value=4)).model_copy(update={"count_notes": Rule(value=True)})
    length = measure(document, rules, answers_with_confirmed(1))
    assert (length.words, length.notes, length.limit, str(length)) == (6, 2, 4, "6 of 4 words")


# ---- gaps, unused parts, facts without sources ----


def test_each_gap_is_one_error(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Ask {{ body }}, yes {{ body }}.", questions=["body"])})
    result = reviewed(tmp_path, themes=section("jails/a"))
    assert [(one.level, one.text) for one in remarks(result, "gap")] == [
        ("error", "Not known yet: Which authority runs them.")
    ]
    answered = reviewed(tmp_path, themes=section("jails/a", answers={"body": "B"}))
    assert remarks(answered, "gap") == []


def test_an_unused_fact_is_a_note(tmp_path: Path) -> None:
    assert level(reviewed(tmp_path, **FACT), "fact-unused") == "note"
    assert level(reviewed(tmp_path, themes=section(facts=["F1"]), **FACT), "fact-unused") == ""
    own = section(own=[{"text": "x", "facts": ["F1"]}])
    assert level(reviewed(tmp_path, themes=own, **FACT), "fact-unused") == ""


def test_a_figure_without_a_source_is_an_error(tmp_path: Path) -> None:
    themes = section(facts=["F1"])
    figure = {"F1": {"text": "41 of 96 had asked"}}
    assert level(reviewed(tmp_path, themes=themes, facts=figure), "figure-without-source") == "error"
    sourced = {"F1": {"text": "41 of 96 had asked", "source": "S1"}}
    result = reviewed(tmp_path, themes=themes, facts=sourced, sources=FACT["sources"])
    assert level(result, "figure-without-source") == ""
    law = {"F1": {"text": "Section 14 of the Act of 1976 permits it"}}
    assert level(reviewed(tmp_path, themes=themes, facts=law), "figure-without-source") == ""


def test_unchecked_facts_are_one_note(tmp_path: Path) -> None:
    facts: dict[str, Any] = {f"F{number}": {"text": "a", "source": "S1"} for number in range(1, 5)}
    facts["F2"] = {"text": "a", "source": "S1", "checked": True}
    facts["F4"] = {"text": "a"}
    rest = {"facts": facts, "sources": FACT["sources"]}
    result = reviewed(tmp_path, themes=section(facts=["F1", "F2", "F3", "F4"]), **rest)
    assert level(result, "facts-unchecked") == "note"
    assert remarks(result, "facts-unchecked")[0].place == "facts F1 and F3"
    assert level(reviewed(tmp_path, themes=section(facts=["F2"]), **rest), "facts-unchecked") == ""


@pytest.mark.parametrize(
    ("source", "has_note"),
    [
        ({"address": "https://x.org"}, True),
        ({"address": "https://x.org", "seen": ""}, True),
        ({"address": "https://x.org", "seen": "2026-01-31"}, False),
        ({"address": "https://x.org", "example": True}, False),
        ({"address": ""}, False),
        ({}, False),
    ],
)
def test_a_web_page_without_a_day_of_access_is_one_note(
    tmp_path: Path, source: dict[str, Any], has_note: bool
) -> None:
    facts = {"F1": {"text": "a", "source": "S1"}, "F2": {"text": "b", "source": "S1"}}
    given: dict[str, Any] = {"facts": facts, "sources": {"S1": {"title": "T", **source}}}
    result = reviewed(tmp_path, themes=section(facts=["F1", "F2"]), **given)
    assert level(result, "source-not-dated") == ("note" if has_note else "")
    assert level(reviewed(tmp_path, **given), "source-not-dated") == ""


def test_an_empty_theme_is_a_warning(tmp_path: Path) -> None:
    result = reviewed(tmp_path, themes=section())
    assert level(result, "theme-empty") == "warning"
    assert level(result, "theme-without-fact") == ""
    assert level(reviewed(tmp_path, themes=section(facts=["F1"]), **FACT), "theme-empty") == ""


def test_a_theme_under_a_question_that_the_call_does_not_have_is_an_error(tmp_path: Path) -> None:
    questions = {"name": "questions", "ask": "?", "kind": "group", "fields": [{"name": "text", "ask": "?"}]}
    call = {"asks": [questions]}
    two = {"questions": [{"text": "One?"}, {"text": "Two?"}]}

    def expected_level(under: int | None, details: dict[str, Any]) -> str:
        themes = section(under=under, own=[{"text": "x"}])
        return level(reviewed(tmp_path, call, themes=themes, details=details), "under-no-question")

    assert [expected_level(under, two) for under in (3, 9, -1)] == ["error"] * 3
    assert [expected_level(under, two) for under in (1, 2, 0, None)] == [""] * 4
    assert expected_level(9, {}) == ""


def test_an_unknown_addressee_is_a_warning(tmp_path: Path) -> None:
    own = [{"kind": "recommendation", "text": "Close it.", "addressee": "parliment"}]
    vocabulary = Themes.model_validate(THEMES)

    def places(own: list[dict[str, Any]]) -> list[str]:
        answers = Answers.model_validate({"format": 1, "themes": section(own=own)})
        found = check_sections(Submission(answers, rules_with(), ENGLISH, vocabulary=vocabulary))
        return [one.place for one in found if one.code == "addressee-unknown"]

    assert places(own) == ["theme “Jails & prisons”, your recommendation “Close it.”"]
    assert places([{**own[0], "addressee": "members"}]) == []
    assert places([{**own[0], "kind": "paragraph"}]) == []


def test_a_theme_without_facts_is_a_warning_or_a_note_if_it_has_a_paragraph(tmp_path: Path) -> None:
    asked = section(own=[{"text": "Close them.", "kind": "recommendation"}])
    assert level(reviewed(tmp_path, themes=asked), "theme-without-fact") == "warning"
    assert level(reviewed(tmp_path, themes=section(own=[{"text": "x"}])), "theme-without-fact") == "note"
    assert level(reviewed(tmp_path, themes=section(facts=["F1"]), **FACT), "theme-without-fact") == ""


def test_an_answer_that_the_document_does_not_ask_for_is_a_note(tmp_path: Path) -> None:
    asks = {"asks": [{"name": "session", "ask": "?"}]}
    result = reviewed(tmp_path, asks, details={"sesion": "60", "session": "60"})
    assert [one.place for one in remarks(result, "detail-unused")] == ["details › sesion"]


def test_a_clause_chosen_twice_is_a_warning(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause(themes=["jails", "courts"]), "jails/b": clause()})
    twice = [*section("jails/a", "jails/b"), {"theme": "courts", "clauses": ["jails/a"]}]
    [remark] = remarks(reviewed(tmp_path, themes=twice), "clause-twice")
    assert remark.place == "clause “Close it”"
    assert remarks(reviewed(tmp_path, themes=section("jails/a", "jails/b")), "clause-twice") == []


def test_a_submission_with_only_library_text_is_a_warning(tmp_path: Path) -> None:
    names = [f"jails/{letter}" for letter in "abcd"]
    write_library(tmp_path, dict.fromkeys(names, clause()))
    assert level(reviewed(tmp_path, themes=section(*names)), "nothing-of-your-own") == "warning"
    assert level(reviewed(tmp_path, themes=section(*names[:3])), "nothing-of-your-own") == ""
    assert level(reviewed(tmp_path, themes=section(*names, own=[{"text": "x"}])), "nothing-of-your-own") == ""


def test_a_warning_counts_the_control_characters_that_are_left_out(tmp_path: Path) -> None:
    result = reviewed(tmp_path, summary="a\x01b\x02", keywords=["c\x03"])
    [remark] = remarks(result, "characters-dropped")
    assert remark.level == "warning"
    assert "drafter leaves out 3 of them" in remark.text
    assert level(reviewed(tmp_path, summary="a\tb\nc"), "characters-dropped") == ""


# ---- display names and places ----


def test_the_remark_on_a_gap_has_the_places_where_it_is_marked(tmp_path: Path) -> None:
    asking = clause("Ask {{ body }}.", kind="concern", questions=["body"])
    write_library(tmp_path, {"jails/a": asking})
    themes = [
        *section("jails/a", "jails/a"),
        {"theme": "courts", "own": [{"kind": "question", "text": None}]},
    ]
    result = reviewed(tmp_path, themes=themes)
    under_review = Submission(
        result.answers, result.rules, ENGLISH, document=result.draft.document, gaps=result.draft.gaps
    )
    places = {remark.text: remark.place for remark in check_gaps(under_review)}
    assert places == {
        "Not known yet: Which authority runs them.": "paragraph 1 and paragraph 2",
        "Not known yet: own question.": "a list under “Courts”",
    }


def test_display_names_are_titles_or_first_words(tmp_path: Path) -> None:
    long = "In 2024, 41 of the 96 people whom we interviewed in the capital saw no judge at all"
    given = {
        "format": 1,
        "themes": [{"theme": "jails"}, {"theme": "jails", "heading": "Ours"}, {"theme": "of-old"}],
        "facts": {"F1": {"text": long}, "F2": {}},
        "sources": {"S1": {"title": "T"}, "S2": {}},
    }
    answers = Answers.model_validate(given)
    chosen = library(write_library(tmp_path, {"jails/a": clause()})).clause("jails/a")
    names = DisplayNames(answers, [chosen], Themes.model_validate(THEMES))
    assert [names.theme(section) for section in answers.themes] == [
        "theme “Jails & prisons”",
        "theme “Ours”",
        "theme “Of old”",
    ]
    assert [names.side(name) for name in ("jails/a", "jails/x", "position:for", "position:so-so")] == [
        "clause “Close it”",
        "clause jails/x",
        "position “We are for it”",
        "position “So so”",
    ]
    assert names.fact("F1") == "fact F1, “In 2024, 41 of the 96 people whom we …”"
    assert [names.fact("F2"), names.source("S1"), names.source("S2")] == [
        "fact F2",
        "source S1, “T”",
        "source S2",
    ]


def test_the_place_of_a_gate_is_its_question(tmp_path: Path) -> None:
    [remark] = remarks(reviewed(tmp_path, CONSENT, details={"consent": "no"}), "gate-consent")
    assert remark.place == "“Consent?”"


# ---- what the document does not print ----


def test_a_common_part_that_this_shape_does_not_print_is_a_note(tmp_path: Path) -> None:
    given = {"summary": "A *short* summary.", "keywords": ["k"], "sign_off": {"name": "Z"}, "title": "T"}
    result = reviewed(tmp_path, themes=section(facts=["F1"]), closing="", method=" ", **given, **FACT)
    document = result.draft.document
    under_review = Submission(
        result.answers, result.rules, ENGLISH, clauses=result.resolved.clauses, document=document
    )
    [remark] = check_unprinted(under_review)
    assert (remark.code, remark.level) == ("part-not-printed", "note")
    assert remark.place == "the keywords, the summary and the signature"
    printing = replaced(document, blocks=(*document.blocks, *read_blocks("A short summary. k. Z")))
    assert list(check_unprinted(replaced(under_review, document=printing))) == []


def test_a_text_of_a_kind_that_the_document_does_not_print_is_a_warning(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/q": clause("Is it closed?", kind="question", title="Ask it")})
    own = [{"kind": "question", "text": "How many?"}]
    result = reviewed(tmp_path, themes=section("jails/q", own=own))
    places = [one.place for one in remarks(result, "not-printed")]
    assert places[0] == "clause “Ask it”"
    assert places[1].endswith("your question “How many?”")
    listing = draft_file(submission(tmp_path, document="court/list", themes=section("jails/q", own=own)))
    assert remarks(listing, "not-printed") == []


# ---- positions, conflicts, consent ----


@pytest.mark.parametrize(
    ("themes", "has_note"),
    [
        (section("jails/neutral"), True),
        ([], True),
        (section("jails/for"), False),
        (section("jails/neutral", own=[{"text": "We are for it."}]), False),
        (section({"clause": "jails/neutral", "text": "We are for it."}), False),
        (section("jails/neutral", own=[{"text": " "}]), True),
        (
            section("jails/neutral", own=[{"kind": "recommendation", "parts": {"verb": "a", "what": "b"}}]),
            False,
        ),
    ],
)
def test_a_position_that_no_text_mentions_is_a_note(
    tmp_path: Path, themes: list[dict[str, Any]], has_note: bool
) -> None:
    write_library(tmp_path, {"jails/neutral": clause(), "jails/for": clause(position="for")})
    result = reviewed(tmp_path, themes=themes, stand_for=["for"])
    assert level(result, "position-unsaid") == ("note" if has_note else "")


def test_a_document_without_positions_has_no_remark_on_them(tmp_path: Path) -> None:
    result = reviewed(tmp_path, {"leaves_out": ["positions", "themes"]}, stand_for=["for"])
    assert level(result, "position-unsaid") == ""


def test_a_clause_of_a_refused_position_is_an_error(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause(position="against")})
    themes = section("jails/a")
    assert level(reviewed(tmp_path, themes=themes, refuse=["against"]), "refused-position") == "error"
    assert level(reviewed(tmp_path, themes=themes, stand_for=["for"]), "refused-position") == "error"
    assert level(reviewed(tmp_path, themes=themes, stand_for=["against"]), "refused-position") == ""
    assert level(reviewed(tmp_path, themes=themes), "refused-position") == ""


def conflicting(folder: Path, severity: str, *sides: list[str]) -> None:
    """Write a library with a conflict, and clauses a and b."""
    conflict = {"id": "ab", "sides": sides, "severity": severity, "why": "They clash.", "resolve": "Choose."}
    clauses = {
        "jails/a": clause(sources=["book:V1"], title="Close a"),
        "jails/b": clause(sources=["book:P1"], title="Close b"),
        "jails/both": clause(sources=["book:V1", "book:P1"]),
        "jails/for": clause(position="for"),
    }
    write_library(folder, clauses, themes={**THEMES, "conflicts": [conflict]})


@pytest.mark.parametrize(
    ("severity", "expected_level"), [("block", "error"), ("warn", "warning"), ("note", "note")]
)
def test_the_level_of_a_conflict_follows_its_severity_until_it_is_accepted(
    tmp_path: Path, severity: str, expected_level: str
) -> None:
    conflicting(tmp_path, severity, ["jails/a"], ["jails/b"])
    both = section("jails/a", "jails/b")
    result = reviewed(tmp_path, themes=both)
    [remark] = remarks(result, "conflict-ab")
    assert (remark.level, remark.place, remark.text, remark.remedy) == (
        expected_level,
        "clause “Close a” together with clause “Close b”",
        "They clash.",
        "Choose.",
    )
    kept = reviewed(tmp_path, themes=both, accept_conflicts=[{"conflict": "ab", "reason": "because"}])
    assert level(kept, "conflict-ab") == "note"
    assert remarks(kept, "conflict-ab")[0].text == "You keep both, with a reason. They clash."
    other = reviewed(tmp_path, themes=both, accept_conflicts=[{"conflict": "C1", "reason": "because"}])
    assert level(other, "conflict-ab") == expected_level
    assert level(reviewed(tmp_path, themes=section("jails/a")), "conflict-ab") == ""


def test_a_conflict_between_source_items_and_positions_is_found(tmp_path: Path) -> None:
    conflicting(tmp_path, "warn", ["book:V1", "position:for"], ["book:P1", "position:against"])
    assert level(reviewed(tmp_path, themes=section("jails/a", "jails/b")), "conflict-ab") == "warning"
    assert level(reviewed(tmp_path, stand_for=["for", "against"]), "conflict-ab") == "warning"
    assert (
        level(reviewed(tmp_path, themes=section("jails/for"), stand_for=["against"]), "conflict-ab")
        == "warning"
    )
    assert level(reviewed(tmp_path, themes=section("jails/for"), stand_for=["for"]), "conflict-ab") == ""


def test_a_clause_on_both_sides_makes_no_conflict(tmp_path: Path) -> None:
    conflicting(tmp_path, "block", ["book:V1"], ["book:P1"])
    assert level(reviewed(tmp_path, themes=section("jails/both")), "conflict-ab") == ""
    assert level(reviewed(tmp_path, themes=section("jails/both", "jails/a")), "conflict-ab") == ""
    assert (
        level(reviewed(tmp_path, themes=section("jails/a", "jails/b", "jails/both")), "conflict-ab")
        == "error"
    )


CONSENT: dict[str, Any] = {
    "asks": [{"name": "consent", "ask": "Consent?"}],
    "gates": [
        {"code": "consent", "of": "details.consent", "passes": ["yes"], "says": "Ask.", "instead": ["x/y"]}
    ],
}


def consented(confidence: str) -> dict[str, Any]:
    """Return the rules with the gate of consent, as sure as said."""
    return {**CONSENT, "gates": [{**CONSENT["gates"][0], "confidence": confidence}]}


@pytest.mark.parametrize(
    ("confidence", "expected_level"), [("high", "error"), ("medium", "warning"), ("low", "note")]
)
def test_a_gate_that_an_answer_closes_is_as_grave_as_its_rule_is_sure(
    tmp_path: Path, confidence: str, expected_level: str
) -> None:
    result = reviewed(tmp_path, consented(confidence), details={"consent": "no"})
    [remark] = remarks(result, "gate-consent")
    assert (remark.level, remark.text, remark.remedy) == (expected_level, "Ask.", "Instead: x/y.")


def test_an_open_gate_has_no_remark_and_an_unanswered_one_has_a_note(tmp_path: Path) -> None:
    assert level(reviewed(tmp_path / "a", CONSENT, details={"consent": "yes"}), "gate-consent") == ""
    for number, details in enumerate(({}, {"consent": None}, {"consent": ""})):
        result = reviewed(tmp_path / str(number), CONSENT, details=details)
        [remark] = remarks(result, "gate-consent")
        assert (remark.level, remark.text) == ("note", "Not answered yet: Ask.")


def test_every_bundled_document_that_asks_for_consent_has_a_gate_that_is_closed_without_it() -> None:
    asking = [BUNDLED.document(name) for name in BUNDLED.document_ids()]
    rules = [one.rules for one in asking if "consent_to_send" in {ask.name for ask in one.rules.asks}]
    assert rules
    for one in rules:
        [gate] = [gate for gate in one.gates if gate.of == "details.consent_to_send"]
        assert gate.confidence in ("high", "medium")
        assert not {"no", "not-asked"} & set(gate.passes)
        assert [ask.required for ask in one.asks if ask.name == "consent_to_send"] == [True]


AGREED = {"body": "yes", "public": "yes", "given": "in writing"}


@pytest.mark.parametrize(
    ("case", "left_out"),
    [
        ({"age_group": "adult", "consent": AGREED}, ""),
        ({"age_group": "adult", "consent": {**AGREED, "public": "no"}}, "note"),
        ({"age_group": "adult", "consent": {**AGREED, "public": "no", "body": "not-asked"}}, "note"),
        ({"age_group": "adult", "consent": {"public": "yes"}}, "warning"),
        ({"age_group": "adult", "consent": {**AGREED, "body": "not-asked"}}, "warning"),
        ({"age_group": "adult"}, "warning"),
        ({"age_group": "child", "consent": AGREED}, "warning"),
        ({"age_group": "child", "consent": {**AGREED, "guardian": "no"}}, "note"),
        ({"age_group": "child", "consent": {**AGREED, "guardian": "yes"}}, ""),
        ({"consent": AGREED}, "warning"),
    ],
)
def test_a_case_is_included_only_with_every_required_consent(
    tmp_path: Path, case: dict[str, Any], left_out: str
) -> None:
    cases = {"C1": {"pseudonym": "Ada", "text": "Ada was held.", **case}}
    result = reviewed(tmp_path, themes=section(cases=["C1"]), cases=cases)
    printed = "Ada was held." in " ".join(map(block_text, result.draft.document.blocks))
    assert printed is (left_out == "")
    assert level(result, "case-left-out") == left_out


@pytest.mark.parametrize(
    ("text", "has_note"),
    [
        ("She was held for nine months.", False),
        ("“They held me.”", False),
        ("was held for nine months", True),
        ("was held for nine months.", True),
        ("She was held for nine months", True),
        ("", False),
        (None, False),
    ],
)
def test_a_case_without_full_sentences_is_a_note(tmp_path: Path, text: str | None, has_note: bool) -> None:
    cases = {"C1": {"pseudonym": "Ada", "age_group": "adult", "text": text, "consent": AGREED}}
    result = reviewed(tmp_path, themes=section(cases=["C1"]), cases=cases)
    assert level(result, "case-not-a-sentence") == ("note" if has_note else "")
    kept_back = {"C1": {**cases["C1"], "consent": {}}}
    untold = reviewed(tmp_path, themes=section(cases=["C1"]), cases=kept_back)
    assert level(untold, "case-not-a-sentence") == ""


def test_a_case_without_a_record_of_its_consent_is_a_note(tmp_path: Path) -> None:
    case = {"pseudonym": "Ada", "age_group": "adult", "text": "She was held.", "consent": AGREED}
    told = {"themes": section(cases=["C1"])}
    assert level(reviewed(tmp_path, cases={"C1": case}, **told), "consent-not-recorded") == ""
    silent = {**case, "consent": {**AGREED, "given": " "}}
    result = reviewed(tmp_path, cases={"C1": silent}, **told)
    assert level(result, "consent-not-recorded") == "note"
    assert remarks(result, "consent-not-recorded")[0].place == "case C1 (Ada)"


def test_an_unused_case_is_a_note(tmp_path: Path) -> None:
    cases = {"C1": {"pseudonym": "Ada", "age_group": "adult", "consent": AGREED}}
    assert level(reviewed(tmp_path, cases=cases), "case-unused") == "note"
    assert level(reviewed(tmp_path, themes=section(cases=["C1"]), cases=cases), "case-unused") == ""


def test_an_answer_that_no_clause_of_its_theme_asks_for_is_a_note(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Ask {{ body }}.", questions=["body"])})
    result = reviewed(tmp_path, themes=section("jails/a", answers={"body": "B", "number": "3"}))
    [remark] = remarks(result, "answer-unused")
    assert remark.text.startswith("No clause here asks for number,")
    assert level(reviewed(tmp_path, themes=section("jails/a", answers={"body": "B"})), "answer-unused") == ""


@pytest.mark.parametrize(
    ("text", "code", "expected_level"),
    [
        ("The State should close every centre by law within a year.", "recommendation-verb", "warning"),
        ("Consider closing every centre in the country by law this year.", "recommendation-weak", "warning"),
        ("Close every centre; publish the list of them within one year.", "recommendation-two", "note"),
        ("Close every centre, fund care and publish the list in one year.", "recommendation-two", "warning"),
        ("Ensure that every person in the country has treatment today.", "recommendation-how", "note"),
        ("Close them by law.", "recommendation-short", "note"),
        ("Close by law " + "it " * 33, "recommendation-long", "note"),
        ("Close by law " + "it " * 48, "recommendation-long", "warning"),
        ("Close every centre that holds people by law within a year.", "", ""),
        ("Close by 2027 by law " + "it " * 30, "", ""),
    ],
)
def test_a_recommendation_by_the_authors_is_checked(
    tmp_path: Path, text: str, code: str, expected_level: str
) -> None:
    result = reviewed(tmp_path, themes=section(own=[{"kind": "recommendation", "text": text}]))
    found = {one.code: one.level for one in result.remarks if one.code.startswith("recommendation-")}
    assert found == ({code: expected_level} if code else {})


def test_a_remark_reads_as_level_code_place_text_and_remedy() -> None:
    assert str(Remark("c", "error", "p", "T.", "R.")) == "error c  p: T. R."
    assert str(Remark("c", "note", "", "T.")) == "note c  T."
