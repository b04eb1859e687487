"""The rules of every document: the names in them exist, and every limit and gate works."""

import re
from pathlib import Path
from typing import Any

import pytest

from drafter.cli.mechanisms import markdown_table
from drafter.drafting.pipeline import draft_file
from drafter.drafting.word_file import look_content
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.library.recommend import choosing_questions
from drafter.markup.blocks import read_blocks
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Document
from drafter.model.mechanism import RULE_NAMES, DocumentRules, Gate, Limit, Rule
from drafter.review.gates import gate_results
from drafter.review.length import limit_in_force, measure
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import invariants

LIBRARY = Library(overlay("clauses"), overlay("templates"))
DOCUMENTS = list(LIBRARY.document_ids())
FAMILIES = {
    "treaty-bodies",
    "state-review",
    "human-rights-council",
    "ecosoc-bodies",
    "un-system",
    "regional",
    "courts",
}


def rules_of(document: str) -> DocumentRules:
    """Return the rules of a document."""
    return LIBRARY.document(document).rules


def every_rule(rules: DocumentRules) -> list[Rule]:
    """Return every rule of a document that has a value or a note."""
    named = [getattr(rules, name) for name in RULE_NAMES]
    return [*rules.limits, *(rule for rule in named if rule != Rule()), *rules.remarks]


def test_every_needed_document_exists() -> None:
    committees = ("ccpr", "cescr", "cerd", "cedaw", "cat", "crc", "crpd", "ced")
    wanted = {
        f"{one}/{kind}"
        for one in committees
        for kind in ("list-of-issues", "alternative-report", "communication")
    }
    wanted |= {
        "upr/individual", "upr/joint", "upr/matrix", "upr/mid-term", "upr/pre-session-statement",
        "upr/advocacy-note", "committees/general-comment",
        "cmw/list-of-issues", "cmw/alternative-report", "spt/information", "ccpr/follow-up",
        "cedaw/follow-up", "special-procedures/communication", "special-procedures/call-for-input",
        "special-procedures/country-visit",
        "special-procedures/wgad-case", "special-procedures/wgeid-case", "hrc/written-statement",
        "hrc/oral-statement", "hrc/advisory-committee", "hrc/complaint-procedure", "ohchr/call-for-input",
        "cnd/written-statement", "cnd/oral-statement", "cnd/thematic-statement", "ccpcj/written-statement",
        "ccpcj/oral-statement", "csw/written-statement", "unga/language-note", "unodc/letter", "incb/letter",
        "who/ecdd-comment", "unaids/pcb-input", "hlpf/contribution", "icc/article-15-communication",
        "achpr/communication", "achpr/shadow-report", "achpr/statement", "african-court/application",
        "iachr/petition", "iachr/hearing-request", "iachr/precautionary-measures", "iacthr/amicus",
        "ecthr/application", "ecsr/collective-complaint", "aichr/letter", "arab-committee/parallel-report",
    }  # fmt: skip
    assert wanted - set(DOCUMENTS) == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_value_has_a_source_and_an_unknown_one_claims_nothing(document: str) -> None:
    mechanism, rules = LIBRARY.document(document).mechanism, rules_of(document)
    for rule in every_rule(rules):
        if rule.source:
            assert rule.source in mechanism.sources, rule
            assert rule.date, rule
        if rule.confidence in ("high", "medium"):
            assert rule.source, rule
        if rule.value is None and not getattr(rule, "asked", ""):
            assert rule.note, rule
        assert rule.value not in ("none", "None", ""), rule


