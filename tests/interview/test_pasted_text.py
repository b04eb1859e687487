"""At the prompt, the author of a pasted text sees what drafter makes of it."""

import pytest

from drafter.answers.paths import MISSING
from drafter.interview.pasted_text import what_is_made_of
from drafter.interview.validator import Accepted, check
from drafter.model.question import Question
from drafter.terminal.plain import ask
from drafter.terminal.prompts import ask as ask_with_keys
from tests.support.typing_keys import keyboard

QUESTION = Question(path=("summary",), section="S", text="What are the main points?", help="", kind="long")
PASTE = "14. In 2023 two clinics closed.\n\n15. None was opened.\n\n•\tThe north\n•\tThe south"
SAID = (
    "drafter leaves out the numbers 14 to 15 before your paragraphs. "
    "It is printed as 2 paragraphs and a list of 2 items."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PASTE, SAID),
        ("(a) One\n(b) Two\n(c) Three", "It is printed as a list of 3 items."),
        ("Before:\n– One\n– Two", "It is printed as 1 paragraph and a list of 2 items."),
        ("1. One\n\n2. Two", "drafter leaves out the numbers 1 to 2 before your paragraphs. "
         "It is printed as 2 paragraphs."),
        ("Two paragraphs.\n\nAs they were typed, in 1986.", ""),
        ("1. a list\n2. in Markdown", ""),
        ("", ""),
        (
            "They came on 24 November 2026 at seven in the\n"
            "evening and took him from the house of his aunt in\n"
            "a van without a plate.\n\nNobody has seen him since.",
            "In the document, lines run on until the next empty line. It is printed as 2 paragraphs.",
        ),
        ("A short line\nand another\nand a third one that ends it", ""),
    ],
)  # fmt: skip
def test_what_is_made_of_a_paste_is_said(text: str, said: str) -> None:
    assert what_is_made_of(text) == said


def test_what_cannot_be_printed_is_left_to_the_build() -> None:
    said = what_is_made_of(f"4. One\n\n5. Two\n\n{'>' * 60} deep")
    assert said == "drafter leaves out the numbers 4 to 5 before your paragraphs."


def test_only_a_long_text_gets_the_notice() -> None:
    line = Question(path=("title",), section="S", text="Title?", help="", kind="line")
    for question, notices in ((QUESTION, (SAID,)), (line, ())):
        checked = check(question, PASTE if question.kind == "long" else "• One")
        assert isinstance(checked, Accepted)
        assert checked.notices == notices


def test_both_kinds_of_prompts_say_it() -> None:
    said: list[str] = []
    lines = [*PASTE.split("\n"), "."]
    assert ask(QUESTION, MISSING, said.append, lambda _: lines.pop(0)) == PASTE
    assert SAID in " ".join("\n".join(said).split())
    with_keys: list[str] = []
    with keyboard(f"\x1b[200~{PASTE}\x1b[201~\x1b\r"):
        assert ask_with_keys(QUESTION, MISSING, with_keys.append) == PASTE
    assert SAID in " ".join("\n".join(with_keys).split())
