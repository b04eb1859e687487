"""Real names and identifiers: a file of their own beside the answers, for its owner's eyes alone.

``a.yaml`` has ``a.private.yaml``. The answers file, previews, logs and file properties know a person by the
pseudonym only, so that the answers can be shared without this file. Messages about this file never show what
is in it.

The two files belong together by one ``private_id`` in both, and each name to its case by the pseudonym beside
it: a name that is left over from an earlier submission must never be printed on another person's story.
"""

import os
import secrets as random_ids
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from drafter.errors import DrafterError, Fault
from drafter.frozen import factory_default, frozen
from drafter.language.english import SCREEN
from drafter.model.text_walk import values_of
from drafter.patterns import pattern
from drafter.search import did_you_mean, nearest
from drafter.text_file import file_exists, read_file, real_path
from drafter.yaml_text import lines_of, read_yaml

NAME = "name"
PSEUDONYM = "pseudonym"
ID = "private_id"
ENDING = ".private.yaml"
NOT_SECRET = ("format", ID, "cases")
"""Keys of the file that hold nothing private themselves."""
_CASE = pattern(r"[A-Z]{1,2}[0-9]{1,3}")
"""A key that is nothing but a key. Another one may be a name, and is not repeated."""

Private = Mapping[str, Mapping[str, str]]
"""What is private of each case, by case and key."""


class Untied(DrafterError):
    """The private *file* and the answers beside it do not say that they belong together."""

    def __init__(self, fault: Fault, file: Path) -> None:
        super().__init__(fault)
        self.file = file


@frozen
class PrivateFile:
    """The private file of some answers, as far as there is one and it is theirs."""

    path: Path | None = None
    secrets: Private = factory_default(factory=dict)
    """Every text that must not leave the file, by case and key."""
    is_missing: bool = False
    """Whether the answers say that there is a private file, and it is not here."""
    is_left_over: bool = False
    """Whether the file is not tied to these answers, which tell no case."""


def private_file(answers: Path) -> Path:
    """Return where the private file of *answers* is begun: ``a.yaml`` and ``a.yml`` do not share one."""
    stem = answers.stem if answers.suffix == ".yaml" else answers.name
    return answers.with_name(f"{stem}{ENDING}")


def new_id() -> str:
    """Return an id that ties a private file to its answers. It says nothing about either."""
    return random_ids.token_hex(6)


def find_private_file(answers: Path, private_id: str) -> Path | None:
    """Return the private file of *answers*, ``None`` where there is none.

    It is the one with their *private_id*: beside the answers, beside the file that a link leads to, or, after
    a file was renamed, under another name in the same folder. Failing that it is the one that has its name.
    """
    beside = [file for file in (private_file(answers), private_file(real_path(answers))) if file_exists(file)]
    if private_id:
        folders = dict.fromkeys((answers.parent, real_path(answers).parent))
        others = (file for folder in folders for file in sorted(folder.glob(f"[!.]*{ENDING}")))
        for file in (*beside, *others):
            if _id_in(file) == private_id:
                return file
    return beside[0] if beside else None


def read_private(answers: Path, private_id: str, pseudonyms: Mapping[str, str | None]) -> PrivateFile:
    """Return the private file of the *answers*, whose cases have these *pseudonyms*, by case.

    Each item of a list is a text of its own. What was left empty stays so: it was asked. A case that is one
    text is a name. Whatever else is in the file is kept from print like a case. A file that others may read
    is closed to them first. Raises DrafterError, without showing anything of the content, for a file that is
    wrong or belongs to other answers, and Untied where nothing says whose it is.
    """
    file = find_private_file(answers, private_id)
    if file is None:
        return PrivateFile(is_missing=bool(private_id))
    with suppress(OSError):  # odd_private tells what cannot be closed
        if file.is_file() and _open_to_others(file):  # never a device that a link leads to
            file.chmod(0o600)
    data = _content(file)
    beside = {key: data[key] for key in data if key not in NOT_SECRET}
    secrets = {str(key): secrets_of(case) for key, case in {**beside, **data["cases"]}.items()}
    if not private_id or str(data.get(ID) or "") != private_id:
        if pseudonyms:
            if private_id and data.get(ID):
                _refuse_mismatch(file, answers)
            refuse_untied(file, answers)
        return PrivateFile(file, secrets, is_left_over=True)
    named = {key: pseudonym for key, pseudonym in pseudonyms.items() if secrets.get(key, {}).get(NAME)}
    faults = list(_other_people(file, answers, data["cases"], named))
    if faults:
        raise DrafterError(faults)
    return PrivateFile(file, secrets)


def secrets_of(case: Any) -> dict[str, str]:
    """Return every text of a *case* of the private file, by the keys that lead to it; never the pseudonym."""
    return {kind or NAME: text for kind, text in _strings(case) if kind != PSEUDONYM}


def _id_in(file: Path) -> str:
    try:
        return str(_content(file).get(ID) or "")
    except DrafterError:
        return ""  # whosever it is, it is told where that file is used


