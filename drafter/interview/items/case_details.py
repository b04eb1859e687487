"""The question about details that identify a person: asked once at the case, with the reason."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, at
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.consent_of_people import about
from drafter.interview.items.declared import choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.answers import Identifying
from drafter.privacy.consent import decide
from drafter.privacy.details import identifying_details
from drafter.review.stories import SEEN_DETAILS, harmless_names

AGREED, CHANGE, NOT_ASKED = "agreed", "change", "not-asked"
NOT_AGREED: tuple[Identifying, ...] = ("nothing",)
"""What is saved if the person has not agreed: the remark stays until the story is changed."""


class DetailsItem(Item):
    """Whether the person knows and agrees that the details stay in; otherwise the story is changed."""

    has_follow_ups = True
    details: tuple[Identifying, ...]
    """The details that together identify the person."""
    story: Item
    """The question for the story."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the saved answer as one of the choices, or ``MISSING``."""
        saved = at(answers, self.path)
        if not isinstance(saved, tuple):
            return saved
        return AGREED if set(self.details) <= set(saved) else NOT_ASKED

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves the details to which the person has agreed."""
        return [(self.path, list(self.details if value == AGREED else NOT_AGREED))]

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:  # noqa: ARG002
        """Return the question for the story, if the author wants to change it."""
        return self.story if value == CHANGE else None


class IdentifyingItem(Item):
    """What in a story could help somebody find the person; if anything does, the story can be changed now."""

    has_follow_ups = True
    story: Item
    """The question for the story."""

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:  # noqa: ARG002
        """Return the question whether to change the story now, if it has such details."""
        if not isinstance(value, list) or not set(value) - set(NOT_AGREED):
            return None
        return ChangeStoryItem(
            story=self.story,
            path=("interview", "more", f"change/{self.path[1]}"),
            section=self.section,
            text="Change the story now?",
            help="General words are safer: in 2024, in a town in the north, a man in his forties. No: the "
            "story stays as it is. Then the person must know which details stay in.",
            kind="yes-no",
            default=True,
        )


class ChangeStoryItem(Item):
    """Whether to change the story now: yes leads to it. Nothing is saved."""

    has_follow_ups = True
    story: Item

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question is new each time."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return no change: only the story itself is saved."""
        return []

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:  # noqa: ARG002
        """Return the question for the story after a yes."""
        return self.story if value is True else None


def details_question(context: SectionContext, key: str, story: Item) -> Iterator[DetailsItem]:
    """Yield the question about the details of the case *key*, if they identify the person together.

    It is not asked where the document may have the real name. It comes again if the story has a new detail.
    """
    case = context.answers.cases[key]
    language = context.library.language
    details = identifying_details(case.text or "", language, _harmless(context))
    if not details or decide(case, context.rules, context.answers.details).allows_real_name:
        return
    agreed = case.consent.details or ()
    path: KeyPath = ("cases", key, "consent", "details")
    yield DetailsItem(
        path=path,
        section=story.section,
        text=about("Does the person know that these details stay in, and agree?", case.pseudonym),
        help=f"The story has {seen_in_words(details, language)}. Together, they can show neighbours or the "
        "police who the person is, although the name is changed. General words are safer: in 2024, in a "
        "town in "
        "the north, a man in his forties.",
        kind="choice",
        choices=choices(
            (AGREED, "Yes, the person knows it and agrees"),
            (CHANGE, "No: I will change the story"),
            (NOT_ASKED, "Not asked yet"),
        ),
        default=NOT_ASKED,
        ask_again=bool(agreed) and agreed != NOT_AGREED and not set(details) <= set(agreed),
        details=details,
        story=story,
    )


def seen_in_words(details: tuple[Identifying, ...], language: Language) -> str:
    """Return *details* as a list in words."""
    return language.listed([SEEN_DETAILS[detail] for detail in details])


def _harmless(context: SectionContext) -> tuple[str, ...]:
    state = context.library.state(context.answers.state) if context.answers.state else None
    return harmless_names(state)
