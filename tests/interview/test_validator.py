"""One table for a typed answer: each kind of question, by a prompt, in plain mode and with ``--set``."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.cli.set_answers import set_answers
from drafter.errors import DrafterError, Fault
from drafter.interview import setting
from drafter.interview.control_flow import Stop
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.validator import (
    Accepted,
    as_typed,
    check,
    fault_sentence,
    unknown_fault,
)
from drafter.model.marks import is_blank, is_nothing, is_unknown
from drafter.model.question import Choice, Question, QuestionKind
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.script import LIBRARY
from tests.support.typing_keys import CTRL_C, ENTER, ESCAPE, keyboard, keys_for

NBSP, WIDE_BLANK = "\u00a0", "\u3000"
CHOICES = tuple(Choice(value=value, title=f"Title {value}") for value in ("a", "b", "c"))

# ---- the table ----

Expected = AnswerValue | Accepted | Fault
"""The saved value; ``Accepted`` where notices are said as well; the fault where the text is refused."""


class Row(NamedTuple):
    """What a typed text gives, by whether the question is required and takes "I don't know yet"."""

    kind: QuestionKind
    typed: str
    optional: Expected
    required: Expected
    optional_or_unknown: Expected
    required_or_unknown: Expected


Outcomes = tuple[Expected, Expected, Expected, Expected]


def rows(kind: QuestionKind, typed: Iterable[str], outcomes: Outcomes) -> Iterator[Row]:
    """Yield a row for each of *typed*, all with the same four outcomes."""
    for text in typed:
        yield Row(kind, text, *outcomes)


def always(expected: Expected) -> Outcomes:
    """Return *expected* four times: neither flag of the question matters."""
    return (expected, expected, expected, expected)


def joined(text: str, lines: int) -> Accepted:
    """Return *text* with the notice that so many lines of a paste were joined, and how it reads."""
    return Accepted(text, (f"You pasted {lines} lines. drafter joined them. It reads: {text}",))


def joined_in_a_list(value: AnswerValue, lines: int) -> Accepted:
    """Return *value* with the notice that so many lines of a paste were joined."""
    return Accepted(value, (f"You pasted {lines} lines. drafter joined them.",))


def cleaned(value: AnswerValue, characters: int) -> Accepted:
    """Return *value* with the notice that so many control characters were left out."""
    plural, them = ("", "it") if characters == 1 else ("s", "them")
    had = f"This text had {characters} control character{plural} that a Word file cannot hold."
    return Accepted(value, (f"{had} drafter left {them} out.",))


# fmt: off
BLANKS = ("", " ", "\t", "\n\n", "\r\n", NBSP, WIDE_BLANK, f" {NBSP} ", "\u200b", "\ufeff ", "\u200d")
UNKNOWNS = ("?", " ? ", "?\n", "？", f"{NBSP}?{NBSP}", "؟", "\ufeff?", "﹖")
NOTHINGS = ("-", " - ", "–", "—", "－", "−", f"-{NBSP}")
DATES = ("2026-11-21", "21 November 2026", "21/11/2026", "11/21/26", "21.11.2026", "2026-11", "Nov 2026",
         "2026", "15 मार्च 2030", "soon")
TEXTS = ("words", "Order & <Act>", "# no", "NO", "日本 😀", "می\u200cخواهم", f"a{NBSP}b", "a",
         "Title a", "a, b,,a", "2,500", "2 500", "-4", "+4", "007", "९", "9" * 30, "??",
         "? yes", "what?", "? ?", "?-", "--")
# fmt: on

NOT_UTF8 = Fault("this text is not UTF-8", "Set your terminal to UTF-8 and type it again.")
NOT_A_NUMBER = Fault("a whole number in digits is expected", "Type digits only, such as 2500.")
TOO_LONG = Fault("this number is too long", "Type at most 18 digits.")
NOT_YES_OR_NO = Fault("yes or no is expected", "Type yes or no.")
CHOOSE = Fault("an answer is needed", "Choose one from the list.")
TAKE = Fault("an answer is needed", "Take at least one.")


def not_unknown(remedy: str) -> Fault:
    """Return the fault for a question mark where "I don't know yet" is no answer."""
    return Fault("? is not an answer here", remedy)


def no_choice(text: str) -> Fault:
    """Return the fault for *text* that is none of the three choices."""
    return Fault(f"'{text}' is not one of the choices", "Choices: a, b, c.")


EMPTY_TEXT: Outcomes = (
    "",
    Fault("an answer is needed", "Type an answer."),
    "",
    Fault("an answer is needed", "Type ? if you don't know it yet."),
)
UNKNOWN_TEXT: Outcomes = (
    not_unknown("Leave it empty if you don't know yet."),
    not_unknown("This question needs an answer."),
    None,
    None,
)
UNKNOWN_CHOICE: Outcomes = (*always(not_unknown("Choose one from the list."))[:2], None, None)
UNKNOWN_YES_NO: Outcomes = (*always(not_unknown("Answer yes or no."))[:2], None, None)
UNKNOWN_CHOICES: Outcomes = (
    not_unknown("Take none if you don't know yet."),
    not_unknown("Take at least one."),
    not_unknown("Take none if you don't know yet."),
    not_unknown("Take at least one."),
)
NONE_TAKEN: Outcomes = ([], TAKE, [], TAKE)

TABLE = [
    # A line.
    *rows("line", BLANKS, EMPTY_TEXT),
    *rows("line", UNKNOWNS, UNKNOWN_TEXT),
    *rows("line", NOTHINGS, EMPTY_TEXT),
    *(Row("line", text, *always(text)) for text in (*DATES, *TEXTS)),
    *rows("line", ["  words ", f"\twords{NBSP}"], always("words")),
    *rows("line", ["one\n", "one\n\n", "one\r\n"], always("one")),
    *rows("line", ["one\ntwo", "one\rtwo", "one\r\ntwo"], always(joined("one two", 2))),
    *rows("line", ["one\r\n\r\n  two \nthree\n", "one\x0btwo\x0cthree"], always(joined("one two three", 3))),
    *rows("line", ["one\u2028two\u2029three\x85four"], always(joined("one two three four", 4))),
    *rows("line", ["a\x07b"], always(cleaned("ab", 1))),
    *rows("line", ["a\x00b\x07c\x1b[31m"], always(cleaned("abc[31m", 3))),
    *rows("line", ["caf\udce9"], always(NOT_UTF8)),
    # A long text. Two question marks are one in plain mode, where one alone on a line is a command.
    *rows("long", BLANKS, EMPTY_TEXT),
    *rows("long", UNKNOWNS, UNKNOWN_TEXT),
    *rows("long", NOTHINGS, EMPTY_TEXT),
    *(Row("long", text, *always(text)) for text in (*DATES, *TEXTS) if text != "??"),
    *rows("long", ["one\ntwo", "one\r\ntwo\r\n", "one\rtwo"], always("one\ntwo")),
    *rows("long", ["one\x0btwo", "one\u2028two"], always("one\ntwo")),
    *rows("long", ["one\r\n\r\ntwo\x0bthree\n"], always("one\n\ntwo\nthree")),
    *rows("long", ["one\u2029two\x0cthree"], always("one\n\ntwo\n\nthree")),
    *rows("long", ["a\x01"], always(cleaned("a", 1))),
    *rows("long", ["a\x00b\x07c\x1b[31m"], always(cleaned("abc[31m", 3))),
    *rows("long", ["caf\udce9"], always(NOT_UTF8)),
    # A number.
    *rows("number", BLANKS, EMPTY_TEXT),
    *rows("number", UNKNOWNS, UNKNOWN_TEXT),
    *rows("number", NOTHINGS, EMPTY_TEXT),
    *rows("number", ["12", " 12 ", f"{NBSP}12", "12\r\n", "012", "१२"], always("12")),
    *rows("number", ["0", "000"], always("0")),
    *rows("number", ["9" * 18], always("9" * 18)),
    *rows("number", ["9" * 19], always(TOO_LONG)),
    *rows("number", ["many", "-4", "+4", "2,500", "2 500", "2.500", "1.5"], always(NOT_A_NUMBER)),
    *rows("number", ["²", "½", "1e3", "0x1f"], always(NOT_A_NUMBER)),
    *rows("number", ["2026-11-21", "21 November 2026", "one\ntwo", "1\n2", "1\r\n2"], always(NOT_A_NUMBER)),
    *rows("number", ["1\x002"], always(cleaned("12", 1))),
    *rows("number", ["caf\udce9"], always(NOT_UTF8)),
    # Yes or no.
    *rows("yes-no", BLANKS, always(NOT_YES_OR_NO)),
    *rows("yes-no", UNKNOWNS, UNKNOWN_YES_NO),
    *rows("yes-no", NOTHINGS, always(NOT_YES_OR_NO)),
    *rows("yes-no", ["yes", "Y", "TRUE", " yes\r\n"], always(True)),
    *rows("yes-no", ["no", "N", "false", f"{NBSP}no "], always(False)),
    *rows("yes-no", ["perhaps", "1", "yes no", "yes\nno", "2026-11-21"], always(NOT_YES_OR_NO)),
    *rows("yes-no", ["ye\x07s"], always(cleaned(True, 1))),
    *rows("yes-no", ["caf\udce9"], always(NOT_UTF8)),
    # One choice, from a list and by a search.
    *(
        row
        for kind in ("choice", "search")
        for row in (
            *rows(kind, BLANKS, always(CHOOSE)),
            *rows(kind, UNKNOWNS, UNKNOWN_CHOICE),
            *rows(kind, NOTHINGS, always(CHOOSE)),
            *rows(kind, ["b", " b ", f" b{NBSP}", "b\r\n", "B"], always("b")),
            *rows(kind, ["Title b", "title  B", " TITLE b"], always("b")),
            *(Row(kind, text, *always(no_choice(text))) for text in ("x", "a,b", "Titleb", "2026-11-21")),
            *rows(kind, ["a\nb"], always(no_choice("a b"))),
            *rows(kind, ["Title\r\nb"], always(joined_in_a_list("b", 2))),
            *rows(kind, ["b\x07"], always(cleaned("b", 1))),
            *rows(kind, ["caf\udce9"], always(NOT_UTF8)),
        )
    ),
    # Several choices.
    *rows("choices", BLANKS, NONE_TAKEN),
    *rows("choices", UNKNOWNS, UNKNOWN_CHOICES),
    *rows("choices", NOTHINGS, NONE_TAKEN),
    *rows("choices", [",", " , ,"], NONE_TAKEN),
    *rows("choices", ["b", " b ", f" b{NBSP}", "b,b", "Title b", "title B,b"], always(["b"])),
    *rows("choices", ["b, a ,,b", "b,a", "title b , Title a"], always(["b", "a"])),
    *rows("choices", ["b,\na", "b,\r\n\r\n a"], always(joined_in_a_list(["b", "a"], 2))),
    *rows("choices", ["a,joy", "joy"], always(no_choice("joy"))),
    *rows("choices", ["a b"], always(no_choice("a b"))),
    *rows("choices", ["b\x07"], always(cleaned(["b"], 1))),
    *rows("choices", ["caf\udce9"], always(NOT_UTF8)),
]  # fmt: skip


def cases(row: Row) -> Iterator[tuple[Item, Expected]]:
    """Yield the four questions of *row*, each with what its text gives there."""
    flags = itertools.product((False, True), (False, True))
    for (unknown, required), expected in zip(flags, row[2:], strict=True):
        yield question(row.kind, required=required, allow_unknown=unknown), expected


def question(kind: QuestionKind, **fields: object) -> Item:
    """Return a question of *kind*; a list has three choices."""
    choices = CHOICES if kind in ("choice", "choices", "search") else ()
    return Item.model_validate(
        {"path": ("x",), "section": "S", "text": "What?", "kind": kind, "choices": choices, **fields}
    )


def accepted(expected: Expected) -> Accepted | Fault:
    """Return *expected* as the validator would."""
    return expected if isinstance(expected, Accepted | Fault) else Accepted(expected)


# ---- the three routes ----

TEXT_KINDS: tuple[QuestionKind, ...] = ("line", "long", "number")
REFUSED = "(refused)"


def at_a_prompt(asked: Question, typed: str, result: Accepted | Fault) -> tuple[object, str] | None:
    """Return what a prompt gives for a pasted text, and what it said; ``None`` where nothing can be typed.

    A list and a yes or no take keys instead of a text: they are pressed as a person would who means *typed*.
    """
    value = result.value if isinstance(result, Accepted) else REFUSED
    if asked.kind in TEXT_KINDS:
        keys = f"\x1b[200~{typed}\x1b[201~" + (ESCAPE + ENTER if asked.kind == "long" else ENTER)
    elif is_unknown(typed):
        keys = typed.strip(f"\ufeff{NBSP} \n") + (ENTER if value is None and asked.kind != "yes-no" else "")
    elif value != REFUSED:
        keys = keys_for(asked, value)
    elif asked.kind == "search" and typed.isascii() and not ChoiceSearch(CHOICES).matching(typed):
        keys = typed + ENTER
    else:
        return None  # Enter alone takes the default, and other letters do nothing
    said: list[str] = []
    try:
        with keyboard() as pipe:
            pipe.send_bytes((keys + CTRL_C).encode("utf-8", "surrogateescape"))
            return ask(asked, MISSING, said.append), " ".join(" ".join(said).split())
    except Stop:
        return REFUSED, " ".join(" ".join(said).split())


def in_plain_mode(asked: Question, typed: str, result: Accepted | Fault) -> tuple[object, str] | None:
    """Return what plain mode gives for *typed*, and what it said; ``None`` where nothing can be typed."""
    if asked.kind == "yes-no" and is_blank(typed):
        return None  # Enter alone takes the default
    lines = [typed]
    if asked.kind == "long" and not (is_unknown(typed) and "\n" not in typed):
        lines.append(".")
    if asked.kind == "choices" and isinstance(result, Accepted):
        lines.append("")
    said: list[str] = []

    def read(_: str) -> str:
        if not lines:
            raise EOFError
        return lines.pop(0)

    try:
        return ask_plainly(asked, MISSING, said.append, read), " ".join(" ".join(said).split())
    except Stop:
        return REFUSED, " ".join(" ".join(said).split())


class Setting:
    """``--set`` for one question, without writing a file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
        self.store = Store.open(file, "drafter under test")
        self.asked = question("line")
        self.saved: list[object] = []
        self.questionnaire = Questionnaire(LIBRARY, lambda *_: iter([self.asked]))
        monkeypatch.setattr(setting, "record", self._record)

    def _record(self, _: object, __: object, asked: Item, value: AnswerValue, ___: object) -> None:
        self.saved.append(asked.saved(value))

    def give(self, asked: Item, typed: str) -> object:
        """Return what ``--set x=typed`` saves, or the fault."""
        self.asked = asked
        try:
            set_answers(self.store, self.questionnaire, [f"x={typed}"])
        except DrafterError as error:
            return error.faults[0]
        return self.saved.pop()


