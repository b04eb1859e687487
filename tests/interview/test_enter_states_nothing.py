"""Enter alone never states a fact about a person, an organisation or a State."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from drafter.answers.paths import MISSING, KeyPath, dotted
from drafter.interview.choosing import choosing_items
from drafter.interview.control_flow import Stop
from drafter.interview.flow import questions
from drafter.interview.items.item import Item
from drafter.interview.overview import taking_out
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import working
from tests.support.typing_keys import CTRL_C, ENTER, keyboard

PROCEDURE = {
    "cited_in", "term", "grouped_by", "by_theme", "picture", "addressee", "manner", "earlier_table",
}  # fmt: skip
"""The last steps of the paths of questions about the document itself, whose usual answer Enter may take."""
OPEN = {"not-asked", "new", ""}
"""Answers that state nothing: not asked yet, a new source, nothing more to add."""


def asked_of_everyone() -> Iterator[Item]:
    """Yield every question with choices, or with yes and no, of every document and of the choice of one."""
    yield from choosing_items(working({}), LIBRARY)
    for document in LIBRARY.document_ids():
        answers = rich(document)
        answers["stand_for"] = ["recovery-oriented", "no-legalisation", "regulation"]
        for item in questions(working(answers), LIBRARY):
            if item.kind in ("choice", "search", "yes-no"):
                yield item


ITEMS = {(dotted(item.path), item.text): item for item in asked_of_everyone()}


def test_only_questions_about_the_document_itself_have_a_usual_answer() -> None:
    assert len(ITEMS) > 100
    stating = [
        f"{dotted(item.path)}: {item.default}"
        for item in ITEMS.values()
        if item.default is not None
        and item.default not in OPEN
        and item.path[:2] != ("interview", "more")
        and not PROCEDURE & {str(step) for step in item.path}
    ]
    assert stating == []


@pytest.mark.parametrize(
    "path",
    [
        ("organisations", 1, "status"),
        ("organisations", 1, "role"),
        ("organisations", 0, "ecosoc"),
        ("earlier", 0, "position"),
        ("earlier", 0, "status"),
        ("cases", "C1", "age_group"),
    ],
)
def test_enter_alone_gives_no_answer_in_either_mode(path: KeyPath) -> None:
    item = next(item for item in ITEMS.values() if item.path == path)
    with keyboard(ENTER + CTRL_C), pytest.raises(Stop):
        ask(item, MISSING, lambda _: None)
    lines = [""]
    said: list[str] = []

    def read(prompt: str) -> str:
        said.append(prompt)
        if not lines:
            raise EOFError
        return lines.pop(0)

    with suppress(Stop):
        pytest.fail(f"Enter alone answered {ask_plainly(item, MISSING, said.append, read)}")
    assert not any("Enter" in text for text in said if text.startswith(("Number", "yes or no"))), said


def test_enter_alone_takes_nothing_out() -> None:
    answers = working(rich("upr/joint"))
    targets = taking_out(answers, QUESTIONS).targets.values()
    item = next(target for target in targets if isinstance(target, Item))
    with keyboard(ENTER + CTRL_C), pytest.raises(Stop):
        ask(item, MISSING, lambda _: None)


def test_a_question_about_a_treaty_says_what_the_table_has_and_leaves_the_answer_open() -> None:
    items = [item for item in ITEMS.values() if "The table of treaty parties:" in item.help and item.choices]
    assert items
    for item in items:
        assert item.default is None
        assert "Enter" not in item.help
    assert any("If it still is so, choose “" in item.help for item in items)
