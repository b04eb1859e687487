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

MORE: dict[str, int | tuple[str, ...]] = {
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


answer = Robot(ANSWERS, MORE).answer


def wrong_answer(question: Question, data: Mapping[str, Any], pick: int) -> Any:
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
        others = [
            question_of
            for question_of in some
            if (question_of or not question.required) and set(question_of) != set(right)
        ]
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
            case "err" if (wrong := wrong_answer(question, data, step.pick)) != answer(question, data):
                self.mend = question.path
                return wrong
        return answer(question, data)

    def _picked(self, question: Question) -> str:
        values = [choice.value for choice in question.choices]
        wanted = self.wanted or GO_ON
        return values[int(wanted) % len(values)] if wanted.isdecimal() else wanted


def take_detour(file: Path, steps: list[Step]) -> None:
    """Go through the interview over *file* to its end, opening it again from disk whenever cut off."""
    open_paths = list(steps)
    for _ in range(len(steps) + 1):
        walker = Walker(Store.open(file, MADE_WITH), open_paths)
        try:
            interview(walker.store, QUESTIONS, Person(walker))
            if walker.mend is not None:  # the last question of all: nothing came after it to look over from
                last = next(
                    item for item in questions(walker.store.answers, LIBRARY) if item.path == walker.mend
                )
                interview(walker.store, QUESTIONS, Person(walker), first=last)
        except KeyboardInterrupt:
            open_paths = walker.steps
        else:
            return
    pytest.fail("the interview never ended")


def active_answers(file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return all that counts in *file* and its private one: not what rests, not the order of what is done."""
    data = dict(read_yaml(file.read_text("utf-8"), str(file)))
    data.pop("inactive", None)
    data["interview"] = set(data.get("interview", {}).get("finished", ()))
    beside = private_path(file)
    return data, read_yaml(beside.read_text("utf-8"), str(beside)) if beside.exists() else {}


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The file of a straight interview, and its text as it was at each question."""
    file = tmp_path_factory.mktemp("straight") / "a.yaml"
    store = Store.open(file, MADE_WITH)
    texts: list[str] = []

    def told(*_: object) -> None:
        texts.append(file.read_text("utf-8"))

    interview(store, QUESTIONS, Person(Walker(store, []), told))
    return file, texts


def test_the_direct_interview_has_everything_that_a_detour_could_lose(
    direct: tuple[Path, list[str]],
) -> None:
    answers, _ = read_answers(direct[0])
    assert len(direct[1]) > 90
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
def test_every_detour_ends_with_the_answers_of_the_direct_interview(
    direct: tuple[Path, list[str]], tmp_path: Path, start: float, steps: list[Step]
) -> None:
    file, texts = direct
    file_of_detour = tmp_path / f"{next(NUMBERS)}.yaml"
    file_of_detour.write_text(texts[int(start * (len(texts) - 1))], "utf-8")
    take_detour(file_of_detour, steps)
    assert active_answers(file_of_detour) == active_answers(file)


# ---- what each change asks again ----


@pytest.fixture
def store(direct: tuple[Path, list[str]], tmp_path: Path) -> Store:
    """A finished interview that may be changed."""
    file = tmp_path / "a.yaml"
    file.write_text(direct[0].read_text("utf-8"), "utf-8")
    return Store.open(file, MADE_WITH)


def save_answer(store: Store, path: tuple[Any, ...], value: Any) -> None:
    """Answer the question at *path* again."""
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == path)
    store.change(question.changes(store.answers, value, LIBRARY))


def open_paths(store: Store) -> list[tuple[Any, ...]]:
    """Return the places of the questions that have no answer."""
    return [item.path for item in questions(store.answers, LIBRARY) if is_open(store.answers, item)]


def test_a_theme_that_is_left_out_is_kept_and_comes_back_with_all_its_answers(store: Store) -> None:
    before = active_answers(store.file)
    section = before[0]["themes"][0]
    save_answer(store, ("themes",), [SECOND])
    assert [section["theme"] for section in store.data["themes"]] == [SECOND]
    assert read_yaml(store.file.read_text("utf-8"), "")["inactive"]["themes"] == [section]
    assert open_paths(store) == []
    save_answer(store, ("themes",), [FIRST, SECOND])
    assert active_answers(store.file) == before
    assert open_paths(store) == []


def test_inactive_answers_are_not_printed(store: Store) -> None:
    save_answer(store, ("themes", 0, "own", 0, "text"), "A canary in the coal mine.")
    assert "canary" in printed(store.file)
    save_answer(store, ("themes",), [SECOND])
    assert "canary" in store.file.read_text("utf-8")
    assert "canary" not in printed(store.file)


def printed(file: Path) -> str:
    """Return every word of the document that *file* makes."""
    document = draft_file(file).draft.document
    return "\n".join(
        [*map(block_text, document.blocks), *map(plain_text, document.notes), str(document.properties)]
    )


def test_a_clause_that_is_left_out_comes_back_with_its_own_wording(store: Store) -> None:
    path = ("themes", 0, "clauses")
    taken = [str(section) for section in store.data["themes"][0]["clauses"]]
    store.set((*path, 0), {"clause": taken[0], "text": "Words of our own in its place."})
    save_answer(store, path, taken[1:])
    assert "in its place" not in printed(store.file)
    save_answer(store, path, taken)
    assert at(store.data, (*path, 0, "text")) == "Words of our own in its place."
    assert "in its place" in printed(store.file)


def test_another_document_asks_only_its_own_questions_and_for_clauses_that_fit(
    store: Store,
) -> None:
    organisations = len(store.data["organisations"])
    save_answer(store, ("document",), "ccpr/list-of-issues")
    open_ = open_paths(store)
    assert ("details", "procedure") in open_
    assert ("themes", 0, "clauses") in open_
    # A summary was written for the other body, and consent was given for it.
    assert {path[0] for path in open_} == {"details", "themes", "summary", "cases"}
    assert all(path[-1] == "clauses" for path in open_ if path[0] == "themes")
    assert all(path[2] == "consent" for path in open_ if path[0] == "cases")
    assert len(store.data["organisations"]) == organisations


def test_a_document_of_the_same_kind_asks_nothing_again(store: Store) -> None:
    save_answer(store, ("document",), "upr/individual")
    assert open_paths(store) == []


def test_answers_that_only_the_old_document_asks_for_are_put_aside_and_come_back_with_it(
    store: Store,
) -> None:
    before = active_answers(store.file)
    save_answer(store, ("details", "follow_up"), "A canary about the last review.")
    save_answer(store, ("document",), "ccpr/list-of-issues")
    assert "follow_up" not in store.data["details"]
    [kept] = [record for record in at(store.data, ("inactive", "removed")) if record["key"] == "follow_up"]
    assert (kept["place"], kept["value"]) == (["details"], "A canary about the last review.")
    assert kept["document"] == "upr/joint"
    assert "canary" not in printed(store.file)
    save_answer(store, ("document",), "upr/joint")
    assert store.data["details"] == {**before[0]["details"], "follow_up": "A canary about the last review."}


def test_clauses_of_a_kind_that_the_new_document_cannot_print_are_put_aside(store: Store) -> None:
    recommendation = next(
        clause.id
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.kind == "recommendation"
        and clause.head.themes[0] == FIRST
        and clause.head.mechanisms == ("all",)
        and clause.head.position == "neutral"
    )
    save_answer(store, ("themes", 0, "clauses"), [recommendation])
    open_ = open_paths(store)
    save_answer(store, ("document",), "ccpr/list-of-issues")
    kept = at(store.data, ("inactive", "removed"))
    assert [
        question_of["value"] for question_of in kept if question_of["place"] == ["themes", FIRST, "clauses"]
    ] == [recommendation]
    assert "recommendation" not in {clause.head.kind for clause in draft_file(store.file).resolved.clauses}
    assert ("themes", 0, "clauses") in open_paths(store), "what could stand in its place is asked for"
    save_answer(store, ("document",), "upr/joint")
    assert at(store.data, ("themes", 0, "clauses")) == [recommendation]
    assert open_paths(store) == open_


PARTS = ("themes", "keywords", "method", "earlier")


@pytest.mark.parametrize("document", [name for name in LIBRARY.document_ids() if name != "upr/joint"])
def test_parts_that_the_new_document_leaves_out_come_back_with_the_old_document(
    store: Store, document: str
) -> None:
    save_answer(store, ("keywords",), "canary-keywords")
    save_answer(store, ("method",), "canary-method")
    save_answer(store, ("earlier", 0, "text"), "canary-earlier")
    save_answer(store, ("themes", 0, "own", 0, "text"), "canary-themes")
    before = active_answers(store.file)
    save_answer(store, ("document",), document)
    text = printed(store.file)
    rules = LIBRARY.document(document).rules
    in_its_own_table = {"earlier"} if has_table(rules) else set()
    for part in {*rules.leaves_out} - in_its_own_table:
        assert f"canary-{part}" not in text
    assert all(f"canary-{part}" in store.file.read_text("utf-8") for part in PARTS)
    save_answer(store, ("document",), "upr/joint")
    assert active_answers(store.file) == before


def test_only_a_fact_with_a_figure_asks_what_it_counts(store: Store) -> None:
    save_answer(store, ("facts", "F2", "figure"), "12")
    assert open_paths(store) == [
        ("facts", "F2", name) for name in ("unit", "period", "place", "disaggregation")
    ]
    save_answer(store, ("facts", "F2", "figure"), "")
    assert open_paths(store) == []


def test_the_unit_of_a_figure_is_suggested_from_the_figure_before(store: Store) -> None:
    save_answer(store, ("facts", "F1", "unit"), "people")
    save_answer(store, ("facts", "F1", "place"), None)
    save_answer(store, ("facts", "F3", "figure"), "7")
    suggested = {
        item.path: item.default for item in questions(store.answers, LIBRARY) if item.path[0] == "facts"
    }
    assert suggested["facts", "F3", "unit"] == "people"
    assert suggested["facts", "F3", "place"] is None
    assert suggested["facts", "F3", "figure"] is None
    assert suggested["facts", "F1", "unit"] is None


def test_a_suggestion_is_not_saved_as_an_answer_when_answers_are_carried_over(store: Store) -> None:
    save_answer(store, ("facts", "F1", "unit"), "people")
    save_answer(store, ("facts", "F3", "figure"), "7")
    assert ("facts", "F3", "unit") in open_paths(store)
    store.change(settled(store.answers, LIBRARY, working({})))
    assert ("facts", "F3", "unit") not in open_paths(store)
    assert not answered(store.data, ("facts", "F3", "unit"))


@pytest.mark.parametrize("given", ["lead", "co-submitter"])
def test_a_new_name_does_not_change_the_role_of_the_organisation(store: Store, given: str) -> None:
    save_answer(store, ("organisations", 0, "role"), given)
    save_answer(store, ("organisations", 0, "name"), "Other")
    assert store.data["organisations"][0]["role"] == given


def test_a_case_that_becomes_a_childs_asks_only_about_the_guardian(store: Store) -> None:
    save_answer(store, ("cases", "C1", "age_group"), "child")
    assert open_paths(store) == [("cases", "C1", "consent", "guardian")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("state",), "Norway"),
        (("organisations", 0, "name"), "Other"),
        (("summary",), None),
        (("stand_for",), []),
    ],
)
def test_a_change_on_which_nothing_depends_opens_no_question(
    store: Store, path: tuple[Any, ...], value: Any
) -> None:
    save_answer(store, path, value)
    assert open_paths(store) == []


