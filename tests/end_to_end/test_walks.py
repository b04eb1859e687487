"""However a person goes through the interview, the same answers come to stand in the file."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.answers.load import read_answers
from drafter.answers.paths import MISSING, answered, dotted
from drafter.answers.store import Store
from drafter.drafting.moving_earlier import has_table
from drafter.drafting.pipeline import draft_file
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import is_open, next_question, questions
from drafter.interview.items.item import FinishableItem
from drafter.interview.overview import GO_ON, OVERVIEW, overview
from drafter.interview.session import Person, interview, look_over
from drafter.interview.settled import settled
from drafter.markup.count import block_text, plain_text
from drafter.model.question import Choice, Question
from drafter.privacy.private_file import private_path
from drafter.terminal.prompts import KEYS, ask
from drafter.yaml_text import read_yaml
from tests.support.robot import Robot
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at, working
from tests.support.typing_keys import CTRL_C, DOWN, ENTER, ESCAPE, RIGHT, SPACE, UP, keyboard

MADE_WITH = "drafter under test"
FIRST, SECOND = "compulsory-treatment", "recovery"

ADDED: dict[str, int | tuple[str, ...]] = {
    "organisations": 2,
    "earlier": 1,
    f"theme/{FIRST}": ("fact", "fact", "case", "paragraph", "recommendation"),
    f"theme/{SECOND}": ("fact", "recommendation"),
}
"""How many of each this person has, none of what is not named; and what is added to each theme."""

ANSWERS: dict[tuple[Any, ...], Any] = {
    ("document",): "upr/joint",
    ("state",): "Ruritania",
    ("details", "names_public"): "yes",
    ("details", "deadline"): None,
    ("organisations", 1, "role"): "co-submitter",
    ("organisations", 1, "status"): "invited",
    ("organisations", 1, "ecosoc"): None,
    ("stand_for",): ["recovery-oriented"],
    ("refuse",): ["legal-regulation"],
    ("themes",): [FIRST, SECOND],
    ("facts", "F1", "figure"): "41",
    ("facts", "F2", "figure"): "",
    ("facts", "F3", "source"): None,
    ("cases", "C1", "pseudonym"): "Mira",
    ("cases", "C1", "age_group"): "adult",
    ("cases", "C1", "identifying"): ["nothing"],
    ("themes", 0, "own", 1, "manner"): "parts",
    ("themes", 1, "own", 0, "manner"): "free",
    ("earlier", 0, "position"): None,
    ("keywords",): "drug policy, recovery",
    ("method",): None,
}


answer = Robot(ANSWERS, ADDED).answer


def astray(question: Question, data: Mapping[str, Any], pick: int) -> Any:
    """Return another answer than the person's, or the same where no other could be taken back."""
    right = answer(question, data)
    if question.path[:2] == ("interview", "more"):
        return right
    others: list[Any]
    if question.path == ("document",):
        others = [
            "ccpr/list-of-issues",
            "cedaw/alternative-report",
            "upr/individual",
            "crc/communication",
            "hrc/written-statement",
        ]
    elif question.kind in ("choice", "search"):
        others = [choice.value for choice in question.choices if choice.value not in (right, "new")]
    elif question.kind == "choices":
        values = [choice.value for choice in question.choices]
        some: list[list[str]] = [right[1:], values[-1:], [*right, *values[:1]]]
        others = [one for one in some if (one or not question.required) and set(one) != set(right)]
    else:
        others = ["words that are taken back"]
    if question.allow_unknown:
        others.append(None)
    return others[pick % len(others)] if others else right


@dataclass(frozen=True)
class Step:
    """What the person does at a question: answer it, go back, jump, err, look around, or be cut off."""

    kind: str
    pick: int


