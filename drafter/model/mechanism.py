"""What a mechanism asks of a document: rules as data, each with its source, date and confidence."""

from typing import Literal

from pydantic import Field

from drafter.frozen import frozen
from drafter.model.base import Value
from drafter.model.kinds import ClauseKind
from drafter.model.question import Ask

Confidence = Literal["high", "medium", "low", "unknown"]
Stage = Literal["recommendations", "questions", "case"]

STAGE_KINDS: dict[Stage, tuple[ClauseKind, ...]] = {
    "recommendations": ("standard", "concern", "recommendation"),
    "questions": ("standard", "concern", "question"),
    "case": ("standard",),
}
"""A list of issues wants questions, a session wants recommendations, a case wants the law alone."""


class Rule(Value):
    """One rule: a value, who says so, when, and how sure it is."""

    value: str | int | bool | tuple[str, ...] | None = None
    """``None`` where the value is not known; that is shown as unknown, never as "none"."""
    source: str = ""
    """A key of the mechanism's ``sources``; empty for a value that nobody has confirmed."""
    date: str = ""
    confidence: Confidence = "unknown"
    note: str = ""


class Limit(Rule):
    """How long a document may be."""

    unit: Literal["words", "pages", "characters", "minutes"] = "words"
    applies: Literal["any", "single", "coalition", "per-answer"] = "any"
    status: tuple[str, ...] = ()
    """The consultative statuses of the lead with which it holds (``general`` …); empty: any."""
    asked: str = ""
    """The name of the document's question whose answer sets the limit, where a call sets it."""


class RuleSource(Value):
    """Where rules were read."""

    title: str
    address: str = ""
    date: str = ""
    seen: Literal["original", "reproduction", "not seen"] = "reproduction"


class Gate(Value):
    """A condition before writing: who may file, what must be there, what another document is better for."""

    code: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    of: str
    """Where the answer stands: ``details.NAME``, ``lead.ecosoc`` or ``organisations``."""
    passes: tuple[str, ...]
    """The answers with which the gate is open. One that is not known yet is told and does not close it."""
    confidence: Confidence = "high"
    """How sure the rule behind the gate is: high closes it, medium warns, low tells to check."""
    says: str
    """What is said where the gate is not open: what is wrong, and what to do."""
    instead: tuple[str, ...] = ()
    """Documents that are possible instead, as ``mechanism/document``."""


class Situation(Value):
    """A situation in which a document is the right one, for a person who does not know the mechanisms."""

    when: dict[str, tuple[str, ...]] = {}
    """For each question of ``templates/choose.yaml``, the answers that count for the document.

    The first answer is the main subject of the document and weighs more than the others.
    """
    needs: dict[str, tuple[str, ...]] = {}
    """For each question, the answers that the document needs. With any other answer it is not suggested."""
    reason: str
    """Why this document, in one sentence to the person."""
    prepare: str
    """What the person should have at hand."""


class Shared(Value):
    """Questions and gates that several documents have in common, in ``templates/common.yaml``."""

    asks: tuple[Ask, ...] = ()
    gates: tuple[Gate, ...] = ()


class DocumentRules(Value):
    """Everything the tool knows about one document of a mechanism."""

    title: str
    """As it stands in lists: ``UPR: joint submission of several organisations``."""
    name: str
    """What the document calls itself: ``Joint submission``."""
    about: str
    """Who files it, when, and what becomes of it; shown before it is chosen."""
    stage: Stage
    shape: str
    """The Jinja file of its shape, in the mechanism's folder or in ``templates/shapes``."""
    state_needed: bool = True
    treaty: str = ""
    """The treaty whose articles head the sections."""
    organisations: Literal["one", "several", "any"] = "any"
    limits: tuple[Limit, ...] = ()
    count_notes: Rule = Rule.model_construct()
    count_annexes: Rule = Rule.model_construct()
    languages: Rule = Rule.model_construct()
    format: Rule = Rule.model_construct()
    font: Rule = Rule.model_construct()
    size: Rule = Rule.model_construct()
    plain: Rule = Rule.model_construct()
    """True where bold, italics and underlining are not allowed."""
    numbering: Rule = Rule.model_construct()
    notes: Rule = Rule.model_construct()
    required: Rule = Rule.model_construct()
    forbidden: Rule = Rule.model_construct()
    eligibility: Rule = Rule.model_construct()
    publication: Rule = Rule.model_construct()
    route: Rule = Rule.model_construct()
    deadline: Rule = Rule.model_construct()
    structure: Rule = Rule.model_construct()
    remarks: tuple[Rule, ...] = ()
    """Further rules that have no key of their own."""
    consent: tuple[Literal["body", "government", "public"], ...] = ("body", "public")
    """What a person must have agreed to before a case of theirs may stand in the document.

    A question of the document may add to it or change it: see ``agreement`` of its ``asks``.
    """
    consent_form: Rule = Rule.model_construct()
    """How consent is given: ``in writing`` where the body wants that; not known otherwise."""
    real_names: bool = False
    """Whether a person's real name may stand in it, with consent that the Government learns it."""
    warning: str = ""
    """Said as soon as the document is chosen, before anything is written."""
    asks: tuple[Ask, ...] = ()
    """What the document needs beyond the common parts."""
    uses: tuple[str, ...] = ()
    """Names in ``templates/common.yaml`` whose questions and gates come before the document's own."""
    gates: tuple[Gate, ...] = ()
    doors: tuple[Situation, ...] = ()
    """The situations in which the document is suggested."""
    leaves_out: tuple[str, ...] = ()
    """Common parts that this document does not ask for, such as ``positions`` or ``themes``."""

    @property
    def left_out(self) -> frozenset[str]:
        """The common parts that are neither asked for nor printed; a case has no table of what was asked."""
        return frozenset(self.leaves_out) | ({"earlier"} if self.stage == "case" else frozenset())


class Mechanism(Value):
    """A body or procedure, with the documents that may be filed with it."""

    title: str
    families: tuple[str, ...] = ()
    about: str
    drug_policy: str = ""
    """How the mechanism has spoken on drug policy."""
    sources: dict[str, RuleSource] = {}
    documents: dict[str, DocumentRules] = {}
    no_submissions: str = ""
    """For something that takes no submissions: what it is, and how it is used instead."""


@frozen
class DocumentType:
    """A document that can be written: its id, the mechanism it goes to, and its rules."""

    id: str
    """``mechanism/document``, such as ``upr/joint``."""
    mechanism: Mechanism
    rules: DocumentRules

    @property
    def mechanism_id(self) -> str:
        """The id of the mechanism, which is the name of its folder."""
        return self.id.partition("/")[0]


RULE_NAMES: tuple[str, ...] = (
    "languages", "format", "font", "size", "plain", "numbering", "notes", "count_notes", "count_annexes",
    "required", "consent_form", "forbidden", "eligibility", "publication", "route", "deadline", "structure",
)  # fmt: skip
