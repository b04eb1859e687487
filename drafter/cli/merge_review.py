"""Asking about each edit of a Word file: take it over, leave it, change its words, or stop asking."""

from drafter.cli.merge_view import print_edit
from drafter.drafting.merging.edits import Edit
from drafter.drafting.merging.merge import Merge
from drafter.interview.control_flow import Back, Overview
from drafter.interview.stores import Ask
from drafter.model.question import Choice, Question
from drafter.terminal.asker import asker, is_plain, keyboard

_TAKE, _LEAVE, _CHANGE, _ALL, _REST = "take", "leave", "change", "all", "rest"
_CHOICES = (
    Choice(value=_TAKE, title="Take it over", key="t"),
    Choice(value=_LEAVE, title="Leave the answers as they are", key="l"),
    Choice(value=_CHANGE, title="Take it over, but change the words", key="o"),
    Choice(value=_ALL, title="Take over this and all that follow", key="a"),
    Choice(value=_REST, title="Leave this and all that follow", key="n"),
)
_WITHOUT_TEXT = tuple(choice for choice in _CHOICES if choice.value != _CHANGE)


def chosen_edits(merge: Merge, *, plain: bool) -> tuple[Edit, ...]:
    """Return the edits that the user takes over, asked one by one.

    Those that no answer can hold are not asked about. They are among the edits, so that they are shown.
    """
    plain = is_plain(plain)
    ask, _ = asker(plain=plain, say=print)
    unasked = [edit for edit in merge.edits if not edit.plans]
    asked = [edit for edit in merge.edits if edit.plans]
    taken: dict[int, Edit] = {}
    """By its number, each edit that the user takes over, perhaps in other words."""
    number = 0
    with keyboard(plain=plain):
        while number < len(asked):
            edit = asked[number]
            print_edit(edit, number + 1, len(asked))
            taken.pop(number, None)
            try:
                answer = _decision(merge, edit, number, ask)
            except Back:
                number = max(number - 1, 0)
                continue
            except Overview:
                print("There is no list of answers here.")
                continue
            if answer == _REST:
                break
            if answer == _ALL:
                taken |= dict(enumerate(asked[number:], number))
                break
            if isinstance(answer, Edit):
                taken[number] = answer
            number += 1
    return (*unasked, *(taken[each] for each in sorted(taken)))


def _decision(merge: Merge, edit: Edit, number: int, ask: Ask) -> Edit | str:
    """Return *edit* if the user takes it over, perhaps in other words, or else the answer."""
    can_reword = edit.kind in ("changed", "added") and bool(merge.text_of(edit))
    answer = str(ask(_question(number, can_reword=can_reword), None))
    if answer == _CHANGE:
        return _reworded(merge, edit, number, ask)
    return edit if answer == _TAKE else answer


def _question(number: int, *, can_reword: bool) -> Question:
    return Question(
        path=("edits", number),
        section="Edits",
        text="What do you want to do with it?",
        kind="choice",
        choices=_CHOICES if can_reword else _WITHOUT_TEXT,
    )


def _reworded(merge: Merge, edit: Edit, number: int, ask: Ask) -> Edit:
    """Return *edit* in the words that the user types."""
    question = Question(
        path=("edits", number, "text"),
        section="Edits",
        text="What should the text be?",
        help="Marks such as [^12] are notes. Keep them where the note belongs.",
        kind="long",
        required=True,
    )
    text = ask(question, merge.text_of(edit))
    return merge.reworded(edit, str(text)) if isinstance(text, str) and text.strip() else edit
