"""Word files as LibreOffice saves them."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

HAS_LIBREOFFICE = bool(shutil.which("soffice"))
WORD_2007 = "docx:MS Word 2007 XML"


def saved_by_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the Word *files* as LibreOffice saves them, by name; *folder* is for its own use."""
    saved = folder / "saved"
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    names = [str(folder / f"{name}.docx") for name in files]
    arguments = ["--convert-to", WORD_2007, "--outdir", str(saved), *names]
    subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=300)
    return {name: (saved / f"{name}.docx").read_bytes() for name in files}
