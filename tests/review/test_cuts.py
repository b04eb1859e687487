"""Where to cut a document that is too long: what each cut saves is what the document has less without it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.model.remark import Remark
from tests.support.reviews import reviewed
from tests.support.small_library import RULES, clause, write_library
from tests.support.submissions import section

LAW = "Everybody has the right to a judge.[^pact:9]"
CLAUSES = {
    "jails/law": clause(LAW, kind="standard", authorities=["pact:9"]),
    "jails/concern": clause("No judge sees them in months, against the Pact.[^pact:9]", kind="concern",
                            authorities=["pact:9"]),
    "jails/long": clause(f"{'They wait. ' * 20}{{{{ facts }}}}", kind="concern"),
    "jails/ask": clause("Close them."),
}  # fmt: skip
THEMES = section(
    "jails/law", "jails/concern", "jails/long", "jails/ask",
    own=[{"kind": "paragraph", "text": "We visited all of them in May."}], facts=["F1"],
)  # fmt: skip
FACTS = {"F1": {"text": "In 2024, 41 of 96 people saw no judge", "source": "S1"}}


def too_long(folder: Path, limit: int) -> ReviewedDraft:
    """Return the reviewed brief of three paragraphs with this *limit*."""
    brief = {**RULES["documents"]["brief"], "limits": [{"value": limit, "confidence": "high"}]}
    if not (folder / "clauses").exists():
        write_library(folder, CLAUSES, rules={**RULES, "documents": {"brief": brief}})
    return reviewed(folder, themes=THEMES, facts=FACTS, sources={"S1": {"title": "Interviews"}})


def one(draft: ReviewedDraft, code: str) -> Remark:
    """Return the only remark with *code*."""
    [remark] = [each for each in draft.remarks if each.code == code]
    return remark


def test_the_longest_paragraphs_are_named_with_what_each_saves(tmp_path: Path) -> None:
    remark = one(too_long(tmp_path, 50), "where-to-cut")
    assert remark.level == "note"
    assert remark.text.startswith("Most words: clause “Close it” (saves 40)")
    assert "Close them." not in remark.text


def test_what_a_cut_saves_is_what_the_document_has_less_without_it(tmp_path: Path) -> None:
    draft = too_long(tmp_path, 50)
    law = one(draft, "law-stated-twice")
    assert law.path == ("themes", 0, "clauses", 0)
    assert law.remedy == "Taking it out saves 7 words."
    file = tmp_path / "a.yaml"
    data: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    del data["themes"][0]["clauses"][0]
    file.write_text(yaml.safe_dump(data), "utf-8")
    assert draft.length.words - draft_file(file).length.words == 7


@pytest.mark.parametrize(
    ("limit", "advice"),
    [
        (60, "Take out this one, and it has"),
        (30, "Take out the first"),
        (3, "Without all of these it has"),
    ],
)
def test_the_remark_says_which_cuts_are_enough(tmp_path: Path, limit: int, advice: str) -> None:
    assert one(too_long(tmp_path, limit), "where-to-cut").remedy.startswith(advice)


def test_a_document_within_its_limit_has_no_advice_on_cuts(tmp_path: Path) -> None:
    codes = {each.code for each in too_long(tmp_path, 500).remarks}
    assert codes.isdisjoint({"where-to-cut", "law-stated-twice", "over-limit"})