@pytest.fixture
def setter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Setting:
    """Set answers to questions of this test."""
    return Setting(monkeypatch, tmp_path / "a.yaml")


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Type long texts at the prompt, whatever editor the machine has."""
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)


# ---- the table holds, in every route ----


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.kind}-{row.typed!a}")
def test_every_route_gives_the_answer_of_the_table(
    row: Row, setter: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    depends_on_flags = row[2:] != always(row.optional)
    for asked, expected in cases(row):
        result = accepted(expected)
        assert check(asked, row.typed) == result
        if asked.required != asked.allow_unknown and not depends_on_flags:
            continue  # two questions instead of four save half the time
        check_set(setter, asked, row.typed, result, capsys)
        for route in (at_a_prompt, in_plain_mode):
            outcome = route(asked, row.typed, result)
            if outcome is not None:
                check_outcome(asked, row.typed, result, *outcome, speaks=route is in_plain_mode)


def check_set(
    setter: Setting, asked: Item, typed: str, result: Accepted | Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check that ``--set`` saves, refuses and says what *result* has."""
    saved = setter.give(asked, typed)
    said = capsys.readouterr().out
    if isinstance(result, Fault):
        assert saved == Fault(f"--set x: {result.fault}", result.remedy)
        assert said == ""
    else:
        expected: object = result.value
        if asked.kind == "number" and isinstance(expected, str):
            expected = int(expected) if expected else None
        assert saved == expected
        assert said == "".join(f"x: {notice}\n" for notice in result.notices)


