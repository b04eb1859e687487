"""Plain mode: every kind of question, and a whole interview."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.flow import questions
from drafter.model.question import Choice, Question
from drafter.terminal.asker import is_plain
from drafter.terminal.plain import KEYS, ask
from tests.support.script import LIBRARY, ROBOT, hold
from tests.support.trees import working

FEW = tuple(
    Choice(value=letter, title=f"Choice {letter.upper()}", more=f"All of {letter}.") for letter in "abc"
)
MANY = tuple(Choice(value=f"v{n}", title=f"Land {n} of many") for n in range(1, 41))


def make_question(kind: str, **given: Any) -> Question:
    """Return a question of *kind*."""
    fields = {"path": ("x",), "section": "S", "text": "What is it?", "help": "Some help.", **given}
    return Question.model_validate({"kind": kind, **fields})


def typed(question: Question, *lines: str, current: Any = MISSING) -> tuple[Any, list[str]]:
    """Return the answer that *lines* give and all that was said. Every line must be read."""
    remaining = list(lines)
    said: list[str] = []

    def read(prompt: str) -> str:
        said.append(prompt)
        return remaining.pop(0)

    value = ask(question, current, said.append, read)
    assert remaining == []
    return value, said


@pytest.mark.parametrize(
    ("question", "lines", "answer"),
    [
        (make_question("line"), ["words"], "words"),
        (make_question("line"), [""], ""),
        (make_question("line", allow_unknown=True), ["?"], None),
        (make_question("line"), ["?", ""], ""),
        (make_question("line"), ["-"], ""),
        (make_question("line", required=True), ["-", "at last"], "at last"),
        (make_question("line", required=True), ["", "  ", "at last"], "at last"),
        (make_question("line", default="so far"), [""], "so far"),
        (make_question("number"), ["many", "12"], "12"),
        (make_question("number", allow_unknown=True), ["?"], None),
        (make_question("long"), ["first", "", "third", "."], "first\n\nthird"),
        (make_question("long"), [""], ""),
        (make_question("long", allow_unknown=True), ["?"], None),
        (
            make_question("long"),
            ["a line", "??", "<<", "==", "..", "...", "--", "."],
            "a line\n?\n<\n=\n.\n...\n--",
        ),
        (make_question("long"), ["a line", "?", "-", "."], "a line\n-"),
        (make_question("yes-no"), ["y"], True),
        (make_question("yes-no"), ["NO"], False),
        (make_question("yes-no", default=True), [""], True),
        (make_question("yes-no", default=False), ["perhaps", ""], False),
        (make_question("yes-no"), ["", "yes"], True),
        (make_question("choice", choices=FEW), ["2"], "b"),
        (make_question("choice", choices=FEW), ["choice c"], "c"),
        (make_question("choice", choices=FEW), ["", "4", "0", "1"], "a"),
        (make_question("choice", choices=FEW, default="c"), [""], "c"),
        (make_question("choice", choices=FEW, allow_unknown=True), ["?"], None),
        (make_question("choice", choices=FEW), ["choice", "3"], "c"),
        (make_question("search", choices=MANY), ["Land 7 of many"], "v7"),
        (make_question("search", choices=MANY), ["v7"], "v7"),
        (make_question("search", choices=MANY), ["many 17", ""], "v17"),
        (make_question("search", choices=MANY), ["3"], "v3"),
        (make_question("search", choices=MANY), ["land 3", "33"], "v33"),
        (
            make_question("search", choices=MANY),
            [
                "nowhere",
                "41",
                "land 40",
                "",
            ],
            "v40",
        ),
        (make_question("choices", choices=FEW), ["1 3", ""], ["a", "c"]),
        (make_question("choices", choices=FEW), ["1,2", "1", ""], ["b"]),
        (make_question("choices", choices=FEW), [""], []),
        (make_question("choices", choices=FEW, required=True), ["", "2", ""], ["b"]),
        (make_question("choices", choices=()), [], []),
        (make_question("choices", choices=(), required=True), [], []),
    ],
)
def test_typed_lines_give_the_answer(question: Question, lines: list[str], answer: Any) -> None:
    assert typed(question, *lines)[0] == answer


@pytest.mark.parametrize(
    ("question", "current"),
    [
        (make_question("line"), "as before"),
        (make_question("line", allow_unknown=True), None),
        (make_question("line", required=True), "as before"),
        (make_question("long"), "two\nlines"),
        (make_question("long", allow_unknown=True), None),
        (make_question("yes-no"), True),
        (make_question("yes-no", default=True), False),
        (make_question("choice", choices=FEW, default="a"), "c"),
        (make_question("choice", choices=FEW, allow_unknown=True, default="a"), None),
        (make_question("search", choices=MANY), "v33"),
        (make_question("choices", choices=FEW), ["a", "b"]),
    ],
)
def test_enter_alone_keeps_the_current_answer(question: Question, current: Any) -> None:
    assert typed(question, "", current=current)[0] == current


def test_the_current_number_is_kept_as_typed_digits() -> None:
    assert typed(make_question("number"), "", current=12)[0] == "12"
    assert typed(make_question("choice", choices=(Choice(value="1", title="One"),)), "", current=1)[0] == "1"


@pytest.mark.parametrize(
    ("question", "current", "words"),
    [
        (make_question("line"), "as before", "Your answer so far: as before"),
        (make_question("line", allow_unknown=True), None, "Your answer so far: not known yet"),
        (make_question("choice", choices=FEW), "b", "Number or words (Enter: Choice B): "),
        (make_question("yes-no"), True, "yes or no (Enter: yes): "),
        (make_question("choices", choices=FEW), ["b"], "2. Choice B (taken)"),
    ],
)
def test_the_current_answer_is_said(question: Question, current: Any, words: str) -> None:
    said = typed(question, "", current=current)[1]
    assert any(line.startswith(words) for line in said), said


KINDS = [
    make_question("line"),
    make_question("long"),
    make_question("number"),
    make_question("yes-no"),
    make_question("choice", choices=FEW),
    make_question("search", choices=MANY),
    make_question("choices", choices=FEW),
]


@pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
def test_back_and_overview_characters_work_at_every_kind_of_question(question: Question) -> None:
    with pytest.raises(Back):
        typed(question, "<")
    with pytest.raises(Overview):
        typed(question, "=")
    assert "<" in KEYS
    assert "=" in KEYS


@pytest.mark.parametrize(("line", "answer"), [("", "people"), ("-", ""), ("centres", "centres")])
def test_a_suggestion_is_announced_as_such_and_can_be_refused(line: str, answer: str) -> None:
    question = Question(path=("x",), section="S", text="What?", kind="line", default="people")
    said: list[str] = []
    assert ask(question, MISSING, said.append, lambda _: line) == answer
    assert "Suggested: people" in "\n".join(said)
    assert "so far" not in "\n".join(said)


def test_the_question_and_its_help_are_said_before_the_choices_which_are_numbered() -> None:
    said = typed(make_question("choice", choices=FEW), "1")[1]
    wanted = ["Question: What is it?", "Some help.", "1. Choice A", "2. Choice B", "3. Choice C"]
    assert [line for line in said if line in wanted] == wanted


def test_a_long_list_is_not_read_out_but_asked_for_a_word_of_it() -> None:
    said = typed(make_question("search", choices=MANY), "land", "land 12", "")[1]
    assert "There are 40 choices. Type a word to hear the choices that have it, or all." in said
    assert "40 choices match. Type more words, or all to hear every choice." in said
    assert "Chosen: Land 12 of many" in said
    assert not any(line.startswith("1. ") for line in said)


def test_a_choice_can_be_read_whole_before_it_is_taken() -> None:
    said = typed(make_question("choices", choices=FEW), "r2", "2", "")[1]
    assert "Choice B: All of b." in said
    assert "Taken: Choice B" in said


def test_plain_mode_redraws_nothing_and_prints_no_colour() -> None:
    for question in KINDS:
        said = typed(
            question,
            *{"choice": ["1"], "search": ["v2"], "number": ["1"], "yes-no": ["no"]}.get(question.kind, [""]),
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
def test_the_environment_can_choose_plain_mode(
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


def in_lines(question: Question, current: Any, data: Mapping[str, Any]) -> Any:
    """Type the robot's answer to *question* in plain mode and return the answer."""
    return typed(question, *lines_for(question, ROBOT.answer(question, data)), current=current)[0]


