"""The file beside the answers that keeps the last changes, so that they can be undone after a restart.

It has what the answers had, so it is protected as they are: only its owner can read it, its name is one that
git is told to ignore, it goes with the folder, and it is deleted when its answers file is gone. Nothing that
may tell of a person and nothing of the private file is written to it.
"""

import contextlib
import json
from pathlib import Path

from drafter.answers.disk import write_atomically
from drafter.errors import DrafterError
from drafter.limits import HISTORY_BYTES
from drafter.text_file import file_exists, read_bytes, real_path

_ENDING = ".history.private.yaml"


def history_file(answers: Path) -> Path:
    """Return the path of the history of the file *answers*, existing or not."""
    real = real_path(answers)
    return real.with_name(f".{real.name.removesuffix('.yaml')}{_ENDING}")


def histories_nearby(answers: Path) -> list[Path]:
    """Return the other answers files beside *answers* that have a history.

    Histories in the same folder whose answers file is gone are deleted.
    """
    own = history_file(answers)
    nearby = []
    for file in own.parent.glob(f".*{_ENDING}"):
        name = file.name.removeprefix(".").removesuffix(_ENDING)
        owner = next((other for end in (".yaml", "") if (other := file.with_name(name + end)).exists()), None)
        if owner is None:
            with contextlib.suppress(OSError):
                file.unlink()
        elif file != own:
            nearby.append(owner)
    return nearby


def read_history(answers: Path) -> object:
    """Return what was written for *answers*, ``None`` if there is nothing that can be read."""
    file = history_file(answers)
    try:
        return json.loads(read_bytes(file, HISTORY_BYTES)) if file_exists(file) else None
    except (OSError, ValueError, RecursionError, DrafterError):
        return None  # a history is a convenience: the answers are complete without it


def write_history(answers: Path, history: object) -> None:
    """Write *history*, which JSON can hold, for *answers*; ``None`` deletes the file.

    A history that is too long, or that cannot be written, is left out: the answers themselves are saved.
    """
    file = history_file(answers)
    text = None if history is None else json.dumps(history, ensure_ascii=False)
    with contextlib.suppress(OSError, DrafterError):
        if text is None or len(text.encode("utf-8", "replace")) > HISTORY_BYTES:
            file.unlink(missing_ok=True)
        else:
            write_atomically(file, text)
