"""Another Python package is named ``drafter``, too: where it gets in the way, the command says so."""

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import drafter
from drafter.cli import FOREIGN_FILE

rights_drafter = import_module("rights_drafter")

PACKAGE = Path(drafter.__file__).parent
COMMAND = "import sys; from rights_drafter import main; sys.exit(main())"
"""What the installed command ``drafter`` runs."""
FOREIGN_COMMAND = "import sys; from drafter.cli import main; sys.exit(main())"
"""What the command of the other package runs, which has the same name."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder of packages with drafter as a wheel installs it."""
    folder = tmp_path / "site-packages"
    shutil.copytree(PACKAGE, folder / "drafter", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(str(rights_drafter.__file__), folder)
    return folder


def write_other_package(folder: Path) -> None:
    """Write into *folder* the files of the other package that matter here, over those that are there."""
    (folder / "drafter").mkdir(parents=True, exist_ok=True)
    for name in ("__init__.py", "__main__.py", "cli.py", FOREIGN_FILE):
        (folder / "drafter" / name).write_text("def main():\n    print('A web site')\n", encoding="utf-8")


def run(code: str, *folders: Path) -> subprocess.CompletedProcess[str]:
    """Run *code* with ``--version`` as its argument, with *folders* as the folders of packages."""
    command = [sys.executable, "-S", "-c", code, "--version"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    return subprocess.run(
        command, env=environment, cwd=folders[0], capture_output=True, text=True, check=False
    )


def test_the_command_of_a_sound_installation_runs_without_a_word(site: Path) -> None:
    done = run(COMMAND, site)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"drafter {drafter.__version__}\n", "")


def is_plain_fault(done: subprocess.CompletedProcess[str]) -> bool:
    """Return whether *done* ended with the message about the other package, and nothing else."""
    return (
        done.returncode == 1
        and done.stdout == ""
        and done.stderr.startswith(
            "drafter: this program is not completely installed. Another Python package"
        )
        and f"{sys.executable} -m pip uninstall drafter rights-drafter" in done.stderr
        and "Traceback" not in done.stderr
    )


def test_another_package_that_comes_before_ours_is_named(site: Path, tmp_path: Path) -> None:
    write_other_package(tmp_path / "user-site")
    assert is_plain_fault(run(COMMAND, tmp_path / "user-site", site))


@pytest.mark.parametrize("code", [COMMAND, FOREIGN_COMMAND])
def test_another_package_that_was_installed_over_ours_is_named(site: Path, code: str) -> None:
    write_other_package(site)
    assert is_plain_fault(run(code, site))


def test_what_is_left_when_the_other_package_was_removed_is_named(site: Path) -> None:
    for name in ("__init__.py", "__main__.py"):
        (site / "drafter" / name).unlink()
    assert is_plain_fault(run(COMMAND, site))


def test_ours_installed_over_the_other_package_runs_with_a_warning(site: Path) -> None:
    (site / "drafter" / FOREIGN_FILE).write_text("")
    done = run(COMMAND, site)
    assert (done.returncode, done.stdout) == (0, f"drafter {drafter.__version__}\n")
    assert done.stderr.startswith("drafter: another Python package, also named 'drafter', is installed")
    assert "-m pip uninstall drafter rights-drafter" in done.stderr
