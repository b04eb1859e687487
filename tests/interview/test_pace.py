"""The time that is left: from the person's own pace, by a clock of the test, and only where it is honest."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.cli.progress import Announcer
from drafter.interview.control_flow import Back
from drafter.interview.flow import is_open
from drafter.interview.items.item import Item
from drafter.interview.pace import FASTEST, FEWEST, LONGEST, Pace, Rest
from drafter.interview.session import Person, interview
from drafter.model.answers import GONE
from drafter.model.question import Question
from tests.support.on_a_day import ask_on
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.small_submission import answer_all_blank, open_small_submission
from tests.support.standard_draft import DAY, StandardAuthor

THEMES = {name: LIBRARY.themes.themes[name].title for name in ("compulsory-treatment", "women")}


class Clock:
    """A clock that stands still unless a prompt takes its time."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


class Prompts:
    """Prompts that each take some seconds of a clock."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.pace = Pace(self.clock)

    def answer(self, seconds: float, count: int = 1, section: str = "Who submits") -> None:
        """Answer *count* questions in *section*, each in so many *seconds*."""

        def ask(_: Question, __: object) -> str:
            self.clock.now += seconds
            return "x"

        item = Item(path=("keywords",), section=section, text="What?")
        for _ in range(count):
            self.pace.timed(ask)(item, MISSING)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a finished submission in which three optional texts are open again."""
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    names = [name for name in ("keywords", "summary", "method") if name in store.data]
    store.change([((name,), GONE) for name in names])
    return store


def open_count(store: Store) -> int:
    """Return how many questions the interview still comes to."""
    return sum(is_open(store.answers, item) for item in QUESTIONS.questions(store.answers))


def test_nothing_is_said_before_ten_prompts_were_measured(store: Store) -> None:
    prompts = Prompts()
    prompts.answer(20, FEWEST - 1)
    assert prompts.pace.rest(store.answers, QUESTIONS) is None
    prompts.answer(20)
    assert prompts.pace.rest(store.answers, QUESTIONS) == Rest(open_count(store) * 20 / 60, themes=0)


def test_a_pause_is_left_out(store: Store) -> None:
    prompts = Prompts()
    prompts.answer(LONGEST + 1, 5)
    prompts.answer(20, FEWEST - 1)
    assert prompts.pace.rest(store.answers, QUESTIONS) is None
    prompts.answer(20)
    assert prompts.pace.rest(store.answers, QUESTIONS) == Rest(open_count(store) * 20 / 60, themes=0)


def test_keys_that_nobody_can_have_typed_while_reading_give_no_pace(store: Store) -> None:
    prompts = Prompts()
    prompts.answer(FASTEST - 0.1, 40)
    assert prompts.pace.rest(store.answers, QUESTIONS) is None


def test_a_question_that_was_left_is_not_measured(store: Store) -> None:
    prompts = Prompts()

    def leave(_: Question, __: object) -> Any:
        prompts.clock.now += 100
        raise Back

    prompts.answer(20, FEWEST)
    for _ in range(5):
        with pytest.raises(Back):
            prompts.pace.timed(leave)(Item(path=("keywords",), section="S", text="What?"), MISSING)
    assert prompts.pace.rest(store.answers, QUESTIONS) == Rest(open_count(store) * 20 / 60, themes=0)


def test_lists_beside_the_interview_are_not_measured(store: Store) -> None:
    prompts = Prompts()
    prompts.answer(20, FEWEST - 1)
    menu = Question(path=("interview", "overview"), section="S", text="Which?")
    prompts.pace.timed(lambda *_: "")(menu, MISSING)
    assert prompts.pace.rest(store.answers, QUESTIONS) is None


def test_a_theme_that_is_left_takes_as_long_as_one_that_was_finished(store: Store) -> None:
    prompts = Prompts()
    open_before = open_count(store)
    store.set(("themes", 1), {"theme": "women"})
    prompts.answer(30, FEWEST)
    assert prompts.pace.rest(store.answers, QUESTIONS) is None, "no theme was finished in this session"
    prompts.answer(30, 12, THEMES["compulsory-treatment"])
    expected = Rest((open_before + 12) * 30 / 60, themes=1)
    assert prompts.pace.rest(store.answers, QUESTIONS) == expected
    prompts.answer(30, 2, f"{THEMES['women']} · fact F3")
    expected = Rest((open_before + 10) * 30 / 60, themes=1)
    assert prompts.pace.rest(store.answers, QUESTIONS) == expected


def test_nothing_is_said_while_answers_decide_how_many_questions_come(store: Store) -> None:
    prompts = Prompts()
    prompts.answer(30, FEWEST)
    assert prompts.pace.rest(store.answers, QUESTIONS) is not None
    finished = [name for name in store.answers.interview.finished if name != "earlier"]
    store.change([(("interview", "finished"), finished)])
    assert prompts.pace.rest(store.answers, QUESTIONS) is None


@pytest.mark.parametrize(
    ("minutes", "themes", "words"),
    [
        (14.0, 0, "About 15 minutes left at your pace."),
        (2.0, 0, "A few minutes left at your pace."),
        (38.0, 2, "About 40 minutes left at your pace, if the other themes take as long."),
        (8.0, 1, "About 10 minutes left at your pace, if this theme takes as long."),
    ],
)
def test_the_time_is_rounded_to_five_minutes(minutes: float, themes: int, words: str) -> None:
    assert str(Rest(minutes, themes)) == words


@pytest.mark.seconds(120)
@pytest.mark.parametrize("seconds", [12.0, 0.0])
def test_a_whole_interview_says_what_is_left_when_a_part_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_on(DAY, monkeypatch)
    store = Store.open(tmp_path / "a.yaml", "tests")
    author = StandardAuthor(store)
    clock = Clock()
    pace = Pace(clock)
    announcer = Announcer(QUESTIONS, plain=True, pace=pace)
    counts: list[int] = []
    rests: list[Rest] = []

    def ask(question: Question, current: object) -> Any:
        clock.now += seconds
        return author(question, current)

    def announce(item: Item, answers: Any) -> None:
        printed = capsys.readouterr()
        announcer(item, answers)
        said = "at your pace" in capsys.readouterr().out
        assert not printed.err
        if said:
            rest = pace.rest(answers, QUESTIONS)
            assert rest is not None
            rests.append(rest)
            counts.append(author.prompts)

    total = interview(store, QUESTIONS, Person(pace.timed(ask), announce))
    if not seconds:
        assert rests == [], "keys that are typed by a robot are no pace"
        return
    assert [rest.themes for rest in rests] == [2, 1, 0]
    really_left = [(total - count) * seconds / 60 for count in counts]
    assert rests[-1].minutes == pytest.approx(really_left[-1])
    assert all(left / 2.5 < rest.minutes < left * 2.5 for rest, left in zip(rests, really_left, strict=True))
