"""The public version: the same text with pseudonyms, and without anything from the private file."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.errors import Refused
from drafter.markup.count import block_text
from drafter.privacy.private_file import private_path
from drafter.privacy.public_version import public_rules, without_unpublished
from tests.support.checkout import EXAMPLES
from tests.support.files import parts
from tests.support.people import BUNDLED, NAME, PASSPORT, SENT, STORY, case, letter, text, written

Out = pytest.CaptureFixture[str]


def paragraphs(file: Path, *, public: bool) -> list[str]:
    """Return the text of each block of the document that *file* makes."""
    return [
        block_text(block) for block in draft_file(file, names=not public, public=public).draft.document.blocks
    ]


def test_it_has_the_same_text_with_the_pseudonym_in_a_file_of_its_own(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)
    assert main(["build", str(file), "--real-names"]) == DONE
    assert main(["build", str(file), "--public"]) == DONE
    assert f"{tmp_path / 'a-public.docx'}" in capsys.readouterr().out
    final, public = (parts(tmp_path / name)["word/document.xml"] for name in ("a.docx", "a-public.docx"))
    assert (NAME in final, NAME in public) == (True, False)
    assert "Mira (name changed)" in public
    assert STORY in public
    assert stat.S_IMODE((tmp_path / "a-public.docx").stat().st_mode) == 0o600


def test_only_names_and_answers_on_consent_differ(tmp_path: Path) -> None:
    file = letter(tmp_path)
    private, public = paragraphs(file, public=False), paragraphs(file, public=True)
    removed = [text for text in private if text not in public]
    assert [text for text in removed if NAME not in text] == [
        "Consent and confidentiality",
        "Consent of the person, or the family, to send the case to the Government with names: Yes.",
        "Consent to publish the names: No.",
        "How consent was given: In writing, in May 2025.",
        "To be kept confidential: Where her sister lives.",
    ]
    assert [text for text in public if text not in private] == [
        "Mira. Age: 34 years. Nationality: Ruritanian. Detention: The cellar.",
        f"Mira (name changed). {STORY}",
    ]


@pytest.mark.parametrize("public", ["no", "not-asked", None])
def test_a_case_needs_consent_for_the_public_as_well(tmp_path: Path, public: str | None) -> None:
    file = letter(tmp_path, SENT, case(consent={"public": public}))
    assert STORY in text(draft_file(file, names=True))
    result = draft_file(file, public=True)
    assert STORY not in text(result)
    assert ["the public" in one.text for one in result.remarks if one.code == "case-left-out"] == [True]


@pytest.mark.parametrize("own", [("body",), ("body", "government"), ("confidential",), ("public",), ()])
def test_the_consents_that_the_document_itself_needs_are_still_needed(own: tuple[str, ...]) -> None:
    """Somebody may agree to publication without knowing that the body reads the case as well."""
    rules = BUNDLED.document("upr/individual").rules.model_copy(update={"consent": own})
    assert set(public_rules(rules, {}, "a.yaml").consent) == {*own, "public"}


@pytest.mark.parametrize(
    "words",
    [NAME, NAME.upper(), "Goldfinch", PASSPORT, "CANARY 4711", "The seamstress came."],
    ids=["name", "capitals", "part of the name", "number", "number with a space", "a single word"],
)
def test_it_is_refused_if_it_contains_anything_from_the_private_file(
    tmp_path: Path, capsys: Out, words: str
) -> None:
    file = letter(tmp_path, {**SENT, "facts_of_case": f"We met there: {words}"})
    assert main(["build", str(file), "--public"]) == FAULT
    printed = capsys.readouterr().err
    assert not (tmp_path / "a-public.docx").exists()
    assert "case C1 (Mira)" in printed
    assert [one for one in (NAME, "Goldfinch", PASSPORT) if one.casefold() in printed.casefold()] == []


def test_a_single_word_stops_only_the_public_version(tmp_path: Path) -> None:
    """Any text may have such a word, so a draft for the body is still built."""
    file = letter(tmp_path, {**SENT, "facts_of_case": "The seamstress came."})
    assert main(["build", str(file)]) == DONE
    assert main(["build", str(file), "--public"]) == FAULT


def test_the_refusal_is_the_usual_remark(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path, {**SENT, "facts_of_case": PASSPORT})
    assert main(["build", str(file), "--public", "--json"]) == FAULT
    [result] = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in result["remarks"]] == ["real-name-in-text"]


def test_a_name_as_file_name_or_pseudonym_is_refused(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)
    assert main(["build", str(file), "--public", "-o", str(tmp_path / "goldfinch.docx")]) == FAULT
    other = letter(tmp_path, SENT, case(pseudonym="Canaria"))
    assert main(["build", str(other), "--public"]) == FAULT
    capsys.readouterr()
    assert list(tmp_path.glob("*.docx")) == []


def test_a_name_that_is_only_in_the_answers_does_not_stop_it(tmp_path: Path) -> None:
    hidden = letter(tmp_path, {**SENT, "confidential": f"That she is {NAME}."})
    assert main(["build", str(hidden), "--public"]) == DONE
    assert NAME not in parts(tmp_path / "a-public.docx")["word/document.xml"]


@pytest.mark.parametrize("publication", ["confidential", None])
def test_a_document_that_may_not_be_published_has_no_public_version(
    tmp_path: Path, publication: str | None
) -> None:
    details = {"publication": publication} if publication else {}
    file = written(tmp_path, "cedaw/alternative-report", details, case())
    with pytest.raises(Refused) as refused:
        draft_file(file, public=True)
    [fault] = refused.value.faults
    assert fault.fault.startswith("there is no public version: “May the Committee post the report")
    assert (fault.file, "--public" in fault.remedy) == (str(file), True)


def test_a_document_that_may_be_published_has_a_public_version(tmp_path: Path) -> None:
    file = written(tmp_path, "cedaw/alternative-report", {"publication": "public"}, case())
    assert STORY in text(draft_file(file, public=True))


def test_several_files_go_into_a_folder_under_their_own_names(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        file = letter(tmp_path / name)
        private_path(file).rename(tmp_path / f"{name}.private.yaml")
        file.rename(tmp_path / f"{name}.yaml")
    out = tmp_path / "out"
    out.mkdir()
    files = [str(tmp_path / f"{name}.yaml") for name in ("one", "two")]
    assert main(["build", *files, "--public", "-o", str(out)]) == DONE
    assert sorted(one.name for one in out.iterdir()) == ["one-public.docx", "two-public.docx"]


def test_the_example_of_an_urgent_appeal_has_a_public_version(tmp_path: Path) -> None:
    example = EXAMPLES / "ruritania-urgent-appeal.yaml"
    assert "--public" in example.read_text("utf-8")
    assert main(["build", str(example), "--public", "-o", str(tmp_path)]) == DONE
    body = parts(tmp_path / "ruritania-urgent-appeal-public.docx")["word/document.xml"]
    assert ("is to be executed" in body, "To be kept confidential" in body) == (True, False)


def test_no_public_version_prints_answers_on_confidentiality_and_consent() -> None:
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        asked: dict[str, Any] = {ask.name: ask for ask in rules.asks}
        unpublished = {"confidential", "consent", "consent_to_send", "consent_to_publish", "consent_given"}
        assert [one for one in unpublished & set(asked) if asked[one].public] == [], name


def test_unpublished_answers_and_questions_are_removed(tmp_path: Path) -> None:
    result = draft_file(letter(tmp_path))
    answers, rules = without_unpublished(result.answers, result.rules)
    left = {ask.name for ask in rules.asks}
    assert set(answers.details) == set(result.answers.details) & left
    assert {ask.name for ask in result.rules.asks} - left == {
        "consent_to_send",
        "consent_to_publish",
        "consent_given",
        "confidential",
    }
