"""The check of the State that a document is about."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.submission import Submission


def check_state(submission: Submission) -> Iterator[Remark]:
    """Yield a note on a State that is not a Member State of the United Nations."""
    state = submission.state
    if state is not None and state.status == "fictional":
        yield Remark(
            "state-fictional", "note", "the State", f"{state.name} is not a real State. It is for practice."
        )
    if state is not None and state.status == "observer":
        yield Remark(
            "state-observer", "note", "the State", f"{state.name} is an observer, not a Member State."
        )
