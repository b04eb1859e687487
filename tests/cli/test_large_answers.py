"""Large answers files: built within a bound that grows with their size, or refused at once in words."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.limits import MARKUP_CHARACTERS, VALUES

Out = pytest.CaptureFixture[str]
SIZE = 2_000_000
"""Letters of a file here. A tenth of the largest: a time that grows with the square of it shows."""
SECONDS = 6.0
"""Of processor time for a file of that size: about four times what the slowest shape takes."""
HEAD = (
    "format: 1\ndocument: upr/individual\nlanguage: en\nstate: Norway\n"
    "organisations: [{name: A Union, role: lead, what: A union.}]\n"
)
SENTENCE = "The court heard the case of a woman who asked for treatment and was sent away. "


def texts(size: int) -> str:
    """Return answers with a few very long texts."""
    one = SENTENCE * (size // 4 // len(SENTENCE))
    own = "".join(f'      - {{kind: paragraph, text: "{one}"}}\n' for _ in range(4))
    return f"{HEAD}themes:\n  - theme: recovery\n    own:\n{own}"


def lines(size: int) -> str:
    """Return answers with two texts of many short lines."""
    one = f"          {SENTENCE}\n" * (size // 2 // (len(SENTENCE) + 11))
    own = f"      - kind: paragraph\n        text: |\n{one}" * 2
    return f"{HEAD}themes:\n  - theme: recovery\n    own:\n{own}"


def facts(size: int) -> str:
    """Return answers with many facts, all of them printed."""
    keys = [f"F{number}" for number in range(1, size // 1000 + 1)]
    all_ = "".join(f'  {key}: {{text: "{SENTENCE * 12}", source: S1}}\n' for key in keys)
    section = f"themes: [{{theme: recovery, facts: [{', '.join(keys)}]}}]"
    return f"{HEAD}sources: {{S1: {{title: A register}}}}\nfacts:\n{all_}{section}\n"


def one_list(size: int) -> str:
    """Return answers with one long list."""
    return f"{HEAD}keywords:\n" + f"  - {SENTENCE}\n" * (size // (len(SENTENCE) + 5))


SHAPES: dict[str, Callable[[int], str]] = {
    "long texts": texts, "many lines": lines, "many facts": facts, "one long list": one_list,
}  # fmt: skip
COMMANDS = {
    "build": ["build", "a.yaml"],
    "preview": ["preview", "a.yaml"],
    "an answer": ["new", "a.yaml", "--no-input", "--set", "title=A title"],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.seconds(120)
def test_two_megabytes_are_built_within_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = SHAPES[shape](SIZE)
    assert SIZE * 0.9 < len(text) < SIZE * 1.1
    Path("a.yaml").write_text(text, "utf-8")

    began = time.process_time()
    status = main(COMMANDS[command])

    assert time.process_time() - began < SECONDS
    assert status == DONE


@pytest.mark.parametrize("command", ["build", "preview"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"summary: {'x' * SIZE}\n", "this text has 2,000,000 characters"),
        (f"keywords: [{'a, ' * 300_000}]\n", f"more than {VALUES:,} values"),
        (f"summary: '{'*a ' * 310_000}'\n", f"up to {MARKUP_CHARACTERS:,}"),
    ],
)
def test_answers_over_the_limits_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out, text: str, words: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(HEAD + text, "utf-8")

    began = time.process_time()
    status = main(COMMANDS[command])

    assert time.process_time() - began < SECONDS
    assert status == FAULT
    said = capsys.readouterr().err
    assert words in said
    assert said.startswith("a.yaml, line 6")
