"""Several titles from a list, saved as one line; a title that the list does not have can be typed."""

from typing import ClassVar

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, at
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.item import NOT_SAVED, AnswerValue, Item
from drafter.library.library import Library
from drafter.library.mandates import mandates
from drafter.model.question import Ask, Choice

OTHER, NOT_KNOWN = "other", "not-known"
"""The choices for a title that is typed, and for "I don't know yet"."""
BETWEEN = "; "
"""What stands between two titles on a line; titles have commas in them."""


class OfferedTitlesItem(Item):
    """The mandates to which a letter goes."""

    has_follow_ups: ClassVar[bool] = True

    def current(self, answers: WorkingAnswers) -> object:
        """Return the titles so far, each as a choice, or ``MISSING``."""
        saved = at(answers, self.path)
        if saved is None:
            return [NOT_KNOWN]
        return titles_in(saved) if isinstance(saved, str) else MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves the titles as one line; none while only another title is wanted."""
        chosen = list(value) if isinstance(value, list) else []
        if NOT_KNOWN in chosen:
            return [(self.path, None)]
        titles = [title for title in chosen if title != OTHER]
        return [(self.path, BETWEEN.join(titles))] if titles or OTHER not in chosen else []

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:  # noqa: ARG002
        """Return the question for a title that the list does not have."""
        if OTHER not in (value if isinstance(value, list) else [value]):
            return None
        return OtherTitleItem(
            path=(*NOT_SAVED, f"title/{'.'.join(map(str, self.path))}"),
            section=self.section,
            text="What is the title of the mandate?",
            help="As the United Nations prints it. Between two titles, type a semicolon. For example: "
            "the Special Rapporteur on the situation of human rights in Ruritania.",
            kind="line",
            titles=self,
        )


class OtherTitleItem(Item):
    """The title of a mandate that the list does not have."""

    titles: OfferedTitlesItem
    """The question to which it is added."""

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: it is added to what was chosen."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that adds the title; none if it was left empty."""
        path = self.titles.path
        saved = at(answers, path)
        before = titles_in(saved) if isinstance(saved, str) else []
        new = [title for title in titles_in(str(value or "")) if title not in before]
        return [(path, BETWEEN.join([*before, *new]))] if new else []


def titles_in(line: str) -> list[str]:
    """Return the titles on a saved *line*, on which semicolons separate them."""
    return list(dict.fromkeys(title for part in line.split(";") if (title := " ".join(part.split()))))


def with_titles(item: Item, ask: Ask, answers: WorkingAnswers, library: Library) -> Item:
    """Return *item* as a list of the mandates, if *ask* offers them; what was typed so far is in it too."""
    offered = mandates(library) if ask.offers == "mandates" else ()
    if not offered:
        return item
    choices = [
        Choice(
            value=mandate.in_text,
            title=f"{mandate.subject}: {mandate.title}",
            note=f"· {mandate.fits}",
            also=", ".join(mandate.also),
        )
        for mandate in offered
    ]
    known = {choice.value for choice in choices}
    saved = at(answers, item.path)
    typed = [title for title in titles_in(saved if isinstance(saved, str) else "") if title not in known]
    return OfferedTitlesItem.model_validate({
        **dict(item),
        "kind": "choices",
        "allow_unknown": False,
        "open_titles": True,
        "choices": (
            *(Choice(value=title, title=title, note="· typed by you") for title in typed),
            *choices,
            Choice(value=OTHER, title="Another mandate, also for a country: I write its title"),
            Choice(value=NOT_KNOWN, title="I don't know yet", alone=True),
        ),
    })  # fmt: skip
