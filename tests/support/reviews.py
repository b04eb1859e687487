"""The review of a brief to the court of the small library."""

from pathlib import Path
from typing import Any

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.model.remark import Remark
from tests.support.small_library import RULES, write_library
from tests.support.submissions import submission


def reviewed(folder: Path, rules: dict[str, Any] | None = None, /, **answers: Any) -> ReviewedDraft:
    """Return the reviewed draft of a brief; *folder* may already have the library."""
    brief = {**RULES["documents"]["brief"], **(rules or {})}
    if not (folder / "clauses").exists():
        write_library(folder, rules={**RULES, "documents": {"brief": brief}})
    (folder / "a.yaml").unlink(missing_ok=True)
    return draft_file(submission(folder, **answers))


def remarks(result: ReviewedDraft, code: str) -> list[Remark]:
    """Return the remarks with this code."""
    return [remark for remark in result.remarks if remark.code == code]


def level(result: ReviewedDraft, code: str) -> str:
    """Return the level of the only remark with this code, empty if there is none."""
    hits = remarks(result, code)
    assert len(hits) <= 1
    return hits[0].level if hits else ""
