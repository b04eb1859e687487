"""The menu entry that suggests documents and begins one of them."""

from collections.abc import Sequence

from drafter.cli.layout import wrapped
from drafter.cli.menu_question import fitting, menu_question, new_file, run_command
from drafter.cli.paging import paged
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.library.open_library import library_for
from drafter.library.recommend import Suggestion
from drafter.library.recommend import suggest_documents as find_documents
from drafter.model.question import Question

FIRST = 3
"""Suggested documents that fit on a screen together with the question what to do with them."""


def suggest_documents(ask: Ask) -> None:
    """Ask which document is right, and let the person begin with one."""
    from drafter.cli.mechanism_choice import (
        NO_SUGGESTION,
        print_suggestions,
        print_waiting,
        worth_showing,
    )
    from drafter.interview.choosing import ask_about_situation

    library = library_for()
    answers = ask_about_situation(library, ask)
    fitting_all = find_documents(library, answers)
    if not fitting_all:
        print(wrapped(NO_SUGGESTION))
        print_waiting(library, answers)
        return
    suggestions = worth_showing(fitting_all)
    first = suggestions[:FIRST]
    print_suggestions(first, prepare=False)
    print_waiting(library, answers)
    chosen = str(ask(_which_document(first, len(suggestions) - len(first)), None))
    if chosen == "more":
        with paged():
            print_suggestions(suggestions)
        chosen = str(ask(_which_document(suggestions, 0), None))
    for suggestion in suggestions:
        if suggestion.document == chosen:
            print(wrapped(f"Have ready: {suggestion.situation.prepare}", "    "))
            run_command("new", new_file(ask), "--set", f"document={chosen}")


def _which_document(suggestions: Sequence[Suggestion], others: int) -> Question:
    text = "What next?"
    begin = [
        (suggestion.document, fitting(f"Begin with: {suggestion.rules.title}", (), text))
        for suggestion in suggestions
    ]
    more = [("more", f"Show {others} more that may fit")] if others else []
    return menu_question(text, "", choices(*begin, *more, ("menu", "Back to the menu")))
