"""Each kind of question, answered with real keys at a real prompt."""

from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.model.question import Choice, Question, QuestionKind
from drafter.terminal.prompts import ask
from drafter.terminal.prompts_hints import text_keys
from tests.support.drawn_prompts import drawn
from tests.support.typing_keys import CTRL_C, DOWN, ENTER, ESCAPE, RIGHT, SPACE, UP, keyboard, keys_for

CTRL_U = "\x15"
ABC = tuple(Choice(value=name, title=f"Choice {name}", more=f"All about {name}.") for name in "abc")
MANY = tuple(Choice(value=f"v{number}", title=f"State number {number}") for number in range(40))


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Type long texts at the prompt, whatever editor the machine has."""
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)


def question(kind: QuestionKind, choices: tuple[Choice, ...] = (), **more: Any) -> Question:
    """Return a question of this kind."""
    return Question(path=("x",), section="Section", text="What?", kind=kind, choices=choices, **more)


def answer(keys: str, asked: Question, current: Any = MISSING) -> tuple[Any, list[str]]:
    """Return the answer that *keys* give, and what was said besides the prompt."""
    said: list[str] = []
    with keyboard(keys):
        return ask(asked, current, said.append), said


# ---- text ----


@pytest.mark.parametrize("typed", ["Order & Safety <Act>", "", "# no: comment", "NO", "  edges  ", "日本 😀"])
def test_a_line_is_what_was_typed(typed: str) -> None:
    assert answer(typed + ENTER, question("line"))[0] == typed.strip()


def test_the_current_answer_is_on_the_line_and_can_be_kept_or_changed() -> None:
    assert answer(ENTER, question("line"), "before")[0] == "before"
    assert answer(" and after" + ENTER, question("line"), "before")[0] == "before and after"
    assert answer(CTRL_U + "new" + ENTER, question("line"), "before")[0] == "new"


def test_a_long_text_has_lines_and_ends_with_escape_and_enter() -> None:
    assert answer(f"One{ENTER}{ENTER}# Two{ESCAPE}{ENTER}", question("long"))[0] == "One\n\n# Two"


@pytest.mark.parametrize("kind", ["line", "long", "number"])
def test_a_question_mark_alone_is_not_known_yet(kind: QuestionKind) -> None:
    end = ESCAPE + ENTER if kind == "long" else ENTER
    asked = question(kind, allow_unknown=True, required=True)
    assert answer(f"?{end}", asked)[0] is None
    assert answer(f" ? {end}", asked)[0] is None


def test_a_question_mark_alone_is_refused_where_not_knowing_is_no_answer() -> None:
    assert answer(f"?{ENTER}{CTRL_U}p. 12{ENTER}", question("line"))[0] == "p. 12"
    assert answer(f"?{ENTER}{CTRL_U}{ENTER}", question("line"))[0] == ""
    assert answer(f"what?{ENTER}", question("line", allow_unknown=True))[0] == "what?"


def test_an_answer_that_is_needed_cannot_be_empty() -> None:
    assert answer(f"{ENTER}  {ENTER}{CTRL_U}A name{ENTER}", question("line", required=True))[0] == "A name"


def test_a_question_mark_alone_and_enter_end_a_long_text_as_they_end_a_line() -> None:
    asked = question("long", allow_unknown=True)
    assert answer(f"?{ENTER}", asked)[0] is None
    assert answer(f"Why?{ENTER}Nobody knows.{ESCAPE}{ENTER}", asked)[0] == "Why?\nNobody knows."


def test_a_long_answer_that_is_needed_cannot_be_empty() -> None:
    end = ESCAPE + ENTER
    assert answer(f"{end}Text{end}", question("long", required=True))[0] == "Text"


def test_a_number_refuses_letters_signs_and_superscript_digits() -> None:
    for wrong in ("many", "-4", "2,500", "²"):
        assert answer(f"{wrong}{ENTER}{CTRL_U}2500{ENTER}", question("number"))[0] == "2500"
    assert answer(ENTER, question("number"))[0] == ""


# ---- choices ----


@pytest.mark.parametrize(("keys", "value"), [(DOWN, "a"), (DOWN + DOWN, "b"), (DOWN * 4, "a"), (UP, "c")])
def test_one_is_chosen_with_the_arrows(keys: str, value: str) -> None:
    assert answer(keys + ENTER, question("choice", ABC))[0] == value


def test_the_default_is_where_the_pointer_begins() -> None:
    assert answer(ENTER, question("choice", ABC, default="b"))[0] == "b"


@pytest.mark.parametrize("default", ["gone", "", None, 7])
def test_a_default_that_is_no_longer_a_choice_is_ignored(default: Any) -> None:
    assert answer(f"{ENTER}{DOWN}{ENTER}", question("choice", ABC, default=default))[0] == "a"
    assert answer(f"{ENTER}{DOWN}{ENTER}", question("choice", ABC), "gone")[0] == "a"


def test_an_earlier_choice_is_where_the_pointer_begins() -> None:
    assert answer(ENTER, question("choice", ABC, default="a"), "c")[0] == "c"


def test_not_known_yet_is_the_last_choice() -> None:
    assert answer(UP + ENTER, question("choice", ABC, allow_unknown=True))[0] is None
    assert answer(DOWN * 4 + ENTER, question("choice", ABC, allow_unknown=True))[0] is None


def test_typing_searches_a_long_list() -> None:
    assert answer("number 27" + ENTER, question("search", MANY))[0] == "v27"
    assert answer("number 3" + DOWN + ENTER, question("choice", MANY))[0] == "v30"


def test_typing_searches_where_a_search_is_asked_for_however_short_the_list() -> None:
    assert answer("choice c" + ENTER, question("search", ABC))[0] == "c"


def test_several_are_taken_with_the_space_bar() -> None:
    chosen, said = answer(SPACE + DOWN + DOWN + SPACE + ENTER, question("choices", ABC))
    assert chosen == ["a", "c"]
    assert said[-3:] == ["? What?", "  ✓ Choice a", "  ✓ Choice c"]


def test_choices_taken_before_are_marked_and_can_be_removed() -> None:
    assert answer(ENTER, question("choices", ABC), ["b", "c"])[0] == ["b", "c"]
    assert answer(DOWN + SPACE + ENTER, question("choices", ABC), ["b", "c"])[0] == ["c"]
    assert answer(ENTER, question("choices", ABC), ["gone", "b"])[0] == ["b"]


def test_none_may_be_taken_unless_one_is_needed() -> None:
    chosen, said = answer(ENTER + ENTER, question("choices", ABC))
    assert (chosen, said[-1]) == ([], "  ✓ none")
    assert answer(ENTER + SPACE + ENTER, question("choices", ABC, required=True))[0] == ["a"]


def test_the_right_arrow_reads_the_choice_that_the_pointer_is_at_and_takes_nothing() -> None:
    chosen, said = answer(f"{DOWN}{RIGHT}q{SPACE}{ENTER}", question("choices", ABC))
    assert chosen == ["b"]
    assert not any("All about" in line for line in said), "the text has a page of its own"


def test_a_list_without_choices_is_skipped() -> None:
    assert answer("", question("choices"))[0] == []


def test_a_title_longer_than_the_screen_says_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    choices = (Choice(value="a", title="word " * 40), *ABC[1:])
    chosen, said = answer(SPACE + RIGHT + ENTER + ENTER, question("choices", choices))
    assert chosen == ["a"]
    assert max(map(len, "\n".join(said).splitlines())) < 210


# ---- yes and no, help, stopping ----


@pytest.mark.parametrize(
    ("keys", "default", "value"),
    [("y", False, True), ("n", True, False), (ENTER, True, True), (ENTER, False, False)],
)
def test_yes_and_no(keys: str, default: bool, value: bool) -> None:
    assert answer(keys, question("yes-no", default=default))[0] is value


def test_help_is_said_before_the_question_and_wrapped() -> None:
    said = answer("x" + ENTER, question("line", help="A word of help. " * 20))[1]
    assert len(said) > 2
    assert all(line.startswith("    ") for line in said)
    assert max(map(len, said)) <= 100


@pytest.mark.parametrize(
    "asked",
    [
        question("line"),
        question("long"),
        question("choice", ABC),
        question("choices", ABC),
        question("yes-no"),
        question("search", MANY),
    ],
)
def test_ctrl_c_stops_at_any_kind_of_question(asked: Question) -> None:
    with pytest.raises(KeyboardInterrupt):
        answer(CTRL_C, asked)


@pytest.mark.parametrize(("key", "wish"), [("\x02", Back), ("\x0f", Overview)])
@pytest.mark.parametrize("kind", ["line", "long", "choice", "choices", "search", "yes-no", "number"])
def test_back_and_overview_work_at_every_kind_of_question(
    kind: QuestionKind, key: str, wish: type[Exception]
) -> None:
    with pytest.raises(wish):
        answer(key, question(kind, ABC))


def test_enter_alone_keeps_not_known_yet() -> None:
    assert answer(ENTER, question("line", allow_unknown=True), None)[0] is None
    assert answer(ENTER, question("choice", ABC, allow_unknown=True), None)[0] is None


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (question("line"), "a"),
        (question("long"), "a b"),
        (question("line", allow_unknown=True), None),
        (question("choice", ABC, default="c"), "a"),
        (question("choice", ABC, allow_unknown=True), None),
        (question("choices", ABC), ["a", "c"]),
        (question("search", MANY), "v35"),
        (question("yes-no"), True),
    ],
)
def test_the_keys_that_other_tests_type_give_the_answer_they_mean(asked: Question, value: Any) -> None:
    assert answer(keys_for(asked, value), asked)[0] == value


# ---- what was typed is not lost ----

CTRL_B, CTRL_O, CTRL_D = "\x02", "\x0f", "\x04"


@pytest.mark.parametrize(("key", "signal"), [(CTRL_B, Back), (CTRL_O, Overview), (CTRL_C, Stop)])
@pytest.mark.parametrize("kind", ["line", "long", "number"])
def test_leaving_a_question_keeps_the_typed_text(
    key: str, signal: type[Back | Overview | Stop], kind: QuestionKind
) -> None:
    with pytest.raises(signal) as left:
        answer(f"4 of{key}", question(kind))
    assert getattr(left.value, "typed", None) == "4 of"


@pytest.mark.parametrize("keys", ["", "  "])
def test_leaving_a_question_without_typing_keeps_no_text(keys: str) -> None:
    with pytest.raises(Back) as left:
        answer(f"{keys}{CTRL_B}", question("line"))
    assert left.value.typed is None
    with pytest.raises(Back) as unchanged:
        answer(CTRL_B, question("line"), "as it was")
    assert unchanged.value.typed is None


def test_escape_and_enter_do_not_end_a_yes_or_no() -> None:
    assert answer(f"{ESCAPE}{ENTER}y", question("yes-no"))[0] is True


# ---- what is suggested, and what is searched ----


@pytest.mark.parametrize(("typed", "given"), [("", "people"), ("-", ""), ("centres", "centres"), ("?", None)])
def test_a_suggestion_is_taken_with_enter_and_no_typed_word_runs_into_it(
    typed: str, given: str | None
) -> None:
    assert answer(typed + ENTER, question("line", default="people", allow_unknown=True))[0] == given


def test_enter_keeps_an_unknown_answer_and_a_typed_word_replaces_it() -> None:
    asked = question("line", allow_unknown=True, required=True)
    assert answer(ENTER, asked, None)[0] is None
    assert answer("53" + ENTER, asked, None)[0] == "53"


def test_a_question_mark_in_a_list_goes_to_not_known_yet_and_never_takes_another_choice() -> None:
    assert answer("?" + ENTER, question("choice", ABC, allow_unknown=True))[0] is None
    assert answer("?" + ENTER, question("search", MANY, allow_unknown=True))[0] is None
    assert answer(f"{DOWN}{DOWN}?{ENTER}", question("choice", ABC))[0] == "b"


def test_a_search_finds_text_beyond_the_edge_of_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    long = Choice(value="a", title=f"{'word ' * 30}Strelsau")
    read = Choice(value="b", title="Choice b", more="All about naloxone.")
    choices = (Choice(value="c", title="Choice c"), long, read)
    assert answer("strelsau" + ENTER, question("search", choices))[0] == "a"
    assert answer("naloxone" + ENTER, question("search", choices))[0] == "b"


def test_a_required_unknown_answer_cannot_be_emptied_with_a_dash() -> None:
    asked = question("line", allow_unknown=True, required=True)
    assert answer(f"-{ENTER}{CTRL_U}?{ENTER}", asked, None)[0] is None
    assert answer("-" + ENTER, question("line", allow_unknown=True), None)[0] == ""


def test_an_unknown_long_text_stays_unknown_and_still_explains_how_to_end_it() -> None:
    asked = question("long", allow_unknown=True)
    assert answer(ESCAPE + ENTER, asked, None)[0] is None
    assert answer(f"Words.{ESCAPE}{ENTER}", asked, None)[0] == "Words."
    assert text_keys(asked, "?") == (
        "Enter alone goes on with: not known yet · Esc, then Enter, ends the text · - alone: no answer"
    )


# ---- letters, and taking all that a search shows ----

LETTERED = (Choice(value="done", title="Carried out", key="c"), Choice(value="open", title="Open", key="o"))


def test_a_letter_answers_a_list_with_one_key() -> None:
    assert answer("o", question("choice", LETTERED))[0] == "open"
    assert answer(DOWN * 2 + ENTER, question("choice", LETTERED))[0] == "open"


def test_ctrl_a_takes_what_the_search_shows_and_nothing_else() -> None:
    taken = answer("39\x01" + ENTER, question("choices", MANY))[0]
    assert taken == ["v39"]
    assert answer("3\x01\x01" + ENTER + ENTER, question("choices", MANY))[0] == []


# ---- Enter in a long text ----


def test_enter_on_an_empty_long_text_goes_on_and_in_a_text_begins_a_line() -> None:
    assert answer(ENTER, question("long"))[0] == ""
    assert answer(f"one{ENTER}{ENTER}two{ESCAPE}{ENTER}", question("long"))[0] == "one\n\ntwo"
    assert answer(ENTER, question("long", allow_unknown=True), None)[0] is None
    assert answer(f"{ENTER}words{ESCAPE}{ENTER}", question("long", required=True))[0] == "words"


def test_the_keys_of_a_long_text_name_what_enter_does_only_while_it_is_empty() -> None:
    _, first, _ = drawn(question("long"), 80)
    assert "  Enter alone: no answer · Esc, then Enter, ends the text" in first
    _, _, last = drawn(question("long"), 80, keys=f"one{ENTER}")
    assert not any("Enter alone" in row for row in last)