@dataclass
class Walker:
    """A person who goes through the interview by *steps*, and straight on when they are used up."""

    store: Store
    steps: list[Step]
    wanted: str | None = None
    """The entry that is to be picked at the overview, when it comes."""
    mend: tuple[Any, ...] | None = None
    """The place of an answer that is to be taken back at once."""

    def __call__(self, question: Question, _: Any) -> Any:
        """Do the next step at *question*."""
        data = self.store.data
        if question.path == OVERVIEW:
            return self._picked(question)
        if question.path[:2] == OVERVIEW:  # a list behind it: looked at, and left
            self.wanted = GO_ON
            return GO_ON
        if self.mend is not None:
            if question.path == self.mend:
                self.mend = None
                return answer(question, data)
            self.wanted = dotted(self.mend)
            raise Overview
        step = self.steps.pop(0) if self.steps else Step("answer", 0)
        match step.kind:
            case "back":
                raise Back
            case "jump":
                self.wanted = str(step.pick)
                raise Overview
            case "look":
                self.wanted = GO_ON
                raise Overview
            case "cut off":
                raise KeyboardInterrupt
            case "err" if (wrong := astray(question, data, step.pick)) != answer(question, data):
                self.mend = question.path
                return wrong
        return answer(question, data)

    def _picked(self, question: Question) -> str:
        values = [choice.value for choice in question.choices]
        wanted = self.wanted or GO_ON
        return values[int(wanted) % len(values)] if wanted.isdecimal() else wanted


def walk(file: Path, steps: list[Step]) -> None:
    """Go through the interview over *file* to its end, opening it again from disk whenever cut off."""
    left = list(steps)
    for _ in range(len(steps) + 1):
        walker = Walker(Store.open(file, MADE_WITH), left)
        try:
            interview(walker.store, QUESTIONS, Person(walker))
            if walker.mend is not None:  # the last question of all: nothing came after it to look over from
                last = next(
                    item for item in questions(walker.store.answers, LIBRARY) if item.path == walker.mend
                )
                interview(walker.store, QUESTIONS, Person(walker), first=last)
        except KeyboardInterrupt:
            left = walker.steps
        else:
            return
    pytest.fail("the interview never ended")


