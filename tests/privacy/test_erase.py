"""After a case is removed: drafter lists every file nearby that still mentions the person."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.cli import DONE, main
from drafter.cli.sharing import OnScreen, say_what_is_left
from drafter.interview.control_flow import Back
from drafter.interview.trash import taken_out
from drafter.model.question import Question
from drafter.privacy.traces import Person, Trace, find_traces, mentions
from drafter.word.files import document_origin
from drafter.word.searchable_text import read_text
from tests.support.josef import ANSWERS, NAME

MADE_WITH = "drafter under test"
STORY = "He was held for nine months without a judge. Short."
PERSON = Person("C1", "Josef", STORY, {"name": NAME, "passport": "CANARY-4711"})
Out = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with answers, the Word file built from them, and other files."""
    answers = tmp_path / "s.yaml"
    answers.write_text(f"# for Josef's sake\n{ANSWERS}", "utf-8")
    Store.open(answers, MADE_WITH).set(("private", "cases", "C1", "name"), NAME)
    assert main(["build", str(answers)]) == DONE
    below = tmp_path / "older"
    below.mkdir()
    (below / "draft.docx").write_bytes((tmp_path / "s.docx").read_bytes()[:-40])
    (below / "b.yaml").write_text(ANSWERS.replace("Josef", "Karl"), "utf-8")
    (tmp_path / "notes.txt").write_text("call the lawyer\nabout goldfinch, canaria\n", "utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / "other.md").write_text("Josefine is somebody else.\n", "utf-8")
    (tmp_path / "wide.txt").write_text(NAME, "utf-16")
    (tmp_path / ".s.yaml.swp").write_bytes(b"\0\x01VIM " + NAME.encode())
    (tmp_path / "s.yaml~").write_text("pseudonym: Josef\n", "utf-8")
    deep = below / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "Canaria Goldfinch").write_text("about a bird", "utf-8")
    (tmp_path / "figures.xlsx").write_bytes(b"PK")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text(NAME, "utf-8")
    return tmp_path


# ---- the search ----


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("we met Goldfinch, Canaria", ("the name or another detail of the private file",)),
        ("passport canary 4711", ("the name or another detail of the private file",)),
        ("as Josef said", ("the pseudonym",)),
        ("HE WAS HELD\nfor nine months, without a judge!", ("the story",)),
        ("Josefine; short.", ()),
        ("he was held for ten months", ()),
    ],
)
def test_a_person_is_found_by_name_pseudonym_and_story(text: str, what: tuple[str, ...]) -> None:
    assert mentions(text, PERSON) == what


def test_a_person_without_any_details_is_in_no_text() -> None:
    assert mentions("anything", Person("C1", "", "", {})) == ()


def test_every_file_that_mentions_the_person_or_cannot_be_searched_is_listed(folder: Path) -> None:
    traces = {
        trace.file.relative_to(folder).as_posix(): trace for trace in find_traces(folder, PERSON, read_text)
    }

    assert set(traces) == {
        "s.yaml", "s.private.yaml", "s.docx", "notes.txt", "scan.pdf", "older/b.yaml", "older/draft.docx",
        "wide.txt", ".s.yaml.swp", "s.yaml~", "older/a/b/Canaria Goldfinch", "figures.xlsx",
    }  # fmt: skip
    assert traces["notes.txt"] == Trace(
        folder / "notes.txt", ("the name or another detail of the private file",), (2,)
    )
    assert traces["older/b.yaml"].what == ("the story",)
    assert traces["scan.pdf"].what == traces["older/draft.docx"].what == ()
    assert "the story" in traces["s.docx"].what
    assert traces["s.yaml"].lines[0] == 1, "a comment counts"


