"""The check of the State that a document is about."""

from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission

FICTIONAL = RemarkType(
    "state-fictional",
    "form",
    "note",
    "A submission is about a real State. Ruritania and others like it are for practice.",
    "The list of States that comes with drafter.",
    bad="state: Ruritania",
    good="state: Norway",
)
OBSERVER = RemarkType(
    "state-observer",
    "form",
    "note",
    "The author knows whether the State is a Member State of the United Nations or an observer.",
    "The list of States that comes with drafter: some procedures are open to Member States only.",
    bad="state: Holy See",
    good="state: Norway",
)
TYPES = (FICTIONAL, OBSERVER)
PLACE = "the State"


def check_state(submission: Submission) -> Iterator[Remark]:
    """Yield a note on a State that is not a Member State of the United Nations."""
    state = submission.state
    if state is not None and state.status == "fictional":
        yield FICTIONAL.remark(PLACE, f"{state.name} is not a real State. It is for practice.")
    if state is not None and state.status == "observer":
        yield OBSERVER.remark(PLACE, f"{state.name} is an observer, not a Member State.")
