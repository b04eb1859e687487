"""Practising on a copy of an example: it is in a folder that is removed, unless the person keeps it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from drafter.bundled import bundled_folder
from drafter.cli.layout import wrapped
from drafter.cli.menu_question import BACK_TO_MENU, MENU, menu_question, new_file, run_command
from drafter.cli.paging import paged
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.question import Choice
from drafter.text_file import as_argument
from drafter.yaml_text import read_yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_KEPT = (".yaml", ".docx")
"""The endings of the files that are worth keeping."""


def practise(ask: Ask) -> None:
    """Ask for an example, and let the person work on a copy of it until they go back to the menu."""
    examples = _examples(library_for())
    question = menu_question(
        "Which example do you want to try?",
        "All of them are invented. You work on a copy, and nothing of it is kept unless you want it.",
        (*examples, BACK_TO_MENU),
    )
    chosen = str(ask(question, None))
    if chosen != MENU:
        with practice_copy(ask, chosen) as file:
            _work_on(ask, file)


def _as_it_is(_: Path) -> None:
    """Leave the copy as it is."""


@contextmanager
def practice_copy(ask: Ask, name: str, prepare: Callable[[Path], None] = _as_it_is) -> Iterator[Path]:
    """Yield a copy of the example called *name*, which *prepare* may change first; then remove it.

    If the person has changed or built anything, *ask* asks before that whether to keep it.
    """
    with TemporaryDirectory(prefix="drafter-practice-") as folder:
        file = Path(folder) / name
        file.touch(0o600)
        file.write_text(_folder().joinpath(name).read_text(encoding="utf-8"), encoding="utf-8")
        prepare(file)
        before = file.read_bytes()
        yield file
        if file.read_bytes() != before or file.with_suffix(".docx").exists():
            _offer_to_keep(ask, file)


def check_here(file: Path) -> None:
    """Show the remarks on *file*, with remedies for somebody who is not in the answers file but here."""
    from drafter.cli.check_text import print_text, total_in_words
    from drafter.drafting.checking import check_files
    from drafter.interview.remedies import in_interview

    [checked] = check_files([file], today=date.today())
    checked = replaced(checked, remarks=tuple(map(in_interview, checked.remarks)))
    with paged() as shown:
        print_text([checked])
    if shown.by_page:
        print(wrapped(f"Checked: {total_in_words([checked])}"))


def _folder() -> "Traversable | Path":
    """Return the folder of the examples. Raises DrafterError if this installation has none."""
    folder = bundled_folder("examples")
    if not folder.is_dir():
        raise DrafterError(Fault("this installation has no examples", "Install drafter again."))
    return folder


def _examples(library: Library) -> Iterator[Choice]:
    """Yield each example: the title of its document, and what its first lines say about it."""
    for file in sorted(_folder().iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".yaml"):
            continue
        text = file.read_text(encoding="utf-8")
        data = read_yaml(text, file.name)
        document = data.get("document") if isinstance(data, dict) else None
        title = library.document(document).rules.title if isinstance(document, str) else file.name
        about = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
        yield Choice(value=file.name, title=title, more="\n".join(filter(None, about)))


def _work_on(ask: Ask, file: Path) -> None:
    """Ask what to do with the copy *file*, again and again, until the person has had enough."""
    question = menu_question(
        "What do you want to try?",
        f"Your copy of {file.name}.",
        choices(
            ("read", "Read it"),
            ("change", "Change answers"),
            ("check", "Check it"),
            ("build", "Build the Word file"),
            (MENU, "I have seen enough"),
        ),
    )
    while True:
        try:
            chosen = str(ask(question, None))
        except (Back, Overview):
            return
        if chosen == MENU:
            return
        do_with(file, chosen)


def do_with(file: Path, action: str) -> None:
    """Read, change, check or build the copy *file*. What is wrong with it is printed."""
    from drafter.cli.faults import faults_in_words

    try:
        match action:
            case "read":
                run_command("preview", str(file))
            case "change":
                run_command("new", str(file))
            case "check":
                check_here(file)
            case _:
                run_command("build", str(file), "--force")
    except DrafterError as error:
        print(faults_in_words(error.faults))


def _about_copy(file: Path) -> str:
    """Return what the copy consists of and, if its Word file is there, how to look at that first."""
    word = file.with_suffix(".docx")
    if not word.exists():
        return "Your copy is the answers file with what you have changed."
    opener = {"darwin": "open", "win32": "start"}.get(sys.platform, "xdg-open")
    return (
        "Your copy is the answers file and the Word file. To look at the Word file before you decide, open a "
        f"second terminal and type: {opener} {as_argument(word)}"
    )


def _offer_to_keep(ask: Ask, file: Path) -> None:
    question = menu_question(
        "Do you want to keep your copy?",
        _about_copy(file),
        choices(("no", "No, delete it"), ("yes", "Yes, save it in this folder")),
    )
    try:
        is_kept = ask(question, None) == "yes"
        name = Path(new_file(ask, file.stem)) if is_kept else None
    except (Back, Overview):
        name = None
    if name is None:
        print("The copy was deleted.")
        return
    for each in sorted(file.parent.iterdir()):
        if each.suffix in _KEPT:
            ending = each.name.removeprefix(file.stem)
            shutil.copy2(each, name.with_name(f"{name.stem}{ending}"))
    print(f"Saved as {name}.")
