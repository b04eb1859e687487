"""Real names and identifiers: a file of their own beside the answers, for its owner's eyes alone.

``a.yaml`` has ``a.private.yaml``. The answers file, previews, logs and file properties know a person by the
pseudonym only, so that the answers can be shared without this file. Messages about this file never show what
stands in it.
"""

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, Fault
from drafter.text_file import read_file
from drafter.yaml_text import lines_of, read_yaml

NAME = "name"
_CASE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
"""A key that is nothing but a key. Another one may be a name, and is not repeated."""

Private = Mapping[str, Mapping[str, str]]
"""What is private of each case, by case and key."""


def private_file(answers: Path) -> Path:
    """Return where the private file of *answers* is or would be."""
    return answers.with_name(f"{answers.stem}.private.yaml")


def read_private(answers: Path) -> dict[str, dict[str, str]]:
    """Return what is private of each case, by case and key; empty where there is no private file.

    Each item of a list is a text of its own. What was left empty stays so: it was asked. A case that is one
    text is a name. Whatever else stands in the file beside the cases is kept from print like a case.

    A file that others may read is closed to them first. Raises DrafterError, without showing anything of the
    content, for a file that is wrong.
    """
    file = private_file(answers)
    if not file.exists():
        return {}
    with suppress(OSError):  # what cannot be closed is told by odd_private
        if _open_to_others(file):
            file.chmod(0o600)
    try:
        data = read_yaml(read_file(file), str(file))
    except DrafterError as error:
        places = ", ".join(fault.place for fault in error.faults if fault.place)
        raise DrafterError(
            Fault("this private file cannot be read", "Look at that line.", str(file), places)
        ) from None
    cases = data.get("cases") if isinstance(data, Mapping) else None
    if not isinstance(cases, Mapping):
        raise DrafterError(Fault("it has no 'cases'", "Write cases: C1: name: …", str(file)))
    beside = {key: data[key] for key in data if key not in ("cases", "format")}
    return {
        str(key): {kind or NAME: text for kind, text in _strings(case)}
        for key, case in {**beside, **cases}.items()
    }


def odd_private(answers: Path, cases: Collection[str]) -> Iterator[Fault]:
    """Yield what in the private file of *answers*, which can be read, does not do what it seems meant to.

    *cases* are those of the answers. No value is shown, and no key that may be a name.
    """
    file = private_file(answers)
    if not file.exists():
        return
    text = read_file(file)
    lines = lines_of(text)
    if _open_to_others(file):
        yield Fault("others can read this file", "Make it readable by you alone.", str(file))
    for key, case in read_yaml(text, str(file))["cases"].items():
        known = _CASE.fullmatch(key)
        line = f"line {lines['cases', key]}"
        if key not in cases:
            near = get_close_matches(key, cases, n=1) if known else []
            hint = f"Did you mean {near[0]}? " if near else ""
            there = f"Cases: {', '.join(cases)}." if cases else "They have none yet."
            fault = f"the answers have no case {key}" if known else "the answers have no case of this name"
            yield Fault(fault, f"{hint}{there}", str(file), line)
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
    near = get_close_matches(NAME, [key.casefold() for key in case]) if NAME not in case else []
    if near:
        fault = f"'{near[0]}' is not taken for the name"
        yield Fault(fault, "If it is the name, call it 'name'.", file, place)


def _open_to_others(file: Path) -> bool:
    """Return whether anybody but its owner may read *file*, where a system knows of such things."""
    return os.name == "posix" and bool(stat.S_IMODE(file.stat().st_mode) & 0o077)


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in *value*, however deep, with the keys that lead to it."""
    inner = value if isinstance(value, Mapping) else {}
    if isinstance(value, list):
        inner = dict(enumerate(value, 1))
    elif not isinstance(value, Mapping):
        yield key, "" if value is None else str(value)
    for name, item in inner.items():
        yield from _strings(item, f"{key} {name}".strip())
