"""Asking in plain lines: every kind of question, typed; and a whole interview."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli.terminal import is_plain
from drafter.interview.paths import MISSING
from drafter.interview.plain import KEYS, ask
from drafter.interview.signals import Back, Overview
from drafter.model.question import Choice, Question
from tests.script import Person, hold

FEW = tuple(
    Choice(value=letter, title=f"Choice {letter.upper()}", more=f"All of {letter}.") for letter in "abc"
)
MANY = tuple(Choice(value=f"v{n}", title=f"Land {n} of many") for n in range(1, 41))


def one(kind: str, **given: Any) -> Question:
    """Return a question of *kind*."""
    fields = {"path": ("x",), "section": "S", "text": "What is it?", "help": "Some help.", **given}
    return Question.model_validate({"kind": kind, **fields})


def typed(question: Question, *lines: str, standing: Any = MISSING) -> tuple[Any, list[str]]:
    """Return the answer that *lines* give and all that was said; every line has to be wanted."""
    left = list(lines)
    said: list[str] = []

    def read(prompt: str) -> str:
        said.append(prompt)
        return left.pop(0)

    value = ask(question, standing, said.append, read)
    assert left == []
    return value, said


@pytest.mark.parametrize(
    ("question", "lines", "answer"),
    [
        (one("line"), ["words"], "words"),
        (one("line"), [""], ""),
        (one("line", unknown=True), ["?"], None),
        (one("line"), ["?"], "?"),
        (one("line", required=True), ["", "  ", "at last"], "at last"),
        (one("line", default="so far"), [""], "so far"),
        (one("number"), ["many", "12"], "12"),
        (one("number", unknown=True), ["?"], None),
        (one("long"), ["first", "", "third", "."], "first\n\nthird"),
        (one("long"), [""], ""),
        (one("long", unknown=True), ["?"], None),
        (one("long"), ["a line", "?", "<", "=", "."], "a line\n?\n<\n="),
        (one("yes-no"), ["y"], True),
        (one("yes-no"), ["NO"], False),
        (one("yes-no", default=True), [""], True),
        (one("yes-no", default=False), ["perhaps", ""], False),
        (one("choice", choices=FEW), ["2"], "b"),
        (one("choice", choices=FEW), ["choice c"], "c"),
        (one("choice", choices=FEW), ["", "4", "0", "1"], "a"),
        (one("choice", choices=FEW, default="c"), [""], "c"),
        (one("choice", choices=FEW, unknown=True), ["?"], None),
        (one("choice", choices=FEW), ["choice", "3"], "c"),
        (one("search", choices=MANY), ["land 7 of"], "v7"),
        (one("search", choices=MANY), ["3", "land 3", "1"], "v3"),
        (one("search", choices=MANY), ["nowhere", "land 40"], "v40"),
        (one("choices", choices=FEW), ["1 3", ""], ["a", "c"]),
        (one("choices", choices=FEW), ["1,2", "1", ""], ["b"]),
        (one("choices", choices=FEW), [""], []),
        (one("choices", choices=FEW, required=True), ["", "2", ""], ["b"]),
        (one("choices", choices=()), [], []),
        (one("choices", choices=(), required=True), [], []),
    ],
)
def test_typed_lines_give_the_answer(question: Question, lines: list[str], answer: Any) -> None:
    assert typed(question, *lines)[0] == answer


@pytest.mark.parametrize(
    ("question", "standing"),
    [
        (one("line"), "as before"),
        (one("line", unknown=True), None),
        (one("line", required=True), "as before"),
        (one("long"), "two\nlines"),
        (one("long", unknown=True), None),
        (one("yes-no"), True),
        (one("yes-no", default=True), False),
        (one("choice", choices=FEW, default="a"), "c"),
        (one("choice", choices=FEW, unknown=True, default="a"), None),
        (one("search", choices=MANY), "v33"),
        (one("choices", choices=FEW), ["a", "b"]),
    ],
)
def test_enter_alone_keeps_the_answer_that_stands(question: Question, standing: Any) -> None:
    assert typed(question, "", standing=standing)[0] == standing


def test_a_number_that_stands_is_kept_as_it_would_be_typed() -> None:
    assert typed(one("number"), "", standing=12)[0] == "12"
    assert typed(one("choice", choices=(Choice(value="1", title="One"),)), "", standing=1)[0] == "1"


@pytest.mark.parametrize(
    ("question", "standing", "words"),
    [
        (one("line"), "as before", "Your answer so far: as before"),
        (one("line", unknown=True), None, "Your answer so far: not known yet"),
        (one("choice", choices=FEW), "b", "Number or words (Enter: Choice B): "),
        (one("yes-no"), True, "yes or no (Enter: yes): "),
        (one("choices", choices=FEW), ["b"], "2. Choice B (taken)"),
    ],
)
def test_the_answer_that_stands_is_said(question: Question, standing: Any, words: str) -> None:
    said = typed(question, "", standing=standing)[1]
    assert any(line.startswith(words) for line in said), said


KINDS = [
    one("line"),
    one("long"),
    one("number"),
    one("yes-no"),
    one("choice", choices=FEW),
    one("search", choices=MANY),
    one("choices", choices=FEW),
]


@pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
def test_one_sign_goes_back_and_one_shows_all_answers_at_every_kind_of_question(question: Question) -> None:
    with pytest.raises(Back):
        typed(question, "<")
    with pytest.raises(Overview):
        typed(question, "=")
    assert "<" in KEYS
    assert "=" in KEYS


@pytest.mark.parametrize(("line", "answer"), [("", "people"), ("-", ""), ("centres", "centres")])
def test_a_suggestion_is_told_from_an_answer_and_can_be_left(line: str, answer: str) -> None:
    question = Question(path=("x",), section="S", text="What?", kind="line", default="people")
    said: list[str] = []
    assert ask(question, MISSING, said.append, lambda _: line) == answer
    assert "Suggested: people" in "\n".join(said)
    assert "so far" not in "\n".join(said)


def test_the_question_and_its_help_are_said_before_the_choices_which_are_numbered() -> None:
    said = typed(one("choice", choices=FEW), "1")[1]
    wanted = ["Question: What is it?", "Some help.", "1. Choice A", "2. Choice B", "3. Choice C"]
    assert [line for line in said if line in wanted] == wanted


def test_a_long_list_is_not_read_out_but_asked_for_a_word_of_it() -> None:
    said = typed(one("search", choices=MANY), "land", "land 12")[1]
    assert "There are 40 choices. Type a word of the one you want." in said
    assert "40 fit. Type more of it." in said
    assert "Chosen: Land 12 of many" in said
    assert not any(line.startswith("1. ") for line in said)


def test_a_choice_can_be_read_whole_before_it_is_taken() -> None:
    said = typed(one("choices", choices=FEW), "r2", "2", "")[1]
    assert "Choice B: All of b." in said
    assert "Taken: Choice B" in said


def test_nothing_is_redrawn_and_no_colour_or_sign_of_a_cursor_is_printed() -> None:
    for question in KINDS:
        said = typed(
            question, *{"choice": ["1"], "search": ["land 2 of"], "number": ["1"]}.get(question.kind, [""])
        )[1]
        assert not [line for line in said if "\x1b" in line or "\r" in line or "\b" in line]


@pytest.mark.parametrize(
    ("variables", "plain"),
    [
        ({}, False),
        ({"ACCESSIBLE": "1"}, True),
        ({"ACCESSIBLE": "0"}, False),
        ({"ACCESSIBLE": ""}, False),
        ({"TERM": "dumb"}, True),
    ],
)
def test_the_environment_chooses_the_plain_manner(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], plain: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_plain(False) is plain
    assert is_plain(True) is True


# ---- a whole interview ----


def lines_for(question: Question, answer: Any) -> Iterator[str]:
    """Yield the lines that a person types to give *answer* to *question*."""
    values = [choice.value for choice in question.choices]
    match question.kind:
        case "yes-no":
            yield "yes" if answer else "no"
        case "choice" | "search":
            yield "?" if answer is None else question.choices[values.index(answer)].title
        case "choices":
            if values:
                yield " ".join(str(values.index(value) + 1) for value in answer)
            if values and answer:
                yield ""
        case "long":
            yield from ["?"] if answer is None else str(answer).split("\n")
            if answer:
                yield "."
        case _:
            yield "?" if answer is None else str(answer)


class PlainPerson(Person):
    """The same person, who types plain lines."""

    def __call__(self, question: Question, standing: Any) -> Any:
        """Type the answer to *question* and return what the plain manner gives."""
        return typed(question, *lines_for(question, self.answer(question)), standing=standing)[0]


@pytest.mark.seconds(90)
def test_a_whole_interview_in_plain_lines_gives_the_same_file_as_the_other_manner(tmp_path: Path) -> None:
    plain, other = tmp_path / "1" / "a.yaml", tmp_path / "2" / "a.yaml"
    asked = []
    for file, person in ((plain, PlainPerson()), (other, Person())):
        file.parent.mkdir()
        asked.append(hold(file, person, lambda *_: None))
    assert asked[0] == asked[1] > 40
    assert plain.read_text("utf-8") == other.read_text("utf-8")


def test_a_long_list_of_which_several_are_taken_is_searched_by_words_and_keeps_its_numbers() -> None:
    taken, said = typed(one("choices", choices=MANY), "land 3", "33 4", "nowhere", "")
    assert taken == ["v4", "v33"]
    assert "33. Land 33 of many" in said
    assert "4. Land 4 of many" not in said, "only what fits is read out"
    assert "There are 40 choices. Type a word to hear those that have it, or all." in said
    assert "Nothing fits. Type other words." in said


def test_all_of_a_long_list_can_be_heard_with_what_was_taken_before() -> None:
    said = typed(one("choices", choices=MANY), "all", "", standing=["v40"])[1]
    assert "1. Land 1 of many" in said
    assert "40. Land 40 of many (taken)" in said
    assert "Taken so far: Land 40 of many" in said
