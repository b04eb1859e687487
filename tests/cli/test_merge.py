"""``drafter merge``: what it prints, what it saves, and what it keeps private."""

import json
import shutil
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.cli import DONE, FAULT, main
from drafter.cli.schema import merge_schema
from drafter.privacy.private_file import private_path
from drafter.word.reader.content import read_content
from tests.support.checkout import EXAMPLES
from tests.support.json_schema import faults
from tests.support.private_files import TIED
from tests.support.word_edits import add_after, comment_on, fill_controls, having, replace
from tests.support.word_files import edited

NAME = "Arrived Goldfinch"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The answers of the joint example, and the Word file that drafter builds of them."""
    file = Path(shutil.copy(EXAMPLES / "ruritania-cedaw.yaml", tmp_path / "a.yaml"))
    assert main(["build", str(file)]) == DONE
    return file


def _copy(answers: Path) -> Path:
    """Return a copy of the Word file beside *answers*."""
    return Path(shutil.copy(answers.with_suffix(".docx"), answers.with_name("b.docx")))


def _edited(answers: Path, *pairs: tuple[str, str]) -> Path:
    """Return a copy of the built Word file in which the first of each pair was replaced by the second."""

    def edit(word: WordDocument) -> None:
        for old, new in pairs:
            replace(word, old, new)

    return edited(_copy(answers), edit)


def test_without_a_terminal_it_lists_the_edits_and_changes_nothing(answers: Path, capsys: Capture) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"))
    before = answers.read_bytes()

    assert main(["merge", str(answers), str(word)]) == DONE

    printed = capsys.readouterr().out
    assert "1 of 1 · Changed: case C1 (Person B)" in printed
    assert "She [-used-]{+took+} no other drug" in printed
    assert "Nothing was changed." in printed
    assert answers.read_bytes() == before


def test_with_accept_it_saves_what_answers_can_hold_and_prints_the_rest(
    answers: Path, capsys: Capture
) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"), ("Submitted by", "From"))

    assert main(["merge", str(answers), str(word), "--accept"]) == FAULT

    printed = " ".join(capsys.readouterr().out.split())
    assert "1 edit saved in" in printed
    assert "No answer can hold the following." in printed
    assert "was: Submitted by: Women’s House Strelsau" in printed
    assert "She took no other drug" in str(read_answers(answers)[0].cases["C1"].text)


def test_what_no_answer_can_hold_is_kept_in_a_file_which_is_never_written_over(
    answers: Path, capsys: Capture
) -> None:
    word = _edited(answers, ("Submitted by", "From"))
    first, second = (answers.with_name(f"{word.stem}-left-out{end}.md") for end in ("", "-2"))

    main(["merge", str(answers), str(word), "--accept"])

    kept = first.read_text()
    assert f"They are kept in {first}." in capsys.readouterr().out.replace("\n", " ")
    assert "Was:\n\n> Submitted by: Women’s House Strelsau" in kept
    assert "Is:\n\n> From: Women’s House Strelsau" in kept
    assert first.stat().st_mode & 0o077 == 0
    main(["merge", str(answers), str(word), "--accept"])
    assert not second.exists()  # it says the same
    first.write_text("Mine.")
    main(["merge", str(answers), str(word), "--accept"])
    assert (first.read_text(), second.read_text()) == ("Mine.", kept)


def test_what_the_author_has_changed_since_the_build_is_no_edit(answers: Path, capsys: Capture) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"))
    Store.open(answers, "").set(("title",), "Another title")
    capsys.readouterr()

    main(["merge", str(answers), str(word)])

    printed = " ".join(capsys.readouterr().out.split())
    assert "1 of 1 · Changed: case C1 (Person B)" in printed
    assert "leaves out what you have changed since" in printed
    answers.with_suffix(".docx").unlink()
    main(["merge", str(answers), str(word)])
    printed = " ".join(capsys.readouterr().out.split())
    assert "2 of 2" in printed
    assert "your own changes are among them" in printed


def test_a_changed_fact_no_longer_counts_as_checked_and_a_changed_story_as_agreed(
    answers: Path, capsys: Capture
) -> None:
    Store.open(answers, "").change([(("facts", key, "checked"), True) for key in ("F1", "F2")])
    word = _edited(
        answers, ("149 had put off", "148 had put off"), ("She used no other drug", "She took no other drug")
    )
    capsys.readouterr()

    main(["merge", str(answers), str(word), "--accept"])

    printed = " ".join(capsys.readouterr().out.split())
    assert "Changed: fact F1" in printed
    assert "F1 was changed, so it no longer counts as checked. Compare it with its source again." in printed
    assert "Person B agreed to the story as it was. Ask again now that it was changed." in printed
    facts = read_answers(answers)[0].facts
    assert (facts["F1"].checked, facts["F2"].checked) == (False, True)


def test_a_file_without_edits_says_so(answers: Path, capsys: Capture) -> None:
    assert main(["merge", str(answers), str(answers.with_suffix(".docx"))]) == DONE

    assert "There is nothing to take over." in capsys.readouterr().out


def test_its_json_is_as_the_schema_says(answers: Path, capsys: Capture) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"))
    capsys.readouterr()

    assert main(["merge", str(answers), str(word), "--json", "--accept"]) == DONE

    report = json.loads(capsys.readouterr().out)
    assert list(faults(report, merge_schema())) == []
    assert [(edit["path"], edit["result"]) for edit in report["edits"]] == [("cases.C1.text", "taken")]
    assert report["differences"] == []


def test_another_file_is_refused_with_the_reason(answers: Path, tmp_path: Path, capsys: Capture) -> None:
    other = Path(shutil.copy(EXAMPLES / "ruritania-wgad.yaml", tmp_path / "c.yaml"))
    main(["build", str(other)])
    capsys.readouterr()

    assert main(["merge", str(answers), str(other.with_suffix(".docx"))]) == FAULT

    error = capsys.readouterr().err
    assert "this is a special-procedures/wgad-case document" in error
    assert "Give the answers file from which it was built." in error


# ---- names ----


@pytest.fixture
def named(answers: Path) -> Path:
    """The same answers, with a private file that holds the name of the woman in the case."""
    answers.write_text(f"{answers.read_text('utf-8')}\n{TIED}", "utf-8")
    cases = f"cases:\n  C1:\n    pseudonym: Person B\n    name: {NAME}\n"
    private_path(answers).write_text(f"format: 1\n{TIED}{cases}", "utf-8")
    private_path(answers).chmod(0o600)
    return answers


def test_a_real_name_that_a_colleague_typed_becomes_the_pseudonym(named: Path, capsys: Capture) -> None:
    word = _edited(named, ("She used no other drug", f"{NAME} used no other drug"))

    assert main(["merge", str(named), str(word), "--accept"]) == DONE

    assert "Person B used no other drug" in str(read_answers(named)[0].cases["C1"].text)
    assert "1 real name from the private file" in " ".join(capsys.readouterr().out.split())
    assert NAME not in named.read_text(encoding="utf-8")


def test_a_name_in_a_new_paragraph_does_not_get_into_the_answers(named: Path, capsys: Capture) -> None:
    def edit(word: WordDocument) -> None:
        add_after(having(word, "She used no other drug"), f"Ask {NAME.upper()} about it.")

    word = edited(_copy(named), edit)

    assert main(["merge", str(named), str(word), "--accept"]) == FAULT

    assert "goldfinch" not in named.read_text(encoding="utf-8").lower()
    assert read_content(word.read_bytes()).document.blocks  # the Word file stays as it is


def test_the_schema_refuses_what_is_no_edit() -> None:
    report = {
        "format": 1,
        "tool": {"name": "drafter", "version": "0"},
        "answers": "a.yaml",
        "file": "b.docx",
        "edits": [{"kind": "none", "origin": "", "path": "", "before": "", "after": "x", "result": "found"}],
        "differences": [],
        "comments": [],
        "names_hidden": 0,
    }

    assert list(faults(report, merge_schema()))


@pytest.fixture
def told_by_name(tmp_path: Path) -> Path:
    """The answers of an urgent appeal that tells the person's case under the real name."""
    file = Path(shutil.copy(EXAMPLES / "ruritania-urgent-appeal.yaml", tmp_path / "appeal.yaml"))
    text = file.read_text("utf-8").replace("    clauses:", "    cases: [C1]\n    clauses:", 1)
    consent = '{body: "yes", government: "yes", public: "yes", given: "in writing", details: [place]}'
    case = f"{{pseudonym: Person A, age_group: adult, text: She was arrested in Zenda., consent: {consent}}}"
    file.write_text(f"{text}\n{TIED}cases:\n  C1: {case}\n", "utf-8")
    cases = f"cases:\n  C1:\n    pseudonym: Person A\n    name: {NAME}\n"
    private_path(file).write_text(f"format: 1\n{TIED}{cases}", "utf-8")
    private_path(file).chmod(0o600)
    assert main(["build", str(file), "--real-names"]) == DONE
    return file


