"""One rule for a typed answer: what each kind of question takes, in prompts, plain lines and --set alike."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.cli import main
from drafter.errors import Fault
from drafter.interview.validator import Accepted, as_typed, check, in_a_sentence, unknown_refused
from drafter.model.marks import is_blank, is_nothing, is_unknown, with_open_answers
from drafter.model.question import Choice, Question, QuestionKind
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.files import data
from tests.support.typing_keys import CTRL_C, ENTER, ESCAPE, keyboard

CHOICES = tuple(Choice(value=value, title=f"Title {value}") for value in ("a", "b", "c"))
NBSP, WIDE_BLANK, WIDE_MARK = "\u00a0", "\u3000", "\uff1f"
BLANKS = ["", " ", "\t", "\n\n", NBSP, WIDE_BLANK, f" {NBSP} ", "\u200b", "\ufeff ", "\u200d"]
UNKNOWNS = ["?", " ? ", "?\n", WIDE_MARK, f"{NBSP}?{NBSP}", "؟", "\ufeff?", "﹖"]
NOTHINGS = ["-", " - ", "–", "—", "－", "−", f"-{NBSP}"]
TEXTS: tuple[QuestionKind, ...] = ("line", "long", "number")
NEEDED = "an answer is needed"
NOT_HERE = "? is not an answer here"


def question(kind: QuestionKind, **more: Any) -> Question:
    """Return a question of *kind*; one for a choice has three."""
    choices = CHOICES if kind in ("choice", "choices", "search") else ()
    return Question.model_validate(
        {"path": ("x",), "section": "S", "text": "What?", "kind": kind, "choices": choices, **more}
    )


def value(asked: Question, typed: str) -> Any:
    """Return the accepted value of *typed*."""
    checked = check(asked, typed)
    assert isinstance(checked, Accepted), checked
    return checked.value


def fault(asked: Question, typed: str) -> str:
    """Return what is wrong with *typed*."""
    checked = check(asked, typed)
    assert isinstance(checked, Fault), checked
    return checked.fault


# ---- nothing, and not known yet ----


@pytest.mark.parametrize("typed", BLANKS)
def test_blanks_of_any_kind_leave_an_optional_text_empty_and_are_no_answer_where_one_is_needed(
    typed: str,
) -> None:
    assert is_blank(typed)
    for kind in TEXTS:
        assert value(question(kind), typed) == ""
        assert fault(question(kind, required=True), typed) == NEEDED
        assert fault(question(kind, required=True, allow_unknown=True), typed) == NEEDED
    assert value(question("choices"), typed) == []
    assert fault(question("choices", required=True), typed) == NEEDED
    assert fault(question("choice"), typed) == NEEDED
    assert fault(question("search", required=True), typed) == NEEDED
    assert fault(question("yes-no"), typed) == "yes or no is expected"


@pytest.mark.parametrize("typed", UNKNOWNS)
def test_a_question_mark_alone_is_not_known_yet_where_that_may_be(typed: str) -> None:
    assert is_unknown(typed)
    for kind in (*TEXTS, "choice", "search", "yes-no"):
        for required in (True, False):
            assert value(question(kind, allow_unknown=True, required=required), typed) is None


@pytest.mark.parametrize("typed", UNKNOWNS)
@pytest.mark.parametrize("kind", [*TEXTS, "choice", "search", "yes-no", "choices"])
@pytest.mark.parametrize("required", [True, False])
def test_a_question_mark_alone_is_never_an_answer(typed: str, kind: QuestionKind, required: bool) -> None:
    assert fault(question(kind, required=required), typed) == NOT_HERE


@pytest.mark.parametrize(
    ("asked", "remedy"),
    [
        (question("line"), "Leave it empty if you don't know yet."),
        (question("line", required=True), "This question needs an answer."),
        (question("choice"), "Choose one of the list."),
        (question("choices"), "Take none if you don't know yet."),
        (question("choices", required=True), "Take at least one."),
        (question("yes-no"), "Answer yes or no."),
    ],
)
def test_what_is_refused_says_what_to_do_instead(asked: Question, remedy: str) -> None:
    assert unknown_refused(asked).remedy == remedy
    assert in_a_sentence(unknown_refused(asked)) == f"? is not an answer here. {remedy}"


@pytest.mark.parametrize("typed", ["??", "? yes", "what?", "? ?", "?-"])
def test_a_question_mark_with_something_else_is_text(typed: str) -> None:
    assert value(question("line"), typed) == typed
    assert value(question("long", allow_unknown=True), typed) == typed


@pytest.mark.parametrize("typed", NOTHINGS)
def test_a_dash_alone_is_nothing_at_all_and_no_answer_where_one_is_needed(typed: str) -> None:
    assert is_nothing(typed)
    for kind in TEXTS:
        assert value(question(kind, allow_unknown=True), typed) == ""
        assert fault(question(kind, required=True), typed) == NEEDED
    assert value(question("choices"), typed) == []


def test_a_private_question_keeps_to_the_same_rule_and_repeats_nothing() -> None:
    private = question("line", path=("private", "cases", "C1", "name"))
    assert fault(private, "?") == NOT_HERE
    assert value(private, " Canaria Goldfinch ") == "Canaria Goldfinch"
    choice = question("choice", path=("private", "x"))
    assert fault(choice, "Canaria") == "this is not one of the choices"
    joined = check(private, "Canaria\nGoldfinch")
    assert joined == Accepted("Canaria Goldfinch", ("You pasted 2 lines. drafter joined them.",))


# ---- text ----


DATES = [
    "2026-11-21",
    "21 November 2026",
    "21/11/2026",
    "11/21/26",
    "Nov 2026",
    "2026",
    "15 मार्च 2030",
    "soon",
]


@pytest.mark.parametrize(
    "typed", [*DATES, "Order & <Act>", "# no", "NO", "日本 😀", "می\u200cخواهم", "a\u00a0b", "-1"]
)
def test_text_stays_as_it_was_typed(typed: str) -> None:
    for kind in ("line", "long"):
        assert check(question(kind), typed) == Accepted(typed)
        assert check(question(kind, required=True, allow_unknown=True), f"  {typed}{NBSP}") == Accepted(typed)


@pytest.mark.parametrize(
    ("typed", "joined", "lines"),
    [
        ("one\ntwo", "one two", 2),
        ("one\r\n\r\n  two \nthree\n", "one two three", 3),
        ("one\rtwo", "one two", 2),
        ("one\x0btwo\x0cthree", "one two three", 3),
        ("one\u2028two\u2029three\x85four", "one two three four", 4),
    ],
)
def test_several_lines_in_a_question_for_one_are_joined_and_that_is_said(
    typed: str, joined: str, lines: int
) -> None:
    said = (f"You pasted {lines} lines. drafter joined them.",)
    assert check(question("line"), typed) == Accepted(joined, said)
    assert fault(question("number"), typed) == "a whole number in digits is expected"


def test_a_long_text_keeps_its_lines_and_a_line_end_behind_one_line_is_no_second_line() -> None:
    assert check(question("long"), "one\r\n\r\ntwo\x0bthree\n") == Accepted("one\n\ntwo\nthree")
    assert check(question("long"), "one\u2029two\x0cthree") == Accepted("one\n\ntwo\n\nthree"), "paragraphs"
    assert check(question("line"), "one\n\n") == Accepted("one")


@pytest.mark.parametrize("kind", ["line", "long"])
def test_what_no_word_file_can_hold_is_left_out_and_that_is_said(kind: QuestionKind) -> None:
    assert check(question(kind), "a\x00b\x07c\x1b[31m") == Accepted(
        "abc[31m",
        ("This text had 3 control characters that a Word file cannot hold. drafter left them out.",),
    )
    assert check(question(kind), "a\x01") == Accepted(
        "a", ("This text had 1 control character that a Word file cannot hold. drafter left it out.",)
    )
    assert fault(question(kind, required=True), "\x00\x07") == NEEDED
    assert fault(question(kind), "\x00?") == NOT_HERE


@pytest.mark.parametrize("kind", [*TEXTS, "choice", "choices", "search", "yes-no"])
def test_bytes_that_are_not_utf8_are_refused_at_every_kind(kind: QuestionKind) -> None:
    assert fault(question(kind), "caf\udce9") == "this text is not UTF-8"


# ---- numbers, yes and no, choices ----


@pytest.mark.parametrize(("typed", "digits"), [("12", "12"), (" 007 ", "7"), ("0", "0"), ("९", "9")])
def test_a_number_is_digits(typed: str, digits: str) -> None:
    assert value(question("number"), typed) == digits


@pytest.mark.parametrize("typed", ["many", "-4", "2,500", "2 500", "1.5", "²", "1e3", "2026-11-21", "9" * 19])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    assert "number" in fault(question("number"), typed)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("yes", True), ("Y", True), ("TRUE", True), (f"{NBSP}no ", False), ("n", False), ("false", False)],
)
def test_yes_and_no_in_the_usual_ways(typed: str, answer: bool) -> None:
    assert value(question("yes-no"), typed) is answer


@pytest.mark.parametrize("typed", ["perhaps", "yes no", "1", "-"])
def test_anything_else_is_neither_yes_nor_no(typed: str) -> None:
    assert fault(question("yes-no"), typed) == "yes or no is expected"


def test_a_choice_is_one_of_those_there_are() -> None:
    for kind in ("choice", "search"):
        assert value(question(kind), f" b{NBSP}") == "b"
        assert fault(question(kind), "d") == "'d' is not one of the choices"
        assert fault(question(kind), "a,b") == "'a,b' is not one of the choices"
    checked = check(question("choice"), "d")
    assert isinstance(checked, Fault)
    assert checked.remedy == "Choices: a, b, c."
    none = (Choice(value="", title="None"), *CHOICES)
    assert value(question("choice", choices=none, required=True), "") == ""


def test_several_choices_are_named_with_commas_each_once() -> None:
    assert value(question("choices"), "b, a ,,b") == ["b", "a"]
    assert value(question("choices"), "b,\na") == ["b", "a"]
    assert fault(question("choices"), "a,joy") == "'joy' is not one of the choices"


@pytest.mark.parametrize(
    ("asked", "standing", "typed"),
    [
        (question("line"), "before", "before"),
        (question("line", allow_unknown=True), None, "?"),
        (question("line"), None, ""),
        (question("line", default="usual"), MISSING, "usual"),
        (question("number"), 12, "12"),
        (question("yes-no"), True, ""),
    ],
)
def test_an_earlier_answer_as_it_would_be_typed(asked: Question, standing: Any, typed: str) -> None:
    assert as_typed(asked, standing) == typed


def test_marks_that_stand_in_a_file_are_opened_but_for_those_in_a_list() -> None:
    assert with_open_answers({"a": "?", "b": [{"c": "？"}, "?"], "d": "x?", "e": 1}) == {
        "a": None, "b": [{"c": None}, "?"], "d": "x?", "e": 1,
    }  # fmt: skip
    assert with_open_answers("?") is None


# ---- the same in all three ways ----

SAME = [
    ("line", "?"), ("line", "one\ntwo"), ("line", "a\x07b"), ("line", "-"), ("line", "  "), ("line", "words"),
    ("long", "?"), ("long", "a\x07b"), ("long", "words"), ("number", "many"), ("number", "12"),
]  # fmt: skip
"""Kinds and typed texts."""


def at_a_prompt(asked: Question, typed: str) -> tuple[Any, str]:
    """Return what a prompt gives for a pasted text, and what it said; nothing where it refused."""
    said: list[str] = []
    end = ESCAPE + ENTER if asked.kind == "long" else ENTER
    try:
        with keyboard(f"\x1b[200~{typed}\x1b[201~{end}{CTRL_C}"):
            return ask(asked, MISSING, said.append), " ".join(said)
    except KeyboardInterrupt:
        return "refused", ""


def in_plain_lines(asked: Question, typed: str) -> tuple[Any, str]:
    """Return what the plain manner gives for a typed text, and what it said; nothing where it refused."""
    said: list[str] = []
    left = [typed, *(["."] if asked.kind == "long" and typed.strip("? ") else [])]

    def read(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    try:
        return ask_plainly(asked, MISSING, said.append, read), " ".join(said)
    except KeyboardInterrupt:
        return "refused", ""


@pytest.mark.parametrize("unknown", [True, False])
@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize(("kind", "typed"), SAME)
def test_a_prompt_and_a_plain_line_take_and_refuse_the_same(
    monkeypatch: pytest.MonkeyPatch, kind: QuestionKind, typed: str, required: bool, unknown: bool
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    asked = question(kind, required=required, allow_unknown=unknown)
    checked = check(asked, typed)
    expected = checked.value if isinstance(checked, Accepted) else "refused"
    for answer, said in (at_a_prompt(asked, typed), in_plain_lines(asked, typed)):
        assert answer == expected
        for notice in checked.notices if isinstance(checked, Accepted) else ():
            assert notice in " ".join(said.split())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with no configuration of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


START = ("document=upr/joint", "state=Norway", "organisations.0.name=A", "themes=women",
         "interview.more.theme/women=fact", "facts.F1.text=A fact.", "facts.F1.source=new",
         "sources.S1.title=A register")  # fmt: skip


def set_all(*sets: str) -> int:
    """Set each answer and return the exit status."""
    return main(["new", "a.yaml", "--no-input", *(part for one in sets for part in ("--set", one))])


def test_from_a_script_the_same_is_taken_and_refused_and_said(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_all(*START) == 0
    capsys.readouterr()
    assert set_all("facts.F1.locator=?") == 1
    assert capsys.readouterr().err == (
        "--set facts.F1.locator: ? is not an answer here\n    Leave it empty if you don't know yet.\n"
    )
    assert set_all("facts.F1.locator=p. 12,\npara. 3\x07", "sources.S1.title= ？ ", "summary=one\n\ntwo") == 0
    said = capsys.readouterr().out
    assert "facts.F1.locator: You pasted 2 lines. drafter joined them.\n" in said
    assert "facts.F1.locator: This text had 1 control character" in said
    saved = data(here / "a.yaml")
    assert saved["facts"]["F1"]["locator"] == "p. 12, para. 3"
    assert saved["sources"]["S1"]["title"] is None
    assert saved["summary"] == "one\n\ntwo"


def test_an_empty_choice_that_the_file_could_not_hold_is_not_saved(here: Path) -> None:
    assert set_all(*START) == 0
    before = (here / "a.yaml").read_bytes()
    assert set_all("organisations.0.role=") == 1
    assert set_all("organisations.0.ecosoc=") == 1
    assert (here / "a.yaml").read_bytes() == before
