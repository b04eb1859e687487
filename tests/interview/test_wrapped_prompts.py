"""No line of a prompt ends in mid-word: every question of every document on three widths of screen."""

from typing import Any

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import TransformationInput

from drafter.answers.paths import MISSING
from drafter.columns import columns, pieces
from drafter.model.question import Choice, Question
from drafter.terminal.asker import asker
from drafter.terminal.list_state import ListState
from drafter.terminal.prompts_hints import list_keys, text_keys, yes_no_keys_line
from drafter.terminal.prompts_rows import ListPrompt, list_text
from drafter.terminal.prompts_typed import WrapWords
from drafter.terminal.width import PrintedAbove, Redrawn, wrapped_keys, wrapped_question, wrapping
from tests.support.drawn_prompts import drawn
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import working
from tests.support.typing_keys import DOWN, ENTER, ESCAPE, keyboard

CTRL_T = "\x14"
WIDTHS = (80, 60, 40)
LONG = "Has the organisation, or anybody who works with it, been threatened since the last review of it?"
TYPED = (
    "Antonia Rassendyll-Elphberg, office@open-road-network.example, and her deputy, whom you can also ask",
    "薬物を使用する人々の人権に関する共同提出文書であり、三つの団体が署名しています。 UPR 2030",
    "नशीली दवाओं का सेवन करने वाले लोगों के अधिकार और स्वास्थ्य सेवाओं तक उनकी पहुँच",
    "🧭 Open Road 🧭 " * 7,
)


def test_no_line_of_any_question_of_any_document_reaches_the_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    questions: dict[Any, Question] = {}
    for document in LIBRARY.document_ids():
        for item in QUESTIONS.questions(working(rich(document))):
            questions.setdefault((item.text, item.help, item.choices, item.allow_unknown), item)
    assert len(questions) > 500
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(width))
        wrong = {line for question in questions.values() for line in too_long(lines_of(question), width)}
        assert wrong == set(), width


def lines_of(question: Question) -> list[str]:
    """Return every line that is shown for *question*."""
    lines: list[str] = []
    wrapping(lines.append)(f"    {question.help}")
    lines += f"? {wrapped_question(question)} ".splitlines()
    match question.kind:
        case "choice" | "choices" | "search":
            keys = list_keys(question, is_searched=True, reads=True)
            prompt = ListPrompt(lambda: "", keys, keys, question.kind == "choices", 0, lambda: None)
            for choice in question.choices:
                state = ListState(question.choices[:3], highlighted=choice.value, is_searched=True)
                lines += "".join(part[1] for part in list_text(state, prompt)).splitlines()
        case "yes-no":
            keys = yes_no_keys_line(question, None)
        case _:
            keys = text_keys(question, str(question.default or ""), has_editor=True)
    return lines + wrapped_keys(keys).splitlines()


def too_long(lines: list[str], width: int) -> list[str]:
    """Return the lines that reach the last column, without words that no line can hold."""
    words = [line for line in lines if columns(line) >= width]
    return [line for line in words if len(line.split()) > 1]


def question(kind: str, text: str = LONG, **more: Any) -> Question:
    """Return a question of this kind."""
    return Question.model_validate({"path": ("x",), "section": "S", "text": text, "kind": kind, **more})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("text", [LONG, "Who?"])
def test_a_typed_text_goes_on_below_between_words(typed: str, width: int, text: str) -> None:
    for kind, end in (("line", ENTER), ("long", ESCAPE + ENTER)):
        _, _, rows = drawn(question(kind, text), width, keys=typed + end)
        assert max(map(columns, rows)) < width
        shown = [piece for row in rows for piece in pieces(row) if piece.strip()]
        assert shown == [piece for piece in pieces(f"? {text} {typed}") if piece.strip()]
        assert all(row.startswith("  ") for row in rows[1:])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_prompt_its_keys_and_the_answer_are_wrapped(width: int) -> None:
    choices = (Choice(value="a", title=f"Yes. {LONG}"), Choice(value="b", title=f"No. {LONG}"))
    for asked, keys in (
        (question("yes-no"), "y"),
        (question("yes-no", default=True), ENTER),
        (question("choice", choices=choices), DOWN + ENTER),
        (question("line", default=LONG, help=LONG), ENTER),
    ):
        said, rows, left = drawn(asked, width, keys=keys)
        words = " ".join(" ".join([*rows, *said]).split())
        assert LONG in words
        assert too_long([*said, *rows, *left], width) == []
        assert max(map(columns, [*said, *left])) < width


