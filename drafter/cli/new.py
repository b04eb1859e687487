"""``drafter new``: a submission, question by question; or go on with one where it was left."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

from drafter import __version__
from drafter.answers.load import read_answers
from drafter.answers.lock import interviewing
from drafter.answers.store import Store
from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import wrapped
from drafter.cli.parsers import parser_of
from drafter.errors import DrafterError, Fault, Stopped
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.item import Item
from drafter.interview.session import interview, look_over
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.question import Question
from drafter.privacy.private_file import Untied
from drafter.terminal.asker import asker, is_plain, keyboard, private_line, require_terminal
from drafter.text_file import is_there, real_path


def run(options: argparse.Namespace) -> int:
    """Hold the interview and return the exit status."""
    file: Path = options.answers
    if options.strict and not options.no_input:
        exit_as_wrong_usage("--strict goes with --no-input")
    if not options.no_input:
        require_terminal()
    if options.no_input:
        return _begin_or_go_on(options)
    with interviewing(file):
        return _begin_or_go_on(options)


def _begin_or_go_on(options: argparse.Namespace) -> int:
    """Carry out what the options say, ask where they allow it, and return the exit status."""
    from drafter.cli.set_answers import refuse_wrong_details, set_answers, set_private, unanswered

    file: Path = options.answers
    plain = is_plain(options.plain)
    library = library_for(file)
    begun = is_there(file)
    if options.origin is not None:
        _refuse_carrying(options, begun=begun)
    store = _open(file, library, plain=plain, asks=not options.no_input)
    if begun:
        refuse_wrong_details(file, library)
    if options.origin is not None:
        from drafter.cli.carry_over import carry_over

        carry_over(options.origin, store, options.document, library)
    if not begun and options.origin is None:
        _take_profile(store)
    set_answers(store, library, options.sets)
    set_private(store, library, options.private_paths, partial(private_line, say=print))
    if options.no_input:
        left = unanswered(store, library)
        for question in left:
            print(f"unanswered: {'.'.join(map(str, question.path))}  {question.text}")
        return FAULT if options.strict and left else DONE
    print(f"{'Going on with' if begun else 'Saving to'} {file}.")
    with keyboard(plain=plain):
        _ask_all(store, library, file, plain=plain)
        return _finish(file, library, plain=plain)


def _open(file: Path, library: Library, *, plain: bool, asks: bool) -> Store:
    """Return the store of *file*; where it *asks*, a private file of unknown origin is asked about."""
    if not asks:
        return Store.open(file, made_with(library))
    from drafter.cli.sharing import OnScreen, ask_to_tie, refuse_other_people

    ask, _ = asker(plain=plain, say=print)
    try:
        store = Store.open(file, made_with(library))
    except Untied as error:
        cases = list(read_answers(file)[0].cases) if is_there(file) else []
        with keyboard(plain=plain):
            belongs = ask_to_tie(ask, error.file, file, cases)
        if not belongs:
            raise refuse_other_people(error.file) from None
        store = Store.open(file, made_with(library), tie=True)
    store.listener = OnScreen(ask, store.private_path)
    return store


def _take_profile(store: Store) -> None:
    """Begin a new submission with what the profile remembers, and say so."""
    from drafter.cli.profile import begin_with_profile

    taken = begin_with_profile()
    if taken:
        store.change([((key,), value) for key, value in taken.items()])
        print("Begun with your profile ('drafter profile'); anything can be changed here.")


def _refuse_carrying(options: argparse.Namespace, *, begun: bool) -> None:
    if not options.document:
        exit_as_wrong_usage("--from goes with --document: which document is to be written?")
    if begun or real_path(options.origin) == real_path(options.answers):
        raise DrafterError(
            Fault(
                "this file is there already" if begun else "a new submission needs a file of its own",
                "Name a new file; nothing is carried over another.",
                str(options.answers),
            )
        )


def _ask_all(store: Store, library: Library, file: Path, *, plain: bool, first: Item | None = None) -> None:
    """Ask *first*, then everything that is unanswered. Raises Stopped where the person stops."""
    from drafter.cli.set_answers import Announcer

    ask, keys = asker(plain=plain, say=print)
    print(wrapped(keys))
    # Where plain lines were asked for by the option, going on without it would redraw the screen.
    command = f"drafter new {file}{' --plain' if plain and not is_plain(False) else ''}"
    told = Announcer(library, file, plain=plain)

    def ask_with_length(question: Question, standing: Any) -> Any:
        return ask(told.with_length(question), standing)

    try:
        interview(store, library, ask_with_length, told, notice, first)
    except KeyboardInterrupt:
        raise Stopped(Fault(f"stopped; everything answered is in {file}", f"Go on with: {command}")) from None


def notice(text: str) -> None:
    """Print what an answer has brought about, wrapped and set off."""
    print(f"\n{wrapped(text, '  ! ')}\n")


def made_with(library: Library) -> str:
    """Return what is written into an answers file: which drafter and which clause library made it."""
    from hashlib import sha256

    from drafter.library.folders import read_text, topmost

    digest = sha256()
    count = 0
    for clause_id in library.clause_ids():
        file = topmost(library.clause_folders, f"{clause_id}.md")
        if file is not None:
            digest.update(f"{clause_id}\n{read_text(file)}".encode("utf-8", "surrogateescape"))
            count += 1
    return f"drafter {__version__}, clause library {digest.hexdigest()[:8]} ({count} clauses)"


def _finish(file: Path, library: Library, *, plain: bool) -> int:
    """Look at the whole before it is built, let anything be changed, and return the exit status."""
    from drafter.cli.set_answers import before_building

    ask, _ = asker(plain=plain, say=print)
    while True:
        try:
            made = before_building(file, library)
        except DrafterError as error:
            print(faults_in_words(error.faults, sys.stdout))
            return FAULT
        try:
            chosen = str(ask(_what_next(made.errors), None))
        except KeyboardInterrupt:
            return _end(file)
        except (Back, Overview):
            chosen = "change"
        if chosen == "change":
            _change(file, library, plain=plain)
        elif chosen == "preview":
            _run("preview", file)
        else:
            return _end(file, built=chosen == "build" and _run("build", file) == DONE)


def _what_next(errors: tuple[Any, ...]) -> Question:
    from drafter.interview.items.declared import choices

    return Question(
        path=("interview", "next"),
        section="Before you build",
        text="What next?",
        help="Nothing stands in the way."
        if not errors
        else f"{SCREEN.counted(len(errors), 'thing')} {'is' if len(errors) == 1 else 'are'} still open.",
        kind="choice",
        choices=choices(
            ("build", "Build the Word file"),
            ("preview", "Read it here"),
            ("change", "Change an answer"),
            ("stop", "Stop; it is all saved"),
        ),
        default="build",
    )


def _run(name: str, file: Path) -> int:
    """Run the command *name* on *file* and return its exit status."""
    from importlib import import_module

    command = import_module(f"drafter.cli.{name}")
    try:
        status: int = command.run(parser_of(name).parse_args([str(file)]))
    except DrafterError as error:
        print(faults_in_words(error.faults, sys.stdout))
        return FAULT
    return status


def _change(file: Path, library: Library, *, plain: bool) -> None:
    """Let the person change one answer, and ask what depends on it."""
    store = _open(file, library, plain=plain, asks=True)
    ask, _ = asker(plain=plain, say=print)
    wished = look_over(store, library, ask)
    _ask_all(store, library, file, plain=plain, first=wished)


def _end(file: Path, *, built: bool = False) -> int:
    """Say where everything is, last of all, and return the exit status."""
    print(f"\nRead it:   drafter preview {file}\nBuild it:  drafter build {file}")
    word = f" The Word file is {file.with_suffix('.docx')}." if built else ""
    print(wrapped(f"Everything is saved in {file}.{word}"))
    return DONE
