"""The vocabularies that clauses cite: themes, groups, positions, conflicts, sources, authorities, States."""

from typing import Annotated, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticKnownError

from drafter.language.pinpoint import Pinpoint, read_pinpoint
from drafter.model.base import Value
from drafter.model.question import Ask

Status = Literal["verified", "title-verified", "unverified"]


class Theme(Value):
    """A subject under which clauses are found and a section of a submission is written."""

    title: str
    about: str = ""
    uhri: str = ""
    """The nearest theme of the Universal Human Rights Index."""
    questions: tuple[Ask, ...] = ()
    """Questions that several clauses of the theme share; each is asked once for the section."""


class Group(Value):
    """People affected, in the words that they use of themselves."""

    title: str


class Position(Value):
    """What submitters may stand for or refuse."""

    title: str
    """A sentence that a person who holds the position would sign."""
    refuses: tuple[str, ...] = ()
    """Positions that cannot stand in one submission with this one."""
    note: str = ""
    """Said when it is chosen."""


class Addressee(Value):
    """Whom a recommendation asks."""

    title: str
    """As it stands after "To": ``member States``, ``the Commission on Narcotic Drugs``."""


class Conflict(Value):
    """Two things that do not go together unless the author says how."""

    id: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """Two lists of source items, clauses or ``position:`` names; one of each together is the conflict."""
    severity: Literal["block", "warn", "note"]
    why: str
    resolve: str
    """The sentence that says how the two can stand together, or that one has to go."""
    resolved_by: tuple[str, ...] = ()
    """Clauses that say just that: with one of them in the submission there is no conflict any more."""


class Themes(Value):
    """What ``clauses/themes.yaml`` holds."""

    themes: dict[str, Theme] = {}
    groups: dict[str, Group] = {}
    positions: dict[str, Position] = {}
    addressees: dict[str, Addressee] = {}
    conflicts: tuple[Conflict, ...] = ()


def _pinpoint(value: object) -> Pinpoint:
    """Return the place that a text cites. Raises pydantic's error for what is no text."""
    if isinstance(value, str):
        return read_pinpoint(value)
    if isinstance(value, Pinpoint):
        return value
    raise PydanticKnownError("string_type")


class Locator(Value):
    """One place in an authority: a paragraph, an article, a guideline."""

    cite: Annotated[Pinpoint, PlainValidator(_pinpoint)]
    """What stands after the title, written ``para. 35`` or ``art. 12 (2) (c)`` in the library's files."""
    says: str = ""
    """What it says, in one sentence of ours."""
    status: Status = "unverified"


class Authority(Value):
    """What may be cited: a treaty, general comment, resolution, report, set of rules."""

    title: str
    """The official title, as printed in the first note that cites it."""
    short: str
    """As printed in later notes, and beside a paragraph number."""
    kind: Literal["treaty", "interpretation", "resolution", "report", "standard", "statement", "literature"]
    body: str = ""
    symbol: str = ""
    year: str = ""
    says: str = ""
    status: Status = "unverified"
    caution: str = ""
    """What an author must know before relying on it. Never printed."""
    locators: dict[str, Locator] = {}


class SourceItem(Value):
    """One recommendation, finding, violation or process of a source, in our words."""

    kind: Literal["recommendation", "finding", "violation", "process"]
    says: str
    locator: str = ""
    carried_by: str = ""
    """For a process: the mechanism that carries it."""
    not_carried: str = ""
    """Why no clause carries the item, where none does on purpose."""


class SourceDocument(Value):
    """A text that clauses were drawn from."""

    title: str
    author: str
    date: str
    what: str
    """What kind of text it is."""
    is_not: str
    """What it must not be taken for."""
    items: dict[str, SourceItem] = Field(min_length=1)


class State(Value):
    """A State under its United Nations names."""

    code: str
    """ISO 3166 alpha-3, the key in an answers file."""
    name: str
    """Short name as listed: ``Philippines``."""
    in_text: str
    """Short name as it stands in a sentence: ``the Philippines``."""
    formal: str
    """Formal name with its article: ``the Republic of the Philippines``."""
    names: dict[str, tuple[str, str]] = {}
    """The name in a sentence and the formal name in other languages."""
    status: Literal["member", "observer", "fictional"] = "member"
