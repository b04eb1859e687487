"""What ``drafter doctor`` looks at on the computer: terminal, letters, editor, LibreOffice, typeface."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from drafter.cli.doctor_finding import Finding, without_home
from drafter.drafting.look_choice import choose_look
from drafter.errors import DrafterError
from drafter.formats.office import find_office
from drafter.library.library import Library
from drafter.terminal.asker import is_plain
from drafter.terminal.editor import editor_command

COLUMNS, LINES = 80, 24
"""The size of a terminal for which drafter's screens are made."""
FEWEST_COLUMNS, FEWEST_LINES = 40, 15
"""In a smaller one, a question and its choices are not on the screen together."""
_SAME_WIDTHS = {
    "times new roman": ("liberation serif", "tinos", "nimbus roman", "nimbus roman no9 l", "termes"),
    "arial": ("liberation sans", "arimo", "nimbus sans"),
    "calibri": ("carlito",),
    "cambria": ("caladea",),
    "courier new": ("liberation mono", "cousine"),
}
"""Typefaces whose letters have the same widths, so that lines and pages break at the same places."""
_FONT_FOLDERS = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (r"C:\Windows\Fonts", r"~\AppData\Local\Microsoft\Windows\Fonts"),
}
_SECONDS = 10
"""How long the list of the typefaces may take."""


def machine_findings(library: Library) -> Iterator[Finding]:
    """Yield what was found on the computer."""
    yield _terminal()
    yield _colours()
    yield _letters()
    yield _editor()
    yield _libreoffice()
    yield _typeface(library)


def _terminal() -> Finding:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Finding("terminal", "note", "this is not a terminal", "To answer questions, use a terminal.")
    columns, lines = shutil.get_terminal_size()
    kind = "numbered lines, for a screen reader" if is_plain(False) else os.environ.get("TERM", "not named")
    size = f"{columns} columns, {lines} lines ({kind})"
    if columns < FEWEST_COLUMNS or lines < FEWEST_LINES:
        return Finding(
            "terminal", "problem", size, f"Make the window larger: {COLUMNS} columns, {LINES} lines."
        )
    if columns < COLUMNS or lines < LINES:
        return Finding("terminal", "note", size, f"{COLUMNS} columns and {LINES} lines are easier to read.")
    return Finding("terminal", "ok", size)


def _colours() -> Finding:
    if os.environ.get("NO_COLOR"):
        return Finding("colours", "ok", "none, because NO_COLOR is set")
    if is_plain(False):
        return Finding("colours", "ok", "none, in numbered lines")
    return Finding("colours", "ok", "yes; set NO_COLOR=1 for none")


def _letters() -> Finding:
    encoding = (getattr(sys.stdout, "encoding", None) or "not known").lower()
    if encoding.replace("_", "-") in ("utf-8", "utf8"):
        return Finding("letters", "ok", "UTF-8: every language can be typed and shown")
    how = (
        "Type 'chcp 65001', or use Windows Terminal."
        if sys.platform == "win32"
        else "Set the language of the terminal to UTF-8, for example: export LANG=C.UTF-8"
    )
    return Finding("letters", "problem", f"{encoding}: letters of other languages are replaced", how)


def _editor() -> Finding:
    command = editor_command()
    if not command:
        remedy = "To write long texts in your own editor, set EDITOR, for example: export EDITOR=nano"
        return Finding("editor", "note", "none is set", remedy)
    try:
        program = shlex.split(command)[0]
    except (ValueError, IndexError):
        program = ""
    if not program or shutil.which(program) is None:
        return Finding("editor", "problem", f"“{command}” does not start", "Correct EDITOR (or VISUAL).")
    return Finding("editor", "ok", command)


def _libreoffice() -> Finding:
    program = find_office()
    if program:
        return Finding("LibreOffice", "ok", without_home(Path(program)))
    remedy = "You need it only for PDF files: libreoffice.org, free. Word can save a PDF too."
    return Finding("LibreOffice", "note", "not installed", remedy)


# ---- the typeface of the look ----


def _typeface(library: Library) -> Finding:
    file = choose_look(library).file
    try:
        wanted = typeface_of(file.read_bytes(), str(file))
    except DrafterError as error:
        return Finding("typeface", "problem", f"your {file.name} cannot be used", str(error))
    if not wanted:
        return Finding("typeface", "ok", f"your {file.name} leaves it to Word")
    installed = _installed_typefaces()
    if installed is None:
        return Finding("typeface", "note", f"{wanted}; drafter cannot see whether it is installed")
    if wanted.lower() in installed:
        return Finding("typeface", "ok", f"{wanted} is installed")
    alike = [name for name in _SAME_WIDTHS.get(wanted.lower(), ()) if name in installed]
    if alike:
        return Finding("typeface", "ok", f"{wanted} is not installed; {alike[0].title()} has the same widths")
    remedy = "Here pages may break elsewhere. The reader sees the right one if it is installed there."
    return Finding("typeface", "note", f"{wanted} is not installed", remedy)


def typeface_of(look: bytes, file: str) -> str:
    """Return the name of the typeface of ordinary text in *look*, ``""`` if it names none.

    Raises DrafterError with the path *file* if the look cannot be used.
    """
    from drafter.word.look import clean_look
    from drafter.word.look_summary import summarise

    return summarise(clean_look(look, file)).font


def _installed_typefaces() -> set[str] | None:
    """Return the names of the installed typefaces in small letters, ``None`` if they cannot be listed."""
    if program := shutil.which("fc-list"):
        try:
            done = subprocess.run(
                [program, ":", "family"], capture_output=True, text=True, timeout=_SECONDS, check=True
            )
        except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
            return None
        return {name.strip().lower() for line in done.stdout.splitlines() for name in line.split(",")}
    folders = [Path(folder).expanduser() for folder in _FONT_FOLDERS.get(sys.platform, ())]
    files = [file for folder in folders if folder.is_dir() for file in folder.rglob("*.?t?")]
    names = {"times": "times new roman", "arial": "arial", "calibri": "calibri", "cambria": "cambria"}
    known = {name for file in files for start, name in names.items() if file.name.lower().startswith(start)}
    return known | {file.stem.lower() for file in files} if files else None
