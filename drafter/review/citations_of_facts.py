"""The check that a fact or an authority is not cited twice in one place."""

from collections.abc import Iterator

from drafter.model.note_marks import NOTE
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission

_TWICE = pattern(rf"({NOTE.pattern.replace('(', '(?P<key>', 1)})\s*\[\^(?P=key)\]")

TWICE = RemarkType(
    "note-twice",
    "sources",
    "warning",
    "A sentence has one note for one source.",
    "No body has such a rule: two equal notes side by side are a slip.",
    bad="Nobody came to see them.[^F1][^F1]",
    good="Nobody came to see them.[^F1] Nobody wrote to them.[^F1]",
    example="paragraph",
    other_levels="a note if a paragraph cites a fact that is printed after it as well",
)
TYPES = (TWICE,)


def check_notes(passage: Passage, submission: Submission) -> Iterator[Remark]:  # noqa: ARG001
    """Yield a remark if *passage* has the same note twice at one place, or a fact in a note and after it."""
    if match := _TWICE.search(passage.text):
        yield TWICE.remark(
            passage.place,
            f"The same note is there twice in a row: [^{match['key']}].",
            "Take one of the two out.",
            path=passage.path,
        )
    cited = [key for key in NOTE.findall(passage.text) if key in passage.facts]
    for key in dict.fromkeys(cited):
        yield TWICE.remark(
            passage.place,
            f"It cites fact {key} in a note, and {key} is printed after it as well.",
            f"Take the mark [^{key}] out, or the fact.",
            level="note",
            path=passage.path,
        )
