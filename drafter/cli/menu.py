"""``drafter`` alone, on a terminal: a menu, so that nobody has to know a sub-command to begin."""

from datetime import datetime
from importlib import import_module
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.making import make
from drafter.errors import DrafterError
from drafter.interview.asks import choices
from drafter.interview.signals import Back, Overview
from drafter.model.question import Choice, Question

RECENT = 5
"""Submissions that the menu shows: those in this folder, the last changed first."""


def menu() -> int:
    """Show the menu until the person quits, and return the exit status of what was done last."""
    from drafter.cli.terminal import asker, is_plain

    ask, _ = asker(plain=is_plain(False))
    while True:
        try:
            chosen = str(ask(_menu(), None))
        except (Back, Overview):
            continue
        if chosen == "quit":
            return DONE
        try:
            _do(
                chosen,
                ask(_file_name(), None)
                if chosen == "new"
                else ask(_words(), None)
                if chosen == "look"
                else "",
            )
        except (Back, Overview):
            continue
        except DrafterError as error:
            print(error)


def submissions(folder: Path) -> list[Path]:
    """Return the answers files in *folder*, the last changed first."""
    found = []
    for file in folder.glob("*.yaml"):
        try:
            head = file.open(encoding="utf-8").read(2000)
        except (OSError, UnicodeDecodeError):
            continue  # not one of ours, whatever it is
        if "\nformat: " in f"\n{head}" and not file.name.endswith(".private.yaml"):
            found.append(file)
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)


def _menu() -> Question:
    recent = [
        Choice(value=f"go {file}", title=f"Go on with {file.name}  {_state(file)}")
        for file in submissions(Path())[:RECENT]
    ]
    rest = choices(
        ("new", "Begin a new submission"),
        ("door", "Which mechanism is right for us?"),
        ("look", "Look up a clause"),
        ("quit", "Quit"),
    )
    builds = tuple(
        Choice(value=f"build {file}", title=f"Build {file.name}") for file in submissions(Path())[:1]
    )
    return Question(
        path=("menu",),
        section="drafter",
        text="What do you want to do?",
        help="Ctrl-C stops at any time; everything answered is saved.",
        kind="choice",
        choices=(*recent, *rest[:3], *builds, rest[3]),
        required=True,
    )


def _state(file: Path) -> str:
    """Return in a few words what *file* is and how far it has come."""
    changed = datetime.fromtimestamp(file.stat().st_mtime).strftime("%d %B, %H:%M")
    try:
        made = make(file)
    except DrafterError:
        return f"(changed {changed})"
    return f"({made.rules.title}; {made.length}, {len(made.errors)} open; {changed})"


def _file_name() -> Question:
    return Question(
        path=("menu", "file"),
        section="drafter",
        text="How should the answers file be called?",
        help="A short name, such as ruritania-upr. Enter alone: submission. It is saved in this folder.",
        kind="line",
    )


def _words() -> Question:
    return Question(
        path=("menu", "words"),
        section="drafter",
        text="Which words should the clause have?",
        help="A word or two: overdose prison; custody; naloxone.",
        kind="line",
        required=True,
    )


def _do(chosen: str, typed: object) -> None:
    """Do what was chosen in the menu."""
    what, _, file = chosen.partition(" ")
    name = str(typed or "").strip() or ("submission" if what == "new" else "")
    arguments = {
        "go": ("new", [file]),
        "new": ("new", [name if name.endswith(".yaml") else f"{name}.yaml"]),
        "door": ("mechanisms", ["choose"]),
        "look": ("clauses", ["search", *name.split()]),
        "build": ("build", [file]),
    }
    command, given = arguments[what]
    module = import_module(f"drafter.cli.{command}")
    module.run(module.parser().parse_args(given))
