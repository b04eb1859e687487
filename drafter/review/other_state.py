"""The check that a submission about one State asks no other State to act."""

from collections.abc import Iterator

from drafter.language.addressees import addressees
from drafter.model.remark import Remark, RemarkType
from drafter.model.vocabulary import State
from drafter.review.passages import Passage, Role
from drafter.review.submission import Submission

OTHER_STATE = RemarkType(
    "other-state",
    "recommendations",
    "warning",
    "A submission about one State asks nothing of another.",
    "A body that reviews one State can recommend nothing to another one.",
    bad="The Government of Portugal should publish what its reform has cost.",
    good="The Government should publish what a reform like that of Portugal would cost.",
    example="paragraph",
)
TYPES = (OTHER_STATE,)
_ROLES: tuple[Role, ...] = ("paragraph", "recommendation", "question", "fact")
"""The texts that may ask for something. In a story, Jordan is the name of a man."""


def check_other_state(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if *passage* asks a State to act that the submission is not about."""
    own = submission.state
    if own is None or not submission.rules.state_needed or passage.role not in _ROLES:
        return
    others = list(dict.fromkeys(_others(passage, submission, own)))
    if others:
        listed = submission.language.listed(others)
        yield OTHER_STATE.remark(
            passage.place,
            f"This asks {listed} to act, and the submission is about {own.in_text}.",
            f"Say what {own.in_text} itself can do about it, or take the sentence out.",
            path=passage.path,
        )


def _others(passage: Passage, submission: Submission, own: State) -> Iterator[str]:
    """Yield each State other than *own* that *passage* asks to act, as a sentence names it."""
    for names in addressees(passage.text, submission.language):
        # A word in capitals is an abbreviation, not the code of a State.
        candidates = [submission.find_state(name) for name in names if not name.isupper()]
        states = [state for state in candidates if state is not None]
        if own.code not in [state.code for state in states]:
            yield from (state.in_text for state in states)
