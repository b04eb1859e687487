"""Required answers that are missing: in groups, in their rows, and parts that the rules require."""

from pathlib import Path
from typing import Any

import pytest

from drafter.cli import FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules, RuleSource
from drafter.model.remark import Remark
from drafter.model.requirements import REQUIRED
from drafter.review.missing import check_missing
from drafter.review.required import (
    ALWAYS,
    KINDS,
    PARTS,
    WITH_OWN_REMARK,
    cannot_be_seen,
    check_required,
    required_names,
)
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission
from tests.support.people import BUNDLED, LETTER, SENT, letter
from tests.support.reviews import remarks, reviewed
from tests.support.small_library import RULES, clause, write_library
from tests.support.submissions import section

BRIEF = {"title": "A", "name": "A", "about": "x", "stage": "recommendations", "shape": "a"}
"""The fewest keys that the rules of a document need."""

DOCUMENTS = tuple(BUNDLED.document_ids())
GROUPS = [
    (name, ask.name, ask.ask)
    for name in BUNDLED.document_ids()
    for ask in BUNDLED.document(name).rules.asks
    if ask.kind == "group" and ask.required
]


def missing_remarks(rules: DocumentRules, details: dict[str, Any], **answers: Any) -> list[Remark]:
    """Return the remarks on missing *answers* and *details*, for a document with these *rules*."""
    given = Answers.model_validate({"format": 1, "state": "Ruritania", "details": details, **answers})
    under_review = Submission(given, rules, ENGLISH, state=BUNDLED.state("Ruritania"))
    return [*check_missing(under_review), *check_required(under_review)]


# ---- people.md 7 ----


@pytest.mark.parametrize(
    "empty", [{}, {"victims": [], "perpetrators": []}, {"victims": None, "perpetrators": None}]
)
def test_a_letter_that_names_nobody_cannot_be_final(
    tmp_path: Path, capsys: Any, empty: dict[str, Any]
) -> None:
    rest = {name: value for name, value in LETTER.items() if name not in ("victims", "perpetrators")}
    file = letter(tmp_path, {**SENT, **dict.fromkeys(("victims", "perpetrators")), **rest, **empty})
    texts = [remark.text for remark in draft_file(file).errors if remark.code == "gap"]
    assert [
        sum(words in one for one in texts) for words in ("Who is concerned?", "Who is held responsible?")
    ] == [
        1,
        1,
    ]
    assert main(["build", str(file), "--final"]) == FAULT
    assert "Who is held responsible?" in capsys.readouterr().err


def test_a_letter_that_names_them_has_no_such_remark(tmp_path: Path) -> None:
    texts = [remark.text for remark in draft_file(letter(tmp_path)).errors]
    assert [one for one in texts if "Who is" in one] == []


def test_the_help_says_what_to_write_if_nobody_is_known() -> None:
    [ask] = [
        ask
        for ask in BUNDLED.document("special-procedures/communication").rules.asks
        if ask.name == "perpetrators"
    ]
    assert "If nobody is known, add one entry and write: not known." in ask.help


# ---- required groups ----


def test_people_whom_the_rules_require_are_a_required_group() -> None:
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        required = rules.required.value if isinstance(rules.required.value, tuple) else ()
        for ask in rules.asks:
            if ask.name == "victims" and "victim" in required:
                assert ask.required, name
    assert len(GROUPS) > 10


@pytest.mark.parametrize(("document", "name", "words"), GROUPS)
def test_an_empty_required_group_is_an_error(document: str, name: str, words: str) -> None:
    rules = BUNDLED.document(document).rules
    empty: list[dict[str, Any]] = [{}, {name: []}, {name: None}]
    for given in empty:
        found = [one for one in missing_remarks(rules, given) if one.text == f"Not answered: {words}"]
        assert [(one.code, one.level) for one in found] == [("gap", "error")]
    assert [one for one in missing_remarks(rules, {name: [{}]}) if one.text == f"Not answered: {words}"] == []


# ---- required questions in rows ----

