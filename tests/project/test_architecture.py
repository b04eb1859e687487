"""Rooms import only what the table here allows, and the table is the one in CONTRIBUTING.md."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import drafter
from tests.support.checkout import CHECKOUT

PACKAGE = Path(drafter.__file__).parent
LONGEST = 300
"""Lines of a module."""
HEAVY = {
    "docx", "jinja2", "lxml", "markdown_it", "prompt_toolkit", "pydantic", "questionary", "rich", "yaml",
    "spellchecker",
}  # fmt: skip
MECHANISMS = {"upr", "cedaw", "ccpr", "special-procedures"} | {
    rules.parent.name for rules in (CHECKOUT / "templates").glob("*/rules.yaml")
}


WITH_A_HOME = {"sqlite3"}
"""Modules of Python's own library that live in one room, as third-party libraries do."""


class Room(NamedTuple):
    """What a room may use: rooms above it, and the third-party libraries that live in it."""

    uses: str = ""
    guests: str = ""
    gateway: str = ""
    """The only module of the room that may import its guests; empty: any module."""


ROOMS = {
    "": Room(),  # drafter/__init__.py: the version
    "installation": Room(),
    "frozen": Room(),
    "errors": Room("frozen"),
    "bundled": Room("", "platformdirs"),
    "limits": Room(),
    "patterns": Room(),
    "cache": Room("bundled"),
    "yaml_text": Room("errors limits patterns", guests="yaml"),
    "yaml_edit": Room("frozen errors patterns yaml_text"),
    "text_file": Room("errors limits"),
    "file_writing": Room("errors text_file"),
    "screen_text": Room("patterns"),
    "columns": Room("patterns", guests="wcwidth"),
    "language": Room("frozen patterns"),
    "spelling": Room("frozen language", guests="spellchecker"),
    "dates": Room("frozen patterns language"),
    "relative_days": Room("frozen patterns language dates"),
    "search": Room("frozen patterns language"),
    "text_diff": Room("frozen patterns"),
    "model": Room(
        "frozen errors limits patterns yaml_text screen_text language", guests="pydantic pydantic_core"
    ),
    "recommendation_store": Room(
        "frozen errors bundled patterns language search model", guests="sqlite3", gateway="database"
    ),
    "markup": Room("frozen errors limits patterns model", guests="markdown_it mdit_py_plugins"),
    "library": Room("frozen errors bundled cache limits patterns yaml_text text_file language search model"),
    "privacy": Room("frozen errors patterns yaml_text text_file language search model"),
    "answers": Room(
        "frozen errors bundled limits patterns yaml_text yaml_edit text_file model privacy", guests="filelock"
    ),
    "compose": Room(
        "frozen errors cache limits patterns language dates model markup library", guests="jinja2 markupsafe"
    ),
    "review": Room(
        "frozen errors patterns yaml_text language spelling dates relative_days model markup privacy"
    ),
    "comparison": Room("frozen patterns text_diff language model"),
    "word": Room(
        "frozen errors bundled cache limits patterns text_file file_writing language model comparison",
        guests="docx lxml",
    ),
    "formats": Room("frozen errors limits patterns file_writing language model"),
    "imports": Room(
        "frozen errors limits patterns text_file language dates model word",
        "ijson openpyxl",
        gateway="reading_",
    ),
    "drafting": Room(
        "frozen errors bundled limits patterns yaml_text text_file language dates text_diff search model "
        "markup library privacy answers compose review comparison word formats recommendation_store",
    ),
    "interview": Room(
        "frozen errors patterns screen_text language dates relative_days search model recommendation_store "
        "markup library privacy answers review imports drafting"
    ),
    "terminal": Room(
        "frozen errors patterns screen_text columns language search model markup library answers interview",
        "questionary prompt_toolkit",
        gateway="prompts",
    ),
    "cli": Room(
        "frozen errors bundled cache limits patterns text_diff yaml_text text_file screen_text columns "
        "language spelling search model comparison "
        "markup library privacy recommendation_store "
        "answers compose review word formats imports drafting interview terminal",
        "rich shtab",
    ),
    "__main__": Room("cli"),
}


class Module(NamedTuple):
    """A module of drafter: its name under ``drafter``, its text as a tree, and what it imports."""

    name: str
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The room that the module belongs to."""
        return self.name.partition(".")[0]


def read(file: Path) -> Module:
    """Return the module in *file*."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    text = file.read_text(encoding="utf-8")
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, ast.parse(text, str(file)), len(text.splitlines()))


