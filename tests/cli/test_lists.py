"""What a person sees of the commands that list, search, show and build: it fits, it is words, it helps on."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.cli import COMMANDS, DONE, FAULT, USAGE, main
from drafter.cli.layout import wrapped
from drafter.cli.parsers import parser_of
from drafter.cli.remarks import bullet
from drafter.interview.recent_files import submission_state
from drafter.language.english import ENGLISH
from drafter.library.check import check_library
from drafter.library.clause_prose import readable_clause
from drafter.library.eligibility import search_clauses
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.library.skeleton import PLACEHOLDER, clause_skeleton
from drafter.model.citations import citation
from drafter.model.clause import Clause, ClauseHead
from drafter.model.kinds import CLAUSE_KINDS, ClauseKind
from drafter.model.question import Ask
from drafter.search import missed_words, wanted_words
from tests.support.script import LIBRARY
from tests.support.terminal import DOWN, ENTER, UP, Terminal, answer_all

Out = pytest.CaptureFixture[str]
CLAUSES = LIBRARY.all_clauses()[0]
OPEN = """format: 1
document: upr/joint
state: Ruritania
organisations: [{name: Alpha, role: lead}]
themes:
  - theme: overdose
    clauses: [overdose/naloxone-for-all, overdose/deaths-that-can-be-prevented]
    own: [{kind: recommendation, text: Consider to do something; and establish it}]
"""
"""A submission in which much is open."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Return a function that runs drafter in a terminal of 80 columns and 24 lines."""
    opened: list[Terminal] = []

    def begin(command: str = "", **variables: str) -> Terminal:
        opened.append(Terminal(tmp_path, f"{sys.executable} -m drafter {command}", **variables))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


Screen = Callable[..., Terminal]


def printed(at: Terminal) -> list[str]:
    """Return the lines of a command that has ended; one that the terminal had to break is one line here."""
    at.see("It ended with ")
    lines = at.all()
    return lines[: next(number for number, line in enumerate(lines) if line.startswith("It ended with "))]


def said(out: Out) -> str:
    """Return what was printed, as one line."""
    told = out.readouterr()
    return " ".join((told.out + told.err).split())


def ids(found: list[Clause]) -> set[str]:
    """Return the ids of *found*."""
    return {clause.id for clause in found}


# ---- lists: rows in a pipe, to be read on a terminal ----


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (["clauses", "list"], [one.id for one in CLAUSES]),
        (["clauses", "search", "overdose"], [one.id for one in search_clauses(CLAUSES, "overdose", ENGLISH)]),
        (["clauses", "themes"], list(LIBRARY.themes.themes)),
        (["mechanisms", "list"], list(LIBRARY.document_ids())),
    ],
)
def test_in_a_pipe_a_list_has_one_row_each_that_begins_with_the_id(
    capsys: Out, command: list[str], first: list[str]
) -> None:
    assert main(command) == DONE
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == first


@pytest.mark.parametrize(
    "command",
    [
        "clauses list",
        "clauses search prison",
        "clauses themes",
        "clauses coverage housing",
        "clauses show overdose/right-to-life",
        "mechanisms list",
        "mechanisms show upr/joint",
        "mechanisms choose --questions",
        "mechanisms choose --set event=harm-pattern --set region=europe",
        "preview a.yaml --plain",
        "build a.yaml",
        "build a.yaml --final",
        "clauses list --kind wish",
    ],
)
def test_on_a_terminal_nothing_is_wider_than_80_columns(screen: Screen, here: Path, command: str) -> None:
    (here / "a.yaml").write_text(OPEN, "utf-8")
    lines = printed(screen(command))
    assert len([line for line in lines if line]) > 1
    assert [line for line in lines if len(line) > 80 and "http" not in line] == []


def test_on_a_terminal_each_clause_has_its_title_and_below_it_its_id(screen: Screen) -> None:
    lines = printed(screen("clauses list --theme right-to-life"))
    found = [one for one in CLAUSES if "right-to-life" in one.head.themes]
    for one in found:
        at = lines.index(f"  {one.head.title}")
        assert lines[at + 1] == f"    {one.id} · {one.head.kind}"
    assert f"\n{LIBRARY.themes.themes['right-to-life'].title}\n" in "\n".join(lines)
    assert lines[-1].startswith(f"{len(found)} clauses.")


