"""What was taken from the library so far."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import clause_id, rows
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE


def chosen_clauses(data: Mapping[str, Any], library: Library) -> list[Clause]:
    """Return the clauses taken so far, those passed by that cannot be read."""
    found = []
    for section in rows(data, ("themes",)):
        for entry in rows(section, ("clauses",)):
            try:
                found.append(library.clause(clause_id(entry)))
            except DrafterError:
                continue  # a build says what is wrong with it; the interview goes on
    return found


def cited(data: Mapping[str, Any], library: Library) -> list[str]:
    """Return what the clauses taken so far and own words cite, as ``authority:locator``, each once."""
    found = [pair for clause in chosen_clauses(data, library) for pair in clause.head.authorities]
    for section in rows(data, ("themes",)):
        for one in (*rows(section, ("clauses",)), *rows(section, ("own",))):
            found += NOTE.findall("" if isinstance(one, str) else str(one.get("text") or ""))
    return list(dict.fromkeys(found))
