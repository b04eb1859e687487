"""What reaches the screen: text of strangers controls no terminal and hides no words."""

import io
import json
import re
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from drafter.answers.paths import MISSING
from drafter.cli import main
from drafter.cli.layout import show
from drafter.cli.streams import ScreenStream, make_printable, print_json, wrap_printed_lines
from drafter.model.question import Choice, Question
from drafter.recommendation_store.database import store_file
from drafter.recommendation_store.write import add
from drafter.screen_text import escaped_for_json, visible, without_hidden
from drafter.terminal.prompts import ask
from tests.support.import_files import thematic_list
from tests.support.keys_at_a_terminal import Session
from tests.support.recommendations import recommendation
from tests.support.small_library import AUTHORITIES, RULES, SHAPE, SOURCES, THEMES, clause, write_library
from tests.support.submissions import section, submission

Out = pytest.CaptureFixture[str]
HOSTILE = "\x1b[31m\x1b]0;title\x07\x9b2J\x7f\u202e\u200b\ufeff\u2066"
"""A colour, the title of the window, an erased screen, text turned round, and characters without a shape."""
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Written down here once more: the filter is held to it, and not to its own list."""


# ---- one character after the other ----


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[2J", "‹U+001B›[2J"),
        ("\x00\x07\x08\x0b\x0c", "‹U+0000›‹U+0007›‹U+0008›‹U+000B›‹U+000C›"),
        ("over\rwritten", "over‹U+000D›written"),
        ("of Windows\r\n", "of Windows\n"),
        ("\x7f\x80\x9b\x9f", "‹U+007F›‹U+0080›‹U+009B›‹U+009F›"),
        ("\u202aa\u202eb\u202c", "‹U+202A›a‹U+202E›b‹U+202C›"),
        ("\u2066\u2069\u200e\u200f\u061c", "‹U+2066›‹U+2069›‹U+200E›‹U+200F›‹U+061C›"),
        ("a\u200bb\u2060c\ufeff", "a‹U+200B›b‹U+2060›c‹U+FEFF›"),
        ("\U000e0041\U000e007f", "‹U+E0041›‹U+E007F›"),
        ("caf\udce9", "caf‹U+DCE9›"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष 👩\u200d⚕️", "क्\u200dष 👩\u200d⚕️"),
        ("Łódź “Δ” → 家\u00a0a", "Łódź “Δ” → 家\u00a0a"),
    ],
)
def test_hidden_characters_are_shown_by_number_and_others_as_they_are(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_visible_text_does_not_change_again() -> None:
    assert visible(visible(HOSTILE)) == visible(HOSTILE)


def test_no_character_of_a_kind_is_forgotten() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x11000)]))
    assert set(CONTROLS.findall(visible(every))) == set()
    assert without_hidden("a\u202eb\x1bc\n") == "abc\n"


@pytest.mark.parametrize("value", [HOSTILE, "\U000e0041x", "\udce9", "\u200c", "é 家", '"\\'])
def test_json_keeps_its_value_and_shows_nothing_that_controls(value: str) -> None:
    text = escaped_for_json(json.dumps({value: [value]}, ensure_ascii=False))
    assert json.loads(text) == {value: [value]}
    assert CONTROLS.findall(text) == []


# ---- streams ----


def prepared(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Let the output be a text in memory, prepared as the command line does it."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", out)
    make_printable()
    return out


def test_every_way_to_write_goes_through_the_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = prepared(monkeypatch)
    print("\x1b[1m", end="")
    sys.stdout.write("\x9b")
    sys.stderr.writelines(["\u202e", "a\n"])
    assert stream.getvalue() == "‹U+001B›[1m‹U+009B›‹U+202E›a\n"


def test_preparing_the_output_twice_is_the_same_as_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = prepared(monkeypatch)
    make_printable()
    assert isinstance(sys.stdout, ScreenStream)
    assert sys.stdout.unfiltered is stream


class Terminal(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_style_is_drafters_own_and_what_it_styles_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setenv("TERM", "xterm")
    make_printable()
    show([(f"Title {HOSTILE}", "bold")])
    text = out.getvalue()
    assert text.startswith("\x1b[1m")
    assert CONTROLS.findall(re.sub(r"\x1b\[\d*m", "", text)) == []
    assert "‹U+001B›]0;title‹U+0007›" in text


def test_json_on_the_output_is_as_it_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = prepared(monkeypatch)
    print_json({"a": HOSTILE})
    assert json.loads(stream.getvalue()) == {"a": HOSTILE}


# ---- prompts ----


def prompted(question: Question, keys: str, standing: Any = MISSING) -> str:
    """Return all that prompt_toolkit sends to a terminal while *question* is asked and *keys* are typed."""
    sent = io.StringIO()
    output = Vt100_Output(sent, lambda: Size(rows=24, columns=200), enable_cpr=False)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(keys)
        ask(question, standing, partial(print, file=ScreenStream(sent)))
    return sent.getvalue()


OWN = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\x08")
"""What prompt_toolkit sends to place and to style text."""
BAD = f"bad{HOSTILE}words"
CHOICES = (Choice(value="a", title=BAD, note=BAD, more=BAD), Choice(value="b", title="Good"))


@pytest.mark.parametrize(
    ("kind", "keys", "standing"),
    [
        ("line", "\r", BAD),
        ("line", "\r", MISSING),
        ("long", "\x1b\r", f"{BAD}\n{BAD}"),
        ("choice", "\r", "a"),
        ("choices", "\x1b[C\r \r", []),
        ("search", "bad\r", MISSING),
        ("yes-no", "y", MISSING),
    ],
)
def test_a_prompt_shows_by_its_number_what_a_pack_of_clauses_hides(
    kind: Any, keys: str, standing: Any
) -> None:
    default = BAD if kind == "line" and standing is MISSING else None
    choices = CHOICES if kind in ("choice", "choices", "search") else ()
    asked = Question(
        path=("x",), section="S", text=BAD, help=BAD, kind=kind, choices=choices, default=default
    )
    sent = prompted(asked, keys, standing)
    rest = OWN.sub("", sent.replace("\x1b[31m", "(red)"))
    assert CONTROLS.findall(rest) == []
    assert "\x1b]" not in sent
    assert "‹U+202E›" in sent


def test_a_text_with_hidden_characters_is_kept_as_it_was_by_enter() -> None:
    question = Question(path=("x",), section="S", text="What?", kind="line")
    sent = io.StringIO()
    output = Vt100_Output(sent, lambda: Size(rows=24, columns=80), enable_cpr=False)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text("!\r")
        assert ask(question, "a\u202eb", lambda _: None) == "a\u202eb!"
    assert "a‹U+202E›b!" in sent.getvalue()


# ---- every command, with a hostile library and hostile answers ----

PROSE = (
    *("title", "about", "name", "warning", "short", "cite", "says", "what", "is_not", "ask", "help"),
    *("example", "note", "author", "body", "symbol", "reason", "prepare", "why", "resolve", "date"),
)
"""Keys under which words for people stand."""


def poisoned(value: Any, key: str = "") -> Any:
    """Return *value* with hostile characters at the end of all its prose."""
    if isinstance(value, dict):
        ids = ("name",) if "ask" in value else ()
        return {name: item if name in ids else poisoned(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, key) for item in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) and key in PROSE else value


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a library and answers that came from a stranger."""
    rules = {
        **RULES,
        "sources": {"guide": {"title": "Guide", "date": "2020", "address": "https://example.org"}},
        "documents": {
            "brief": {
                **RULES["documents"]["brief"],
                "warning": "Careful.",
                "asks": [{"name": "session", "ask": "Which session?", "help": "Help.", "required": True}],
            }
        },
    }
    write_library(
        tmp_path,
        {"jails/a": clause(f"Close {{{{ body }}}} {HOSTILE}.", title=f"Close {HOSTILE}", questions=["body"])},
        themes=poisoned(THEMES),
        authorities=poisoned(AUTHORITIES),
        sources=poisoned(SOURCES),
        rules=poisoned(rules),
        shape=SHAPE + "\n{{ summary }}\n",
    )
    answers: dict[str, Any] = {
        "organisations": [{"name": f"A {HOSTILE}", "role": "lead", "what": f"B {HOSTILE}"}],
        "language": "en",
        "title": f"T {HOSTILE}",
        "summary": f"S {HOSTILE}",
        "themes": section("jails/a", facts=["F1"], heading=f"H {HOSTILE}"),
        "facts": {"F1": {"text": f"a fact {HOSTILE}", "source": "S1"}},
        "sources": {"S1": {"title": f"T {HOSTILE}"}},
        "interview": {"finished": ["organisations"]},
    }
    submission(tmp_path, **answers)
    in_xml = HOSTILE.replace("\x1b", "").replace("\x07", "")
    rows = [f"1.2 Close {in_xml} (Peru);", f"1.3 Close {in_xml} (Atlantis);"]
    thematic_list(tmp_path / "list.docx", [[row, in_xml, in_xml, in_xml] for row in rows])
    (tmp_path / "wrong.yaml").write_text(
        'format: 1\ndocument: "court/\\e[31mx\\u202E"\nstand_for: ["\\x9b2J"]\n'
        'themes: [{theme: "\\e]0;t\\a", clauses: ["\\u200Bx"]}]\n"ke\\ey": 1\nlanguage: "\\u2066"\n',
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    stored = recommendation(f"Close {HOSTILE}", country=HOSTILE, body=HOSTILE, themes=(HOSTILE,), key=HOSTILE)
    add([stored], HOSTILE, store_file())
    return tmp_path


COMMANDS = [
    ["build", "a.yaml"], ["build", "a.yaml", "--final"], ["build", "a.yaml", "--json"],
    ["build", "wrong.yaml"], ["build", "wrong.yaml", "--json"], ["build", f"no{HOSTILE}.yaml"],
    ["preview", "a.yaml"], ["preview", "a.yaml", "--count"], ["preview", "a.yaml", "--json"],
    ["preview", "wrong.yaml"],
    ["roster", "a.yaml"], ["roster", "a.yaml", "--json"], ["roster", "wrong.yaml"],
    ["new", "a.yaml", "--no-input"], ["new", "wrong.yaml", "--no-input"],
    ["new", "b.yaml", "--no-input", "--set", f"document={HOSTILE}"],
    ["new", "b.yaml", "--no-input", "--set", f"{HOSTILE}=x"],
    ["new", "b.yaml", "--no-input", "--set", HOSTILE],
    ["new", f"b{HOSTILE}.yaml", "--no-input"],
    ["clauses", "list"], ["clauses", "list", "--json"], ["clauses", "list", "--theme", f"x{HOSTILE}"],
    ["clauses", "search", "close"], ["clauses", "search", f"x{HOSTILE}"],
    ["clauses", "show", "jails/a"], ["clauses", "show", "jails/a", "--json"],
    ["clauses", "show", "jails/a", "--source"], ["clauses", "show", f"x{HOSTILE}"],
    ["clauses", "themes"], ["clauses", "check"], ["clauses", "check", "--json"], ["clauses", "coverage"],
    ["clauses", "new", f"jails/{HOSTILE}"],
    ["mechanisms", "list"], ["mechanisms", "list", "--markdown"], ["mechanisms", "list", "--json"],
    ["mechanisms", "list", f"x{HOSTILE}"],
    ["mechanisms", "show", "court"], ["mechanisms", "show", "court", "--json"],
    ["mechanisms", "show", f"x{HOSTILE}"], ["mechanisms", "choose", "--questions"],
    ["mechanisms", "choose", "--set", f"x{HOSTILE}=y"],
    ["import", "list.docx"], ["import", "list.docx", "--search", "close"], ["import", "list.docx", "--json"],
    ["import", "list.docx", "--state", f"x{HOSTILE}"], ["import", f"no{HOSTILE}.docx"], ["import", "a.yaml"],
    ["recommendations", "list"], ["recommendations", "list", "--json"], ["recommendations", "stats"],
    ["recommendations", "search", "close"], ["recommendations", "search", f"x{HOSTILE}"],
    ["recommendations", "list", "--state", f"x{HOSTILE}", "--body", HOSTILE, "--theme", HOSTILE],
    ["recommendations", "show", "0123"], ["recommendations", "show", "0123", "--json"],
    ["recommendations", "show", HOSTILE], ["recommendations", "remove", f"x{HOSTILE}"],
    ["profile", "--show"], ["schema"], ["--help"], [f"x{HOSTILE}"], ["build", f"--x{HOSTILE}"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: re.sub(r"[^ -~]", "", " ".join(command)))
def test_no_command_lets_a_control_character_through(here: Path, capsys: Out, command: list[str]) -> None:
    with suppress(SystemExit):  # wrong usage
        main(command)
    said = capsys.readouterr()
    assert CONTROLS.findall(said.out + said.err) == []
    if "--json" in command:
        json.loads(said.out)


def test_the_hostile_library_and_answers_are_sound_otherwise(here: Path) -> None:
    assert main(["build", "a.yaml"]) == 0
    assert main(["mechanisms", "show", "court"]) == 0
    assert main(["clauses", "search", "close"]) == 0


@pytest.mark.parametrize(
    "command",
    [
        ["clauses", "show", "jails/a"],
        ["clauses", "search", "close"],
        ["preview", "a.yaml"],
        ["build", "wrong.yaml"],
        ["mechanisms", "show", "court"],
    ],
)
def test_at_a_terminal_every_control_sequence_is_drafters_own(here: Path, command: list[str]) -> None:
    session = Session.drafter(here, *command, ACCESSIBLE="1")  # all of it, not page by page
    session.end()
    assert "‹U+202E›" in session.read
    own = re.sub(r"\x1b\[[0-9;]*m|\r\n", "", session.read.replace("\x1b[31m\x1b]", "(let through)"))
    assert CONTROLS.findall(own) == []
    assert "(let through)" not in own


def test_the_text_of_a_hostile_clause_is_still_there_to_be_read(here: Path, capsys: Out) -> None:
    main(["clauses", "show", "jails/a"])
    assert "‹U+001B›[31m‹U+001B›]0;title‹U+0007›‹U+009B›2J‹U+007F›‹U+202E›" in capsys.readouterr().out
    main(["clauses", "show", "jails/a", "--json"])
    assert HOSTILE in json.loads(capsys.readouterr().out)["text"]


@pytest.mark.parametrize("plain", [False, True])
def test_an_interview_over_a_hostile_library_sends_nothing_of_it(here: Path, plain: bool) -> None:
    session = Session.drafter(here, "new", "a.yaml", plain=plain)
    session.see("Which session?")
    session.see("‹U+200B›")
    session.press("\x0f" if not plain else "=\r")
    session.see("Which answer do you want to change?")
    session.press("\x03")
    session.end()
    assert "\x1b]" not in session.read
    assert not set("\x9b\x07\u202e\u200b\ufeff\u2066") & set(session.read)


# ---- lines longer than the screen ----


def test_a_printed_line_ends_between_words_at_a_terminal_and_a_command_stays_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, pipe = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setenv("COLUMNS", "30")
    make_printable()
    wrap_printed_lines()
    command = "  drafter new my-submission.yaml --set document=upr/joint"
    long = "  Nothing here would get the submission refused."
    print(f"{long}\n\n{command}")
    print("begun here, ", end="")
    print(long, end="")
    print("\nshort")
    print(long, file=sys.stderr)
    wrapped = "  Nothing here would get the\n  submission refused."
    assert out.getvalue() == f"{wrapped}\n\n{command}\nbegun here, {long}\nshort\n"
    assert pipe.getvalue() == f"{long}\n"
