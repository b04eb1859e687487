"""A question as a value: its text, kind, help and choices."""

from typing import Any, Literal

from pydantic import Field, model_validator

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


Reader = Literal["body", "government", "public", "confidential"]
"""Who reads a document. ``confidential``: the body alone, as long as it keeps that, which it may not."""


class Agreement(Value):
    """What the answers to a question of a document mean for the people whose cases the document tells.

    The consent that is recorded at the case counts as well: where the two disagree, the stricter one wins.
    """

    readers: dict[str, tuple[Reader, ...]] = {}
    """By answer: who reads the document, in place of its ``consent``. While there is no answer, all may."""
    lets_tell: tuple[str, ...] = ()
    """The answers with which cases may be told. With any other answer, and with none, they stay out."""
    lets_name: tuple[str, ...] = ()
    """The answers with which real names may stand, for a document with ``real_names``."""
    name_readers: dict[str, tuple[Reader, ...]] = {}
    """By answer: who reads the real names then, beside those who read the document."""
    says_how: bool = False
    """Whether the answer says how and when consent was given: in writing or by word."""

    @property
    def values(self) -> frozenset[str]:
        """Every answer that is named here."""
        return frozenset({*self.readers, *self.lets_tell, *self.lets_name, *self.name_readers})


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
    agreement: Agreement | None = None
    """What the answer means for the people whose cases are told; ``None`` where it is about other things."""
    person: bool = False
    """Whether the answer is a person's pseudonym, which the real name replaces where it may stand."""
    meets: tuple[str, ...] = ()
    """Which of the document's ``required`` values the answer gives: ``victim``, ``perpetrator`` …"""
    public: bool = True
    """Whether the answer is printed in the public version of the document as well."""

    @model_validator(mode="after")
    def _answers_are_choices(self) -> "Ask":
        """Refuse an agreement that names an answer nobody can give, or leaves one without its readers."""
        known = {choice.value for choice in self.choices} or {"yes", "no"}
        given = self.agreement or Agreement.model_construct()
        wrong = sorted(given.values - known)
        if wrong:
            raise ValueError(f"'{wrong[0]}' is no choice of '{self.name}'")
        if given.readers and known - set(given.readers):
            raise ValueError(f"'{min(known - set(given.readers))}' of '{self.name}' has no readers")
        return self


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
    allow_unknown: bool = False
    """Whether "I don't know yet" may be answered: the place stays open and is marked in the draft."""
    automatic: bool = True
    """Whether the interview comes to it by itself; what is seldom wanted is set from the overview alone."""
