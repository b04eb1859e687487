"""The wheel, the sdist and the installation: no file is missing, and none is too many."""

import csv
import io
import os
import subprocess
import sys
import tarfile
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafter import __version__
from tests.support.checkout import CHECKOUT, EXAMPLES

INFO = f"rights_drafter-{__version__}.dist-info"
ABOUT = {f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}


def files_in(folder: str, *endings: str) -> set[str]:
    """Return the paths in the checkout of the files in *folder* with one of these *endings*."""
    paths = (file for ending in endings for file in (CHECKOUT / folder).rglob(f"*{ending}"))
    return {file.relative_to(CHECKOUT).as_posix() for file in paths}


CODE = files_in("drafter", ".py", "py.typed")
TEXTS = (
    files_in("clauses", ".md", ".yaml", ".txt")
    | files_in("templates", ".yaml", ".jinja", ".csv", "look.docx")
    | files_in("examples", ".md", ".yaml")
)
PACKAGE = {"rights_drafter.py"} | (CODE - {"drafter/installation.py"}) | {f"drafter/{name}" for name in TEXTS}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an sdist made from the checkout, and a wheel made from that sdist."""
    if "DRAFTER_DIST" in os.environ:
        return Path(os.environ["DRAFTER_DIST"])
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.seconds(120)
def test_the_wheel_contains_exactly_the_program_its_clauses_and_its_templates(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        packed = {name: archive.read(f"drafter/{name}") for name in TEXTS}
    assert len(names) == len(set(names))
    assert set(names) == PACKAGE | ABOUT
    assert {
        "drafter/cli/build.py",
        "drafter/clauses/themes.yaml",
        "drafter/examples/README.md",
        "drafter/templates/look.docx",
    } <= set(names)
    assert [name for name, data in packed.items() if data != (CHECKOUT / name).read_bytes()] == []


@pytest.mark.seconds(120)
def test_the_sdist_contains_everything_needed_to_test_it(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    top = {name for name in ("README.md", "LICENSE", "pyproject.toml") if name not in names}
    tests = files_in("tests", ".py", ".txt")
    examples = {f"examples/{file.name}" for file in EXAMPLES.glob("*.yaml")}
    assert top == set()
    assert CODE | TEXTS | tests | examples <= names
    assert examples
    assert [name for name in names if name.endswith((".pyc", ".private.yaml")) or "/.venv/" in name] == []
    looks = files_in("tests/word/looks", ".docx")
    assert {name for name in names if name.endswith(".docx")} == {"templates/look.docx", *looks}


def test_the_installed_metadata_is_correct() -> None:
    installed = distribution("rights-drafter")
    about = installed.metadata
    assert installed.version == __version__
    assert about["Name"] == "rights-drafter"
    assert about["Requires-Python"] == ">=3.11"
    assert about["License-Expression"] == "MIT AND CC-BY-4.0"
    [command] = [each for each in installed.entry_points if each.group == "console_scripts"]
    assert (command.name, command.value) == ("drafter", "rights_drafter:main")
    assert callable(command.load())


def test_every_installed_file_belongs_to_the_package() -> None:
    """An editable install has none of the package's own files; an installed wheel has them all."""
    record = distribution("rights-drafter").read_text("RECORD")
    assert record is not None
    names = {row[0] for row in csv.reader(io.StringIO(record))}
    ours = {name for name in names if name.startswith("drafter/") and "__pycache__" not in name}
    assert "rights_drafter.py" in names
    assert ours in (PACKAGE - {"rights_drafter.py"}, set())
    assert ours or f"{INFO}/direct_url.json" in names
