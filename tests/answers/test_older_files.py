"""Files of version 0.1.0 are brought into today's form when they are opened; other files are not changed."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.changes import Change
from drafter.answers.load import read_answers
from drafter.answers.older_files import upgrades
from drafter.answers.store import Store
from drafter.model.answers import GONE
from drafter.yaml_text import read_yaml
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY

MADE_WITH = "drafter under test"
FINISHED = ("interview", "finished")
REMOVED = ("inactive", "removed")
DETAIL = {"place": ["details"], "key": "session", "value": "60th", "document": "upr/joint"}
"""The record of an answer that was put aside with the document upr/joint."""
PART = {"place": [], "key": "closing", "value": "The end.", "document": ""}
"""The record of a part of a document that was put aside; which document, 0.1.0 did not save."""
OLDER: dict[str, tuple[dict[str, Any], list[Change]]] = {
    "a search for clauses of other themes": (
        {"inactive": {"seeking": ["recovery"]}},
        [(("inactive", "seeking"), GONE)],
    ),
    "a choice among known facts": (
        {"inactive": {"choosing": ["recovery"]}},
        [(("inactive", "choosing"), GONE)],
    ),
    "a reason that was about to be asked": (
        {"inactive": {"explaining": ["C1"]}},
        [(("inactive", "explaining"), GONE)],
    ),
    "all three, beside an answer that is kept": (
        {"inactive": {"themes": [], "seeking": [], "choosing": None, "explaining": ["C1"]}},
        [(("inactive", key), GONE) for key in ("choosing", "explaining", "seeking")],
    ),
    "a theme that was finished in three questions": (
        {"interview": {"finished": ["organisations", "facts/women", "cases/women", "own/women", "earlier"]}},
        [(FINISHED, ["organisations", "theme/women", "earlier"])],
    ),
    "two themes, one of them finished in one of three questions": (
        {"interview": {"finished": ["facts/women", "facts/torture", "own/women", "cases/women"]}},
        [(FINISHED, ["theme/women"])],
    ),
    "a theme that was finished in both manners": (
        {"interview": {"finished": ["theme/women", "facts/women", "cases/women", "own/women"]}},
        [(FINISHED, ["theme/women"])],
    ),
    "a theme that was finished in two of three questions": (
        {"interview": {"finished": ["earlier", "facts/women", "cases/women"]}},
        [(FINISHED, ["earlier"])],
    ),
    "answers to another document": (
        {"inactive": {"details": {"upr/joint": {"session": "60th"}}}},
        [(REMOVED, [DETAIL]), (("inactive", "details"), GONE)],
    ),
    "parts of another document": (
        {"inactive": {"parts": {"closing": "The end."}}},
        [(REMOVED, [PART]), (("inactive", "parts"), GONE)],
    ),
    "both, beside something that was removed": (
        {
            "inactive": {
                "removed": [{"place": ["facts"], "key": "F9", "value": {}}],
                "parts": {"closing": "The end."},
                "details": {"upr/joint": {"session": "60th"}},
            }
        },
        [
            (REMOVED, [{"place": ["facts"], "key": "F9", "value": {}}, DETAIL, PART]),
            (("inactive", "details"), GONE),
            (("inactive", "parts"), GONE),
        ],
    ),
    "the figure and the unit of a fact, which its text has": (
        {"facts": {"F1": {"text": "a", "figure": 41, "unit": "people"}, "F2": {"figure": "", "unit": None}}},
        [
            (("inactive", "figures", "F1", "figure"), 41),
            (("facts", "F1", "figure"), GONE),
            (("inactive", "figures", "F1", "unit"), "people"),
            (("facts", "F1", "unit"), GONE),
            (("facts", "F2", "figure"), GONE),
            (("facts", "F2", "unit"), GONE),
        ],
    ),
    "a fact that was taken out": (
        {"inactive": {"removed": [{"place": ["facts"], "key": "F9", "value": {"text": "a", "figure": 3}}]}},
        [
            (("inactive", "figures", "F9", "figure"), 3),
            ((*REMOVED, 0, "value", "figure"), GONE),
        ],
    ),
    "the one State that made an earlier recommendation": (
        {
            "earlier": [
                {"text": "A", "state": "Orsinia"},
                {"text": "B", "state": ""},
                {"text": "C", "state": None},
            ]
        },
        [
            (
                ("earlier",),
                [
                    {"text": "A", "states": ["Orsinia"]},
                    {"text": "B", "states": []},
                    {"text": "C", "states": None},
                ],
            )
        ],
    ),
    "the rows of the table of a review": (
        {
            "document": "upr/matrix",
            "details": {
                "session": "48th",
                "recommendations": [
                    {
                        "number": "120.4",
                        "text": "A",
                        "by": "Orsinia",
                        "position": "noted",
                        "comment": "Begun. One clinic was opened.",
                    },
                    {"number": "120.5", "text": "B", "comment": None},
                ],
            },
            "interview": {"finished": ["organisations", "details/recommendations"]},
        },
        [
            (
                ("earlier",),
                [
                    {
                        "text": "A",
                        "body": "upr",
                        "paragraph": "120.4",
                        "position": "noted",
                        "states": ["Orsinia"],
                        "status": "begun",
                        "evidence": "One clinic was opened.",
                    },
                    {"text": "B", "body": "upr", "paragraph": "120.5", "evidence": None},
                ],
            ),
            (("details", "recommendations"), GONE),
            (FINISHED, ["organisations", "earlier"]),
        ],
    ),
    "the recommendations of a follow-up": (
        {
            "document": "ccpr/follow-up",
            "details": {
                "recommendations": [
                    {
                        "paragraph": "22 (a)",
                        "text": "A",
                        "measures": "A bill.",
                        "result": "No change.",
                        "grade": "Not begun.",
                        "needed": "A date.",
                    },
                    {"paragraph": "24", "text": "B", "grade": "Carried out."},
                ]
            },
        },
        [
            (
                ("earlier",),
                [
                    {
                        "text": "A",
                        "body": "ccpr",
                        "paragraph": "22 (a)",
                        "measures": "A bill.",
                        "needed": "A date.",
                        "evidence": "No change.\n\nNot begun.",
                    },
                    {"text": "B", "body": "ccpr", "paragraph": "24", "status": "done"},
                ],
            ),
            (("details", "recommendations"), GONE),
        ],
    ),
    "rows that were put aside or taken out": (
        {
            "inactive": {
                "removed": [
                    {
                        "place": ["details"],
                        "key": "recommendations",
                        "document": "upr/matrix",
                        "value": [{"number": "1", "text": "A"}],
                    },
                    {"place": ["earlier"], "key": "0", "value": {"text": "B", "state": "Lutha"}},
                    {
                        "place": [],
                        "key": "earlier",
                        "value": [{"state": "Lutha"}],
                        "document": "x/y",
                    },
                ]
            }
        },
        [
            (
                REMOVED,
                [
                    {
                        "place": [],
                        "key": "earlier",
                        "document": "upr/matrix",
                        "value": [{"text": "A", "body": "upr", "paragraph": "1"}],
                    },
                    {"place": ["earlier"], "key": "0", "value": {"text": "B", "states": ["Lutha"]}},
                    {
                        "place": [],
                        "key": "earlier",
                        "document": "x/y",
                        "value": [{"states": ["Lutha"]}],
                    },
                ],
            )
        ],
    ),
}
"""What version 0.1.0 may have saved, and the changes that bring it into today's form."""


