"""Gates: conditions that a document sets before anybody writes it, such as who may submit it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from drafter.frozen import frozen
from drafter.model.answers import Answers, Organisation
from drafter.model.mechanism import Gate
from drafter.model.remark import Remark, RemarkType
from drafter.review.binding import ANSWERS, membership_sentence
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission
from drafter.review.treaty_status import TreatyStatus
from drafter.yaml_text.key_path import KeyPath

GateState = Literal["open", "closed", "unknown"]

GATE = RemarkType(
    "gate-*",
    "form",
    "error",
    "A document is written only where its conditions are met: who may file it, what must exist first.",
    "The rules of the body; drafter mechanisms show names the source of each condition.",
    bad="""
    document: hrc/written-statement
    organisations: [{name: House of Examples, role: lead, what: A network, ecosoc: none}]
    """,
    good="""
    document: hrc/written-statement
    organisations: [{name: House of Examples, role: lead, what: A network, ecosoc: special}]
    """,
    other_levels="a warning or a note if the rule is not certain; a note without an answer",
)
TYPES = (GATE,)


@frozen
class GateResult:
    """A gate, and whether the answers open it."""

    gate: Gate
    state: GateState
    """``unknown`` if the question of the gate is not answered yet."""


def gate_results(gates: Sequence[Gate], answers: Answers) -> Iterator[GateResult]:
    """Yield each of *gates* with its state."""
    for gate in gates:
        answer = _answer(gate.of, answers)
        if answer is None or answer == "":
            yield GateResult(gate, "unknown")
        else:
            yield GateResult(gate, "open" if answer in gate.passes else "closed")


def certainly_closed(gates: Sequence[Gate], answers: Answers) -> tuple[Gate, ...]:
    """Return the gates that *answers* close and whose rule has high confidence."""
    return tuple(
        result.gate
        for result in gate_results(gates, answers)
        if result.state == "closed" and result.gate.confidence == "high"
    )


def check_gates(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each gate that is not open; an unanswered gate is a note."""
    rules = submission.rules
    questions = {ask.name: ask.ask for ask in rules.asks}
    safety = {f"details.{ask.name}" for ask in rules.asks if ask.safety}  # they have an error of their own
    for result in gate_results(rules.gates, submission.answers):
        if result.state == "open" or (result.state == "unknown" and result.gate.of in safety):
            continue
        status = _status_of(result.gate, submission) if result.state == "unknown" else None
        if status is not None and status.is_sure:
            yield from _by_table(result.gate, status, submission)
            continue
        gate, is_closed = result.gate, result.state == "closed"
        where, _, name = gate.of.partition(".")
        question = f"“{questions[name]}”" if name in questions else "about this document"
        places = {"lead": "the lead organisation", "details": question}
        yield GATE.remark(
            places.get(where, f"the {where}"),
            f"{'' if is_closed else 'Not answered yet: '}{gate.says}",
            f"Instead: {', '.join(gate.instead)}." if gate.instead else "",
            code=f"gate-{gate.code}",
            level=LEVEL_BY_CONFIDENCE[gate.confidence] if is_closed else "note",
            path=_path(gate.of, submission.answers),
        )


def _status_of(gate: Gate, submission: Submission) -> TreatyStatus | None:
    """Return what the table of treaty parties has on the treaty that the question of *gate* is about."""
    asks = (ask for ask in submission.rules.asks if f"details.{ask.name}" == gate.of)
    return submission.treaties.get(next((ask.treaty for ask in asks), ""))


def _by_table(gate: Gate, status: TreatyStatus, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if the table of treaty parties closes *gate*, whose question has no answer yet."""
    state = submission.state
    if state is None or any(answer in gate.passes for answer in ANSWERS[status.membership.status]):
        return
    known = membership_sentence(status, state.in_text, submission.language)
    instead = f" Instead: {', '.join(gate.instead)}." if gate.instead else ""
    yield GATE.remark(
        "the State",
        f"The table of treaty parties: {known} {gate.says}",
        f"If the State has joined since, answer the question with yes.{instead}",
        code=f"gate-{gate.code}",
        level="warning",
        path=_path(gate.of, submission.answers),
    )


def _answer(path: str, answers: Answers) -> str | None:
    """Return the answer at ``details.NAME``, ``lead.NAME`` or a field; a boolean as yes or no."""
    where, _, name = path.partition(".")
    answer: object
    if where == "lead":
        answer = getattr(_lead(answers), name, None)
    elif where == "details":
        answer = answers.details.get(name)
    else:
        answer = getattr(answers, where, None)
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return None if answer is None else str(answer)


def _path(of: str, answers: Answers) -> KeyPath:
    """Return the path of the answer that a gate reads."""
    where, _, name = of.partition(".")
    if where != "lead":
        return tuple(of.split("."))
    lead = _lead(answers)
    return ("organisations", answers.organisations.index(lead), name) if lead else ("organisations",)


def _lead(answers: Answers) -> Organisation | None:
    """Return the lead organisation, the first one if none is marked as lead, ``None`` where there is none."""
    organisations = answers.organisations
    leads = [organisation for organisation in organisations if organisation.role == "lead"]
    return next(iter((*leads, *organisations)), None)
