"""Questions for a date: a day that a reader cannot know, or on the wrong side of today, is asked about."""

from datetime import date

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING
from drafter.answers.working import WorkingAnswers
from drafter.dates import dates_in, parse_date, years_in
from drafter.interview.items.item import NOT_SAVED, AnswerValue, Item
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.question import Choice, Form
from drafter.relative_days import meanings, replaced_day, unknown_days

DATES: frozenset[Form] = frozenset({"date", "month", "when"})
"""The forms of answers that have a date."""
AS_TYPED, AGAIN = "as-typed", "again"
"""The answers that keep the text as it is, and that ask for it once more."""


class DatedItem(Item):
    """A question for a date, whose answer may lead to the question which day is meant."""

    waits_for_follow_up = True

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> "Item | None":
        """Return the question about the date in a new answer *value*, ``None`` if it is clear."""
        typed = value.strip() if isinstance(value, str) else ""
        if not typed or typed == self.current(answers):
            return None
        today = date.today()
        return self._unknown_day(typed, today, library.language) or self._wrong_side(
            typed, today, library.language
        )

    def _unknown_day(self, typed: str, today: date, language: Language) -> "Item | None":
        """Return the question which day is meant by words such as "yesterday"."""
        for day in unknown_days(typed, language, is_line=True):
            offered = meanings(day, today, language, to_come=self.upcoming)
            choices = [
                Choice(value=replaced_day(typed, day, each, language), title=_with_weekday(each, language))
                for each in offered
            ]
            if choices:
                return self._doubt(
                    typed,
                    text=f"Which day is “{day.text}”?",
                    help_="The reader does not know which day it was when you wrote this.",
                    choices=(
                        *choices,
                        Choice(value=AGAIN, title="Another day: I write the answer again"),
                        Choice(value=AS_TYPED, title=f"I don't know: “{day.text}” stays"),
                    ),
                )
        return None

    def _wrong_side(self, typed: str, today: date, language: Language) -> "Item | None":
        """Return the question whether a date is right that should be before today, or after it."""
        first, last = _span(typed, language)
        if self.past and first and first > (today.year, today.month, today.day)[: len(first)]:
            says = "is in the future", "something that has happened"
        elif self.upcoming and last and last < (today.year, today.month, today.day)[: len(last)]:
            says = "is over", "something that is still to come"
        else:
            return None
        return self._doubt(
            typed,
            text=f"“{typed}” {says[0]}. Is that right?",
            help_=f"The question is about {says[1]}.",
            choices=(
                Choice(value=AS_TYPED, title="Yes, it is right"),
                Choice(value=AGAIN, title="No, I write the answer again"),
            ),
        )

    def _doubt(self, typed: str, *, text: str, help_: str, choices: tuple[Choice, ...]) -> "Item":
        return DoubtItem(
            path=(*NOT_SAVED, f"date/{'.'.join(map(str, self.path))}"),
            section=self.section,
            text=text,
            help=help_,
            kind="choice",
            choices=choices,
            asked=self,
            typed=typed,
        )


class DoubtItem(Item):
    """Which day is meant, or whether a date is right. The answer is saved as that to the question before."""

    has_follow_ups = True
    says_what_was_read = True
    asked: DatedItem
    """The question that was answered."""
    typed: str

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question comes after a date alone."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the text with the chosen day, or as it was typed."""
        text = self.typed if value in (AS_TYPED, AGAIN) else value
        return self.asked.changes(answers, text, library)

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:  # noqa: ARG002
        """Return the question before, with what was typed on its line, if it is to be written again."""
        return self.asked if value == AGAIN else None


def _span(text: str, language: Language) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last day that *text* names, or year if it names only years; empty for none."""
    if dates := dates_in(text, language):
        first, last = min(each.first for each in dates), max(each.last for each in dates)
        return (first.year, first.month, first.day), (last.year, last.month, last.day)
    parsed = parse_date(text, language)
    years = [parsed.days[0].year] if parsed and parsed.precision == "year" and parsed.days else years_in(text)
    return ((min(years),), (max(years),)) if years else ((), ())


def _with_weekday(text: str, language: Language) -> str:
    """Return a day with its day of the week, so that a person can compare it; other texts as they are."""
    parsed = parse_date(text, language)
    if parsed is None or parsed.precision != "day" or not parsed.days:
        return text
    return f"{text} ({language.calendar.weekdays[parsed.days[0].weekday()]})"
