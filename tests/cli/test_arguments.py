"""What is said where the arguments cannot be read: the same words on every Python, whatever argparse says."""

import argparse
from collections.abc import Sequence

import pytest

from drafter.cli import USAGE, main
from drafter.cli.arguments import Parser, add_choice, make_parser

Out = pytest.CaptureFixture[str]


def said(capsys: Out, arguments: Sequence[str]) -> str:
    """Return the message that ``drafter`` prints as the error, for *arguments* that are wrong."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    message, _, help_line = captured.err.rpartition("    Help and examples: drafter ")
    assert help_line.endswith("--help\n")
    return " ".join(message.split())


CLAUSE_ACTIONS = "list, search, show, themes, new, check or coverage"
KINDS = "standard, concern, conclusion, question or recommendation"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["clauses"], f"drafter clauses: say what to do: {CLAUSE_ACTIONS}."),
        (["clauses", "dance"], f"drafter clauses: there is no 'dance'. Choose {CLAUSE_ACTIONS}."),
        (
            ["clauses", "lst"],
            f"drafter clauses: there is no 'lst'. Did you mean list? Choose {CLAUSE_ACTIONS}.",
        ),
        (["clauses", "--json", "list"], "drafter clauses: there is no option '--json'."),
        (["clauses", "search"], "drafter clauses search: WORD is missing. Write it after the command."),
        (
            ["clauses", "list", "--kind", "wish"],
            f"drafter clauses list: there is no 'wish' after --kind. Choose {KINDS}.",
        ),
        (
            ["clauses", "list", "--kind=concerns"],
            "drafter clauses list: there is no 'concerns' after --kind. Did you mean concern? "
            f"Choose {KINDS}.",
        ),
        (["clauses", "list", "--kind"], "drafter clauses list: --kind: write a value after it."),
        (
            ["clauses", "list", "--knd", "x"],
            "drafter clauses list: there is no option '--knd'. Did you mean --kind?",
        ),
        (
            ["clauses", "list", "--json=yes"],
            "drafter clauses list: --json takes no value. Write it without '='.",
        ),
        (["build"], "drafter build: ANSWERS.yaml is missing. Write it after the command."),
        (["build", "--final"], "drafter build: ANSWERS.yaml is missing. Write it after the command."),
        (["build", "a.yaml", "-o"], "drafter build: -o/--output: write a value after it."),
        (
            ["build", "a.yaml", "--f"],
            "drafter build: '--f' could be --format, --force or --final. Write the whole option.",
        ),
        (
            ["build", "a.yaml", "--fnal"],
            "drafter build: there is no option '--fnal'. Did you mean --final?",
        ),
        (["new", "a.yaml", "b.yaml"], "drafter new: 'b.yaml' is not expected here."),
        (
            ["preview", "our", "UPR", "2026.yaml"],
            "drafter preview: 'UPR' is not expected here. "
            "Put quotation marks around a file name with spaces.",
        ),
        (["new", "--set"], "drafter new: --set: write a value after it."),
        (
            ["completion", "fisch"],
            "drafter completion: there is no 'fisch'. Did you mean fish? "
            "Choose bash, zsh, fish or powershell.",
        ),
        (["completion"], "drafter completion: SHELL is missing. Write it after the command."),
        (["schema", ""], "drafter schema: '' is not expected here."),
        (["schema", "Jane Example"], "drafter schema: 'Jane' is not expected here."),
    ],
)
def test_wrong_arguments_get_one_sentence_with_what_to_do(
    arguments: list[str], message: str, capsys: Out
) -> None:
    assert said(capsys, arguments) == message


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "--se=private.cases.C1.name=Asha Example"],
        ["new", "a.yaml", "--set-private", "private.cases.C1.name", "Asha Example"],
        ["new", "a.yaml", "--plain=Asha Example"],
        ["new", "a.yaml", "--private=Asha Example"],
    ],
)
def test_a_value_that_may_be_private_is_not_repeated(arguments: list[str], capsys: Out) -> None:
    message = said(capsys, arguments)
    assert "Asha" not in message
    assert "Example" not in message


def test_an_unambiguous_abbreviation_of_an_option_is_accepted() -> None:
    parser = make_parser("build", "Make the file.", "drafter build")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--force", action="store_true")
    assert parser.parse_args(["--fin"]) == argparse.Namespace(final=True, force=False)


def test_arguments_after_two_dashes_are_not_options() -> None:
    parser = make_parser("build", "Make the file.", "drafter build")
    parser.add_argument("answers", nargs="+")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--force", action="store_true")
    assert parser.parse_args(["--", "--f"]).answers == ["--f"]


def test_a_choice_is_read_and_its_default_kept() -> None:
    parser = make_parser("clauses", "Show clauses.", "drafter clauses")
    add_choice(parser, "--kind", ("concern", "standard"), default="standard")
    assert parser.parse_args([]).kind == "standard"
    assert parser.parse_args(["--kind", "concern"]).kind == "concern"


def test_an_unexpected_parser_error_is_reported_in_the_words_of_argparse(capsys: Out) -> None:
    parser = Parser(prog="drafter new")
    pair = parser.add_mutually_exclusive_group(required=True)
    pair.add_argument("--left", action="store_true")
    pair.add_argument("--number", type=int)
    for arguments, words in (([], "--left --number"), (["--number", "x"], "invalid int value: 'x'")):
        with pytest.raises(SystemExit) as ended:
            parser.parse_args(arguments)
        assert ended.value.code == USAGE
        assert words in capsys.readouterr().err
