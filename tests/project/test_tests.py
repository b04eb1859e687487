"""The tests of a room are in its folder, and what several modules use is in ``tests/support``."""

import ast
from pathlib import Path

import drafter

TESTS = Path(__file__).parents[1]
PACKAGE = Path(drafter.__file__).parent
MODULES = sorted(TESTS.rglob("test_*.py"))
BESIDE_ROOMS = {"project", "end_to_end", "labelled"}


def imported_names(file: Path) -> list[str]:
    """Return the modules that *file* imports, and the full names of what it imports from them."""
    names = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def test_each_test_module_is_in_the_folder_of_a_room() -> None:
    rooms = {file.parent.name for file in PACKAGE.glob("*/__init__.py")}
    folders = {file.parent.relative_to(TESTS).as_posix() for file in MODULES}
    assert len(MODULES) > 80
    assert folders - rooms - BESIDE_ROOMS == set()


def test_no_module_imports_a_test_module() -> None:
    importers = {
        file.relative_to(TESTS).as_posix(): name
        for file in TESTS.rglob("*.py")
        for name in imported_names(file)
        if any(part.startswith("test_") for part in name.split("."))
    }
    assert importers == {}
