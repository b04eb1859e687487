"""The JSON output of ``drafter build --json``."""

from typing import TYPE_CHECKING

from drafter.cli.remarks import remarks_as_data
from drafter.drafting.word_file import BuiltFile

if TYPE_CHECKING:
    from drafter.word.look import Look


def built_as_data(built: BuiltFile) -> dict[str, object]:
    """Return the JSON data about a file that was written."""
    reviewed = built.reviewed
    data: dict[str, object] = {
        "answers": str(reviewed.file),
        "written": str(built.target),
        "document": reviewed.resolved.document_type.id,
        "words": reviewed.length.words,
        "limit": reviewed.length.limit,
        "notes": len(reviewed.draft.document.notes),
        "comments": built.comments,
        "look": built.look and _look_data(built.look),
        "remarks": remarks_as_data(reviewed.remarks),
    }
    if built.target.suffix.lower() == ".txt":
        data["sections"] = _counts(built)
    return data


def _look_data(look: "Look") -> dict[str, object]:
    """Return what was used of the look."""
    return {
        "file": look.file,
        "left_out": list(look.removed),
        "filled_in": [*look.filled_styles, *look.filled_lists],
        "not_printed": list(look.unused),
    }


def _counts(built: BuiltFile) -> list[dict[str, object]]:
    """Return what a web form counts in each section, as below the text itself."""
    from drafter.formats.counts import count_sections
    from drafter.formats.txt import text_sections

    sections = text_sections(built.reviewed.draft.document)
    return [
        {
            "title": section.title,
            "level": section.level,
            "words": count.words,
            "characters": count.characters,
            "characters_without_spaces": count.without_spaces,
        }
        for section, count in zip(sections, count_sections(sections), strict=True)
    ]
