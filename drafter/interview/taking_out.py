"""The list of what to take out, to bring back or to erase: its rows, and the question before each of them."""

from collections.abc import Iterator, Mapping

from drafter.answers.about_people import pseudonym_in
from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, dotted, rows
from drafter.answers.working import WorkingAnswers
from drafter.interview.erasing import cases_of, people_asks
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.trash import brought_back, erasable, removable, restorable, taken_out
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.question import Choice

CONFIRM: KeyPath = ("interview", "overview", "confirm")
TAKING_OUT_HELP = (
    "drafter keeps it in the file and does not print it. A person and a person's case are erased, "
    "in the private file too."
)
_TRACED = "That cannot be undone. drafter then looks for the person in the other files of this folder."


class TakeOutItem(Item):
    """Whether to take out an entry."""

    entry: KeyPath
    is_person: bool = False

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question is new each time."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that take the entry out, if the answer is yes."""
        if value is not True:
            return []
        return taken_out(answers, self.entry, is_person=self.is_person)


def taking_out_rows(
    answers: WorkingAnswers, library: Library
) -> Iterator[tuple[Choice, Item | list[Change]]]:
    """Yield each choice of the list, and the question or the changes that it leads to."""
    people = _cases_by_person(answers, library)
    for path, name in removable(answers, library):
        choice = Choice(value=f"take out {dotted(path)}", title=f"Take out {name}")
        yield choice, _confirmation(path, name, people)
    for number, name in restorable(answers, library):
        choice = Choice(value=f"bring back {number}", title=f"Bring back: {name}")
        yield choice, brought_back(answers, number)
    for number, (path, name) in enumerate(erasable(answers, library)):
        yield Choice(value=f"erase {number}", title=f"Erase for good: {name}"), _erasing(path, name)


def _cases_by_person(answers: WorkingAnswers, library: Library) -> dict[KeyPath, list[str]]:
    """Return by the path of each person who is concerned the cases that tell of the same person."""
    return {
        ("details", name, number): cases_of(answers, pseudonym_in(row))
        for name in people_asks(answers, library)
        for number, row in enumerate(rows(answers, ("details", name)))
    }


def _confirmation(path: KeyPath, name: str, people: Mapping[KeyPath, list[str]]) -> Item:
    help_ = "It can be brought back."
    if path[0] == "cases":
        help_ = f"The case is erased from the answers and from the private file. {_TRACED}"
    elif path in people:
        also = f" Case {SCREEN.listed(people[path])} tells of this person too: take it out as well."
        help_ = f"The person is erased from this answer. {_TRACED}{also if people[path] else ''}"
    elif path[2:3] == ("clauses",):
        help_ = "You can take it again under “Clauses” of its theme. What you have changed in it is kept."
    return TakeOutItem(
        entry=path,
        is_person=path in people,
        path=CONFIRM,
        section="What you have answered",
        text=f"Take out {name}?",
        help=help_,
        kind="yes-no",
    )


def _erasing(path: KeyPath, name: str) -> Item:
    return TakeOutItem(
        entry=path,
        path=CONFIRM,
        section="What you have answered",
        text=f"Erase {name} for good?",
        help=f"It is not printed, but the answers file still has it. {_TRACED}",
        kind="yes-no",
    )
