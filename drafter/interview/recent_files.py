"""The answers files of a folder, and how far each has come."""

from datetime import date, datetime
from pathlib import Path

from drafter.answers.paths import is_private
from drafter.answers.working import working
from drafter.drafting.read import read_submission
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.interview.flow import is_open, needs_answer, questions
from drafter.library.library import Library
from drafter.model.answers import ThemeSection

_DAYS_COUNTED = 14
"""From this age on, a file shows the day on which it was changed."""
_HEAD = 2000
"""Bytes in which an answers file says its format."""


def submissions(folder: Path) -> list[Path]:
    """Return the answers files in *folder*, the last changed first."""
    files = []
    for file in folder.glob("*.yaml"):
        try:
            if not file.is_file():
                continue  # opening a pipe would wait for whoever writes to it
            with file.open(encoding="utf-8") as stream:
                head = stream.read(_HEAD)
        except (OSError, UnicodeDecodeError):
            continue  # it is no answers file
        if "\nformat: " in f"\n{head}" and not file.name.endswith(".private.yaml"):
            files.append(file)
    return sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)


def submission_state(file: Path, library: Library) -> list[str]:
    """Return how far *file* has come and what it is, each in a few words, the most telling first.

    An interview is finished when Enter alone answers whatever it may still ask: a file that was written by
    hand never says that no more is to be added, and leaves out what is optional. What is still open in its
    document is not counted: composing it takes longer than the menu may take to appear. Neither is what goes
    into the private file, which is not read here.
    """
    day = f"changed {_age(datetime.fromtimestamp(file.stat().st_mtime).date(), date.today())}"
    try:
        answers, _ = read_submission(file, library)
        resolved = resolve(answers, library)
        current = working(answers)
        unanswered = [
            item
            for item in questions(current, library)
            if is_open(current, item) and not item.adds_more and not is_private(item.path)
        ]
        is_finished = not any(map(needs_answer, unanswered)) and all(map(_has_content, current.themes))
        state = "no questions left" if is_finished else f"{len(unanswered)} to answer"
    except DrafterError:
        return [day]
    return [state, day, resolved.rules.title]


def _has_content(section: ThemeSection) -> bool:
    return bool(section.clauses or section.own or section.facts or section.cases)


def _age(changed: date, today: date) -> str:
    """Return when something was *changed*: "today", "yesterday", "5 days ago", "4 March", "4 March 2025"."""
    days = (today - changed).days
    if days in (0, 1):
        return "yesterday" if days else "today"
    if 1 < days < _DAYS_COUNTED:
        return f"{days} days ago"
    year = "" if changed.year == today.year else f" {changed.year}"
    return f"{changed.day} {changed:%B}{year}"
