"""Real keys at real prompts: what each key does at every kind of question."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING, answered, dotted
from drafter.answers.store import Store
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import questions
from drafter.interview.items.private_names import PRIVATE_NAMES
from drafter.interview.overview import overview
from drafter.interview.overview_rows import is_in_a_line
from drafter.interview.session import Person, interview, look_over
from drafter.model.question import Choice, Question
from drafter.terminal.prompts import KEYS, ask
from tests.support.long_submission import (
    MADE_WITH,
    active_answers,
    answer_long_submission,
)
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at
from tests.support.typing_keys import CTRL_C, DOWN, ENTER, ESCAPE, RIGHT, SPACE, TAB, UP, keyboard

BACK, LOOK, BACKSPACE, CLEAR = "\x02", "\x0f", "\x7f", "\x15"
FEW = tuple(
    Choice(value=letter, title=f"Choice {letter.upper()}", more=f"All of {letter}.") for letter in "abc"
)
MANY = tuple(Choice(value=f"v{n}", title=f"Land {n} of many") for n in range(1, 41))


def question_of(kind: str, **changed: Any) -> Question:
    """Return a question of this kind, with *changed* fields."""
    fields = {"path": ("x",), "section": "S", "text": "What is it?", "help": "Some help.", **changed}
    return Question.model_validate({"kind": kind, **fields})


def type_keys(question: Question, keys: str, current: Any = MISSING) -> tuple[Any, list[str]]:
    """Type *keys* at the real prompt of *question*, and return the answer and the printed texts."""
    printed: list[str] = []
    with keyboard(keys):
        return ask(question, current, printed.append), printed


KINDS_OF_QUESTION = [
    question_of("line"),
    question_of("line", required=True),
    question_of("long"),
    question_of("number"),
    question_of("yes-no"),
    question_of("choice", choices=FEW),
    question_of("choice", choices=FEW, allow_unknown=True),
    question_of("search", choices=MANY),
    question_of("choices", choices=FEW),
    question_of("choices", choices=MANY, required=True),
]


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the file of an interview without detours, and its text as it was at each question."""
    file = tmp_path_factory.mktemp("direct") / "a.yaml"
    return file, answer_long_submission(file)


@pytest.fixture
def store(direct: tuple[Path, list[str]], tmp_path: Path) -> Store:
    """Return the finished long submission."""
    file = tmp_path / "a.yaml"
    file.write_text(direct[0].read_text("utf-8"), "utf-8")
    return Store.open(file, MADE_WITH)


@pytest.mark.parametrize(
    "question", KINDS_OF_QUESTION, ids=lambda question: f"{question.kind}-{len(question.choices)}"
)
def test_every_kind_of_question_has_a_key_for_back_and_a_key_for_the_overview(question: Question) -> None:
    with pytest.raises(Back):
        type_keys(question, BACK)
    with pytest.raises(Overview):
        type_keys(question, LOOK)
    with pytest.raises(KeyboardInterrupt):
        type_keys(question, CTRL_C)
    assert "Ctrl-B: back" in KEYS
    assert "Ctrl-O: all answers" in KEYS


def test_back_works_with_half_typed_text_on_the_line() -> None:
    with pytest.raises(Back):
        type_keys(question_of("line"), f"half a sen{BACK}")


def test_back_works_at_a_long_question_that_an_editor_would_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(Back):
        type_keys(question_of("long"), BACK)


@pytest.mark.parametrize(
    ("question", "current"),
    [
        (question_of("line"), "as before"),
        (question_of("line", required=True), "as before"),
        (question_of("line", allow_unknown=True), None),
        (question_of("yes-no"), True),
        (question_of("yes-no", default=True), False),
        (question_of("choice", choices=FEW, default="a"), "c"),
        (question_of("choice", choices=FEW, default="a", allow_unknown=True), None),
        (question_of("search", choices=MANY), "v33"),
        (question_of("choices", choices=FEW), ["a", "c"]),
        (question_of("choices", choices=MANY), ["v2", "v40"]),
    ],
)
def test_enter_alone_keeps_the_current_answer(question: Question, current: Any) -> None:
    assert type_keys(question, ENTER, current)[0] == current