def test_on_a_terminal_a_document_has_its_title_and_below_it_id_and_limit(screen: Screen) -> None:
    lines = printed(screen("mechanisms list joint submission"))
    title = LIBRARY.document("upr/joint").rules.title
    assert lines[lines.index(title) + 1].startswith("  upr/joint · 5,630 words for a coalition")


def test_details_are_dim_and_no_color_removes_all_styles(screen: Screen) -> None:
    styles = [
        "\x1b[" in at.tmux("capture-pane", "-p", "-e", "-S", "-")
        for variables in ({}, {"NO_COLOR": "1"})
        for at in [screen("clauses themes women", **variables)]
        if printed(at)
    ]
    assert styles == [True, False]


def test_ids_and_addresses_are_never_broken_at_a_hyphen() -> None:
    text = "a " * 36 + "special-procedures/call-for-input " + "https://example.org/" + "x-" * 50
    assert "special-procedures/call-for-input" in wrapped(text).split()
    assert max(map(len, wrapped("word " * 60, "  • ", "    ").splitlines())) <= 80
    assert [line[:4] for line in bullet("word " * 30).splitlines()] == ["  • ", "    "]


# ---- searching ----


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("naloxone prison", "prison naloxone"),
        ("prison", "prisons"),
        ("policy", "policies"),
        ("woman custody", "women custody"),
        ("child", "children"),
        ("criminalisation", "criminalization"),
        ("the right to life", "life right"),
        ("Éxecution", "execution"),
        ("homes-and-jobs", "homes jobs"),
        ("A/RES/73/192", "a-res-73-192"),
    ],
)
def test_order_number_and_spelling_of_words_do_not_matter(one: str, other: str) -> None:
    assert ids(search_clauses(CLAUSES, one, ENGLISH)) == ids(search_clauses(CLAUSES, other, ENGLISH)) != set()


def test_a_short_word_is_found_as_a_word_and_a_place_in_a_law_as_it_is() -> None:
    assert len(search_clauses(CLAUSES, "man", ENGLISH)) < len(search_clauses(CLAUSES, "human", ENGLISH)) / 2
    found = search_clauses(CLAUSES, "iccpr:9", ENGLISH)
    assert found
    assert all("iccpr:9" in " ".join((*one.head.legal_basis, *one.head.authorities)) for one in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nalaxone", "naloxone"), ("recovry", "recovery"), ("juge", "judge"), ("metadone", "methadone")],
)
def test_a_misspelt_word_gets_a_suggestion(capsys: Out, typed: str, meant: str) -> None:
    assert main(["clauses", "search", typed]) == DONE
    told = capsys.readouterr()
    assert told.out == ""
    assert f"No clause has the word '{typed}'. Did you mean {meant}" in told.err
    command = told.err.splitlines()[-1].split()
    assert command == ["drafter", "clauses", "search", meant]
    assert main(command[1:]) == DONE
    assert capsys.readouterr().out


def test_no_dissimilar_word_is_suggested() -> None:
    [missed] = missed_words(["gardening"], ["parenting and warning", "guarding the door"], ENGLISH)
    assert missed.similar == ("guarding",)
    [missed] = missed_words(["xylophone"], ["parenting and warning"], ENGLISH)
    assert missed.similar == ()


def test_words_that_never_occur_together_are_listed_with_their_counts(capsys: Out) -> None:
    both = [len(search_clauses(CLAUSES, word, ENGLISH)) for word in ("naloxone", "executions")]
    assert min(both) > 0
    main(["clauses", "search", "naloxone", "executions"])
    told = said(capsys)
    assert f"all of these words: naloxone ({both[0]}) and executions ({both[1]}). Use fewer words." in told


def test_matches_that_only_the_options_exclude_are_mentioned(capsys: Out) -> None:
    assert main(["clauses", "search", "naloxone", "--theme", "women"]) == DONE
    assert f"{len(search_clauses(CLAUSES, 'naloxone', ENGLISH))} clauses without the options" in said(capsys)
    assert main(["clauses", "search", "naloxone", "--kind", "standard"]) == DONE
    assert "overdose/right-to-life" in said(capsys)