def _content(file: Path) -> Mapping[str, Any]:
    try:
        data = read_yaml(read_file(file), str(file))
    except DrafterError as error:
        places = ", ".join(fault.place for fault in error.faults if fault.place)
        raise DrafterError(
            Fault("this private file cannot be read", "Look at that line.", str(file), places)
        ) from None
    if not isinstance(data, Mapping) or not isinstance(data.get("cases"), Mapping):
        raise DrafterError(Fault("it has no 'cases'", "Write cases: C1: name: …", str(file)))
    return data


def _refuse_mismatch(file: Path, answers: Path) -> NoReturn:
    raise DrafterError(
        Fault(
            f"this private file belongs to other answers, not to {answers}",
            f"Move it to another folder, or give {answers.name} another name.",
            str(file),
        )
    )


def refuse_untied(file: Path, answers: Path) -> NoReturn:
    """Raise Untied: nothing says that the private *file* belongs to *answers*."""
    raise Untied(
        Fault(
            f"this private file does not say that it belongs to {answers}",
            f"If it does, start 'drafter new {answers}': drafter asks you, and ties the two files together. "
            "If it does not, move it to another folder.",
            str(file),
        ),
        file,
    )


def refuse_other_person(file: Path, answers: Path, cases: Sequence[str]) -> NoReturn:
    """Raise DrafterError: the names of *cases* in the private *file* may be other people's."""
    raise DrafterError(
        Fault(
            f"the name here is not for certain that of the person in {answers}",
            "Nothing was saved. If it is another person, take this case out of the private file. "
            "If it is the same, write the same pseudonym in both files.",
            str(file),
            key,
        )
        for key in cases
    )


def _other_people(
    file: Path, answers: Path, cases: Mapping[str, Any], pseudonyms: Mapping[str, str | None]
) -> Iterator[Fault]:
    """Yield a fault for each real name in the private file that may be another person's than the answers'.

    *pseudonyms* are those of the cases of the answers for which the file has a real name.
    """
    for key in pseudonyms:
        lines = lines_of(read_file(file))
        given = cases[key].get(PSEUDONYM) if isinstance(cases[key], Mapping) else None
        where = f"line {lines['cases', key]}, {key}"
        if given is None and pseudonyms[key]:
            fault = "it does not say whose name this is"
            remedy = f"Write the pseudonym that {answers} has for {key} below it: 'pseudonym: …'."
            yield Fault(fault, remedy, str(file), where)
        elif spelt(given) != spelt(pseudonyms[key]):
            yield Fault(
                f"the pseudonym here is not the one that {answers} has for {key}",
                "If both mean the same person, write the same pseudonym in both files. "
                "If not, take this case out of the private file.",
                str(file),
                where,
            )


def spelt(pseudonym: Any) -> str:
    """Return *pseudonym* as it is compared: blanks do not make another person."""
    return " ".join(str(pseudonym or "").split())


def odd_private(file: Path, cases: Collection[str]) -> Iterator[Fault]:
    """Yield what in the private *file*, which can be read, does not do what it seems meant to.

    *cases* are those of the answers. No value is shown, and no key that may be a name.
    """

    text = read_file(file)
    lines = lines_of(text)
    if _open_to_others(file):
        yield Fault("others can read this file", "Make it readable by you alone.", str(file))
    for key, case in read_yaml(text, str(file))["cases"].items():
        known = _CASE.fullmatch(key)
        line = f"line {lines['cases', key]}"
        if key not in cases:
            hint = did_you_mean(nearest(key, cases, limit=1) if known else (), SCREEN)
            there = f"Cases: {', '.join(cases)}." if cases else "They have none yet."
            fault = f"the answers have no case {key}" if known else "the answers have no case of this name"
            yield Fault(fault, f"{hint} {there}".lstrip(), str(file), line)
        if isinstance(case, Mapping):
            place = f"line {lines['cases', key, NAME]}" if NAME in case else line
            yield from _odd_name(case, str(file), place)
        elif isinstance(case, list):
            yield Fault("a name is expected, not a list", "Write name: …, as one text.", str(file), line)


def _odd_name(case: Mapping[str, Any], file: str, place: str) -> Iterator[Fault]:
    """Yield what keeps the name of *case* from being taken for one."""

    if isinstance(case.get(NAME), list | Mapping):
        what = "a list" if isinstance(case[NAME], list) else "keys with values"
        yield Fault(f"the name is one text, not {what}", "Write the whole name after 'name:'.", file, place)
    near = nearest(NAME, map(str.casefold, case)) if NAME not in case else []
    if near:
        fault = f"'{near[0]}' is not taken for the name"
        yield Fault(fault, "If it is the name, call it 'name'.", file, place)


def _open_to_others(file: Path) -> bool:
    """Return whether anybody but its owner may read *file*, where a system knows of such things."""
    return os.name == "posix" and bool(stat.S_IMODE(file.stat().st_mode) & 0o077)


def _strings(value: Any) -> Iterator[tuple[str, str]]:
    """Yield every value in *value* as text, with the keys that lead to it."""
    for path, item in values_of(value):
        keys = (str(step + 1 if isinstance(step, int) else step) for step in path)
        yield " ".join(keys), "" if item is None else str(item)
