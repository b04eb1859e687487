"""Every text of the program that can reach the screen, by room, to be read in order and edited as one text.

    python -m tests.support.screen_texts            all rooms, in the order in which a user meets them
    python -m tests.support.screen_texts review     one room

A text is a string of at least two words that is not a docstring; values in an f-string are shown as {…}.
Questions and titles in ``templates/`` and ``clauses/`` are data: read them there.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import drafter

PACKAGE = Path(drafter.__file__).parent
ROOMS = (
    "cli", "interview", "terminal", "drafting", "review", "privacy", "answers", "library", "compose", "word",
    "markup", "model", "yaml_text", "text_file", "bundled", "installation", "language", "errors",
)  # fmt: skip
"""Rooms with texts for the screen, in the order in which a user meets them."""
MIN_WORDS = 2


def screen_texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield line number and text of each string in *source* that may reach the screen."""
    tree = ast.parse(source)
    docstrings = {id(node) for node in _docstrings(tree)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in docstrings or id(node) in parts:
            continue
        text = _text(node)
        if text and len(text.split()) >= MIN_WORDS and any(letter.isalpha() for letter in text):
            yield getattr(node, "lineno", 0), " ".join(text.split())


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings that stand alone as a statement: docstrings of modules, functions and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _text(node: ast.AST) -> str:
    """Return the text of a string or f-string, empty for any other node."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{…}" for part in node.values)
    return ""


def modules(room: str) -> list[Path]:
    """Return the modules of *room*, in the order of their names."""
    single = PACKAGE / f"{room}.py"
    return [single] if single.is_file() else sorted((PACKAGE / room).rglob("*.py"))


def main(rooms: list[str]) -> None:
    """Print the texts of *rooms*, or of all rooms."""
    for room in rooms or ROOMS:
        print(f"\n==== {room} ====")
        for module in modules(room):
            texts = sorted(set(screen_texts(module.read_text("utf-8"))))
            if texts:
                print(f"\n-- {module.relative_to(PACKAGE).as_posix()}")
                for line, text in texts:
                    print(f"{line:>5}  {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
