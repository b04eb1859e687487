"""A person at a real terminal of 80 columns and 24 lines: keys go to tmux, and its screen is read."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.privacy.private_file import private_path
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import invariants
from tests.support.private_files import secrets_of
from tests.support.terminal import (
    ENTER,
    UP,
    Terminal,
    answer_all,
    finished,
)

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Return a function that opens a terminal in an empty folder and runs drafter in it."""
    opened: list[Terminal] = []

    def begin(*arguments: str, **variables: str) -> Terminal:
        command = shlex.join([sys.executable, "-m", "drafter", *arguments])
        opened.append(Terminal(tmp_path, command, **variables))
        return opened[-1]

    yield begin
    for window in opened:
        window.close()


Begin = Callable[..., Terminal]


def lines_too_long(lines: list[str]) -> list[str]:
    """Return the lines that are longer than 80 columns, without remarks, which have a line each."""
    return [
        line for line in lines if len(line) > 80 and not re.match(r"  (error|warning|note) [a-z-]+  ", line)
    ]


@pytest.mark.seconds(180)
def test_a_whole_submission_from_the_menu_to_the_word_file(terminal: Begin, tmp_path: Path) -> None:
    window = terminal()
    window.see("What do you want to do?")
    assert "Begin a new submission" in window.screen()
    assert "Which mechanism is right for us?" in window.screen()
    assert answer_all(window, "What next?") > 20
    window.see("Before you build")
    window.press(ENTER)
    window.see("The Word file is submission.docx.")
    window.until(lambda: window.asks("What do you want to do?"), "the menu")

    lines = window.all()
    assert lines_too_long(lines) == []
    text = " ".join(" ".join(lines).split())
    assert "Saving to submission.yaml." in text
    assert "Ctrl-B: back" in text
    assert "It cannot be anonymous." in text, "the warning of the document"
    assert "One State in one submission." in text, "the help of a question"
    sections = [line for line in lines if line.startswith("── ")]
    assert any(
        re.fullmatch(r"── 2 of 7 · About this document ─+ [\d,]+ of 2,815 words", line) for line in sections
    )
    assert len({len(line) for line in sections if "of 2,815 words" in line}) == 1
    last = next(line for line in lines if line.startswith("Everything is saved in"))
    assert last == "Everything is saved in submission.yaml. The Word file is submission.docx."
    after = lines[lines.index(last) + 1 :]
    assert next(line for line in after if line.strip()).strip().startswith("Ctrl-C stops"), (
        "only the menu follows"
    )

    answers, _ = read_answers(tmp_path / "submission.yaml")
    assert (answers.document, answers.state) == ("upr/individual", "Ruritania")
    assert [organisation.name for organisation in answers.organisations] == ["House of Examples"]
    assert [(section.theme, len(section.clauses)) for section in answers.themes] == [
        ("compulsory-treatment", 1)
    ]
    assert answers.method is None
    assert answers.organisations[0].contact.email == "office@house.example"
    assert invariants((tmp_path / "submission.docx").read_bytes()) == []

    window.press(UP, ENTER)
    window.see("It ended with 0.")


def test_the_last_line_of_new_names_the_files(terminal: Begin, tmp_path: Path) -> None:
    done = finished(tmp_path)
    window = terminal("new", done.name)
    window.see("What next?")
    window.press(ENTER)
    window.see("It ended with 0.")
    printed = [line for line in window.all() if line]
    assert printed[-2:] == ["Everything is saved in a.yaml. The Word file is a.docx.", "It ended with 0."]
    assert lines_too_long(printed) == []


def test_ctrl_c_names_the_saved_file_and_ends_with_130(terminal: Begin, tmp_path: Path) -> None:
    window = terminal("new", "a.yaml")
    answer_all(window, "Which State")
    window.press("C-c")
    window.see("It ended with 130.")
    window.see("stopped; everything answered is in a.yaml")
    window.see("Go on with: drafter new a.yaml")
    assert "Traceback" not in " ".join(window.all())
    assert read_answers(tmp_path / "a.yaml")[0].document == "upr/individual"


