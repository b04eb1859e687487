"""The version for the public: the same text under pseudonyms, and nothing of the private file in it."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.errors import Refused
from drafter.markup.count import block_text
from drafter.privacy.private_file import private_file
from drafter.privacy.public_version import for_public
from tests.support.checkout import EXAMPLES
from tests.support.files import parts
from tests.support.people import BUNDLED, NAME, PASSPORT, SENT, STORY, case, letter, text, written

Out = pytest.CaptureFixture[str]


def paragraphs(file: Path, *, public: bool) -> list[str]:
    """Return the text of each block of a Word file that *file* makes."""
    return [
        block_text(block) for block in draft_file(file, names=not public, public=public).draft.document.blocks
    ]


def test_it_is_the_same_text_under_the_pseudonym_beside_the_other_file(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)
    assert main(["build", str(file)]) == DONE
    assert main(["build", str(file), "--public"]) == DONE
    assert f"{tmp_path / 'a-public.docx'}" in capsys.readouterr().out
    one, other = (parts(tmp_path / name)["word/document.xml"] for name in ("a.docx", "a-public.docx"))
    assert (NAME in one, NAME in other) == (True, False)
    assert "Mira (name changed)" in other
    assert STORY in other
    assert stat.S_IMODE((tmp_path / "a-public.docx").stat().st_mode) == 0o600


def test_only_names_and_what_is_said_on_consent_differ(tmp_path: Path) -> None:
    file = letter(tmp_path)
    private, public = paragraphs(file, public=False), paragraphs(file, public=True)
    gone = [one for one in private if one not in public]
    assert [one for one in gone if NAME not in one] == [
        "Consent and confidentiality",
        "Consent of the person, or the family, that the case is sent to the Government with names: Yes.",
        "Consent that names are published: No.",
        "How consent was given: In writing, in May 2025.",
        "To be kept confidential: Where her sister lives.",
    ]
    assert [one for one in public if one not in private] == [
        "Mira. Age: 34 years. Nationality: Ruritanian. Detention: The cellar.",
        f"Mira (name changed). {STORY}",
    ]


@pytest.mark.parametrize("public", ["no", "not-asked", None])
def test_a_case_needs_consent_for_the_public_as_well(tmp_path: Path, public: str | None) -> None:
    file = letter(tmp_path, SENT, case(consent={"public": public}))
    assert STORY in text(draft_file(file, names=True))
    made = draft_file(file, public=True)
    assert STORY not in text(made)
    assert ["the public" in one.text for one in made.remarks if one.code == "case-left-out"] == [True]


@pytest.mark.parametrize(
    "words",
    [NAME, NAME.upper(), "Goldfinch", PASSPORT, "CANARY 4711", "The seamstress came."],
    ids=["name", "capitals", "part of the name", "number", "number with a blank", "a single word"],
)
def test_it_is_refused_where_anything_of_the_private_file_stands_in_it(
    tmp_path: Path, capsys: Out, words: str
) -> None:
    file = letter(tmp_path, {**SENT, "facts_of_case": f"We met there: {words}"})
    assert main(["build", str(file), "--public"]) == FAULT
    told = capsys.readouterr().err
    assert not (tmp_path / "a-public.docx").exists()
    assert "stand" in told
    assert [one for one in (NAME, "Goldfinch", PASSPORT) if one.casefold() in told.casefold()] == []


def test_a_single_word_stops_the_public_version_alone(tmp_path: Path) -> None:
    """In a text for the body any text may have it; the final build stops for it."""
    file = letter(tmp_path, {**SENT, "facts_of_case": "The seamstress came."})
    assert main(["build", str(file)]) == DONE
    assert main(["build", str(file), "--public"]) == FAULT


def test_the_refusal_is_the_usual_remark(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path, {**SENT, "facts_of_case": PASSPORT})
    assert main(["build", str(file), "--public", "--json"]) == FAULT
    [result] = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in result["remarks"]] == ["real-name-in-text"]


def test_so_is_a_file_whose_own_name_tells_and_a_pseudonym_that_is_none(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)
    assert main(["build", str(file), "--public", "-o", str(tmp_path / "goldfinch.docx")]) == FAULT
    other = letter(tmp_path, SENT, case(pseudonym="Canaria"))
    assert main(["build", str(other), "--public"]) == FAULT
    capsys.readouterr()
    assert list(tmp_path.glob("*.docx")) == []


def test_what_stands_in_the_answers_alone_does_not_keep_it_from_being_built(tmp_path: Path) -> None:
    hidden = letter(tmp_path, {**SENT, "confidential": f"That she is {NAME}."})
    assert main(["build", str(hidden), "--public"]) == DONE
    assert NAME not in parts(tmp_path / "a-public.docx")["word/document.xml"]


@pytest.mark.parametrize("publication", ["confidential", None])
def test_a_document_that_may_not_be_published_has_none(tmp_path: Path, publication: str | None) -> None:
    details = {"publication": publication} if publication else {}
    file = written(tmp_path, "cedaw/alternative-report", details, case())
    with pytest.raises(Refused) as refused:
        draft_file(file, public=True)
    [fault] = refused.value.faults
    assert fault.fault.startswith("there is no public version: “May the Committee post the report")
    assert (fault.file, "--public" in fault.remedy) == (str(file), True)


def test_one_that_may_be_published_has_one(tmp_path: Path) -> None:
    file = written(tmp_path, "cedaw/alternative-report", {"publication": "public"}, case())
    assert STORY in text(draft_file(file, public=True))


def test_several_go_into_a_folder_each_under_its_own_name(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        file = letter(tmp_path / name)
        private_file(file).rename(tmp_path / f"{name}.private.yaml")
        file.rename(tmp_path / f"{name}.yaml")
    out = tmp_path / "out"
    out.mkdir()
    files = [str(tmp_path / f"{name}.yaml") for name in ("one", "two")]
    assert main(["build", *files, "--public", "-o", str(out)]) == DONE
    assert sorted(one.name for one in out.iterdir()) == ["one-public.docx", "two-public.docx"]


def test_the_example_of_an_urgent_appeal_has_one(tmp_path: Path) -> None:
    example = EXAMPLES / "ruritania-urgent-appeal.yaml"
    assert "--public" in example.read_text("utf-8")
    assert main(["build", str(example), "--public", "-o", str(tmp_path)]) == DONE
    body = parts(tmp_path / "ruritania-urgent-appeal-public.docx")["word/document.xml"]
    assert ("is to be executed" in body, "To be kept confidential" in body) == (True, False)


def test_no_answer_on_what_must_stay_confidential_is_printed_in_any_document() -> None:
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        asked: dict[str, Any] = {ask.name: ask for ask in rules.asks}
        kept_back = {"confidential", "consent", "consent_to_send", "consent_to_publish", "consent_given"}
        assert [one for one in kept_back & set(asked) if asked[one].public] == [], name


def test_what_is_kept_back_leaves_answers_and_questions(tmp_path: Path) -> None:
    made = draft_file(letter(tmp_path))
    answers, rules = for_public(made.answers, made.rules)
    left = {ask.name for ask in rules.asks}
    assert set(answers.details) == set(made.answers.details) & left
    assert {ask.name for ask in made.rules.asks} - left == {
        "consent_to_send",
        "consent_to_publish",
        "consent_given",
        "confidential",
    }
