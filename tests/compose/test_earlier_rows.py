"""Earlier recommendations in a document: the table, its order, its place, what it counts."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import DrafterError
from drafter.model.blocks import Heading, PageTurn, Table
from drafter.model.earlier import fingerprint
from tests.support.script import LIBRARY
from tests.support.submissions import submission, texts

TITLES = LIBRARY.themes.themes
CLOSE = {"text": "Close the centres", "body": "upr", "paragraph": "120.1", "states": ["Lutha"]}
ROWS: list[dict[str, Any]] = [
    {**CLOSE, "position": "noted", "status": "not-done", "themes": ["compulsory-treatment"]},
    {
        "text": "Open clinics",
        "body": "upr",
        "position": "supported",
        "status": "begun",
        "themes": ["recovery"],
    },
    {"text": "Repeal section 14", "body": "ccpr", "status": "not-done", "themes": ["compulsory-treatment"]},
]


def drafted(folder: Path, document: str = "upr/joint", **answers: Any) -> ReviewedDraft:
    """Return a draft about Ruritania with the three rows, or those in *answers*."""
    return draft_file(submission(folder, document=document, state="XRU", **{"earlier": ROWS, **answers}))


def tables(draft: ReviewedDraft) -> list[list[list[str]]]:
    """Return the cells of each row of each table as text."""
    return [
        [
            ["".join(getattr(part, "text", "") for part in cell) for cell in row]
            for row in (block.header, *block.rows)
        ]
        for block in draft.draft.document.blocks
        if isinstance(block, Table)
    ]


def test_a_row_says_who_asked_for_it_and_what_became_of_it(tmp_path: Path) -> None:
    row = {**ROWS[0], "document": "A/HRC/1", "measures": "A bill was tabled.", "evidence": "None was closed"}
    [[_, cells]] = tables(drafted(tmp_path, earlier=[row]))
    assert cells == [
        "Close the centres", "A/HRC/1, para. 120.1 (Lutha)", "Noted",
        "Not carried out. A bill was tabled. None was closed",
    ]  # fmt: skip


def test_only_rows_of_a_review_by_states_have_a_position(tmp_path: Path) -> None:
    [[header, cells]] = tables(drafted(tmp_path, earlier=ROWS[2:]))
    assert header == ["Recommendation", "Reference", "Implementation"]
    assert len(cells) == 3


def test_the_rows_are_grouped_by_theme_if_the_author_wants_it(tmp_path: Path) -> None:
    [[_, *rows]] = tables(drafted(tmp_path, earlier_table={"by_theme": True}))
    assert [row[0] for row in rows] == [
        TITLES["compulsory-treatment"].title, "Close the centres", "Repeal section 14",
        TITLES["recovery"].title, "Open clinics",
    ]  # fmt: skip
    assert len(rows[0]) == 1, "the title of a theme spans the table"


def test_three_rows_are_counted_in_a_sentence_and_fewer_or_open_ones_are_not(tmp_path: Path) -> None:
    sentence = "Of the 3 recommendations, work on 1 has begun and 2 have not been carried out."
    assert sentence in texts(drafted(tmp_path))
    assert not any(text.startswith("Of the") for text in texts(drafted(tmp_path, earlier=ROWS[:2])))
    open_row = {**ROWS[2], "status": None}
    assert not any(
        text.startswith("Of the") for text in texts(drafted(tmp_path, earlier=[*ROWS[:2], open_row]))
    )


def test_a_small_table_counts_positions_and_statuses(tmp_path: Path) -> None:
    [[header, *lines], _] = tables(drafted(tmp_path, earlier_table={"picture": True}))
    assert header == ["Position of the State", "Begun", "Not carried out", "All"]
    assert lines == [["Supported", "1", "0", "1"], ["Noted", "0", "1", "1"], ["No position", "0", "1", "1"]]


@pytest.mark.parametrize("place", ["body", "annex"])
def test_the_table_is_in_the_text_or_in_an_annex_on_wide_pages(tmp_path: Path, place: str) -> None:
    blocks = drafted(tmp_path, earlier_table={"place": place}).draft.document.blocks
    turns = [block for block in blocks if isinstance(block, PageTurn)]
    assert turns == ([PageTurn(True, annex=True), PageTurn(False)] if place == "annex" else [])
    if place == "annex":
        title, table = blocks[blocks.index(turns[0]) + 1 :][:2]
        assert isinstance(title, Heading)
        assert isinstance(table, Table)


def test_an_annex_counts_unless_the_rules_say_that_it_does_not(tmp_path: Path) -> None:
    def words(place: str) -> int:
        return drafted(tmp_path, document, earlier_table={"place": place}).length.words

    document = "upr/joint"
    assert words("annex") < words("body") - 40, "OHCHR does not count annexes"
    document = "cedaw/alternative-report"
    title = "Annex: Earlier recommendations and their implementation"
    sentence = "The annex says what became of each of them."
    assert words("annex") == words("body") + len(f"{title} {sentence}".split())


def test_a_row_names_the_section_whose_recommendations_take_it_up(tmp_path: Path) -> None:
    themes = [
        {
            "theme": "recovery",
            "heading": "A home and work",
            "own": [{"kind": "recommendation", "text": "Pay."}],
        }
    ]
    row = {**ROWS[1], "evidence": "One was opened.", "answered_by": ["recovery"]}
    [[_, cells]] = tables(drafted(tmp_path, earlier=[row], themes=themes))
    assert cells[-1].endswith("One was opened. See the recommendations under “A home and work”.")


def test_a_wording_that_is_not_the_official_one_is_marked(tmp_path: Path) -> None:
    official = {**ROWS[0], "official": fingerprint("Close the centres")}
    [[_, cells]] = tables(drafted(tmp_path, earlier=[official]))
    assert cells[0] == "Close the centres"
    [[_, cells]] = tables(drafted(tmp_path, earlier=[{**official, "text": "Close the camps"}]))
    assert cells[0] == "Close the camps (not the official wording)"


def test_a_follow_up_says_of_each_what_was_done_and_what_is_needed(tmp_path: Path) -> None:
    row = {
        **ROWS[2], "paragraph": "22 (a)", "measures": "None.", "evidence": "More are held.\n\nMany more.",
        "needed": "A date.",
    }  # fmt: skip
    printed = texts(drafted(tmp_path, "ccpr/follow-up", earlier=[ROWS[0], row]))
    start = printed.index("Paragraph 22 (a)")
    assert printed[start + 1 : start + 10] == [
        "Repeal section 14", "What the State party has done", "None.", "What has changed", "More are held.",
        "Many more.", "Assessment", "Not carried out.", "What is still needed",
    ]  # fmt: skip
    assert "Close the centres" not in printed


def test_an_open_status_is_a_marked_gap(tmp_path: Path) -> None:
    draft = drafted(tmp_path, earlier=[{**CLOSE, "position": "noted", "evidence": "None was closed."}])
    assert draft.draft.gaps.count("what became of the recommendation") == 1
    [[_, cells]] = tables(draft)
    assert cells[-1] == "what became of the recommendation None was closed."


def test_rows_without_a_theme_have_a_title_of_their_own(tmp_path: Path) -> None:
    rows = [{**ROWS[1], "themes": []}, ROWS[0]]
    [[_, *printed]] = tables(drafted(tmp_path, earlier=rows, earlier_table={"by_theme": True}))
    assert [row[0] for row in printed] == [
        TITLES["compulsory-treatment"].title, "Close the centres", "Other recommendations", "Open clinics",
    ]  # fmt: skip
    [[_, *printed]] = tables(drafted(tmp_path, earlier=rows[:1], earlier_table={"by_theme": True}))
    assert [row[0] for row in printed] == ["Open clinics"]


@pytest.mark.parametrize("document", ["upr/matrix", "upr/mid-term"])
def test_a_document_that_is_its_own_table_has_no_annex(tmp_path: Path, document: str) -> None:
    printed = texts(drafted(tmp_path, document, earlier_table={"place": "annex"}))
    assert sum("Close the centres" in text for text in printed) == 1
    assert not any(text.startswith("Annex") for text in printed)


def test_a_theme_or_clause_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    rows = [{**CLOSE, "themes": ["not-a-theme"], "answered_by": ["nothing/at-all"]}]
    with pytest.raises(DrafterError) as error:
        drafted(tmp_path, earlier=rows)
    places = [fault.place.rpartition(", ")[2] for fault in error.value.faults]
    assert places == ["earlier › 1 › themes › 1", "earlier › 1 › answered_by › 1"]


def test_the_author_is_told_once_whether_the_annex_counts(tmp_path: Path) -> None:
    draft = drafted(tmp_path, earlier_table={"place": "annex"})
    [remark] = [each for each in draft.remarks if each.code == "annex-words"]
    assert "words are not counted." in remark.text
    assert remark.remedy.casefold().count("check the current notice") == 1
    assert "annex-words" not in {each.code for each in drafted(tmp_path / "in the text").remarks}
