"""The review of a brief to the court of the little library."""

from pathlib import Path
from typing import Any

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.model.remark import Remark
from tests.support.small_library import RULES, write_library
from tests.support.submissions import submission


def reviewed(folder: Path, rules: dict[str, Any] | None = None, /, **answers: Any) -> ReviewedDraft:
    """Return the draft of a brief with these rules and answers; the library may be there already."""
    brief = {**RULES["documents"]["brief"], **(rules or {})}
    if not (folder / "clauses").exists():
        write_library(folder, rules={**RULES, "documents": {"brief": brief}})
    (folder / "a.yaml").unlink(missing_ok=True)
    return draft_file(submission(folder, **answers))


def remarks(made: ReviewedDraft, code: str) -> list[Remark]:
    """Return the remarks with this code."""
    return [one for one in made.remarks if one.code == code]


def level(made: ReviewedDraft, code: str) -> str:
    """Return how grave the one remark with this code is, or nothing where there is none."""
    found = remarks(made, code)
    assert len(found) <= 1
    return found[0].level if found else ""