def test_a_fact_can_be_used_in_two_themes(store: Store) -> None:
    save_answer(store, ("themes", 1, "facts"), ["F1", "F3"])
    assert read_answers(store.file)[0].themes[1].facts == ("F1", "F3")
    assert open_paths(store) == []


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


def test_one_question_asks_what_to_add_to_a_theme_and_going_on_is_the_default(store: Store) -> None:
    reopen(store, f"theme/{SECOND}")
    assert open_paths(store) == [MORE_OF_SECOND]
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
    save_answer(store, MORE_OF_SECOND, "")
    assert store.data["interview"]["finished"].count(f"theme/{SECOND}") == 1
    assert open_paths(store) == []


def test_a_question_can_be_added_to_a_document_of_questions(store: Store) -> None:
    save_answer(store, ("document",), "ccpr/list-of-issues")
    reopen(store, f"theme/{SECOND}")
    assert offered(store, MORE_OF_SECOND)[-1] == "question"


@pytest.mark.parametrize(("chosen", "stand"), [(["F1", "F3"], ("F1", "F3")), ([], ())])
def test_known_facts_can_be_chosen_for_a_theme_on_request(
    store: Store, chosen: list[str], stand: tuple[str, ...]
) -> None:
    reopen(store, f"theme/{SECOND}")
    save_answer(store, MORE_OF_SECOND, "known")
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
    save_answer(store, which, chosen)
    assert read_answers(store.file)[0].themes[1].facts == stand
    assert open_paths(store) == [MORE_OF_SECOND]


