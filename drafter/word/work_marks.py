"""The marks of a working copy around runs: content controls, hidden bookmarks, and the places of comments."""

from collections.abc import Iterable
from itertools import count

from drafter.model.blocks import Document, Gap, inlines_of
from drafter.word.comments import CommentPart
from drafter.word.ooxml import escape_xml
from drafter.word.working_copy import CommentText, GapControl, WorkingCopy

LONGEST_NAME = 64
"""Characters of a tag or a title. Word refuses to open a file that has longer ones."""
_FIRST_CONTROL_ID = 1
_FIRST_BOOKMARK_ID = 2_000_000
"""Lower ids belong to the bookmarks around note references and around parts of the document."""


class WorkMarks:
    """Puts the marks of a working copy around the runs of a document, which come in reading order."""

    def __init__(self, document: Document, copy: WorkingCopy, comments: CommentPart) -> None:
        self._copy = copy
        self._comments = comments
        self._lines = 0
        self._gaps = 0
        self._gaps_in_text = sum(isinstance(inline, Gap) for inline in inlines_of(document.blocks))
        self._gaps_of_notes = _gaps_of_notes(document, self._gaps_in_text)

    def line(self, runs: str) -> str:
        """Return the *runs* of the next line between a hidden bookmark, with the comments on the line."""
        number = self._lines
        self._lines += 1
        marked = self._commented(runs, self._copy.comments.get(number, ()))
        mark_id = _FIRST_BOOKMARK_ID + number
        start = f'<w:bookmarkStart w:id="{mark_id}" w:name="{self._copy.lines[number]}"/>'
        return f'{start}{marked}<w:bookmarkEnd w:id="{mark_id}"/>'

    def gap(self, runs: str) -> str:
        """Return the *runs* of the next gap in a content control; in the text, with the comment on it.

        The comment on a gap of a note is at the note mark, because LibreOffice has no comments in notes.
        """
        number = self._gaps
        self._gaps += 1
        gap = self._copy.gaps[number]
        control = _control_xml(gap, _FIRST_CONTROL_ID + number, runs)
        return self._commented(control, [gap.comment]) if number < self._gaps_in_text else control

    def reference(self, number: int, runs: str) -> str:
        """Return the *runs* of the mark of note *number*, with the comments on the gaps of the note."""
        gaps = self._gaps_of_notes.get(number, ())
        return self._commented(runs, [self._copy.gaps[gap].comment for gap in gaps])

    def _commented(self, runs: str, comments: Iterable[CommentText]) -> str:
        for comment in comments:
            if comment:
                runs = self._comments.around(runs, comment)
        return runs


def _gaps_of_notes(document: Document, first: int) -> dict[int, list[int]]:
    """Return the numbers of the gaps in each note (from 1). The *first* comes after those of the text."""
    numbers = count(first)
    return {
        note: [next(numbers) for inline in inlines if isinstance(inline, Gap)]
        for note, inlines in enumerate(document.notes, 1)
    }


def _control_xml(control: GapControl, control_id: int, runs: str) -> str:
    """Return *runs* in a content control. Its content is a placeholder: a click selects it whole."""
    properties = (
        f'<w:alias w:val="{escape_xml(_shortened(control.title))}"/>'
        f'<w:tag w:val="{escape_xml(control.tag[:LONGEST_NAME])}"/>'
        f'<w:id w:val="{control_id}"/><w:showingPlcHdr/>'
    )
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1].rstrip()}…"
