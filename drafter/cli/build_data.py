"""The JSON output of ``drafter build --json``."""

from drafter.cli.remarks import remarks_as_data
from drafter.drafting.word_file import BuiltFile


def built_as_data(built: BuiltFile) -> dict[str, object]:
    """Return the JSON data about a Word file that was written."""
    reviewed = built.reviewed
    return {
        "answers": str(reviewed.file),
        "written": str(built.target),
        "document": reviewed.resolved.document_type.id,
        "words": reviewed.length.words,
        "limit": reviewed.length.limit,
        "notes": len(reviewed.draft.document.notes),
        "look": {
            "file": built.look.file,
            "left_out": list(built.look.removed),
            "filled_in": [*built.look.filled_styles, *built.look.filled_lists],
            "not_printed": list(built.look.unused),
        },
        "remarks": remarks_as_data(reviewed.remarks),
    }