@pytest.mark.seconds(90)
def test_a_whole_interview_in_plain_mode_gives_the_same_file_as_with_prompts(tmp_path: Path) -> None:
    plain, other = tmp_path / "1" / "a.yaml", tmp_path / "2" / "a.yaml"
    asked = []
    for file, manner in ((plain, in_lines), (other, ROBOT.at_a_prompt)):
        file.parent.mkdir()
        asked.append(hold(file, manner))
    assert asked[0] == asked[1] > 40
    assert plain.read_text("utf-8") == other.read_text("utf-8")


def test_a_long_list_of_which_several_are_taken_is_searched_by_words_and_keeps_its_numbers() -> None:
    taken, said = typed(make_question("choices", choices=MANY), "land 3", "33 4", "nowhere", "")
    assert taken == ["v4", "v33"]
    assert "33. Land 33 of many" in said
    assert "4. Land 4 of many" not in said, "only what fits is read out"
    assert "There are 40 choices. Type a word to hear the choices that have it, or all." in said
    assert "Nothing matches. Type other words." in said


def test_all_reads_a_long_list_with_the_choices_taken_before() -> None:
    said = typed(make_question("choices", choices=MANY), "all", "", current=["v40"])[1]
    assert "1. Land 1 of many" in said
    assert "40. Land 40 of many (taken)" in said
    assert "Taken so far: Land 40 of many" in said


