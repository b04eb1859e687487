"""A question as a value: its text, kind, help and choices."""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field, model_validator

from drafter.model.base import Value

QuestionKind = Literal["line", "long", "choice", "choices", "yes-no", "number", "search", "group"]


Form = Literal[
    "",
    "date",
    "month",
    "year",
    "when",
    "email",
    "link",
    "phone",
    "symbol",
    "paragraph",
    "reference",
    "place",
    "contact",
    "pseudonym",
    "names",
    "fact",
    "source",
    "page",
    "groups",
    "name",
    "title",
]
"""The form that a typed line must have; empty: any. ``month`` also takes a day, or a year alone.
``when`` is a text that has a date in it, such as who agreed and when.

``reference``, ``place`` and ``contact`` are lines of several parts: symbol, paragraph and States; city,
country and year; a name with an e-mail address, a telephone number or a web page. ``fact`` is a sentence,
which may have its source behind it, ``source`` a line about one, ``page`` where something stands in it,
``name`` its author or publisher, ``title`` its title. ``groups`` are figures for women, men and others.
"""


class Choice(Value):
    """A choice: the value that is saved and the text that is shown."""

    value: str
    title: str
    note: str = ""
    """A few words beside the title, such as a limit or a length."""
    more: str = ""
    """The whole text, for users who want to read it before they choose."""
    text: str = ""
    """In a clause: the Markdown that is printed for this answer. It may have fields and notes."""
    key: str = ""
    """The letter that answers the question with this choice; empty: none."""
    also: str = ""
    """Other names, which are not shown: a search finds the choice by them."""
    hidden: tuple[str, ...] = ()
    """Words that are shown nowhere, the nearest to the choice first; a search finds it by them last."""
    group: str = ""
    """The heading in the list above this choice and the ones after it with the same group."""
    found_by: str = ""
    """Words by which a search finds the choice, in place of its title and other texts; empty: by those."""
    folded: bool = False
    """Whether only a search shows the choice: its section is closed."""
    alone: bool = False
    """In a question with several answers: whether it excludes all others, such as "nothing"."""
    words: int = 0
    """The words that the choice adds to the document; their sum is shown while choices are taken."""


Reader = Literal["body", "government", "public", "confidential"]
"""A reader of a document. ``confidential``: only the body, if it keeps its promise."""


class Agreement(Value):
    """The meaning of the answers to a document's question for the people whose cases the document tells.

    The consent recorded with the case counts as well; if the two disagree, the stricter one applies.
    """

    readers: dict[str, tuple[Reader, ...]] = {}
    """By answer: the readers of the document, in place of its ``consent``. Without an answer: all readers."""
    lets_tell: tuple[str, ...] = ()
    """The answers that allow cases to be told. With any other answer, or none, they are left out."""
    lets_name: tuple[str, ...] = ()
    """The answers that allow real names, in a document with ``real_names``."""
    name_readers: dict[str, tuple[Reader, ...]] = {}
    """By answer: the readers of the real names, in addition to those of the document."""
    unnamed: tuple[str, ...] = ()
    """The answers with which whatever is published does not say who submits it."""
    says_how: bool = False
    """Whether the answer says how and when consent was given, in writing or orally."""

    @property
    def values(self) -> frozenset[str]:
        """Every answer that this agreement names."""
        return frozenset({
            *self.readers, *self.lets_tell, *self.lets_name, *self.name_readers, *self.unnamed,
        })  # fmt: skip


def compatible(choices: Sequence[Choice], taken: Sequence[str]) -> list[str]:
    """Return *taken* without what the value that was taken last excludes."""
    alone = {choice.value for choice in choices if choice.alone}
    if not taken or taken[-1] in alone:
        return list(taken[-1:])
    return [value for value in taken if value not in alone]


class Ask(Value):
    """A question of a clause or a document, as data in its file."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    ask: str
    help: str = ""
    example: str = ""
    kind: QuestionKind = "line"
    form: Form = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    """Whether a missing answer is marked in a draft and stops a final build."""
    offers: str = ""
    """The name of a list (``mandates``) of which several titles can be chosen; they are saved as one line."""
    fields: tuple["Ask", ...] = ()
    """For a group, which can have several rows: the questions of each row."""
    when: dict[str, str] = {}
    """The question is asked only if these other answers of the document have these values, or have them among
    several."""
    agreement: Agreement | None = None
    """The meaning of the answer for the people in cases; ``None`` if the question is about something else."""
    person: bool = False
    """Whether the answer is a pseudonym, which the real name replaces if that is allowed."""
    treaty: str = ""
    """The treaty or competence (``treaties.yaml``) that a "yes", "signed" or "no" is about."""
    treaties: tuple[str, ...] = ()
    """The treaties of which the help lists those that do not bind the State."""
    meets: tuple[str, ...] = ()
    """The document's ``required`` values that the answer supplies: ``victim``, ``perpetrator`` …"""
    upcoming: bool = False
    """Whether the answer is about something still to come: a session, a hearing, an execution."""
    past: bool = False
    """Whether the answer is about something that has happened: a review, an event."""
    safety: bool = False
    """Whether the answer decides who is exposed, so that a final build needs one even if none is printed."""
    seldom: bool = False
    """Whether only the overview asks it: it is printed if it is answered, and nobody needs it."""
    public: bool = True
    """Whether the public version of the document prints the answer too."""
    per_person: str = ""
    """The group of people of whom each is asked, where it has several. Each answer is saved with the entry of
    the person, and the strictest of them as that of the document."""
    keeps_secret: bool = False
    """Whether the answer says what must stay confidential."""

    def applies(self, answers: Mapping[str, object]) -> bool:
        """Return whether the question is asked and printed with these other *answers* of the document."""
        given = ((answers.get(name), value) for name, value in self.when.items())
        return all(
            value in answer if isinstance(answer, list | tuple) else answer == value
            for answer, value in given
        )

    @model_validator(mode="after")
    def _agreement_matches_choices(self) -> "Ask":
        """Raise ValueError if the agreement names an answer that is no choice, or a choice has no readers."""
        choices = {choice.value for choice in self.choices} or {"yes", "no"}
        agreement = self.agreement or Agreement.model_construct()
        unknown = sorted(agreement.values - choices)
        if unknown:
            raise ValueError(f"'{unknown[0]}' is not a choice of '{self.name}'")
        without_readers = choices - set(agreement.readers)
        if agreement.readers and without_readers:
            raise ValueError(f"'{min(without_readers)}' of '{self.name}' has no readers")
        return self


class Question(Value):
    """A question as the interview asks it: the path of its answer, and everything that is shown with it."""

    path: tuple[str | int, ...]
    section: str
    text: str
    help: str = ""
    kind: QuestionKind = "line"
    form: Form = ""
    choices: tuple[Choice, ...] = ()
    default: object = None
    open_titles: bool = False
    """In a question with several answers: whether ``--set`` takes titles that are no choices. Semicolons, not
    commas, separate them."""
    past: bool = False
    """Whether the answer is about something that has happened."""
    upcoming: bool = False
    """Whether the answer is about something that is still to come."""
    required: bool = False
    """Whether an empty answer is refused. "I don't know yet" is still an answer."""
    allow_unknown: bool = False
    """Whether "I don't know yet" is an answer. It becomes a marked gap in the draft."""
    automatic: bool = True
    """Whether the interview asks it. Questions that few users need are asked only from the overview."""
