"""``drafter`` alone, on a terminal: a menu, so that nobody has to know a sub-command to begin."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import width, wrapped
from drafter.cli.parsers import parser_of
from drafter.errors import DrafterError
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.declared import choices
from drafter.interview.recent_files import submission_state, submissions
from drafter.interview.session import Ask
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for
from drafter.library.recommend import Suggestion
from drafter.model.clause import Clause
from drafter.model.question import Choice, Question

RECENT = 5
"""Submissions that the menu shows: those in this folder, the last changed first."""
FIRST = 3
"""Suggested documents that fit on a screen together with the question what to do with them."""
NEW = "submission"
"""The name of a new answers file where none is typed."""
QUIT = "quit"
Action = Callable[[], None]


def menu() -> int:
    """Show the menu until the person quits, and return the exit status."""
    from drafter.terminal.asker import asker, is_plain

    ask, _ = asker(plain=is_plain(False), say=print)
    while True:
        try:
            question, actions = _menu(ask)
            chosen = str(ask(question, None))
            if chosen == QUIT:
                return DONE
            actions[chosen]()
        except (Back, Overview):
            continue
        except DrafterError as error:
            print(faults_in_words(error.faults, sys.stdout))
        print()


def _menu(ask: Ask) -> tuple[Question, dict[str, Action]]:
    """Return the question of the menu, and what each choice does. An action raises Back to return here."""
    files = submissions(Path())
    text = "What do you want to do?"
    library = library_for()
    rows: list[tuple[Choice, Action]] = [
        (
            Choice(
                value=f"go {file}",
                title=_fitting(f"Go on with {file.name}", submission_state(file, library), text),
            ),
            partial(_run, "new", str(file)),
        )
        for file in files[:RECENT]
    ]
    rows += [
        (Choice(value="new", title="Begin a new submission"), lambda: _run("new", _new_file(ask))),
        (Choice(value="door", title="Which mechanism is right for us?"), partial(_suggest_documents, ask)),
        (Choice(value="look", title="Look up a clause"), partial(_look_up, ask)),
        (Choice(value="check", title="Check a file"), partial(_check_a_file, ask)),
    ]
    rows += [
        (Choice(value=f"build {file}", title=f"Build {file.name}"), partial(_run, "build", str(file)))
        for file in files[:1]
    ]
    shown = (*(choice for choice, _ in rows), Choice(value=QUIT, title="Quit"))
    question = _question(text, "Ctrl-C stops at any time; everything answered is saved.", shown)
    return question, {choice.value: action for choice, action in rows}


def _question(text: str, help_: str, known: Sequence[Choice], default: str | None = None) -> Question:
    """Return a question of the menu with *known* choices, or for a line where there are none.

    Enter alone takes *default*, by itself the first choice: nothing in the menu states a fact.
    """
    return Question(
        path=("menu",),
        section="drafter",
        text=text,
        help=help_,
        kind="choice" if known else "line",
        choices=tuple(known),
        default=default if default is not None or not known else known[0].value,
        required=bool(known),
    )


def _fitting(title: str, details: Sequence[str], question: str) -> str:
    """Return *title* with as many *details* as fit behind *question*, where the answer is repeated."""
    from drafter.terminal.asker import is_plain

    if is_plain(False):
        return f"{title} ({', '.join(details)})" if details else title  # a screen reader needs no width
    room = width() - len(question) - len("?  »  ")
    for count in range(len(details), 0, -1):
        line = f"{title}  ({', '.join(details[:count])})"
        if len(line) <= room:
            return line
    return title if len(title) <= room else f"{title[: room - 1]}…"


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


def _check_a_file(ask: Ask) -> None:
    from drafter.cli.menu_check import check_a_file

    check_a_file(ask, _question)


# ---- which mechanism ----


def _suggest_documents(ask: Ask) -> None:
    """Ask which document is right, and let the person begin with one."""
    from drafter.cli.mechanism_choice import NO_SUGGESTION, print_suggestions, worth_showing
    from drafter.interview.choosing import ask_and_suggest

    suggestions = worth_showing(ask_and_suggest(library_for(), ask))
    if not suggestions:
        print(wrapped(NO_SUGGESTION))
        return
    first = suggestions[:FIRST]
    print_suggestions(first, prepare=False)
    chosen = str(ask(_which_document(first, len(suggestions) - len(first)), None))
    if chosen == "more":
        print_suggestions(suggestions, prepare=False)
        chosen = str(ask(_which_document(suggestions, 0), None))
    for suggestion in suggestions:
        if suggestion.document == chosen:
            print(wrapped(f"Have ready: {suggestion.situation.prepare}", "    "))
            _run("new", _new_file(ask), "--set", f"document={chosen}")


def _which_document(suggestions: Sequence[Suggestion], others: int) -> Question:
    text = "What next?"
    begin = [
        (suggestion.document, _fitting(f"Begin with: {suggestion.rules.title}", (), text))
        for suggestion in suggestions
    ]
    more = [("more", f"Show {others} more that may fit")] if others else []
    return _question(text, "", choices(*begin, *more, ("menu", "Back to the menu")))


# ---- a clause ----


def _look_up(ask: Ask) -> None:
    """Search clauses by words and let the person read those that match."""
    from drafter.cli.clause_view import print_clause
    from drafter.cli.clauses import no_clause_found
    from drafter.library.eligibility import search_clauses

    library = library_for()
    clauses = library.all_clauses()[0]
    words, hits, chosen, last = "", list[Clause](), "words", ""
    while chosen != "menu":
        if chosen == "words":
            words = str(ask(_words(), None))
            hits = search_clauses(clauses, words, library.language)
            chosen = "hits"
        elif chosen == "hits" and not hits:
            print(no_clause_found(clauses, words.split(), command=""))
            chosen = "words"
        elif chosen == "hits":
            chosen = str(ask(_which_clause(hits, words, last), None))
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


def _which_clause(hits: Sequence[Clause], words: str, last: str) -> Question:
    count = f"{SCREEN.counted(len(hits), 'clause')} {'has' if len(hits) == 1 else 'have'}"
    text = "Which clause?"
    titles = [
        Choice(value=clause.id, title=_fitting(clause.head.title, (clause.head.kind,), text))
        for clause in hits
    ]
    return _question(
        text,
        f"{count} “{words}”.",
        (*titles, *choices(("words", "Search for other words"), ("menu", "Back to the menu"))),
        last if last in {clause.id for clause in hits} else None,
    )


def _after_reading() -> Question:
    return _question(
        "What next?",
        "",
        choices(
            ("hits", "Back to the list"),
            ("words", "Search for other words"),
            ("menu", "Back to the menu"),
        ),
    )