# ---- what a person hears ----


def heard(question: Question, *lines: str, current: Any = MISSING) -> str:
    """Return everything that was said and prompted, as one text."""
    return "\n".join(typed(question, *lines, current=current)[1])


DOCUMENTS = next(one for one in questions(working({}), LIBRARY) if one.path == ("document",))
STATES = next(one for one in questions(working({"document": "upr/joint"}), LIBRARY) if one.path == ("state",))


def answers_list(count: int) -> Question:
    """Return the list of all answers with so many of them."""
    choices = [
        Choice(value="", title="Go on with the interview"),
        Choice(value='["state"]', title="Which State is it about?  → Côte d'Ivoire", note="The document"),
        Choice(value='["title"]', title="Title  → as usual", note="The document"),
    ]
    choices += [
        Choice(value=f'["x", {n}]', title=f"Field {n}?  → none", note="Work · at home")
        for n in range(count - 3)
    ]
    return make_question("search", path=("interview", "overview"), choices=tuple(choices), required=True)


def test_a_short_overview_is_read_out_at_once_by_section() -> None:
    said = heard(answers_list(40), "40")
    assert "The document:\n2. Which State is it about? Answer: Côte d'Ivoire\n3. Title. Answer" in said
    assert "Work, at home:\n4. Field 0? Answer: none" in said
    assert "There are" not in said


def test_a_long_overview_is_searched_by_words_or_read_with_all() -> None:
    said = heard(answers_list(41), "41")
    assert "There are 41 choices" in said
    assert "2. Which State" not in said
    value, lines = typed(answers_list(41), "all", "3")
    assert value == '["title"]'
    assert "3. Title. Answer: as usual" in lines


def test_enter_alone_leads_from_all_answers_back_to_the_interview() -> None:
    value, lines = typed(answers_list(10), "")
    assert value == ""
    assert "Number or words (Enter: Go on with the interview): " in lines


def test_an_answer_is_found_by_its_words_and_by_its_section() -> None:
    assert typed(answers_list(41), "ivoire COTE", "")[0] == '["state"]'
    assert "3. Title. Answer" in heard(answers_list(41), "document", "3")


@pytest.mark.parametrize("question", [DOCUMENTS, STATES], ids=["documents", "States"])
def test_all_reads_every_choice_of_a_single_list_and_its_numbers_are_valid_then(question: Question) -> None:
    value, lines = typed(question, "all", "7")
    assert value == question.choices[6].value
    numbers = [int(line.split(".")[0]) for line in lines if re.match(r"\d+\. ", line)]
    assert numbers == list(range(1, len(question.choices) + 1))


def test_a_choice_keeps_its_number_also_after_a_miss() -> None:
    place = [choice.value for choice in STATES.choices].index("Finland") + 1
    said = heard(STATES, "land", "nowhere at all", str(place))
    assert f"{place}. Finland" in said
    assert said.endswith("Chosen: Finland")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("special-procedures/call-for-input", "special-procedures/call-for-input"),
        ("UPR/Joint", "upr/joint"),
        ("UPR: joint submission of several organisations (review of a State)", "upr/joint"),
    ],
)
def test_the_whole_title_or_the_id_is_taken_at_once(words: str, value: str) -> None:
    assert typed(DOCUMENTS, words)[0] == value


