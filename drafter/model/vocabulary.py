"""The vocabularies that clauses cite: themes, groups, positions, conflicts, sources, authorities, States."""

from typing import Annotated, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticKnownError

from drafter.language.pinpoint import Pinpoint, read_pinpoint
from drafter.model.base import Value
from drafter.model.question import Ask

Status = Literal["verified", "title-verified", "unverified"]


class Theme(Value):
    """A subject of clauses, and of a section of a submission."""

    title: str
    about: str = ""
    uhri: str = ""
    """The nearest theme of the Universal Human Rights Index; several are separated by semicolons."""
    words: tuple[str, ...] = ()
    """Words and phrases by which recommendations on it are found; ``drug depend*`` stands for any ending."""
    questions: tuple[Ask, ...] = ()
    """Questions that several clauses of the theme share; the interview asks each once for the section."""


class Group(Value):
    """A group of affected people, in their own words for themselves."""

    title: str


class Position(Value):
    """A position that submitters may support or refuse."""

    title: str
    """A sentence that a supporter of the position would sign."""
    refuses: tuple[str, ...] = ()
    """Positions that cannot be in one submission with this one."""
    note: str = ""
    """A note that is shown when it is chosen."""


class Addressee(Value):
    """The addressee of a recommendation."""

    title: str
    """The words after "To": ``member States``, ``the Commission on Narcotic Drugs``."""


class Conflict(Value):
    """Two statements that contradict each other unless the author explains both."""

    id: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """Two lists of source items, clauses or ``position:`` names. One from each list makes the conflict."""
    severity: Literal["block", "warn", "note"]
    why: str
    resolve: str
    """The sentence that says how to reconcile both sides, or that one must be removed."""
    resolved_by: tuple[str, ...] = ()
    """Clauses that reconcile both sides: with one of them in the submission there is no conflict."""


class Themes(Value):
    """The content of ``clauses/themes.yaml``."""

    drug_words: tuple[str, ...] = ()
    """Words and phrases of recommendations that have to do with drugs, whatever their theme."""
    themes: dict[str, Theme] = {}
    groups: dict[str, Group] = {}
    positions: dict[str, Position] = {}
    addressees: dict[str, Addressee] = {}
    conflicts: tuple[Conflict, ...] = ()


def _pinpoint(value: object) -> Pinpoint:
    """Return *value* as a pinpoint. Raises pydantic's error if it is not text."""
    if isinstance(value, str):
        return read_pinpoint(value)
    if isinstance(value, Pinpoint):
        return value
    raise PydanticKnownError("string_type")


class Locator(Value):
    """A part of an authority: a paragraph, an article, a guideline."""

    cite: Annotated[Pinpoint, PlainValidator(_pinpoint)]
    """The citation after the title, written ``para. 35`` or ``art. 12 (2) (c)`` in the library's files."""
    says: str = ""
    """Its content in one sentence, in our words."""
    status: Status = "unverified"
    read_at: str = ""
    """Where this part was read, if not where the rest of the authority was. Never printed."""


class Authority(Value):
    """A text that notes may cite: a treaty, general comment, decision, resolution, report, set of rules."""

    title: str
    """The official title, printed in the first note that cites it."""
    short: str
    """The short title, printed in later notes and beside a paragraph number."""
    kind: Literal[
        "treaty", "interpretation", "decision", "resolution", "report", "standard", "statement", "literature"
    ]
    treaty: str = ""
    """The treaty that it interprets or applies; empty for a treaty itself and for texts that rest on none."""
    body: str = ""
    symbol: str = ""
    year: str = ""
    says: str = ""
    status: Status = "unverified"
    read_at: str = ""
    """Where the text was read: ``OHCHR page of the Covenant``, ``refworld.org``. Never printed."""
    adoption: str = ""
    """How a resolution was adopted: ``without a vote``; empty for other texts. Never printed."""
    caution: str = ""
    """What authors must know before they rely on it. Never printed."""
    locators: dict[str, Locator] = {}


class LongName(Value):
    """The name of a treaty, a body or a set of rules, which is shortened after its first mention."""

    names: tuple[str, ...] = Field(min_length=1)
    """The full name as clauses write it after its article, then other forms of it."""
    later: tuple[str, ...] = ()
    """Shorter names, the shortest first, for every mention but the first. Without one, it stays whole."""
    treaties: tuple[str, ...] = ()
    """In documents to a body of these treaties, the shortest name always means this one."""


class SourceItem(Value):
    """A recommendation, finding, violation or process from a source, in our words."""

    kind: Literal["recommendation", "finding", "violation", "process"]
    says: str
    locator: str = ""
    carried_by: str = ""
    """For a process: the mechanism in drafter that covers it."""
    not_carried: str = ""
    """The reason if deliberately no clause uses the item."""


class SourceDocument(Value):
    """A text on which clauses are based."""

    title: str
    author: str
    date: str
    what: str
    """The kind of text."""
    is_not: str
    """What it must not be mistaken for."""
    items: dict[str, SourceItem] = Field(min_length=1)


class State(Value):
    """A State under its United Nations names."""

    code: str
    """ISO 3166 alpha-3, the key in an answers file."""
    name: str
    """The short name in lists: ``Philippines``."""
    in_text: str
    """The short name within a sentence: ``the Philippines``."""
    formal: str
    """The formal name with its article: ``the Republic of the Philippines``."""
    names: dict[str, tuple[str, str]] = {}
    """By language: the short name within a sentence and the formal name."""
    other_names: tuple[str, ...] = ()
    """Former names and names in everyday use, by which the State is recognised. Never printed."""
    search_names: tuple[str, ...] = ()
    """Its names in other languages, older ones and other spellings, by which only the search finds it."""
    status: Literal["member", "observer", "fictional"] = "member"

    @property
    def names_elsewhere(self) -> tuple[str, ...]:
        """Its names in other languages, older ones and other spellings."""
        return (*self.search_names, *(name for names in self.names.values() for name in names))
