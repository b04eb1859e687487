"""Carrying one submission's answers over to another document, and telling what became of them."""

from pathlib import Path
from typing import Any

from drafter.answers.load import read_answers
from drafter.answers.store import PRIVATE, Store
from drafter.cli.making import make, pseudonyms_of
from drafter.errors import DrafterError
from drafter.interview.carry import Carried, carry, settled
from drafter.library.library import Library
from drafter.privacy.private_file import private_file, read_private
from drafter.text_file import read_file
from drafter.yaml_text import read_yaml


def carry_over(origin: Path, store: Store, document: str, library: Library) -> None:
    """Put what *origin* knows into *store* for *document*, and print what could not come along.

    Raises DrafterError where *origin* or its private file is wrong or there is no such document; then the
    new file that was begun is taken away again.
    """
    try:
        read_answers(origin)  # every fault in it, before anything is made of it
        carried = carry(read_yaml(read_file(origin), str(origin)), document, library)
        private = _private(origin)
    except DrafterError:
        store.file.unlink()
        raise
    store.change([((key,), value) for key, value in carried.data.items()])
    if private:
        store.change([((PRIVATE, "cases", key), case) for key, case in private.items()])
    store.change(settled(store.data, library))
    _tell(origin, store.file, carried)


def _private(origin: Path) -> dict[str, Any]:
    """Return what is private of each case of *origin*, as it stands in its file."""
    answers, _ = read_answers(origin)
    file = read_private(origin, answers.private_id, pseudonyms_of(answers)).path
    return dict(read_yaml(read_file(file), str(file))["cases"]) if file else {}


def _tell(origin: Path, file: Path, carried: Carried) -> None:
    data = carried.data
    counts = [f"{len(data.get(key, ()))} {key}" for key in ("organisations", "facts", "cases", "themes")]
    print(f"From {origin}: {', '.join(counts)}.")
    if private_file(file).exists():
        print(f"  Real names went into {private_file(file)}.")
    for title, lines in (
        ("Turned into something else:", carried.turned),
        ("Not carried over:", carried.left),
    ):
        if lines:
            print(title)
            for line in lines:
                print(f"  {line}")
    try:
        made = make(file)
    except DrafterError:
        return
    if made.length.limit and made.length.words > made.length.limit:
        print(f"{made.length}: {made.length.words - made.length.limit:,} too many for this document.")
    else:
        print(f"{made.length}.")
