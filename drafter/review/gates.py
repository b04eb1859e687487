"""Gates: conditions that a document sets before anybody writes it, such as who may submit it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from drafter.frozen import frozen
from drafter.model.mechanism import Gate
from drafter.model.remark import Remark
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

GateState = Literal["open", "closed", "unknown"]


@frozen
class GateResult:
    """A gate, and whether the answers open it."""

    gate: Gate
    state: GateState
    """``unknown`` if the question of the gate is not answered yet."""


def gate_results(gates: Sequence[Gate], data: Mapping[str, object]) -> Iterator[GateResult]:
    """Yield each of *gates* with its state, from *data*, the values of an answers file."""
    for gate in gates:
        answer = _answer(gate.of, data)
        if answer is None or answer == "":
            yield GateResult(gate, "unknown")
        else:
            yield GateResult(gate, "open" if answer in gate.passes else "closed")


def certainly_closed(gates: Sequence[Gate], data: Mapping[str, object]) -> tuple[Gate, ...]:
    """Return the gates that *data* closes and whose rule has high confidence."""
    return tuple(
        result.gate
        for result in gate_results(gates, data)
        if result.state == "closed" and result.gate.confidence == "high"
    )


def check_gates(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each gate that is not open; an unanswered gate is a note."""
    rules = submission.rules
    questions = {ask.name: ask.ask for ask in rules.asks}
    for result in gate_results(rules.gates, submission.answers.model_dump()):
        if result.state == "open":
            continue
        gate, is_closed = result.gate, result.state == "closed"
        where, _, name = gate.of.partition(".")
        question = f"“{questions[name]}”" if name in questions else "about this document"
        places = {"lead": "the lead organisation", "details": question}
        yield Remark(
            f"gate-{gate.code}",
            LEVEL_BY_CONFIDENCE[gate.confidence] if is_closed else "note",
            places.get(where, f"the {where}"),
            f"{'' if is_closed else 'Not answered yet: '}{gate.says}",
            f"Instead: {', '.join(gate.instead)}." if gate.instead else "",
        )


def _answer(path: str, data: Mapping[str, object]) -> str | None:
    """Return the answer at ``details.NAME``, ``lead.NAME`` or a key of *data*; booleans as yes and no."""
    where, _, name = path.partition(".")
    answer: object
    if where == "lead":
        answer = _lead(data.get("organisations")).get(name)
    elif where == "details":
        details = data.get("details")
        answer = details.get(name) if isinstance(details, Mapping) else None
    else:
        answer = data.get(where)
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return None if answer is None else str(answer)


def _lead(organisations: object) -> Mapping[str, object]:
    """Return the lead organisation, the first one if none is marked as lead, or an empty mapping."""
    entries = organisations if isinstance(organisations, list | tuple) else ()
    mappings = [entry for entry in entries if isinstance(entry, Mapping)]
    first = mappings[0] if mappings else {}
    return next((entry for entry in mappings if entry.get("role") == "lead"), first)