@pytest.mark.parametrize(
    "ending",
    [
        "pdf", "odt", "doc", "rtf", "zip", "png", "jpg", "jpeg", "pages", "xlsx", "xls", "ods", "pptx",
        "heic", "mp3", "mp4", "m4a", "ogg", "wav", "eml", "msg", "7z", "gz", "PDF", "Msg",
    ],
)  # fmt: skip
def test_a_file_whose_text_only_other_programs_can_read_is_listed(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_text("nothing", "utf-8")
    (tmp_path / "b.txt").write_text("nothing", "utf-8")
    assert list(find_traces(tmp_path, PERSON, read_text)) == [Trace(file, ())]


@pytest.mark.parametrize(("size", "is_read"), [(20 * 2**20, True), (20 * 2**20 + 1, False)])
def test_a_file_of_twenty_megabytes_is_searched_and_a_larger_one_is_listed(
    tmp_path: Path, size: int, is_read: bool
) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(size)
    assert list(find_traces(tmp_path, PERSON, read_text)) == [Trace(file, ())] * (not is_read)


def test_a_word_file_has_no_numbers_of_lines_however_its_ending_is_written(folder: Path) -> None:
    capitals = (folder / "s.docx").rename(folder / "S.DOCX")
    [trace] = [trace for trace in find_traces(folder, PERSON, read_text) if trace.file == capitals]
    assert "the story" in trace.what
    assert trace.lines == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_what_is_no_file_does_not_stop_the_search(tmp_path: Path) -> None:
    """A broken link cannot be read, and reading a pipe would never end."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text(NAME, "utf-8")
    assert [trace.file.name for trace in find_traces(tmp_path, PERSON, read_text)] == ["c.txt"]


def test_the_text_of_a_word_file_is_read_from_every_part_in_order(folder: Path) -> None:
    text = read_text(folder / "s.docx")

    assert "held for nine months" in text
    assert "House of Examples" in text.split("held for nine months")[0] + text
    with pytest.raises(ValueError, match="cannot be read"):
        read_text(folder / "notes.txt")


# ---- the list, and deleting Word files of drafter ----


def answering(*answers: str) -> Callable[[Question], Any]:
    """Return a function that gives these *answers* in turn."""
    given = iter(answers)
    return lambda _: next(given)


def test_a_word_file_of_drafter_is_deleted_only_on_request(folder: Path, capsys: Out) -> None:
    assert document_origin(folder / "s.docx") == "ours"

    say_what_is_left(folder, PERSON, answering("no"))
    assert (folder / "s.docx").exists()
    assert "s.docx: " in capsys.readouterr().out

    say_what_is_left(folder, PERSON, answering("yes"))
    printed = capsys.readouterr().out
    assert not (folder / "s.docx").exists()
    assert "Deleted: s.docx" in printed
    assert "- scan.pdf: drafter cannot read it" in printed
    assert "- notes.txt: the name or another detail of the private file, line 2" in printed
    assert "copies that you have sent" in printed
    assert printed.count(NAME) == 1, "in the name of a file, which has to be shown"


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_a_text_that_drafter_wrote_is_deleted_only_on_request(folder: Path, name: str, capsys: Out) -> None:
    (folder / "s.docx").unlink()
    assert main(["build", str(folder / "s.yaml"), "--format", name]) == DONE
    (folder / f"changed.{name}").write_bytes((folder / f"s.{name}").read_bytes().replace(b"Josef", b"Josef "))
    capsys.readouterr()

    say_what_is_left(folder, PERSON, answering("yes"))

    printed = capsys.readouterr().out
    assert f"Deleted: s.{name}" in printed
    assert not (folder / f"s.{name}").exists()
    assert f"- changed.{name}: " in printed
    assert (folder / f"changed.{name}").exists()


def test_a_changed_word_file_is_listed_and_never_deleted(folder: Path, capsys: Out) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "s.docx", "a") as archive:
        archive.writestr("docProps/added.xml", "<a/>")

    say_what_is_left(folder, PERSON, answering())

    assert (folder / "s.docx").exists()
    assert "- s.docx: " in capsys.readouterr().out


def test_removing_a_case_lists_what_is_left_of_the_person(folder: Path, capsys: Out) -> None:
    store = Store.open(folder / "s.yaml", MADE_WITH)
    asked: list[str] = []

    def ask(question: Question, _: Any) -> str:
        asked.append(question.text)
        if len(asked) == 1:
            raise Back
        return "yes"

    store.listener = OnScreen(ask, store.private_path)
    store.change(taken_out(store.answers, ("cases", "C1")))

    printed = capsys.readouterr().out
    assert asked == ["Delete s.docx?", "Delete s.docx?"], "going back asks again"
    assert "The case is erased from the answers and the private file." in printed
    assert "- s.yaml: the pseudonym, line 1" in printed
    assert not (folder / "s.private.yaml").exists()
    assert not (folder / "s.docx").exists()


def test_a_message_says_if_nothing_is_left(tmp_path: Path, capsys: Out) -> None:
    say_what_is_left(tmp_path, PERSON, answering())

    assert "No other file in this folder or below it mentions the person." in " ".join(
        capsys.readouterr().out.split()
    )


def test_the_next_build_removes_what_a_killed_build_has_left(folder: Path) -> None:
    left = folder / ".s.docx.0123abcd.tmp.private.yaml"
    left.write_bytes(b"half a Word file")
    others = folder / ".t.docx.0123abcd.tmp.private.yaml"
    others.write_bytes(b"of another file")

    assert main(["build", str(folder / "s.yaml"), "--force"]) == DONE

    assert not left.exists()
    assert others.exists()
