"""Carrying one submission's answers over to another document, and telling what became of them."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from drafter.answers.changes import Change
from drafter.answers.load import read_answers
from drafter.answers.paths import keys, rows
from drafter.answers.store import PRIVATE, Store
from drafter.answers.working import WorkingAnswers
from drafter.cli import exit_as_wrong_usage
from drafter.cli.layout import wrapped
from drafter.cli.yes_or_no import says_yes
from drafter.drafting.carry_over import CarryOver, carry
from drafter.drafting.composing import draft_length
from drafter.drafting.pipeline import pseudonyms_of
from drafter.drafting.read_saved import read_saved
from drafter.drafting.resolve import resolve
from drafter.drafting.without_people import people_in_words, without_people
from drafter.errors import DrafterError, Fault
from drafter.interview.items.item import UNASKED
from drafter.interview.settled import settled
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.answers import FORMAT, Gone
from drafter.model.node import Node, Tree
from drafter.model.question import Question
from drafter.privacy.private_file import ID, NOT_PRINTED, private_path, read_private
from drafter.review.gates import certainly_closed
from drafter.terminal.asker import is_plain
from drafter.text_file import read_file, real_path
from drafter.yaml_text import read_yaml

SHOWN = 6
"""How many answers about people the question names."""


def refuse_carrying(options: argparse.Namespace, library: Library, *, begun: bool) -> None:
    """Raise DrafterError where the new file has *begun* before or there is no such document.

    End where no document is named.
    """
    if not options.document:
        exit_as_wrong_usage(
            "--from needs --document: which document do you want to write? See 'drafter mechanisms list'"
        )
    library.document(options.document)
    if begun or real_path(options.origin) == real_path(options.answers):
        raise DrafterError(
            Fault(
                "this file already exists" if begun else "a new submission needs its own file",
                "Name a new file. drafter does not change the one that is there.",
                str(options.answers),
            )
        )


def carry_over(
    origin: Path, store: Store, document: str, library: Library, take_people: Callable[[list[str]], bool]
) -> None:
    """Put what *origin* knows into *store* for *document*, and print what the new document cannot use.

    *take_people* decides whether its people come along: it gets in words what there is about them. Raises
    DrafterError where *origin* or its private file is wrong or there is no such document; then the new
    file that was begun is taken away again.
    """
    try:
        before = whole = read_saved(origin, library)
        left_behind = people_in_words(whole, library)
        if left_behind and take_people(left_behind):
            left_behind = []
        if left_behind:
            before = without_people(whole, library)
        result = carry(before, document, library)
        result.data.pop(ID, None)  # the new answers have a private file of their own
        private = _private(origin)
        can_name = library.document(document).rules.real_names
        cases, with_name = keys(result.data, ("cases",)), keys(private, ("cases",))
        names = {key: case for key, case in with_name.items() if can_name and key in cases}
        not_printed = [] if left_behind else rows(private, (NOT_PRINTED,))
        new = WorkingAnswers.model_validate({"format": FORMAT, **result.data})
        left_open = settled(new, library, WorkingAnswers.model_validate(before))
        store.change(
            [
                *(((key,), value) for key, value in result.data.items()),
                *left_open,
                *(((PRIVATE, "cases", key), case) for key, case in names.items()),
                *([((PRIVATE, NOT_PRINTED), not_printed)] if not_printed else []),
            ]
        )
    except (DrafterError, KeyboardInterrupt):
        store.file.unlink()
        raise
    _tell(origin, store.file, result)
    _tell_people(origin, left_behind)
    _tell_open(origin, left_open)
    if not left_behind:
        _tell_names(origin, store.file, moved=len(names), left=0 if can_name else len(with_name))
    _tell_gates(store.answers, document, library)
    length = draft_length(resolve(store.answers, library))
    over = length.words - length.limit if length.limit else 0
    print(f"{length}: {over:,} too many for this document." if over > 0 else f"{length}.")


def _private(origin: Path) -> dict[str, Node]:
    """Return what is in the private file of *origin*, nothing if it has none."""
    answers, _ = read_answers(origin)
    file = read_private(origin, answers.private_id, pseudonyms_of(answers)).path
    return keys(read_yaml(read_file(file), str(file)), ()) if file else {}


def _tell(origin: Path, file: Path, result: CarryOver) -> None:
    print(f"From {origin}: {', '.join(_counts(result.data))}.")
    lists = (
        ("Suggested, not chosen. The question about the clauses of a theme shows them:", result.offered),
        ("Asked again:", result.again),
        (
            "These questions show the words of the other document. Read them, change what has to be changed, "
            "and press Enter:",
            result.shown,
        ),
        (
            f"Put aside in {file}, because this document cannot use it. It is not printed. To bring it "
            "back, open all answers (Ctrl-O) and choose “Take something out, or bring it back”:",
            result.aside,
        ),
    )
    for title, lines in lists:
        if lines:
            print(wrapped(title))
            for line in lines:
                print(f"  {line}")


def _counts(data: Tree) -> list[str]:
    words = (("organisations", "organisation"), ("facts", "fact"), ("cases", "case"), ("themes", "theme"))
    return [SCREEN.counted(_length(data.get(key)), word) for key, word in words]


def _length(node: Node) -> int:
    return len(node) if isinstance(node, Sequence | Mapping) else 0


def take_people(options: argparse.Namespace) -> Callable[[list[str]], bool]:
    """Return the function that decides whether people come along: ``--with-people``, or an answer here.

    Where nobody can answer, they stay in the other submission.
    """
    if options.with_people or options.no_input:
        return lambda _: bool(options.with_people)
    plain = is_plain(options.plain)
    return lambda people: says_yes(_whether_people(people), plain=plain)


def _whether_people(people: list[str]) -> Question:
    shown = [*people[:SHOWN], f"{len(people) - SHOWN} more"] if len(people) > SHOWN else people
    return Question(
        path=("people",),
        section="From another submission",
        text="Take the people along, with their stories?",
        help=f"These answers tell of people: {SCREEN.listed(shown)}. They agreed to the other document only, "
        "and a reply or a report is often published. No: the new file has nothing of them.",
        kind="yes-no",
        default=False,
        required=True,
    )


def _tell_people(origin: Path, people: list[str]) -> None:
    """Say what was left behind because it tells of people."""
    if people:
        print(
            wrapped(
                f"The people stay in {origin}, and nothing of them is in the new file. To take them along, "
                "delete the new file and begin again with --with-people. Left there:"
            )
        )
        for line in people:
            print(f"  {line}")


def _tell_open(origin: Path, changes: Iterable[Change]) -> None:
    """Say how many questions the interview does not ask again, although they have no answer."""
    count = sum(_length(value) for path, value in changes if path == UNASKED and not isinstance(value, Gone))
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
        print(f"  The private entries of {moved} case{'s' * (moved > 1)} went into {private_path(file)}.")
    if left:
        print(
            wrapped(
                f"Real names stayed in {private_path(origin)}: this document may not use them. So drafter "
                "cannot warn you if one of them is in the new text."
            )
        )


def _tell_gates(answers: WorkingAnswers, document: str, library: Library) -> None:
    """Say which of the document's conditions the answers that were carried over do not meet."""
    for gate in certainly_closed(library.document(document).rules.gates, answers):
        instead = f" Instead: {', '.join(gate.instead)}." if gate.instead else ""
        print(wrapped(f"{gate.says}{instead}", "  ! "))
