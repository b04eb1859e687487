"""LibreOffice, where it is installed: it prints Word files as PDF."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.errors import DrafterError, Fault

PROGRAMS = ("soffice", "libreoffice")
"""The names of the program, as typed."""
_FOLDERS = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS",),
    "win32": (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program"),
}
"""Where the program is on systems that do not put it on the path."""
_SECONDS = 180
"""How long a document may take. On a slow machine LibreOffice takes half a minute to start."""
_TAGGED = {"UseTaggedPDF": True, "PDFUACompliance": True, "ExportBookmarks": True}
"""Settings of the PDF: readable by a screen reader, with the headings as bookmarks."""
_INSTALL = "Install LibreOffice (libreoffice.org, free), or open the Word file and save it as PDF."


def find_libreoffice() -> str:
    """Return the path of the program, or ``""`` if it is not installed."""
    return next(_programs(), "")


def pdf_of(word_file: bytes) -> bytes:
    """Return the Word file as PDF. LibreOffice runs with a profile of its own, which is removed afterwards.

    Raises DrafterError if LibreOffice is not installed, does not end in time or makes no PDF.
    """
    program = find_libreoffice()
    if not program:
        raise DrafterError(Fault("a PDF needs LibreOffice, which is not installed", _INSTALL))
    with TemporaryDirectory(prefix="drafter-") as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(word_file)
        _convert(program, folder)
        printed = folder / "document.pdf"
        if not printed.exists():
            raise DrafterError(Fault("LibreOffice made no PDF", "Open the Word file and save it as PDF."))
        return printed.read_bytes()


def _convert(program: str, folder: Path) -> None:
    """Print ``document.docx`` in *folder* as ``document.pdf``."""
    settings = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _TAGGED.items()}
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(settings)}",
        "--outdir",
        str(folder),
        str(folder / "document.docx"),
    ]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        remedy = "Close other programs and try again, or open the Word file and save it as PDF."
        raise DrafterError(Fault(f"LibreOffice was not ready after {_SECONDS} seconds", remedy)) from None
    except OSError as error:
        raise DrafterError(Fault(f"LibreOffice does not start ({error.strerror})", _INSTALL)) from error


def _programs() -> Iterator[str]:
    """Yield the programs that are installed, those on the path first."""
    for name in PROGRAMS:
        if path := shutil.which(name):
            yield path
    for folder in _FOLDERS.get(sys.platform, ()):
        if path := shutil.which("soffice", path=folder):
            yield path
