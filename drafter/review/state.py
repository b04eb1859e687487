"""The State that a submission is about."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.submission import Submission


def check_state(submission: Submission) -> Iterator[Remark]:
    """Yield a note on a State that is no Member State of the United Nations."""
    state = submission.state
    if state is not None and state.status == "fictional":
        yield Remark(
            "state-fictional", "note", "the State", f"{state.name} is there for practice; it is not real."
        )
    if state is not None and state.status == "observer":
        yield Remark(
            "state-observer", "note", "the State", f"{state.name} is an observer, not a Member State."
        )