LISTED: dict[str, Any] = {
    "asks": [
        {
            "name": "people",
            "ask": "Who?",
            "kind": "group",
            "fields": [
                {"name": "name", "ask": "Which name?", "required": True},
                {"name": "of_age", "ask": "Of age?"},
                {"name": "guardian", "ask": "Which guardian?", "required": True, "when": {"of_age": "no"}},
            ],
        }
    ]
}


@pytest.mark.parametrize(
    ("people", "missed"),
    [
        ([{"name": "Mira"}], []),
        ([{}], [("people 1", "Which name?")]),
        ([{"name": "Mira"}, {"name": " "}], [("people 2", "Which name?")]),
        ([{"name": None}, {}], [("people 1", "Which name?"), ("people 2", "Which name?")]),
        ([{"name": "Mira", "of_age": "no"}], [("people 1", "Which guardian?")]),
        ([{"name": "Mira", "of_age": "yes"}], []),
        ([], []),
    ],
)
def test_a_required_question_of_a_row_is_an_error_with_the_number_of_the_row(
    people: list[dict[str, Any]], missed: list[tuple[str, str]]
) -> None:
    rules = DocumentRules.model_validate({**BRIEF, **LISTED})
    found = [(one.place, one.text, one.level) for one in missing_remarks(rules, {"people": people})]
    assert found == [
        (f"about this document › {row}", f"Not answered: {words}", "error") for row, words in missed
    ]


def test_an_answer_that_the_text_marks_as_a_gap_has_one_remark() -> None:
    rules = DocumentRules.model_validate({**BRIEF, **LISTED})
    given = Answers.model_validate({"format": 1, "details": {"people": [{}]}})
    under_review = Submission(given, rules, ENGLISH, state=BUNDLED.state("Ruritania"), gaps=("Which name",))
    assert list(check_missing(under_review)) == []


# ---- what the rules name as required ----


def requiring(value: str, confidence: str = "high", **rest: Any) -> dict[str, Any]:
    """Return rules that require *value* with this *confidence*."""
    return {"required": {"value": [value], "confidence": confidence}, **rest}


@pytest.mark.parametrize(("confidence", "level"), list(LEVEL_BY_CONFIDENCE.items()))
def test_the_level_follows_the_confidence_in_the_rule(tmp_path: Path, confidence: str, level: str) -> None:
    [remark] = remarks(reviewed(tmp_path, requiring("summary", confidence)), "required-missing")
    assert (remark.level, remark.text) == (level, "Required by the rules, but missing: a summary.")


@pytest.mark.parametrize(
    ("value", "given"),
    [
        ("summary", {"summary": "The main points."}),
        ("method", {"method": "We asked."}),
        ("keywords", {"keywords": ["a"]}),
        ("recommendations", {"themes": section(own=[{"kind": "recommendation", "text": "Close them."}])}),
        ("questions", {"themes": section(own=[{"kind": "question", "text": "Why?"}])}),
    ],
)
def test_a_common_part_or_an_own_text_meets_the_rule(value: str, given: dict[str, Any]) -> None:
    rules = DocumentRules.model_validate({**BRIEF, **requiring(value)})
    assert [one.code for one in missing_remarks(rules, {})] == ["required-missing"]
    assert missing_remarks(rules, {}, **given) == []
    other = {"themes": section(own=[{"kind": "paragraph", "text": "So it is."}])}
    assert [one.code for one in missing_remarks(rules, {}, **other)] == ["required-missing"]
    assert missing_remarks(DocumentRules.model_validate(BRIEF), {}) == []


def test_a_clause_of_that_kind_meets_the_rule(tmp_path: Path) -> None:
    for kind, missed in (("recommendation", 0), ("concern", 1)):
        folder = tmp_path / kind
        text = "Close them." if kind == "recommendation" else "They are open."
        brief = {**RULES["documents"]["brief"], **requiring("recommendations")}
        write_library(
            folder, {"jails/a": clause(text, kind=kind)}, rules={**RULES, "documents": {"brief": brief}}
        )
        result = reviewed(folder, themes=section("jails/a"))
        assert len(remarks(result, "required-missing")) == missed


