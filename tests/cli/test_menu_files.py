"""Entries of the menu about files: begin from another, build, import, practise, the tour, and first runs."""

import os
import re
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.lock import interview_lock
from drafter.answers.store import Store
from drafter.cli import COMMANDS, DONE, main, menu, menu_files, practice, tour
from drafter.cli.before_building import BeforeBuilding, counted_remarks
from drafter.cli.build_again import build_asking, free_name
from drafter.cli.menu_question import Action
from drafter.drafting.pipeline import draft_file
from drafter.errors import Stopped
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.setting import open_questions
from drafter.library.open_library import library_for
from drafter.model.remark import Remark
from tests.support.checked_answers import ANSWERS
from tests.support.checkout import EXAMPLES
from tests.support.menu_person import Answer, Person

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of somebody without a profile, and what is run is only noted where a test says so."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Collect the commands that are run instead of running them."""
    commands: list[tuple[str, ...]] = []

    def note(*arguments: str) -> int:
        commands.append(arguments)
        return DONE

    for module in (menu, menu_files, practice):
        monkeypatch.setattr(module, "run_command", note)
    return commands


def written(name: str = "a.yaml") -> Path:
    """Write a submission into this folder."""
    file = Path(name)
    file.write_text(ANSWERS, "utf-8")
    return file


# ---- the menu ----


def rows(person: Person) -> dict[str, Action]:
    """Return the rows of the menu, by their titles."""
    question, actions = menu._menu(person)
    return {choice.title: actions[choice.value] for choice in question.choices if choice.value in actions}


def test_only_a_first_run_offers_the_tour_first(here: Path) -> None:
    assert list(rows(Person()))[:2] == ["Take the tour (five minutes)", "Begin a new submission"]
    assert not any(title.startswith(("Build", "Begin from")) for title in rows(Person()))
    (here / "config" / "drafter").mkdir(parents=True)
    (here / "config" / "drafter" / "profile.yaml").write_text("format: 1\n", "utf-8")
    assert next(iter(rows(Person()))) == "Begin a new submission"


