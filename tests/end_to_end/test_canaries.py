"""Canaries in every field of the private file: no command, format or error message reveals one.

Each command runs on answers whose private file has names, numbers and addresses that are nowhere else. The
output and every file afterwards, except the private ones, are searched for them.
"""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.cli import FAULT, main
from drafter.cli.preview_watch import Watch
from drafter.cli.sharing import say_what_is_left
from drafter.cli.watch_views import PlainView, ScreenView
from drafter.interview.trash import taken_out
from drafter.privacy.private_file import private_path
from tests.support.people import LETTER, SENT, case
from tests.support.private_files import PRIVATE_ID

NAME = "Canaria Goldfinch"
SECRETS: dict[str, Any] = {
    "name": NAME,
    "passport": "CANARY-4711",
    "contact": ["canary street 12", "+999 555 0199"],
    "lawyer": {"mail": "canary@nest.example"},
    "born": "1988-11-21",
}
CANARIES = ("canaria", "goldfinch", "canary-4711", "canary street", "555 0199", "canary@nest", "1988-11-21")
DOCUMENTS = {
    "upr/joint": {},
    "special-procedures/communication": {**LETTER, **SENT},
    "cedaw/alternative-report": {"publication": "public"},
}
COMMANDS: dict[str, tuple[str, ...]] = {
    "build, where nobody has decided on names": ("build", "{}", "-o", "p.docx"),
    "build": ("build", "{}", "--real-names"),
    "build, as JSON": ("build", "{}", "--json", "--force", "--real-names"),
    "build, final": ("build", "{}", "--final", "--force", "--real-names"),
    "build for the public": ("build", "{}", "--public", "--force"),
    "build as a web page": ("build", "{}", "--format", "html", "--real-names"),
    "build as Markdown": ("build", "{}", "--format", "md", "--real-names"),
    "build as plain text": ("build", "{}", "--format", "txt", "--json", "--real-names"),
    "build as plain text for the public": ("build", "{}", "--format", "txt", "--public"),
    "preview": ("preview", "{}"),
    "preview, counted": ("preview", "{}", "--count"),
    "preview, as JSON": ("preview", "{}", "--json"),
    "check": ("check", "{}"),
    "check, as JSON": ("check", "{}", "--json"),
    "check, for GitHub": ("check", "{}", "--format", "github"),
    "check, as SARIF": ("check", "{}", "--format", "sarif"),
    "compare": ("compare", "{}", "a.docx"),
    "compare, as JSON": ("compare", "a.docx", "{}", "--json"),
    "compare, as Markdown": ("compare", "d.yaml", "a.docx", "--markdown"),
    "compare, as tracked changes": ("compare", "{}", "a.docx", "-o", "compared.docx"),
    "roster": ("roster", "{}", "--force"),
    "roster, as JSON": ("roster", "{}", "--json"),
    "new": ("new", "{}", "--no-input"),
    "new, an answer": ("new", "{}", "--no-input", "--set", "title=A title"),
    "new, a wrong answer": ("new", "{}", "--no-input", "--set", "no.such=x", "--strict"),
    "new, from it": ("new", "c.yaml", "--from", "{}", "--document", "ccpr/list-of-issues", "--no-input"),
    "new, from it, with names": (
        "new", "d.yaml", "--from", "{}", "--document", "special-procedures/communication", "--no-input",
        "--with-people",
    ),
    "build of the new file": ("build", "d.yaml", "--real-names"),
    "build with a look": ("build", "{}", "--look", "a.docx", "--force", "--real-names"),
    "check of a look": ("look", "check", "a.docx"),
    "check of a look, as JSON": ("look", "check", "a.docx", "--json"),
    "import of it": ("import", "{}"),
    "import of its names": ("import", "a.private.yaml"),
    "import of its names, as JSON": ("import", "a.private.yaml", "--json"),
    "doctor": ("doctor",),
    "doctor, as JSON": ("doctor", "--json"),
    "clauses": ("clauses", "check"),
    "recommendations, with nothing imported": ("recommendations", "list"),
}  # fmt: skip
Out = pytest.CaptureFixture[str]
Run = Callable[..., str]