def test_the_end_of_the_input_stops_the_interview_like_ctrl_c(terminal: Begin) -> None:
    window = terminal("new", "a.yaml", "--plain")
    window.see("Number or words")
    window.press("C-d")
    window.see("It ended with 130.")
    assert "Traceback" not in " ".join(window.all())


def test_the_end_of_the_input_at_the_menu_leaves_no_traceback(terminal: Begin) -> None:
    window = terminal(ACCESSIBLE="1")
    window.see("Number or words")
    window.press("C-d")
    window.see("It ended with 130.")
    assert "Traceback" not in " ".join(window.all())


def test_the_help_stays_on_the_screen_above_a_list_that_is_longer_than_the_screen(terminal: Begin) -> None:
    window = terminal("new", "a.yaml")
    answer_all(window, "Which State")
    screen = window.screen()
    assert "One State in one submission." in screen
    assert "? Which State is it about?" in screen
    assert "   Afghanistan" in screen
    assert "»" not in screen.replace("the line marked »", ""), "Enter alone names no State"
    assert len(window.prompts()) == 2, "the list before was removed"


def test_back_and_overview_work_at_a_real_terminal(terminal: Begin, tmp_path: Path) -> None:
    window = terminal("new", "a.yaml")
    answer_all(window, "Which session of the Working Group")
    window.press("C-b")
    window.until(lambda: window.asks("Which State"), "the question before")
    assert "» Ruritania" in window.screen()
    window.press(ENTER)
    window.until(lambda: window.asks("Which session of the Working Group"), "the question where it was")
    window.press("C-o")
    window.until(lambda: window.asks("Which answer do you want to change?"), "the overview")
    assert "→ Ruritania" in window.screen()
    window.press("Ruritania", ENTER)
    window.until(lambda: "» Ruritania" in window.screen(), "the question that was picked")
    window.press("Norway", ENTER)
    window.until(lambda: window.asks("Which answer do you want to change?"), "the overview again")
    window.until(lambda: "» State → Norway" in window.screen(), "the mark on the changed row")
    window.press("Go on", ENTER)
    window.until(lambda: window.asks("Which session of the Working Group"), "the question where it was")
    window.press("C-c")
    window.see("It ended with 130.")
    assert read_answers(tmp_path / "a.yaml")[0].state == "Norway"
    assert lines_too_long(window.all()) == []


def test_a_wrong_date_is_refused_at_once_and_the_example_is_seen_whole(
    terminal: Begin, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "format: 1\ndocument: upr/individual\nstate: XRU\nlanguage: en\ndetails: {session: s, cycle: c}\n",
        "utf-8",
    )
    window = terminal("new", "a.yaml")
    window.until(lambda: window.asks("When is the submission due?"), "the date")
    window.press("15 मार्च 2030", ENTER)
    window.see(
        "This cannot be read as a date. For example: 15 March 2030, or 2030-03-15. "
        "Type ? if you don't know it yet."
    )
    assert lines_too_long(window.all()) == []
    window.press("C-c")
    window.see("It ended with 130.")
    assert read_answers(file)[0].interview.typed == {"details.deadline": "15 मार्च 2030"}


def test_back_from_the_last_question_opens_the_overview(terminal: Begin, tmp_path: Path) -> None:
    window = terminal("new", finished(tmp_path).name)
    window.see("What next?")
    window.press("C-b")
    window.see("Which answer do you want to change?")
    window.press("Go on", ENTER)
    window.until(lambda: window.asks("What next?"), "the last question again")
    window.press(UP, ENTER)
    window.see("It ended with 0.")


