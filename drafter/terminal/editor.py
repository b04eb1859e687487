"""Editing a long text in the person's own editor, with the question, its help and its limit as comments."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from drafter.terminal.callables import Say
from drafter.terminal.keyboard import released

CUT = "# ------------------------ >8 ------------------------ drafter ignores everything below this line"


def editor_command() -> str:
    """Return the command of the person's editor, ``""`` if none is set."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def edited(text: str, comments: Sequence[str], say: Say) -> str | None:
    """Return *text* as changed in the editor, or *text* itself if it comes back empty.

    Returns ``None`` if the edit failed, after *say* has printed why. What was saved before the editor crashed
    is kept. The file that the editor opens is readable by its owner alone and is deleted afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        file = Path(folder) / "text.md"
        notes = "\n".join(f"# {line}" for comment in comments for line in comment.splitlines())
        file.touch(0o600)
        file.write_text(f"{text}\n\n{CUT}\n{notes}\n", encoding="utf-8")
        try:
            with released():
                process = subprocess.run([*shlex.split(editor_command()), str(file)], check=False)
        except (OSError, ValueError) as error:
            say(f"    The editor could not be started ({error}). drafter keeps the old text.")
            return None
        try:
            new = file.read_text(encoding="utf-8").split(CUT, 1)[0].strip()
        except (OSError, UnicodeDecodeError):
            say("    drafter keeps the old text: it cannot read the new one as UTF-8.")
            return None
        if process.returncode != 0 and new in ("", text.strip()):
            say("    The editor stopped with an error. drafter keeps the old text.")
            return None
        if process.returncode != 0:
            say("    The editor stopped with an error. drafter keeps what you had saved in it.")
    if text and not new:
        say("    The text came back empty. drafter keeps the old text.")
        return text
    return new