def write(folder: Path, document: str, name: str = "a.yaml", **more: Any) -> Path:
    """Write answers to *document* with a case, and a private file of canaries; return the answers file."""
    file = folder / name
    whole = {
        "format": 1,
        "private_id": PRIVATE_ID,
        "document": document,
        "language": "en",
        "state": "Ruritania",
        "organisations": [{"name": "House", "role": "lead", "contact": {"email": "office@house.example"}}],
        "details": DOCUMENTS[document],
        "themes": [{"theme": "torture", "cases": ["C1"]}],
        "cases": {"C1": case()},
        **more,
    }
    file.write_text(json.dumps(whole), "utf-8")
    private = {"format": 1, "private_id": PRIVATE_ID, "cases": {"C1": {"pseudonym": "Mira", **SECRETS}}}
    private_path(file).write_text(json.dumps(private), "utf-8")
    return file


def canaries_in(text: str) -> list[str]:
    """Return the canaries in *text*, whatever its case and white space."""
    flat = " ".join(text.casefold().split())
    return [canary for canary in CANARIES if canary in flat]


def content(file: Path) -> str:
    """Return the name of *file* and its text; of a Word file the text of every part."""
    data = file.read_bytes()
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = (archive.read(name) for name in archive.namelist())
            return " ".join(
                (file.name, *archive.namelist(), *(part.decode("utf-8", "replace") for part in parts))
            )
    return f"{file.name} {data.decode('utf-8', 'replace')}"