def test_a_file_built_with_pseudonyms_has_no_edits_although_the_rules_allow_names(
    told_by_name: Path, capsys: Capture
) -> None:
    assert main(["build", str(told_by_name), "--force"]) == DONE
    word = _copy(told_by_name)
    assert NAME not in str(read_content(word.read_bytes()).document.blocks)
    capsys.readouterr()

    assert main(["merge", str(told_by_name), str(word)]) == DONE

    assert "There is nothing to take over." in " ".join(capsys.readouterr().out.split())


def test_a_corrected_real_name_goes_into_the_private_file_and_not_on_the_screen(
    told_by_name: Path, capsys: Capture
) -> None:
    word = edited(
        _copy(told_by_name),
        lambda word: replace(word, NAME, "Arrived B. Goldfinch", everywhere=True),
    )

    assert main(["merge", str(told_by_name), str(word), "--accept"]) == DONE

    printed = " ".join(capsys.readouterr().out.split())
    assert "case C1 (Person A), the real name" in printed
    assert "Goldfinch" not in printed
    assert "name: Arrived B. Goldfinch" in private_path(told_by_name).read_text("utf-8")
    assert "Goldfinch" not in told_by_name.read_text("utf-8")


@pytest.mark.parametrize("options", [(), ("--json",), ("--accept",), ("--json", "--accept")])
def test_no_real_name_of_the_file_is_on_the_screen(
    told_by_name: Path, capsys: Capture, options: tuple[str, ...]
) -> None:
    def edit(word: WordDocument) -> None:
        replace(word, "She was arrested in Zenda", f"{NAME} was arrested in Zenda")
        comment_on(word, having(word, "was arrested in Zenda"), f"Is {NAME} still there?")
        add_after(having(word, "was arrested in Zenda"), f"{NAME}’s mother says so.")
        replace(word, "Sex or gender", f"{NAME}: sex or gender")

    word = edited(
        Path(shutil.copy(told_by_name.with_suffix(".docx"), told_by_name.with_name("b.docx"))), edit
    )
    capsys.readouterr()

    main(["merge", str(told_by_name), str(word), *options])

    assert "Goldfinch" not in "".join(capsys.readouterr())
    assert "Goldfinch" not in told_by_name.read_text("utf-8")


