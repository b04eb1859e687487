"""``--set`` and ``--set-private`` of ``drafter new``: answers given on the command line."""

from collections.abc import Callable, Sequence

from drafter.answers.store import Store
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.interview.flow import Questionnaire
from drafter.interview.setting import set_answer

ON_THE_COMMAND_LINE = Fault(
    "--set: a private answer does not belong on the command line. Other people on this computer can see it "
    "there, and the shell remembers it. It was not saved",
    "Use --set-private PATH. It asks for the answer, or reads it from the standard input. "
    "Take the name out of the history of your shell.",
)
NOT_A_PRIVATE_PATH = Fault(
    "--set-private: this is not the path of a private answer",
    "Write the path alone, such as private.cases.C1.name. drafter asks for the answer.",
)


def set_answers(store: Store, questionnaire: Questionnaire, options: Sequence[str]) -> None:
    """Save each ``path=value``, in order. Raises DrafterError with every wrong one; the others are saved.

    What looks private is refused, and not repeated in the message.
    """
    faults: list[Fault] = []
    for option in options:
        path, equals, value = option.partition("=")
        if _looks_private(path):
            faults.append(ON_THE_COMMAND_LINE)
        elif not equals:
            faults.append(Fault(f"--set {option}: there is no '='", "Write --set path=value."))
        else:
            faults += _set(store, questionnaire, path, value, option_name="--set")
    _raise_all(faults, len(options), store)


def set_private(
    store: Store, questionnaire: Questionnaire, paths: Sequence[str], read: Callable[[str], str]
) -> None:
    """Save for each of *paths*, in order, the line that *read* gives for a prompt.

    Raises DrafterError with every wrong one; the others are saved. No message holds a value.
    """
    faults: list[Fault] = []
    for path in paths:
        if "=" in path or not _looks_private(path):
            faults.append(NOT_A_PRIVATE_PATH)
            continue
        try:
            value = read(f"{path} (what you type is not shown): ")
        except EOFError:
            faults.append(Fault(f"--set-private {path}: there was no line to read", "Write one for each."))
            continue
        faults += _set(store, questionnaire, path, value, option_name="--set-private")
    _raise_all(faults, len(paths), store)


def _looks_private(path: str) -> bool:
    """Return whether *path* is meant for the private file, however it is written."""
    return path.strip().casefold().startswith("private")


def _set(
    store: Store, questionnaire: Questionnaire, path: str, value: str, *, option_name: str
) -> list[Fault]:
    """Save *value* as the answer at *path*, print what was changed in it, and return what is wrong."""
    outcome = set_answer(store, questionnaire, path, value)
    if isinstance(outcome, Fault):
        return [replaced(outcome, fault=f"{option_name} {path}: {outcome.fault}")]
    for notice in outcome:
        print(f"{path}: {notice}")
    return []


def _raise_all(faults: list[Fault], count: int, store: Store) -> None:
    if faults:
        if len(faults) < count:
            faults.append(Fault("the other answers are saved", "Give these again, alone.", str(store.file)))
        raise DrafterError(faults)
