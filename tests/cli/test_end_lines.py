"""What ``build``, ``preview`` and the end of the interview say about a draft: its counts and its remarks."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, main
from drafter.cli.before_building import BeforeBuilding
from drafter.cli.remarks import shares_in_words
from drafter.drafting.pipeline import draft_file
from drafter.frozen import replaced
from drafter.model.remark import Remark
from tests.support.checked_answers import ANSWERS, REASON
from tests.support.commands import ready
from tests.support.ooxml import W, read, tree
from tests.support.small_library import clause, write_library
from tests.support.submissions import section

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def built(capsys: Out, **answers: Any) -> str:
    """Build a brief of the small library with *answers* and return the first line that is printed."""
    ready(Path(), **answers)
    capsys.readouterr()
    assert main(["build", "a.yaml", "--force"]) == DONE
    return capsys.readouterr().out.splitlines()[0]


# ---- counts ----


def test_only_what_is_printed_is_counted_as_a_recommendation(here: Path, capsys: Out) -> None:
    asked = clause("Who closes {{ body }}?", kind="question", questions=["body"])
    write_library(here, {"jails/a": clause("Close it."), "jails/q": asked})
    own = [{"kind": "recommendation", "text": "Count them."}, {"kind": "question", "text": "Why not?"}]
    themes = section("jails/a", "jails/q", own=own, answers={"body": "it"})
    assert built(capsys, themes=themes, facts={}).endswith(", 0 notes, 2 recommendations")


def test_a_draft_with_gaps_has_the_words_that_its_word_file_has(here: Path, capsys: Out) -> None:
    line = built(capsys, themes=section("jails/a", "jails/b"), facts={}, sources={})
    body = tree(read((here / "a.docx").read_bytes()), "word/document.xml")
    paragraphs = ["".join(paragraph.itertext(f"{W}t")) for paragraph in body.iter(f"{W}p")]
    assert sum(text.count("[to be completed: ") for text in paragraphs) > 0
    words = sum(len(text.split()) for text in paragraphs)
    assert f"   {words} words, " in line or f"   {words} of " in line


def test_the_sections_of_a_preview_add_up_to_its_total(capsys: Out) -> None:
    ready(Path(), themes=section("jails/a"))
    assert main(["preview", "a.yaml", "--json"]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert sum(part["words"] for part in data["sections"]) == data["words"]


@pytest.mark.parametrize(
    ("library", "own", "words"),
    [
        (0.62, 0.38, "62 % from the library, 38 % your own"),
        (0.6249, 0.3001, "62 % from the library, 30 % your own, 8 % headings and names"),
        (0.005, 0.995, "0 % from the library, 100 % your own"),
        (0.5, None, "50 % from the library"),
        (None, 0.9, ""),
    ],
)
def test_the_shares_of_the_text_add_up_to_a_hundred(
    library: float | None, own: float | None, words: str
) -> None:
    assert shares_in_words(library, own) == words


def test_build_and_preview_say_whose_words_they_are(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(ANSWERS, "utf-8")
    for command in (["build", "a.yaml"], ["preview", "a.yaml", "--count"]):
        main(command)
        assert "Of the text: 0 % from the library, 4" in capsys.readouterr().out


# ---- remarks ----


def remark_lines(text: str) -> list[str]:
    """Return the headings of remarks in *text*, and the remarks."""
    flat = text.replace("\n    ", " ")
    return [line for line in flat.splitlines() if line.startswith("  • ") or line.endswith("):")]


def test_the_same_remarks_are_shown_before_and_after_the_build(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(ANSWERS, "utf-8")
    main(["build", "a.yaml"])
    after = remark_lines(capsys.readouterr().err)
    main(["preview", "a.yaml", "--count"])
    read = remark_lines(capsys.readouterr().out)
    BeforeBuilding(plain=True).show(draft_file(here / "a.yaml"))
    before = remark_lines(capsys.readouterr().out)
    assert before == read == after
    assert len(before) > 6


def test_a_waived_remark_is_shown_last_and_is_waived_in_the_data_of_a_build(here: Path, capsys: Out) -> None:
    (here / "a.yaml").write_text(ANSWERS, "utf-8")
    main(["build", "a.yaml"])
    last = remark_lines(capsys.readouterr().err)[-2:]
    assert last[0] == "Left as it is, for your reason (1):"
    assert last[1].endswith(f"Your reason: {REASON}")
    main(["build", "a.yaml", "--json", "--force"])
    [data] = json.loads(capsys.readouterr().out)
    assert [remark["waived"] for remark in data["remarks"] if remark["waived"]] == [REASON]


def test_a_waived_error_is_not_called_harmless(here: Path, capsys: Out) -> None:
    ready(here)
    draft = replaced(draft_file(here / "a.yaml"), remarks=())
    error = Remark("over-limit", "error", "the length", "Too long.", waived="The secretariat agreed.")
    for remarks, is_harmless in (((), True), ((error,), False)):
        BeforeBuilding(plain=True).show(replaced(draft, remarks=remarks))
        said = capsys.readouterr().out
        assert ("Nothing here would get the submission refused." in said) is is_harmless