def test_the_public_version_is_refused_because_it_would_look_as_if_much_was_deleted(
    told_by_name: Path, capsys: Capture
) -> None:
    assert main(["build", str(told_by_name), "--public"]) == DONE
    public = told_by_name.with_name("appeal-public.docx")
    before = told_by_name.read_bytes()

    assert main(["merge", str(told_by_name), str(public), "--accept"]) == FAULT

    assert "this is the public version" in capsys.readouterr().err
    assert told_by_name.read_bytes() == before


def test_gaps_are_filled_in_the_content_controls_of_a_working_copy(answers: Path) -> None:
    text = answers.read_text("utf-8")
    assert main(["new", str(answers), "--no-input", "--set", "summary=?"]) == DONE
    assert answers.read_text("utf-8") != text
    assert main(["build", str(answers), "--force"]) == DONE
    word = edited(
        _copy(answers),
        lambda word: fill_controls(word, "Women go without care."),
    )

    assert main(["merge", str(answers), str(word), "--accept"]) == DONE

    assert read_answers(answers)[0].summary == "Women go without care."


def test_a_paragraph_that_was_written_anew_is_known_by_its_name(answers: Path, capsys: Capture) -> None:
    story = "She was 26 when she began methadone treatment"

    def edit(word: WordDocument) -> None:
        mark = having(word, story)
        add_after(mark, "A paragraph that nobody has seen before.")
        for run in mark.runs[1:]:
            run.text = ""
        mark.runs[0].text = "Nothing of the old wording is left here."
        mark.insert_paragraph_before("Another one comes first.", mark.style)

    word = edited(_copy(answers), edit)
    capsys.readouterr()

    main(["merge", str(answers), str(word), "--json"])

    edits = json.loads(capsys.readouterr().out)["edits"]
    [changed] = [edit for edit in edits if edit["path"].startswith("cases.C1")]
    assert (changed["kind"], changed["after"]) == ("changed", "Nothing of the old wording is left here.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("missing.yaml", "a.docx"), "there is no such answers file"),
        (("a.yaml", "missing.docx"), "missing.docx: this cannot be read"),
        (("a.yaml", "a.docx", "--built", "missing.docx"), "missing.docx: this cannot be read"),
        (("a.yaml", "a.yaml"), "save it as .docx without a password"),
        (("a.docx", "a.yaml"), "whose name ends in .yaml"),
    ],
)
def test_a_wrong_file_is_named_with_what_to_do(
    answers: Path,
    arguments: tuple[str, ...],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(answers.parent)

    assert main(["merge", *arguments]) == FAULT

    assert words in " ".join(capsys.readouterr().err.split())
