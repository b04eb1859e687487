"""Draft, preview, ``--json``, Word file and file properties follow the same decision about consent."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, main
from drafter.drafting.pipeline import draft_file
from drafter.privacy.private_file import private_path
from tests.support.files import parts
from tests.support.people import BUNDLED, NAME, SENT, STORY, case, letter, remarks, text, written

CEDAW = "cedaw/alternative-report"
UPR = "upr/individual"
LETTER = "special-procedures/communication"
HIDDEN = {"government": "no", "public": "no"}

ROWS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    (LETTER, SENT, {}, NAME),
    (LETTER, {**SENT, "consent_to_send": "no"}, {"public": "no"}, ""),
    (LETTER, {**SENT, "consent_to_send": "not-asked"}, {"public": "no"}, ""),
    (LETTER, {}, {}, ""),
    (LETTER, {**SENT, "consent_to_send": "nobody"}, {}, "Mira (name changed)"),
    (LETTER, {**SENT, "consent_to_publish": "yes"}, {"public": "no"}, "Mira (name changed)"),
    (LETTER, {**SENT, "consent_to_publish": "yes"}, {}, NAME),
    (LETTER, SENT, {"government": "not-asked"}, ""),
    (CEDAW, {"publication": "confidential"}, HIDDEN, ""),
    (CEDAW, {"publication": "confidential"}, {**HIDDEN, "confidential": "yes"}, "Mira (name changed)"),
    (CEDAW, {"publication": "confidential"}, {"public": "no"}, "Mira (name changed)"),
    (CEDAW, {"publication": "public"}, {**HIDDEN, "confidential": "yes"}, ""),
    (CEDAW, {}, {}, "Mira (name changed)"),
    (CEDAW, {}, {"public": "no"}, ""),
    (UPR, {}, {}, "Mira (name changed)"),
    (UPR, {}, {"government": "no"}, ""),
]
"""The document, its answers on consent, the consent at the case, the name in the Word file ("" for none)."""


def answers(folder: Path, document: str, details: dict[str, Any], consent: dict[str, Any]) -> Path:
    """Return an answers file of *document* with these answers on consent."""
    if document == LETTER:
        return letter(folder, details, case(consent=consent))
    return written(folder, document, details, case(consent=consent))


@pytest.mark.parametrize(("document", "details", "consent", "name"), ROWS)
def test_all_output_follows_the_decision(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    document: str,
    details: dict[str, Any],
    consent: dict[str, Any],
    name: str,
) -> None:
    file = answers(tmp_path, document, details, consent)
    screen = "Mira (name changed)" if name else ""
    draft = draft_file(file)
    assert (STORY in text(draft), NAME in text(draft), screen in text(draft)) == (bool(name), False, True)

    assert main(["preview", str(file)]) == DONE
    shown = " ".join(capsys.readouterr().out.split())
    assert (STORY in shown, NAME in shown, screen in shown) == (bool(name), False, True)

    assert main(["preview", str(file), "--json"]) == DONE
    before = json.loads(capsys.readouterr().out)
    assert main(["build", str(file), "--json", "--real-names"]) == DONE
    printed = capsys.readouterr().out
    [built] = json.loads(printed)
    for result in (before, built):
        codes = [remark["code"] for remark in result["remarks"]]
        assert ("case-left-out" in codes) == (not name)
        assert codes.count("real-name-in-file") == (name == NAME)
    assert NAME not in printed

    inside = parts(tmp_path / "a.docx")
    body = inside["word/document.xml"]
    assert (STORY in body, NAME in body, name in body) == (bool(name), name == NAME, True)
    others = {part: xml for part, xml in inside.items() if part != "word/document.xml"}
    assert main(["build", str(file), "--json", "--force"]) == DONE
    asked_nobody = parts(tmp_path / "a.docx")["word/document.xml"]
    assert (STORY in asked_nobody, NAME in asked_nobody) == (bool(name), False), "nobody has said yes"
    assert [part for part, xml in others.items() if NAME in xml or STORY in xml or "Mira" in xml] == []


@pytest.mark.parametrize("included", [True, False])
def test_a_word_file_with_a_case_is_readable_by_its_owner_only(tmp_path: Path, included: bool) -> None:
    file = written(tmp_path, UPR, {}, case(consent={"public": "yes" if included else "no"}))
    target = tmp_path / "a.docx"
    private_path(file).unlink()
    for _ in range(2):  # the second build replaces the first file
        assert main(["build", str(file), "-o", str(target)]) == DONE
        others = stat.S_IMODE(target.stat().st_mode) & 0o077
        assert (others == 0) is included
    target.chmod(0o644)
    assert main(["build", str(file), "-o", str(target)]) == DONE
    assert (stat.S_IMODE(target.stat().st_mode) & 0o077 == 0) is included


def test_a_worksheet_about_a_case_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    assert BUNDLED.document("special-procedures/wgad-case").rules.stage == "case"
    file = written(tmp_path, "special-procedures/wgad-case", {}, case(), themes=[], cases={})
    assert main(["build", str(file)]) == DONE
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == 0o600


@pytest.mark.parametrize("command", [["preview"], ["preview", "--json"], ["preview", "--count"]])
def test_a_preview_writes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.chdir(elsewhere)
    work = tmp_path / "work"
    work.mkdir()
    file = letter(work)
    before = {one.name: one.read_bytes() for one in work.iterdir()}
    assert main([command[0], str(file), *command[1:]]) == DONE
    assert {one.name: one.read_bytes() for one in work.iterdir()} == before
    assert list(elsewhere.iterdir()) == []


# ---- the person concerned, at the beginning ----


def head(file: Path) -> list[str]:
    """Return the paragraphs under the heading on the people concerned, as in the Word file."""
    lines = text(draft_file(file, names=True)).split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(("The person", "The people")))
    end = lines.index("People or bodies believed to be responsible")
    return lines[start + 1 : end]


def test_name_age_nationality_and_detention_begin_the_document(tmp_path: Path) -> None:
    assert head(letter(tmp_path)) == [
        f"{NAME} (in this text: Mira). Age: 34 years. Nationality: Ruritanian. Detention: The cellar."
    ]


def test_the_story_is_among_the_facts_before_the_law(tmp_path: Path) -> None:
    clause = {"clause": "torture/withdrawal-in-custody"}
    themes = [{"theme": "torture", "clauses": [clause], "cases": ["C1"]}]
    whole = text(draft_file(letter(tmp_path, themes=themes), names=True))
    positions = [
        whole.index(words)
        for words in (NAME, "\nThe facts", "It began", STORY, "\nThe international law", "\nDomestic")
    ]
    assert positions == sorted(positions)


def test_the_pseudonym_begins_the_document_if_the_name_is_not_allowed(tmp_path: Path) -> None:
    only = head(letter(tmp_path, {**SENT, "consent_to_send": "no"}))
    assert only == ["Mira. Age: 34 years. Nationality: Ruritanian. Detention: The cellar."]
    assert NAME not in text(draft_file(letter(tmp_path)))


def test_a_person_without_an_entry_gets_one_with_the_name(tmp_path: Path) -> None:
    other = letter(tmp_path, {**SENT, "victims": [{"name": "Josef", "age": "50"}]})
    assert head(other) == ["Josef. Age: 50.", f"{NAME} (in this text: Mira)."]


def test_the_pseudonym_is_recognised_in_other_capitals_and_with_other_spaces(tmp_path: Path) -> None:
    [only] = head(letter(tmp_path, {**SENT, "victims": [{"name": " MIRA "}]}))
    assert only.startswith(NAME)


def test_two_cases_with_the_same_pseudonym_are_not_confused(tmp_path: Path) -> None:
    cases = {"C1": case(), "C2": case(text="She was beaten.")}
    assert head(letter(tmp_path, cases=cases)) == [
        "Mira. Age: 34 years. Nationality: Ruritanian. Detention: The cellar."
    ]


# ---- the note that the file has a real name ----


def test_a_document_without_themes_has_no_remark_on_real_names(tmp_path: Path) -> None:
    """No bundled document both allows real names and leaves out its themes, so this test makes one."""
    own = tmp_path / "templates" / "practice"
    own.mkdir(parents=True)
    rules = "\n".join(
        [
            "title: A mechanism for practice",
            "about: For tests.",
            "documents:",
            *(
                f"  {name}: {{title: A, name: A, about: x, stage: recommendations, shape: a.md.jinja,"
                f" consent: [body, government], real_names: true, leaves_out: [{out}]}}"
                for name, out in (("with", ""), ("without", "themes"))
            ),
        ]
    )
    (own / "rules.yaml").write_text(rules, "utf-8")
    (own / "a.md.jinja").write_text(
        '{% extends "shapes/document.md.jinja" %}{% block title %}A{% endblock %}', "utf-8"
    )
    with_themes = written(tmp_path, "practice/with", {}, case())
    assert [one.place for one in remarks(with_themes, "real-name-in-file")] == ["case C1 (Mira)"]
    assert (draft_file(with_themes).named, draft_file(with_themes).tells_of_people) == (
        frozenset({"C1"}),
        True,
    )
    without_themes = written(tmp_path, "practice/without", {}, case())
    assert remarks(without_themes, "real-name-in-file") == []
    assert (draft_file(without_themes).named, draft_file(without_themes).tells_of_people) == (
        frozenset(),
        False,
    )
    assert NAME not in text(draft_file(without_themes, names=True))
