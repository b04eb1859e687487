"""Questions that a document or a clause declares as data, and groups that may be given several times."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import Path, rows
from drafter.interview.items.item import FINISHED, AddAnother, Item
from drafter.model.question import Ask, Choice

MORE = ("interview", "more")
TYPED: Path = ("interview", "typed")
"""Where what stood on a line when the interview was stopped is kept, by the place of its question."""
UNASKED = "unasked/"
"""Before the place of a question in ``interview.finished``: the file that was carried over left it open.

It has no answer still. The interview does not come to it by itself, and it can be set from the overview.
"""
CHOOSING = ("inactive", "choosing")
"""The themes for which facts of the bank are about to be chosen."""
ONCE_ASKED = ("facts", "cases", "own")
"""What was asked, and finished, one by one for a theme before there was one question for all."""


def from_ask(ask: Ask, path: Path, section: str, *, required: bool | None = None) -> Item:
    """Return the question that *ask* declares, with its answer going to *path*."""
    example = f" For example: {ask.example.rstrip('.')}." if ask.example else ""
    return Item(
        path=path,
        section=section,
        text=ask.ask,
        help=f"{ask.help}{example}".strip(),
        kind=ask.kind,
        choices=ask.choices,
        required=ask.required if required is None else required,
        allow_unknown=True,
    )


def add_another(list_path: Path, section: str, text: str, help_: str, *, default: bool = False) -> Item:
    """Return the question whether to add an entry to the list at *list_path*.

    Yes adds an empty entry, whose questions come next; no is remembered in ``interview.finished``.
    """
    name = list_name(list_path)
    return AddAnother(
        path=(*MORE, name), section=section, text=text, help=help_, kind="yes-no", default=default,
        name=name, list_path=list_path,
    )  # fmt: skip


def list_name(list_path: Path) -> str:
    """Return the name of the list at *list_path* in ``interview.finished``."""
    return "/".join(map(str, list_path))


def is_finished(data: Mapping[str, Any], name: str) -> bool:
    """Return whether the person said that no more of *name* are to be added."""
    return name in finished(data)


def finished(data: Mapping[str, Any]) -> list[str]:
    """Return the names of all that is finished; for a theme one, whether it was finished at once or not."""
    given = [name for one in rows(data, FINISHED) if not (name := str(one)).startswith(UNASKED)]
    made = []
    for name in given:
        kind, _, theme = name.partition("/")
        if kind not in ONCE_ASKED or not theme:
            made.append(name)
        elif all(f"{one}/{theme}" in given for one in ONCE_ASKED):
            made.append(f"theme/{theme}")
    return list(dict.fromkeys(made))


def reopened(data: Mapping[str, Any], name: str) -> list[Any]:
    """Return what is finished when *name* no longer is."""
    kind, _, theme = name.partition("/")
    gone = {name, *(f"{one}/{theme}" for one in ONCE_ASKED if kind == "theme")}
    return [one for one in rows(data, FINISHED) if one not in gone]


def grouped(data: Mapping[str, Any], ask: Ask, path: Path, section: str) -> Iterator[Item]:
    """Yield the questions of each of a group, and whether there is another."""
    name = list_name(path)
    given = rows(data, path)
    for number in range(len(given)):
        for field in ask.fields:
            yield from_ask(field, (*path, number, field.name), f"{section} · {ask.name} {number + 1}")
    if not is_finished(data, name):
        text = f"{ask.ask} Add one?" if not given else "Add another?"
        yield add_another(path, section, text, ask.help, default=not given)


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Return choices from pairs of saved value and title."""
    return tuple(Choice(value=value, title=title) for value, title in pairs)
