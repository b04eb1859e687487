"""The content of an answers file."""

from enum import Enum
from typing import Final, Literal

from pydantic import Field, field_validator

from drafter.model.answer_model import AnswerModel
from drafter.model.base import Value
from drafter.model.earlier import EarlierRecommendation, EarlierTable
from drafter.model.facts import Fact, Source
from drafter.model.marks import is_blank, is_unknown
from drafter.model.recommendations import RecommendationOrder, Term

FORMAT = 1
"""The version of the answers file's format."""


class Gone(Enum):
    """The type of ``GONE``."""

    GONE = "gone"


GONE: Final = Gone.GONE
"""The new value in a change that removes the old one."""


class Contact(AnswerModel):
    """The contact details of an organisation."""

    person: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    website: str | None = None


class Organisation(AnswerModel):
    """An organisation that submits, or was invited to."""

    name: str | None = None
    acronym: str | None = None
    role: Literal["lead", "co-submitter"] = "co-submitter"
    status: Literal["confirmed", "invited", "declined", "not-asked"] = "confirmed"
    """Only confirmed organisations are printed."""
    what: str | None = None
    """A sentence or two on its nature, members and work."""
    founded: str | int | None = None
    """The year in which it was founded."""
    city: str | None = None
    country: str | None = None
    ecosoc: Literal["none", "roster", "special", "general"] | None = None
    """Its consultative status with the Economic and Social Council."""
    contact: Contact = Contact.model_construct()


Identifying = Literal["nothing", "place", "work", "dates", "age", "health", "family", "event"]
"""A kind of detail that may identify a person although the name is changed."""


class Consent(AnswerModel):
    """The consent of a person, and how it was given. An open answer is not consent."""

    body: Literal["yes", "no", "not-asked"] | None = None
    """To telling the case to the body that receives the document."""
    government: Literal["yes", "no", "not-asked"] | None = None
    """To its reaching the Government."""
    public: Literal["yes", "no", "not-asked"] | None = None
    """To its publication."""
    confidential: Literal["yes", "no", "not-asked"] | None = None
    """To its use in a document marked confidential, which the Government may read all the same."""
    guardian: Literal["yes", "no", "not-asked"] | None = None
    """For a child, also in the story of an adult: the consent of a parent or guardian."""
    given: str | None = None
    """In writing or orally, when, to whom."""
    details: tuple[Identifying, ...] | None = None
    """The identifying details of which the person knows that they stay in; ``nothing``: not agreed."""


class Case(AnswerModel):
    """What happened to a person, told under a pseudonym. Only the private file has the real name."""

    pseudonym: str | None = None
    age_group: Literal["adult", "child", "unknown"] | None = None
    text: str | None = None
    identifying: tuple[Identifying, ...] | None = None
    """The identifying details that the text still has; ``None`` while nobody has checked."""
    consent: Consent = Consent.model_construct()


class RecommendationParts(AnswerModel):
    """The parts of an author's own recommendation."""

    verb: str | None = None
    what: str | None = None
    how: str | None = None
    by_when: str | None = None

    @property
    def sentence(self) -> str | None:
        """The parts as one sentence, ``None`` while the verb or the object is missing."""
        if not self.verb or not self.what:
            return None
        parts = (self.verb, self.what, self.how, self.by_when)
        words = " ".join(part.strip().rstrip(".") for part in parts if part and part.strip())
        return f"{words[0].upper()}{words[1:]}."


class ChosenClause(AnswerModel):
    """A chosen clause, with the answers, facts and wording that belong to it alone."""

    clause: str
    answers: dict[str, str | None] = {}
    """Answers for this clause alone; they override those of the theme."""
    facts: tuple[str, ...] = ()
    """Facts for this clause alone; the theme's other facts go to its first clauses with a facts field."""
    text: str | None = None
    """The author's wording in place of the library's, as Markdown. It may have notes."""
    term: Term | None = None
    """When a recommendation is to be carried out. It decides the group if they are grouped by time."""


class OwnText(AnswerModel):
    """A paragraph, question or recommendation that the author wrote."""

    kind: Literal["paragraph", "question", "recommendation"] = "paragraph"
    manner: Literal["parts", "free"] | None = None
    """How the author writes a recommendation: in parts, or freely."""
    parts: RecommendationParts = RecommendationParts.model_construct()
    text: str | None = None
    after: str | None = None
    """What it follows in the section: the id of a clause, the key of a case or a fact, or ``heading``.
    Without it, a paragraph follows the clauses, and a recommendation or question is the last one."""
    facts: tuple[str, ...] = ()
    addressee: str = "state"
    term: Term | None = None
    """When a recommendation is to be carried out. It decides the group if they are grouped by time."""

    @property
    def wording(self) -> str | None:
        """The text, or the sentence made of its parts; ``None`` if neither is written yet."""
        return self.text if self.text and self.text.strip() else self.parts.sentence