def check_outcome(
    asked: Question, typed: str, result: Accepted | Fault, answer: object, said: str, *, speaks: bool
) -> None:
    """Check what a prompt or plain mode gave; *speaks* where faults are said and not only shown."""
    if isinstance(result, Fault):
        assert answer == REFUSED
        is_list = asked.kind in ("choice", "search", "choices")
        if (speaks and not (is_list or asked.kind == "long")) or (is_list and is_unknown(typed)):
            assert fault_sentence(result) in said
        return
    expected = result.value
    if isinstance(expected, list):  # both take several choices in the order of the list
        expected = sorted(expected, key=[choice.value for choice in asked.choices].index)
    assert answer == expected
    if speaks or asked.kind in TEXT_KINDS:
        # At a prompt the joined lines are on the screen already.
        notices = [notice if speaks else notice.partition(" It reads")[0] for notice in result.notices]
        assert all(notice in said for notice in notices)


@pytest.mark.parametrize(
    ("typed", "at_prompts", "set_to"),
    [
        ("", "2026-11-21", ""),
        ("  ", "2026-11-21", ""),
        ("-", "", ""),
        ("?", None, None),
        ("21 November 2026", "21 November 2026", "21 November 2026"),
        ("21.11.2026", "21.11.2026", "21.11.2026"),
    ],
)
def test_enter_alone_takes_a_suggested_date_which_a_script_does_not_see(
    setter: Setting, typed: str, at_prompts: AnswerValue, set_to: AnswerValue
) -> None:
    asked = question("line", default="2026-11-21", allow_unknown=True)
    for route in (at_a_prompt, in_plain_mode):
        outcome = route(asked, typed, Accepted(at_prompts))
        assert outcome is not None
        assert outcome[0] == at_prompts
    assert setter.give(asked, typed) == set_to


