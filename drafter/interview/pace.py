"""How long the rest of an interview takes at the person's own pace, where that can be said honestly.

It can, once enough prompts of this session were measured and each theme that is left can be compared with a
theme that the person has finished in it. Pauses do not count, and neither does what nobody has read.
"""

import time
from collections import Counter
from collections.abc import Callable

from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.items.item import AnswerValue, Item, section_of
from drafter.interview.items.section_context import theme_title
from drafter.interview.stores import Ask
from drafter.model.question import Question

FEWEST = 10
"""Measured prompts below which nothing is said."""
LONGEST = 180
"""Seconds: whoever takes longer over a prompt has made a pause, and it is not measured."""
FASTEST = 3
"""Seconds a prompt on average: below that the keys come from a script or a paste, not from a reader."""
_STEP = 5
"""Minutes to which the rest is rounded."""
_CHOICE_OF_THEMES = ("themes",)


class Pace:
    """The time that the person took for the prompts of this session."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seconds: list[float] = []
        self._answered: Counter[str] = Counter()
        """How many prompts were answered in each section."""

    def timed(self, ask: Ask) -> Ask:
        """Return *ask*, which also measures how long the answer to each question of the interview takes."""

        def ask_and_measure(question: Question, current: object) -> AnswerValue:
            begun = self._clock()
            value = ask(question, current)  # what is left by a key is not answered, and not measured
            if isinstance(question, Item):
                seconds = self._clock() - begun
                self._answered[section_of(question)] += 1
                if seconds <= LONGEST:
                    self._seconds.append(seconds)
            return value

        return ask_and_measure

    def rest(self, answers: WorkingAnswers, questionnaire: Questionnaire) -> "Rest | None":
        """Return how long the open questions take, ``None`` where nobody can tell."""
        if len(self._seconds) < FEWEST:
            return None
        mean = sum(self._seconds) / len(self._seconds)
        prompts = self._prompts_left(answers, questionnaire) if mean >= FASTEST else None
        return Rest(prompts.count * mean / 60, prompts.themes) if prompts else None

    def _prompts_left(self, answers: WorkingAnswers, questionnaire: Questionnaire) -> "_Prompts | None":
        """Return how many prompts are left, ``None`` while their number depends on answers to come."""
        items = [item for item in questionnaire.questions(answers) if is_open(answers, item)]
        titles = {theme_title(section.theme, questionnaire.library) for section in answers.themes}
        outside = [item for item in items if section_of(item) not in titles]
        if any(item.adds_more or item.path == _CHOICE_OF_THEMES for item in outside):
            return None
        still_open = Counter(section_of(item) for item in items)
        begun = titles & still_open.keys()
        finished = [count for title in titles - begun if (count := self._answered[title])]
        if begun and not finished:
            return None
        usual = sum(finished) / len(finished) if finished else 0
        in_themes = sum(max(still_open[title], usual - self._answered[title]) for title in begun)
        return _Prompts(len(outside) + in_themes, len(begun))


@frozen
class Rest:
    """How long the rest of an interview takes."""

    minutes: float
    themes: int
    """How many themes are left, which were taken to be as long as those before them."""

    def __str__(self) -> str:
        rounded = round(self.minutes / _STEP) * _STEP
        amount = f"About {rounded}" if rounded else "A few"
        condition = ("", ", if this theme takes as long", ", if the other themes take as long")
        return f"{amount} minutes left at your pace{condition[min(self.themes, 2)]}."


@frozen
class _Prompts:
    """How many prompts are left."""

    count: float
    themes: int
    """How many themes they are in."""
