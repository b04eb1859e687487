"""What the review notices in the answers so far, with the question whose answer causes each remark."""

from collections.abc import Iterable, Iterator

from drafter.answers.paths import KeyPath, answered
from drafter.answers.working import WorkingAnswers
from drafter.drafting.waivers import UNUSED, with_waivers
from drafter.interview.flow import Questionnaire, chosen_document
from drafter.interview.items.item import Item
from drafter.interview.under_review import under_review
from drafter.model.remark import Remark
from drafter.review.review import review


def noticed_remarks(answers: WorkingAnswers, questionnaire: Questionnaire) -> Iterator[tuple[Remark, Item]]:
    """Yield each remark that an answer causes, with the question of that answer, the most severe first.

    A remark on something that is not answered yet is left out: the interview asks for it anyway. So is a
    waived one.
    """
    document = chosen_document(answers, questionnaire.library)
    if document is None:
        return
    items = [item for item in questionnaire.questions(answers) if answered(answers, item.path)]
    remarks = review(under_review(answers, document, questionnaire.library))
    for remark in with_waivers(remarks, answers.waive):
        if remark.waived or remark.code == UNUSED.code:  # some remarks need the whole document
            continue
        if remark.path and (item := _nearest(remark.path, items)) is not None:
            yield remark, item


def _nearest(path: KeyPath, items: Iterable[Item]) -> Item | None:
    """Return the question whose path has the most steps in common with *path*, one above or below it.

    ``None`` if there is no question at *path*, directly above it or below it.
    """
    related = [item for item in items if _is_related(path, item.path)]
    return max(related, key=lambda item: _common(path, item.path), default=None)


def _is_related(path: KeyPath, other: KeyPath) -> bool:
    shorter = min(len(path), len(other))
    return path[:shorter] == other[:shorter]


def _common(path: KeyPath, other: KeyPath) -> int:
    return next(
        (n for n, (step, match) in enumerate(zip(path, other, strict=False)) if step != match),
        min(len(path), len(other)),
    )