def test_yes_or_no_that_is_not_known_yet_stays_so_with_enter_alone() -> None:
    asked = question("yes-no", default=True, allow_unknown=True)
    with keyboard(ENTER):
        assert ask(asked, None, lambda _: None) is None
    assert ask_plainly(asked, None, lambda _: None, lambda _: "") is None


# ---- the validator alone ----


def test_the_spellings_of_the_table_are_what_they_are_called() -> None:
    assert all(is_blank(typed) for typed in BLANKS)
    assert all(is_unknown(typed) for typed in UNKNOWNS)
    assert all(is_nothing(typed) for typed in NOTHINGS)


def test_a_fault_and_its_remedy_are_sentences_at_a_prompt() -> None:
    fault = unknown_fault(question("choices", required=True))
    assert fault_sentence(fault) == "? is not an answer here. Take at least one."


def test_control_characters_alone_are_no_answer() -> None:
    for kind in TEXT_KINDS:
        assert isinstance(check(question(kind, required=True), "\x00\x07"), Fault)
        assert check(question(kind), "\x00?") == UNKNOWN_TEXT[0]


def test_a_fault_about_a_private_answer_does_not_repeat_it() -> None:
    name = question("line", path=("private", "cases", "C1", "name"))
    assert check(name, "?") == UNKNOWN_TEXT[0]
    assert check(name, " Canaria Goldfinch ") == Accepted("Canaria Goldfinch")
    assert check(name, "Canaria\nGoldfinch") == joined_in_a_list("Canaria Goldfinch", 2)
    choice = question("choice", path=("private", "x"))
    fault = check(choice, "Canaria")
    assert isinstance(fault, Fault)
    assert fault.fault == "this is not one of the choices"


