"""What ``drafter build --json`` says of a document that was built."""

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.remarks import remarks_as_data
from drafter.drafting.pipeline import ReviewedDraft

if TYPE_CHECKING:  # python-docx is loaded only when there is something to write
    from drafter.word.look import Look


def built_as_data(made: ReviewedDraft, target: Path, cleaned: "Look") -> dict[str, object]:
    """Return what is printed of the document *made*, written to *target* with the look *cleaned*."""
    return {
        "answers": str(made.file),
        "written": str(target),
        "document": made.resolved.document_type.id,
        "words": made.length.words,
        "limit": made.length.limit,
        "notes": len(made.draft.document.notes),
        "look": {"file": cleaned.file, "left_out": list(cleaned.removed)},
        "remarks": remarks_as_data(made.remarks),
    }
