"""The content of files: answers as a saved tree, and the parts of a Word file as text."""

import io
import zipfile
from pathlib import Path
from typing import Any

from drafter.yaml_text import read_yaml


def data(file: Path) -> dict[str, Any]:
    """Return the answers that are saved in *file*."""
    return dict(read_yaml(file.read_text("utf-8"), str(file)))


def parts(file: Path) -> dict[str, str]:
    """Return the parts of a Word file as text, by their names."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
