"""The private file: real names and identifiers in a file beside the answers that only its owner can read.

The private file of ``a.yaml`` is ``a.private.yaml``. The answers file, previews, logs and file properties
have only the pseudonym of a person, so that the answers can be shared without this file. Messages about this
file never show its content.

The same ``private_id`` in both files ties them together, and the pseudonym beside each name ties the name to
its case: a name left over from an earlier submission must never be printed with another person's story.
"""

import os
import secrets as random_ids
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from drafter.errors import DrafterError, Fault
from drafter.frozen import factory_default, frozen
from drafter.language.english import SCREEN
from drafter.model.text_walk import values_of
from drafter.patterns import pattern
from drafter.search import did_you_mean, nearest
from drafter.text_file import as_argument, file_exists, read_file, real_path
from drafter.yaml_text import line_numbers, read_yaml

NAME = "name"
PSEUDONYM = "pseudonym"
ID = "private_id"
ENDING = ".private.yaml"
NOT_PRINTED = "not_printed"
"""The names that no document may have, whoever they belong to: they are searched for, like those of cases."""
NOT_SECRET = ("format", ID, "cases")
"""Keys of the file whose values are not private details of a case."""
_CASE_KEY = pattern(r"[A-Z]{1,2}[0-9]{1,3}")
"""A case key such as C1. Any other key may be a name, so messages do not repeat it."""

Secrets = Mapping[str, Mapping[str, str]]
"""The private details of each case, by case and key."""


class UntiedPrivateFile(DrafterError):
    """Nothing says that the private *file* belongs to the answers beside it."""

    def __init__(self, fault: Fault, file: Path) -> None:
        super().__init__(fault)
        self.file = file


@frozen
class PrivateFile:
    """The private file of an answers file, if it has one."""

    path: Path | None = None
    secrets: Secrets = factory_default(factory=dict)
    """Every text of the file that is private, by case and key."""
    is_missing: bool = False
    """Whether the answers refer to a private file that cannot be found."""
    is_left_over: bool = False
    """Whether the file is not tied to these answers, which have no cases."""


def private_path(answers: Path) -> Path:
    """Return the path for a new private file of *answers*; ``a.yaml`` and ``a.yml`` have different ones."""
    stem = answers.stem if answers.suffix == ".yaml" else answers.name
    return answers.with_name(f"{stem}{ENDING}")


def new_id() -> str:
    """Return a random id that ties a private file to its answers."""
    return random_ids.token_hex(6)


def find_private_file(answers: Path, private_id: str) -> Path | None:
    """Return the private file of *answers*, ``None`` if there is none.

    It is the file with the *private_id* of the answers: beside the answers, beside the file that a link leads
    to, or, after renaming, under another name in the same folder. If no file has the id, it is the one at
    ``private_path``.
    """
    beside = [file for file in (private_path(answers), private_path(real_path(answers))) if file_exists(file)]
    if private_id:
        folders = dict.fromkeys((answers.parent, real_path(answers).parent))
        others = (file for folder in folders for file in sorted(folder.glob(f"[!.]*{ENDING}")))
        for file in (*beside, *others):
            if _id_in(file) == private_id:
                return file
    return beside[0] if beside else None


def read_private(answers: Path, private_id: str, pseudonyms: Mapping[str, str | None]) -> PrivateFile:
    """Return the private file of *answers*, whose cases have these *pseudonyms*, by case.

    Each item of a list is a text of its own. An empty value is kept: it shows that the question was asked. A
    case that is a single text is read as its name. Other keys of the file are private like a case. If other
    users can read the file, their permission is removed first.

    Raises DrafterError, without any of the content, if the file is faulty or belongs to other answers, and
    UntiedPrivateFile if nothing says which answers it belongs to.
    """
    file = find_private_file(answers, private_id)
    if file is None:
        return PrivateFile(is_missing=bool(private_id))
    with suppress(OSError):  # private_file_faults reports a file that stays open
        if file.is_file() and _is_open_to_others(file):  # a link may lead to a device
            file.chmod(0o600)
    data = _content(file)
    cases = _cases(data)
    other_keys = {key: data[key] for key in data if key not in NOT_SECRET}
    secrets = {str(key): secrets_of(case) for key, case in {**other_keys, **cases}.items()}
    if not private_id or str(data.get(ID) or "") != private_id:
        if pseudonyms:
            if private_id and data.get(ID):
                _refuse_mismatch(file, answers)
            refuse_untied(file, answers)
        return PrivateFile(file, secrets, is_left_over=True)
    with_name = {key: pseudonym for key, pseudonym in pseudonyms.items() if secrets.get(key, {}).get(NAME)}
    faults = list(_other_people(file, answers, cases, with_name))
    if faults:
        raise DrafterError(faults)
    return PrivateFile(file, secrets)


def secrets_of(case: object) -> dict[str, str]:
    """Return every text of a *case* of the private file except the pseudonym, by the keys that lead to it."""
    return {kind or NAME: text for kind, text in _strings(case) if kind != PSEUDONYM}


def _id_in(file: Path) -> str:
    """Return the ``private_id`` in *file*, empty if it has none or cannot be read."""
    try:
        return str(_content(file).get(ID) or "")
    except DrafterError:
        return ""  # the fault is reported when that file is used


