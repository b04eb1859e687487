"""``drafter clauses new``: begin your own clause from a skeleton."""

import argparse
import re
from pathlib import Path

from drafter.cli import DONE
from drafter.cli.shared import meant, wrapped
from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.library.skeleton import clause_skeleton
from drafter.text_file import file_exists


def begin(library: Library, options: argparse.Namespace) -> int:
    """Write the skeleton of a new clause into ./clauses and return the exit status.

    Raises DrafterError with everything that is wrong with its name, or where it extends what is not there.
    """
    theme, _, name = options.id.partition("/")
    file = Path("clauses") / theme / f"{name}.md"
    faults = []
    if theme not in library.themes.themes:
        hint = f"{meant(theme, library.themes.themes)} 'drafter clauses themes' shows them all."
        faults.append(Fault(f"there is no theme '{theme}'", hint.strip()))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        fault = f"'{name}' cannot name a clause" if name else f"'{options.id}' has no name after the theme"
        faults.append(Fault(fault, "Small letters, digits and hyphens: recovery/our-own."))
    if options.extends:
        library.clause(options.extends)  # says so, with the nearest, where there is none
    is_mine = file_exists(file)
    if options.id in library.clause_ids() and options.extends != options.id and not is_mine:
        known = f"there is a clause '{options.id}', and yours would take its place"
        change = f"drafter clauses new {options.id} --extends {options.id}"
        faults.append(Fault(known, f"Choose another name; to change part of that clause: {change}"))
    if is_mine:
        faults.append(Fault("this file is there already", "Choose another name, or edit it.", str(file)))
    if faults:
        raise DrafterError(faults)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(clause_skeleton(theme, options.kind, options.extends), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "Go to a folder that you may write to, and begin the clause there."
        raise DrafterError(Fault(f"it cannot be written ({reason})", remedy, str(file))) from error
    print(f"✓ {file}")
    todo = (
        "Write it in an editor" if options.extends else "Write in an editor what belongs in place of each …"
    )
    print(wrapped(f"{todo}, then: drafter clauses check"))
    return DONE