MODULES = {module.name: module for module in map(read, sorted(PACKAGE.rglob("*.py")))}


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of whatever is imported anywhere in *tree*."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def own_imports(module: Module) -> set[str]:
    """Return the modules of drafter that *module* imports, by their names under ``drafter``."""
    found = set()
    for name in imports(module.tree):
        top, _, rest = name.partition(".")
        if top == "drafter":
            found.add(rest if rest in MODULES else rest.rpartition(".")[0])
    return found


def guests(module: Module) -> set[str]:
    """Return the third-party libraries that *module* imports."""
    tops = {name.partition(".")[0] for name in imports(module.tree)}
    return tops - (set(sys.stdlib_module_names) - WITH_A_HOME) - {"drafter"}


def welcome(module: Module) -> set[str]:
    """Return the third-party libraries that *module* may import."""
    room = ROOMS[module.room]
    at_home = not room.gateway or module.name.startswith(f"{module.room}.{room.gateway}")
    return set(room.guests.split()) if at_home else set()


def literals(tree: ast.AST) -> Iterator[str]:
    """Yield every string in *tree* but the docstrings of modules, classes, functions and attributes."""
    said = {
        statement.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            yield node.value


def public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield public classes and functions, and the public methods of public classes."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return a way through *graph* that comes back to where it began, or nothing."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name not in done:
            for following in sorted(graph.get(name, ())):
                if found := walk(following, [*way, name]):
                    return found
            done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := walk(name, []))), [])


def test_every_room_is_on_the_map() -> None:
    assert {module.room for module in MODULES.values()} <= set(ROOMS)


def test_the_table_lets_no_room_use_a_room_below_it() -> None:
    order = list(ROOMS)
    upwards = {
        (name, used)
        for name, room in ROOMS.items()
        for used in room.uses.split()
        if order.index(used) >= order.index(name)
    }
    assert upwards == set()


def test_a_room_imports_only_rooms_above_it() -> None:
    wrong = {
        (module.name, name)
        for module in MODULES.values()
        for name in own_imports(module)
        if name.partition(".")[0] not in {module.room, *ROOMS[module.room].uses.split()}
        and not (name == "" and module.room in ("cli", "cache", "installation"))  # the version
    }
    assert wrong == set()


def test_a_third_party_library_stays_in_its_home() -> None:
    wrong = {
        (module.name, guest) for module in MODULES.values() for guest in guests(module) - welcome(module)
    }
    assert wrong == set()


def test_each_library_has_one_home_and_is_used_there() -> None:
    homes = [guest for room in ROOMS.values() for guest in room.guests.split()]
    assert len(homes) == len(set(homes))
    assert set().union(*map(guests, MODULES.values())) == set(homes)


def test_only_the_entry_point_imports_the_command_line() -> None:
    importers = {
        module.name
        for module in MODULES.values()
        if module.room != "cli" and any(name.partition(".")[0] == "cli" for name in own_imports(module))
    }
    assert importers == {"__main__"}


def test_no_import_cycle() -> None:
    assert cycle({name: own_imports(module) - {name} for name, module in MODULES.items()}) == []


def test_a_cycle_would_be_seen() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle({"a": {"b", "c"}, "b": {"c"}}) == []


def test_a_module_can_be_read_in_one_sitting() -> None:
    assert {name: module.lines for name, module in MODULES.items() if module.lines > LONGEST} == {}


def test_only_the_command_line_prints() -> None:
    printing = {"print", "sys.stdout.write", "sys.stderr.write"}
    wrong = {
        (module.name, node.lineno)
        for module in MODULES.values()
        if module.room != "cli"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in printing
    }
    assert wrong == set()


def test_what_is_public_says_what_it_is() -> None:
    silent = {
        (module.name, node.name)
        for module in MODULES.values()
        for node in public(module.tree)
        if not ast.get_docstring(node)
    }
    assert [name for name, module in MODULES.items() if not ast.get_docstring(module.tree)] == []
    assert silent == set()


def test_no_mechanism_is_named_in_code() -> None:
    """A mechanism is a folder: adding one touches no Python, so no Python may know one.

    What a program can act on is a literal that is an id; an example in a sentence of help is not.
    """
    known = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(MECHANISMS)))})(?:/[\w-]*)?")
    named = {
        (module.name, text)
        for module in MODULES.values()
        for text in literals(module.tree)
        if known.fullmatch(text)
    }
    assert named == set()


def test_help_costs_no_library() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "drafter", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "usage: drafter" in done.stdout
    assert "drafter" in imported
    assert imported & HEAVY == set()
