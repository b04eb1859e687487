"""``drafter recommendations``: what is listed, shown, counted and removed, and what is said otherwise."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from drafter.frozen import replaced
from drafter.model.store_report import ListReport, RemovedReport, StatsReport
from drafter.recommendation_store.database import store_file
from drafter.recommendation_store.read import MOST_RANKED
from drafter.recommendation_store.write import add
from tests.support.json_schema import faults
from tests.support.recommendations import BASE, recommendation
from tests.support.terminal import Terminal

Out = pytest.CaptureFixture[str]
ROWS = {
    "naloxone": BASE,
    "penalty": recommendation(
        "Abolish the death penalty for drug offences", country="Türkiye", number="140.12", position="noted",
        date="2019-05-02", states=("Portugal",),
    ),
    "prison": replaced(
        BASE, text="The Committee is concerned about drug use in prisons", body="CEDAW", kind="concern",
        number="29 (a)", states=(), position="", date="2016", document="CEDAW/C/RUR/CO/4",
        themes=("Conditions of detention",), key="the-uuid",
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with a store of ``ROWS``; return its file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")
    add(ROWS.values(), "list.docx", store_file())
    return store_file()


def run(out: Out, *arguments: str, status: int = DONE) -> tuple[str, str]:
    """Run ``drafter recommendations`` and return what it prints, and what it prints as an error."""
    try:
        ended = main(["recommendations", *arguments])
    except SystemExit as stopped:
        ended = int(stopped.code or 0)
    printed = out.readouterr()
    assert ended == status, printed.err
    return printed.out, printed.err


def listed(out: Out, *arguments: str) -> list[str]:
    """Return the names in ``ROWS`` of what is listed, from the rows in a pipe."""
    rows = run(out, *arguments)[0].splitlines()
    return [next(name for name, each in ROWS.items() if row.endswith(each.text)) for row in rows]


def printed_json(out: Out, *arguments: str) -> Any:
    """Return what a command prints with ``--json``."""
    return json.loads(run(out, *arguments, "--json")[0])


# ---- list and search ----


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ("list", ["naloxone", "penalty", "prison"]),
        ("list --state Turkey", ["penalty"]),
        ("list --state TUR", ["penalty"]),
        ("list --state ruritania --since 2016", ["naloxone", "prison"]),
        ("list --made-by Portugal", ["penalty"]),
        ("list --body cedaw", ["prison"]),
        ("list --body upr", ["naloxone", "penalty"]),
        ("list --body periodic", ["naloxone", "penalty"]),
        ("list --theme prison-health", ["prison"]),
        ("list --theme health", ["naloxone", "penalty"]),
        ("list --position noted", ["penalty"]),
        ("list --kind concern", ["prison"]),
        ("list --limit 2", ["naloxone", "penalty"]),
        ("list --limit 2 --page 2", ["prison"]),
        ("search drug", ["penalty", "prison"]),
        ("search PRISON drugs", ["prison"]),
        ("search overdose witn", ["naloxone"]),
        ("search 140.12", ["penalty"]),
        ("search drug --body cedaw", ["prison"]),
    ],
)
def test_what_is_listed_in_a_pipe(capsys: Out, arguments: str, names: list[str]) -> None:
    assert sorted(listed(capsys, *arguments.split())) == sorted(names)
    if arguments.startswith("list"):
        assert listed(capsys, *arguments.split()) == names


def test_an_argument_with_spaces_is_a_phrase(capsys: Out) -> None:
    assert listed(capsys, "search", "death penalty") == ["penalty"]
    assert listed(capsys, "search", '"death penalty" drug*') == ["penalty"]
    assert "No recommendation has" in run(capsys, "search", "penalty death")[1]


def test_a_row_in_a_pipe_begins_with_the_id_and_ends_with_the_text(capsys: Out) -> None:
    [row] = run(capsys, "search", "naloxone")[0].splitlines()
    assert row.split("  ")[1:] == ["Ruritania", "2025-03-21", "A/HRC/59/15 140.7", "supported", BASE.text]
    assert len(row.split()[0]) == 10


def test_a_text_with_line_breaks_is_one_row(capsys: Out, store: Path) -> None:
    add([recommendation("Give\n  methadone\tto all")], "b", store)
    assert run(capsys, "search", "methadone")[0].endswith("  Give methadone to all\n")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Any]:
    """Return a function that runs the command in a terminal and returns its lines."""
    opened: list[Terminal] = []

    def lines(command: str) -> list[str]:
        import sys

        opened.append(
            Terminal(tmp_path, f"{sys.executable} -m drafter {command}", XDG_DATA_HOME=str(tmp_path / "data"))
        )
        opened[-1].see("It ended with ")
        every = opened[-1].all()
        return every[: next(n for n, line in enumerate(every) if line.startswith("It ended with "))]

    yield lines
    for terminal in opened:
        terminal.close()


def test_on_a_terminal_each_has_its_text_and_below_it_the_rest(screen: Any, store: Path) -> None:
    add((recommendation(f"Fund house {n} {'for all ' * 60}", number=f"9.{n}") for n in range(30)), "b", store)
    lines = screen("recommendations search fund --limit 2")
    assert lines[0].startswith("Fund house ")
    assert any(line.endswith(" …") for line in lines[1:4])
    assert any(" · Ruritania · Universal Periodic Review · A/HRC/59/15 9." in line for line in lines)
    said = " ".join(" ".join(lines).split())
    assert "30 matches, … 28 more. The next page: --page 2. To read one: drafter recommendations" in said
    assert [line for line in lines if len(line) > 80] == []


def test_counts_on_a_terminal_are_cut_and_say_so(screen: Any, store: Path) -> None:
    add((recommendation(f"Text {n}", country=f"State {n}") for n in range(20)), "b", store)
    lines = screen("recommendations stats")
    assert lines[0] == "23 recommendations, from 2016 to 2025-03-21"
    assert lines[-1] == "… 7 more"
    assert "  2          1                  0      0  Ruritania" in lines


# ---- nothing matches ----


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("search pollution", "No recommendation has the word 'pollution'."),
        ("search penallty drug", "Did you mean penalty? drafter recommendations search penalty drug"),
        ("search naloxone prison", "has all of these words: naloxone (1) and prison (1). Use fewer words."),
        ("search drug --since 2024", "the words and the options; 2 recommendations without the options."),
        ("list --state Norway", "No recommendation matches the options. Use fewer options."),
        ("list --since 2090", "No recommendation of 2090 or later matches; 3 matches without --since."),
        ("list --theme livelihoods", "No recommendation has words of this theme, whatever the"),
        ("list --page 3", "There is no such page: 3 matches."),
    ],
)
def test_what_is_said_if_nothing_matches(capsys: Out, arguments: str, words: str) -> None:
    printed, said = run(capsys, *arguments.split())
    assert printed == ""
    assert words in " ".join(said.split())
    assert printed_json(capsys, *arguments.split())["recommendations"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("list --state Ruritaia", "there is no State 'Ruritaia' Did you mean Ruritania or Mauritania?"),
        ("list --made-by Atlantis", "there is no State 'Atlantis'"),
        ("list --body ccpr", "nothing in your store is from a body 'ccpr' Bodies in it: CEDAW, Universal"),
        ("list --theme overdosis", "has a theme 'overdosis' Did you mean overdose? 'drafter clauses themes'"),
        ("list --since soon", "--since: write a year, such as 2019."),
        ("list --limit 0", "--limit: write a number from 1 on, such as 50."),
        ("list --position refused", "Choose supported, partly or noted."),
    ],
)
def test_a_wrong_option_is_wrong_usage(capsys: Out, arguments: str, words: str) -> None:
    assert words in " ".join(run(capsys, *arguments.split(), status=USAGE)[1].split())


def test_all_wrong_options_are_reported_together(capsys: Out) -> None:
    said = run(capsys, "list", "--state", "Nowhere", "--body", "nobody", "--theme", "nothing", status=USAGE)[
        1
    ]
    assert [name for name in ("'Nowhere'", "'nobody'", "'nothing'") if name not in said] == []


@pytest.mark.parametrize("action", ["list", "search drug", "show 3f9a", "stats", "remove list.docx"])
def test_an_empty_store_says_how_to_fill_it(capsys: Out, store: Path, action: str) -> None:
    store.unlink()
    said = run(capsys, *action.split(), status=FAULT)[1]
    assert (
        said == "no recommendations have been imported yet\n    To fill it: drafter import FILE --library\n"
    )
    assert not store.exists()
    fault = json.loads(run(capsys, *action.split(), "--json", status=FAULT)[0])["faults"][0]
    assert fault["remedy"] == "To fill it: drafter import FILE --library"


# ---- show, stats, remove ----


def test_show_prints_every_field(capsys: Out) -> None:
    found_id = run(capsys, "list", "--kind", "concern")[0].split()[0]
    for name in (found_id, found_id[:6], "the-uuid"):
        lines = run(capsys, "show", name)[0].splitlines()
        assert lines == [
            ROWS["prison"].text,
            f"{found_id} · concern",
            "",
            "to        Ruritania",
            "from      CEDAW",
            "document  CEDAW/C/RUR/CO/4",
            "number    29 (a)",
            "themes    Conditions of detention",
            "date      2016",
            "session   49",
            "key       the-uuid",
            "file      list.docx, table row 7",
        ]


def test_show_of_a_beginning_lists_all_that_begin_so(capsys: Out, store: Path) -> None:
    add((recommendation(f"Text {n}", number=f"9.{n}") for n in range(40)), "b", store)
    ids = [row.split()[0] for row in run(capsys, "list", "--limit", "50")[0].splitlines()]
    digit = max("0123456789abcdef", key=lambda each: sum(id_.startswith(each) for id_ in ids))
    printed, said = run(capsys, "show", digit)
    assert {row.split()[0] for row in printed.splitlines()} == {id_ for id_ in ids if id_[0] == digit}
    assert said.endswith("recommendations with this beginning.\n")


def test_show_of_an_unknown_id_is_a_fault(capsys: Out) -> None:
    said = run(capsys, "show", "zzz", status=FAULT)[1]
    assert said.startswith("there is no recommendation 'zzz'\n    To find it: ")


def test_stats_in_a_pipe(capsys: Out) -> None:
    lines = run(capsys, "stats")[0].splitlines()
    assert lines[0] == "3 recommendations, from 2016 to 2025-03-21"
    assert lines[2] == "all  file"
    assert lines[3].startswith("3    list.docx (")
    assert lines[5:8] == ["all  body", "2    Universal Periodic Review", "1    CEDAW"]
    assert [line.split() for line in lines[10:]] == [
        ["2", "1", "0", "0", "Ruritania"],
        ["1", "0", "0", "1", "Türkiye"],
    ]


def test_stats_of_some_states(capsys: Out) -> None:
    lines = run(capsys, "stats", "TURK")[0].splitlines()
    assert [line.split()[-1] for line in lines] == ["State", "Türkiye"]
    assert "No State in the store" in run(capsys, "stats", "norway")[1]


def test_remove_takes_a_file_out(capsys: Out, store: Path) -> None:
    add([BASE], "other.docx", store)
    assert run(capsys, "remove", "list.docx")[0] == "Removed 2 recommendations of list.docx from the store.\n"
    assert listed(capsys, "list") == ["naloxone"]
    assert "Imported files: other.docx." in run(capsys, "remove", "list.docx", status=FAULT)[1]


# ---- JSON ----


def test_json_is_what_the_schema_describes(capsys: Out) -> None:
    assert main(["schema", "--recommendations"]) == DONE
    described = json.loads(capsys.readouterr().out)
    for command in (
        "list",
        "search drug",
        "show the-uuid",
        "list --body upr --limit 1",
        "stats",
        "stats tür",
    ):
        assert list(faults(printed_json(capsys, *command.split()), described)) == []
    assert list(faults({"format": 2, "total": "x"}, described)) != []
    for arguments in (["list"], ["search", "drug"], ["show", "the-uuid"]):
        report = ListReport.model_validate(printed_json(capsys, *arguments))
        assert report.total == len(report.recommendations) > 0
    report = ListReport.model_validate(printed_json(capsys, "list", "--body", "upr", "--limit", "1"))
    assert (report.total, len(report.recommendations)) == (2, 1)
    assert report.recommendations[0].text == BASE.text
    assert report.recommendations[0].files == ("list.docx",)
    counts = StatsReport.model_validate(printed_json(capsys, "stats"))
    assert [(state.name, state.noted) for state in counts.states] == [("Ruritania", 0), ("Türkiye", 1)]
    assert RemovedReport.model_validate(printed_json(capsys, "remove", "list.docx")).removed == 3


def test_more_matches_than_are_ranked_are_called_more_than(capsys: Out, store: Path, screen: Any) -> None:
    add((recommendation(f"Fund house {n}") for n in range(MOST_RANKED + 5)), "b", store)
    assert printed_json(capsys, "search", "house")["at_least"] is True
    assert f"More than {MOST_RANKED:,} matches" in " ".join(screen("recommendations search house --limit 1"))


def test_control_characters_of_a_file_do_not_reach_the_terminal(capsys: Out, store: Path) -> None:
    add([recommendation("Evil \x1b[31mtext", country="Ru\x1b]0;x\x07")], "b", store)
    for arguments in (["search", "evil"], ["stats"]):
        assert "\x1b" not in run(capsys, *arguments)[0]
