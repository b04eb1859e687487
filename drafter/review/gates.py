"""Gates before writing: who may file a document, what has to be there, which door is better."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from drafter.frozen import frozen
from drafter.model.mechanism import Gate
from drafter.model.remark import Remark
from drafter.review.severity import GRAVITY
from drafter.review.submission import Submission

State = Literal["open", "closed", "unknown"]


@frozen
class GateResult:
    """A gate, with whether these answers open it."""

    gate: Gate
    state: State


def pass_gates(gates: Sequence[Gate], data: Mapping[str, Any]) -> Iterator[GateResult]:
    """Yield each of *gates* with whether the answers *data* open it; unanswered is unknown, not closed."""
    for gate in gates:
        value = _value(gate.of, data)
        if value is None or value == "":
            yield GateResult(gate, "unknown")
        else:
            yield GateResult(gate, "open" if value in gate.passes else "closed")


def closed_for_sure(gates: Sequence[Gate], data: Mapping[str, Any]) -> tuple[Gate, ...]:
    """Return the gates that are closed by a rule nobody doubts."""
    return tuple(
        one.gate for one in pass_gates(gates, data) if one.state == "closed" and one.gate.confidence == "high"
    )


def check_gates(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each gate that is not open: as grave as its rule is sure; unknown is a note."""
    rules = submission.rules
    asked = {ask.name: ask.ask for ask in rules.asks}
    for one in pass_gates(rules.gates, submission.answers.model_dump()):
        if one.state == "open":
            continue
        where, _, name = one.gate.of.partition(".")
        question = f"“{asked[name]}”" if name in asked else "about this document"
        known = {"lead": "the lead organisation", "details": question}
        yield Remark(
            f"gate-{one.gate.code}",
            GRAVITY[one.gate.confidence] if one.state == "closed" else "note",
            known.get(where, f"the {where}"),
            f"{'' if one.state == 'closed' else 'Not answered yet: '}{one.gate.says}",
            f"Instead: {', '.join(one.gate.instead)}." if one.gate.instead else "",
        )


def _value(of: str, data: Mapping[str, Any]) -> str | None:
    """Return the answer that a gate looks at: ``details.NAME``, ``lead.NAME`` or a key of the answers."""
    where, _, name = of.partition(".")
    found: Any = None
    if where == "lead":
        organisations = [one for one in data.get("organisations") or () if isinstance(one, Mapping)]
        lead = next(
            (one for one in organisations if one.get("role") == "lead"),
            organisations[0] if organisations else {},
        )
        found = lead.get(name)
    elif where == "details":
        found = (data.get("details") or {}).get(name)
    else:
        found = data.get(where)
    if isinstance(found, bool):
        return "yes" if found else "no"
    return None if found is None else str(found)
