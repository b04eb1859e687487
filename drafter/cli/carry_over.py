"""Carrying one submission's answers over to another document, and telling what became of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.answers.load import read_answers
from drafter.answers.paths import Change
from drafter.answers.store import PRIVATE, Store
from drafter.cli.layout import wrapped
from drafter.cli.set_answers import refuse_wrong_details
from drafter.drafting.carry_over import CarryOver, carry
from drafter.drafting.pipeline import make, pseudonyms_of
from drafter.errors import DrafterError, Fault
from drafter.interview.items.declared import UNASKED
from drafter.interview.settled import settled
from drafter.language.english import SCREEN
from drafter.library.check import unknown_names
from drafter.library.library import Library
from drafter.model.answers import FORMAT
from drafter.privacy.private_file import ID, private_file, read_private
from drafter.review.gates import closed_for_sure
from drafter.text_file import read_file, real_path
from drafter.yaml_text import lines_of, place, read_yaml


def carry_over(origin: Path, store: Store, document: str, library: Library) -> None:
    """Put what *origin* knows into *store* for *document*, and print what the new document cannot use.

    Raises DrafterError where *origin* or its private file is wrong or there is no such document; then the
    new file that was begun is taken away again.
    """
    try:
        before = _read(origin, library)
        carried = carry(before, document, library)
        carried.data.pop(ID, None)  # the new answers have a private file of their own
        private = _private(origin)
        usable = library.document(document).rules.real_names
        names = {key: private[key] for key in private if usable and key in carried.data.get("cases", {})}
        made = [((key,), value) for key, value in carried.data.items()]
        kept = [((PRIVATE, "cases", key), case) for key, case in names.items()]
        still = settled({"format": FORMAT, **carried.data}, library, before)
        store.change([*made, *still, *kept])
    except DrafterError:
        store.file.unlink()
        raise
    _tell(origin, store.file, carried)
    _tell_open(origin, still)
    _tell_names(origin, store.file, moved=len(names), left=0 if usable else len(private))
    _tell_gates(carried.data, document, library)
    made_now = make(store.file, library=library)
    over = made_now.length.words - made_now.length.limit if made_now.length.limit else 0
    print(f"{made_now.length}: {over:,} too many for this document." if over > 0 else f"{made_now.length}.")


def _read(origin: Path, library: Library) -> Mapping[str, Any]:
    """Return the answers in *origin*. Raises DrafterError with every fault in them, before anything is made.

    A clause that the library does not have any more is no fault here: it is put aside.
    """
    real_path(origin)
    read_answers(origin)
    refuse_wrong_details(origin, library)
    text = read_file(origin)
    data: Mapping[str, Any] = read_yaml(text, str(origin))
    wrong = [
        (path, one)
        for path, one in unknown_names(data, library)
        if path != ("document",) and path[2:3] != ("clauses",)
    ]
    if wrong:
        lines = lines_of(text)
        raise DrafterError(
            Fault(one.fault, one.remedy, str(origin), place(path, lines)) for path, one in wrong
        )
    return data


def _private(origin: Path) -> dict[str, Any]:
    """Return what is private of each case of *origin*, as it stands in its file."""
    answers, _ = read_answers(origin)
    file = read_private(origin, answers.private_id, pseudonyms_of(answers)).path
    return dict(read_yaml(read_file(file), str(file))["cases"]) if file else {}


def _tell(origin: Path, file: Path, carried: CarryOver) -> None:
    data = carried.data
    print(f"From {origin}: {', '.join(_counts(data))}.")
    lists = (
        ("Brought into another form:", carried.turned),
        ("Suggested, not taken. The question about the clauses of a theme shows them:", carried.offered),
        ("Asked again:", carried.again),
        (
            f"Put aside in {file}, because this document cannot use it. It is not printed. What has a place "
            "can be brought back from all answers (Ctrl-O), “Take something out, or bring it back”:",
            carried.aside,
        ),
    )
    for title, lines in lists:
        if lines:
            print(wrapped(title))
            for line in lines:
                print(f"  {line}")


def _counts(data: Mapping[str, Any]) -> list[str]:
    words = (("organisations", "organisation"), ("facts", "fact"), ("cases", "case"), ("themes", "theme"))
    counted = [(len(data.get(key, ())), word) for key, word in words]
    return [SCREEN.counted(number, word) for number, word in counted]


def _tell_open(origin: Path, still: list[Change]) -> None:
    """Say how many questions the interview does not ask again, although they have no answer."""
    count = sum(str(name).startswith(UNASKED) for _, names in still for name in names)
    if count:
        questions = SCREEN.counted(count, "question")
        print(
            wrapped(
                f"{origin} left {questions} without an answer. They stay open and are not asked again. "
                "Answer them from all answers (Ctrl-O), “Set more”."
            )
        )


def _tell_names(origin: Path, file: Path, *, moved: int, left: int) -> None:
    """Say where the real names are now."""
    if moved:
        print(f"  The private entries of {moved} case{'s' * (moved > 1)} went into {private_file(file)}.")
    if left:
        print(
            wrapped(
                f"Real names stayed in {private_file(origin)}: this document may not use them. So drafter "
                "cannot warn you if one of them stands in the new text."
            )
        )


def _tell_gates(data: Mapping[str, Any], document: str, library: Library) -> None:
    """Say which of the document's conditions the answers that were carried over do not meet."""
    for gate in closed_for_sure(library.document(document).rules.gates, data):
        instead = f" Instead: {', '.join(gate.instead)}." if gate.instead else ""
        print(wrapped(f"{gate.says}{instead}", "  ! "))
