"""Building from the menu or at the end of an interview: what to do if somebody has edited the Word file."""

from collections.abc import Sequence
from pathlib import Path

from drafter.answers.lock import lent_lock
from drafter.cli import COMMANDS, DONE
from drafter.cli.build import target_for
from drafter.cli.layout import wrapped
from drafter.cli.menu_question import run_command
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.model.question import Choice, Question
from drafter.word.files import document_origin

_MOST_COPIES = 1000


def build_asking(ask: Ask, file: Path) -> Path | None:
    """Build the Word file of the answers in *file* and return its path, ``None`` if nothing was built.

    If drafter did not write the file that is there, or somebody has edited it, *ask* asks what to do.
    """
    target = target_for(file, None)
    options: list[str] = []
    origin = document_origin(target) if target.exists() else "ours"
    if origin != "ours":
        other = free_name(target)
        try:
            chosen = str(ask(_what_to_do(target, other, is_edited=origin == "changed"), None))
        except (Back, Overview):
            chosen = "leave"
        if chosen == "leave":
            print(wrapped(f"Nothing was built. {target.name} is as it was."))
            return None
        if chosen == "merge":
            with lent_lock(file):
                run_command("merge", str(file), str(target))
            return None
        options = ["--force"] if chosen == "force" else ["-o", str(other)]
        target = target if chosen == "force" else other
    return target if run_command("build", str(file), *options) == DONE else None


def free_name(target: Path) -> Path:
    """Return the first of ``NAME-2.docx``, ``NAME-3.docx`` … that is not there yet."""
    names = (target.with_stem(f"{target.stem}-{number}") for number in range(2, _MOST_COPIES))
    return next(name for name in names if not name.exists())


def _what_to_do(target: Path, other: Path, *, is_edited: bool) -> Question:
    what = "was edited in Word" if is_edited else "was not made by drafter"
    can_merge = is_edited and "merge" in COMMANDS
    merge = [("merge", "Take the edits into your answers")] if can_merge else []
    rows: Sequence[Choice] = choices(
        ("name", f"Build it as {other.name}"),
        *merge,
        ("force", f"Replace {target.name}: what is in it is lost"),
        ("leave", "Build nothing"),
    )
    return Question(
        path=("interview", "build"),
        section="Building",
        text=f"{target.name} {what}. What do you want to do?",
        help="drafter does not overwrite what somebody has written.",
        kind="choice",
        choices=tuple(rows),
        default="name",
    )