def test_known_facts_are_offered_only_if_the_theme_does_not_use_them_all(store: Store) -> None:
    save_answer(store, ("themes", 1, "facts"), ["F1", "F2", "F3"])
    reopen(store, f"theme/{SECOND}")
    assert "known" not in offered(store, MORE_OF_SECOND)


def test_a_theme_finished_in_an_older_version_is_not_asked_again_and_can_be_reopened(store: Store) -> None:
    others = [name for name in store.data["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(("interview", "finished"), [*others, *(f"{part}/{SECOND}" for part in FORMER)])
    store = Store.open(store.file, MADE_WITH)
    assert open_paths(store) == []
    titles = [choice.title for choice in overview(store.answers, QUESTIONS).question.choices]
    assert titles.count(f"Add more: to “{LIBRARY.themes.themes[SECOND].title}”") == 1
    assert not [title for title in titles if title.startswith(("Add more: facts", "Add more: own"))]
    reopen(store, f"theme/{SECOND}")
    assert open_paths(store) == [MORE_OF_SECOND]
    assert store.data["interview"]["finished"] == others


@pytest.mark.parametrize("missing", FORMER)
def test_a_theme_only_partly_finished_in_an_older_version_is_asked_again(store: Store, missing: str) -> None:
    others = [name for name in store.data["interview"]["finished"] if name != f"theme/{SECOND}"]
    store.set(
        ("interview", "finished"),
        [*others, *(f"{part}/{SECOND}" for part in FORMER if part != missing)],
    )
    assert open_paths(store) == [MORE_OF_SECOND]


# ---- the same by real keys through real prompts ----

BACK, LOOK, BACKSPACE, CLEAR = "\x02", "\x0f", "\x7f", "\x15"
FEW = tuple(
    Choice(value=letter, title=f"Choice {letter.upper()}", more=f"All of {letter}.") for letter in "abc"
)
MANY = tuple(Choice(value=f"v{n}", title=f"Land {n} of many") for n in range(1, 41))


def question_of(kind: str, **given: Any) -> Question:
    """Return a question of *kind*."""
    fields = {"path": ("x",), "section": "S", "text": "What is it?", "help": "Some help.", **given}
    return Question.model_validate({"kind": kind, **fields})


def type_keys(question: Question, keys: str, current: Any = MISSING) -> tuple[Any, list[str]]:
    """Return the answer that *keys* give at the real prompt, and what was said around it."""
    said: list[str] = []
    with keyboard(keys):
        return ask(question, current, said.append), said


KINDS_OF_QUESTION = [
    question_of("line"),
    question_of("line", required=True),
    question_of("long"),
    question_of("number"),
    question_of("yes-no"),
    question_of("choice", choices=FEW),
    question_of("choice", choices=FEW, allow_unknown=True),
    question_of("search", choices=MANY),
    question_of("choices", choices=FEW),
    question_of("choices", choices=MANY, required=True),
]


@pytest.mark.parametrize(
    "question", KINDS_OF_QUESTION, ids=lambda question: f"{question.kind}-{len(question.choices)}"
)
def test_every_kind_of_question_has_a_key_for_back_and_a_key_for_the_overview(question: Question) -> None:
    with pytest.raises(Back):
        type_keys(question, BACK)
    with pytest.raises(Overview):
        type_keys(question, LOOK)
    with pytest.raises(KeyboardInterrupt):
        type_keys(question, CTRL_C)
    assert "Ctrl-B: back" in KEYS
    assert "Ctrl-O: all answers" in KEYS


def test_back_works_with_half_typed_text_on_the_line() -> None:
    with pytest.raises(Back):
        type_keys(question_of("line"), f"half a sen{BACK}")


def test_back_works_at_a_long_question_that_an_editor_would_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(Back):
        type_keys(question_of("long"), BACK)


@pytest.mark.parametrize(
    ("question", "current"),
    [
        (question_of("line"), "as before"),
        (question_of("line", required=True), "as before"),
        (question_of("line", allow_unknown=True), None),
        (question_of("yes-no"), True),
        (question_of("yes-no", default=True), False),
        (question_of("choice", choices=FEW, default="a"), "c"),
        (question_of("choice", choices=FEW, default="a", allow_unknown=True), None),
        (question_of("search", choices=MANY), "v33"),
        (question_of("choices", choices=FEW), ["a", "c"]),
        (question_of("choices", choices=MANY), ["v2", "v40"]),
    ],
)
def test_enter_alone_keeps_the_current_answer(question: Question, current: Any) -> None:
    assert type_keys(question, ENTER, current)[0] == current


def test_a_long_text_is_shown_to_be_changed() -> None:
    assert type_keys(question_of("long"), f"{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines"
    assert type_keys(question_of("long"), f" more{ESCAPE}{ENTER}", "Two\nlines")[0] == "Two\nlines more"


def test_a_saved_number_is_shown_in_digits() -> None:
    assert type_keys(question_of("number"), ENTER, 12)[0] == "12"
    assert type_keys(question_of("number"), f"{BACKSPACE}{ENTER}", 12)[0] == "1"
    assert (
        type_keys(question_of("choice", choices=(*FEW, Choice(value="1", title="One"))), ENTER, 1)[0] == "1"
    )


def test_a_default_text_is_shown_and_can_be_kept() -> None:
    assert type_keys(question_of("line", default="submission", required=True), ENTER)[0] == "submission"
    assert type_keys(question_of("line", default="submission"), f"{CLEAR}other{ENTER}")[0] == "other"


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (question_of("number"), f"x{ENTER}{BACKSPACE}7{ENTER}", "7"),
        (question_of("line", required=True), f"{ENTER}words{ENTER}", "words"),
        (question_of("line", allow_unknown=True, required=True), f"?{ENTER}", None),
        (question_of("choice", choices=FEW, allow_unknown=True), f"{UP}{ENTER}", None),
        (question_of("choices", choices=FEW, required=True), f"{ENTER}{SPACE}{ENTER}", ["a"]),
        (question_of("search", choices=MANY), f"land 27 of{ENTER}", "v27"),
        (question_of("search", choices=MANY), f"nowhere{ENTER}{BACKSPACE * 7}land 3 of{ENTER}", "v3"),
        (question_of("choices", choices=MANY), f"40{SPACE}{BACKSPACE * 2}39{SPACE}{ENTER}", ["v39", "v40"]),
        (question_of("choices", choices=FEW), f"{RIGHT}{SPACE}{DOWN}{DOWN}{SPACE}{ENTER}", ["a", "c"]),
    ],
)
def test_typed_keys_give_the_answer(question: Question, keys: str, answer: Any) -> None:
    assert type_keys(question, keys)[0] == answer


def test_enter_chooses_nothing_while_no_choice_fits_the_typed_letters() -> None:
    said = type_keys(question_of("search", choices=MANY), f"nowhere{ENTER}{BACKSPACE * 7}{ENTER}")[1]
    assert said[-1] == "    Nothing fits what you typed. Backspace takes a letter away."


def test_the_right_arrow_shows_the_whole_text_of_a_choice() -> None:
    said = type_keys(question_of("choices", choices=FEW), f"{DOWN}{RIGHT}{ENTER}")[1]
    assert "      All of b." in said


def test_the_back_key_shows_the_question_before_with_its_answer_and_then_returns(
    direct: tuple[Path, list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(direct[1][5], "utf-8")
    seen: list[tuple[tuple[Any, ...], Any]] = []
    keys = iter([BACK, ENTER, CTRL_C])

    def person(question: Question, current: Any) -> Any:
        seen.append((question.path, current))
        return type_keys(question, next(keys), current)[0]

    store = Store.open(file, MADE_WITH)
    before = active_answers(file)
    with pytest.raises(KeyboardInterrupt):
        interview(store, QUESTIONS, Person(person))
    assert seen[0] == seen[2]
    assert seen[0][1] is MISSING
    assert seen[1][0] != seen[0][0]
    assert seen[1][1] == at(store.data, seen[1][0])
    assert active_answers(file) == before


def test_the_overview_searches_the_answers_too(store: Store) -> None:
    keys = iter([f"Go on{ENTER}", f"{CLEAR}A better summary{ESCAPE}{ENTER}"])

    def person(question: Question, current: Any) -> Any:
        return type_keys(question, next(keys), current)[0]

    assert look_over(store, QUESTIONS, person) is None
    keys = iter([f"answer to summary{ENTER}"])
    wished = look_over(store, QUESTIONS, person)
    assert wished is not None
    assert wished.path == ("summary",)


def test_the_overview_lists_every_answer_and_each_list_to_add_to(store: Store) -> None:
    shown = overview(store.answers, QUESTIONS).question
    items = {dotted(item.path): item.path for item in questions(store.answers, LIBRARY)}
    listed = {items[choice.value] for choice in shown.choices if "→" in choice.title}
    assert listed == {item.path for item in questions(store.answers, LIBRARY) if item.automatic}
    titles = [choice.title for choice in shown.choices]
    assert any(title.endswith("→ Ruritania") for title in titles)
    assert any(title.endswith("→ not known yet") for title in titles)
    assert "Add more: organisations" in titles
