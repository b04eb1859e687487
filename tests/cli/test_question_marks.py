"""A question mark that was written by hand means "I don't know yet": it is marked, and printed nowhere."""

from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.markup.count import block_text, plain_text
from drafter.model.answers import Answers
from drafter.review.locate import located_texts

Out = pytest.CaptureFixture[str]
HEAD = """format: 1
document: upr/individual
state: Ruritania
language: en
organisations: [{name: House of Examples, what: It helps., acronym: MARK, contact: {email: MARK}}]
details: {session: MARK, names_public: 'yes'}
keywords: [overdose, MARK]
facts: {F1: {text: 41 of 96 saw no judge, source: S1, locator: MARK}, F2: {text: MARK, source: S1}}
sources: {S1: {title: A register, publisher: MARK, date: MARK}}
earlier: [{text: Do it, document: MARK, paragraph: MARK, evidence: MARK}]
themes:
  - theme: overdose
    clauses: [overdose/naloxone-for-all]
    facts: [F1, F2]
    own: [{kind: paragraph, text: MARK}]
summary: MARK
sign_off: {name: MARK, place: Strelsau}
"""


GAPS = [
    "page or paragraph of fact F1",
    "publisher of “A register”",
    "date of “A register”",
    "fact F2",
    "name of the person who signs",
    "e-mail address of House of Examples",
    "acronym of House of Examples",
    "summary",
    "own paragraph",
    "paragraph number of the recommendation",
]


@pytest.mark.parametrize("mark", ["'?'", "' ? '", "？", "؟"])
def test_a_question_mark_is_never_printed_and_each_is_a_gap(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(HEAD.replace("MARK", mark), "utf-8")
    made = draft_file(file)
    texts = [text for _, text in located_texts(made.draft.document, lambda _: True)]
    texts += [block_text(block) for block in made.draft.document.blocks]
    texts += [plain_text(note) for note in made.draft.document.notes]
    assert [text for text in texts if "？" in text or "؟" in text or text.strip(" .,") == "?"] == []
    assert not [text for text in texts if ", ?" in text or "? " in text or "(?" in text]
    said = " ".join(f"{one.text}" for one in made.errors)
    for gap in GAPS:
        assert f"Not known yet: {gap}" in said, gap


def test_a_final_build_with_a_question_mark_is_refused(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(HEAD.replace("MARK", "'?'"), "utf-8")
    assert main(["build", "a.yaml"]) == DONE
    assert main(["build", "a.yaml", "--final"]) == FAULT
    assert "Not known yet: page or paragraph of fact F1" in capsys.readouterr().err


def test_a_question_mark_is_a_fault_where_nothing_can_be_unknown() -> None:
    with pytest.raises(ValueError, match="role"):
        Answers.model_validate({"format": 1, "organisations": [{"name": "A", "role": "?"}]})
    with pytest.raises(ValueError, match="this is empty"):
        Answers.model_validate({"format": 1, "accept_conflicts": [{"conflict": "x", "reason": "?"}]})
    given = {
        "format": 1,
        "interview": {"typed": {"title": "?"}},
        "themes": [{"theme": "x", "answers": {"a": "?"}}],
    }
    answers = Answers.model_validate(given)
    assert answers.interview.typed == {"title": "?"}
    assert answers.themes[0].answers == {"a": None}


@pytest.mark.parametrize(
    ("line", "place", "given"),
    [
        ("earlier: [{text: x, paragraph: 140.120}]", "earlier › 1 › paragraph", "140.12"),
        ("organisations: [{name: A, founded: 19.5}]", "organisations › 1 › founded", "19.5"),
        ("facts: {F1: {text: a, place: [3]}}", "facts › F1 › place", "[3]"),
        ("facts: {F1: {text: a, period: {b: c}}}", "facts › F1 › period", "{'b': 'c'}"),
    ],
)
def test_one_wrong_value_is_one_fault(tmp_path: Path, capsys: Out, line: str, place: str, given: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"format: 1\ndocument: upr/individual\nstate: Norway\n{line}\n", "utf-8")
    assert main(["build", str(file)]) == FAULT
    assert capsys.readouterr().err == (
        f"{file}, line 4, {place}: text is expected, not {given}\n    Put quotation marks around it.\n"
    )


def test_two_wrong_values_are_two_faults(tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "format: 1\ndocument: upr/individual\nstate: Norway\n"
        "themes: [{theme: women, answers: {str: [1], int: [1]}}]\n"
        "earlier: [{paragraph: 1.5}, {paragraph: 1.5}]\n",
        "utf-8",
    )
    assert main(["build", str(file)]) == FAULT
    said = capsys.readouterr().err
    assert said.count("text is expected") == 4
    assert "answers › str" in said
    assert "answers › int" in said
    assert "earlier › 2 › paragraph" in said
