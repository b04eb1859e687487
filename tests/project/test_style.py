"""Figures of style that may only get better: untyped values, long parameter lists, hard English.

Each ceiling is what the code had when it was last counted. Lower it when the figure has fallen; never
raise it.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import drafter
from drafter.cli import COMMANDS
from drafter.text_file import as_argument
from tests.support.checkout import CHECKOUT

PACKAGE = Path(drafter.__file__).parent
SOURCES = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}
TREES = {name: ast.parse(text) for name, text in SOURCES.items()}

ANY_PER_1000_LINES = 1
LONG_PARAMETER_LISTS = 0
VAGUE_NAMES = 0
"""How often a name of the list below is used."""
HARD_ENGLISH = 0
"""None is left: a phrase of the list is a fault."""
VAGUE = frozenset({"one", "found", "made", "told", "standing", "carried", "said", "thing"})
"""Names that say nothing about what they hold."""
PARAMETERS = 5
"""Most parameters of a function, besides keyword-only ones, self and cls."""

PHRASES = {
    r"parted by": "separated by",
    r"(?:stands?|standing) over": "the heading of, above",
    r"belongs? into": "goes in, put … in",
    r"how should the [\w ]+ be called": "what should the … be called",
    r"be found beside": "must not support",
    r"why do both stand": "why do you keep both",
    r"set what\?": "what do you want to change",
    r"which title stands": "title",
    r"which paragraph ends": "closing paragraph",
    r"key words": "keywords",
    r"told at once": "reported immediately",
    r"is (?:told|said) of": "is reported about",
    r"nobody (?:is asked|waits)": "name who does what",
    r"every sign\b": "every character",
    r"makes? no rubbish": "creates no garbage",
    r"without a word\b": "silently",
    r"that nobody has (?:seen|read)": "unconfirmed",
    r"what (?:stands|rests) in": "what is in",
    r"has no place in": "is not part of",
    r"out of sight\b": "hidden",
    r"of one's own\b": "your own",
    r"by itself and": "alone",
    r"looked into any further": "examined",
    r"whatever (?:is|was) (?:told|said)\b": "whatever the answer",
}
"""What must not come back, each with what a reader understands at once."""


def names_of_any(tree: ast.Module) -> int:
    """Return how often ``Any`` is used in a module; its import does not count."""
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(tree))


def long_parameter_lists(tree: ast.Module) -> Iterator[str]:
    """Yield each function with more parameters than anybody keeps in mind."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
            if len(names) - (names[:1] in (["self"], ["cls"])) > PARAMETERS:
                yield node.name


