"""A question as a value: what is asked, of which kind, with which help. Nobody is asked anything here."""

from typing import Any, Literal

from pydantic import Field

from drafter.model.base import Value

Kind = Literal["line", "long", "choice", "choices", "yes-no", "number", "search", "group"]


class Choice(Value):
    """One thing to choose: the value that is saved, the words that are shown."""

    value: str
    title: str
    note: str = ""
    """A word or two beside the title, such as a limit or a length."""
    more: str = ""
    """The whole text, for a person who wants to read before choosing."""


class Ask(Value):
    """A question that a clause or a document needs answered, as data in its file."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    ask: str
    help: str = ""
    example: str = ""
    kind: Kind = "line"
    choices: tuple[Choice, ...] = ()
    required: bool = False
    """A required answer that is missing is marked in a draft and stops a final build."""
    fields: tuple["Ask", ...] = ()
    """For a group that may be given several times: the questions of one of them."""
    when: dict[str, str] = {}
    """Ask only while these other answers of the same document have these values."""


class Question(Value):
    """What the interview asks next: where the answer goes, and all that is shown with it."""

    path: tuple[str | int, ...]
    section: str
    text: str
    help: str = ""
    kind: Kind = "line"
    choices: tuple[Choice, ...] = ()
    default: Any = None
    required: bool = False
    """Whether an empty answer is refused. "I don't know yet" is an answer all the same."""
    unknown: bool = False
    """Whether "I don't know yet" may be answered: the place stays open and is marked in the draft."""
    asked: bool = True
    """Whether the interview comes to it by itself; what is seldom wanted is set from the overview alone."""
