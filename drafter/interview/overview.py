"""Everything answered so far, by section, to look over, and to change, set or take out any of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered, dotted
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.items.item import Item, section_of
from drafter.interview.overview_rows import is_in_a_line, overview_row, told_apart
from drafter.interview.remedies import in_interview
from drafter.interview.taking_out import CONFIRM as CONFIRM  # also for the rooms that show the overview
from drafter.interview.taking_out import TAKING_OUT_HELP, taking_out_rows
from drafter.language.english import SCREEN
from drafter.model.question import Choice, Question

if TYPE_CHECKING:  # reviewing and composing take long to load: only who opens the overview waits for them
    from drafter.interview.section_words import SectionWords

OVERVIEW: KeyPath = ("interview", "overview")
LIST_SELDOM: KeyPath = (*OVERVIEW, "seldom")
LIST_OUT: KeyPath = (*OVERVIEW, "out")
LIST_NOTICED: KeyPath = (*OVERVIEW, "noticed")
GO_ON, NOTICED, SELDOM, OUT = "", "noticed", "seldom", "out"
"""The choices that leave a list, and those that open another one."""
UNDO, REDO, FORGET = "undo", "redo", "forget"
"""The choices that undo, do again, and forget what can be undone."""
FOLD = "section "
"""The beginning of the value of a row that opens or closes its section."""
MOST_UNFOLDED = 20
"""A list with more rows begins with its sections closed: the screen has 24 lines."""
ROW_WIDTH = 74
"""Columns of a row that are always seen on a screen of 80."""
_SECTION = "What you have answered"


@frozen
class Menu:
    """A list to choose from, and what each choice leads to."""

    question: Question
    targets: Mapping[str, "Target"]


@frozen
class Fold:
    """The section to open or to close."""

    section: str
    is_open: bool


@frozen
class Step:
    """A step in the history: back, or forward again."""

    is_back: bool


@frozen
class Forget:
    """To forget what can be undone."""


@frozen
class View:
    """How the overview is shown."""

    cursor: str = GO_ON
    """The value of the row that is marked."""
    opened: frozenset[str] = frozenset()
    """The sections whose rows are shown."""
    closed: frozenset[str] = frozenset()
    """The sections whose rows are hidden, although the list is short."""
    undo: str = ""
    """What can be undone, in words; empty: nothing."""
    redo: str = ""
    message: str = ""
    """What the last step has done."""


BuildMenu = Callable[[WorkingAnswers, Questionnaire], Menu]
Target = Item | BuildMenu | list[Change] | Fold | Step | Forget | None
"""A question to ask, another list to show, changes to make, or ``None`` to leave the list."""


def overview(answers: WorkingAnswers, questionnaire: Questionnaire, view: View | None = None) -> Menu:
    """Return the list of every answer by section, and of what else can be changed."""
    view = view or View()
    prepared = _prepared(_SameAnswers(answers), questionnaire)
    sections, remarks = prepared.sections, prepared.remarks
    rows = [(Choice(value=GO_ON, title="Go on with the interview"), None), *_steps(view)]
    if remarks:
        count = sum(map(len, remarks.values()))
        title = f"See what drafter noticed ({SCREEN.counted(count, 'remark')})"
        rows.append((Choice(value=NOTICED, title=title), noticed))
    words = prepared.words
    is_long = sum(map(len, sections.values())) > MOST_UNFOLDED
    for number, (title, section_rows) in enumerate(sections.items(), 1):
        if not section_rows:
            rows.append(_empty_section(title, number, prepared.first_open[title], words))
            continue
        is_unfolded = title in view.opened if is_long else title not in view.closed
        rows += _section(title, section_rows, number, is_open=is_unfolded, words=words)
    if prepared.has_seldom:
        title = "Set more: answers that drafter does not ask for"
        rows.append((Choice(value=SELDOM, title=title), seldom))
    if next(taking_out_rows(answers, questionnaire.library), None):
        rows.append((Choice(value=OUT, title="Take something out, or bring it back"), taking_out))
    if view.undo or view.redo:
        more = "What you have changed stays as it is. drafter deletes the file from which it can be undone."
        rows.append((Choice(value=FORGET, title="Forget what can be undone", more=more), Forget()))
    help_ = "Type words of a question or an answer. Enter opens a section, or asks the question again."
    message = " ".join(filter(None, (view.message, str(words) if words else "")))
    return _menu(
        OVERVIEW, "Which answer do you want to change?", f"{message} {help_}".strip(), rows, view.cursor
    )


class _SameAnswers:
    """Answers that are the same only as an object: the document is composed once for each state of them."""

    def __init__(self, answers: WorkingAnswers) -> None:
        self.answers = answers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameAnswers) and self.answers is other.answers

    def __hash__(self) -> int:
        return id(self.answers)


@frozen
class _Prepared:
    """What the overview of the same answers always has: it is drawn anew whenever a section is opened."""

    sections: dict[str, list[tuple[Choice, "Target"]]]
    first_open: dict[str, Item]
    """By the title of the section: the first question in it that has no answer yet."""
    remarks: dict[KeyPath, list[str]]
    words: "SectionWords | None"
    has_seldom: bool


@lru_cache(maxsize=1)
def _prepared(same: _SameAnswers, questionnaire: Questionnaire) -> _Prepared:
    from drafter.interview.section_words import section_words

    answers = same.answers
    items = list(questionnaire.questions(answers))
    remarks = _remarks_by_path(answers, questionnaire)
    sections: dict[str, list[tuple[Choice, Target]]] = {}
    first_open: dict[str, Item] = {}
    for item in items:
        if is_open(answers, item):
            first_open.setdefault(section_of(item), item)
        rows = sections.setdefault(section_of(item), [])
        if answered(answers, item.path) and not is_in_a_line(item, answers):
            rows.append(overview_row(item, answers, questionnaire.library, remarks.get(item.path, [])))
        elif item.overview_title:
            rows.append((Choice(value=dotted(item.path), title=item.overview_title), item))
    return _Prepared(
        {title: rows for title, rows in sections.items() if rows or title in first_open},
        first_open,
        remarks,
        section_words(answers, questionnaire.library, items),
        any(map(_is_seldom, items)),
    )


def _steps(view: View) -> Iterator[tuple[Choice, "Target"]]:
    """Yield the rows that undo the last change, and do it again.

    A search finds them by these words alone: whoever searches for an answer does not want to undo it.
    """
    if view.undo:
        title = f"Undo: {view.undo}  (Ctrl-Z)"
        yield Choice(value=UNDO, title=title, found_by="Undo Ctrl-Z"), Step(is_back=True)
    if view.redo:
        title = f"Do again: {view.redo}  (Ctrl-Y)"
        yield Choice(value=REDO, title=title, found_by="Do again Redo Ctrl-Y"), Step(is_back=False)


def _empty_section(
    title: str, number: int, first_open: Item, words: "SectionWords | None"
) -> tuple[Choice, "Target"]:
    """Return the row of a section without an answer, which leads to its first question."""
    note = " · ".join(filter(None, ("nothing yet", words.of(title) if words else "")))
    return Choice(value=f"{FOLD}{title}", title=f"▸ {number} {title}", note=note), first_open


def _section(
    title: str,
    rows: Sequence[tuple[Choice, "Target"]],
    number: int,
    *,
    is_open: bool,
    words: "SectionWords | None",
) -> Iterator[tuple[Choice, "Target"]]:
    """Yield the row of a section, and the rows in it; a search finds those of a closed section too."""
    count = sum(choice.note.startswith("!") for choice, _ in rows)
    parts = (words.of(title) if words else "", SCREEN.counted(count, "remark") if count else "")
    note = " · ".join(filter(None, (SCREEN.counted(len(rows), "row"), *parts)))
    mark = "▾" if is_open else "▸"
    yield Choice(value=f"{FOLD}{title}", title=f"{mark} {number} {title}", note=note), Fold(title, is_open)
    names = told_apart((choice.title for choice, _ in rows), ROW_WIDTH)
    for (choice, target), name in zip(rows, names, strict=True):
        update = {"title": name, "folded": not is_open, "also": f"{choice.also} {title}"}
        yield choice.model_copy(update=update), target


def _remarks_by_path(answers: WorkingAnswers, questionnaire: Questionnaire) -> dict[KeyPath, list[str]]:
    """Return the remarks on each answer, in words, by the path of its question."""
    from drafter.interview.noticed import noticed_remarks

    remarks: dict[KeyPath, list[str]] = {}
    for remark, item in noticed_remarks(answers, questionnaire):
        remedy = in_interview(remark).remedy
        remarks.setdefault(item.path, []).append(f"{remark.text} {remedy}".strip())
    return remarks


def noticed(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of the remarks on the answers so far; each leads to the question that it is about."""
    from drafter.interview.noticed import noticed_remarks

    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    for number, (remark, item) in enumerate(noticed_remarks(answers, questionnaire)):
        text = f"{remark.text} {in_interview(remark).remedy}".strip()
        choice = Choice(
            value=f"remark {number}", title=remark.text, note=remark.place, more=f"{remark.place}: {text}"
        )
        rows.append((choice, item))
    help_ = "Choose a remark to change the answer that it is about. You need not follow every remark."
    return _menu(LIST_NOTICED, "What do you want to correct?", help_, rows)


