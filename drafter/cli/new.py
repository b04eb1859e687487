"""``drafter new``: a submission, question by question; or go on with one where it was left."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.answers.history_file import write_history
from drafter.answers.load import read_answers
from drafter.answers.lock import interview_lock
from drafter.answers.paths import dotted
from drafter.answers.profile import profile_answers
from drafter.answers.store import Store
from drafter.answers.working import WorkingAnswers
from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import wrapped
from drafter.cli.near_file import file_meant, near_file
from drafter.cli.undo_history import history_of
from drafter.errors import DrafterError, Fault, InterviewStopped
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.pace import Pace
from drafter.interview.session import Person, interview
from drafter.interview.stores import Ask
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import fingerprint, library_for
from drafter.model.question import Question
from drafter.privacy.private_file import UntiedPrivateFile
from drafter.terminal.asker import asker, is_plain, keyboard, private_line, require_terminal
from drafter.terminal.width import PrintedAbove
from drafter.text_file import as_argument, file_exists

if TYPE_CHECKING:  # the pipeline is loaded when everything is answered
    from drafter.drafting.pipeline import ReviewedDraft

_ROOMY = 24
"""The lines of a screen that has room for empty lines."""


def run(options: argparse.Namespace) -> int:
    """Hold the interview and return the exit status."""
    file: Path = options.answers
    if options.strict and not options.no_input:
        exit_as_wrong_usage("--strict needs --no-input")
    if not options.no_input:
        require_terminal("use --no-input with --set, or write the answers file by hand")
        if (near := near_file(file)) is not None and options.origin is None:
            plain = is_plain(options.plain)
            with keyboard(plain=plain):
                file = options.answers = file_meant(file, near, asker(plain=plain, say=print)[0])
    if options.no_input:
        return _begin_or_go_on(options)
    with interview_lock(file):
        return _begin_or_go_on(options)


def _begin_or_go_on(options: argparse.Namespace) -> int:
    """Carry out what the options say, ask where they allow it, and return the exit status."""
    from drafter.cli.set_answers import set_answers, set_private
    from drafter.interview.setting import open_questions

    file: Path = options.answers
    plain = is_plain(options.plain)
    library = library_for(file)
    questionnaire = Questionnaire(library, questions if options.no_input else _with_other_files(file))
    begun = file_exists(file)
    if options.origin is not None:
        from drafter.cli.carry_over import carry_over, refuse_carrying, take_people

        refuse_carrying(options, library, begun=begun)
    store = _open(file, library, plain=plain, asks=not options.no_input)
    if options.origin is not None:
        carry_over(options.origin, store, options.document, library, take_people(options))
    if not begun:
        write_history(file, None)  # of another file that had this name
    if not begun and options.origin is None:
        _take_profile(store)
    set_answers(store, questionnaire, options.sets)
    set_private(store, questionnaire, options.private_paths, partial(private_line, say=print))
    if options.no_input:
        left = open_questions(store.answers, questionnaire)
        for item in left:
            print(f"unanswered: {dotted(item.path)}  {item.text}")
        return FAULT if options.strict and left else DONE
    print(f"{'Continuing with' if begun else 'Saving to'} {file}.")
    with keyboard(plain=plain):
        ask_all(store, questionnaire, plain=plain, has_warned=begun)
        return _finish(store, questionnaire, plain=plain)


def _with_other_files(file: Path) -> Callable[[WorkingAnswers, Library], Iterator[Item]]:
    """Return the questions of the submission in *file*, which also offer what other files know.

    They are read once, when a question first needs them.
    """
    from drafter.interview.other_files import on_record

    return partial(questions, on_record=cache(partial(on_record, file)))


def _open(file: Path, library: Library, *, plain: bool, asks: bool) -> Store:
    """Return the store of *file*; where it *asks*, a private file of unknown origin is asked about."""
    from drafter.drafting.read_saved import refuse_wrong_details

    open_store = partial(
        Store.open, file, made_with(library), check=partial(refuse_wrong_details, library=library)
    )
    if not asks:
        return open_store()
    from drafter.cli.sharing import OnScreen, ask_to_tie, refuse_other_people

    ask, _ = asker(plain=plain, say=print)
    try:
        store = open_store()
    except UntiedPrivateFile as error:
        cases = list(read_answers(file)[0].cases) if file_exists(file) else []
        with keyboard(plain=plain):
            belongs = ask_to_tie(ask, error.file, file, cases)
        if not belongs:
            raise refuse_other_people(error.file) from None
        store = open_store(tie=True)
    store.listener = OnScreen(ask, store.private_path)
    return store


def _take_profile(store: Store) -> None:
    """Begin a new submission with what the profile remembers, and say so."""
    taken = profile_answers()
    if taken:
        store.change([((key,), value) for key, value in taken.items()])
        print("drafter has filled in your profile ('drafter profile'). You can change everything here.")


def ask_all(
    store: Store,
    questionnaire: Questionnaire,
    *,
    plain: bool,
    at_overview: bool = False,
    has_warned: bool = False,
) -> None:
    """Ask everything that is unanswered, after the overview if *at_overview*.

    Raises InterviewStopped where the person stops. With *has_warned*, the warning of the document was shown
    before.
    """
    from drafter.cli.progress import Announcer, document_warning

    file = store.file
    warned = (store.answers.document or "") if has_warned else ""
    pace = Pace()
    announcer = Announcer(questionnaire, plain=plain, warned=warned, pace=pace)

    def warning() -> str:
        return document_warning(store.answers.document or "", questionnaire.library)

    ask, keys = asker(plain=plain, say=print, warning=warning)
    print(wrapped(keys))
    # Where plain lines were asked for by the option, going on without it would redraw the screen.
    command = f"drafter new {as_argument(file)}{' --plain' if plain and not is_plain(False) else ''}"

    is_roomy = not plain and get_terminal_size().lines >= _ROOMY

    def ask_with_length(question: Question, current: object) -> AnswerValue:
        if is_roomy and not PrintedAbove.lines:
            print()  # between the answer before and the help
        return ask(announcer.with_length(question), current)

    try:
        person = Person(pace.timed(ask_with_length), announcer, notice)
        interview(store, questionnaire, person, history=history_of(store), at_overview=at_overview)
    except KeyboardInterrupt:
        raise InterviewStopped(
            Fault(f"stopped; everything answered is in {file}", f"Go on with: {command}")
        ) from None


def notice(text: str) -> None:
    """Print what an answer has brought about, wrapped and set off where the screen has room for that."""
    shown = f"\n{wrapped(text, '  ! ')}" + ("\n" if get_terminal_size().lines >= _ROOMY else "")
    print(shown)
    PrintedAbove.lines += shown.count("\n") + 1


def made_with(library: Library) -> str:
    """Return what is written into an answers file: which drafter and which clause library made it."""
    digest, count = fingerprint(library)
    return f"drafter {__version__}, clause library {digest} ({count} clauses)"


def _finish(store: Store, questionnaire: Questionnaire, *, plain: bool) -> int:
    """Show the whole before it is built, let anything be changed, and return the exit status."""
    from drafter.cli.before_building import BeforeBuilding
    from drafter.drafting.pipeline import draft_file

    file = store.file
    ask, _ = asker(plain=plain, say=print)
    before_building = BeforeBuilding(plain=plain)
    while True:
        try:
            draft = draft_file(file, today=date.today(), library=questionnaire.library)
        except DrafterError as error:
            print(faults_in_words(error.faults, sys.stdout))
            return FAULT
        before_building.show(draft)
        try:
            chosen = str(ask(_what_next(draft, has_shown_all=before_building.has_shown_all), None))
            if chosen == "build" and (built := _build(ask, file)):
                return _end(file, built)
        except KeyboardInterrupt:
            return _end(file)
        except (Back, Overview):
            chosen = "change"
        match chosen:
            case "change":
                change_an_answer(file, questionnaire, plain=plain)
            case "preview":
                _read_here(draft, plain=plain)
            case "remarks":
                before_building.show_all(draft)
            case "stop":
                return _end(file)


def _what_next(draft: "ReviewedDraft", *, has_shown_all: bool) -> Question:
    from drafter.interview.items.declared import choices

    count = len(draft.errors)
    read = [("remarks", "Read the remarks again" if has_shown_all else "Read the remarks")]
    return Question(
        path=("interview", "next"),
        section="Before you build",
        text="What next?",
        help=f"{SCREEN.counted(count, 'thing')} {'is' if count == 1 else 'are'} still open."
        if count
        else "You can build it.",
        kind="choice",
        choices=choices(
            ("build", "Build the Word file"),
            ("preview", "Read it here"),
            ("change", "Change an answer"),
            *(read if draft.remarks else []),
            ("stop", "Stop; it is all saved"),
        ),
        default="build",
    )


def _build(ask: Ask, file: Path) -> Path | None:
    """Build the Word file and return its path, ``None`` if nothing was built; why is on the screen."""
    from drafter.cli.build_again import build_asking

    try:
        return build_asking(ask, file)
    except DrafterError as error:
        print(faults_in_words(error.faults, sys.stdout))
        return None


def _read_here(draft: "ReviewedDraft", *, plain: bool) -> None:
    """Show the document page by page, and then say what was shown."""
    from drafter.cli.paging import paged
    from drafter.cli.preview import print_preview

    with paged(plain=plain) as shown:
        print_preview(draft)
    if shown.by_page:
        print(wrapped(f"\nThat was the whole document: {draft.length}."))


def change_an_answer(file: Path, questionnaire: Questionnaire, *, plain: bool) -> None:
    """Let the person change answers in the overview, and ask what depends on them."""
    store = _open(file, questionnaire.library, plain=plain, asks=True)
    ask_all(store, questionnaire, plain=plain, at_overview=True, has_warned=True)


def _end(file: Path, built: Path | None = None) -> int:
    """Say where everything is, last of all, and return the exit status."""
    print(f"\nRead it:   drafter preview {as_argument(file)}\nBuild it:  drafter build {as_argument(file)}")
    word = f" The Word file is {built}." if built else ""
    print(wrapped(f"Everything is saved in {file}.{word}"))
    return DONE
