"""A clause with several themes takes a question from the first theme that has it."""

from pathlib import Path

import pytest

from drafter.library.clauses import read_clause
from drafter.model.question import Ask
from drafter.model.vocabulary import Theme
from tests.support.small_library import clause

THEMES = {
    "jails": Theme(title="Jails", questions=(Ask(name="body", ask="Which jail?"),)),
    "courts": Theme(
        title="Courts",
        questions=(Ask(name="body", ask="Which court?"), Ask(name="judge", ask="Which judge?")),
    ),
}


@pytest.mark.parametrize(
    ("themes", "asked"),
    [
        (["jails", "courts"], ["Which jail?", "Which judge?"]),
        (["courts", "jails"], ["Which court?", "Which judge?"]),
        (["unknown", "jails", "courts"], ["Which jail?", "Which judge?"]),
    ],
)
def test_the_question_of_the_first_theme_wins(themes: list[str], asked: list[str], tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        clause("{{ body }} {{ judge }}", themes=themes, questions=["body", "judge"]), encoding="utf-8"
    )
    read = read_clause("jails/a", file, THEMES, lambda _: None)
    assert [ask.ask for ask in read.questions] == asked