def test_an_empty_choice_can_be_chosen_with_an_empty_text() -> None:
    choices = (Choice(value="", title="None"), *CHOICES)
    for typed in ("", "-", "none"):
        assert check(question("choice", choices=choices, required=True), typed) == Accepted("")


def test_a_value_comes_before_a_title_and_a_title_of_two_choices_names_neither() -> None:
    choices = (Choice(value="a", title="b"), Choice(value="b", title="Same"), Choice(value="c", title="same"))
    asked = question("choice", choices=choices)
    assert check(asked, "b") == Accepted("b")
    assert check(asked, "SAME") == Fault("'SAME' is not one of the choices", "Choices: a, b, c.")


def test_a_title_with_a_comma_names_one_of_several_choices_when_it_is_alone() -> None:
    choices = (Choice(value="a", title="Arrest, bail"), *CHOICES[1:])
    assert check(question("choices", choices=choices), "arrest, BAIL") == Accepted(["a"])


@pytest.mark.parametrize(
    ("asked", "current", "typed"),
    [
        (question("line"), "before", "before"),
        (question("line", allow_unknown=True), None, "?"),
        (question("line"), None, ""),
        (question("line", default="usual"), MISSING, "usual"),
        (question("number"), 12, "12"),
        (question("yes-no"), True, ""),
    ],
)
def test_an_earlier_answer_as_it_would_be_typed(asked: Question, current: object, typed: str) -> None:
    assert as_typed(asked, current) == typed


@pytest.mark.parametrize("text", ["As note [^9] says.", "See [^12]: the report.", "A star [^*]."])
def test_the_mark_of_a_note_of_another_text_is_refused(text: str) -> None:
    item = Item(path=("summary",), section="", text="", kind="long")
    fault = check(item, text)
    assert isinstance(fault, Fault)
    assert "the mark of a note in another text" in fault.fault


@pytest.mark.parametrize("text", ["As [^F1] says.", "See [^iccpr:9(1)].", "A [bracket] and a ^ sign."])
def test_a_note_of_ones_own_is_taken(text: str) -> None:
    assert check(Item(path=("summary",), section="", text="", kind="long"), text) == Accepted(text)
