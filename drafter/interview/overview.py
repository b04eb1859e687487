"""Everything answered so far, to look over, and to change, set or take out any of it."""

from collections.abc import Callable, Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, answered, dotted, is_private
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.noticed import noticed_remarks
from drafter.interview.trash import brought_back, removable, restorable, taken_out
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.question import Choice, Question

OVERVIEW: KeyPath = ("interview", "overview")
LIST_SELDOM: KeyPath = (*OVERVIEW, "seldom")
LIST_OUT: KeyPath = (*OVERVIEW, "out")
LIST_NOTICED: KeyPath = (*OVERVIEW, "noticed")
CONFIRM: KeyPath = (*OVERVIEW, "confirm")
GO_ON, NOTICED, SELDOM, OUT = "", "noticed", "seldom", "out"
"""The choices that leave a list, and those that open another one."""
WIDEST = 40
"""Letters of a question in the list; the answer has to fit beside it."""
_SECTION = "What you have answered"


@frozen
class Menu:
    """A list to choose from, and what each choice leads to."""

    question: Question
    targets: Mapping[str, "Target"]


BuildMenu = Callable[[WorkingAnswers, Questionnaire], Menu]
Target = Item | BuildMenu | list[Change] | None
"""A question to ask, another list to show, changes to make, or ``None`` to leave the list."""


class TakeOutItem(Item):
    """Whether to take out an entry."""

    entry: KeyPath

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question is new each time."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that take the entry out, if the answer is yes."""
        return taken_out(answers, self.entry) if value is True else []


def overview(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of every answer by section, and of what else can be changed."""
    items = list(questionnaire.questions(answers))
    rows: list[tuple[Choice, Target]] = [
        (Choice(value=GO_ON, title="Go on with the interview"), None),
        *_remarks_row(answers, questionnaire),
        *(_row(item, answers) for item in items if answered(answers, item.path)),
        *(
            (Choice(value=dotted(item.path), title=item.overview_title), item)
            for item in items
            if item.overview_title
        ),
    ]
    if any(map(_is_seldom, items)):
        title = "Set more: answers that drafter does not ask for"
        rows.append((Choice(value=SELDOM, title=title), seldom))
    library = questionnaire.library
    if next(removable(answers, library), None) or next(restorable(answers, library), None):
        rows.append((Choice(value=OUT, title="Take something out, or bring it back"), taking_out))
    help_ = "Type a word from the question or from your answer. drafter asks again only what depends on it."
    return _menu(OVERVIEW, "Which answer do you want to change?", help_, rows)


def _remarks_row(answers: WorkingAnswers, questionnaire: Questionnaire) -> Iterator[tuple[Choice, "Target"]]:
    """Yield the row that leads to the remarks, if there are any."""
    count = len(list(noticed_remarks(answers, questionnaire)))
    if count:
        yield (
            Choice(value=NOTICED, title=f"See what drafter noticed ({SCREEN.counted(count, 'remark')})"),
            noticed,
        )


def noticed(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of the remarks on the answers so far; each leads to the question that it is about."""
    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    for number, (remark, item) in enumerate(noticed_remarks(answers, questionnaire)):
        text = f"{remark.text} {remark.remedy}".strip()
        choice = Choice(
            value=f"remark {number}", title=remark.text, note=remark.place, more=f"{remark.place}: {text}"
        )
        rows.append((choice, item))
    help_ = "Choose a remark to change the answer that it is about. You need not follow every remark."
    return _menu(LIST_NOTICED, "What do you want to correct?", help_, rows)


def seldom(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of the answers to set that the interview does not ask for."""
    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    rows += [_row(item, answers) for item in questionnaire.questions(answers) if _is_seldom(item)]
    help_ = "The interview does not ask for these; each has its usual value."
    return _menu(LIST_SELDOM, "What do you want to set?", help_, rows)


def taking_out(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of what to take out or to bring back."""
    library = questionnaire.library
    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    rows += [
        (Choice(value=f"take out {dotted(path)}", title=f"Take out {name}"), _confirmation(path, name))
        for path, name in removable(answers, library)
    ]
    rows += [
        (Choice(value=f"bring back {number}", title=f"Bring back: {name}"), brought_back(answers, number))
        for number, name in restorable(answers, library)
    ]
    help_ = (
        "drafter keeps it in the file and does not print it. A person's case is erased, "
        "in the private file too."
    )
    return _menu(LIST_OUT, "What do you want to take out or bring back?", help_, rows)


def _is_seldom(item: Item) -> bool:
    """Return whether the interview never asks *item*, and the overview has no row of its own for it."""
    return not item.automatic and not item.overview_title


def _confirmation(path: KeyPath, name: str) -> Item:
    erased = (
        "The case is erased from the answers and from the private file. That cannot be undone. drafter then "
        "looks for the person in the other files of this folder."
    )
    return TakeOutItem(
        entry=path,
        path=CONFIRM,
        section=_SECTION,
        text=f"Take out {name}?",
        help=erased if path[0] == "cases" else "It can be brought back.",
        kind="yes-no",
    )


def _menu(path: KeyPath, text: str, help_: str, rows: list[tuple[Choice, Target]]) -> Menu:
    question = Question(
        path=path,
        section=_SECTION,
        text=text,
        help=help_,
        kind="search",
        choices=tuple(choice for choice, _ in rows),
        default=GO_ON,
        required=True,
    )
    return Menu(question, {choice.value: target for choice, target in rows})


def _row(item: Item, answers: WorkingAnswers) -> tuple[Choice, Item]:
    """Return the row that shows *item* with its answer; a private answer is not shown."""
    private = is_private(item.path)
    words = "→ in the private file" if private else _shown(item, item.current(answers))
    text = item.text if len(item.text) <= WIDEST else f"{item.text[: WIDEST - 1]}…"
    whole = "" if private else _shown(item, item.current(answers), None)
    choice = Choice(
        value=dotted(item.path),
        title=f"{text}  {words}",
        note=item.section,
        more=f"{item.text} {whole}",
    )
    return choice, item


def _shown(question: Question, value: object, widest: int | None = 60) -> str:
    """Return an answer in a few words, or whole where no *widest* is given."""
    if value is MISSING and not question.automatic:
        return "→ as usual"
    titles = {choice.value: choice.title.split("  ")[-1].strip() for choice in question.choices}
    if isinstance(value, str) and value in titles:
        return f"→ {titles[value]}"
    if value is None or value is MISSING:
        return "→ not known yet"
    if value in ("", [], ()):
        return "→ none"
    if isinstance(value, bool):
        return "→ yes" if value else "→ no"
    if isinstance(value, list | tuple):
        return f"→ {', '.join(titles.get(str(item), str(item)) for item in value)}"
    words = titles.get(str(value), " ".join(str(value).split()))
    return f"→ {words if widest is None or len(words) <= widest else words[: widest - 1] + '…'}"
