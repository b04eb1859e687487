"""A yes-or-no question that a command asks outside an interview."""

from drafter.interview.control_flow import Back, Overview
from drafter.model.question import Question
from drafter.terminal.asker import asker, keyboard


def says_yes(question: Question, *, plain: bool) -> bool:
    """Ask *question* and return whether the answer is yes. Going back means no."""
    ask, _ = asker(plain=plain, say=print)
    with keyboard(plain=plain):
        try:
            return ask(question, None) is True
        except (Back, Overview):
            return False