def stands(file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return all that counts in *file* and its private one: not what rests, not the order of what is done."""
    data = dict(read_yaml(file.read_text("utf-8"), str(file)))
    data.pop("inactive", None)
    data["interview"] = set(data.get("interview", {}).get("finished", ()))
    beside = private_path(file)
    return data, read_yaml(beside.read_text("utf-8"), str(beside)) if beside.exists() else {}


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The file of a straight interview, and its text as it was at each question."""
    file = tmp_path_factory.mktemp("straight") / "a.yaml"
    store = Store.open(file, MADE_WITH)
    texts: list[str] = []

    def told(*_: object) -> None:
        texts.append(file.read_text("utf-8"))

    interview(store, QUESTIONS, Person(Walker(store, []), told))
    return file, texts


def test_the_straight_way_has_everything_in_it_that_a_walk_could_lose(
    straight: tuple[Path, list[str]],
) -> None:
    answers, _ = read_answers(straight[0])
    assert len(straight[1]) > 90
    assert [len(section.own) for section in answers.themes] == [2, 1]
    assert [section.facts for section in answers.themes] == [("F1", "F2"), ("F3",)]
    assert (len(answers.organisations), len(answers.cases), len(answers.sources)) == (2, 1, 1)
    assert len(answers.earlier) == 1
    assert answers.themes[0].own[1].parts.verb == "answer to verb"


KINDS = ("answer", "answer", "back", "jump", "err", "err", "look", "cut off")
STEPS = st.lists(st.builds(Step, st.sampled_from(KINDS), st.integers(0, 200)), min_size=3, max_size=14)
NUMBERS = itertools.count()


@pytest.mark.seconds(180)
@settings(
    max_examples=16,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(start=st.floats(0, 1), steps=STEPS)
def test_every_walk_ends_in_the_answers_of_the_straight_way(
    straight: tuple[Path, list[str]], tmp_path: Path, start: float, steps: list[Step]
) -> None:
    file, texts = straight
    walked = tmp_path / f"{next(NUMBERS)}.yaml"
    walked.write_text(texts[int(start * (len(texts) - 1))], "utf-8")
    walk(walked, steps)
    assert stands(walked) == stands(file)


# ---- what each change asks again ----


@pytest.fixture
def store(straight: tuple[Path, list[str]], tmp_path: Path) -> Store:
    """A finished interview that may be changed."""
    file = tmp_path / "a.yaml"
    file.write_text(straight[0].read_text("utf-8"), "utf-8")
    return Store.open(file, MADE_WITH)


def change(store: Store, path: tuple[Any, ...], value: Any) -> None:
    """Answer the question at *path* again."""
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == path)
    store.change(question.changes(store.answers, value, LIBRARY))


def left(store: Store) -> list[tuple[Any, ...]]:
    """Return the places of the questions that have no answer."""
    return [item.path for item in questions(store.answers, LIBRARY) if is_open(store.answers, item)]


def test_a_theme_that_is_left_rests_and_comes_back_with_all_that_was_said_under_it(store: Store) -> None:
    before = stands(store.file)
    section = before[0]["themes"][0]
    change(store, ("themes",), [SECOND])
    assert [section["theme"] for section in store.data["themes"]] == [SECOND]
    assert read_yaml(store.file.read_text("utf-8"), "")["inactive"]["themes"] == [section]
    assert left(store) == []
    change(store, ("themes",), [FIRST, SECOND])
    assert stands(store.file) == before
    assert left(store) == []


def test_nothing_that_rests_is_printed(store: Store) -> None:
    change(store, ("themes", 0, "own", 0, "text"), "A canary in the coal mine.")
    assert "canary" in printed(store.file)
    change(store, ("themes",), [SECOND])
    assert "canary" in store.file.read_text("utf-8")
    assert "canary" not in printed(store.file)


def printed(file: Path) -> str:
    """Return every word of the document that *file* makes."""
    document = draft_file(file).draft.document
    return "\n".join(
        [*map(block_text, document.blocks), *map(plain_text, document.notes), str(document.properties)]
    )


def test_a_clause_that_is_left_takes_its_own_wording_to_rest_and_brings_it_back(store: Store) -> None:
    path = ("themes", 0, "clauses")
    taken = [str(section) for section in store.data["themes"][0]["clauses"]]
    store.set((*path, 0), {"clause": taken[0], "text": "Words of our own in its place."})
    change(store, path, taken[1:])
    assert "in its place" not in printed(store.file)
    change(store, path, taken)
    assert at(store.data, (*path, 0, "text")) == "Words of our own in its place."
    assert "in its place" in printed(store.file)


def test_another_document_asks_its_own_questions_and_for_clauses_that_fit_and_nothing_else(
    store: Store,
) -> None:
    organisations = len(store.data["organisations"])
    change(store, ("document",), "ccpr/list-of-issues")
    open_ = left(store)
    assert ("details", "procedure") in open_
    assert ("themes", 0, "clauses") in open_
    # A summary was written for the other body, and consent was given for it.
    assert {path[0] for path in open_} == {"details", "themes", "summary", "cases"}
    assert all(path[-1] == "clauses" for path in open_ if path[0] == "themes")
    assert all(path[2] == "consent" for path in open_ if path[0] == "cases")
    assert len(store.data["organisations"]) == organisations


def test_a_document_of_the_same_kind_asks_nothing_again(store: Store) -> None:
    change(store, ("document",), "upr/individual")
    assert left(store) == []


def test_answers_that_only_the_old_document_asks_rest_and_come_back_with_it(store: Store) -> None:
    before = stands(store.file)
    change(store, ("details", "follow_up"), "A canary about the last review.")
    change(store, ("document",), "ccpr/list-of-issues")
    assert "follow_up" not in store.data["details"]
    [kept] = [record for record in at(store.data, ("inactive", "removed")) if record["key"] == "follow_up"]
    assert (kept["place"], kept["value"]) == (["details"], "A canary about the last review.")
    assert kept["document"] == "upr/joint"
    assert "canary" not in printed(store.file)
    change(store, ("document",), "upr/joint")
    assert store.data["details"] == {**before[0]["details"], "follow_up": "A canary about the last review."}


def test_clauses_that_no_document_of_the_new_kind_may_hold_are_neither_printed_nor_lost(store: Store) -> None:
    recommendation = next(
        clause.id
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.kind == "recommendation"
        and clause.head.themes[0] == FIRST
        and clause.head.mechanisms == ("all",)
        and clause.head.position == "neutral"
    )
    change(store, ("themes", 0, "clauses"), [recommendation])
    open_ = left(store)
    change(store, ("document",), "ccpr/list-of-issues")
    kept = at(store.data, ("inactive", "removed"))
    assert [one["value"] for one in kept if one["place"] == ["themes", FIRST, "clauses"]] == [recommendation]
    assert "recommendation" not in {clause.head.kind for clause in draft_file(store.file).resolved.clauses}
    assert ("themes", 0, "clauses") in left(store), "what could stand in its place is asked for"
    change(store, ("document",), "upr/joint")
    assert at(store.data, ("themes", 0, "clauses")) == [recommendation]
    assert left(store) == open_


PARTS = ("themes", "keywords", "method", "earlier")


@pytest.mark.parametrize("document", [name for name in LIBRARY.document_ids() if name != "upr/joint"])
def test_parts_that_the_new_document_leaves_out_rest_and_come_back_with_the_old_one(
    store: Store, document: str
) -> None:
    change(store, ("keywords",), "canary-keywords")
    change(store, ("method",), "canary-method")
    change(store, ("earlier", 0, "text"), "canary-earlier")
    change(store, ("themes", 0, "own", 0, "text"), "canary-themes")
    before = stands(store.file)
    change(store, ("document",), document)
    text = printed(store.file)
    rules = LIBRARY.document(document).rules
    in_its_own_table = {"earlier"} if has_table(rules) else set()
    for part in {*rules.leaves_out} - in_its_own_table:
        assert f"canary-{part}" not in text
    assert all(f"canary-{part}" in store.file.read_text("utf-8") for part in PARTS)
    change(store, ("document",), "upr/joint")
    assert stands(store.file) == before


def test_a_fact_that_is_a_figure_asks_what_it_counts_and_one_that_is_none_does_not(store: Store) -> None:
    change(store, ("facts", "F2", "figure"), "12")
    assert left(store) == [("facts", "F2", name) for name in ("unit", "period", "place", "disaggregation")]
    change(store, ("facts", "F2", "figure"), "")
    assert left(store) == []


def test_what_a_figure_measures_is_suggested_as_for_the_figure_before(store: Store) -> None:
    change(store, ("facts", "F1", "unit"), "people")
    change(store, ("facts", "F1", "place"), None)
    change(store, ("facts", "F3", "figure"), "7")
    suggested = {
        item.path: item.default for item in questions(store.answers, LIBRARY) if item.path[0] == "facts"
    }
    assert suggested["facts", "F3", "unit"] == "people"
    assert suggested["facts", "F3", "place"] is None
    assert suggested["facts", "F3", "figure"] is None
    assert suggested["facts", "F1", "unit"] is None


def test_what_is_suggested_for_a_figure_is_not_carried_over_unasked(store: Store) -> None:
    change(store, ("facts", "F1", "unit"), "people")
    change(store, ("facts", "F3", "figure"), "7")
    assert ("facts", "F3", "unit") in left(store)
    store.change(settled(store.answers, LIBRARY, working({})))
    assert ("facts", "F3", "unit") not in left(store)
    assert not answered(store.data, ("facts", "F3", "unit"))


@pytest.mark.parametrize("given", ["lead", "co-submitter"])
def test_what_was_said_about_the_lead_is_not_changed_by_a_name(store: Store, given: str) -> None:
    change(store, ("organisations", 0, "role"), given)
    change(store, ("organisations", 0, "name"), "Other")
    assert store.data["organisations"][0]["role"] == given


def test_a_case_that_turns_out_to_be_a_childs_asks_for_the_guardian_alone(store: Store) -> None:
    change(store, ("cases", "C1", "age_group"), "child")
    assert left(store) == [("cases", "C1", "consent", "guardian")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("state",), "Norway"),
        (("organisations", 0, "name"), "Other"),
        (("summary",), None),
        (("stand_for",), []),
    ],
)
def test_a_change_on_which_nothing_depends_asks_nothing(
    store: Store, path: tuple[Any, ...], value: Any
) -> None:
    change(store, path, value)
    assert left(store) == []


