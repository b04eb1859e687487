"""``drafter preview --watch``: show what changes in the document each time the answers are saved."""

import gc
from datetime import date
from pathlib import Path
from typing import Protocol, TypeAlias

from drafter.cli import DONE
from drafter.cli.screen_width import width
from drafter.drafting.changed_sections import ChangedSection, Section, changed_sections, sections_of
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.privacy.private_file import private_path
from drafter.terminal.single_keys import Wait

SECONDS = 0.5
"""Between two looks at the file: soon enough for a person, and next to no work for the computer."""
_QUIT = ("q", "Q", "\x03", "\x04")

_Stamp: TypeAlias = tuple[int, int, int] | None


class View(Protocol):
    """Shows a draft on the screen, or why there is none."""

    def show_draft(self, reviewed: ReviewedDraft, changes: tuple[ChangedSection, ...] | None) -> None:
        """Show what has changed; *changes* is ``None`` for the first draft."""

    def show_faults(self, error: DrafterError) -> None:
        """Show why the answers make no draft."""


class Watch:
    """Follows an answers file: drafts it again when it has changed, and compares with the last draft."""

    def __init__(self, file: Path, view: View) -> None:
        self._file = file
        self._view = view
        self._library: Library | None = None
        self._sections: tuple[Section, ...] | None = None
        self._seen: object = ()

    def run(self, wait: Wait) -> int:
        """Show each change until a key ends it, and return the exit status. *wait* waits for a key."""
        while True:
            self.look()
            if wait(SECONDS) in _QUIT:
                return DONE

    def look(self) -> None:
        """Show the draft if the file, the private file or the width of the terminal has changed."""
        now = (_stamp(self._file), _stamp(private_path(self._file)), width())
        if now == self._seen:
            return
        self._seen = now
        try:
            self._show()
        except DrafterError as error:
            self._view.show_faults(error)
        gc.collect()  # automatic collection is off, and this may run for hours

    def _show(self) -> None:
        self._library = self._library or library_for(self._file)
        reviewed = draft_file(self._file, today=date.today(), library=self._library)
        sections = sections_of(reviewed.draft.document)
        before, self._sections = self._sections, sections
        self._view.show_draft(reviewed, None if before is None else tuple(changed_sections(before, sections)))


def watched(file: Path, view: View) -> int:
    """Follow *file* until the person ends it with q or Ctrl-C, and return the exit status."""
    from drafter.terminal.single_keys import single_keys

    try:
        with single_keys() as wait:
            return Watch(file, view).run(wait)
    except KeyboardInterrupt:
        return DONE


def _stamp(file: Path) -> _Stamp:
    """Return what is different after each save of *file*; ``None`` if it cannot be looked at."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