def test_the_menu_offers_to_go_on_and_to_build(terminal: Begin, tmp_path: Path) -> None:
    finished(tmp_path)
    window = terminal()
    window.see("What do you want to do?")
    assert "Go on with a.yaml" in window.screen()
    assert "Build a.yaml" in window.screen()
    assert lines_too_long(window.all()) == []
    window.press("C-b")
    window.until(
        lambda: len(window.prompts()) > 1 or "What do you want to do?" in window.screen(), "the menu again"
    )
    window.press("C-c")
    window.see("It ended with 130.")


def test_a_new_submission_begins_with_the_profile(terminal: Begin, tmp_path: Path) -> None:
    window = terminal("profile")
    answer_all(window, "Which positions must the submission not support")
    window.press(ENTER, ENTER)  # the first one says that nothing is taken
    window.see("New submissions begin with it")
    window.see("It ended with 0.")
    assert "House of Examples" in (tmp_path / "config" / "drafter" / "profile.yaml").read_text("utf-8")
    assert lines_too_long([line for line in window.all() if not line.startswith("✓ /")]) == []
    again = terminal("profile")
    again.see("House of Examples")
    again.press("C-c")
    again.see("It ended with 130.")
    new = terminal("new", "a.yaml")
    new.see("drafter has filled in your profile")
    new.press("C-c")
    new.see("It ended with 130.")
    assert [organisation.name for organisation in read_answers(tmp_path / "a.yaml")[0].organisations] == [
        "House of Examples"
    ]


def test_the_screen_has_colour_unless_no_color_is_set(terminal: Begin) -> None:
    with_colour = terminal("new", "a.yaml")
    with_colour.see("What do you want to write?")
    assert with_colour.colours()
    without = terminal("new", "b.yaml", NO_COLOR="1")
    without.see("What do you want to write?")
    without.press("UPR: submission of one", ENTER)
    without.see("Which State is it about?")
    assert without.colours() == []


@pytest.mark.parametrize(
    "variables", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "ACCESSIBLE": "1"}]
)
def test_the_environment_chooses_plain_lines(terminal: Begin, variables: dict[str, str]) -> None:
    window = terminal("new", "a.yaml", **variables)
    window.see("Question: What do you want to write?")
    window.see("Type a word to hear the choices that have it, or all.")
    window.press("UPR: submission of one", ENTER)
    window.see("(Enter takes it)")
    window.press(ENTER)
    window.see("Chosen: UPR: submission of one organisation")
    window.see("Section 1 of 7: The document.")
    assert window.colours() == []
    assert not [line for line in window.all() if line.startswith("? ") or "»" in line or "──" in line]


