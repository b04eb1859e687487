"""Everything answered so far, to look over, and to change, set or take out any of it."""

import json
from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import MISSING, Change, Path, answered, is_private
from drafter.interview.flow import questions
from drafter.interview.items import conflicts
from drafter.interview.items.declared import MORE, finished, reopened
from drafter.interview.items.item import FINISHED, Item
from drafter.interview.trash import brought_back, removable, resting, taken_out
from drafter.library.library import Library
from drafter.model.question import Choice, Question

OVERVIEW: Path = ("interview", "overview")
LIST_SELDOM: Path = (*OVERVIEW, "seldom")
LIST_OUT: Path = (*OVERVIEW, "out")
WHETHER: Path = (*OVERVIEW, "whether")
GO_ON, SELDOM, OUT = "", "seldom", "out"
REOPEN, TAKE, BRING, AGAIN = "more:", "take:", "bring:", "again:"
WIDEST = 40
"""Letters of a question in the list; the answer has to fit beside it."""

Picked = Item | list[Change] | None


def previous(data: Mapping[str, Any], library: Library, question: Item) -> Item:
    """Return the last answered question before *question*, or *question* itself where there is none."""
    before = question
    for one in questions(data, library):
        if one.path == question.path:
            break
        only = one.kind == "choice" and len(one.choices) == 1  # it was answered without being asked
        if one.automatic and answered(data, one.path) and one.path[:2] != MORE and not only:
            before = one
    return before


def overview(data: Mapping[str, Any], library: Library) -> Item:
    """Return the question that shows every answer by section and asks which to change."""
    choices = [Choice(value=GO_ON, title="Go on with the interview")]
    choices += [_choice(one, data) for one in questions(data, library) if answered(data, one.path)]
    choices += [
        Choice(value=f"{REOPEN}{name}", title=f"Add more: {_label(name, library)}")
        for name in finished(data)
        if not name.startswith("conflict/")
    ]
    choices += [
        Choice(value=f"{AGAIN}{name}", title=f"Decide again: {words}")
        for name, words in conflicts.decidable(data, library)
    ]
    choices.append(Choice(value=SELDOM, title="Set more: title, headings, where a fact stands, closing …"))
    if next(removable(data, library), None) or next(resting(data, library), None):
        choices.append(Choice(value=OUT, title="Take something out, or bring it back"))
    help_ = "Type a word of the question or of your answer. Only what depends on it is asked again."
    return _list(OVERVIEW, "Change which answer?", help_, choices)


def seldom(data: Mapping[str, Any], library: Library) -> Item:
    """Return the question which of the answers to set that are not asked for by themselves."""
    choices = [Choice(value=GO_ON, title="Back to all answers")]
    choices += [_choice(one, data) for one in questions(data, library) if not one.automatic]
    help_ = "The interview does not ask for these; each has its usual value."
    return _list(LIST_SELDOM, "What do you want to set?", help_, choices)


def outs(data: Mapping[str, Any], library: Library) -> Item:
    """Return the question what to take out or to bring back."""
    choices = [Choice(value=GO_ON, title="Back to all answers")]
    choices += [
        Choice(value=f"{TAKE}{json.dumps(path)}", title=f"Take out {name}")
        for path, name in removable(data, library)
    ]
    choices += [
        Choice(value=f"{BRING}{number}", title=f"Bring back: {name}")
        for number, name in resting(data, library)
    ]
    help_ = "It is kept in the file and printed nowhere. A person's case is erased, in the private file too."
    return _list(LIST_OUT, "Take out what?", help_, choices)


def picked(data: Mapping[str, Any], library: Library, value: str) -> Picked:
    """Return what a choice in the overview leads to.

    That is the question to ask again, a further list or whether to take something out (their paths begin with
    OVERVIEW), the changes that it brings at once, or ``None`` to go on.
    """
    if value == GO_ON:
        return None
    if value == SELDOM:
        return seldom(data, library)
    if value == OUT:
        return outs(data, library)
    if value.startswith(REOPEN):
        return [(FINISHED, reopened(data, value.removeprefix(REOPEN)))]
    if value.startswith(AGAIN):
        return conflicts.decide_again(data, value.removeprefix(AGAIN))
    if value.startswith(BRING):
        return brought_back(data, int(value.removeprefix(BRING)))
    if value.startswith(TAKE):
        path = tuple(json.loads(value.removeprefix(TAKE)))
        return _whether(path, dict(removable(data, library))[path])
    path = tuple(json.loads(value))
    return next((one for one in questions(data, library) if one.path == path), None)


def out(data: Mapping[str, Any], whether: Question) -> list[Change]:
    """Return the changes of taking out what the question *whether* was about."""
    return taken_out(data, tuple(json.loads(str(whether.path[-1]))))


def _whether(path: Path, name: str) -> Item:
    erased = (
        "The case is erased from the answers and from the private file. That cannot be undone. drafter then "
        "looks for the person in the other files of this folder."
    )
    return Item(
        path=(*WHETHER, json.dumps(path)),
        section="What you have answered",
        text=f"Take out {name}?",
        help=erased if path[0] == "cases" else "It can be brought back.",
        kind="yes-no",
    )


def _list(path: Path, text: str, help_: str, choices: list[Choice]) -> Item:
    return Item(
        path=path,
        section="What you have answered",
        text=text,
        help=help_,
        kind="search",
        choices=tuple(choices),
        required=True,
    )


def _label(name: str, library: Library) -> str:
    """Return in words what is finished under *name*."""
    kind, _, rest = name.partition("/")
    if kind == "theme":
        theme = library.themes.themes.get(rest)
        return f"to “{theme.title if theme else rest}”"
    return {"earlier": "earlier recommendations"}.get(kind, (rest or kind).replace("_", " "))


def _choice(question: Item, data: Mapping[str, Any]) -> Choice:
    private = is_private(question.path)
    words = "→ in the private file" if private else _shown(question, question.current(data))
    text = question.text if len(question.text) <= WIDEST else f"{question.text[: WIDEST - 1]}…"
    answer = "" if private else _shown(question, question.current(data), None)
    return Choice(
        value=json.dumps(question.path),
        title=f"{text}  {words}",
        note=question.section,
        more=f"{question.text} {answer}",
    )


def _shown(question: Question, value: Any, widest: int | None = 60) -> str:
    """Return an answer in a few words, or whole where no *widest* is given."""
    if value is MISSING and not question.automatic:
        return "→ as usual"
    titles = {choice.value: choice.title.split("  ")[-1].strip() for choice in question.choices}
    if isinstance(value, str) and value in titles:
        return f"→ {titles[value]}"
    if value is None or value is MISSING:
        return "→ not known yet"
    if value in ("", []):
        return "→ none"
    if isinstance(value, bool):
        return "→ yes" if value else "→ no"
    if isinstance(value, list):
        return f"→ {', '.join(titles.get(str(one), str(one)) for one in value)}"
    words = titles.get(str(value), " ".join(str(value).split()))
    return f"→ {words if widest is None or len(words) <= widest else words[: widest - 1] + '…'}"