def test_an_answer_meets_the_rule_if_its_question_says_so() -> None:
    asks = [{"name": "papers", "ask": "Which?", "kind": "group", "meets": ["annexes"]}]
    rules = DocumentRules.model_validate({**BRIEF, **requiring("annexes"), "asks": asks})
    assert [one.code for one in missing_remarks(rules, {})] == ["required-missing"]
    assert [one.code for one in missing_remarks(rules, {"papers": []})] == ["required-missing"]
    assert missing_remarks(rules, {"papers": [{"document": "a"}]}) == []
    needed = DocumentRules.model_validate(
        {**BRIEF, **requiring("annexes"), "asks": [{**asks[0], "required": True}]}
    )
    assert [one.code for one in missing_remarks(needed, {})] == ["gap"]  # one remark only
    unasked = DocumentRules.model_validate({**BRIEF, **requiring("annexes")})
    assert missing_remarks(unasked, {}) == []  # no question asks for them, so it cannot be checked


@pytest.mark.parametrize("part", ["summary", "method"])
def test_a_part_that_the_text_marks_as_a_gap_has_one_remark(tmp_path: Path, part: str) -> None:
    marked = reviewed(tmp_path, requiring(part, shape="document.md.jinja"), **{part: None})
    codes = [remark.code for remark in marked.remarks if remark.code in ("gap", "required-missing")]
    assert codes == ["gap"]
    unprinted = reviewed(tmp_path / "unprinted", requiring(part), **{part: None})
    assert len(remarks(unprinted, "required-missing")) == 1


def test_a_part_that_the_document_leaves_out_is_not_missing(tmp_path: Path) -> None:
    result = reviewed(tmp_path, requiring("summary", leaves_out=["summary"]))
    assert remarks(result, "required-missing") == []
    assert missing_remarks(BUNDLED.document("iachr/hearing-request").rules, {}) != []
    codes = [one.code for one in missing_remarks(BUNDLED.document("iachr/hearing-request").rules, {})]
    assert "theme-missing" not in codes


UNSEEN = {
    ("ecsr/collective-complaint", "annexes"),
    ("iacthr/amicus", "annexes"),
}
"""What rules require without a question for it: authors add it in Word, and a note says so."""


def test_every_value_that_bundled_rules_require_is_checked_or_is_a_known_exception() -> None:
    unseen = set()
    for name in DOCUMENTS:
        rules = BUNDLED.document(name).rules
        under_review = Submission(Answers.model_validate({"format": 1}), rules, ENGLISH)
        unseen |= {(name, one) for one in required_names(under_review) if cannot_be_seen(one, under_review)}
    assert unseen == UNSEEN


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_each_required_name_has_exactly_one_way_to_be_checked(name: str) -> None:
    asked = any(name in ask.meets for known in DOCUMENTS for ask in BUNDLED.document(known).rules.asks)
    ways = [name in PARTS, name in WITH_OWN_REMARK, name in ALWAYS, name in KINDS, asked]
    assert ways.count(True) == 1


def test_earlier_recommendations_meet_the_rule_on_follow_up() -> None:
    asks = [{"name": "follow_up", "ask": "What became of them?", "meets": ["follow-up"]}]
    rules = DocumentRules.model_validate({**BRIEF, **requiring("follow-up"), "asks": asks})
    assert [one.code for one in missing_remarks(rules, {})] == ["required-missing"]
    assert missing_remarks(rules, {}, earlier=[{"text": "Close the centres."}]) == []


def test_the_remark_names_the_source_of_the_rule_and_its_date() -> None:
    required = {"value": ["summary"], "confidence": "medium", "source": "note", "date": "2024"}
    rules = DocumentRules.model_validate({**BRIEF, "required": required})
    sources = {"note": RuleSource(title="Information note", date="undated")}
    given = Answers.model_validate({"format": 1})
    [remark] = check_required(Submission(given, rules, ENGLISH, rule_sources=sources))
    assert remark.remedy.endswith("Source: Information note, 2024. Check the current notice.")
    assert remark.path == ("summary",)
    [unconfirmed] = check_required(Submission(given, rules, ENGLISH))
    assert unconfirmed.remedy.endswith("This rule is not confirmed: check the current notice.")
