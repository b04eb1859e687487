"""The menu entry that suggests documents and begins one of them."""

from collections.abc import Sequence

from drafter.cli.layout import wrapped
from drafter.cli.menu_question import fitting, menu_question, new_file, run_command
from drafter.cli.paging import paged
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.library.open_library import library_for
from drafter.library.recommend import Suggestion, choosing_data
from drafter.library.recommend import suggest_documents as find_documents
from drafter.model.question import Question

FIRST = 3
"""Suggested documents that fit on a screen together with the question what to do with them."""
_LINES_OF_QUESTION = 5
"""The lines of that question, apart from the documents: its text, three other choices, the keys."""
MORE, AGAIN = "more", "again"


def suggest_documents(ask: Ask) -> None:
    """Ask which document is right, and let the person begin with one."""
    from drafter.cli.suggestion_view import (
        NO_SUGGESTION,
        Glossary,
        print_committees,
        print_suggestions,
        print_titles,
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
    terms = choosing_data(library).terms
    first, end = 0, FIRST
    while True:
        known = suggestions[:end]
        with paged(lines_below=len(known) + _LINES_OF_QUESTION) as shown:
            print_suggestions(known[first:], Glossary(terms), first=first + 1, prepare=False)
            if not first:
                print_committees(library, answers)
                print_waiting(library, answers)
        if shown.by_page:
            print_titles(known)
        asked = _which_document(known, len(suggestions) - len(known), can_reread=shown.by_page)
        chosen = str(ask(asked, None))
        if chosen == MORE:
            first, end = end, len(suggestions)
        elif chosen == AGAIN:
            first = 0
        else:
            break
    for suggestion in suggestions:
        if suggestion.document == chosen:
            ready = Glossary(terms).explained(f"Have ready: {suggestion.situation.prepare}")
            print(wrapped(ready, "    "))
            run_command("new", new_file(ask), "--set", f"document={chosen}")


def _which_document(suggestions: Sequence[Suggestion], others: int, *, can_reread: bool) -> Question:
    text = "What next?"
    begin = [
        (suggestion.document, fitting(f"Begin with: {suggestion.rules.title}", (), text))
        for suggestion in suggestions
    ]
    more = [(MORE, f"Show {others} more that may fit")] if others else []
    again = [(AGAIN, "Read about them again")] if can_reread else []
    return menu_question(text, "", choices(*begin, *more, *again, ("menu", "Back to the menu")))
