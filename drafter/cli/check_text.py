"""The remarks of ``drafter check`` for a person to read."""

from collections.abc import Sequence

from drafter.cli.layout import on_screen, show, wrapped
from drafter.cli.remarks import remarks_in_words, shares_in_words
from drafter.drafting.checked_file import CheckedFile
from drafter.language.english import SCREEN


def print_text(files: Sequence[CheckedFile]) -> None:
    """Print the remarks on *files* by file and level, and at the end how many there are."""
    for number, checked in enumerate(files):
        if number:
            print()
        show([(wrapped(_title(checked), "", "  "), "bold")])
        show(remarks_in_words(checked.remarks, wrap=on_screen(), codes=True))
    print()
    print(wrapped(total_in_words(files)))
    if any(checked.remarks for checked in files):
        print("To read a rule: drafter check --explain CODE")


def _title(checked: CheckedFile) -> str:
    """Return the name of a file, what it was checked as, its length and whose words they are."""
    parts = [checked.document] if checked.document else []
    if checked.words is not None:
        of = f" of {checked.limit:,}" if checked.limit else ""
        parts.append(f"{checked.words:,}{of} words")
    shares = shares_in_words(checked.library_share, checked.own_share)
    about = ", ".join(parts) + (f": {shares}" if shares else "")
    return f"{checked.file}   {about}".rstrip()


def total_in_words(files: Sequence[CheckedFile]) -> str:
    """Return how many files and remarks there are: "2 files: 1 error, 3 warnings, 2 notes, 1 waived."."""
    counts = [
        SCREEN.counted(sum(checked.count(level) for checked in files), level)
        for level in ("error", "warning", "note")
    ]
    waived = sum(bool(remark.waived) for checked in files for remark in checked.remarks)
    return f"{SCREEN.counted(len(files), 'file')}: {', '.join(counts)}, {waived} waived."
