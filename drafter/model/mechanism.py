"""The rules of a mechanism for its documents, as data: each with its source, date and confidence."""

from typing import Literal

from pydantic import Field

from drafter.frozen import frozen
from drafter.model.base import Value
from drafter.model.earlier import NamedBody
from drafter.model.kinds import ClauseKind
from drafter.model.question import Ask

Confidence = Literal["high", "medium", "low", "unknown"]
Stage = Literal["recommendations", "questions", "case"]

STAGE_KINDS: dict[Stage, tuple[ClauseKind, ...]] = {
    "recommendations": ("standard", "concern", "conclusion", "recommendation"),
    "questions": ("standard", "concern", "conclusion", "question"),
    "case": ("standard", "conclusion"),
}
"""The kinds of clauses by stage: a list of issues takes questions, a session takes recommendations, a case
takes only the law."""


class Rule(Value):
    """A rule: a value, with its source, date and confidence."""

    value: str | int | bool | tuple[str, ...] | None = None
    """``None`` if the value is not known; it is shown as unknown, never as "none"."""
    source: str = ""
    """A key of the mechanism's ``sources``; empty for an unconfirmed value."""
    date: str = ""
    confidence: Confidence = "unknown"
    note: str = ""


class Limit(Rule):
    """The maximum length of a document."""

    unit: Literal["words", "pages", "characters", "minutes"] = "words"
    applies: Literal["any", "single", "coalition", "per-answer"] = "any"
    status: tuple[str, ...] = ()
    """The consultative statuses of the lead to which it applies (``general`` …); empty: any."""
    asked: str = ""
    """The name of the question whose answer is the limit, for a limit that a call for input sets."""
    usual: bool = False
    """Whether it is the length that readers expect, and no limit that a body sets."""


class AvoidedTerm(Rule):
    """A term that a body does not use: ``value`` is the term, ``instead`` what it says."""

    instead: str = Field(min_length=1)


class RuleSource(Value):
    """A text in which rules were read."""

    title: str
    address: str = ""
    date: str = ""
    seen: Literal["original", "reproduction", "not seen"] = "reproduction"


class Gate(Value):
    """A condition for a document: who may file it, what must exist first, when another document is better."""

    code: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    of: str
    """The answer that decides: ``details.NAME``, ``lead.ecosoc`` or ``organisations``."""
    passes: tuple[str, ...]
    """The answers that open the gate. An answer that is not known yet is reported and does not close it."""
    confidence: Confidence = "high"
    """The confidence of the rule behind the gate: high closes it, medium warns, low asks to check."""
    says: str
    """The message if the gate is not open: what is wrong, and what to do."""
    instead: tuple[str, ...] = ()
    """Alternative documents, as ``mechanism/document``."""


class Situation(Value):
    """A situation in which a document is the right one, for users who do not know the mechanisms."""

    when: dict[str, tuple[str, ...]] = {}
    """The answers in ``templates/choose.yaml`` that speak for this document; each one counts.

    Their order matters: the first value is the main subject and weighs more than the others.
    """
    needs: dict[str, tuple[str, ...]] = {}
    """Answers that are required: without them the document is not offered."""
    reason: str
    """The reason for this document, in one sentence to the user."""
    prepare: str
    """What the user should have at hand."""


class Due(Value):
    """How a deadline is computed from the date in an answer."""

    of: str
    """The name of the question whose answer has the date: the session, the last decision."""
    days_before: int = 0
    """The document is due so many days before the date; 0 if it is due after it."""
    months_after: int = 0
    """The document is due so many months after the date; 0 if it is due before it."""


class EarlierRules(Value):
    """How a document uses the earlier recommendations."""

    own: bool = False
    """Whether it uses only the recommendations of the body that it is for."""
    body: NamedBody | None = None
    """This body if *own*, else ``None``. The library sets it."""
    in_full: bool = False
    """Whether it prints each in full: what the State has done, what has changed, what is still needed."""
    annex: bool = True
    """Whether the table may go into an annex."""
    by_theme: bool = False
    """Whether its rows are grouped by theme, unless the author wants it otherwise."""
    ask: str = "Is there an earlier recommendation on your subject?"
    help: str = "From States in the last review, from a committee or an expert. It becomes a row of a table."


class Shared(Value):
    """Questions and gates that several documents share, in ``templates/common.yaml``."""

    asks: tuple[Ask, ...] = ()
    gates: tuple[Gate, ...] = ()
    earlier: EarlierRules | None = None


