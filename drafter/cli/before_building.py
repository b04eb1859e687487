"""What ``drafter new`` shows before a build: sections and remarks once, then what has changed."""

import shutil
from collections.abc import Sequence

from drafter.cli.layout import on_screen, ruled_heading, show, table, wrapped
from drafter.cli.paging import paged
from drafter.cli.remarks import group_of, remarks_in_words
from drafter.drafting.pipeline import ReviewedDraft
from drafter.interview.remedies import in_interview
from drafter.language.english import SCREEN
from drafter.markup.count import document_sections
from drafter.model.remark import Remark

_COUNTED = {"error": "to correct first", "warning": "to check", "note": "good to know"}

_LINES_OF_QUESTION = 10
"""The question what comes next, with its choices and its keys."""
_OTHER_LINES = 4
"""The heading with an empty line, and what is said after the remarks."""


class BeforeBuilding:
    """Shows each draft of a submission before it is built, and remembers what it has shown."""

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        self._length = ""
        self._remarks: Sequence[Remark] | None = None
        self.has_shown_all = True
        """Whether every remark was on the screen."""

    def show(self, draft: ReviewedDraft) -> None:
        """Show the whole of the first *draft*, and of each later one what is new and what is settled."""
        if self._remarks is None:
            self.has_shown_all = self._show_first(draft)
        else:
            self._show_changes(draft, self._remarks)
        self._length, self._remarks = str(draft.length), draft.remarks

    def show_all(self, draft: ReviewedDraft) -> None:
        """Show the sections of *draft* with their words, and its remarks, page by page."""
        with paged(plain=self._plain) as shown:
            _print_whole(draft)
        self.has_shown_all = True
        if shown.by_page:
            print(ruled_heading("Before you build", str(draft.length)))
            print(wrapped(f"{counted_remarks(draft.remarks)}.", "  "))

    def _show_first(self, draft: ReviewedDraft) -> bool:
        """Show as much of *draft* as fits on the screen above the question, and return whether that is all.

        Where the remarks do not fit, those to correct first are shown if they do, and the others are counted.
        """
        room = shutil.get_terminal_size().lines - _LINES_OF_QUESTION
        errors = [remark for remark in draft.remarks if group_of(remark) == "error" and not remark.waived]
        remarks, first = remarks_in_words(_worded(draft.remarks)), remarks_in_words(_worded(errors))
        if self._plain or not on_screen() or _lines(remarks) + _OTHER_LINES <= room:
            with_sections = _lines([(_sections(draft), ""), *remarks]) + _OTHER_LINES <= room
            _print_whole(draft, with_sections=self._plain or not on_screen() or with_sections)
            return True
        print(ruled_heading("Before you build", str(draft.length)))
        if _lines(first) + _OTHER_LINES <= room:
            show(first)
        print(wrapped(f"{counted_remarks(draft.remarks)}.", "  "))
        return False

    def _show_changes(self, draft: ReviewedDraft, before: Sequence[Remark]) -> None:
        new = [remark for remark in draft.remarks if remark not in before]
        settled = sum(remark not in draft.remarks for remark in before)
        length = str(draft.length)
        if not new and not settled and length == self._length:
            return
        print(ruled_heading("Before you build", length))
        if settled:
            print(f"  Settled: {SCREEN.counted(settled, 'remark')}.")
        if new:
            print(f"  New: {counted_remarks(new)}.")
            show(remarks_in_words(_worded(new)))
        elif draft.remarks:
            print(wrapped(f"Still there: {counted_remarks(draft.remarks)}.", "  "))


def _worded(remarks: Sequence[Remark]) -> list[Remark]:
    """Return *remarks* with remedies that name rows of the interview in place of the answers file."""
    return [*map(in_interview, remarks)]


def counted_remarks(remarks: Sequence[Remark]) -> str:
    """Return how many remarks there are of each kind: "2 to correct first, 3 to check, 1 good to know"."""
    counts = {
        level: sum(group_of(each) == level and not each.waived for each in remarks) for level in _COUNTED
    }
    return ", ".join(f"{count} {_COUNTED[level]}" for level, count in counts.items() if count) or "no remarks"


def _sections(draft: ReviewedDraft) -> str:
    """Return the sections of *draft* with their words, each on a line."""
    rows = [
        (f"  {section.title or 'Title page'}", f"{section.total:,} words")
        for section in document_sections(draft.draft.document)
        if section.level < 2
    ]
    return table(rows)


def _lines(texts: Sequence[tuple[str, str]]) -> int:
    """Return how many lines *texts* have; their styles do not matter."""
    return sum(text.count("\n") + 1 for text, _ in texts)


def _print_whole(draft: ReviewedDraft, *, with_sections: bool = True) -> None:
    print(ruled_heading("Before you build", str(draft.length)))
    if with_sections:
        print(_sections(draft))
    show(remarks_in_words(_worded(draft.remarks)))
    if not any(remark.level == "error" for remark in draft.remarks):  # a waived error remains a risk
        print("  Nothing here would get the submission refused.")
