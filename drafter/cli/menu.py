"""``drafter`` alone, on a terminal: a menu, so that nobody has to know a sub-command to begin."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from drafter.answers.profile import profile_file
from drafter.cli import DONE
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import wrapped
from drafter.cli.menu_question import (
    BACK_TO_MENU,
    MENU,
    Action,
    menu_question,
    new_file,
    run_command,
)
from drafter.errors import DrafterError, InterviewStopped, Stopped
from drafter.interview.control_flow import Back, Overview
from drafter.interview.recent_files import submission_state, submissions
from drafter.interview.stores import Ask
from drafter.library.open_library import library_for
from drafter.model.question import Choice, Question

RECENT = 4
"""Submissions that the menu shows: those in this folder, the last changed first. With the other entries
they fit on a screen."""
QUIT = "quit"
_IN_MENU = "You are in the menu. To leave drafter, press Ctrl-C again or choose Quit."
Row = tuple[Choice, Action]
"""A choice of the menu, and what it does. It raises Back to return to the menu."""


def menu() -> int:
    """Show the menu until the person quits, and return the exit status."""
    from drafter.terminal.asker import asker, is_plain

    ask, _ = asker(plain=is_plain(False), say=print)
    has_toured = False
    while True:
        try:
            question, actions = _menu(ask, has_toured=has_toured)
            chosen = str(ask(question, None))
            if chosen == QUIT:
                return DONE
            has_toured = has_toured or chosen == "tour"
            actions[chosen]()
        except (Back, Overview):
            continue
        except InterviewStopped as stopped:  # its remedy is a command for the shell
            print(wrapped(f"{_sentence(stopped.faults[0].fault)}. {_IN_MENU}"))
        except Stopped as stopped:
            print(faults_in_words(stopped.faults, sys.stdout))
            print(wrapped(_IN_MENU))
        except DrafterError as error:
            print(faults_in_words(error.faults, sys.stdout))
        print()


def _sentence(text: str) -> str:
    """Return *text* with a capital letter first."""
    return text[:1].upper() + text[1:]


def _menu(ask: Ask, *, has_toured: bool = False) -> tuple[Question, dict[str, Action]]:
    """Return the question of the menu, and what each choice does.

    A person who *has_toured* is not asked again whether this is the first time; "More" still has the tour.
    """
    files = submissions(Path())
    is_first_run = not (files or has_toured or profile_file().exists())
    rows = [*_recent_rows(files[:RECENT]), *_rows(ask, files, is_first_run=is_first_run)]
    help_ = "Ctrl-C stops at any time; everything answered is saved."
    if is_first_run:
        help_ = f"Is this your first time? The tour shows you how drafter works. {help_}"
    question = menu_question(
        "What do you want to do?", help_, (*(choice for choice, _ in rows), Choice(value=QUIT, title="Quit"))
    )
    return question, {choice.value: action for choice, action in rows}


def _recent_rows(files: Sequence[Path]) -> list[Row]:
    """Return a row for each of *files*: go on with it, and how far it has come."""
    library = library_for()
    rows: list[Row] = []
    for file in files:
        state = " · ".join(submission_state(file, library))
        choice = Choice(value=f"go {file}", title=f"Go on with {file.name}", note=f"· {state}")
        rows.append((choice, partial(_run, "new", str(file))))
    return rows


def _rows(ask: Ask, files: Sequence[Path], *, is_first_run: bool) -> list[Row]:
    """Return the rows below the recent *files*; on a first run, the tour comes first."""
    rows: list[Row] = [
        (Choice(value="new", title="Begin a new submission"), partial(_begin, ask)),
        (Choice(value="door", title="Which mechanism is right for us?"), partial(_suggest_documents, ask)),
        (Choice(value="look", title="Look up a clause"), partial(_look_up, ask)),
        (Choice(value="check", title="Check a file"), partial(_check_a_file, ask)),
        (Choice(value="more", title="More: examples, import, compare, profile"), partial(_more, ask)),
    ]
    if files:
        rows.insert(
            1, (Choice(value="from", title="Begin from an earlier submission"), partial(_begin_from, ask))
        )
        rows.insert(
            -1, (Choice(value="build", title=f"Build {files[0].name}"), partial(_build, ask, files[0]))
        )
    if is_first_run:
        rows.insert(0, (Choice(value="tour", title="Take the tour (five minutes)"), partial(_tour, ask)))
    return rows


def _more(ask: Ask) -> None:
    """Show the second menu and do what is chosen there."""
    rows: list[Row] = [
        (Choice(value="practise", title="Practise with an example (Ruritania)"), partial(_practise, ask)),
        (Choice(value="tour", title="Take the tour (five minutes)"), partial(_tour, ask)),
        (Choice(value="build", title="Build a Word file"), partial(_build_a_file, ask)),
        (Choice(value="import", title="Import recommendations from a file"), partial(_import, ask)),
        (
            Choice(value="merge", title="Take edits from a Word file back into the answers"),
            partial(_merge, ask),
        ),
        (Choice(value="compare", title="Compare two versions"), partial(_compare, ask)),
        (
            Choice(value="profile", title="Save our organisation for every submission"),
            partial(_run, "profile"),
        ),
        (
            Choice(value="doctor", title="Check this computer: terminal, fonts, folders"),
            partial(_run, "doctor"),
        ),
    ]
    question = menu_question(
        "What else do you want to do?", "", (*(choice for choice, _ in rows), BACK_TO_MENU)
    )
    chosen = str(ask(question, None))
    if chosen != MENU:
        {choice.value: action for choice, action in rows}[chosen]()


# ---- what the rows do; each imports only what it needs ----


def _run(command: str, *arguments: str) -> None:
    run_command(command, *arguments)


def _begin(ask: Ask) -> None:
    run_command("new", new_file(ask))


def _begin_from(ask: Ask) -> None:
    from drafter.cli.menu_files import begin_from

    begin_from(ask)


def _build(ask: Ask, file: Path) -> None:
    from drafter.cli.build_again import build_asking

    build_asking(ask, file)


def _build_a_file(ask: Ask) -> None:
    from drafter.cli.menu_files import build_a_file

    build_a_file(ask)


def _import(ask: Ask) -> None:
    from drafter.cli.menu_files import import_a_file

    import_a_file(ask)


def _compare(ask: Ask) -> None:
    from drafter.cli.menu_compare import compare_versions

    compare_versions(ask)


def _merge(ask: Ask) -> None:
    from drafter.cli.menu_files import take_edits_back

    take_edits_back(ask)


def _check_a_file(ask: Ask) -> None:
    from drafter.cli.menu_check import check_a_file

    check_a_file(ask)


def _suggest_documents(ask: Ask) -> None:
    from drafter.cli.menu_doors import suggest_documents

    suggest_documents(ask)


def _look_up(ask: Ask) -> None:
    from drafter.cli.menu_clauses import look_up

    look_up(ask)


def _practise(ask: Ask) -> None:
    from drafter.cli.practice import practise

    practise(ask)


def _tour(ask: Ask) -> None:
    from drafter.cli.tour import tour

    tour(ask)