@pytest.mark.parametrize("document", DOCUMENTS)
def test_everything_that_the_rules_name_exists(document: str) -> None:
    mechanism, rules = LIBRARY.document(document).mechanism, rules_of(document)
    asks = {ask.name for ask in rules.asks}
    assert set(mechanism.families) <= FAMILIES
    assert len(asks) == len(rules.asks)
    assert {limit.asked for limit in rules.limits if limit.asked} <= asks
    assert {gate.of.partition(".")[2] for gate in rules.gates if gate.of.startswith("details.")} <= asks
    assert {name for gate in rules.gates for name in gate.instead} <= set(DOCUMENTS)
    assert {name for ask in rules.asks for name in ask.when} <= asks
    assert {name for ask in rules.asks for name in ask.treaties} <= set(LIBRARY.treaties)
    assert LIBRARY.template(f"{document.split('/')[0]}/{rules.shape}") or LIBRARY.template(
        f"shapes/{rules.shape}"
    )
    assert not rules.treaty or rules.treaty in LIBRARY.authorities


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_question_of_a_document_has_help_and_choices_where_it_needs_them(document: str) -> None:
    for ask in rules_of(document).asks:
        assert ask.help, ask.name
        assert bool(ask.choices) == (ask.kind in ("choice", "choices")), ask.name
        assert bool(ask.fields) == (ask.kind == "group"), ask.name
        for name, value in ask.when.items():
            other = next(one for one in rules_of(document).asks if one.name == name)
            assert value in {choice.value for choice in other.choices} | {"yes", "no"}


def limits() -> list[tuple[str, int]]:
    """Return every word limit of every document, by document and index."""
    return [
        (document, at)
        for document in DOCUMENTS
        for at, limit in enumerate(rules_of(document).limits)
        if limit.unit == "words" and (limit.asked or isinstance(limit.value, int))
    ]


def under(limit: Limit, words: int | None) -> Answers:
    """Return answers of submitters to whom *limit* applies, with the limit of the call if it is asked for."""
    names = ["A", "B"] if limit.applies == "coalition" else ["A"]
    organisations: list[dict[str, Any]] = [{"name": name, "role": "co-submitter"} for name in names]
    organisations[0] |= {"role": "lead", "ecosoc": (limit.status or ("none",))[0]}
    details = {limit.asked: words} if limit.asked else {}
    return Answers.model_validate({"format": 1, "organisations": organisations, "details": details})


@pytest.mark.parametrize(("document", "at"), limits())
def test_a_limit_is_reported_one_word_over_and_not_at_the_limit(document: str, at: int) -> None:
    rules = rules_of(document)
    limit = rules.limits[at]
    if limit.applies == "per-answer" or limit_in_force(rules, under(limit, 500))[1] is not limit:
        # Told to the person and held against nothing: an earlier limit is the one in force.
        assert limit.note or limit.applies == "per-answer"
        return
    allowed = 500 if limit.asked else int(str(limit.value))
    answers = under(limit, 500)
    kept = measure(Document(read_blocks("word " * allowed)), rules, answers)
    broken = measure(Document(read_blocks("word " * (allowed + 1))), rules, answers)
    assert kept.limit == allowed
    assert not kept.words > allowed
    assert broken.words > allowed


def gates() -> list[tuple[str, Gate]]:
    """Return every gate of every document."""
    return [(document, gate) for document in DOCUMENTS for gate in rules_of(document).gates]


@pytest.mark.parametrize(
    ("document", "gate"), gates(), ids=lambda one: one if isinstance(one, str) else one.code
)
def test_a_gate_is_open_for_passing_answers_closed_for_others_and_unknown_without_one(
    document: str, gate: Gate
) -> None:
    where, _, name = gate.of.partition(".")

    def state(value: str | None) -> str:
        lead = Organisation(role="lead").model_copy(update={name: value})
        answers = {
            "lead": Answers(format=1, organisations=(lead,)),
            "details": Answers(format=1, details={name: value}),
        }
        return next(gate_results([gate], answers[where])).state

    assert all(state(value) == "open" for value in gate.passes)
    assert state("something else") == "closed"
    assert state(None) == "unknown"


def test_every_situation_uses_questions_that_are_asked() -> None:
    asked = {ask.name: {choice.value for choice in ask.choices} for ask in choosing_questions(LIBRARY)}
    for document in DOCUMENTS:
        for situation in rules_of(document).doors:
            for name, values in (*situation.when.items(), *situation.needs.items()):
                assert set(values) <= asked[name], (document, name)


def test_every_document_has_a_situation() -> None:
    assert [document for document in DOCUMENTS if not rules_of(document).doors] == []