class ThemeSection(AnswerModel):
    """The section of a submission on one theme."""

    theme: str
    heading: str | None = None
    under: int | None = None
    """The number, from 1, of the question in a call for input that the section answers."""
    clauses: tuple[ChosenClause, ...] = ()
    answers: dict[str, str | None] = {}
    facts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    own: tuple[OwnText, ...] = ()

    @property
    def attached_facts(self) -> tuple[tuple[str, ...], ...]:
        """The facts attached to each clause and to each own text."""
        return (*(chosen.facts for chosen in self.clauses), *(own.facts for own in self.own))

    @property
    def all_facts(self) -> tuple[str, ...]:
        """The facts of the section and those attached to its clauses and own texts."""
        return (*self.facts, *(key for facts in self.attached_facts for key in facts))

    @field_validator("clauses", mode="before")
    @classmethod
    def _clauses_by_id(cls, data: object) -> object:
        """Return *data* with a mapping for each clause that is written as its id alone."""
        clauses = data if isinstance(data, list | tuple) else ()
        return [{"clause": clause} if isinstance(clause, str) else clause for clause in clauses] or data


class SignOff(AnswerModel):
    """Place and date of signature, and the person who signs."""

    place: str | None = None
    date: str | None = None
    name: str | None = None
    function: str | None = None


class AcceptedConflict(Value):
    """A conflict that the author accepts, with the reason."""

    conflict: str
    reason: str = Field(min_length=1)

    @field_validator("reason")
    @classmethod
    def _has_text(cls, reason: str) -> str:
        """Return *reason*. Raises ValueError if it is blank or a question mark."""
        if is_blank(reason) or is_unknown(reason):
            raise ValueError("this is empty")
        return reason


class Waiver(Value):
    """A remark that the author leaves as it is, with the reason."""

    code: str = Field(min_length=1)
    where: str | None = None
    """The path of the answer, such as ``themes.0.own.1``, or the place as the remark names it. Without it,
    the waiver covers every remark with the code."""
    reason: str = Field(min_length=1)


class Interview(AnswerModel):
    """The progress of the interview."""

    finished: tuple[str, ...] = ()
    """The lists that the user has finished, although more could be added."""
    unasked: tuple[str, ...] = ()
    """The questions that only the overview asks, by their dotted path: the file before left them open."""
    typed: dict[str, str | tuple[str, ...]] = {}
    """Half-typed texts, and choices taken but not yet answered with, by the dotted path of their question."""


class Answers(AnswerModel):
    """An answers file. ``null`` means "I don't know yet"; a missing key was not asked."""

    format: Literal[1]
    made_with: str = ""
    private_id: str = ""
    """The id that the private file of these answers has too; empty if there is none."""
    document: str | None = None
    language: Literal["en"] | None = None
    state: str | None = None
    title: str | None = None
    organisations: tuple[Organisation, ...] = ()
    stand_for: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    details: dict[str, object] = {}
    """Answers to the questions that only this document asks."""
    keywords: tuple[str, ...] = ()
    summary: str | None = None
    method: str | None = None
    themes: tuple[ThemeSection, ...] = ()
    recommendations: RecommendationOrder = RecommendationOrder.model_construct()
    facts: dict[str, Fact] = {}
    sources: dict[str, Source] = {}
    cases: dict[str, Case] = {}
    earlier: tuple[EarlierRecommendation, ...] = ()
    earlier_table: EarlierTable = EarlierTable.model_construct()
    closing: str | None = None
    sign_off: SignOff = SignOff.model_construct()
    confirmed_authorities: tuple[str, ...] = ()
    """``authority:locator`` keys that the author has looked up."""
    accept_conflicts: tuple[AcceptedConflict, ...] = ()
    waive: tuple[Waiver, ...] = ()
    clause_versions: dict[str, str] = {}
    """By id, the version of the text that each clause had when it was chosen."""
    interview: Interview = Interview.model_construct()
    inactive: dict[str, object] = {}
    """Answers that do not apply at the moment: kept in case they apply again, never printed."""

    @field_validator("keywords")
    @classmethod
    def _without_unknown(cls, keywords: tuple[str, ...]) -> tuple[str, ...]:
        """Return *keywords* without those that are only a question mark."""
        return tuple(keyword for keyword in keywords if not is_unknown(keyword))
