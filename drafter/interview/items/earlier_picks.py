"""The question which of the imported recommendations to use."""

from collections.abc import Iterator
from functools import lru_cache

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.drafting.imported_rows import add_imported, body_id
from drafter.drafting.known_recommendations import known_recommendations, store_version
from drafter.frozen import frozen
from drafter.interview.items.declared import NOT_SAVED
from drafter.interview.items.item import AnswerValue, FinishableItem
from drafter.library.library import Library
from drafter.model.earlier import EarlierRecommendation, fingerprint
from drafter.model.imported import POSITION_WORDS, ImportedRecommendation
from drafter.model.mechanism import DocumentType
from drafter.model.question import Choice, Question

_LIST = "earlier/picked"
_TEXT = "Which of the recommendations that you imported do you want to use?"
_HELP = "Those about drugs and about your themes come first. Each becomes a row with its official wording."


class PickItem(FinishableItem):
    """Which imported recommendations become rows. A row stays if its mark is taken off."""

    body: str
    """The id of the mechanism whose recommendations are offered; empty: of all."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the values of the choices that are rows already."""
        offered = {choice.value for choice in self.choices}
        return [value for row in answers.earlier if (value := _value_of_row(row)) in offered]

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that add the chosen recommendations and remember that they were chosen."""
        picked = chosen_of(_offer(answers, self.body, library).recommendations, value)
        return [*add_imported(answers, picked, library).changes, *self.finish(answers)]


def picking(answers: WorkingAnswers, document: DocumentType, library: Library) -> Iterator[PickItem]:
    """Yield the question which recommendations of the store to use, if it has some for the State."""
    body = document.rules.earlier.body
    offer = _offer(answers, body.id if body else "", library)
    if not offer.choices:
        return
    is_finished = _LIST in answers.interview.finished
    yield PickItem(
        path=(*NOT_SAVED, _LIST),
        section="Earlier recommendations",
        text=_TEXT,
        help=_HELP,
        kind="choices",
        choices=offer.choices,
        automatic=not is_finished,
        overview_title="Add more: recommendations that you imported" if is_finished else "",
        name=_LIST,
        body=body.id if body else "",
    )


def pick_question(recommendations: tuple[ImportedRecommendation, ...]) -> Question:
    """Return the question which of *recommendations* to use."""
    return Question(
        path=(*NOT_SAVED, _LIST), section="", text="Which of them do you want to use?", help=_HELP,
        kind="choices", choices=choices_of(recommendations),
    )  # fmt: skip


def chosen_of(
    recommendations: tuple[ImportedRecommendation, ...], value: AnswerValue
) -> list[ImportedRecommendation]:
    """Return those of *recommendations* whose choices the answer *value* names."""
    chosen = set(value) if isinstance(value, list) else set()
    return [each for each in recommendations if _value(each) in chosen]


def choices_of(recommendations: tuple[ImportedRecommendation, ...]) -> tuple[Choice, ...]:
    """Return a choice for each of *recommendations*, with its whole text to read."""
    return tuple(
        Choice(
            value=_value(each),
            title=f"{each.number} {' '.join(each.text.split())}".strip(),
            note=POSITION_WORDS.get(each.position, ""),
            more="\n".join(filter(None, (each.text, _origin(each)))),
        )
        for each in recommendations
    )


@frozen
class _Offer:
    """The recommendations that can be picked, and their choices."""

    recommendations: tuple[ImportedRecommendation, ...]
    choices: tuple[Choice, ...]


def _offer(answers: WorkingAnswers, body: str, library: Library) -> _Offer:
    themes = tuple(section.theme for section in answers.themes)
    return _cached_offer(store_version(), answers.state or "", themes, body, library)


@lru_cache(maxsize=4)
def _cached_offer(version: int, state: str, themes: tuple[str, ...], body: str, library: Library) -> _Offer:
    """Return what can be picked, made once: there are hundreds of choices, and each prompt needs them."""
    known = known_recommendations(version, state, themes, library)
    if body:
        known = tuple(each for each in known if body_id(each.body, library) == body)
    return _Offer(known, choices_of(known))


def _origin(recommendation: ImportedRecommendation) -> str:
    """Return body, document, States and position in one line."""
    parts = (
        recommendation.body,
        recommendation.document,
        ", ".join(recommendation.states),
        POSITION_WORDS.get(recommendation.position, ""),
        recommendation.date,
    )
    return " · ".join(part for part in parts if part)


def _value(recommendation: ImportedRecommendation) -> str:
    return f"{recommendation.document} {recommendation.number} {fingerprint(recommendation.text)}"


def _value_of_row(row: EarlierRecommendation) -> str:
    return f"{row.document or ''} {row.paragraph or ''} {row.official or ''}"
