"""The mid-term report on a review of a State, and input to a draft general comment."""

from pathlib import Path
from typing import Any

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from tests.support.reviews import remarks
from tests.support.submissions import submission, texts

PROPOSAL = {"place": "paragraph 14", "now": "Old words.", "text": "New words.", "reason": "They help."}


def mid_term(folder: Path, *earlier: dict[str, str]) -> ReviewedDraft:
    """Return the draft of a mid-term report that has these *earlier* recommendations."""
    return draft_file(submission(folder, document="upr/mid-term", state="XRU", earlier=list(earlier)))


def general_comment(folder: Path, *proposals: dict[str, Any]) -> ReviewedDraft:
    """Return the draft of input to a draft general comment, with these *proposals*."""
    details = {"committee": "the Committee", "proposals": list(proposals)}
    return draft_file(submission(folder, document="committees/general-comment", details=details))


def test_supported_and_noted_recommendations_are_in_tables_of_their_own(tmp_path: Path) -> None:
    draft = mid_term(
        tmp_path,
        {"text": "Close the centres", "position": "noted", "status": "not-done"},
        {"text": "Publish figures", "position": "supported", "status": "done"},
        {"text": "Train judges", "position": "noted", "status": "begun"},
    )
    printed = "\n".join(texts(draft))
    in_order = ["Noted recommendations", "Close", "Train", "Supported recommendations", "Publish"]
    places = [printed.index(words) for words in in_order]
    assert places == sorted(places)


def test_a_recommendation_without_a_position_is_printed_under_a_heading_without_one(tmp_path: Path) -> None:
    printed = texts(mid_term(tmp_path, {"text": "Train judges", "position": "none", "status": "begun"}))
    assert "Implementation of the recommendations" in printed


def test_a_mid_term_report_that_follows_up_nothing_has_a_remark(tmp_path: Path) -> None:
    told = remarks(mid_term(tmp_path / "empty"), "required-missing")
    assert any("what became of earlier recommendations" in remark.text for remark in told)
    followed = mid_term(tmp_path / "full", {"text": "Train judges", "status": "begun"})
    assert not any("earlier" in remark.text for remark in remarks(followed, "required-missing"))


def test_each_proposal_stands_under_its_paragraph_with_the_old_and_the_new_words(tmp_path: Path) -> None:
    printed = texts(
        general_comment(tmp_path, PROPOSAL, {"place": "Scope", "text": "More.", "reason": "It is missing."})
    )
    at = printed.index("Paragraph 14")
    assert printed[at + 1 : at + 6] == [
        "The draft says:", "Old words.", "Proposed text:", "New words.", "They help.",
    ]  # fmt: skip
    assert printed[at + 6 : at + 9] == ["Scope", "Proposed text:", "More."]


def test_input_without_a_proposal_has_a_gap(tmp_path: Path) -> None:
    assert any("paragraphs of the draft" in gap for gap in general_comment(tmp_path).draft.gaps)