def test_a_typed_real_name_does_not_stay_on_the_screen(terminal: Begin, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "practice"
    own.mkdir(parents=True)
    (own / "rules.yaml").write_text(
        "title: P\nabout: P.\ndocuments:\n  named:\n    title: P\n    name: P\n    about: P.\n"
        "    stage: case\n    shape: document.md.jinja\n    real_names: true\n    consent: [government]\n",
        "utf-8",
    )
    file = tmp_path / "a.yaml"
    file.write_text(
        "format: 1\ndocument: practice/named\nstate: Ruritania\nlanguage: en\norganisations:\n"
        "  - {name: H, acronym: '', role: lead, what: '', founded: '', city: '', country: '', ecosoc: none,\n"
        "     contact: {person: '', email: ''}}\nstand_for: []\nrefuse: []\n"
        "themes:\n  - {theme: women, clauses: [], cases: [C1]}\ncases:\n  C1: {pseudonym: Mira}\n"
        "interview:\n  finished: [organisations, fact/women]\n",
        "utf-8",
    )
    window = terminal("new", "a.yaml")
    window.until(lambda: window.asks("must never be printed"), "the question for names that nobody may read")
    window.press("?", ENTER)
    window.until(lambda: window.asks("person's real name"), "the question for the name")
    window.press("Canaria Goldfinch")
    window.see("Canaria Goldfinch")
    window.press(ENTER)
    window.see("kept in the private file")
    window.until(lambda: window.asks("Is the person an adult?"), "the next question")
    window.press("C-b")
    window.until(lambda: window.asks("real name"), "the question for the name again")
    window.press(ENTER)
    window.until(lambda: window.asks("Is the person an adult?"), "the next question again")
    window.press("C-o")
    window.see("in the private file")
    window.press("C-c")
    window.see("It ended with 130.")
    assert "Canaria" not in " ".join(window.all())
    assert "Canaria" not in file.read_text("utf-8")
    assert secrets_of(file)["C1"] == {"name": "Canaria Goldfinch"}
    assert private_path(file).stat().st_mode & 0o777 == 0o600


ASKS_TWICE = """
import time
from drafter.terminal.keyboard import held
from drafter.answers.paths import MISSING
from drafter.terminal.prompts import ask
from drafter.model.question import Question
def question(text, first):
    return Question(path=(first, "x"), section="S", text=text, kind="line")
with held():
    ask(question("One?", "x"), MISSING, print)
    print("Saving that."); time.sleep(1)
    print(len(ask(question("Two?", "private"), MISSING, print)), "letters")
    ask(question("Three?", "x"), MISSING, print)
"""
"""A program with time to press keys between its first and its second question."""


def test_a_key_pressed_between_two_questions_is_not_shown_and_goes_to_the_next(
    tmp_path: Path,
) -> None:
    window = Terminal(tmp_path, shlex.join([sys.executable, "-c", ASKS_TWICE]))
    try:
        window.until(lambda: window.asks("One?"), "the first question")
        window.press(ENTER)
        window.see("Saving that.")
        window.press("Canaria", ENTER, "C-c")
        window.see("7 letters")
        window.see("It ended with 1.")
        text = " ".join(window.all())
        assert "Canaria" not in text
        assert "drafter.interview.control_flow.Stop" in text, "Ctrl-C reached the third question only"
    finally:
        window.close()


def test_half_typed_text_is_shown_again_after_the_terminal_was_closed(
    terminal: Begin, tmp_path: Path
) -> None:
    window = terminal("new", "a.yaml")
    answer_all(window, "Which session of the Working Group")
    window.press("the sixti")
    window.see("the sixti")
    window.close()
    file = tmp_path / "a.yaml"
    window.until(lambda: "the sixti" in file.read_text("utf-8"), "what was typed, in the file")
    again = terminal("new", "a.yaml")
    again.until(lambda: again.asks("Which session of the Working Group"), "the same question")
    again.see("the sixti")
    again.press("eth", ENTER)
    again.until(lambda: not again.asks("Which session"), "the next question")
    again.press("C-c")
    again.see("It ended with 130.")
    answers = read_answers(file)[0]
    assert answers.details["session"] == "the sixtieth"
    assert answers.interview.typed == {}


def test_plain_lines_do_not_show_a_real_name_while_it_is_typed(terminal: Begin, tmp_path: Path) -> None:
    window = terminal("new", "a.yaml", "--plain")
    window.see("Question: What do you want to write?")
    window.press("C-c")
    window.see("It ended with 130.")
    code = (
        "from drafter.terminal.plain import ask; from drafter.model.question import Question; "
        "q = Question(path=('private', 'x'), section='S', text='Name?', kind='line'); "
        "print(len(ask(q, False, print)), 'letters')"
    )
    other = Terminal(tmp_path, shlex.join([sys.executable, "-c", code]))
    try:
        other.see("What you type is not shown.")
        other.see("Answer:")
        other.press("Canaria", ENTER)
        other.see("7 letters")
        assert "Canaria" not in " ".join(other.all())
    finally:
        other.close()


@pytest.mark.parametrize("arguments", [["new", "a.yaml"], ["profile"], ["mechanisms", "choose"]])
def test_a_command_that_asks_reports_a_missing_terminal_and_ends_with_130(
    tmp_path: Path, arguments: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        input="y\n" * 20,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "XDG_CONFIG_HOME": str(tmp_path)},
    )
    assert done.returncode == 130
    assert "there is no terminal to ask on" in done.stderr
    assert list(tmp_path.iterdir()) == []