@pytest.mark.parametrize("name", OLDER)
def test_what_an_older_version_saved_is_brought_into_todays_form(name: str) -> None:
    tree, changes = OLDER[name]
    assert upgrades({"format": 1, **tree}) == changes


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"interview": {}, "inactive": {}},
        {"interview": {"finished": []}, "inactive": {"removed": []}},
        {"interview": {"finished": ["facts", "own", "theme/women", "details/facts"]}},
        {"inactive": {"removed": [DETAIL], "offered": {"women": []}, "clauses": {"women": []}, "themes": []}},
    ],
)
def test_a_file_of_today_needs_no_changes(tree: dict[str, Any]) -> None:
    assert upgrades({"format": 1, **tree}) == []


def test_a_full_file_of_today_needs_no_changes(example: Path) -> None:
    assert upgrades(read_yaml(example.read_text("utf-8"), str(example))) == []


@pytest.mark.parametrize("document", list(LIBRARY.document_ids()))
def test_answers_to_any_document_need_no_changes(document: str) -> None:
    assert upgrades(rich(document)) == []


OLD_FILE = """\
# Ours
format: 1
made_with: drafter 0.1.0
document: upr/individual
state: Ruritania  # for practice
interview:
  finished: [organisations, facts/women, cases/women, own/women, facts/torture]
inactive:
  seeking: [women]
  choosing: []
  explaining: [C1]
  details:
    upr/joint: {session: 60th}
  parts: {closing: The end.}
"""


def test_opening_an_older_file_saves_it_in_todays_form_and_keeps_the_comments(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(OLD_FILE, "utf-8")

    store = Store.open(file, MADE_WITH)

    text = file.read_text("utf-8")
    assert read_yaml(text, "a.yaml") == {
        "format": 1,
        "made_with": MADE_WITH,
        "document": "upr/individual",
        "state": "Ruritania",
        "interview": {"finished": ["organisations", "theme/women"]},
        "inactive": {"removed": [DETAIL, PART]},
    }
    assert store.data == read_yaml(text, "a.yaml")
    assert text.startswith("# Ours\n")
    assert "state: Ruritania  # for practice" in text


def test_a_file_with_figures_is_read_as_before_and_keeps_them_when_it_is_saved(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: 1\nfacts:\n  F1: {text: Forty waited, figure: 40, unit: people, period: 2024}\n")
    before = read_answers(file)[0]
    assert before.facts["F1"].period == 2024

    store = Store.open(file, MADE_WITH)

    assert store.answers.facts == before.facts
    assert store.data["inactive"] == {"figures": {"F1": {"figure": 40, "unit": "people"}}}


def test_opening_it_once_more_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(OLD_FILE, "utf-8")
    Store.open(file, MADE_WITH)
    upgraded = file.read_bytes()

    Store.open(file, MADE_WITH)

    assert file.read_bytes() == upgraded