def _content(file: Path) -> Mapping[str, object]:
    """Return the values of the private *file*. Raises DrafterError, without any of them, if it is faulty."""
    try:
        data = read_yaml(read_file(file), str(file))
    except DrafterError as error:
        places = ", ".join(fault.place for fault in error.faults if fault.place)
        raise DrafterError(
            Fault("this private file cannot be read", "Look at that line.", str(file), places)
        ) from None
    cases = data.get("cases", {} if NOT_PRINTED in data else None) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(cases, Mapping):
        raise DrafterError(Fault("this private file has no 'cases'", "Write cases: C1: name: …", str(file)))
    return data


def _cases(data: object) -> Mapping[str, object]:
    """Return the cases in *data*, the values of a private file."""
    cases = data.get("cases") if isinstance(data, Mapping) else None
    return cases if isinstance(cases, Mapping) else {}


def _refuse_mismatch(file: Path, answers: Path) -> NoReturn:
    """Raise DrafterError: the private *file* has the id of other answers."""
    raise DrafterError(
        Fault(
            f"this private file belongs to other answers, not to {answers}",
            f"Move it to another folder, or rename {answers.name}.",
            str(file),
        )
    )


def refuse_untied(file: Path, answers: Path) -> NoReturn:
    """Raise UntiedPrivateFile: nothing says that the private *file* belongs to *answers*."""
    raise UntiedPrivateFile(
        Fault(
            f"this private file does not say that it belongs to {answers}",
            f"If it does, run 'drafter new {as_argument(answers)}'. drafter asks you, and ties the two files "
            "together. If it does not, move it to another folder.",
            str(file),
        ),
        file,
    )


def refuse_other_person(file: Path, answers: Path, cases: Sequence[str]) -> NoReturn:
    """Raise DrafterError: the names of *cases* in the private *file* may belong to other people."""
    raise DrafterError(
        Fault(
            f"this name may not belong to the person in {answers}",
            "Nothing was saved. If it is another person, remove this case from the private file. "
            "If it is the same person, write the same pseudonym in both files.",
            str(file),
            key,
        )
        for key in cases
    )


def _other_people(
    file: Path, answers: Path, cases: Mapping[str, object], pseudonyms: Mapping[str, str | None]
) -> Iterator[Fault]:
    """Yield a fault for each real name in the private *file* that may belong to another person.

    *cases* are those of the private file. *pseudonyms* are those of the answers, for each case with a real
    name in the private file.
    """
    for key in pseudonyms:
        lines = line_numbers(read_file(file))
        case = cases[key]
        pseudonym = case.get(PSEUDONYM) if isinstance(case, Mapping) else None
        place = f"line {lines['cases', key]}, {key}"
        if pseudonym is None and pseudonyms[key]:
            fault = "there is no pseudonym that says whose name this is"
            remedy = f"Below the name, write the pseudonym that {answers} has for {key}: 'pseudonym: …'."
            yield Fault(fault, remedy, str(file), place)
        elif normalised_pseudonym(pseudonym) != normalised_pseudonym(pseudonyms[key]):
            yield Fault(
                f"this pseudonym is not the one that {answers} has for {key}",
                "If both mean the same person, write the same pseudonym in both files. "
                "If not, remove this case from the private file.",
                str(file),
                place,
            )


def normalised_pseudonym(pseudonym: object) -> str:
    """Return *pseudonym* with single spaces, in the form in which pseudonyms are compared."""
    return " ".join(str(pseudonym or "").split())


def private_file_faults(file: Path, cases: Collection[str]) -> Iterator[Fault]:
    """Yield faults of the readable private *file* that keep parts of it from having an effect.

    *cases* are the keys of the answers. No fault shows a value, or a key that may be a name.
    """
    text = read_file(file)
    lines = line_numbers(text)
    if _is_open_to_others(file):
        yield Fault("other users can read this file", "Let only yourself read it.", str(file))
    for key, case in _cases(read_yaml(text, str(file))).items():
        is_key = _CASE_KEY.fullmatch(key)
        line = f"line {lines['cases', key]}"
        if key not in cases:
            hint = did_you_mean(nearest(key, cases, limit=1) if is_key else (), SCREEN)
            keys = f"Cases: {', '.join(cases)}." if cases else "They have no case yet."
            fault = f"the answers have no case {key}" if is_key else "the answers have no case with this key"
            yield Fault(fault, f"{hint} {keys}".lstrip(), str(file), line)
        if isinstance(case, Mapping):
            place = f"line {lines['cases', key, NAME]}" if NAME in case else line
            yield from _name_faults(case, str(file), place)
        elif isinstance(case, list):
            yield Fault("this should be a name, not a list", "Write name: …, as one text.", str(file), line)


def _name_faults(case: Mapping[str, object], file: str, place: str) -> Iterator[Fault]:
    """Yield faults that keep the name of *case* from being read as a name."""
    if isinstance(case.get(NAME), list | Mapping):
        what = "a list" if isinstance(case[NAME], list) else "keys with values"
        yield Fault(
            f"the name must be one text, not {what}", "Write the full name after 'name:'.", file, place
        )
    similar = nearest(NAME, map(str.casefold, case)) if NAME not in case else []
    if similar:
        fault = f"'{similar[0]}' is not read as the name"
        yield Fault(fault, "If it is the name, call it 'name'.", file, place)


def _is_open_to_others(file: Path) -> bool:
    """Return whether others than its owner may read *file*; false on systems without such permissions."""
    return os.name == "posix" and bool(stat.S_IMODE(file.stat().st_mode) & 0o077)


def _strings(value: object) -> Iterator[tuple[str, str]]:
    """Yield the keys that lead to each value in *value* (positions from 1), and that value as text."""
    for path, item in values_of(value):
        keys = (str(step + 1 if isinstance(step, int) else step) for step in path)
        yield " ".join(keys), "" if item is None else str(item)