def test_words_of_an_id_find_it_too_but_not_the_place_of_an_answer() -> None:
    assert typed(DOCUMENTS, "who/ecdd", "")[0] == "who/ecdd-comment"
    assert "Nothing matches. Type other words." in heard(answers_list(41), "x", "1")


def test_a_single_hit_is_said_and_taken_with_enter_alone() -> None:
    value, lines = typed(DOCUMENTS, "organisations joint several", "")
    assert value == "upr/joint"
    [place] = [n for n, choice in enumerate(DOCUMENTS.choices, 1) if choice.value == "upr/joint"]
    assert f"{place}. UPR: joint submission of several organisations (review of a State)" in lines
    assert "Number or other words (Enter takes it): " in lines


def test_a_single_hit_is_not_kept_for_enter_once_other_words_were_typed() -> None:
    said = heard(STATES, "swit", "zzz", "", "Finland")
    after = said.split("Nothing matches. Type other words.")
    assert "(Enter takes it)" in after[0]
    assert after[1].startswith("\nNumber or words: \nType a number, words, or all")
    assert said.endswith("Chosen: Finland")


def test_words_are_found_with_and_without_their_accents() -> None:
    assert typed(STATES, "IVOIRE cote", "")[0] == "Côte d'Ivoire"


def test_a_short_word_finds_whole_words_first() -> None:
    names = ("Lebanon", "Norway", "No single State", "Monaco")
    lands = make_question("search", choices=tuple(Choice(value=name, title=name) for name in names))
    lines = typed(lands, "no", "3")[1]
    assert lines[-4:-2] == ["3. No single State", "2. Norway"]


@pytest.mark.parametrize("question", [DOCUMENTS, make_question("choice", choices=FEW, required=True)])
def test_a_question_mark_in_a_list_that_has_to_be_answered_is_never_searched_for(question: Question) -> None:
    said = heard(question, "?", "1")
    assert "? is not an answer here. Choose one from the list. Type a number or words." in said
    assert "match" not in said.split("? is not an answer")[1]


def test_a_question_mark_in_a_list_of_which_several_are_taken_says_what_is_possible() -> None:
    optional = heard(make_question("choices", choices=FEW), "?", "")
    assert "? is not an answer here. Take none if you don't know yet." in optional
    needed = make_question("choices", choices=FEW, required=True)
    assert "? is not an answer here. Take at least one." in heard(needed, "?", "1", "")


def test_a_question_mark_at_yes_or_no_says_what_is_possible() -> None:
    assert "? is not an answer here. Answer yes or no. < goes back." in heard(
        make_question("yes-no"), "?", "no"
    )


@pytest.mark.parametrize(("current", "answer"), [(MISSING, ""), ("Ann", "Ann")])
def test_a_question_mark_is_not_a_name(current: Any, answer: str) -> None:
    name = make_question("line", path=("private", "cases", "C1", "name"))
    value, lines = typed(name, "?", "", current=current)
    assert value == answer
    assert "? is not an answer here. Leave it empty if you don't know yet." in lines
    assert "Ann" not in "".join(lines)


# ---- long texts ----


@pytest.mark.parametrize(("sign", "signal"), [("<", Back), ("=", Overview)])
def test_a_command_character_on_a_later_line_leaves_a_long_text_and_keeps_it(
    sign: str, signal: type[Back] | type[Overview]
) -> None:
    with pytest.raises(signal) as left:
        typed(make_question("long"), "first", "", "third", sign)
    assert left.value.typed == "first\n\nthird"
    with pytest.raises(signal) as left:
        typed(make_question("long"), "more", sign, current="before")
    assert left.value.typed == "before\nmore"
    with pytest.raises(signal) as left:
        typed(make_question("long"), sign, current="before")
    assert left.value.typed is None


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
@pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
def test_ctrl_c_and_the_end_of_the_input_are_a_stop(question: Question, end: type[BaseException]) -> None:
    given = iter(["a line"])

    def read(_: str) -> str:
        try:
            return next(given) if question.kind == "long" else ""[1]
        except (StopIteration, IndexError):
            raise end from None

    with pytest.raises(Stop) as stopped:
        ask(question, MISSING, lambda _: None, read)
    assert stopped.value.typed == ("a line" if question.kind == "long" else None)


def test_the_current_text_is_read_out_and_new_lines_are_added() -> None:
    value, lines = typed(make_question("long"), "third", ".", current="first\n\nsecond")
    assert value == "first\n\nsecond\nthird"
    place = lines.index("Your text so far:")
    assert lines[place + 1 : place + 4] == ["first", "", "second"]
    assert "What you write is added to it. Enter alone keeps it." in lines


