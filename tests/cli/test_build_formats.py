"""``drafter build`` in other formats than Word, with the same rules as for the Word file."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from drafter.cli.parsers import BUILD_FORMATS
from drafter.formats.choose import TEXT_FORMATS
from tests.support.checkout import CHECKOUT

Out = pytest.CaptureFixture[str]


def example(folder: Path, name: str = "a") -> Path:
    """Write a small submission and return its answers file."""
    file = folder / f"{name}.yaml"
    file.write_text((CHECKOUT / "examples" / "csw-statement.yaml").read_text("utf-8"), "utf-8")
    return file


def build(*arguments: object) -> int:
    """Run ``drafter build`` and return its exit status."""
    try:
        return main(["build", *map(str, arguments)])
    except SystemExit as ended:
        return int(ended.code or 0)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_the_ending_of_o_or_the_option_names_the_format(tmp_path: Path, name: str, capsys: Out) -> None:
    file = example(tmp_path)
    assert build(file, "-o", tmp_path / f"b.{name.upper()}") == DONE
    assert f"b.{name.upper()}" in capsys.readouterr().out
    assert build(file, "--format", name) == DONE
    assert (tmp_path / f"a.{name}").read_bytes() == (tmp_path / f"b.{name.upper()}").read_bytes()
    assert not (tmp_path / "a.docx").exists()


def test_a_batch_in_one_format(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    files = [example(tmp_path, name) for name in "ab"]
    assert build(*files, "--format", "md", "-o", tmp_path / "out") == DONE
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a.md", "b.md"]


def test_each_format_of_the_command_can_be_written() -> None:
    assert {"docx", "pdf", *TEXT_FORMATS} == set(BUILD_FORMATS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "b.odt"), "ends in .docx, .pdf, .html, .md or .txt"),
        (("-o", "b.odt", "--format", "md"), "Write: -o b.md"),
        (("-o", "b.txt", "--format", "md"), "ends in .md"),
        (("-o", "-", "--format", "md"), "-o NAME.md"),
        (("--format", "odt"), "odt"),
    ],
)
def test_a_format_that_does_not_exist_or_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert build(example(tmp_path).name, *arguments) == USAGE
    assert message in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_file_that_somebody_has_changed_is_kept(tmp_path: Path, name: str, capsys: Out) -> None:
    file, target = example(tmp_path), tmp_path / f"a.{name}"
    assert build(file, "--format", name) == build(file, "--format", name) == DONE
    target.write_text(target.read_text("utf-8").replace("women", "Women"), "utf-8")
    assert build(file, "--format", name) == FAULT
    assert "changes that drafter did not make" in capsys.readouterr().err
    assert build(file, "--format", name, "--force") == DONE


def test_the_json_of_plain_text_has_the_counts_of_each_section(tmp_path: Path, capsys: Out) -> None:
    file = example(tmp_path)
    assert build(file, "--format", "txt", "--json") == DONE
    (result,) = json.loads(capsys.readouterr().out)
    assert result["look"] is None
    assert result["written"] == str(tmp_path / "a.txt")
    first = result["sections"][0]
    assert first.keys() == {"title", "level", "words", "characters", "characters_without_spaces"}
    assert f"{first['words']:,}  " in (tmp_path / "a.txt").read_text("utf-8")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_final_and_public_builds_follow_the_same_rules(tmp_path: Path, name: str, capsys: Out) -> None:
    file = example(tmp_path)
    assert build(file, "--format", name, "--final", "--public") == DONE
    assert [each.name for each in tmp_path.iterdir() if each != file] == [f"a-public.{name}"]
    capsys.readouterr()
    file.write_text(re.sub("name: Women.*", "name: null", file.read_text("utf-8")), "utf-8")
    assert build(file, "--format", name, "--final") == FAULT
    assert "is not ready for a final build" in capsys.readouterr().err
    assert not (tmp_path / f"a.{name}").exists()


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Unix")
@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_only_the_owner_can_read_a_file_about_a_person(tmp_path: Path, name: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text((CHECKOUT / "examples" / "ruritania-wgad.yaml").read_text("utf-8"), "utf-8")
    assert build(file, "--format", name) == DONE
    assert (tmp_path / f"a.{name}").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("docx", ("drafter.formats", "drafter.imports", "prompt_toolkit", "rich")),
        ("html", ("docx", "lxml", "drafter.formats.md", "drafter.imports", "prompt_toolkit")),
        ("md", ("docx", "lxml", "drafter.formats.html", "drafter.imports", "prompt_toolkit")),
        ("txt", ("docx", "lxml", "drafter.formats.html", "drafter.imports", "prompt_toolkit")),
    ],
)
def test_a_build_imports_only_what_its_format_needs(
    tmp_path: Path, name: str, absent: tuple[str, ...]
) -> None:
    code = (
        "import sys; from drafter.cli import main; status = main(sys.argv[2:]);"
        "print([name for name in sys.argv[1].split(',') if name in sys.modules]); sys.exit(status)"
    )
    arguments = ["build", str(example(tmp_path)), "--format", name]
    command = [sys.executable, "-c", code, ",".join(absent), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
