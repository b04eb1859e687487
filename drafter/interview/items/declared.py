"""Questions that a document or a clause declares as data, and lists of answers of the same form."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.dated import DATES, DatedItem
from drafter.interview.items.item import NOT_SAVED as NOT_SAVED  # also for the questions beside these
from drafter.interview.items.item import AddAnother, AnswerValue, Item, is_finished, list_length
from drafter.library.library import Library
from drafter.model.node import Node
from drafter.model.question import Ask, Choice

_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


def is_yes(typed: str) -> bool:
    """Return whether *typed* says no more than yes, where an entry was asked for."""
    return typed.strip(" .!").casefold() in _YES


def is_no(typed: str) -> bool:
    """Return whether *typed* says no more than no, where an entry was asked for."""
    return typed.strip(" .!").casefold() in _NO


class AddTyped(AddAnother):
    """An entry to add to a list, by its first answer; an empty answer goes on to the next question."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that begin the entry, or that remember that no more come."""
        typed = value if isinstance(value, bool) else str("" if value is None else value).strip()
        if not typed or (isinstance(typed, str) and is_no(typed)):
            return self.finish(answers)
        if typed is True or is_yes(str(typed)):
            return super().changes(answers, True, library)
        path = (*self.list_path, list_length(answers, self.list_path))
        return [*self.reopen(answers), (path, self.entry(answers, str(typed), library))]

    def entry(self, answers: WorkingAnswers, typed: str, library: Library) -> Node:  # noqa: ARG002
        """Return the entry that begins with the answer *typed*, as it is saved."""
        return {"text": typed}


def from_ask(ask: Ask, path: KeyPath, section: str, *, required: bool | None = None) -> Item:
    """Return the question that *ask* declares, with its answer going to *path*."""
    form = ask.form or ("pseudonym" if ask.person else "")
    is_dated = form in DATES or ask.past or ask.upcoming
    example = f" For example: {ask.example.rstrip('.')}." if ask.example else ""
    return (DatedItem if is_dated and ask.kind == "line" else Item)(
        path=path,
        section=section,
        text=ask.ask,
        help=f"{ask.help}{example}".strip(),
        kind=ask.kind,
        form=form,
        past=ask.past,
        upcoming=ask.upcoming,
        choices=ask.choices,
        required=ask.required if required is None else required,
        allow_unknown=True,
        automatic=not ask.seldom,
    )


def add_another(
    answers: WorkingAnswers,
    list_path: KeyPath,
    section: str,
    *,
    text: str,
    help_: str,
    overview_title: str,
    default: bool = False,
) -> AddAnother:
    """Return the question whether to add an entry to the list at *list_path*.

    Yes adds an empty entry, whose questions come next. After a no it is asked from the overview alone, where
    it is called *overview_title*.
    """
    name = list_name(list_path)
    done = is_finished(answers, name)
    return AddAnother(
        path=(*NOT_SAVED, name), section=section, text=text, help=help_, kind="yes-no", default=default,
        automatic=not done, overview_title=overview_title if done else "", name=name, list_path=list_path,
    )  # fmt: skip


def add_typed(
    answers: WorkingAnswers,
    list_path: KeyPath,
    section: str,
    *,
    text: str,
    help_: str,
    overview_title: str,
    item_class: type[AddTyped] = AddTyped,
) -> AddTyped:
    """Return the question for the first answer of one more entry of the list at *list_path*.

    An empty answer goes on. After that it is asked from the overview alone, as *overview_title*.
    """
    name = list_name(list_path)
    done = is_finished(answers, name)
    return item_class(
        path=(*NOT_SAVED, name), section=section, text=text, help=help_, kind="line",
        automatic=not done, overview_title=overview_title if done else "", name=name, list_path=list_path,
    )  # fmt: skip


def list_name(list_path: KeyPath) -> str:
    """Return the name of the list at *list_path* in ``interview.finished``."""
    return "/".join(map(str, list_path))


def grouped(answers: WorkingAnswers, ask: Ask, path: KeyPath, section: str) -> Iterator[Item]:
    """Yield the questions of each entry of the group *ask*, and whether to add another entry."""
    length = list_length(answers, path)
    for number in range(length):
        for field in ask.fields:
            yield from_ask(field, (*path, number, field.name), f"{section} · {ask.name} {number + 1}")
    yield add_another(
        answers,
        path,
        section,
        text="Add another?" if length else f"{ask.ask} Add one?",
        help_=ask.help,
        overview_title=f"Add more: {ask.name.replace('_', ' ')}",
        default=not length,
    )


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Return choices from pairs of saved value and title."""
    return tuple(Choice(value=value, title=title) for value, title in pairs)