def revealed_in(folder: Path, *, but_names_in: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Return the canaries in each file of *folder* that is not private.

    In the Word files *but_names_in* the name does not count.
    """
    revealed = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.endswith(".private.yaml"):
            canaries = canaries_in(content(file))
            if file.name in but_names_in:
                canaries = [canary for canary in canaries if canary not in ("canaria", "goldfinch")]
            if canaries:
                revealed[file.name] = canaries
    return revealed


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> Run:
    """Return a function that runs a command in an empty folder and returns its output."""
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str) -> str:
        with suppress(SystemExit):  # wrong usage
            main(list(arguments))
        printed = capsys.readouterr()
        return printed.out + printed.err

    return running


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.seconds(120)
def test_no_command_reveals_anything_private(tmp_path: Path, run: Run, document: str) -> None:
    write(tmp_path, document)
    named = ("a.docx", "a.html", "a.md", "a.txt", "d.docx") if document.startswith("special") else ()

    output = {name: run(*(part.format("a.yaml") for part in command)) for name, command in COMMANDS.items()}

    assert {name: canaries_in(text) for name, text in output.items() if canaries_in(text)} == {}
    assert revealed_in(tmp_path, but_names_in=named) == {}
    assert (tmp_path / "a.docx").exists()
    assert (tmp_path / "p.docx").exists()
    if document == "special-procedures/communication":
        for name in ("a.docx", "a.html", "a.md", "a.txt"):
            assert "goldfinch" in content(tmp_path / name).casefold(), "the search does find a canary"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_following_a_file_reveals_nothing_private(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, document: str
) -> None:
    monkeypatch.setattr("drafter.cli.watch_views._rows", lambda: 500)
    for name, summary in (("a.yaml", "We spoke."), ("b.yaml", f"We spoke of {NAME} there.")):
        file = write(tmp_path, document, name)
        watches = Watch(file, PlainView(file)), Watch(file, ScreenView(file))
        for more in ({}, {"title": "Another title"}, {"summary": summary, "no_such": NAME}):
            write(tmp_path, document, name, **more)
            for watch in watches:
                watch.look()
    printed = capsys.readouterr().out
    assert "Another title" in printed
    assert canaries_in(printed) == []


@pytest.mark.seconds(120)
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler is missing"
)
def test_a_pdf_reveals_no_more_than_the_word_file(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "special-procedures/communication")

    printed = run("build", "a.yaml", "--format", "pdf", "--real-names") + run(
        "build", "a.yaml", "--format", "pdf", "--public"
    )

    assert canaries_in(printed) == []
    texts = {}
    for name in ("a.pdf", "a-public.pdf"):
        command = ["pdftotext", str(tmp_path / name), "-"]
        shown = subprocess.run(command, capture_output=True, check=True).stdout
        texts[name] = canaries_in(shown.decode() + (tmp_path / name).read_bytes().decode("latin-1"))
    assert texts == {"a.pdf": ["canaria", "goldfinch"], "a-public.pdf": []}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_renamed_answers_file_still_keeps_the_names_out(tmp_path: Path, run: Run, document: str) -> None:
    write(tmp_path, document, title=f"The case of {NAME} (CANARY-4711)").rename(tmp_path / "renamed.yaml")
    name_of = {"{}": "renamed.yaml"}

    for name in (
        "build", "build, as JSON", "build for the public", "preview, as JSON", "preview, counted", "check",
        "check, as SARIF",
    ):  # fmt: skip
        output = run(*(name_of.get(part, part) for part in COMMANDS[name]))
        assert canaries_in(output) == [], name

    assert not list(tmp_path.glob("*.docx"))


WRONG: dict[str, Callable[[Path, Path], object]] = {
    "the private file is no YAML": lambda _, private: private.write_text(f"cases: [{NAME}\n", "utf-8"),
    "the private file has a key twice": lambda _, private: private.write_text(
        f"cases:\n  C1:\n    name: {NAME}\n    name: {NAME}\n", "utf-8"
    ),
    "the private file is only a name": lambda _, private: private.write_text(NAME, "utf-8"),
    "the private file is of a later format": lambda _, private: private.write_text(
        f"format: 99\ncases:\n  C1: {NAME}\n", "utf-8"
    ),
    "the private file is in another encoding": lambda _, private: private.write_bytes(
        f"cases: {{C1: {NAME} é}}".encode("latin-1")
    ),
    "the private file is another person's": lambda _, private: private.write_text(
        private.read_text("utf-8").replace("Mira", "Nora"), "utf-8"
    ),
    "the private file is of other answers": lambda _, private: private.write_text(
        private.read_text("utf-8").replace(PRIVATE_ID, "another"), "utf-8"
    ),
    "the private file is not tied": lambda _, private: private.write_text(
        private.read_text("utf-8").replace("private_id", "private_no"), "utf-8"
    ),
    "a case is named after the person": lambda _, private: private.write_text(
        private.read_text("utf-8").replace('"C1"', f'"{NAME}"'), "utf-8"
    ),
    "the answers have a fault": lambda answers, _: answers.write_text(
        answers.read_text("utf-8").replace('"themes"', '"thames"'), "utf-8"
    ),
    "the answers are no YAML": lambda answers, _: answers.write_text("format: [", "utf-8"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_no_error_message_reveals_anything_private(tmp_path: Path, run: Run, wrong: str) -> None:
    answers = write(tmp_path, "special-procedures/communication")
    WRONG[wrong](answers, private_path(answers))

    for name in (
        "build", "build, as JSON", "preview", "check", "check, as JSON", "roster", "new, an answer",
        "new, from it",
    ):  # fmt: skip
        output = run(*(part.format("a.yaml") for part in COMMANDS[name]))
        assert output.strip(), name
        assert canaries_in(output) == [], (name, output)

    assert revealed_in(tmp_path) == {}


@pytest.mark.parametrize("key", ["C1", "C7"])
def test_a_real_name_on_the_command_line_is_refused_and_not_repeated(
    tmp_path: Path, run: Run, key: str
) -> None:
    write(tmp_path, "special-procedures/communication")

    output = run("new", "a.yaml", "--no-input", f"--set=private.cases.{key}.name={NAME}")

    assert canaries_in(output) == []
    assert "private" in output


def test_after_erasing_a_case_every_file_that_still_has_the_person_is_listed(
    tmp_path: Path, run: Run, capsys: Out
) -> None:
    answers = write(tmp_path, "special-procedures/communication")
    run("build", "a.yaml")
    communication = ("--document", "special-procedures/communication", "--no-input", "--with-people")
    run("new", "d.yaml", "--from", "a.yaml", *communication)
    store = Store.open(answers, "drafter under test")
    store.listener.on_case_erased = lambda person: say_what_is_left(tmp_path, person, lambda _: "yes")  # type: ignore[method-assign]

    store.change(taken_out(store.answers, ("cases", "C1")))

    output = capsys.readouterr().out
    assert canaries_in(output) == []
    files_left = {file.name for file in tmp_path.iterdir() if file.is_file() and canaries_in(content(file))}
    assert files_left == {"d.private.yaml"}
    assert "d.private.yaml: " in output
    assert "d.yaml: " in output
    assert not private_path(answers).exists()


def test_a_build_that_would_print_something_private_writes_no_file(tmp_path: Path, run: Run) -> None:
    for number, secret in enumerate(
        (NAME, "CANARY 4711", "Canary Street 12", "+999-555-0199", "21 Nov 1988")
    ):
        file = write(tmp_path, "upr/joint", f"a{number}.yaml", summary=f"We spoke of {secret} there.")
        assert main(["build", str(file), "--final"]) == FAULT
        assert canaries_in(run("build", file.name)) == []
        assert not file.with_suffix(".docx").exists(), secret
