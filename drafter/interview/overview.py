"""Everything answered so far, to look over, and to change any of it."""

import json
from collections.abc import Mapping
from typing import Any

from drafter.interview.asks import FINISHED, MORE, finished, reopened
from drafter.interview.effects import Change, standing
from drafter.interview.flow import questions
from drafter.interview.paths import MISSING, answered, is_private
from drafter.library.library import Library
from drafter.model.question import Choice, Question

GO_ON = ""
REOPEN = "more:"
WIDEST = 40
"""Letters of a question in the list; the answer has to fit beside it."""


def previous(data: Mapping[str, Any], library: Library, question: Question) -> Question:
    """Return the last answered question before *question*, or *question* itself where there is none."""
    before = question
    for one in questions(data, library):
        if one.path == question.path:
            break
        only = one.kind == "choice" and len(one.choices) == 1  # it was answered without being asked
        if answered(data, one.path) and one.path[:2] != MORE and not only:
            before = one
    return before


def overview(data: Mapping[str, Any], library: Library) -> Question:
    """Return the question that shows every answer by section and asks which to change."""
    choices = [Choice(value=GO_ON, title="Go on with the interview")]
    for one in questions(data, library):
        if answered(data, one.path):
            words = "→ in the private file" if is_private(one.path) else _shown(one, standing(data, one))
            text = one.text if len(one.text) <= WIDEST else f"{one.text[: WIDEST - 1]}…"
            choices.append(Choice(value=json.dumps(one.path), title=f"{text}  {words}", note=one.section))
    choices += [
        Choice(value=f"{REOPEN}{name}", title=f"Add more: {name.replace('/', ' about ')}")
        for name in finished(data)
    ]
    return Question(
        path=("interview", "overview"),
        section="What you have answered",
        text="Change which answer?",
        help="Type a word of the question or of your answer. Only what depends on it is asked again.",
        kind="search",
        choices=tuple(choices),
        required=True,
    )


def picked(data: Mapping[str, Any], library: Library, value: str) -> Question | list[Change] | None:
    """Return the question that was picked, the changes that open a finished list again, or ``None``."""
    if value == GO_ON:
        return None
    if value.startswith(REOPEN):
        return [(FINISHED, reopened(data, value.removeprefix(REOPEN)))]
    path = tuple(json.loads(value))
    return next((one for one in questions(data, library) if one.path == path), None)


def _shown(question: Question, value: Any) -> str:
    """Return an answer in a few words."""
    if value is None or value is MISSING:
        return "→ not known yet"
    if value in ("", []):
        return "→ none"
    titles = {choice.value: choice.title.split("  ")[-1].strip() for choice in question.choices}
    if isinstance(value, list):
        return f"→ {', '.join(titles.get(str(one), str(one)) for one in value)}"
    words = titles.get(str(value), " ".join(str(value).split()))
    return f"→ {words if len(words) <= 60 else words[:59] + '…'}"