def vague_names(source: str) -> Iterator[str]:
    """Yield each name in *source* that says nothing about what it holds."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    yield from (token.string for token in tokens if token.type == tokenize.NAME and token.string in VAGUE)


def hard_english(text: str) -> Iterator[str]:
    """Yield each phrase of the list in *text*, whatever its letters and line breaks."""
    text = re.sub(r"[\s\"']+", " ", text)
    for phrase in PHRASES:
        yield from (match[0] for match in re.finditer(rf"\b{phrase}", text, re.IGNORECASE))


def read_by_users() -> Iterator[tuple[str, str]]:
    """Yield name and text of each file whose words reach the screen: the code, and questions in data."""
    yield from SOURCES.items()
    for pattern in ("templates/*/rules.yaml", "clauses/themes.yaml"):
        for file in CHECKOUT.glob(pattern):
            yield file.relative_to(CHECKOUT).as_posix(), file.read_text("utf-8")


def test_untyped_values_become_fewer() -> None:
    lines = sum(len(text.splitlines()) for text in SOURCES.values())
    assert lines > 10_000
    assert 1000 * sum(map(names_of_any, TREES.values())) / lines <= ANY_PER_1000_LINES


def test_long_parameter_lists_become_fewer() -> None:
    long = [f"{name}: {function}" for name, tree in TREES.items() for function in long_parameter_lists(tree)]
    assert len(long) <= LONG_PARAMETER_LISTS, sorted(long)


def test_vague_names_become_rarer() -> None:
    vague = [f"{name}: {word}" for name, text in SOURCES.items() for word in vague_names(text)]
    assert len(vague) <= VAGUE_NAMES, sorted(vague)


def test_hard_english_becomes_rarer() -> None:
    hard = [f"{name}: {phrase}" for name, text in read_by_users() for phrase in hard_english(text)]
    assert len(hard) <= HARD_ENGLISH, sorted(hard)


# ---- the counts themselves can fail ----


def test_each_untyped_value_is_counted_and_no_import() -> None:
    assert (
        names_of_any(ast.parse("from typing import Any\ndef f(a: Any, b: dict[str, Any]) -> int: ...")) == 2
    )


@pytest.mark.parametrize(
    ("code", "long"),
    [
        ("def f(a, b, c, d, e): ...", []),
        ("def f(a, b, c, d, e, f): ...", ["f"]),
        ("def f(a, b, c, /, d, e, f): ...", ["f"]),
        ("def f(a, b, c, d, e, *, f, g): ...", []),
        ("class C:\n    def m(self, a, b, c, d, e): ...", []),
        ("class C:\n    def m(self, a, b, c, d, e, f): ...", ["m"]),
        ("async def f(a, b, c, d, e, f): ...", ["f"]),
    ],
)
def test_a_long_parameter_list_is_seen(code: str, long: list[str]) -> None:
    assert list(long_parameter_lists(ast.parse(code))) == long


def test_a_vague_name_is_seen_and_a_word_in_a_text_is_not() -> None:
    assert list(vague_names('found = [one for one in rows]  # one\n"one told"\nsomeone = 1\n')) == [
        "found", "one", "one",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Key words, parted by commas", ["parted by", "Key words"]),
        ('"Key words, parted "\n    "by commas"', ["parted by", "Key words"]),
        ("How should the answers file be called?", ["How should the answers file be called"]),
        ("Keywords, separated by commas", []),
        ("the departed bystander", []),
    ],
)
def test_hard_english_is_seen(text: str, phrases: list[str]) -> None:
    assert list(hard_english(text)) == phrases


# ---- commands that drafter prints ----

_COMMAND = re.compile(rf"drafter ({'|'.join(COMMANDS)})( [a-z]+)*( --[a-z]+)* $")
_NO_FILES = ("id", "document")
"""Attributes that are printed in a command and are no names of files."""


def unquoted_arguments(source: str) -> list[str]:
    """Return what the f-strings in *source* print as the argument of a command without ``as_argument``."""
    arguments = []
    for node in ast.walk(ast.parse(source)):
        for text, value in pairwise(node.values) if isinstance(node, ast.JoinedStr) else ():
            if not isinstance(text, ast.Constant) or not isinstance(value, ast.FormattedValue):
                continue
            is_quoted = ast.unparse(value.value).startswith("as_argument(")
            is_name = isinstance(value.value, ast.Attribute) and value.value.attr in _NO_FILES
            if _COMMAND.search(str(text.value)) and not is_quoted and not is_name:
                arguments.append(ast.unparse(value.value))
    return arguments


def test_a_file_in_a_printed_command_is_one_argument_even_with_spaces() -> None:
    """``file`` of ``look.py`` is quoted where it is assigned."""
    wrong = {(name, argument) for name, source in SOURCES.items() for argument in unquoted_arguments(source)}
    assert wrong == {("cli/look.py", "file")}


@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("a.yaml", "a.yaml"),
        ("größe/a-1.yaml", "größe/a-1.yaml"),
        ("our UPR.yaml", '"our UPR.yaml"'),
        ("it's.yaml", '"it\'s.yaml"'),
        ("cost $5.yaml", "'cost $5.yaml'"),
    ],
)
def test_a_name_that_a_shell_would_split_or_change_is_in_quotation_marks(name: str, argument: str) -> None:
    assert as_argument(Path(name)) == argument


def test_an_unquoted_file_in_a_command_is_seen() -> None:
    assert unquoted_arguments('f"Go on: drafter new {file}"') == ["file"]
    assert unquoted_arguments('f"drafter look check {a} --pdf {as_argument(b)}"') == ["a"]
    assert unquoted_arguments('f"drafter new {as_argument(file)}, or read {file}"') == []