@pytest.mark.parametrize(
    ("command", "suggested"),
    [
        ("mechanisms list wimen", "drafter mechanisms list women"),
        ("clauses themes overdos prevension", "drafter clauses themes overdos prevention"),
        ("clauses coverage huosing", "drafter clauses coverage housing"),
    ],
)
def test_every_list_can_be_searched_and_suggests(capsys: Out, command: str, suggested: str) -> None:
    assert main(command.split()) == DONE
    assert said(capsys).endswith(suggested)
    assert main(suggested.split()[1:]) == DONE
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("clauses show national-continuum", "Did you mean recovery/national-continuum-of-care"),
        ("clauses show overdose/naloxone-for-al", "Did you mean overdose/naloxone-for-all"),
        ("clauses show buprenorphine", "Did you mean treatment-access/"),
        ("clauses show xyzzy", "To find it: drafter clauses search WORD"),
        ("mechanisms show urp", "Did you mean upr?"),
        ("mechanisms show cedaw/folow-up", "Did you mean cedaw/follow-up"),
        ("clauses list --theme overdos", "Did you mean overdose?"),
        ("clauses list --position neutrl", "The positions are: neutral, "),
        ("clauses new overdos/ours", "Did you mean overdose?"),
        ("mechanisms choose --set evnt=x", "Did you mean event?"),
    ],
)
def test_an_unknown_name_is_reported_with_similar_names(capsys: Out, command: str, words: str) -> None:
    assert main(command.split()) == (USAGE if "clauses list --" in command else FAULT)
    assert words in said(capsys)


# ---- one clause, as a person reads it ----


def clause(text: str, *asks: tuple[str, str]) -> Clause:
    """Return a clause with *text* and the questions *asks*."""
    head = ClauseHead(title="T", kind="concern", themes=("overdose",))
    return Clause(id="overdose/t", head=head, text=text, questions=[Ask(name=n, ask=a) for n, a in asks])


def test_a_field_is_read_as_what_is_asked_and_a_note_as_a_number() -> None:
    one = clause(
        "In {{ state }},\n{{ body }} acts.[^iccpr:6(1)] {{ gap |\nsentence }} So[^crc:33] it is.[^iccpr:6(1)]"
        "\n\n- one\n- two\n\n{{ facts }}",
        ("body", "Which authority decides?"),
        ("gap", "What is missing?"),
    )
    reading = readable_clause(one, LIBRARY.authorities, ENGLISH)
    assert reading.text == (
        "In ‹the State›, ‹which authority decides› acts.[1] ‹What is missing› So[2] it is.[1]\n\n"
        "- one\n- two\n\n‹your facts, each with its source›"
    )
    assert [note.rpartition(", ")[2] for note in reading.notes] == ["art. 6 (1)", "art. 33"]
    assert str(reading).endswith(f"\n\n[1] {reading.notes[0]}\n[2] {reading.notes[1]}")


def test_a_template_that_cannot_be_put_in_words_is_shown_as_it_is() -> None:
    reading = readable_clause(
        clause("{% if x %}A{% endif %} {{ a if b else c }} {{ own }}.[^nobody:1]"), {}, ENGLISH
    )
    assert reading.text == "{% if x %}A{% endif %} {{ a if b else c }} ‹own›.[1]"
    assert reading.notes == ("nobody:1",)


def test_an_unverified_citation_is_marked() -> None:
    pairs = [(name, place) for name, one in LIBRARY.authorities.items() for place in one.locators]
    doubted = {
        pair: "not checked" in citation(":".join(pair), LIBRARY.authorities, ENGLISH) for pair in pairs
    }
    assert set(doubted.values()) == {True, False}
    assert all(
        doubt is (LIBRARY.authorities[name].locators[place].status != "verified")
        for (name, place), doubt in doubted.items()
    )


def test_no_bundled_clause_shows_how_it_is_written() -> None:
    raw = re.compile(r"\{\{|\}\}|\{%|\[\^|‹‹|››|‹[a-z]+_[a-z_]+›")
    read = {one.id: str(readable_clause(one, LIBRARY.authorities, ENGLISH)) for one in CLAUSES}
    assert [name for name, text in read.items() if raw.search(text)] == []
    assert sum("‹" in text for text in read.values()) > 100


def test_a_clause_is_shown_with_the_adoption_and_the_reading_of_its_authorities(capsys: Out) -> None:
    assert main(["clauses", "show", "overdose/naloxone-for-all"]) == DONE
    shown = " ".join(capsys.readouterr().out.split())
    assert "adopted CND resolution 55/7: by consensus" in shown
    assert "read at CND resolution 55/7: bookofauthorities.info, page of the resolution (2012)" in shown
    assert shown.count("read at ICESCR:") == 1


