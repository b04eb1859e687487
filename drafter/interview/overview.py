"""Everything answered so far, by section, to look over, and to change, set or take out any of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, answered, dotted
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.noticed import noticed_remarks
from drafter.interview.overview_rows import is_in_a_line, overview_row, told_apart
from drafter.interview.section_words import SameAnswers, SectionWords, section_of, section_words
from drafter.interview.trash import brought_back, removable, restorable, taken_out
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.question import Choice, Question

OVERVIEW: KeyPath = ("interview", "overview")
LIST_SELDOM: KeyPath = (*OVERVIEW, "seldom")
LIST_OUT: KeyPath = (*OVERVIEW, "out")
LIST_NOTICED: KeyPath = (*OVERVIEW, "noticed")
CONFIRM: KeyPath = (*OVERVIEW, "confirm")
GO_ON, NOTICED, SELDOM, OUT, UNDO, REDO = "", "noticed", "seldom", "out", "undo", "redo"
"""The choices that leave a list, those that open another one, and those that undo and do again."""
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
Target = Item | BuildMenu | list[Change] | Fold | Step | None
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


def overview(answers: WorkingAnswers, questionnaire: Questionnaire, view: View | None = None) -> Menu:
    """Return the list of every answer by section, and of what else can be changed."""
    view = view or View()
    prepared = _prepared(SameAnswers(answers), questionnaire)
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
    library = questionnaire.library
    if next(removable(answers, library), None) or next(restorable(answers, library), None):
        rows.append((Choice(value=OUT, title="Take something out, or bring it back"), taking_out))
    help_ = "Type words of a question or an answer. Enter opens a section, or asks the question again."
    message = " ".join(filter(None, (view.message, str(words) if words else "")))
    return _menu(
        OVERVIEW, "Which answer do you want to change?", f"{message} {help_}".strip(), rows, view.cursor
    )


@frozen
class _Prepared:
    """What the overview of the same answers always has: it is drawn anew whenever a section is opened."""

    sections: dict[str, list[tuple[Choice, "Target"]]]
    first_open: dict[str, Item]
    """By the title of the section: the first question in it that has no answer yet."""
    remarks: dict[KeyPath, list[str]]
    words: SectionWords | None
    has_seldom: bool


@lru_cache(maxsize=1)
def _prepared(same: SameAnswers, questionnaire: Questionnaire) -> _Prepared:
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
    title: str, number: int, first_open: Item, words: SectionWords | None
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
    words: SectionWords | None,
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
    remarks: dict[KeyPath, list[str]] = {}
    for remark, item in noticed_remarks(answers, questionnaire):
        remarks.setdefault(item.path, []).append(f"{remark.text} {remark.remedy}".strip())
    return remarks


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
    again = "You can take it again under “Clauses” of its theme. What you have changed in it is kept."
    return TakeOutItem(
        entry=path,
        path=CONFIRM,
        section=_SECTION,
        text=f"Take out {name}?",
        help=erased
        if path[0] == "cases"
        else again
        if path[2:3] == ("clauses",)
        else "It can be brought back.",
        kind="yes-no",
    )


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
