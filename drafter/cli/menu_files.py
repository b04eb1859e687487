"""Menu entries about files: begin from an earlier submission, build, import, take edits back."""

from pathlib import Path

from drafter.cli.build_again import build_asking
from drafter.cli.menu_question import (
    BACK_TO_MENU,
    MENU,
    choose_file,
    menu_question,
    new_file,
    recent_files,
    run_command,
)
from drafter.interview.items.declared import choices
from drafter.interview.recent_files import submissions
from drafter.interview.stores import Ask
from drafter.library.open_library import library_for
from drafter.model.question import Choice, Question

_DOWNLOADED = (".docx", ".xlsx", ".csv", ".json")
"""The endings of files that can have recommendations."""


def begin_from(ask: Ask) -> None:
    """Begin a submission with what an earlier one knows; the person is asked about its people."""
    origin = choose_file(
        ask,
        "From which submission?",
        "The new one begins with its organisations, facts and clauses. drafter asks whether people and their "
        "stories come along. The old one stays as it is.",
        submissions(Path()),
    )
    if origin is None:
        return
    document = str(ask(_which_document(), None))
    suggested = f"{origin.stem}-{document.replace('/', '-')}"
    run_command("new", new_file(ask, suggested), "--from", str(origin), "--document", document)


def _which_document() -> Question:
    library = library_for()
    rows = [
        Choice(value=name, title=rules.title, more=rules.about)
        for name in library.document_ids()
        for rules in [library.document(name).rules]
    ]
    question = menu_question("Which document do you want to write now?", "Type a word to search.", rows)
    return question.model_copy(update={"kind": "search", "default": None})


def build_a_file(ask: Ask) -> None:
    """Build the Word file of an answers file that the person chooses."""
    file = choose_file(ask, "Which answers do you want to build?", "", submissions(Path()))
    if file is not None:
        build_asking(ask, file)


def import_a_file(ask: Ask) -> None:
    """Read the recommendations in a downloaded file, and do with them what the person chooses."""
    answers = submissions(Path())
    files = [file for file in recent_files(Path(), *_DOWNLOADED) if file not in answers]
    file = choose_file(
        ask,
        "Which file do you want to read?",
        "A file that you downloaded: a thematic list or concluding observations (Word), an export of UHRI or "
        "UPR Info, or a table of your own. drafter fetches nothing.",
        files,
    )
    if file is None:
        return
    rows = choices(
        ("show", "Only show what is in it"),
        *((f"into {each}", f"Add recommendations to {each.name}") for each in answers[:3]),
        ("library", "Keep all for every submission"),
    )
    chosen = str(ask(menu_question("What should drafter do with them?", "", (*rows, BACK_TO_MENU)), None))
    if chosen == "show":
        run_command("import", str(file))
    elif chosen == "library":
        run_command("import", str(file), "--library")
    elif chosen != MENU:
        run_command("import", str(file), "--into", chosen.removeprefix("into "))


def take_edits_back(ask: Ask) -> None:
    """Take the edits that somebody made in a Word file back into the answers."""
    word_files = [file for file in recent_files(Path(), ".docx") if file.suffix == ".docx"]
    word = choose_file(ask, "Which Word file was edited?", "It must have been built by drafter.", word_files)
    if word is None:
        return
    answers = choose_file(ask, "To which answers does it belong?", "", submissions(Path()))
    if answers is not None:
        run_command("merge", str(answers), str(word))