def seldom(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of the answers to set that the interview does not ask for."""
    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    items = [item for item in questionnaire.questions(answers) if _is_seldom(item)]
    seldom_rows = [overview_row(item, answers, questionnaire.library) for item in items]
    names = told_apart((f"{choice.title}" for choice, _ in seldom_rows), ROW_WIDTH)
    rows += [
        (choice.model_copy(update={"title": name, "note": item.section}), item)
        for (choice, item), name in zip(seldom_rows, names, strict=True)
    ]
    help_ = "The interview does not ask for these; each has its usual value."
    return _menu(LIST_SELDOM, "What do you want to set?", help_, rows)


def taking_out(answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
    """Return the list of what to take out, to bring back or to erase."""
    rows: list[tuple[Choice, Target]] = [(Choice(value=GO_ON, title="Back to all answers"), None)]
    rows += taking_out_rows(answers, questionnaire.library)
    return _menu(LIST_OUT, "What do you want to take out or bring back?", TAKING_OUT_HELP, rows)


def _is_seldom(item: Item) -> bool:
    """Return whether the interview never asks *item*, and the overview has no row of its own for it."""
    return not item.automatic and not item.overview_title


def _menu(
    path: KeyPath,
    text: str,
    help_: str,
    rows: Sequence[tuple[Choice, "Target"]],
    cursor: str = GO_ON,
) -> Menu:
    question = Question(
        path=path,
        section=_SECTION,
        text=text,
        help=help_,
        kind="search",
        choices=tuple(choice for choice, _ in rows),
        default=cursor if any(choice.value == cursor for choice, _ in rows) else GO_ON,
        required=True,
    )
    return Menu(question, {choice.value: target for choice, target in rows})
