"""Real names and identifiers are in the private file, and elsewhere only if consent allows it."""

import io
import os
import stat
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import DrafterError
from drafter.interview.flow import next_question, questions
from drafter.interview.items.item import Item
from drafter.interview.overview import overview
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import block_text
from drafter.privacy.gitignore import gitignore_text
from drafter.privacy.leak_search import leaking_cases
from drafter.privacy.private_file import private_path
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.checkout import CHECKOUT
from tests.support.private_files import TIED, secrets_of
from tests.support.process import drafter_in_text
from tests.support.trees import of_submission
from tests.support.typing_keys import ENTER, keyboard

NAME = "Canaria Goldfinch"
CANARIES = (NAME, "CANARY-4711", "canary street 12", "+999 555 0199", "canary@nest.example")
"""The name and the other private details, as they are in the private file."""

PRIVATE = f"""\
format: 1
{TIED}cases:
  C1:
    pseudonym: Mira
    name: {NAME}   # her passport has a second one
    passport: CANARY-4711
    contact: [canary street 12, "+999 555 0199"]
    lawyer:
      mail: canary@nest.example
"""

ANSWERS = """\
format: 1
private_id: 0123456789ab
document: {document}
state: Ruritania
organisations:
  - {{name: House of Examples, role: lead, contact: {{email: office@examples.example}}}}
details: {details}
keywords: [drug policy]
themes:
  - theme: compulsory-treatment
    cases: [C1]
    own:
      - kind: paragraph
        text: {text}
cases:
  C1:
    pseudonym: Mira
    age_group: {age_group}
    text: was held for nine months without a judge
    consent: {consent}
"""

RULES = """\
title: A mechanism for practice
about: For tests.
documents:
  open:
    {common}
    consent: [body, public]
    asks:
      - {{name: publication, ask: May it be posted?, help: Or is it confidential?, kind: choice,
          choices: [{{value: public, title: "Yes"}}, {{value: confidential, title: "No"}}],
          agreement: {{readers: {{public: [body, public], confidential: [body, confidential]}}}}}}
  named:
    {common}
    consent: [body, government]
    real_names: true
"""
COMMON = """title: A document
    name: A document
    about: For tests.
    stage: recommendations
    shape: practice.md.jinja"""
SHAPE = """{% extends "shapes/document.md.jinja" %}{% block title %}A document{% endblock %}"""

ALL = {"body": "yes", "government": "yes", "public": "yes"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with its own mechanism; one of its documents may use real names."""
    own = tmp_path / "templates" / "practice"
    own.mkdir(parents=True)
    (own / "rules.yaml").write_text(RULES.format(common=COMMON), "utf-8")
    (own / "practice.md.jinja").write_text(SHAPE, "utf-8")
    return tmp_path


def written(
    folder: Path,
    *,
    document: str = "practice/open",
    text: str = "Words.",
    age_group: str = "adult",
    publication: str = "public",
    **consent: str,
) -> Path:
    """Write an answers file with a case, and its private file; return the path of the answers."""
    file = folder / "a.yaml"
    given = consent or ALL
    details = {"publication": publication} if document == "practice/open" else {}
    file.write_text(
        ANSWERS.format(document=document, text=text, age_group=age_group, consent=given, details=details),
        "utf-8",
    )
    private_path(file).write_text(PRIVATE, "utf-8")
    return file


def canaries_in(text: str) -> list[str]:
    """Return the canaries in *text*."""
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


run = partial(drafter_in_text, COLUMNS="200")


def run_after(code: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run *code* and then drafter in a new process, and return that process."""
    start = ["-c", f"{code}; import sys; from drafter.cli import main; sys.exit(main(sys.argv[1:]))"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "COLUMNS": "200"},
    )


