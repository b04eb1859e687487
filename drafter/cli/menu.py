"""``drafter`` alone, on a terminal: a menu, so that nobody has to know a sub-command to begin."""

import sys
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import width, wrapped
from drafter.cli.parsers import parser_of
from drafter.drafting.pipeline import make
from drafter.errors import DrafterError
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import is_open, questions
from drafter.interview.items.declared import choices
from drafter.interview.session import Ask
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.library.recommend import Suggestion
from drafter.model.clause import Clause
from drafter.model.question import Choice, Question
from drafter.text_file import read_file
from drafter.yaml_text import read_yaml

RECENT = 5
"""Submissions that the menu shows: those in this folder, the last changed first."""
FIRST = 3
"""Doors that fit on a screen together with the question what to do with them."""
NEW = "submission"
"""The name of a new answers file where none is typed."""


def menu() -> int:
    """Show the menu until the person quits, and return the exit status of what was done last."""
    from drafter.terminal.asker import asker, is_plain

    ask, _ = asker(plain=is_plain(False), say=print)
    while True:
        try:
            chosen = str(ask(_menu(), None))
            if chosen == "quit":
                return DONE
            _do(chosen, ask)
        except (Back, Overview):
            continue
        except DrafterError as error:
            print(faults_in_words(error.faults, sys.stdout))
        print()


def submissions(folder: Path) -> list[Path]:
    """Return the answers files in *folder*, the last changed first."""
    found = []
    for file in folder.glob("*.yaml"):
        try:
            if not file.is_file():
                continue  # opening a pipe would wait for whoever writes to it
            with file.open(encoding="utf-8") as stream:
                head = stream.read(2000)
        except (OSError, UnicodeDecodeError):
            continue  # not one of ours, whatever it is
        if "\nformat: " in f"\n{head}" and not file.name.endswith(".private.yaml"):
            found.append(file)
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)


def _menu() -> Question:
    files = submissions(Path())
    text = "What do you want to do?"
    library = library_for()
    recent = [
        Choice(value=f"go {file}", title=_fitting(f"Go on with {file.name}", state_of(file, library), text))
        for file in files[:RECENT]
    ]
    rest = choices(
        ("new", "Begin a new submission"),
        ("door", "Which mechanism is right for us?"),
        ("look", "Look up a clause"),
        ("quit", "Quit"),
    )
    builds = tuple(Choice(value=f"build {file}", title=f"Build {file.name}") for file in files[:1])
    return _question(
        text,
        "Ctrl-C stops at any time; everything answered is saved.",
        (*recent, *rest[:3], *builds, rest[3]),
    )


def _question(text: str, help_: str, known: Sequence[Choice], default: str | None = None) -> Question:
    """Return a question of the menu with *known* choices, or for a line where there are none."""
    return Question(
        path=("menu",),
        section="drafter",
        text=text,
        help=help_,
        kind="choice" if known else "line",
        choices=tuple(known),
        default=default,
        required=bool(known),
    )


def state_of(file: Path, library: Library | None = None) -> list[str]:
    """Return how far *file* has come and what it is, each in a few words, the most telling first.

    *library* is the one over the folders of *file*, where the caller has it already.
    """
    changed = datetime.fromtimestamp(file.stat().st_mtime)
    day = f"changed {changed.day} {changed:%B}"
    try:
        made = make(file, library=library)
    except DrafterError:
        return [day]
    data = read_yaml(read_file(file), str(file))
    left = sum(is_open(data, one) for one in questions(data, made.library))
    state = f"{left} to answer" if left else f"{len(made.errors) or 'nothing'} open"
    return [state, str(made.length), made.rules.title, day]


def _fitting(title: str, more: Sequence[str], question: str) -> str:
    """Return *title* with as many of *more* as fit behind *question*, where the answer is repeated."""
    from drafter.terminal.asker import is_plain

    if is_plain(False):
        return f"{title} ({', '.join(more)})" if more else title  # read out, however long
    room = width() - len(question) - len("?  »  ")
    for count in range(len(more), 0, -1):
        told = f"{title}  ({', '.join(more[:count])})"
        if len(told) <= room:
            return told
    return title if len(title) <= room else f"{title[: room - 1]}…"


