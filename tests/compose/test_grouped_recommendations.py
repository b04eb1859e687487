"""Recommendations grouped by theme, by addressee or by time, in every document that prints them."""

import re
from pathlib import Path
from typing import Any

import pytest

from drafter.compose.asks import TIMES, ask_groups
from drafter.compose.views import AskView, SectionView
from drafter.compose.wording import Prose
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import block_text
from drafter.model.blocks import Heading
from tests.support.submissions import ORGANISATION, submission

LIBRARY = Library(overlay("clauses"), overlay("templates"))
WITH_RECOMMENDATIONS = [
    name
    for name in LIBRARY.document_ids()
    if (rules := LIBRARY.document(name).rules).stage == "recommendations" and "themes" not in rules.left_out
]
SHAPES = {LIBRARY.document(name).rules.shape: name for name in WITH_RECOMMENDATIONS}
BY_THEME = ("submission", "midterm", "report", "followup")
"""The shapes that group by theme unless the author wants otherwise."""
THEMES = ("right-to-life", "recovery")
LETTERS = ("jdafb", "gcieh")
"""The recommendations of each theme, in an order that no sorting gives."""
ADDRESSEES = dict(zip("abcdefghij", ("unodc", "state", "cnd", "state", "state") * 2, strict=True))
TERMS = dict(zip("abcdefghij", ("year", "", "now", "review", "now") * 2, strict=True))
AUTHORS_ORDER = "".join(LETTERS)
TITLES = ["Immediately", "Within one year", "Before the next review", "Further recommendations"]


def own(letter: str) -> dict[str, Any]:
    """Return the recommendation with this *letter*."""
    term = {"term": TERMS[letter]} if TERMS[letter] else {}
    text = f"Publish report q{letter}q."
    return {"kind": "recommendation", "text": text, "addressee": ADDRESSEES[letter], **term}


def drafted(document: str, folder: Path, grouped_by: str | None) -> ReviewedDraft:
    """Return the draft of *document* with ten recommendations."""
    themes = [
        {
            "theme": theme,
            "heading": f"Heading {theme}",
            "own": [{"kind": "paragraph", "text": "So it is."}, *map(own, letters)],
        }
        for theme, letters in zip(THEMES, LETTERS, strict=True)
    ]
    more = {"recommendations": {"grouped_by": grouped_by}} if grouped_by else {}
    return draft_file(
        submission(
            folder, document=document, organisations=[ORGANISATION], themes=themes, state="Ruritania", **more
        )
    )


def printed_order(draft: ReviewedDraft) -> str:
    """Return the letters of the recommendations in reading order."""
    return "".join(
        letter for block in draft.draft.document.blocks for letter in re.findall(r"q(\w)q", block_text(block))
    )


def by_addressee(letters: str) -> str:
    """Return *letters* by addressee, both in the author's order."""
    order = list(dict.fromkeys(ADDRESSEES[letter] for letter in AUTHORS_ORDER if letter in letters))
    return "".join(letter for name in order for letter in letters if ADDRESSEES[letter] == name)


def splits(document: str) -> bool:
    """Return whether *document* names the addressee of each recommendation."""
    return LIBRARY.document(document).rules.shape.partition(".")[0] not in BY_THEME


@pytest.mark.parametrize("document", WITH_RECOMMENDATIONS)
def test_ten_recommendations_are_printed_in_the_authors_order(document: str, tmp_path: Path) -> None:
    expected = by_addressee(AUTHORS_ORDER) if splits(document) else AUTHORS_ORDER
    assert printed_order(drafted(document, tmp_path, None)) == expected


@pytest.mark.parametrize("document", SHAPES.values())
def test_grouped_by_theme_each_theme_keeps_its_order(document: str, tmp_path: Path) -> None:
    parts = map(by_addressee, LETTERS) if splits(document) else LETTERS
    assert printed_order(drafted(document, tmp_path, "theme")) == "".join(parts)


@pytest.mark.parametrize("document", SHAPES.values())
def test_grouped_by_addressee_each_addressee_keeps_the_authors_order(document: str, tmp_path: Path) -> None:
    assert printed_order(drafted(document, tmp_path, "addressee")) == by_addressee(AUTHORS_ORDER)


@pytest.mark.parametrize("document", SHAPES.values())
def test_grouped_by_time_the_nearest_comes_first_and_what_has_no_time_last(
    document: str, tmp_path: Path
) -> None:
    timed = ["".join(letter for letter in AUTHORS_ORDER if TERMS[letter] == time) for time in TIMES]
    draft = drafted(document, tmp_path, "time")
    expected = map(by_addressee, timed) if splits(document) else timed
    assert printed_order(draft) == "".join(expected)
    texts = [block_text(block) for block in draft.draft.document.blocks]
    spoken = [text for text in texts if re.match("We (?:also )?ask for the following", text)]
    assert [text for text in texts if text in TITLES] == (TITLES if not spoken else [])
    assert not spoken or len(spoken) == len(TIMES)


def test_a_report_to_a_committee_names_whom_it_asks_for_what(tmp_path: Path) -> None:
    draft = drafted("ccpr/alternative-report", tmp_path, "addressee")
    texts = [block_text(block) for block in draft.draft.document.blocks]
    assert texts[texts.index("Recommendations") + 1] == "To the Government of Ruritania"
    assert "The Committee is invited to recommend that the State party:" in texts
    assert "The Committee is invited to recommend that the Commission on Narcotic Drugs:" in texts


def test_without_any_time_there_is_no_heading_for_times() -> None:
    ask = AskView(Prose("Close it."), "state", "Jails")
    section = SectionView("jails", "Jails", "", None, (), (), (), (), (), (ask,))
    [group] = ask_groups([section], LIBRARY.themes)["time"]
    assert (group.key, group.asks) == ("", (ask,))


@pytest.mark.parametrize("grouped_by", [None, "time"])
def test_a_theme_that_only_asks_has_a_heading_only_where_its_requests_are(
    grouped_by: str | None, tmp_path: Path
) -> None:
    more = {"recommendations": {"grouped_by": grouped_by}} if grouped_by else {}
    themes = [{"theme": "recovery", "heading": "Only asking", "own": [own("a")]}]
    draft = draft_file(
        submission(tmp_path, document="ccpr/alternative-report", state="Ruritania", themes=themes, **more)
    )
    headings = [block_text(one) for one in draft.draft.document.blocks if isinstance(one, Heading)]
    assert ("Only asking" in headings) is (grouped_by is None)
    assert ("Within one year" in headings) is (grouped_by is not None)