@pytest.mark.parametrize(("lines", "answer"), [(["-", "new", "."], "new"), (["-", "."], ""), (["-", ""], "")])
def test_the_current_text_can_be_replaced_or_removed(lines: list[str], answer: str) -> None:
    value, said = typed(make_question("long"), *lines, current="old")
    assert value == answer
    assert "- alone removes it. Then write a new text, or leave it empty." in said


def test_a_required_text_is_asked_for_until_it_is_written() -> None:
    question = make_question("long", required=True, allow_unknown=True)
    value, lines = typed(question, "", ".", "text", ".")
    assert value == "text"
    assert "An answer is needed. Type ? if you don't know it yet." in lines
    value, lines = typed(question, "-", ".", "?", current="old")
    assert value is None


def test_a_long_text_begins_with_how_to_leave_and_how_to_write_the_characters() -> None:
    said = " ".join(heard(make_question("long"), "").split())
    assert "< or = alone on a line leaves the question for now and keeps what you wrote." in said
    assert "To write the character itself, type it twice, such as <<." in said
    assert "Enter alone leaves it empty." in said


# ---- what is said of an answer ----


def test_an_optional_answer_can_be_emptied_again() -> None:
    value, lines = typed(make_question("line"), "-", current="as before")
    assert value == ""
    assert "Enter alone keeps it, - alone empties it." in lines
    needed = typed(make_question("line", required=True), "", current="as before")[1]
    assert "Enter alone keeps it." in needed


def test_a_required_answer_may_be_unknown_where_that_is_allowed() -> None:
    said = heard(make_question("line", required=True, allow_unknown=True), "", "?")
    assert "An answer is needed. Type ? if you don't know it yet." in said
    assert "An answer is needed. Type an answer." in heard(
        make_question("line", required=True), "", "x"
    ).split("\n")


def test_more_than_three_titles_are_read_one_in_a_line_and_once() -> None:
    few = heard(make_question("choices", choices=MANY), "1 2", "")
    assert "2 taken in all: Land 1 of many, Land 2 of many" in few
    many = heard(make_question("choices", choices=MANY), "1 2 3 4", "")
    assert "4 taken in all:\nLand 1 of many\nLand 2 of many" in many
    same = heard(make_question("choices", choices=FEW), "", current=["a", "b"])
    assert same.count("Choice A") == 1
    assert same.endswith("2 taken, as before.")


def test_clauses_are_read_by_kind_with_word_counts_and_without_visual_characters() -> None:
    given = {"document": "upr/joint", "state": "Ruritania", "themes": [{"theme": "recovery"}]}
    clauses = next(one for one in questions(working(given), LIBRARY) if one.path[-1] == "clauses")
    said = heard(clauses, "all", "recovery", "1", "")
    first = clauses.choices[0].title.partition("  ")[2].strip()
    assert f"Standard:\n1. {first}, " in said
    assert re.search(r"^1\. .*, \d+ words$", said, re.MULTILINE)
    assert not re.search(r"[─·→✓•›]|\S  |Space|arrow", said)


def test_a_whole_title_takes_a_choice_and_enter_takes_a_single_match() -> None:
    taken, lines = typed(
        make_question("choices", choices=MANY), "land 7 of many", "many 12", "", "many 14", "nowhere", ""
    )
    assert taken == ["v7", "v12"], "what was found last is not taken after other words"
    assert "12. Land 12 of many" in lines
    assert lines.count("Numbers or other words (Enter takes it): ") == 2


def test_a_dash_alone_removes_every_choice_taken() -> None:
    assert typed(make_question("choices", choices=FEW), "-", "", current=["a", "b"])[0] == []


def test_a_help_is_wrapped_between_words_at_the_width_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = typed(make_question("line", help="every word whole " * 12), "x")[1]
    assert max(map(len, "\n".join(said[:3]).split("\n"))) <= 40
    assert "every word whole every word whole every" in "\n".join(said)


def test_a_letter_is_read_out_with_its_choice_and_answers() -> None:
    choices = (
        Choice(value="done", title="Carried out", key="c"),
        Choice(value="no", title="Not begun", key="n"),
    )
    value, said = typed(make_question("choice", choices=choices), "n")
    assert value == "no"
    assert "2. Not begun, letter n" in said
