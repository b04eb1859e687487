"""What ``drafter new`` shows before a build: sections and remarks once, then what has changed."""

import shutil
from collections.abc import Sequence

from drafter.cli.layout import show, table, wrapped
from drafter.cli.paging import paged
from drafter.cli.progress import WIDTH
from drafter.cli.remarks import remarks_in_words
from drafter.drafting.pipeline import ReviewedDraft
from drafter.interview.remedies import in_interview
from drafter.language.english import SCREEN
from drafter.markup.count import document_sections
from drafter.model.remark import Remark

_QUESTION_LINES = 10
"""The lines of the heading above the remarks and of the question below them."""
_COUNTED = {"error": "to correct first", "warning": "to check", "note": "good to know"}


class BeforeBuilding:
    """Shows each draft of a submission before it is built, and remembers what it has shown."""

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        self._length = ""
        self._remarks: Sequence[Remark] | None = None

    def show(self, draft: ReviewedDraft) -> None:
        """Show the whole of the first *draft*, and of each later one what is new and what is settled."""
        if self._remarks is None:
            _print_whole(draft, urgent_last=not self._plain)
        else:
            self._show_changes(draft, self._remarks)
        self._length, self._remarks = str(draft.length), draft.remarks

    def show_all(self, draft: ReviewedDraft) -> None:
        """Show the sections of *draft* with their words, and its remarks, page by page."""
        with paged(plain=self._plain) as shown:
            _print_whole(draft)
        if shown.by_page:
            print(_heading(str(draft.length)))
            print(wrapped(f"{counted_remarks(draft.remarks)}.", "  "))

    def _show_changes(self, draft: ReviewedDraft, before: Sequence[Remark]) -> None:
        new = [remark for remark in draft.remarks if remark not in before]
        settled = sum(remark not in draft.remarks for remark in before)
        length = str(draft.length)
        if not new and not settled and length == self._length:
            return
        print(_heading(length))
        if settled:
            print(f"  Settled: {SCREEN.counted(settled, 'remark')}.")
        if new:
            print(f"  New: {counted_remarks(new)}.")
            show(remarks_in_words([*map(in_interview, new)]))
        elif draft.remarks:
            print(wrapped(f"Still there: {counted_remarks(draft.remarks)}.", "  "))


def counted_remarks(remarks: Sequence[Remark]) -> str:
    """Return how many remarks there are of each kind: "2 to correct first, 3 to check, 1 good to know"."""
    counts = {level: sum(each.level == level and not each.waived for each in remarks) for level in _COUNTED}
    return ", ".join(f"{count} {_COUNTED[level]}" for level, count in counts.items() if count) or "no remarks"


def _heading(length: str) -> str:
    return f"\n── Before you build {'─' * max(WIDTH - 22 - len(length), 3)} {length}"


def _screen_lines() -> int:
    """Return how many lines of remarks the screen holds, beside the question that follows them."""
    return shutil.get_terminal_size().lines - _QUESTION_LINES


def _print_whole(draft: ReviewedDraft, *, urgent_last: bool = False) -> None:
    """Print the sections of *draft* and its remarks; with *urgent_last*, many end with the most severe."""
    print(_heading(str(draft.length)))
    rows = [
        (f"  {section.title or 'Title page'}", f"{section.total:,} words")
        for section in document_sections(draft.draft.document)
        if section.level < 2
    ]
    print(table(rows))
    remarks = [*map(in_interview, draft.remarks)]
    lines = remarks_in_words(remarks)
    count = len(rows) + sum(text.count("\n") + 1 for text, _ in lines)
    # What runs over the top of the screen is the least urgent.
    show(remarks_in_words(remarks, urgent_last=True) if urgent_last and count > _screen_lines() else lines)
    if not any(remark.level == "error" for remark in draft.remarks):  # a waived error remains a risk
        print("  Nothing here would get the submission refused.")
