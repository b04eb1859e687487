"""Questions about a treaty: the table of treaty parties suggests the answer."""

from drafter.answers.working import WorkingAnswers
from drafter.drafting.binding import treaty_status
from drafter.interview.items.item import Item
from drafter.library.library import Library
from drafter.model.question import Ask
from drafter.review.binding import ANSWERS, membership_sentence


def with_suggestion(item: Item, ask: Ask, answers: WorkingAnswers, library: Library) -> Item:
    """Return *item*, the question that *ask* declares, with the answer of the table as the one to confirm.

    If the table does not have the State and the treaty, *item* is returned as it is.
    """
    state = library.state(answers.state) if answers.state and ask.treaty else None
    status = treaty_status(library, state, ask.treaty)
    if state is None or status is None:
        return item
    offered = {choice.value for choice in ask.choices} or {"yes", "no"}
    suggested = next(answer for answer in ANSWERS[status.membership.status] if answer in offered)
    known = membership_sentence(status, state.in_text, library.language)
    advice = "Press Enter if it still is so." if status.is_sure else "This is not sure. Look it up."
    help_ = f"The table of treaty parties: {known} {advice} {item.help}".strip()
    default = suggested if status.is_sure else None
    return item.model_copy(update={"help": help_, "default": default})