def test_the_menu_after_the_tour_does_not_offer_it_first_again(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person("tour", "quit")
    monkeypatch.setattr("drafter.terminal.asker.asker", lambda **_: (person, ""))
    monkeypatch.setattr(tour, "tour", lambda _: None)
    menu.menu()
    before, after = person.asked
    assert (before.choices[0].value, "first time" in before.help) == ("tour", True)
    assert (after.choices[0].value, "first time" in after.help) == ("new", False)


def test_the_menu_of_somebody_with_files_fits_on_a_screen_and_shows_their_state(here: Path) -> None:
    for number in range(7):
        file = written(f"a{number}.yaml")
        os.utime(file, (number, number))
    question, _ = menu._menu(Person())
    titles = [choice.title for choice in question.choices]
    assert titles[:5] == [
        *(f"Go on with a{number}.yaml" for number in (6, 5, 4, 3)),
        "Begin a new submission",
    ]
    assert "Begin from an earlier submission" in titles
    assert "Build a6.yaml" in titles
    assert len(titles) == 12, "a longer list would have to be searched"
    assert question.choices[0].note.startswith("· ")
    assert "changed 1 January 1970" in question.choices[0].note


def test_each_row_of_the_second_menu_does_something(run: list[tuple[str, ...]]) -> None:
    menu._more(first := Person("menu"))
    values = [choice.value for choice in first.asked[0].choices]
    assert {"practise", "tour", "build", "import", "profile", "doctor"} <= set(values)
    assert "compare" in values
    assert ("merge" in values) == ("merge" in COMMANDS)
    for command in ("profile", "doctor"):
        menu._more(Person(command))
        assert run.pop() == (command,)
    for value in sorted(set(values) - {"profile", "doctor", "tour", "menu"}):
        with pytest.raises(Back):
            menu._more(Person(value, Back))
    assert run == []


# ---- begin, build, import ----


def test_a_new_submission_begins_from_an_earlier_one(run: list[tuple[str, ...]]) -> None:
    written()
    menu_files.begin_from(person := Person("a.yaml", "ccpr/list-of-issues", ""))
    assert run == [
        ("new", "a-ccpr-list-of-issues.yaml", "--from", "a.yaml", "--document", "ccpr/list-of-issues")
    ]
    assert len(person.asked) == 3
    menu_files.begin_from(Person("another file", " ../b.yaml ", "upr/joint", "mine"))
    assert run[1][1:4] == ("mine.yaml", "--from", "../b.yaml")
    menu_files.begin_from(Person("menu"))
    assert len(run) == 2


def test_recommendations_are_imported_from_a_file_of_this_folder(
    run: list[tuple[str, ...]], here: Path
) -> None:
    written()
    (here / "list.docx").write_bytes(b"")
    for goes, command in (
        ("show", ("import", "list.docx")),
        ("library", ("import", "list.docx", "--library")),
        ("into a.yaml", ("import", "list.docx", "--into", "a.yaml")),
    ):
        menu_files.import_a_file(person := Person("list.docx", goes))
        assert run.pop() == command
        assert [choice.value for choice in person.asked[0].choices] == ["list.docx", "another file", "menu"]
        assert goes in [choice.value for choice in person.asked[1].choices]
    menu_files.import_a_file(Person("list.docx", "menu"))
    assert run == []


def test_a_file_that_nobody_has_edited_is_built_without_a_question(capsys: Out) -> None:
    file = written()
    assert build_asking(Person(), file) == Path("a.docx")
    assert build_asking(Person(), file) == Path("a.docx")


@pytest.mark.parametrize("answer", ["leave", Back, Overview])
def test_an_edited_word_file_can_be_left_as_it_is(capsys: Out, answer: Answer) -> None:
    file = written()
    edited = edit(file)
    assert build_asking(Person(answer), file) is None
    assert Path("a.docx").read_bytes() == edited
    assert "Nothing was built." in capsys.readouterr().out


def test_the_document_can_be_built_under_another_name_or_replace_the_edited_one(capsys: Out) -> None:
    file = written()
    edited = edit(file)
    assert build_asking(person := Person("name"), file) == Path("a-2.docx")
    assert person.asked[0].default == "name", "Enter alone overwrites nothing"
    assert Path("a.docx").read_bytes() == edited
    assert free_name(Path("a.docx")) == Path("a-3.docx")
    assert build_asking(Person("force"), file) == Path("a.docx")
    assert Path("a.docx").read_bytes() != edited


def test_the_edits_can_be_taken_over_while_the_interview_has_the_file_open(capsys: Out) -> None:
    file = written()
    edit(file)
    with interview_lock(file):
        assert build_asking(Person("merge"), file) is None
    output = capsys.readouterr()
    assert "A colleague was here." in output.out
    assert "another drafter" not in output.err


def edit(file: Path) -> bytes:
    """Build *file* and change the Word file as a colleague would; return its content."""
    import docx

    assert main(["build", str(file)]) == DONE
    word = file.with_suffix(".docx")
    document = docx.Document(str(word))
    document.add_paragraph("A colleague was here.")
    document.save(str(word))
    return word.read_bytes()


# ---- before a build ----


def test_before_a_build_everything_is_shown_once_and_then_what_has_changed(here: Path, capsys: Out) -> None:
    file = written()
    before = BeforeBuilding(plain=True)
    before.show(draft := draft_file(file))
    whole = capsys.readouterr().out
    assert all(remark.text.split()[0] in whole for remark in draft.remarks)
    before.show(draft_file(file))
    assert capsys.readouterr().out == "", "nothing has changed"
    file.write_text(ANSWERS.replace("junkies", "people"), "utf-8")
    before.show(better := draft_file(file))
    changed = capsys.readouterr().out
    gone = len(set(draft.remarks) - set(better.remarks))
    assert gone > 0
    assert f"Settled: {gone} remark" in changed
    assert "Still there: " in changed or better.remarks == ()
    assert len(changed.splitlines()) < len(whole.splitlines()) / 2
    before.show_all(better)
    assert len(capsys.readouterr().out.splitlines()) > len(changed.splitlines())


def test_remarks_are_counted_by_what_they_ask_for() -> None:
    remarks = [Remark("a", level, "", "") for level in ("error", "warning", "warning")]
    waived = Remark("a", "note", "", "", waived="agreed")
    assert counted_remarks([*remarks, waived]) == "1 to correct first, 2 to check"
    assert counted_remarks([]) == "no remarks"


# ---- practice and the tour ----


def test_every_example_can_be_tried_and_its_first_lines_can_be_read(here: Path) -> None:
    practice.practise(person := Person("menu"))
    examples = [choice for choice in person.asked[0].choices if choice.value != "menu"]
    assert [choice.value for choice in examples] == sorted(file.name for file in EXAMPLES.glob("*.yaml"))
    assert all(choice.more for choice in examples)
    assert all(choice.title != choice.value for choice in examples)


def test_what_is_tried_on_an_example_is_run_on_a_copy_that_is_then_deleted(
    run: list[tuple[str, ...]], here: Path
) -> None:
    practice.practise(Person("ruritania-upr-joint.yaml", "read", "change", "build", "menu"))
    assert [command[0] for command in run] == ["preview", "new", "build"]
    [copy] = {Path(command[1]) for command in run}
    assert not copy.parent.exists()
    assert list(here.iterdir()) == []


def test_a_copy_that_was_built_can_be_kept_with_its_word_file(here: Path, capsys: Out) -> None:
    practice.practise(Person("ruritania-upr-individual.yaml", "build", "check", Back, "yes", "ours"))
    assert sorted(file.name for file in here.iterdir()) == ["ours.docx", "ours.yaml"]
    assert (here / "ours.yaml").stat().st_mode & 0o077 == 0
    assert read_answers(here / "ours.yaml")[0].document == "upr/individual"
    practice.practise(Person("ruritania-upr-individual.yaml", "build", Overview, "no"))
    assert len(list(here.iterdir())) == 2
    assert "The copy was deleted." in capsys.readouterr().out


def test_the_tour_leads_through_every_step_and_keeps_nothing(
    run: list[tuple[str, ...]], here: Path, capsys: Out
) -> None:
    steps = tour.steps(plain=False)
    person = Person("next", "next", "next", "try", "try", "try")
    tour.tour(person)
    assert [question.text.partition(": ")[2] for question in person.asked] == [step.title for step in steps]
    assert [command[0] for command in run] == ["preview", "build"]
    assert "That was the tour." in capsys.readouterr().out
    assert list(here.iterdir()) == []


def test_before_a_copy_is_deleted_its_word_file_is_named_with_the_command_that_opens_it(here: Path) -> None:
    with practice.practice_copy(person := Person("no"), tour.EXAMPLE) as file:
        file.with_suffix(".docx").write_bytes(b"")
    [question] = person.asked
    assert question.help.endswith(f"type: xdg-open {file.with_suffix('.docx')}")
    with practice.practice_copy(person := Person("no"), tour.EXAMPLE) as file:
        file.write_text("format: 1\n", "utf-8")
    assert "Word file" not in person.asked[0].help


def test_the_remarks_of_the_tour_name_rows_and_not_the_answers_file(tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / tour.EXAMPLE).read_bytes())
    text = file.read_text("utf-8")
    assert 'last_review: "' in text
    file.write_text(re.sub(r"last_review: .*", 'last_review: "2025"', text), "utf-8")
    practice.check_here(file)
    printed = " ".join(capsys.readouterr().out.split())
    assert "before the last review (2025)" in printed
    assert "old or still so”" in printed
    assert "use: recent" not in printed


