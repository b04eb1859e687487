"""Answers files that nobody wrote in earnest end in a message within seconds, and large ones are built."""

import time
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.limits import MARKUP_CHARACTERS, VALUES
from drafter.markup.special_characters import count_special_characters
from tests.support.attacks import ANSWERS, HEAD, Attack, answers

Out = pytest.CaptureFixture[str]
SECONDS = 5
MOST_SECONDS = 25
"""For the largest files. Half of it on a machine that does nothing else."""
SENTENCE = "People who use drugs wait for months before anybody asks them a question. "


@pytest.mark.parametrize("attack", ANSWERS, ids=[one.name for one in ANSWERS])
def test_a_hostile_file_is_refused_in_time(attack: Attack, tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(attack.text, encoding="utf-8")
    begun = time.process_time()
    assert main(["build", str(file)]) == FAULT
    assert time.process_time() - begun < SECONDS
    said = capsys.readouterr().err
    assert str(file) in said
    assert attack.refusal in said
    assert len(said) < 100_000
    assert not file.with_suffix(".docx").exists()


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * (MARKUP_CHARACTERS - 1),
        "- a\n" * 90_000,
        "[" * (MARKUP_CHARACTERS - 1),
        "*a_" * (MARKUP_CHARACTERS // 2 - 1),
        "|a|b|\n|-|-|\n" + "|a|b|\n" * (MARKUP_CHARACTERS // 4 - 10),
    ],
    ids=["lines", "list", "brackets", "stars", "table"],
)
@pytest.mark.seconds(120)
def test_the_largest_allowed_answers_are_built(text: str, tmp_path: Path) -> None:
    assert count_special_characters(text) <= MARKUP_CHARACTERS
    file = tmp_path / "a.yaml"
    file.write_text(answers(text), encoding="utf-8")
    begun = time.process_time()
    assert main(["build", str(file)]) == DONE
    assert time.process_time() - begun < MOST_SECONDS


@pytest.mark.seconds(120)
def test_a_file_of_20_megabytes_is_built(tmp_path: Path) -> None:
    paragraph = SENTENCE * 6
    own = "\\n\\n".join([paragraph] * 2200)
    file = tmp_path / "a.yaml"
    own_texts = "".join(f'      - {{kind: paragraph, text: "{own}"}}\n' for _ in range(20))
    file.write_text(f"{HEAD}themes:\n  - theme: recovery\n    own:\n{own_texts}", encoding="utf-8")
    assert file.stat().st_size > 19_000_000
    begun = time.process_time()
    assert main(["build", str(file)]) == DONE
    assert time.process_time() - begun < MOST_SECONDS


@pytest.mark.seconds(120)
def test_a_file_of_ten_thousand_facts_is_built(tmp_path: Path) -> None:
    count = 10_000
    facts = "".join(f"  F{n}: {{text: {SENTENCE * 5}, source: S1, locator: p. {n}}}\n" for n in range(count))
    used = ", ".join(f"F{n}" for n in range(count))
    themes = f"themes: [{{theme: recovery, facts: [{used}]}}]\n"
    text = f"{HEAD}sources: {{S1: {{title: Report}}}}\nfacts:\n{facts}{themes}"
    assert count * 5 < VALUES
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    begun = time.process_time()
    assert main(["build", str(file)]) == DONE
    assert time.process_time() - begun < MOST_SECONDS
