"""What the entries of the menu share: a question, titles that fit on a line, names of files."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from drafter.answers.paths import MISSING
from drafter.cli import module_name
from drafter.cli.layout import wrapped
from drafter.cli.parsers import parser_of
from drafter.cli.screen_width import width
from drafter.interview.items.declared import choices
from drafter.interview.recent_files import submissions
from drafter.interview.stores import Ask
from drafter.model.question import Choice, Question

Action = Callable[[], None]
"""What a choice of the menu does. It raises Back to return to the menu."""
NEW = "submission"
"""The name of a new answers file where none is typed."""
RECENT = 8
"""Files that are offered: the last changed of this folder."""
OTHER, MENU = "another file", "menu"
BACK_TO_MENU = Choice(value=MENU, title="Back to the menu")


def menu_question(text: str, help_: str, known: Sequence[Choice], default: str | None = None) -> Question:
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


def fitting(title: str, details: Sequence[str], question: str) -> str:
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


def run_command(command: str, *arguments: str) -> int:
    """Run a command with *arguments* and return its exit status."""
    module = import_module(f"drafter.cli.{module_name(command)}")
    status: int = module.run(parser_of(command).parse_args(arguments))
    return status


def new_file(ask: Ask, suggested: str = NEW) -> str:
    """Return the name of an answers file that is not there yet; Enter alone takes *suggested*."""
    free = next(
        name
        for name in (suggested, *(f"{suggested}-{number}" for number in range(2, 10_000)))
        if not Path(f"{name}.yaml").exists()
    )
    question = menu_question(
        "What should the answers file be called?",
        "A short name, such as ruritania-upr. Take no name of a person, since others may see it. It is saved "
        "in this folder.",
        (),
        free,
    ).model_copy(update={"required": True})
    while True:
        name = str(ask(question, MISSING) or "").strip() or free
        file = name if name.endswith(".yaml") else f"{name}.yaml"
        if not Path(file).exists():
            return file
        print(wrapped(f"{file} already exists. Type another name, or choose that file in the menu to go on."))


def choose_file(ask: Ask, text: str, help_: str, files: Sequence[Path]) -> Path | None:
    """Return one of *files*, or another that the person names; ``None`` to go back to the menu."""
    rows = choices(*((str(file), str(file)) for file in files), (OTHER, "Another file"))
    chosen = str(ask(menu_question(text, help_, (*rows, BACK_TO_MENU)), None))
    if chosen == MENU:
        return None
    if chosen == OTHER:
        name = menu_question("What is the file called?", "Its name, or its path: from-a-colleague.docx.", ())
        chosen = str(ask(name.model_copy(update={"required": True}), None)).strip()
    return Path(chosen).expanduser()


def recent_files(folder: Path, *endings: str) -> list[Path]:
    """Return the answers files in *folder* and the files with one of *endings*, the last changed first."""
    files = [*submissions(folder)]
    for ending in endings:
        files += [
            file for file in folder.glob(f"*{ending}") if file.is_file() and not file.name.startswith("~$")
        ]
    return sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[:RECENT]