def test_in_the_tour_back_leads_to_the_step_before_and_it_can_be_left_at_any_step(here: Path) -> None:
    tour.tour(person := Person("next", Back, "next", Overview, "leave"))
    numbers = [question.text.split()[2] for question in person.asked]
    assert numbers == ["1", "2", "1", "2", "2"]
    tour.tour(Person(Back))
    with pytest.raises(KeyboardInterrupt, match="You have left the tour"):
        tour.tour(Person("next", KeyboardInterrupt))
    assert list(here.iterdir()) == []


def test_ctrl_c_at_a_question_of_the_tour_leaves_the_tour(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise Stopped([])

    monkeypatch.setattr(tour, "ask_all", stopped)
    with pytest.raises(Stopped, match="you have left the tour"):
        tour.tour(Person("next", "try"))


def test_the_tour_asks_only_for_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / tour.EXAMPLE).read_bytes())
    tour._prepare(file)
    answers = Store.open(file, "drafter under test").answers
    left = open_questions(answers, Questionnaire(library_for(file), questions))
    assert [item.path for item in left] == list(tour.LEFT_OUT)


def test_the_tour_names_the_keys_of_plain_mode() -> None:
    text = " ".join(step.text for step in tour.steps(plain=True))
    assert "< goes back" in text
    assert "Ctrl" not in text