def test_a_fact_of_one_theme_can_be_attached_to_another_that_has_facts_already(store: Store) -> None:
    change(store, ("themes", 1, "facts"), ["F1", "F3"])
    assert read_answers(store.file)[0].themes[1].facts == ("F1", "F3")
    assert left(store) == []


# ---- one question for all that can be added to a theme ----

MORE_OF_SECOND = ("interview", "more", f"theme/{SECOND}")
FORMER = ("facts", "cases", "own")


def reopen(store: Store, name: str) -> None:
    """Pick "Add more" of *name* at the overview."""
    item = next(item for item in questions(store.answers, LIBRARY) if item.path[-1] == name)
    assert isinstance(item, FinishableItem)
    assert item.overview_title
    store.change(item.reopen(store.answers))


def offered(store: Store, path: tuple[Any, ...]) -> list[str]:
    """Return the values that can be chosen at *path*."""
    return [
        choice.value
        for question in questions(store.answers, LIBRARY)
        if question.path == path
        for choice in question.choices
    ]


def test_what_is_added_to_a_theme_is_asked_once_and_going_on_is_the_default(store: Store) -> None:
    reopen(store, f"theme/{SECOND}")
    assert left(store) == [MORE_OF_SECOND]
    question = next_question(store.answers, LIBRARY)
    assert question is not None
    assert question.default == ""
    assert offered(store, MORE_OF_SECOND) == [
        "",
        "fact",
        "known",
        "clause",
        "case",
        "paragraph",
        "recommendation",
    ]
    change(store, MORE_OF_SECOND, "")
    assert store.data["interview"]["finished"].count(f"theme/{SECOND}") == 1
    assert left(store) == []


