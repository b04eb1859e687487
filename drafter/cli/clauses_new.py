"""``drafter clauses new``: start your own clause from a skeleton."""

import argparse
import re
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.faults import similar_hint
from drafter.cli.layout import wrapped
from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.library.skeleton import clause_skeleton
from drafter.text_file import file_exists


def start_clause(library: Library, options: argparse.Namespace) -> int:
    """Write the skeleton of a new clause into ./clauses and return the exit status.

    Raises DrafterError with every fault of its name, or if it extends a clause that does not exist.
    """
    theme, _, name = options.id.partition("/")
    file = Path("clauses") / theme / f"{name}.md"
    faults = []
    if theme not in library.themes.themes:
        hint = f"{similar_hint(theme, library.themes.themes)} 'drafter clauses themes' lists all themes."
        faults.append(Fault(f"there is no theme '{theme}'", hint.strip()))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        fault = (
            f"'{name}' cannot be the name of a clause"
            if name
            else f"'{options.id}' has no name after the theme"
        )
        faults.append(Fault(fault, "Use small letters, digits and hyphens, such as recovery/our-own."))
    if options.extends:
        library.clause(options.extends)  # raises if there is none, with similar ids
    is_mine = file_exists(file)
    if options.id in library.clause_ids() and options.extends != options.id and not is_mine:
        taken = f"there is already a clause '{options.id}', and yours would replace it"
        command = f"drafter clauses new {options.id} --extends {options.id}"
        faults.append(Fault(taken, f"Choose another name. To change a part of that clause: {command}"))
    if is_mine:
        faults.append(Fault("this file exists already", "Choose another name, or edit the file.", str(file)))
    if faults:
        raise DrafterError(faults)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(clause_skeleton(theme, options.kind, options.extends), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "Go to a folder in which you can write, and start the clause there."
        raise DrafterError(Fault(f"drafter cannot write it ({reason})", remedy, str(file))) from error
    print(f"✓ {file}")
    todo = "Write it in an editor." if options.extends else "Replace each … in an editor."
    print(wrapped(f"{todo} Then run: drafter clauses check"))
    return DONE
