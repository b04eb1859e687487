"""What must stay confidential: names in the answer, the public version, and who may read the file."""

import stat
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.privacy.confidentiality import Mention, names_in
from tests.support.files import parts
from tests.support.letterhead import letterhead
from tests.support.people import SENT, case, letter, remarks, text, written

Out = pytest.CaptureFixture[str]
CALL = "special-procedures/call-for-input"
CALL_DETAILS = {"issuer": "the Special Rapporteur on health", "call_title": "Drug policy", "addressed": "yes"}
FOR_THE_PUBLIC = {**SENT, "consent_to_publish": "yes"}


def codes(file: Path, *, public: bool = False) -> list[str]:
    """Return the codes of the remarks on confidentiality about the draft of *file*."""
    wanted = ("confidential-thing", "public-version", "named-though")
    return [each.code for each in draft_file(file, public=public).remarks if each.code.startswith(wanted)]


# ---- names in an answer ----


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("The name of the journalist, Antonia Feld.", ("Antonia Feld",)),
        ("Antonia Feld’s address. The town (Hentzau).", ("Feld", "Hentzau")),
        ("The names of her two children and her sister’s address.", ()),
        ("Where Person A lives in Ruritania. The Government may know.", ()),
        ("Our identity; who paid Mr Rischenheim", ("Mr Rischenheim",)),
    ],
)
def test_names_are_words_with_a_capital_letter_within_a_sentence(answer: str, names: tuple[str, ...]) -> None:
    assert names_in(answer, ("Ruritania", "Person A", "Government")) == names


@pytest.mark.parametrize(
    ("printed", "is_there"),
    [
        ("They called Antonia Feld.", True),
        ("They called Feld’s office.", True),
        ("They crossed a feld.", False),
        ("Antonia was there.", False),
    ],
)
def test_a_name_is_found_whole_or_by_the_surname(printed: str, is_there: bool) -> None:
    assert Mention("Antonia Feld").is_in(printed) is is_there


def test_a_name_in_the_answer_has_a_remark_and_elsewhere_it_is_an_error(tmp_path: Path) -> None:
    secret = {**SENT, "confidential": "The name of the journalist, Antonia Feld."}
    file = letter(tmp_path, secret)
    assert codes(file) == ["confidential-thing-named"]
    file = letter(tmp_path, {**secret, "facts_of_case": "On that day Antonia Feld called."})
    assert codes(file) == ["confidential-thing-printed", "confidential-thing-named"]
    [remark] = remarks(file, "confidential-thing-printed")
    assert "paragraph" in remark.text
    assert "Feld" not in remark.text
    assert main(["build", str(file), "--final"]) == FAULT
    assert codes(letter(tmp_path)) == []


# ---- the public version ----


def test_a_public_version_says_what_it_leaves_out(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)
    assert main(["build", str(file), "--public"]) == DONE
    err = " ".join(capsys.readouterr().err.split())
    assert "It leaves out “Has the person, or the family," in err
    assert "“What must stay confidential?”" in err
    assert "the organisations" not in err


@pytest.mark.parametrize(
    "answer",
    ["Our identity.", "The name of our association and who signs.", "That House sent it.", "Leila Marosi"],
)
def test_a_public_version_leaves_out_who_submits_if_that_must_stay_confidential(
    tmp_path: Path, answer: str, capsys: Out
) -> None:
    sign_off = {"name": "Leila Marosi", "place": "Zenda"}
    file = letter(tmp_path, {**SENT, "confidential": answer}, sign_off=sign_off)
    assert main(["build", str(file), "--public"]) == DONE
    document = parts(tmp_path / "a-public.docx")
    for name in ("House", "office@house.example", "Leila Marosi"):
        assert not [part for part, content in document.items() if name in content], name
    assert "It leaves out the organisations with their contact, the signature" in " ".join(
        capsys.readouterr().err.split()
    )


def test_a_public_version_is_refused_if_the_text_names_who_must_stay_confidential(tmp_path: Path) -> None:
    secret = {**SENT, "confidential": "Our identity.", "facts_of_case": "She came to House in spring."}
    file = letter(tmp_path, secret)
    assert codes(file, public=True) == ["public-version-left-out", "public-version-shows-secret"]
    assert main(["build", str(file), "--public"]) == FAULT
    assert not (tmp_path / "a-public.docx").exists()


@pytest.mark.parametrize(
    ("answer", "facts", "is_refused"),
    [
        ("The exact dates.", "On 29 October 2026 she was called.", True),
        ("The exact dates.", "In autumn she was called.", False),
        ("The town of Person A.", "In autumn she was called in Hentzau.", True),
        ("Where her sister lives.", "On 29 October 2026 she was called in Hentzau.", False),
    ],
)
def test_a_public_version_with_dates_or_places_that_must_stay_confidential_is_refused(
    tmp_path: Path, answer: str, facts: str, is_refused: bool
) -> None:
    more = {"confidential": answer, "facts_of_case": facts, "place_of_event": "the police of Hentzau"}
    if not is_refused:
        more["place_of_event"] = "the police"
    file = letter(tmp_path, {**SENT, **more})
    assert (main(["build", str(file), "--public"]) == FAULT) is is_refused


# ---- who may read the file ----


def reply(folder: Path, publication: str | None) -> Path:
    """Write a reply to a call for input without a case, and return its answers file."""
    details: dict[str, Any] = {**CALL_DETAILS, "publication": publication}
    return written(folder, CALL, details, case(), themes=[])


@pytest.mark.parametrize(
    ("publication", "mode"), [("public", 0o644), ("anonymous", 0o600), ("confidential", 0o600), (None, 0o600)]
)
def test_a_file_with_something_confidential_is_readable_by_its_owner_only(
    tmp_path: Path, publication: str | None, mode: int
) -> None:
    assert main(["build", str(reply(tmp_path, publication))]) == DONE
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) & 0o644 == mode


def test_a_reply_without_the_names_has_a_remark_and_a_public_version_without_them(tmp_path: Path) -> None:
    file = reply(tmp_path, "anonymous")
    assert codes(file) == ["named-though-unnamed"]
    assert "House" in text(draft_file(file))
    assert main(["build", str(file), "--public"]) == DONE
    document = parts(tmp_path / "a-public.docx")
    assert not [part for part, content in document.items() if "House" in content or "office@" in content]
    assert codes(reply(tmp_path, "public")) == []


def test_a_letterhead_that_names_who_submits_is_refused_for_a_version_without_names(
    tmp_path: Path, capsys: Out
) -> None:
    letterhead(tmp_path, "House, Zenda")
    assert main(["build", str(reply(tmp_path, "anonymous")), "--public"]) == FAULT
    assert "the letterhead says who submits this" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.docx"))
    assert main(["build", str(reply(tmp_path, "anonymous"))]) == DONE


def test_a_version_without_names_has_no_empty_place_for_them(tmp_path: Path) -> None:
    printed = text(draft_file(reply(tmp_path, "anonymous"), public=True))
    assert "Submitted by" not in printed
    assert "Submitting organisation" not in printed
