"""The line under each prompt: what Enter does, and the other keys. Enter goes on with what is shown."""

from drafter.interview.items.item import FinishableItem
from drafter.interview.overview import CONFIRM, OVERVIEW
from drafter.model.marks import NOTHING, UNKNOWN
from drafter.model.question import Question

_LETTERS = "the letter answers"
_MOVE = "↑↓ choose a line"
_SEARCH = "type to search"
_ENTER_LINE = "Enter goes on with the line marked »"
_ENTER_LATER = "Enter then goes on with it"
_LEAVE_OVERVIEW = "Ctrl-B: go on with the interview"
_LEAVE_LIST = "Ctrl-B: back to all answers"
_ENTER_TAKEN = "Enter goes on with those ●"


def list_keys(
    question: Question, *, is_searched: bool, reads: bool, is_narrow: bool = False, is_marked: bool = True
) -> str:
    """Return the keys of a list in which a line is marked, or none is yet.

    Those that are seldom used have no room on a screen that *is_narrow*.
    """
    if question.kind == "choices":
        takes = [_SEARCH, "Tab takes"] if is_searched else ["Space takes"]
        takes += ["Ctrl-A takes all"] if is_searched and not is_narrow else []
        return " · ".join([*takes, *(["→ reads"] if reads else []), _ENTER_TAKEN])
    has_letters = any(choice.key for choice in question.choices) and not is_searched
    first = [_SEARCH] if is_searched else [_LETTERS] if has_letters else []
    leave = []
    if question.path == OVERVIEW:
        leave = [_LEAVE_OVERVIEW]
    elif question.path[: len(OVERVIEW)] == OVERVIEW and question.path != CONFIRM:
        leave = [_LEAVE_LIST]
    return " · ".join([*first, _MOVE, _ENTER_LINE if is_marked else _ENTER_LATER, *leave])


def yes_no_keys_line(question: Question, current: object) -> str:
    """Return the keys of a yes or no. Without a usual answer, Enter gives none."""
    if current is None and question.allow_unknown:
        return "y or n · Enter goes on with: not known yet"
    usual = current if isinstance(current, bool) else question.default
    answer = {True: "yes", False: "no"}.get(usual) if isinstance(usual, bool) else None
    return f"y or n · Enter goes on with: {answer}" if answer else "y or n"


def text_keys(question: Question, suggested: str, *, has_editor: bool = False, is_empty: bool = True) -> str:
    """Return the keys of a text, which *is_empty* or has letters by now.

    *suggested* is the answer that Enter takes while it is empty.
    """
    is_long = question.kind == "long"
    keys = [] if is_long else ["Enter goes on"]
    if is_empty and suggested:
        keys = [f"Enter alone goes on with: {'not known yet' if suggested == UNKNOWN else suggested}"]
    elif is_empty and question.required and not is_long:
        keys = ["Type an answer"]
    elif is_empty and not question.required:
        keys = [f"Enter alone: {_meaning_of_empty(question)}"]
    if is_long:
        keys += ["Esc, then Enter, ends the text", *(["Ctrl-E: your editor"] if has_editor else [])]
    if is_empty and suggested and not question.required:
        keys.append(f"{NOTHING} alone: no answer")
    if question.allow_unknown and suggested != UNKNOWN:
        keys.append(f"{UNKNOWN}: I don't know yet")
    return " · ".join(keys)


def _meaning_of_empty(question: Question) -> str:
    """Return what an empty text means: in a list that is added to, that it is complete."""
    return "nothing more" if isinstance(question, FinishableItem) else "no answer"
