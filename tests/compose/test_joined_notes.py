"""Marks of one sentence for one authority, and marks side by side, are one note."""

from pathlib import Path

import pytest

from drafter.compose.note_marks import with_gathered_marks
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.language.pinpoint import read_pinpoint
from tests.support.small_library import AUTHORITIES, clause, write_library
from tests.support.submissions import notes, section, submission, texts

PACT = {
    "title": "the Pact on Everything",
    "short": "the Pact",
    "kind": "treaty",
    "locators": {
        number: {"cite": f"art. {number}", "status": "verified"} for number in ("6", "9", "11", "12 (1)")
    }
    | {"40": {"cite": "art. 40"}},
}
REPORT = {"author": "The Body", "title": "A Report on the State of Prisons", "date": 2020}
COURT = {"author": "A court", "title": "A Judgment on Prisons", "date": 2021}


def printed(folder: Path, text: str, facts: tuple[str, ...] = ()) -> tuple[list[str], list[str], list[str]]:
    """Return text and notes of a standard with this *text*, and the codes of the remarks on its notes."""
    write_library(
        folder, {"jails/a": clause(text, kind="standard")}, authorities=AUTHORITIES | {"pact": PACT}
    )
    draft = draft_file(
        submission(
            folder,
            themes=section("jails/a", own=[{"kind": "paragraph", "text": fact} for fact in facts]),
            facts={
                "F1": {"text": "One", "source": "S1", "locator": "p. 3"},
                "F2": {"text": "Two", "source": "S1", "locator": "p. 4"},
                "F3": {"text": "Three", "source": "S2"},
            },
            sources={"S1": REPORT, "S2": COURT},
        )
    )
    return texts(draft)[2:], notes(draft), [remark.code for remark in draft.draft.remarks]


@pytest.mark.parametrize(
    ("text", "gathered"),
    [
        ("Six,[^a:6] nine[^a:9] and eleven.[^a:11]", "Six, nine and eleven.[^a:6][^a:9][^a:11]"),
        ("Six,[^a:6] seven[^b:7] and nine.[^a:9]", "Six, seven[^b:7] and nine.[^a:6][^a:9]"),
        ("Six.[^a:6] Nine.[^a:9]", "Six.[^a:6] Nine.[^a:9]"),
        ("Six[^a:6] in {{ law }}. Nine.[^a:9]", "Six[^a:6] in {{ law }}. Nine.[^a:9]"),
        ("Six[^a:6] {{ gap | sentence }} Nine.[^a:9]", "Six[^a:6] {{ gap | sentence }} Nine.[^a:9]"),
        ("Six:[^a:6]\n\n- nine[^a:9]\n- ten[^a:10]", "Six:[^a:6]\n\n- nine[^a:9]\n- ten[^a:10]"),
        ("Six,[^a:6]\nart. nine[^a:9] too.", "Six,\nart. nine[^a:6][^a:9] too."),
        ("It,[^a] and nine.[^a:9]", "It,[^a] and nine.[^a:9]"),
        ("Nine,[^a:9] nine again.[^a:9]", "Nine, nine again.[^a:9]"),
        ("Six,[^a:6]{% if b %} nine[^a:9]{% endif %}.", "Six,[^a:6]{% if b %} nine[^a:9]{% endif %}."),
    ],
)
def test_marks_for_one_authority_gather_within_their_sentence(text: str, gathered: str) -> None:
    assert with_gathered_marks(text) == gathered


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        (["art. 11", "art. 6", "art. 9"], "arts. 6, 9 and 11"),
        (["para. 41", "paras. 35–36"], "paras. 35–36 and 41"),
        (["paras. 20 and 21", "para. 5"], "paras. 5, 20 and 21"),
        (["art. 12 (2) (c)", "art. 12 (1)"], "art. 12 (1) and (2) (c)"),
        (["art. 12 (2) (d)", "art. 12 (2) (c)"], "art. 12 (2) (c) and (d)"),
        (["art. 12 (1)", "art. 9", "art. 12 (2)"], "arts. 9 and 12 (1) and (2)"),
        (["art. 6", "art. 6 (2)"], "arts. 6 and 6 (2)"),
        (["guideline II.8", "guideline I.5 (v)"], "guidelines II.8 and I.5 (v)"),
        (["guideline III.2.1 (iv)", "guideline III.2.1 (i)"], "guideline III.2.1 (i) and (iv)"),
        (["para. 4 (ix)", "para. 4 (v)"], "para. 4 (v) and (ix)"),
        (["preamble", "art. 9"], "preamble, art. 9"),
        (["art. 9", "art. 9"], "art. 9"),
        (["paras. 20–23"], "paras. 20–23"),
        ([], ""),
    ],
)
def test_several_parts_of_a_document_are_cited_together(cited: list[str], shown: str) -> None:
    assert ENGLISH.cite_together([read_pinpoint(text) for text in cited]) == shown


def test_one_sentence_has_one_note_for_one_treaty(tmp_path: Path) -> None:
    text, written, _ = printed(tmp_path, "Eleven,[^pact:11] six[^pact:6] and nine.[^pact:9] Six.[^pact:6]")
    assert text == ["Eleven, six and nine.[1] Six.[2]"]
    assert written == ["the Pact on Everything, arts. 6, 9 and 11.", "the Pact (note 1), art. 6."]


def test_a_joined_note_that_says_the_same_names_the_first(tmp_path: Path) -> None:
    _, written, _ = printed(tmp_path, "Six,[^pact:6] nine.[^pact:9] Six[^pact:6] and nine.[^pact:9]")
    assert written[1] == "See note 1."


def test_marks_side_by_side_are_one_note(tmp_path: Path) -> None:
    text, written, _ = printed(tmp_path, "Both.[^pact:6][^report] Again.[^report][^pact:9]")
    assert text == ["Both.[1] Again.[2]"]
    assert written == [
        "the Pact on Everything, art. 6; The Body, Report on Something (A/1, 2020).",
        "Report (note 1); the Pact (note 1), art. 9.",
    ]


def test_a_part_that_nobody_has_looked_up_stays_out_of_a_joined_note(tmp_path: Path) -> None:
    _, written, remarks = printed(tmp_path, "Six,[^pact:6] forty[^pact:40] and nine.[^pact:9]")
    assert written == ["the Pact on Everything, arts. 6 and 9."]
    assert remarks == ["locator-unconfirmed"]


def test_facts_side_by_side_are_one_note_and_others_keep_theirs(tmp_path: Path) -> None:
    text, written, _ = printed(tmp_path, "Six.[^pact:6]", ("Both.[^F1][^F3] One,[^F1] three.[^F3]",))
    assert text[1] == "Both.[2] One,[3] three.[4]"
    assert (
        written[1]
        == "The Body, A Report on the State of Prisons (2020), p. 3; A court, A Judgment on Prisons (2021)."
    )
    assert written[2] == "The Body, A Report on the State of Prisons (note 2), p. 3."


def test_two_pages_of_one_source_are_one_citation(tmp_path: Path) -> None:
    _, written, _ = printed(tmp_path, "Six.[^pact:6]", ("Both.[^F1][^F2] Twice.[^F3][^F3]",))
    assert written[1:] == [
        "The Body, A Report on the State of Prisons (2020), p. 3, p. 4.",
        "A court, A Judgment on Prisons (2021).",
    ]


def test_the_author_s_own_sentence_keeps_its_marks_where_they_are(tmp_path: Path) -> None:
    text, written, _ = printed(tmp_path, "Law.", ("Six,[^pact:6] nine.[^pact:9]",))
    assert text[1] == "Six,[1] nine.[2]"
    assert len(written) == 2
