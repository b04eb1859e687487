"""The JSON output of ``drafter build --json``."""

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.remarks import remarks_as_data
from drafter.drafting.pipeline import ReviewedDraft

if TYPE_CHECKING:  # python-docx is loaded only when there is something to write
    from drafter.word.look import Look


def built_as_data(reviewed: ReviewedDraft, target: Path, used_look: "Look") -> dict[str, object]:
    """Return the JSON data about a document that was written to *target* with *used_look*."""
    return {
        "answers": str(reviewed.file),
        "written": str(target),
        "document": reviewed.resolved.document_type.id,
        "words": reviewed.length.words,
        "limit": reviewed.length.limit,
        "notes": len(reviewed.draft.document.notes),
        "look": {"file": used_look.file, "left_out": list(used_look.removed)},
        "remarks": remarks_as_data(reviewed.remarks),
    }
