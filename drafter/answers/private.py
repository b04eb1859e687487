"""Real names and identifiers: a file of their own beside the answers, for its owner's eyes alone.

``a.yaml`` has ``a.private.yaml``. The answers file, previews, logs and file properties know a person by the
pseudonym only, so that the answers can be shared without this file. Messages about this file never show what
stands in it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from drafter.answers.load import read_file
from drafter.errors import DrafterError, Fault
from drafter.yaml_text import read_yaml

NAME = "name"


def private_file(answers: Path) -> Path:
    """Return where the private file of *answers* is or would be."""
    return answers.with_name(f"{answers.stem}.private.yaml")


def read_private(answers: Path) -> dict[str, dict[str, str]]:
    """Return what is private of each case, by case and key; empty where there is no private file.

    Each item of a list is a text of its own. What was left empty stays so: it was asked.

    Raises DrafterError, without showing anything of the content, for a file that is wrong.
    """
    file = private_file(answers)
    if not file.exists():
        return {}
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
    return {str(key): dict(_strings(case)) for key, case in cases.items() if isinstance(case, Mapping)}


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in *value*, however deep, with the keys that lead to it."""
    inner = value if isinstance(value, Mapping) else {}
    if isinstance(value, list):
        inner = dict(enumerate(value, 1))
    elif not isinstance(value, Mapping):
        yield key, "" if value is None else str(value)
    for name, item in inner.items():
        yield from _strings(item, f"{key} {name}".strip())


def leaks(text: str, private: Mapping[str, Mapping[str, str]], allowed: frozenset[str]) -> Iterator[str]:
    """Yield each case of which something private stands in *text*; the names of *allowed* cases may."""
    folded = text.casefold()
    for key, case in private.items():
        for kind, value in case.items():
            may_stand = kind == NAME and key in allowed
            if not may_stand and len(value.strip()) > 2 and value.strip().casefold() in folded:
                yield key
                break