def parts(file: Path) -> dict[str, str]:
    """Return every part of a Word file as text, by its name; pictures too."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


# ---- no output has anything from the private file ----


@pytest.mark.parametrize("command", ["build", "preview", "roster"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_command_prints_or_writes_anything_private(
    folder: Path, command: str, form: tuple[str, ...]
) -> None:
    file = written(folder)
    before = {file.name for file in folder.iterdir()}
    done = run(command, file, *form)
    assert done.returncode == 0, done.stderr
    assert canaries_in(done.stdout + done.stderr) == []
    new_files = [folder / name for name in {file.name for file in folder.iterdir()} - before]
    assert canaries_in(" ".join(new.name for new in new_files)) == []
    for new in new_files:
        assert {name: canaries_in(text) for name, text in parts(new).items() if canaries_in(text)} == {}
        assert not [name for name in parts(new) if canaries_in(name)]
    if command == "build":
        assert "Mira (name changed)" in parts(folder / "a.docx")["word/document.xml"]


def test_the_preview_has_the_pseudonym(folder: Path) -> None:
    done = run("preview", written(folder))
    assert "Mira (name changed)" in done.stdout


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_sign_on_sheet_is_searched_too(folder: Path, form: tuple[str, ...]) -> None:
    file = written(folder)
    clean = run("roster", file, *form)
    assert (clean.returncode, clean.stderr) == (0, "")
    text = file.read_text("utf-8").replace("contact: {", f"contact: {{person: {NAME}, ")
    file.write_text(f"{text}title: The case of Goldfinch\n", "utf-8")
    done = run("roster", file, "-o", folder / "goldfinch.docx", "--force", *form)
    assert done.returncode == 1
    assert not (folder / "goldfinch.docx").exists()
    printed = done.stdout + done.stderr
    assert "is in a table." in printed
    assert "may be in the title" in printed
    assert "The file name shows" in printed
    assert canaries_in(printed) == []


@pytest.mark.parametrize("flag", ["--final", "--force"])
def test_the_messages_of_a_refused_build_name_nobody(folder: Path, flag: str) -> None:
    file = written(folder, text=f"{NAME} lives at Canary Street 12.")
    done = run("build", file, flag)
    assert "real-name-in-text" in done.stderr or "private file" in done.stderr
    assert canaries_in(done.stdout + done.stderr) == []
    assert done.returncode == 1
    assert not (folder / "a.docx").exists()


def test_the_traceback_of_a_bug_shows_nothing_private(folder: Path) -> None:
    """The bug occurs after the private file was read, when its content is in the frames."""
    broken = "import drafter.drafting.pipeline as pipeline; pipeline.measure = None"
    done = run_after(broken, "build", written(folder))
    assert "Traceback (most recent call last)" in done.stderr
    assert "TypeError" in done.stderr
    assert canaries_in(done.stdout + done.stderr) == []


@pytest.mark.parametrize(
    "text",
    [
        f"cases:\n  C1: {{name: {NAME}\n",
        f"cases:\n  C1:\n    name: {NAME}\n    name: {NAME}\n",
        f"{NAME}\n",
        f"people:\n  C1: {{name: {NAME}}}\n",
        f"- {NAME}\n",
        f"cases: {NAME}\n",
        f"cases:\n  C1: {{name: !!python/object:{CANARIES[1]} x}}\n",
    ],
)
def test_a_faulty_private_file_is_reported_without_its_content(folder: Path, text: str) -> None:
    file = written(folder)
    private_path(file).write_text(text, "utf-8")
    for command, *more in (("build",), ("new", "--no-input")):
        done = run(command, file, *more)
        assert done.returncode == 1
        assert "a.private.yaml" in done.stderr
        assert "Traceback" not in done.stderr
        assert canaries_in(done.stdout + done.stderr) == []


# ---- a document that may use real names ----


def document_text(result: ReviewedDraft) -> str:
    """Return the text of the body of a draft."""
    return "\n".join(map(block_text, result.draft.document.blocks))


def test_the_real_name_is_printed_if_rules_and_consent_allow_it(folder: Path) -> None:
    file = written(folder, document="practice/named", body="yes", government="yes")
    done = run("build", file, "--real-names")
    assert done.returncode == 0
    inside = parts(folder / "a.docx")
    with_canaries = {name: canaries_in(text) for name, text in inside.items() if canaries_in(text)}
    assert with_canaries == {"word/document.xml": [NAME]}
    assert "real-name-in-text" not in done.stderr
    assert canaries_in(done.stdout + done.stderr) == []


def test_without_consent_for_the_government_the_whole_case_stays_out(folder: Path) -> None:
    for answer in ("no", "not-asked"):
        result = draft_file(written(folder, document="practice/named", body="yes", government=answer))
        assert canaries_in(document_text(result)) == []
        assert "nine months" not in document_text(result)
        assert "case-left-out" in [remark.code for remark in result.remarks]


def test_consent_does_not_allow_a_real_name_that_the_rules_exclude(
    folder: Path,
) -> None:
    result = draft_file(written(folder, document="practice/open", **ALL))
    assert canaries_in(document_text(result)) == []
    assert "Mira (name changed)" in document_text(result)


def test_a_preview_has_the_pseudonym_even_if_the_word_file_has_the_name(folder: Path) -> None:
    file = written(folder, document="practice/named", body="yes", government="yes")
    done = run("preview", file)
    assert "nine months" in done.stdout
    assert canaries_in(done.stdout + done.stderr) == []


# ---- private details that an author writes by mistake ----


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("manner", [str.upper, str.lower, str])
def test_a_private_detail_in_a_text_is_an_error_that_does_not_show_it(
    folder: Path, canary: str, manner: Any
) -> None:
    result = draft_file(written(folder, text=f"'We met {manner(canary)} there.'"))
    errors = [remark for remark in result.errors if remark.code == "real-name-in-text"]
    assert [remark.place.removesuffix(" (Mira)") for remark in errors] == ["case C1"]
    assert canaries_in(" ".join(map(str, result.remarks))) == []


def test_a_text_without_private_details_has_no_remark(folder: Path) -> None:
    codes = [remark.code for remark in draft_file(written(folder, text="A canary sang.")).remarks]
    assert "real-name-in-text" not in codes


def test_an_identifier_is_an_error_even_if_the_name_is_allowed(folder: Path) -> None:
    named = {"document": "practice/named", "body": "yes", "government": "yes"}
    clean = draft_file(written(folder, text="Words.", **named))
    assert "real-name-in-text" not in [remark.code for remark in clean.remarks]
    wrong = draft_file(written(folder, text="Passport CANARY-4711.", **named))
    assert "real-name-in-text" in [remark.code for remark in wrong.errors]


def test_initials_and_empty_answers_are_not_searched() -> None:
    assert (
        list(leaking_cases("A text about a.", {"C1": {"name": "", "initial": "A", "of": "  "}}, frozenset()))
        == []
    )
    assert list(leaking_cases("A text about Ann.", {"C1": {"name": "Ann"}}, frozenset())) == ["C1"]


# ---- consent ----


@pytest.mark.parametrize(
    ("consent", "age_group", "publication", "included", "reason"),
    [
        (ALL, "adult", "public", True, ""),
        ({"body": "yes", "public": "yes"}, "adult", "public", True, ""),
        ({"body": "yes", "public": "no"}, "adult", "public", False, "the public"),
        ({"body": "yes", "public": "not-asked"}, "adult", "public", False, "the public"),
        ({"body": "yes"}, "adult", "public", False, "the public"),
        (
            {"body": "yes", "public": "no"},
            "adult",
            "confidential",
            False,
            "the Government may still come to read it",
        ),
        ({"body": "yes", "public": "no", "confidential": "yes"}, "adult", "confidential", True, ""),
        ({"body": "no", "public": "yes"}, "adult", "confidential", False, "the body"),
        ({"government": "yes"}, "adult", "public", False, "the body and the public"),
        (ALL, "child", "public", False, "a child, and no guardian"),
        (ALL, "unknown", "public", False, "age is not known, and no guardian"),
        ({**ALL, "guardian": "no"}, "child", "public", False, "no guardian"),
        ({**ALL, "guardian": "not-asked"}, "child", "public", False, "no guardian"),
        ({**ALL, "guardian": "yes"}, "child", "public", True, ""),
        ({"guardian": "yes"}, "child", "public", False, "the body"),
    ],
)
def test_a_case_is_included_only_with_every_consent_that_is_needed(
    folder: Path, consent: dict[str, str], age_group: str, publication: str, included: bool, reason: str
) -> None:
    result = draft_file(written(folder, age_group=age_group, publication=publication, **consent))
    assert ("nine months" in document_text(result)) is included
    texts = [remark.text for remark in result.remarks if remark.code == "case-left-out"]
    assert len(texts) == (0 if included else 1)
    assert included or reason in texts[0]


# ---- the interview ----


def library(folder: Path) -> Library:
    """Return the library for a file in *folder*."""
    return Library(overlay("clauses", folder), overlay("templates", folder))


def name_question(store: Store, folder: Path) -> Item:
    """Return the question for the real name."""
    return next(
        question
        for question in questions(store.answers, library(folder))
        if question.path[:2] == ("private", "cases")
    )


@pytest.fixture
def store(folder: Path) -> Store:
    """A document that may use real names, with a case and no private file yet."""
    file = written(folder, document="practice/named", body="yes", government="yes")
    private_path(file).unlink()
    return Store.open(file, "drafter under test")


def test_the_interview_asks_for_a_real_name_only_if_the_document_may_use_it(
    folder: Path, store: Store
) -> None:
    assert name_question(store, folder).path == ("private", "cases", "C1", "name")
    other = Store.open(written(folder, document="practice/open"), "drafter under test")
    paths = [question.path for question in questions(other.answers, library(folder))]
    assert [path for path in paths if path[0] == "private"] == [("private", "not_printed")]


def typed_name(store: Store, folder: Path, keys: str) -> list[str]:
    """Type *keys* at the question for the real name, save the answer, and return the messages."""
    question = name_question(store, folder)
    messages: list[str] = []
    with keyboard(keys):
        value = ask(question, question.current(store.answers), messages.append)
    store.change(question.changes(store.answers, value, library(folder)))
    return messages


def test_a_real_name_typed_in_the_interview_goes_only_to_the_private_file(folder: Path, store: Store) -> None:
    messages = typed_name(store, folder, f"{NAME}{ENTER}")
    assert secrets_of(store.file) == {"C1": {"name": NAME}}
    assert canaries_in(store.file.read_text("utf-8")) == []
    assert canaries_in(" ".join(messages)) == []
    assert "kept in the private file" in messages[-1]


def test_only_the_owner_can_read_both_files(folder: Path, store: Store) -> None:
    os.umask(os.umask(0))
    typed_name(store, folder, f"{NAME}{ENTER}")
    store.set(("title",), "A title")
    for file in (store.file, private_path(store.file)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(one.name for one in folder.iterdir()) == ["a.private.yaml", "a.yaml", "templates"]


def test_a_name_left_empty_is_not_asked_again(folder: Path, store: Store) -> None:
    typed_name(store, folder, ENTER)
    again = Store.open(store.file, "drafter under test")
    assert name_question(again, folder).current(again.answers) == ""
    asked = next_question(again.answers, library(folder))
    assert asked is None or asked.path[:2] != ("private", "cases")


def test_other_content_of_the_private_file_survives_a_change(folder: Path) -> None:
    file = written(folder, document="practice/named", body="yes", government="yes")
    store = Store.open(file, "drafter under test")
    store.set(("private", "cases", "C1", "name"), "Other Name")
    text = private_path(file).read_text("utf-8")
    assert "name: Other Name" in text
    assert "# her passport has a second one" in text
    assert set(secrets_of(file)["C1"].values()) == {"Other Name", *CANARIES[1:]}


def test_the_overview_does_not_show_private_details(folder: Path) -> None:
    file = written(folder, document="practice/named", body="yes", government="yes")
    store = Store.open(file, "drafter under test")
    shown = overview(store.answers, of_submission(library(folder))).question
    titles = [choice.title for choice in shown.choices]
    assert any(title.endswith("→ in the private file") for title in titles)
    assert canaries_in(" ".join(titles)) == []


def test_plain_mode_does_not_print_the_current_name(folder: Path) -> None:
    file = written(folder, document="practice/named", body="yes", government="yes")
    question = name_question(Store.open(file, "drafter under test"), folder)
    messages: list[str] = []
    assert ask_plainly(question, NAME, messages.append, lambda _: "") == NAME
    assert canaries_in(" ".join(messages)) == []
    assert ask_plainly(question, MISSING, messages.append, lambda _: "Ann") == "Ann"


def test_a_private_file_is_never_read_as_answers(folder: Path) -> None:
    file = written(folder)
    with pytest.raises(DrafterError) as refused:
        draft_file(private_path(file))
    assert canaries_in(str(refused.value)) == []


def test_private_files_are_kept_out_of_version_control() -> None:
    assert "*.private.yaml*" in (CHECKOUT / ".gitignore").read_text("utf-8").splitlines()


# ---- git ----


def name_a_person(folder: Path) -> None:
    """Begin a submission in *folder* and save a real name."""
    store = Store.open(folder / "a.yaml", "tests")
    store.set(("private", "cases", "C1", "name"), "Canaria Goldfinch")


@pytest.mark.parametrize("before", [None, "*.docx\n", "*.docx"])
def test_in_a_git_tree_the_private_file_is_added_to_gitignore(tmp_path: Path, before: str | None) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "submissions"
    folder.mkdir()
    if before is not None:
        (folder / ".gitignore").write_text(before, "utf-8")
    name_a_person(folder)
    lines = (folder / ".gitignore").read_text("utf-8").splitlines()
    assert lines == [*(["*.docx"] if before else []), "*.private.yaml*"]


def test_gitignore_is_not_written_without_git_or_if_it_has_the_pattern_above(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    kept = tmp_path / "kept"
    for folder in (plain, kept / "deep"):
        folder.mkdir(parents=True)
    (kept / ".git").mkdir()
    (kept / ".gitignore").write_text("*.private.yaml*\n", "utf-8")
    name_a_person(plain)
    name_a_person(kept / "deep")
    assert sorted(one.name for one in plain.iterdir()) == ["a.private.yaml", "a.yaml"]
    assert sorted(one.name for one in (kept / "deep").iterdir()) == ["a.private.yaml", "a.yaml"]


def test_a_gitignore_is_read_up_to_a_megabyte_and_a_larger_one_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    file = tmp_path / ".gitignore"
    for size, text in ((1_000_000, "*.private.yaml*\n"), (1_000_001, "")):
        file.write_text("x" * (size - 1) + "\n", "utf-8")
        assert gitignore_text(tmp_path / "a.private.yaml")[size:] == text


def test_an_unreadable_gitignore_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"caf\xe9\n")
    name_a_person(tmp_path)
    assert (tmp_path / ".gitignore").read_bytes() == b"caf\xe9\n"