def test_where_questions_are_written_a_question_can_be_added(store: Store) -> None:
    change(store, ("document",), "ccpr/list-of-issues")
    reopen(store, f"theme/{SECOND}")
    assert offered(store, MORE_OF_SECOND)[-1] == "question"


@pytest.mark.parametrize(("chosen", "stand"), [(["F1", "F3"], ("F1", "F3")), ([], ())])
def test_which_of_the_known_facts_belong_to_a_theme_is_asked_where_that_is_wished(
    store: Store, chosen: list[str], stand: tuple[str, ...]
) -> None:
    reopen(store, f"theme/{SECOND}")
    change(store, MORE_OF_SECOND, "known")
    which = ("themes", 1, "facts")
    add = next_question(store.answers, LIBRARY)
    assert add is not None
    asked = add.follow_up(store.answers, "known", LIBRARY)
    assert asked is not None
    assert (asked.path, asked.text) == (which, "Which of your facts belong here?")
    assert asked.current(store.answers) == ["F3"]
    assert read_answers(store.file)[0].themes[1].facts == ("F3",), (
        "until it is answered nothing is taken away"
    )
    assert offered(store, which) == ["F1", "F2", "F3"]
    change(store, which, chosen)
    assert read_answers(store.file)[0].themes[1].facts == stand
    assert left(store) == [MORE_OF_SECOND]


def test_known_facts_are_offered_only_where_there_are_some_that_are_not_here(store: Store) -> None:
    change(store, ("themes", 1, "facts"), ["F1", "F2", "F3"])
    reopen(store, f"theme/{SECOND}")
    assert "known" not in offered(store, MORE_OF_SECOND)