class DocumentRules(Value):
    """The rules of one document of a mechanism."""

    title: str
    """The title in lists: ``UPR: joint submission of several organisations``."""
    also: tuple[str, ...] = ()
    """Other names of the document, by which people look for it."""
    name: str
    """The title in the document itself: ``Joint submission``."""
    about: str
    """Who files it, when, and what happens to it; shown before the choice."""
    stage: Stage
    shape: str
    """The file of its shape, in the mechanism's folder or in ``templates/shapes``."""
    state_needed: bool = True
    treaty: str = ""
    """The treaty whose articles are in the headings of sections; empty: none."""
    organisations: Literal["one", "several", "any"] = "any"
    limits: tuple[Limit, ...] = ()
    count_notes: Rule = Rule.model_construct()
    count_annexes: Rule = Rule.model_construct()
    languages: Rule = Rule.model_construct()
    format: Rule = Rule.model_construct()
    font: Rule = Rule.model_construct()
    size: Rule = Rule.model_construct()
    plain: Rule = Rule.model_construct()
    """True if bold, italics and underlining are not allowed."""
    numbering: Rule = Rule.model_construct()
    notes: Rule = Rule.model_construct()
    required: Rule = Rule.model_construct()
    forbidden: Rule = Rule.model_construct()
    eligibility: Rule = Rule.model_construct()
    publication: Rule = Rule.model_construct()
    route: Rule = Rule.model_construct()
    deadline: Rule = Rule.model_construct()
    due: Due | None = None
    """How the deadline is computed; ``None`` if only the body knows the date."""
    structure: Rule = Rule.model_construct()
    avoid: tuple[AvoidedTerm, ...] = ()
    """Terms that the body does not use, each with what it says instead."""
    remarks: tuple[Rule, ...] = ()
    """Further rules that have no key of their own."""
    consent: tuple[Literal["body", "government", "public"], ...] = ("body", "public")
    """The consent that a person must have given before the document may tell their case.

    A question of the document may add to it or change it: see ``agreement`` of its ``asks``.
    """
    consent_form: Rule = Rule.model_construct()
    """The form of consent: ``in writing`` if the body requires it; otherwise not known."""
    real_names: bool = False
    """Whether the document may have real names, with consent that the Government learns them."""
    warning: str = ""
    """A warning that is shown when the document is chosen, before the user writes anything."""
    asks: tuple[Ask, ...] = ()
    """The questions that only this document asks."""
    earlier: EarlierRules = EarlierRules.model_construct()
    """How it uses the earlier recommendations, unless it leaves them out."""
    uses: tuple[str, ...] = ()
    """Names from ``templates/common.yaml``; their questions and gates come before the document's own."""
    gates: tuple[Gate, ...] = ()
    doors: tuple[Situation, ...] = ()
    """The situations in which the document is suggested."""
    leaves_out: tuple[str, ...] = ()
    """Common parts that this document does not have, such as ``positions`` or ``themes``."""

    @property
    def numbers_paragraphs(self) -> bool:
        """Whether the paragraphs of the text are numbered."""
        return isinstance(self.numbering.value, tuple) and "paragraphs" in self.numbering.value

    @property
    def left_out(self) -> frozenset[str]:
        """The common parts that are neither asked for nor printed. A case has no earlier recommendations."""
        return frozenset(self.leaves_out) | ({"earlier"} if self.stage == "case" else frozenset())


class Mechanism(Value):
    """A body or procedure, with the documents that can be filed with it."""

    title: str
    also: tuple[str, ...] = ()
    """Other names of the body, by which people look for its documents."""
    families: tuple[str, ...] = ()
    by_states: bool = False
    """Whether States make its recommendations, and the State concerned takes a position on each."""
    example_symbol: str = ""
    """The symbol of a document with its recommendations, as an example for a fictional State."""
    about: str
    drug_policy: str = ""
    """What the mechanism has said on drug policy."""
    sources: dict[str, RuleSource] = {}
    documents: dict[str, DocumentRules] = {}
    no_submissions: str = ""
    """For a mechanism that takes no submissions: what it is, and how to use it instead."""


@frozen
class DocumentType:
    """A kind of document: its id, its mechanism and its rules."""

    id: str
    """``mechanism/document``, such as ``upr/joint``."""
    mechanism: Mechanism
    rules: DocumentRules

    @property
    def other_names(self) -> str:
        """The other names of the document and of its mechanism, for a search."""
        return ", ".join((self.mechanism.title, *self.mechanism.also, *self.rules.also))

    @property
    def mechanism_id(self) -> str:
        """The id of the mechanism, which is also the name of its folder."""
        return self.id.partition("/")[0]


RULE_NAMES: tuple[str, ...] = (
    "languages", "format", "font", "size", "plain", "numbering", "notes", "count_notes", "count_annexes",
    "required", "consent_form", "forbidden", "eligibility", "publication", "route", "deadline", "structure",
)  # fmt: skip
"""The fields of ``DocumentRules`` that are a single rule, in the order in which they are listed."""
