"""Carrying one submission's answers over to another document, and telling what became of them."""

from pathlib import Path

from drafter.answers.load import read_file, refuse_format
from drafter.answers.private import private_file, read_private
from drafter.answers.store import PRIVATE, Store
from drafter.cli.making import make
from drafter.errors import DrafterError
from drafter.interview.carry import Carried, carry, settled
from drafter.library.library import Library
from drafter.yaml_text import read_yaml


def carry_over(origin: Path, store: Store, document: str, library: Library) -> None:
    """Put what *origin* knows into *store* for *document*, and print what could not come along.

    Raises DrafterError where *origin* is no answers file or there is no such document; then the new file
    that was begun is taken away again.
    """
    try:
        text = read_file(origin)
        data = read_yaml(text, str(origin))
        faults = refuse_format(data, str(origin), text)
        if faults:
            raise DrafterError(faults)
        carried = carry(data, document, library)
    except DrafterError:
        store.file.unlink()
        raise
    store.change([((key,), value) for key, value in carried.data.items()])
    private = read_private(origin)
    store.change(
        [
            ((PRIVATE, "cases", key, name), value)
            for key, case in private.items()
            for name, value in case.items()
        ]
    )
    store.change(settled(store.data, library))
    _tell(origin, store.file, carried)


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
