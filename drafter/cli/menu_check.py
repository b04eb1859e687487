"""The menu entry that checks a file: which file, which document it is, and its remarks."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from drafter.cli.check_text import print_text
from drafter.interview.items.declared import choices
from drafter.interview.recent_files import submissions
from drafter.interview.session import Ask
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.question import Choice, Question

RECENT = 8
"""Files that are offered: the last changed of this folder."""
OTHER, UNKNOWN, MENU = "another file", "not known", "menu"
AskedQuestion = Callable[[str, str, Sequence[Choice]], Question]
"""Makes a question of the menu from its text, its help and its choices."""


def check_a_file(ask: Ask, question: AskedQuestion) -> None:
    """Ask for a file, print the remarks on it, and return to the menu. Nothing is written."""
    help_ = "An answers file, or a Word file from anybody. drafter changes nothing in it."
    chosen = ask_for_file(ask, question, "Which file do you want to check?", help_)
    if chosen is None:
        return
    # The pipeline and the review take long to load, and the menu often starts without them.
    from drafter.drafting.checking import check_files, kind_of

    file = chosen
    [checked] = check_files([file], today=date.today())
    if kind_of(file) == "word" and checked.words is not None and not checked.document:
        document = str(ask(_which_document(library_for(file), question), None))
        if document != UNKNOWN:
            [checked] = check_files([file], document)
    print()
    print_text([checked])


def recent_files(folder: Path) -> list[Path]:
    """Return the answers files in *folder* and the Word files beside them, the last changed first."""
    files = [*submissions(folder)]
    files += [file for file in folder.glob("*.docx") if file.is_file() and not file.name.startswith("~$")]
    return sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[:RECENT]


def ask_for_file(ask: Ask, question: AskedQuestion, text: str, help_: str) -> Path | None:
    """Return a file of this folder or another one; ``None`` if the person goes back to the menu."""
    titles = choices(*((str(file), str(file)) for file in recent_files(Path())))
    others = choices((OTHER, "Another file"), (MENU, "Back to the menu"))
    chosen = str(ask(question(text, help_, (*titles, *others)), None))
    if chosen == MENU:
        return None
    if chosen == OTHER:
        chosen = str(ask(_file_name(question), None)).strip()
    return Path(chosen).expanduser()


def _file_name(question: AskedQuestion) -> Question:
    asked = question("What is the file called?", "Its name, or its path: from-a-colleague.docx.", ())
    return asked.model_copy(update={"required": True})


def _which_document(library: Library, question: AskedQuestion) -> Question:
    """Return the question which document a Word file is, of which drafter does not know it."""
    documents = [
        Choice(value=name, title=rules.title, more=rules.about)
        for name in library.document_ids()
        for rules in [library.document(name).rules]
    ]
    asked = question(
        "Which document is it?",
        "Type a word to search. drafter then checks the rules of that body too.",
        (*choices((UNKNOWN, "I don't know: check the text alone")), *documents),
    )
    return asked.model_copy(update={"kind": "search"})
