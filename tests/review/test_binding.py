"""What binds the State: remarks on clauses, on the author's words and on answers about a treaty."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.language.violations import sentences_of_violation
from drafter.model.remark import Remark
from tests.support.remark_examples import merged
from tests.support.script import LIBRARY

BASE = {
    "format": 1,
    "document": "upr/individual",
    "language": "en",
    "state": "Graustark",
    "organisations": [{"name": "House", "role": "lead", "what": "A house.", "contact": {"email": "a@b.org"}}],
    "keywords": ["prison"],
    "themes": [{"theme": "right-to-life", "clauses": ["right-to-life/never-a-most-serious-crime"]}],
}  # fmt: skip
CODES = ("treaty-not-binding", "violated-not-binding", "treaty-answer-differs")


def remarks(folder: Path, **changes: Any) -> list[Remark]:
    """Return the remarks on treaties that do not bind the State."""
    file = folder / "a.yaml"
    file.write_text(yaml.safe_dump(merged(BASE, changes)), "utf-8")
    return [remark for remark in draft_file(file, library=LIBRARY).remarks if remark.code in CODES]


def test_a_clause_that_rests_on_a_treaty_of_others_is_named_with_the_status_and_its_date(
    tmp_path: Path,
) -> None:
    [remark] = remarks(tmp_path)
    assert (remark.code, remark.level) == ("treaty-not-binding", "warning")
    assert remark.text == (
        "Graustark is not party to the International Covenant on Civil and Political Rights "
        "(as of 1 January 2026)."
    )
    assert "the Universal Declaration of Human Rights" in remark.remedy


def test_clauses_of_the_theme_that_bind_are_suggested_instead(tmp_path: Path) -> None:
    themes = [{"theme": "recovery", "clauses": ["recovery/health-work-home"]}]
    [remark] = remarks(tmp_path, themes=themes)
    suggested = [
        clause for clause in LIBRARY.all_clauses()[0] if ENGLISH.quote(clause.head.title) in remark.remedy
    ]
    assert suggested
    assert {clause.head.kind for clause in suggested} == {"standard"}
    assert {clause.id.split("/")[0] for clause in suggested} == {"recovery"}


@pytest.mark.parametrize("state", ["Ruritania", ""])
def test_a_party_and_a_text_about_no_state_get_no_remark(state: str, tmp_path: Path) -> None:
    document = "upr/individual" if state else "cnd/written-statement"
    assert remarks(tmp_path, state=state, document=document) == []


def test_the_author_is_told_that_an_unbound_state_cannot_violate_a_treaty(tmp_path: Path) -> None:
    summary = "Detention without a judge is contrary to article 9 of the ICCPR. Prisons are full."
    found = remarks(tmp_path, summary=summary, themes=[])
    assert [(remark.code, remark.path) for remark in found] == [("violated-not-binding", ("summary",))]


def test_an_answer_that_disagrees_with_the_table_is_named(tmp_path: Path) -> None:
    given = {"document": "ccpr/alternative-report", "themes": []}
    [wrong] = remarks(tmp_path, details={"state_party": "yes"}, **given)
    assert (wrong.code, wrong.path) == ("treaty-answer-differs", ("details", "state_party"))
    assert remarks(tmp_path, details={"state_party": "no"}, **given) == []
    assert remarks(tmp_path, details={"state_party": None}, **given) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The raids violate the Covenant.", 1),
        ("The raids do not violate the Covenant.", 0),
        ("It has not ratified the Covenant, so it has no obligations under it.", 0),
        ("Graustark is bound by the Covenant. The wards are full.", 1),
        ("Violence is common. The Covenant protects life.", 0),
        ("This is not compatible with the Covenant; a law breaches it.", 2),
    ],
)
def test_a_sentence_says_that_a_rule_is_broken_or_binds(text: str, count: int) -> None:
    assert len(sentences_of_violation(text, ENGLISH)) == count


@pytest.mark.parametrize(
    ("document", "clauses", "places"),
    [
        ("cedaw/alternative-report", ["women/admit-with-children"], []),
        ("cedaw/alternative-report", ["torture/prohibited-in-every-place"], [("themes", 0)]),
        ("upr/individual", ["torture/prohibited-in-every-place"], []),
        ("cedaw/alternative-report", [], []),
    ],
)
def test_a_theme_that_rests_on_another_treaty_than_the_bodys_gets_a_note(
    document: str, clauses: list[str], places: list[tuple[str, int]], tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    theme = clauses[0].partition("/")[0] if clauses else "women"
    given = {"document": document, "state": "Ruritania", "themes": [{"theme": theme, "clauses": clauses}]}
    file.write_text(yaml.safe_dump(merged(BASE, given)), "utf-8")
    remarks_on_file = draft_file(file, library=LIBRARY).remarks
    assert [remark.path for remark in remarks_on_file if remark.code == "other-treaty"] == places


@pytest.mark.parametrize(
    ("state", "treaty", "count"),
    [("Ruritania", "opcat", 1), ("Graustark", "opcat", 0), ("Ruritania", None, 0)],
)
def test_a_treaty_that_binds_already_is_not_to_be_ratified(
    state: str, treaty: str | None, count: int, tmp_path: Path
) -> None:
    section = {"theme": "human-rights-bodies", "answers": {"treaty": treaty}}
    clauses = ["human-rights-bodies/ratify-a-treaty", "human-rights-bodies/standing-invitation"]
    file = tmp_path / "a.yaml"
    file.write_text(
        yaml.safe_dump(BASE | {"state": state, "themes": [section | {"clauses": clauses}]}), "utf-8"
    )
    given = [remark for remark in draft_file(file, library=LIBRARY).remarks if remark.code == "already-bound"]
    assert [remark.path for remark in given] == [("themes", 0, "answers", "treaty")] * count
