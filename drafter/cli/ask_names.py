"""The question before a build whether a file may have real names: no, unless somebody says yes."""

import argparse
import sys
from collections.abc import Callable

from drafter.drafting.pipeline import ReviewedDraft
from drafter.language.english import SCREEN
from drafter.model.question import Question
from drafter.review.display_names import case_name


def name_decision(options: argparse.Namespace) -> Callable[[ReviewedDraft], bool | None]:
    """Return the function that decides whether a draft gets real names: ``--real-names``, or an answer here.

    Without a terminal, and with ``--json``, nobody can answer: the decision is ``None``, the pseudonyms stay.
    """
    if options.real_names:
        return lambda _: True
    if options.json or not is_at_terminal():
        return lambda _: None
    return _asked


def is_at_terminal() -> bool:
    """Return whether somebody can answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(reviewed: ReviewedDraft) -> bool:
    from drafter.cli.yes_or_no import says_yes
    from drafter.terminal.asker import is_plain

    return says_yes(names_question(reviewed), plain=is_plain(False))


def names_question(reviewed: ReviewedDraft) -> Question:
    """Return the question whether the file may have the real names that are allowed in it."""
    cases = reviewed.answers.cases
    who = SCREEN.listed([case_name(key, cases) for key in sorted(reviewed.named)])
    many = len(reviewed.named) > 1
    return Question(
        path=("names",),
        section="Before you build",
        text=f"Print the real name{'s' if many else ''} of {who} in the file?",
        help="The rules of this document and the consent that you have recorded allow it. Whoever gets the "
        "file can read it there, and everywhere in the text where you have read the pseudonym. No: the file "
        "has the pseudonym, and you write the name on the mechanism's own form.",
        kind="yes-no",
        default=False,
        required=True,
    )