def _do(chosen: str, ask: Ask) -> None:
    """Do what was chosen in the menu. Raises Back where the person goes back to it."""
    what, _, file = chosen.partition(" ")
    match what:
        case "go":
            _run("new", file)
        case "new":
            _run("new", _new_file(ask))
        case "door":
            _doors(ask)
        case "look":
            _look_up(ask)
        case _:
            _run("build", file)


def _run(command: str, *arguments: str) -> None:
    module = import_module(f"drafter.cli.{command}")
    module.run(parser_of(command).parse_args(arguments))


def _new_file(ask: Ask) -> str:
    """Return the name of an answers file that is not there yet."""
    free = next(
        name
        for name in (NEW, *(f"{NEW}-{number}" for number in range(2, 10_000)))
        if not Path(f"{name}.yaml").exists()
    )
    question = _question(
        "What should the answers file be called?",
        f"A short name, such as ruritania-upr. Enter alone: {free}. It is saved in this folder.",
        (),
    )
    while True:
        name = str(ask(question, None) or "").strip() or free
        file = name if name.endswith(".yaml") else f"{name}.yaml"
        if not Path(file).exists():
            return file
        print(
            wrapped(f"{file} is there already. Take another name; to go on with it, choose it in the menu.")
        )


# ---- which mechanism ----


def _doors(ask: Ask) -> None:
    """Ask which document is right, and let the person begin with one."""
    from drafter.cli.mechanism_choice import (
        NO_SUGGESTION,
        ask_for_suggestions,
        print_suggestions,
        worth_showing,
    )

    offers = worth_showing(ask_for_suggestions(library_for(), ask))
    if not offers:
        print(wrapped(NO_SUGGESTION))
        return
    first = offers[:FIRST]
    print_suggestions(first, prepare=False)
    chosen = str(ask(_which_door(first, len(offers) - len(first)), None))
    if chosen == "more":
        print_suggestions(offers, prepare=False)
        chosen = str(ask(_which_door(offers, 0), None))
    for offer in offers:
        if offer.document == chosen:
            print(wrapped(f"Have at hand: {offer.door.prepare}", "    "))
            _run("new", _new_file(ask), "--set", f"document={chosen}")


def _which_door(offers: Sequence[Suggestion], others: int) -> Question:
    text = "What next?"
    begin = [(offer.document, _fitting(f"Begin with: {offer.rules.title}", (), text)) for offer in offers]
    more = [("more", f"Show {others} more that may fit")] if others else []
    return _question(text, "", choices(*begin, *more, ("menu", "Back to the menu")))


# ---- a clause ----


def _look_up(ask: Ask) -> None:
    """Search clauses by words and let the person read those that are found."""
    from drafter.cli.clause_view import print_clause
    from drafter.cli.clauses import no_clause_found
    from drafter.library.eligibility import search

    library = library_for()
    clauses = library.all_clauses()[0]
    words, found, chosen, last = "", list[Clause](), "words", ""
    while chosen != "menu":
        if chosen == "words":
            words = str(ask(_words(), None))
            found = search(clauses, words, library.language)
            chosen = "found"
        elif chosen == "found" and not found:
            print(no_clause_found(clauses, words.split(), command=""))
            chosen = "words"
        elif chosen == "found":
            chosen = str(ask(_which_clause(found, words, last), None))
        else:
            last = chosen
            print()
            print_clause(library.clause(chosen), library, whole=False)
            chosen = str(ask(_after_reading(), None))


def _words() -> Question:
    question = _question(
        "Which words should the clause have?", "A word or two: overdose prison; custody; naloxone.", ()
    )
    return question.model_copy(update={"required": True})


def _which_clause(found: Sequence[Clause], words: str, last: str) -> Question:
    count = f"{SCREEN.counted(len(found), 'clause')} {'has' if len(found) == 1 else 'have'}"
    text = "Read which?"
    return _question(
        text,
        f"{count} “{words}”.",
        (
            *(Choice(value=one.id, title=_fitting(one.head.title, (one.head.kind,), text)) for one in found),
            *choices(("words", "Look for other words"), ("menu", "Back to the menu")),
        ),
        last if last in {one.id for one in found} else None,
    )


def _after_reading() -> Question:
    return _question(
        "What next?",
        "",
        choices(
            ("found", "Back to what was found"),
            ("words", "Look for other words"),
            ("menu", "Back to the menu"),
        ),
    )
