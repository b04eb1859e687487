"""A long text in the person's own editor, with the question, its help and the limit as comments."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from drafter.terminal.keyboard import released

CUT = "# ------------------------ >8 ------------------------ what stands below is not part of the text"


def editor() -> str:
    """Return the command of the person's editor, or nothing where none is set."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def edited(text: str, comments: Sequence[str], say: Callable[[str], None]) -> str | None:
    """Return *text* as changed in the editor; one that comes back empty is the old text again.

    ``None`` where the edit failed, which *say* tells; what was saved before the editor died is kept. The file
    that the editor sees is readable by its owner alone and is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        file = Path(folder) / "text.md"
        notes = "\n".join(f"# {line}" for comment in comments for line in comment.splitlines())
        file.touch(0o600)
        file.write_text(f"{text}\n\n{CUT}\n{notes}\n", encoding="utf-8")
        try:
            with released():
                done = subprocess.run([*shlex.split(editor()), str(file)], check=False)
        except (OSError, ValueError) as error:
            say(f"    The editor could not be started ({error}). The old text is kept.")
            return None
        try:
            new = file.read_text(encoding="utf-8").split(CUT, 1)[0].strip()
        except (OSError, UnicodeDecodeError):
            say("    The editor left no text that drafter can read (UTF-8). The old text is kept.")
            return None
        if done.returncode != 0 and new in ("", text.strip()):
            say("    The editor stopped with an error. The old text is kept.")
            return None
        if done.returncode != 0:
            say("    The editor stopped with an error. drafter keeps what you had saved in it.")
    if text and not new:
        say("    The text came back empty. The old text is kept.")
        return text
    return new
