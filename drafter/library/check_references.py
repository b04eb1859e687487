"""Checking the cross references in clauses: ``(see {paragraph detention})``."""

from collections.abc import Collection, Iterator

from drafter.errors import Fault
from drafter.model.clause import Clause
from drafter.model.cross_references import BRACKETS, targets_in


def check_references(clause: Clause, themes: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each cross reference of *clause* that a document might not be able to print.

    Not every document has every theme, and drafter can leave out only what is in round brackets.
    """
    file = clause.file or clause.id
    for text in dict.fromkeys(clause.texts):
        in_brackets = "".join(BRACKETS.findall(text))
        for mark, names in targets_in(text):
            if mark not in in_brackets:
                fault = f"the reference {mark} is not in round brackets"
                yield Fault(fault, f"Write it as (see {mark}), after the words it belongs to.", file, "text")
            for name in (each for each in names if each not in themes):
                fault = f"the reference {mark} names '{name}', which is not a theme"
                yield Fault(fault, "Use the name of a theme, as in themes.yaml.", file, "text")