def test_a_mechanism_without_submissions_says_how_to_use_it() -> None:
    silent = {name: one for name, one in LIBRARY.mechanisms.items() if not one.documents}
    assert set(silent) == {"common-position", "sdgs"}
    assert all(one.no_submissions for one in silent.values())


WORDS: dict[str, tuple[str, ...]] = {
    "letter": ("special-procedures/communication", "unodc/letter", "incb/letter", "aichr/letter"),
    "complaint": (
        "ccpr/communication", "cedaw/communication", "special-procedures/communication",
        "special-procedures/wgad-case", "hrc/complaint-procedure", "achpr/communication", "iachr/petition",
        "ecthr/application", "african-court/application", "ecsr/collective-complaint",
    ),
    "shadow report": (
        "cedaw/alternative-report", "ccpr/alternative-report", "cescr/alternative-report",
        "crc/alternative-report", "achpr/shadow-report", "arab-committee/parallel-report",
    ),
    "torture": ("cat/alternative-report", "cat/communication", "spt/information"),
    "women": ("cedaw/alternative-report", "csw/written-statement"),
    "call": ("ohchr/call-for-input", "special-procedures/call-for-input"),
    "urgent": (
        "special-procedures/communication", "ced/urgent-action", "iachr/precautionary-measures",
    ),
    "prison": ("spt/information",),
    "detention": ("special-procedures/wgad-case", "spt/information"),
    "child": ("crc/alternative-report", "crc/communication"),
    "youth": ("crc/alternative-report",),
    "race": ("cerd/alternative-report", "cerd/communication"),
    "discrimination": ("cerd/alternative-report",),
    "health": ("cescr/alternative-report", "cescr/communication"),
    "disab": ("crpd/alternative-report",),
    "migrant": ("cmw/alternative-report",),
    "missing": ("special-procedures/wgeid-case", "ced/urgent-action"),
    "disappear": ("special-procedures/wgeid-case", "ced/communication"),
    "petition": ("iachr/petition",),
    "court": (
        "ecthr/application", "african-court/application", "iacthr/amicus", "icc/article-15-communication",
    ),
    "review": ("upr/individual", "upr/joint"),
    "question": ("ccpr/list-of-issues", "cedaw/list-of-issues"),
    "statement": ("hrc/written-statement", "cnd/written-statement", "achpr/statement"),
    "drug": ("cnd/written-statement", "unodc/letter", "who/ecdd-comment"),
    "hiv": ("unaids/pcb-input",),
    "crime": ("ccpcj/written-statement", "unodc/letter"),
    "ccpr": ("ccpr/alternative-report",),
}  # fmt: skip
"""Words that a newcomer types into the list, and the document that must be found."""


@pytest.mark.parametrize("word", WORDS)
def test_the_word_of_a_newcomer_finds_the_document(word: str) -> None:
    found = {document for document in DOCUMENTS if word in rules_of(document).title.lower()}
    assert set(WORDS[word]) - found == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_title_fits_into_a_list_of_eighty_columns(document: str) -> None:
    assert len(rules_of(document).title) <= 72, "the list cuts it, and what is cut cannot be searched"


def test_no_two_documents_have_the_same_title() -> None:
    titles = [rules_of(document).title for document in DOCUMENTS]
    assert len(set(titles)) == len(titles)


def test_the_table_in_the_documentation_matches_the_rules() -> None:
    text = (CHECKOUT / "docs" / "documents.md").read_text("utf-8")
    assert markdown_table(map(LIBRARY.document, DOCUMENTS)) in text, (
        "renew it: drafter mechanisms list --markdown"
    )


def test_no_page_of_the_rules_shows_an_unknown_value_as_none() -> None:
    table = (CHECKOUT / "docs" / "documents.md").read_text("utf-8")
    assert not re.search(r"\|\s*none\s*\|", table, re.IGNORECASE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_builds_from_a_minimal_answers_file(document: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    state = "state: Ruritania\n" if rules_of(document).state_needed else ""
    file.write_text(
        f"format: 1\ndocument: {document}\n{state}organisations:\n  - name: A network\n    role: lead\n",
        "utf-8",
    )
    made = draft_file(file)
    data = write_document(made.draft.document, look_content(made))
    assert invariants(data) == []
    assert made.draft.document.properties.title
