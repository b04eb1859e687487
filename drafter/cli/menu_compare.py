"""The menu entry that compares two versions: which two files, what changed, and the file for sign-off."""

from pathlib import Path

from drafter.cli.menu_question import choose_file, menu_question, recent_files
from drafter.cli.paging import paged
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask


def compare_versions(ask: Ask) -> None:
    """Ask for two files, show what changed, and write the changes to a Word file if that is wanted."""
    files = recent_files(Path(), ".docx")
    help_ = "An answers file, or a Word file from anybody. drafter changes nothing in it."
    old = choose_file(ask, "Which is the old version?", help_, files)
    if old is None:
        return
    new = choose_file(ask, "Which is the new version?", "", [file for file in files if file != old])
    if new is None:
        return
    # The pipeline and the Word reader take long to load, and the menu often starts without them.
    from drafter.cli.compare_view import print_changes
    from drafter.drafting.comparison import compare_files, write_tracked_changes

    comparison = compare_files(old, new)
    print()
    with paged():
        print_changes(comparison)
    if not comparison.changes:
        return
    print()
    target = _free_name(new)
    wants_file = menu_question(
        "Write a Word file with these tracked changes?",
        "Colleagues can accept or reject each of them in Word.",
        choices(("no", "No"), ("yes", f"Yes, as {target}")),
    )
    if str(ask(wants_file, None)) == "yes":
        write_tracked_changes(comparison, target, author="drafter", date="")
        print(f"✓ {target}")


def _free_name(new: Path) -> Path:
    """Return a name for the Word file, beside the version *new*, that no file has."""
    names = (new.with_name(f"{new.stem}-changes{number}.docx") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())
