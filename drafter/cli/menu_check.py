"""The menu entry that checks a file: which file, which document it is, and its remarks."""

from datetime import date
from pathlib import Path

from drafter.cli.check_text import print_text, total_in_words
from drafter.cli.layout import wrapped
from drafter.cli.menu_question import choose_file, menu_question, recent_files
from drafter.cli.paging import paged
from drafter.frozen import replaced
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.question import Choice, Question

UNKNOWN = "not known"


def check_a_file(ask: Ask) -> None:
    """Ask for a file, show the remarks on it, and return to the menu. Nothing is written."""
    file = choose_file(
        ask,
        "Which file do you want to check?",
        "An answers file, or a Word file from anybody. drafter changes nothing in it.",
        recent_files(Path(), ".docx"),
    )
    if file is None:
        return
    # The pipeline and the review take long to load, and the menu often starts without them.
    from drafter.drafting.checking import check_files, kind_of
    from drafter.interview.remedies import in_interview

    [checked] = check_files([file], today=date.today())
    if kind_of(file) == "word" and checked.words is not None and not checked.document:
        document = str(ask(_which_document(library_for(file)), None))
        if document != UNKNOWN:
            [checked] = check_files([file], document)
    if checked.kind == "answers":  # the menu can change an answer, so nobody has to write in the file
        checked = replaced(checked, remarks=tuple(map(in_interview, checked.remarks)))
    print()
    with paged() as shown:
        print_text([checked])
    if shown.by_page:
        print(wrapped(f"Checked: {total_in_words([checked])}"))


def _which_document(library: Library) -> Question:
    """Return the question which document a Word file is, of which drafter does not know it."""
    documents = [
        Choice(value=name, title=rules.title, more=rules.about)
        for name in library.document_ids()
        for rules in [library.document(name).rules]
    ]
    asked = menu_question(
        "Which document is it?",
        "Type a word to search. drafter then checks the rules of that body too.",
        (*choices((UNKNOWN, "I don't know: check the text alone")), *documents),
    )
    return asked.model_copy(update={"kind": "search"})
