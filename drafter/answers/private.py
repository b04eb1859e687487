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
    return {str(key): _strings(case) for key, case in cases.items() if isinstance(case, Mapping)}


def _strings(case: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in case.items() if value not in (None, "")}


def leaks(text: str, private: Mapping[str, Mapping[str, str]], allowed: frozenset[str]) -> Iterator[str]:
    """Yield each case of which something private stands in *text*; the names of *allowed* cases may."""
    folded = text.casefold()
    for key, case in private.items():
        for kind, value in case.items():
            may_stand = kind == NAME and key in allowed
            if not may_stand and len(value.strip()) > 2 and value.strip().casefold() in folded:
                yield key
                break
