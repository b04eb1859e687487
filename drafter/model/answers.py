"""What was answered: the content of an answers file."""

from enum import Enum
from typing import Any, Final, Literal

from pydantic import Field, field_validator, model_validator

from drafter.model.base import Value
from drafter.model.marks import is_blank, is_unknown, opened

FORMAT = 1
"""The version of the answers file's format."""


class Gone(Enum):
    """Stands in a change for what is taken away."""

    GONE = "gone"


GONE: Final = Gone.GONE
"""In a change: what stood at the place is taken away."""


_BY_NAME = ("answers", "details")
"""The keys under which answers stand by the names of their questions."""


class AnswerModel(Value):
    """A value that a person may leave open: null, or nothing after the colon, is no fault anywhere.

    Where nothing can be open, in a list or a choice with a default, it is as if the key were not there.
    A question mark alone means the same as null wherever an answer may be open: it is never printed.
    """

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_absent(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        fields = cls.model_fields.items()
        filled = {name for name, field in fields if not field.is_required() and field.default is not None}
        known = {
            key: opened(value) if key in _BY_NAME or (isinstance(value, str) and key not in filled) else value
            for key, value in given.items()
        }
        return {key: value for key, value in known.items() if value is not None or key not in filled}


class Contact(AnswerModel):
    """How an organisation is reached."""

    person: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    website: str | None = None


class Organisation(AnswerModel):
    """An organisation that submits, or was asked to."""

    name: str | None = None
    acronym: str | None = None
    role: Literal["lead", "co-submitter"] = "co-submitter"
    status: Literal["confirmed", "invited", "declined"] = "confirmed"
    """Only confirmed organisations are printed."""
    what: str | None = None
    """What it is and does, in a sentence or two: nature, members, work."""
    founded: str | int | None = None
    city: str | None = None
    country: str | None = None
    ecosoc: Literal["none", "roster", "special", "general"] | None = None
    contact: Contact = Contact.model_construct()


class Source(AnswerModel):
    """A publication, a record or the organisation's own documentation on which facts rest."""

    author: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | int | None = None
    address: str | None = None
    seen: str | None = None
    """The date on which the address was opened."""
    example: bool = False
    """True for an invented source in an example; the note says so."""


class Fact(AnswerModel):
    """Something that is known, as one or more sentences, and how it is known."""

    text: str | None = None
    figure: str | int | float | None = None
    unit: str | None = None
    period: str | int | None = None
    place: str | None = None
    disaggregation: str | None = None
    """What it says about sex, age and other groups, or that it says nothing."""
    source: str | None = None
    """The key of a source."""
    locator: str | None = None
    """The page or paragraph, as printed: ``p. 12``, ``para. 34``."""
    checked: bool = False
    """Whether somebody has looked the fact up in its source."""
    use: Literal["recent", "background"] | None = None
    """Background is older than the period under review."""


class Consent(AnswerModel):
    """What a person agreed to, and how it is known. What is not answered is not agreed to."""

    body: Literal["yes", "no", "not-asked"] | None = None
    """That the case is told to the body that the document is for."""
    government: Literal["yes", "no", "not-asked"] | None = None
    """That it reaches the Government."""
    public: Literal["yes", "no", "not-asked"] | None = None
    """That it is published."""
    confidential: Literal["yes", "no", "not-asked"] | None = None
    """That it stands in a document marked confidential, although the Government may come to read that."""
    guardian: Literal["yes", "no", "not-asked"] | None = None
    """For a child, also in the story of an adult: that a parent or guardian agrees as well."""
    given: str | None = None
    """In writing or by word, when, to whom."""


Identifying = Literal["nothing", "place", "work", "dates", "age", "health", "family", "event"]
"""What may tell who a person is although the name is changed."""


class Case(AnswerModel):
    """What happened to one person, under a pseudonym. The real name stands in the private file alone."""

    pseudonym: str | None = None
    age_group: Literal["adult", "child", "unknown"] | None = None
    text: str | None = None
    identifying: tuple[Identifying, ...] | None = None
    """What is left in the text by which somebody could find the person; ``None`` while nobody has looked."""
    consent: Consent = Consent.model_construct()


class EarlierRecommendation(AnswerModel):
    """A recommendation that a body made to the State before."""

    text: str | None = None
    body: str | None = None
    document: str | None = None
    paragraph: str | int | None = None
    state: str | None = None
    """In the Universal Periodic Review: the State that made it."""
    position: Literal["supported", "noted", "none"] | None = None
    status: Literal["done", "begun", "not-done", "unknown"] | None = None
    evidence: str | None = None


class RecommendationParts(AnswerModel):
    """A recommendation taken apart: verb, what, how, by when; the one it asks is the addressee."""

    verb: str | None = None
    what: str | None = None
    how: str | None = None
    by_when: str | None = None

    @property
    def sentence(self) -> str | None:
        """The parts as one sentence, or ``None`` while verb or object is not known."""
        if not self.verb or not self.what:
            return None
        parts = (self.verb, self.what, self.how, self.by_when)
        words = " ".join(part.strip().rstrip(".") for part in parts if part and part.strip())
        return f"{words[0].upper()}{words[1:]}."


class ChosenClause(AnswerModel):
    """A clause that was taken, with what is its own in this submission."""

    clause: str
    answers: dict[str, str | None] = {}
    """Answers for this clause alone, before those of the theme."""
    facts: tuple[str, ...] = ()
    """Facts for this clause alone; the theme's other facts go to its first clause with room for them."""
    text: str | None = None
    """Own wording in place of the library's, as Markdown. Notes may be used in it."""


class OwnText(AnswerModel):
    """A paragraph of the author's own."""

    kind: Literal["paragraph", "question", "recommendation"] = "paragraph"
    manner: Literal["parts", "free"] | None = None
    """How a recommendation is written: from its parts, or freely."""
    parts: RecommendationParts = RecommendationParts.model_construct()
    text: str | None = None
    facts: tuple[str, ...] = ()
    addressee: str = "state"


class ThemeSection(AnswerModel):
    """What is said under one theme."""

    theme: str
    heading: str | None = None
    under: int | None = None
    """The number of the call's question that the section answers, counted from 1."""
    clauses: tuple[ChosenClause, ...] = ()
    answers: dict[str, str | None] = {}
    facts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    own: tuple[OwnText, ...] = ()

    @property
    def own_facts(self) -> tuple[tuple[str, ...], ...]:
        """The facts of each clause and own paragraph that has facts for itself."""
        return (*(one.facts for one in self.clauses), *(one.facts for one in self.own))

    @property
    def all_facts(self) -> tuple[str, ...]:
        """Every fact that is used in the section."""
        return (*self.facts, *(key for facts in self.own_facts for key in facts))

    @field_validator("clauses", mode="before")
    @classmethod
    def _short_form(cls, given: Any) -> Any:
        """A clause with nothing of its own may be written as its id alone."""
        if isinstance(given, list | tuple):
            return [{"clause": item} if isinstance(item, str) else item for item in given]
        return given


class SignOff(AnswerModel):
    """Place, date and the person who signs."""

    place: str | None = None
    date: str | None = None
    name: str | None = None
    function: str | None = None


class AcceptedConflict(Value):
    """A conflict that the author has seen and keeps, with the reason."""

    conflict: str
    reason: str = Field(min_length=1)

    @field_validator("reason")
    @classmethod
    def _said(cls, given: str) -> str:
        """Refuse a reason of nothing but blanks."""
        if is_blank(given) or is_unknown(given):
            raise ValueError("this is empty")
        return given


class Interview(AnswerModel):
    """How far the interview has come: what was finished although more could be added."""

    finished: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    """The questions that only the overview asks, by their dotted path: the file before left them open."""
    typed: dict[str, str] = {}
    """Half-typed answers, by the dotted path of their question."""


class Answers(AnswerModel):
    """An answers file. ``null`` means "I don't know yet"; a key that is absent was not asked."""

    format: Literal[1]
    made_with: str = ""
    private_id: str = ""
    """Ties the answers to their private file, which has the same id; empty where there is none."""
    document: str | None = None
    language: Literal["en"] | None = None
    state: str | None = None
    title: str | None = None
    organisations: tuple[Organisation, ...] = ()
    stand_for: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    details: dict[str, Any] = {}
    """What this document asks beyond the common parts."""
    keywords: tuple[str, ...] = ()
    summary: str | None = None
    method: str | None = None
    themes: tuple[ThemeSection, ...] = ()
    facts: dict[str, Fact] = {}
    sources: dict[str, Source] = {}
    cases: dict[str, Case] = {}
    earlier: tuple[EarlierRecommendation, ...] = ()
    closing: str | None = None
    sign_off: SignOff = SignOff.model_construct()
    confirmed_authorities: tuple[str, ...] = ()
    """``authority:locator`` pairs that the author has looked up."""
    accept_conflicts: tuple[AcceptedConflict, ...] = ()
    interview: Interview = Interview.model_construct()
    inactive: dict[str, Any] = {}
    """Answers that no longer apply: kept in case they do again, and never printed."""

    @field_validator("keywords")
    @classmethod
    def _known(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out a keyword that is only a question mark."""
        return tuple(word for word in given if not is_unknown(word))