def test_a_clause_is_shown_read_as_source_or_as_data(capsys: Out) -> None:
    name = "overdose/naloxone-held-by-few"
    one = LIBRARY.clause(name)
    assert "{{ state }}" in one.text
    assert main(["clauses", "show", name]) == DONE
    shown = capsys.readouterr().out
    assert "‹the State›" in shown
    assert "[1] Special Rapporteur on the right to health" in shown
    assert "asks" in shown
    assert main(["clauses", "show", name, "--source"]) == DONE
    source = capsys.readouterr().out
    assert source.startswith("---\ntitle: ")
    assert one.text in source
    assert main(["clauses", "show", name, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["text"] == one.text


# ---- what a build says ----


def test_remarks_are_words_under_headings_and_have_their_codes_in_json_alone(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(OPEN, "utf-8")
    assert main(["build", "a.yaml", "--json"]) == DONE
    [built] = json.loads(capsys.readouterr().out)
    codes = {remark["code"] for remark in built["remarks"]}
    assert {"joint-of-one", "recommendation-weak", "state-fictional"} <= codes
    for command in (["build", "a.yaml"], ["preview", "a.yaml", "--count"], ["build", "a.yaml", "--final"]):
        main(command)
        told = capsys.readouterr()
        words = set(re.findall(r"[a-z]+(?:-[a-z]+)+", told.out + told.err))
        assert words & codes == set()
    assert main(["build", "a.yaml"]) == DONE
    told = capsys.readouterr()
    for level, heading in (
        ("error", "Correct first: it may be refused, or somebody may be harmed"), ("warning", "Please check"),
        ("note", "Good to know"),
    ):  # fmt: skip
        count = sum(remark["level"] == level for remark in built["remarks"])
        assert f"\n{heading} ({count}):\n" in told.err
    assert told.err.count("\n  • ") == len(built["remarks"]), "in a pipe one line each"
    for remark in built["remarks"]:
        assert remark["text"] in told.err


def test_a_final_build_that_is_refused_ends_with_how_to_build_a_draft(here: Path, capsys: Out) -> None:
    (here / "my draft.yaml").write_text(OPEN, "utf-8")
    assert main(["build", "my draft.yaml", "--final", "--json"]) == FAULT
    [refused] = json.loads(capsys.readouterr().out)
    assert {remark["level"] for remark in refused["remarks"]} == {"error"}
    assert main(["build", "my draft.yaml", "--final"]) == FAULT
    last = capsys.readouterr().err.splitlines()[-2:]
    assert last[0] == f"Nothing was built: {len(refused['remarks'])} things are open."
    assert last[1].endswith('drafter build "my draft.yaml"')
    assert not (here / "my draft.docx").exists()


def test_a_preview_sets_numbers_and_headings_off(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(OPEN, "utf-8")
    assert main(["preview", "a.yaml"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("Overdose prevention and response")
    assert lines[at + 1] == "─" * len(lines[at])
    assert lines[at + 2].startswith("  1. In Ruritania, people leave prison")
    assert lines[at + 3].startswith("     "), "the paragraph hangs below its own first word"
    assert max(map(len, lines)) <= 80


def test_a_table_is_read_row_by_row_in_a_preview(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(
        "format: 1\ndocument: upr/individual\nstate: Ruritania\norganisations: [{name: A, role: lead}]\n"
        "earlier:\n  - {text: Close the centres and open services, body: UPR, paragraph: '120.41'}\n",
        "utf-8",
    )
    assert main(["preview", "a.yaml"]) == DONE
    shown = capsys.readouterr().out
    assert re.search(r"^  Recommendation +Close the centres and open services$", shown, re.MULTILINE)
    assert re.search(r"^  Position of the State +\[to be completed", shown, re.MULTILINE)
    assert "│" not in shown


# ---- wrong usage, help ----


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("clauses", "say what to do: list, search, show, themes, new, check or coverage"),
        ("clauses lst", "there is no 'lst'. Did you mean list?"),
        ("clauses list --kind wish", "there is no 'wish' after --kind. Choose standard, concern"),
        ("clauses list --knd wish", "there is no option '--knd'. Did you mean --kind?"),
        ("clauses list recovery", "'recovery' is not expected here."),
        ("clauses search", "WORD is missing"),
        ("build", "ANSWERS.yaml is missing"),
        ("build a.yaml --fnal", "Did you mean --final?"),
        ("build a.yaml -o", "-o/--output: write a value after it"),
        ("mechanisms shw upr", "Did you mean show?"),
        ("schema x", "'x' is not expected here"),
    ],
)
def test_wrong_usage_is_reported_in_a_sentence_with_a_remedy(capsys: Out, command: str, words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command.split())
    assert ended.value.code == USAGE
    told = capsys.readouterr().err
    assert words in " ".join(told.split())
    assert re.search(r"Help and examples: drafter [a-z ]+ --help$", told.rstrip())
    assert max(map(len, told.splitlines())) <= 80


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield the name and the parser of every command and of every action of one."""
    for name in COMMANDS:
        parser = parser_of(name)
        yield name, parser
        for action in parser._actions:
            for sub, one in action.choices.items() if isinstance(action.choices, dict) else ():
                yield f"{name} {sub}", one


@pytest.mark.parametrize("name", [name for name, _ in parsers()])
def test_every_help_fits_80_columns_says_what_it_does_and_has_an_example(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = dict(parsers())[name].format_help()
    assert max(map(len, shown.splitlines())) <= 80
    about, example = re.split("examples?:", shown)
    assert re.search(r"^[A-Z].*?\.$", about, re.MULTILINE | re.DOTALL), "a sentence"
    assert f"  drafter {name}" in example
    assert shown.count("\n") <= 45


def test_every_action_that_lists_or_shows_gives_json(capsys: Out) -> None:
    commands = [
        "clauses list --theme overdose", "clauses search naloxone", "clauses search nalaxone",
        "clauses show overdose/naloxone-for-all", "clauses themes", "clauses check", "clauses coverage",
        "mechanisms list", "mechanisms show upr", "mechanisms choose --questions",
        "mechanisms choose --set event=call-open",
    ]  # fmt: skip
    for command in commands:
        main([*command.split(), "--json"])
        told = capsys.readouterr()
        json.loads(told.out)
        assert told.err == ""


def test_the_questions_of_the_chooser_name_every_value_that_can_be_set(capsys: Out) -> None:
    assert main(["mechanisms", "choose", "--questions", "--json"]) == DONE
    asked: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert main(["mechanisms", "choose", "--questions"]) == DONE
    shown = capsys.readouterr().out
    sets = [f"{one['name']}={choice['value']}" for one in asked for choice in one["choices"]]
    assert len(sets) > 20
    assert [given for given in sets if f"  {given} " not in shown] == []
    assert main(["mechanisms", "choose", *(part for one in sets for part in ("--set", one))]) in (DONE, FAULT)
    assert "is no answer" not in capsys.readouterr().err


# ---- a clause of one's own ----


@pytest.mark.parametrize("kind", CLAUSE_KINDS)
def test_a_placeholder_that_is_left_in_a_new_clause_is_a_fault(here: Path, kind: ClauseKind) -> None:
    assert main(["clauses", "new", "recovery/ours", "--kind", kind]) == DONE
    file = here / "clauses" / "recovery" / "ours.md"
    text = file.read_text("utf-8")
    assert text == clause_skeleton("recovery", kind)
    assert PLACEHOLDER in text.split("---\n")[2]

    def left() -> list[str]:
        found = check_library(Library(overlay("clauses", here), overlay("templates", here)))
        return [f"{fault.place}: {fault.fault}" for fault in found if fault.file == str(file)]

    file.write_text(text.replace("title:", "title: Ours", 1), "utf-8")
    assert "text: the placeholder '…' is still there" in left()
    file.write_text(text.replace("title:", "title: Our …", 1).replace("…", "them"), "utf-8")
    assert [fault for fault in left() if "placeholder" in fault] == []
    file.write_text(text.replace("title:", "title: Our …", 1), "utf-8")
    assert "title: the placeholder '…' is still there" in left()


# ---- the menu ----


def choose_a_mechanism(at: Terminal) -> None:
    """Choose "Which mechanism is right for us?", answer each question with what stands first, and read on."""
    at.until(lambda: at.asks("What do you want to do?"), "the menu")
    at.press(DOWN, DOWN, ENTER)
    at.until(lambda: at.asks("What brings you here?"), "the first question")
    answer_all(at, "What is it mainly about?")
    at.press(DOWN, ENTER)
    at.see("Enter: close")
    at.see("Complaints: ")
    at.press(ENTER)
    at.until(lambda: at.asks("What next?"), "what to do with the suggestions")


def test_the_menu_offers_to_start_a_suggested_document(screen: Screen, here: Path) -> None:
    (here / "taken.yaml").write_text("not ours\n", "utf-8")
    at = screen()
    choose_a_mechanism(at)
    shown = at.screen()
    assert shown.count("Begin with: ") == 3
    assert re.search(r"Show \d more that may fit", shown)
    assert "Back to the menu" in shown
    assert "1. " in shown, "the best document is still on the screen"
    title = re.findall(r"» Begin with: (.*\S)", shown)[0]
    at.press(ENTER)
    at.see("Have ready: ")
    at.until(lambda: at.asks("What should the answers file be called?"), "the name")
    at.press("taken", ENTER)
    at.see("taken.yaml already exists.")
    at.until(lambda: len([one for one in at.prompts() if "What should" in one]) == 2, "the name again")
    at.press("ours", ENTER)
    at.see("Saving to ours.yaml.")
    at.until((here / "ours.yaml").exists, "the file")
    document = read_answers(here / "ours.yaml")[0].document
    assert document is not None
    assert LIBRARY.document(document).rules.title.startswith(title.rstrip("…"))
    assert (here / "taken.yaml").read_text("utf-8") == "not ours\n"


def test_a_person_can_return_from_the_suggestions_to_the_menu(screen: Screen, here: Path) -> None:
    at = screen()
    choose_a_mechanism(at)
    at.press(*[DOWN] * 3, ENTER)
    at.see("4. ")
    at.see("Enter: close")
    assert not re.search(r"^1\. ", at.screen(), re.MULTILINE), "the first ones are not shown again"
    at.press(ENTER)
    at.until(lambda: at.screen().count("Begin with: ") == 6, "the question with all of them")
    at.press(UP, ENTER)
    at.until(lambda: at.asks("What do you want to do?"), "the menu")
    assert not list(here.glob("*.yaml"))


def test_plain_mode_cuts_no_title(screen: Screen, here: Path) -> None:
    (here / "my-submission.yaml").write_text(OPEN, "utf-8")
    title = LIBRARY.document("upr/joint").rules.title
    at = screen(ACCESSIBLE="1")
    at.see("Number or words")
    [line] = [line for line in at.all() if line.startswith("1. Go on with my-submission.yaml")]
    assert " to answer, changed today, " in line
    assert title.replace(": ", ": ") in line
    plain = screen()
    plain.until(lambda: plain.asks("What do you want to do?"), "the menu")
    [line] = [line for line in plain.all() if "Go on with my-submission.yaml" in line]
    assert " to answer · changed today · " in line
    assert title not in line
    assert len(line) <= 80


def test_after_a_clause_is_read_the_search_results_are_shown_again(screen: Screen) -> None:
    at = screen()
    at.until(lambda: at.asks("What do you want to do?"), "the menu")
    at.press(DOWN, DOWN, DOWN, ENTER)
    at.until(lambda: at.asks("Which words"), "the words")
    at.press("nalaxone", ENTER)
    at.see("Did you mean naloxone?")
    at.until(lambda: len([one for one in at.prompts() if "Which words" in one]) == 2, "the words again")
    at.press("naloxone", ENTER)
    at.until(lambda: at.asks("Which clause?"), "the clauses")
    title = re.findall(r"» (.*\S)  \(", at.screen())[0]
    at.press(ENTER)
    at.until(lambda: at.asks("What next?"), "the clause")
    assert f"\n{title}\n" in at.screen(), "the clause is whole on the screen"
    at.press(ENTER)
    at.until(lambda: at.asks("Which clause?"), "the clauses")
    at.press("C-b")
    at.until(lambda: at.asks("What do you want to do?"), "the menu")
    assert [line for line in at.all() if len(line) > 80] == []


def test_a_colon_after_a_word_is_no_part_of_it_and_within_a_place_of_a_law_it_is() -> None:
    assert wanted_words("UPR: joint", ENGLISH) == ("upr", "joint")
    assert wanted_words("iccpr:9", ENGLISH) == ("iccpr:9",)


def test_the_menu_says_how_many_questions_a_submission_has_left(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: 1\ndocument: upr/individual\nstate: Ruritania\nlanguage: en\n", "utf-8")
    first = submission_state(file, LIBRARY)[0]
    assert re.fullmatch(r"\d+ to answer", first)
    assert int(first.split()[0]) > 10
