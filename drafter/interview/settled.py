"""What the interview does not ask again about answers that were carried over from another submission."""

from drafter.answers.changes import Change
from drafter.answers.paths import answered, dotted
from drafter.answers.working import WorkingAnswers
from drafter.interview.flow import is_open, questions
from drafter.interview.items.conflicts import ConflictItem
from drafter.interview.items.item import FINISHED, UNASKED, AddAnother, FinishableItem, Item, list_length
from drafter.interview.items.known_organisations import AgreedItem
from drafter.library.library import Library

_CARRIED_WHOLE = ("organisations", "facts", "sources", "earlier", "earlier_table", "sign_off")


def settled(answers: WorkingAnswers, library: Library, before: WorkingAnswers) -> list[Change]:
    """Return the changes that keep the interview from asking again about what was carried over from *before*.

    Nothing is answered here: what was left open stays open. The interview does not come to it by itself; it
    can be set from the overview.
    """
    open_items = [item for item in questions(answers, library) if is_open(answers, item)]
    rules = library.document(answers.document or "").rules
    needs_more = rules.organisations == "several" and len(answers.organisations) < 2
    finished = [
        item.name
        for item in open_items
        if isinstance(item, FinishableItem) and _needs_no_more(item, answers, before, needs_more=needs_more)
    ]
    unasked = [dotted(item.path) for item in open_items if _is_carried_over(item, answers)]
    changes: list[Change] = []
    if finished:
        changes.append((FINISHED, [*answers.interview.finished, *finished]))
    if unasked:
        changes.append((UNASKED, [*answers.interview.unasked, *unasked]))
    return changes


def _needs_no_more(
    item: FinishableItem, answers: WorkingAnswers, before: WorkingAnswers, *, needs_more: bool
) -> bool:
    """Return whether the list of *item*, which was carried over, need not grow.

    *needs_more*: the document needs more organisations than there are.
    """
    match item:
        case ConflictItem():
            return item.name in before.interview.finished
        case AgreedItem():
            return False
        case AddAnother(list_path=("organisations",)):
            return not needs_more
        case AddAnother(list_path=("details", *_)):
            return list_length(answers, item.list_path) > 0
    return True


def _is_carried_over(item: Item, answers: WorkingAnswers) -> bool:
    """Return whether *item* asks about what was carried over, and was not answered there either."""
    path = item.path
    if item.required or path == ("sign_off", "date"):
        return False
    if path[0] == "organisations":
        return answered(answers, path[:2])
    return path[0] in _CARRIED_WHOLE or path[2:3] == ("own",)
