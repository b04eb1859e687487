"""An answers file to its saved form, checked: for an interview that goes on, and for carrying over."""

from pathlib import Path

from drafter.answers.changes import applied
from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers
from drafter.answers.older_files import upgrades
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.library.answer_names import unknown_names
from drafter.library.library import Library
from drafter.model.node import Node
from drafter.text_file import read_file, real_path
from drafter.yaml_text import describe_location, line_numbers, read_yaml


def refuse_wrong_details(file: Path, library: Library) -> None:
    """Raise DrafterError where *file* holds something that its document's own questions cannot take.

    An interview reports it before it asks anything: at its end a build would refuse it.
    """
    answers, lines = read_answers(file)
    if answers.document and answers.document in library.document_ids():
        rules = library.document(answers.document).rules
        wrong = list(wrong_details(rules.asks, answers.details))
        if wrong:
            known = dict(lines())
            raise DrafterError(
                Fault(fault, remedy, str(file), describe_location(("details", *path), known))
                for path, fault, remedy in wrong
            )


def read_saved(file: Path, library: Library) -> dict[str, Node]:
    """Return the answers in *file* as they are saved, in today's form, to be carried over.

    Raises DrafterError with every fault in them. A clause that the library does not have any more is no fault
    here: it is put aside.
    """
    real_path(file)  # refuses a name that leads nowhere
    answers, _ = read_answers(file)
    refuse_wrong_details(file, library)
    text = read_file(file)
    tree = read_yaml(text, str(file))
    wrong = [
        (path, fault)
        for path, fault in unknown_names(answers.model_dump(), library)
        if path != ("document",) and path[2:3] != ("clauses",)
    ]
    if wrong:
        lines = line_numbers(text)
        raise DrafterError(
            replaced(fault, file=str(file), place=describe_location(path, lines)) for path, fault in wrong
        )
    return applied(tree, upgrades(tree))