def test_a_highlighted_choice_is_shown_whole_and_the_others_are_cut_between_words() -> None:
    choices = (Choice(value="a", title=LONG), Choice(value="b", title=f"Not so: {LONG}"))
    _, rows, _ = drawn(question("choice", "Which?", choices=choices, default="a"), 40)
    shown = "\n".join(rows)
    assert LONG in " ".join(shown.replace("»", "").split())
    assert "   Not so: Has the organisation, or…\n" in shown


def test_the_answer_is_repeated_without_the_letter_that_gave_it() -> None:
    choices = (Choice(value="a", title="Supported", key="s"), Choice(value="b", title="Noted", key="n"))
    assert drawn(question("choice", "And?", choices=choices), 40, keys="s")[2] == ["? And? Supported"]


def test_a_question_is_wrapped_anew_when_the_width_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = question("line")
    message = Redrawn(lambda: wrapped_question(asked))
    for width in (80, 40, 60):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(len, f"? {message} ".splitlines())) < width
        assert " ".join(f"{message}".split()) == LONG


@pytest.mark.parametrize("typed", [*TYPED, "x" * 90, "a b", ""])
@pytest.mark.parametrize("width", [40, 21])
def test_the_cursor_is_at_its_letter_wherever_a_row_ends(typed: str, width: int) -> None:
    control = BufferControl(Buffer(document=Document(typed)))
    given = TransformationInput(
        control, Document(typed), 0, lambda position: position, [("", typed)], width, 24
    )
    changed = WrapWords(lambda: 9).apply_transformation(given)
    text = "".join(part[1] for part in changed.fragments)
    assert "".join(text.split()) == "".join(typed.split())
    for position, letter in enumerate(typed):
        display = changed.source_to_display(position)
        assert text[display] == letter
        assert changed.display_to_source(display) == position
    assert changed.source_to_display(len(typed)) == len(text)
    assert changed.display_to_source(len(text)) == len(typed)


def test_help_leaves_room_for_the_question_and_the_rest_is_a_key_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for kind in ("line", "choice"):
        asked = question(kind, help=f"{LONG} " * 4, choices=(Choice(value="a", title="A"),))
        said, rows, _ = drawn(asked, 40, 15)
        assert said[-1] == "    … Ctrl-T shows the rest."
        assert len(said) + len([row for row in rows if row]) <= 15
        assert drawn(asked, 80, 24)[0][-1].endswith("of it?")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "15")
    printed: list[str] = []
    ask, _ = asker(plain=False, say=printed.append, warning=lambda: "    Nobody is anonymous here.")
    asked = question("line", help=f"{LONG} " * 4)
    with keyboard(f"{CTRL_T}{ENTER}x{ENTER}"):  # the first Enter closes the pager
        assert ask(asked, MISSING) == "x"
    assert "    … Ctrl-T shows the rest." in printed
    monkeypatch.setattr(PrintedAbove, "lines", 7)
    assert drawn(question("line", "Who?", help=LONG), 40, 15)[0][-1] == "    … Ctrl-T shows the rest."
    assert PrintedAbove.lines == 0
    assert drawn(question("line", "Who?", help=LONG), 40, 15)[0][-1].endswith("of it?")
    short = question("line", help="A word.")
    printed.clear()
    with keyboard(f"{CTRL_T}qx{ENTER}"):
        assert ask(short, MISSING) == "x"
    assert printed == ["    A word."], "the help is not printed twice"