def test_a_theme_that_was_finished_bit_by_bit_is_not_asked_again_and_can_be_reopened(store: Store) -> None:
    others = [name for name in store.data["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(("interview", "finished"), [*others, *(f"{one}/{SECOND}" for one in FORMER)])
    store = Store.open(store.file, MADE_WITH)
    assert left(store) == []
    titles = [choice.title for choice in overview(store.answers, QUESTIONS).question.choices]
    assert titles.count(f"Add more: to “{LIBRARY.themes.themes[SECOND].title}”") == 1
    assert not [title for title in titles if title.startswith(("Add more: facts", "Add more: own"))]
    reopen(store, f"theme/{SECOND}")
    assert left(store) == [MORE_OF_SECOND]
    assert store.data["interview"]["finished"] == others


@pytest.mark.parametrize("missing", FORMER)
def test_a_theme_of_which_a_part_was_not_finished_is_asked_once_more(store: Store, missing: str) -> None:
    others = [name for name in store.data["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(("interview", "finished"), [*others, *(f"{one}/{SECOND}" for one in FORMER if one != missing)])
    assert left(store) == [MORE_OF_SECOND]


# ---- the same by real keys through real prompts ----

BACK, LOOK, BACKSPACE, CLEAR = "\x02", "\x0f", "\x7f", "\x15"
FEW = tuple(
    Choice(value=letter, title=f"Choice {letter.upper()}", more=f"All of {letter}.") for letter in "abc"
)
MANY = tuple(Choice(value=f"v{n}", title=f"Land {n} of many") for n in range(1, 41))


def one(kind: str, **given: Any) -> Question:
    """Return a question of *kind*."""
    fields = {"path": ("x",), "section": "S", "text": "What is it?", "help": "Some help.", **given}
    return Question.model_validate({"kind": kind, **fields})


def keyed(question: Question, keys: str, standing: Any = MISSING) -> tuple[Any, list[str]]:
    """Return the answer that *keys* give at the real prompt, and what was said around it."""
    said: list[str] = []
    with keyboard(keys):
        return ask(question, standing, said.append), said


KINDS_OF_QUESTION = [
    one("line"),
    one("line", required=True),
    one("long"),
    one("number"),
    one("yes-no"),
    one("choice", choices=FEW),
    one("choice", choices=FEW, allow_unknown=True),
    one("search", choices=MANY),
    one("choices", choices=FEW),
    one("choices", choices=MANY, required=True),
]


@pytest.mark.parametrize("question", KINDS_OF_QUESTION, ids=lambda one: f"{one.kind}-{len(one.choices)}")
def test_one_key_goes_back_and_one_shows_all_answers_at_every_kind_of_question(question: Question) -> None:
    with pytest.raises(Back):
        keyed(question, BACK)
    with pytest.raises(Overview):
        keyed(question, LOOK)
    with pytest.raises(KeyboardInterrupt):
        keyed(question, CTRL_C)
    assert "Ctrl-B: back" in KEYS
    assert "Ctrl-O: all answers" in KEYS


def test_a_text_half_typed_does_not_keep_from_going_back() -> None:
    with pytest.raises(Back):
        keyed(one("line"), f"half a sen{BACK}")


def test_back_is_asked_from_the_long_question_that_an_editor_would_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(Back):
        keyed(one("long"), BACK)


@pytest.mark.parametrize(
    ("question", "standing"),
    [
        (one("line"), "as before"),
        (one("line", required=True), "as before"),
        (one("line", allow_unknown=True), None),
        (one("yes-no"), True),
        (one("yes-no", default=True), False),
        (one("choice", choices=FEW, default="a"), "c"),
        (one("choice", choices=FEW, default="a", allow_unknown=True), None),
        (one("search", choices=MANY), "v33"),
        (one("choices", choices=FEW), ["a", "c"]),
        (one("choices", choices=MANY), ["v2", "v40"]),
    ],
)
def test_enter_alone_keeps_the_answer_that_stands(question: Question, standing: Any) -> None:
    assert keyed(question, ENTER, standing)[0] == standing


def test_a_long_text_that_stands_is_there_to_be_changed() -> None:
    assert keyed(one("long"), f"{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines"
    assert keyed(one("long"), f" more{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines more"


def test_a_number_that_stands_is_shown_in_its_digits() -> None:
    assert keyed(one("number"), ENTER, 12)[0] == "12"
    assert keyed(one("number"), f"{BACKSPACE}{ENTER}", 12)[0] == "1"
    assert keyed(one("choice", choices=(*FEW, Choice(value="1", title="One"))), ENTER, 1)[0] == "1"


def test_a_default_that_is_text_is_there_to_be_kept() -> None:
    assert keyed(one("line", default="submission", required=True), ENTER)[0] == "submission"
    assert keyed(one("line", default="submission"), f"{CLEAR}other{ENTER}")[0] == "other"


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (one("number"), f"x{ENTER}{BACKSPACE}7{ENTER}", "7"),
        (one("line", required=True), f"{ENTER}words{ENTER}", "words"),
        (one("line", allow_unknown=True, required=True), f"?{ENTER}", None),
        (one("choice", choices=FEW, allow_unknown=True), f"{UP}{ENTER}", None),
        (one("choices", choices=FEW, required=True), f"{ENTER}{SPACE}{ENTER}", ["a"]),
        (one("search", choices=MANY), f"land 27 of{ENTER}", "v27"),
        (one("search", choices=MANY), f"nowhere{ENTER}{BACKSPACE * 7}land 3 of{ENTER}", "v3"),
        (one("choices", choices=MANY), f"40{SPACE}{BACKSPACE * 2}39{SPACE}{ENTER}", ["v39", "v40"]),
        (one("choices", choices=FEW), f"{RIGHT}{SPACE}{DOWN}{DOWN}{SPACE}{ENTER}", ["a", "c"]),
    ],
)
def test_keys_give_the_answer(question: Question, keys: str, answer: Any) -> None:
    assert keyed(question, keys)[0] == answer


def test_enter_takes_nothing_while_nothing_fits_the_letters_typed() -> None:
    said = keyed(one("search", choices=MANY), f"nowhere{ENTER}{BACKSPACE * 7}{ENTER}")[1]
    assert said[-1] == "    Nothing fits what you typed. Backspace takes a letter away."


def test_the_right_arrow_reads_a_choice_whole() -> None:
    said = keyed(one("choices", choices=FEW), f"{DOWN}{RIGHT}{ENTER}")[1]
    assert "      All of b." in said


def test_back_by_its_key_shows_the_question_before_with_its_answer_and_goes_on_where_it_was(
    straight: tuple[Path, list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(straight[1][5], "utf-8")
    seen: list[tuple[tuple[Any, ...], Any]] = []
    keys = iter([BACK, ENTER, CTRL_C])

    def person(question: Question, standing: Any) -> Any:
        seen.append((question.path, standing))
        return keyed(question, next(keys), standing)[0]

    store = Store.open(file, MADE_WITH)
    before = stands(file)
    with pytest.raises(KeyboardInterrupt):
        interview(store, QUESTIONS, Person(person))
    assert seen[0] == seen[2]
    assert seen[0][1] is MISSING
    assert seen[1][0] != seen[0][0]
    assert seen[1][1] == at(store.data, seen[1][0])
    assert stands(file) == before


def test_the_overview_by_its_key_finds_an_answer_by_a_word_of_it(store: Store) -> None:
    keys = iter([f"Go on{ENTER}", f"{CLEAR}A better summary{ESCAPE}{ENTER}"])

    def person(question: Question, standing: Any) -> Any:
        return keyed(question, next(keys), standing)[0]

    assert look_over(store, QUESTIONS, person) is None
    keys = iter([f"answer to summary{ENTER}"])
    wished = look_over(store, QUESTIONS, person)
    assert wished is not None
    assert wished.path == ("summary",)


def test_the_overview_lists_every_answer_by_its_section(store: Store) -> None:
    shown = overview(store.answers, QUESTIONS).question
    items = {dotted(item.path): item.path for item in questions(store.answers, LIBRARY)}
    listed = {items[choice.value] for choice in shown.choices if "→" in choice.title}
    assert listed == {item.path for item in questions(store.answers, LIBRARY) if item.automatic}
    titles = [choice.title for choice in shown.choices]
    assert any(title.endswith("→ Ruritania") for title in titles)
    assert any(title.endswith("→ not known yet") for title in titles)
    assert "Add more: organisations" in titles
