"""Running LibreOffice without a window, with a profile of its own that is deleted afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from drafter.errors import DrafterError, Fault
from drafter.limits import OFFICE_SECONDS

_NAMES = ("soffice", "libreoffice")
_USUAL_PATHS = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
"""Where LibreOffice is on macOS and Windows, which do not put it on the path."""
_SETTINGS = {
    "Common/Filter/PDF/Export": {
        "UseTaggedPDF": True,
        "PDFUACompliance": True,
        "ExportBookmarks": True,
        "ExportNotes": False,
        "ExportFormFields": False,
    },
    "Common/Security/Scripting": {"DisableMacrosExecution": True, "BlockUntrustedRefererLinks": True},
    "Java/VirtualMachine": {"Enable": False},
}
"""The settings of the profile: a PDF with tags, by the rules of PDF/UA, without comments; no macro is run."""
_REMEDY = "Build the Word file instead, and save it as PDF in Word or LibreOffice."


def find_office() -> str:
    """Return the path of LibreOffice, or ``""`` if it is not installed."""
    programs = (shutil.which(name) for name in _NAMES)
    usual = (path for path in _USUAL_PATHS if Path(path).is_file())
    return next(filter(None, (*programs, *usual)), "")


def convert_to_pdf(word_file: bytes, *, seconds: float = OFFICE_SECONDS) -> bytes:
    """Return the Word file as PDF, as LibreOffice makes it.

    Raises DrafterError if LibreOffice is not installed, makes no PDF, or takes longer than *seconds*. Only
    the owner can read the files that it works with, and they are deleted whatever happens.
    """
    office = find_office()
    if not office:
        fault = "a PDF needs LibreOffice, and drafter cannot find it on this computer"
        raise DrafterError(Fault(fault, f"Install it from libreoffice.org. Or: {_REMEDY}"))
    with (
        _ends_with_cleaning(),
        tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name,
    ):
        folder = Path(name)
        source, target = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(word_file)
        _write_profile(folder / "profile")
        arguments = [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
        ]
        arguments += ["--nolockcheck", "--convert-to", "pdf", "--outdir", name, str(source)]
        status = _run(arguments, folder, seconds)
        try:
            return target.read_bytes()
        except FileNotFoundError:
            raise DrafterError(Fault(f"LibreOffice made no PDF (exit status {status})", _REMEDY)) from None


def _write_profile(profile: Path) -> None:
    """Write a new profile with the settings for a PDF. The profile of the person is never used."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>"
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        "utf-8",
    )


def _run(arguments: list[str], folder: Path, seconds: float) -> int:
    """Run a program and return its exit status. Raises DrafterError if it cannot start or takes too long."""
    # The time zone would otherwise be in the PDF; newer versions take the time from the last variable.
    settings = {"TZ": "UTC", "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp", "SOURCE_DATE_EPOCH": "0"}
    try:
        process = subprocess.Popen(
            arguments,
            env=os.environ | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        fault = f"LibreOffice cannot be started ({error.strerror})"
        raise DrafterError(Fault(fault, f"Install it again. Or: {_REMEDY}")) from error
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise DrafterError(Fault(f"LibreOffice made no PDF within {seconds:g} seconds", _REMEDY)) from None
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End *process* and the programs that it has started, if they still run."""
    with suppress(OSError):
        if sys.platform == "win32":
            if process.poll() is None:
                subprocess.run(
                    ["taskkill", "/F", "/T", "/PID", str(process.pid)],
                    capture_output=True,
                    check=False,
                )
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _ends_with_cleaning() -> Iterator[None]:
    """Make a request to end the process delete the temporary files first, which may hold real names."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may handle signals
        return
    before = signal.getsignal(signal.SIGTERM)
    if before is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)
