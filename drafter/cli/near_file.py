"""An answers file whose name was typed only in part: "name." or "name" where there is "name.yaml"."""

from pathlib import Path

from drafter.interview.stores import Ask
from drafter.model.question import Question
from drafter.text_file import file_exists

ENDING = ".yaml"


def near_file(file: Path) -> Path | None:
    """Return the answers file that is probably meant by *file*, ``None`` if that is there or none is near."""
    if file_exists(file) or file.name.endswith(ENDING):
        return None
    stem = file.name.rstrip(".")
    near = file.with_name(f"{stem}{ENDING}") if stem else None
    return near if near is not None and file_exists(near) else None


def file_meant(file: Path, near: Path, ask: Ask) -> Path:
    """Return *near* if the person goes on with it, and *file* otherwise."""
    question = Question(
        path=("interview", "near_file"),
        section="drafter",
        text=f"There is {near.name}. Do you want to go on with it?",
        help=f"After a no, drafter begins a new submission in a file called “{file.name}”.",
        kind="yes-no",
        default=True,
    )
    return near if ask(question, None) else file