def test_a_long_text_is_shown_to_be_changed() -> None:
    assert type_keys(question_of("long"), f"{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines"
    assert type_keys(question_of("long"), f" more{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines more"


def test_a_saved_number_is_shown_in_digits() -> None:
    assert type_keys(question_of("number"), ENTER, 12)[0] == "12"
    assert type_keys(question_of("number"), f"{BACKSPACE}{ENTER}", 12)[0] == "1"
    assert (
        type_keys(question_of("choice", choices=(*FEW, Choice(value="1", title="One"))), ENTER, 1)[0] == "1"
    )


def test_a_default_text_is_shown_and_can_be_kept() -> None:
    assert type_keys(question_of("line", default="submission", required=True), ENTER)[0] == "submission"
    assert type_keys(question_of("line", default="submission"), f"{CLEAR}other{ENTER}")[0] == "other"


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (question_of("number"), f"x{ENTER}{BACKSPACE}7{ENTER}", "7"),
        (question_of("line", required=True), f"{ENTER}words{ENTER}", "words"),
        (question_of("line", allow_unknown=True, required=True), f"?{ENTER}", None),
        (question_of("choice", choices=FEW, allow_unknown=True), f"{UP}{ENTER}", None),
        (question_of("choices", choices=FEW, required=True), f"{ENTER}{SPACE}{ENTER}", ["a"]),
        (question_of("search", choices=MANY), f"land 27 of{ENTER}", "v27"),
        (question_of("search", choices=MANY), f"nowhere{ENTER}{BACKSPACE * 7}land 3 of{ENTER}", "v3"),
        (question_of("choices", choices=MANY), f"40{TAB}{BACKSPACE * 2}39{TAB}{ENTER}", ["v39", "v40"]),
        (question_of("choices", choices=FEW), f"{RIGHT}q{SPACE}{DOWN}{DOWN}{SPACE}{ENTER}", ["a", "c"]),
    ],
)
def test_typed_keys_give_the_answer(question: Question, keys: str, answer: Any) -> None:
    assert type_keys(question, keys)[0] == answer


def test_enter_chooses_nothing_while_no_choice_fits_the_typed_letters() -> None:
    keys = f"nowhere{ENTER}{BACKSPACE * 7}{ENTER}{DOWN}{DOWN}{ENTER}"
    assert type_keys(question_of("search", choices=MANY), keys)[0] == "v2"


def test_the_right_arrow_shows_the_whole_text_of_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr("drafter.terminal.prompts_choices.read_in_pages", read.append)
    type_keys(question_of("choices", choices=FEW), f"{DOWN}{RIGHT}{ENTER}{ENTER}")
    assert [text.split() for text in read] == [["Choice", "B", "All", "of", "b."]]


def test_the_back_key_shows_the_question_before_with_its_answer_and_then_returns(
    direct: tuple[Path, list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(direct[1][5], "utf-8")
    seen: list[tuple[tuple[Any, ...], Any]] = []
    keys = iter([BACK, ENTER, CTRL_C])

    def person(question: Question, current: Any) -> Any:
        seen.append((question.path, current))
        return type_keys(question, next(keys), current)[0]

    store = Store.open(file, MADE_WITH)
    before = active_answers(file)
    with pytest.raises(KeyboardInterrupt):
        interview(store, QUESTIONS, Person(person))
    assert seen[0] == seen[2]
    assert seen[0][1] is MISSING
    assert seen[1][0] != seen[0][0]
    assert seen[1][1] == at(store.data, seen[1][0])
    assert active_answers(file) == before


def test_the_overview_searches_the_answers_too(store: Store) -> None:
    keys = iter([f"Go on{ENTER}", f"{CLEAR}A better summary{ESCAPE}{ENTER}"])

    def person(question: Question, current: Any) -> Any:
        return type_keys(question, next(keys), current)[0]

    assert look_over(store, QUESTIONS, person) is None
    keys = iter([f"answer to summary{ENTER}"])
    chosen = look_over(store, QUESTIONS, person)
    assert chosen is not None
    assert chosen.path == ("summary",)


def test_the_overview_lists_every_answer_and_each_list_to_add_to(store: Store) -> None:
    shown = overview(store.answers, QUESTIONS).question
    items = {dotted(item.path): item.path for item in questions(store.answers, LIBRARY)}
    listed = {items[choice.value] for choice in shown.choices if "→" in choice.title}
    assert listed == {
        item.path
        for item in questions(store.answers, LIBRARY)
        if ((item.automatic and item.path != PRIVATE_NAMES) or answered(store.answers, item.path))
        and not is_in_a_line(item, store.answers)
    }
    titles = [choice.title.strip() for choice in shown.choices]
    assert any(title.endswith("→ Ruritania") for title in titles)
    assert any(title.endswith("→ not known yet") for title in titles)
    assert "Add more: organisations" in titles
