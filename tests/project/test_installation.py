"""Another Python package is also named ``drafter``; the command reports a conflict with it."""

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
"""The code that the installed command ``drafter`` runs."""
FOREIGN_COMMAND = "import sys; from drafter.cli import main; sys.exit(main())"
"""The code that the other package's command of the same name runs."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder of packages that has drafter as a wheel installs it."""
    folder = tmp_path / "site-packages"
    shutil.copytree(PACKAGE, folder / "drafter", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(str(rights_drafter.__file__), folder)
    return folder


def write_other_package(folder: Path) -> None:
    """Write the other package's files that matter here into *folder*, over existing ones."""
    (folder / "drafter").mkdir(parents=True, exist_ok=True)
    for name in ("__init__.py", "__main__.py", "cli.py", FOREIGN_FILE):
        (folder / "drafter" / name).write_text("def main():\n    print('A web site')\n", encoding="utf-8")


def run(code: str, *folders: Path) -> subprocess.CompletedProcess[str]:
    """Run *code* with the argument ``--version`` and the packages in *folders*."""
    command = [sys.executable, "-S", "-c", code, "--version"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    return subprocess.run(
        command, env=environment, cwd=folders[0], capture_output=True, text=True, check=False
    )


def test_the_command_of_a_correct_installation_prints_no_warning(site: Path) -> None:
    done = run(COMMAND, site)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"drafter {drafter.__version__}\n", "")


def is_conflict_message(done: subprocess.CompletedProcess[str]) -> bool:
    """Return whether *done* ended with only the message about the other package."""
    return (
        done.returncode == 1
        and done.stdout == ""
        and done.stderr.startswith(
            "drafter: this program is not completely installed. Another Python package"
        )
        and f"{sys.executable} -m pip uninstall drafter rights-drafter" in done.stderr
        and "Traceback" not in done.stderr
    )


def test_another_package_that_hides_ours_is_reported(site: Path, tmp_path: Path) -> None:
    write_other_package(tmp_path / "user-site")
    assert is_conflict_message(run(COMMAND, tmp_path / "user-site", site))


@pytest.mark.parametrize("code", [COMMAND, FOREIGN_COMMAND])
def test_another_package_installed_over_ours_is_reported(site: Path, code: str) -> None:
    write_other_package(site)
    assert is_conflict_message(run(code, site))


def test_the_remains_of_ours_after_the_other_package_is_removed_are_reported(site: Path) -> None:
    for name in ("__init__.py", "__main__.py"):
        (site / "drafter" / name).unlink()
    assert is_conflict_message(run(COMMAND, site))


def test_ours_installed_over_the_other_package_runs_with_a_warning(site: Path) -> None:
    (site / "drafter" / FOREIGN_FILE).write_text("")
    done = run(COMMAND, site)
    assert (done.returncode, done.stdout) == (0, f"drafter {drafter.__version__}\n")
    assert done.stderr.startswith("drafter: another Python package, also named 'drafter', is installed")
    assert "-m pip uninstall drafter rights-drafter" in done.stderr
