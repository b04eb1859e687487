"""What a body does not take: each name in the rules is checked, never printed, or said to the author."""

from typing import Any

import pytest

from drafter.compose.document_settings import layout
from drafter.drafting.remark_types import find_type
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.blocks import Document, Paragraph, Text
from drafter.model.mechanism import DocumentRules, RuleSource
from drafter.model.remark import Remark
from drafter.model.requirements import FORBIDDEN
from drafter.review.forbidden import (
    CHECKS,
    NEVER_PRINTED,
    ONLY_AUTHOR,
    WITH_OWN_REMARK,
    check_forbidden,
)
from drafter.review.length import Length
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from drafter.review.wording import check_words
from tests.support.submissions import BUNDLED

BRIEF = {"title": "A", "name": "A", "about": "x", "stage": "recommendations", "shape": "a"}


def refusals(name: str, confidence: str = "high", /, rest: Any = None, **given: Any) -> list[Remark]:
    """Return the remarks on answers to a body that does not take *name*."""
    forbidden = {"value": [name], "confidence": confidence, "source": "note"}
    rules = DocumentRules.model_validate({**BRIEF, "forbidden": forbidden, **(rest or {})})
    answers = Answers.model_validate({"format": 1, **given})
    blocks = tuple(Paragraph((Text(part),)) for part in (answers.summary or "").split("\n") if part)
    return list(
        check_forbidden(
            Submission(
                answers,
                rules,
                ENGLISH,
                document=Document(blocks, ()),
                length=Length(words=40, notes=0, limit=None, rule=None, notes_counted=None),
                rule_sources={"note": RuleSource(title="Information note", date="2024")},
            )
        )
    )


@pytest.mark.parametrize("name", sorted(FORBIDDEN))
def test_each_name_has_exactly_one_way_to_be_kept(name: str) -> None:
    ways = [name in CHECKS, name in WITH_OWN_REMARK, name in NEVER_PRINTED, name in ONLY_AUTHOR]
    assert ways.count(True) == 1


@pytest.mark.parametrize("code", sorted(WITH_OWN_REMARK.values()))
def test_a_name_that_another_check_sees_has_the_code_of_a_remark(code: str) -> None:
    assert find_type(code) is not None


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("acronyms", {"summary": "We wrote to the WHLS."}, {"summary": "We have HIV, and wrote to part II."}),
        (
            "anonymous-text",
            {"organisations": [{"what": "A group"}]},
            {"organisations": [{"name": "A"}, {"status": "invited"}]},
        ),
        (
            "individual-cases",
            {"themes": [{"theme": "a", "cases": ["C1"]}]},
            {"themes": [{"theme": "a", "facts": ["F1"]}]},
        ),
        (
            "portrait",
            {"organisations": [{"name": "A", "what": "one two three four five six seven eight nine"}]},
            {"organisations": [{"name": "A", "what": "one two three four five six seven eight"}]},
        ),
        (
            "several-agenda-items",
            {"details": {"agenda_item": "Items 3 and 4"}},
            {"details": {"agenda_item": "Item 3: civil, political and other rights, 12 March"}},
        ),
        ("several-agenda-items", {"details": {"agenda_item": "3 and 4"}}, {"details": {"agenda_item": "3"}}),
    ],
)
def test_what_the_body_does_not_take_is_an_error_with_its_source(
    name: str, bad: dict[str, Any], good: dict[str, Any]
) -> None:
    [remark] = refusals(name, **bad)
    assert (remark.code, remark.level) == (f"forbidden-{name}", "error")
    assert remark.remedy.endswith("Source: Information note, 2024.")
    assert refusals(name, **good) == []
    [doubtful] = refusals(name, "medium", **bad)
    assert doubtful.level == "warning"


def test_a_box_that_sends_the_reader_to_an_annex_is_found_at_its_answer() -> None:
    rest = {"asks": [{"name": "facts", "ask": "What happened?", "kind": "long"}]}
    [remark] = refusals("see-annex", rest=rest, details={"facts": "He was held. See Annex 2 for the rest."})
    assert (remark.place, remark.path) == ("“What happened?”", ("details", "facts"))
    assert refusals("see-annex", rest=rest, details={"facts": "He was held (annex 2)."}) == []


def test_what_only_the_author_can_see_is_one_note() -> None:
    [remark] = refusals("media-alone")
    assert (remark.code, remark.level) == ("to-check-yourself", "note")
    assert "reports of the media as the only source" in remark.text


def test_documents_without_emphasis_or_numbers_print_none() -> None:
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        forbidden = rules.forbidden.value if isinstance(rules.forbidden.value, tuple) else ()
        if "emphasis" in forbidden:
            assert layout((), Answers.model_validate({"format": 1}), rules, None, ENGLISH).plain
        if "paragraph-numbers" in forbidden:
            assert not rules.numbers_paragraphs


def test_insults_are_an_error_where_the_body_refuses_them() -> None:
    insult = Passage("The thugs of the drug squad came back in May.", "the summary")
    for refused, level in ((["abusive-language"], "error"), ([], "warning")):
        rules = DocumentRules.model_validate({**BRIEF, "forbidden": {"value": refused, "confidence": "high"}})
        under_review = Submission(Answers.model_validate({"format": 1}), rules, ENGLISH)
        [remark] = [one for one in check_words(insult, under_review) if one.code == "word-insults"]
        assert remark.level == level
