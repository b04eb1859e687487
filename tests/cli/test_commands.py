"""The commands around an interview: the sign-on sheet, the profile, the menu, and answers from a script."""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.answers.profile import ProfileStore, profile_answers, profile_file, read_profile
from drafter.cli import main
from drafter.interview.flow import questions
from drafter.interview.profile import profile_questions
from drafter.interview.recent_files import submissions
from tests.support.checkout import EXAMPLES
from tests.support.files import data
from tests.support.ooxml import invariants
from tests.support.robot import Robot
from tests.support.script import LIBRARY
from tests.support.trees import working

Out = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def body(file: Path) -> str:
    """Return the document part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return archive.read("word/document.xml").decode("utf-8")


# ---- drafter roster ----


@pytest.fixture
def coalition(here: Path) -> Path:
    """The joint submission of the examples."""
    file = here / "a.yaml"
    file.write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    return file


def test_a_sign_on_sheet_lists_every_invited_organisation_with_its_status(
    coalition: Path, capsys: Out
) -> None:
    assert main(["roster", "a.yaml"]) == 0
    sheet = coalition.with_name("a-sign-on.docx")
    assert invariants(sheet.read_bytes()) == []
    organisations = read_answers(coalition)[0].organisations
    assert {one.status for one in organisations} == {"confirmed", "invited"}
    text = body(sheet)
    assert all(
        (one.name or "").replace("'", "’") in text or (one.name or "") in text for one in organisations
    )
    assert text.count(">Confirmed<") == sum(one.status == "confirmed" for one in organisations)
    assert text.count(">Invited<") == 1
    assert "5 confirmed, 1 invited, 0 declined" in capsys.readouterr().out


def test_a_sign_on_sheet_says_who_was_not_asked_yet(coalition: Path, capsys: Out) -> None:
    text = coalition.read_text("utf-8")
    coalition.write_text(text.replace("status: invited", "status: not-asked"), "utf-8")
    assert main(["roster", "a.yaml"]) == 0
    assert body(coalition.with_name("a-sign-on.docx")).count(">Not asked yet<") == 1
    assert "5 confirmed, 0 invited, 0 declined, 1 not asked yet" in capsys.readouterr().out


def test_a_sign_on_sheet_is_written_to_the_chosen_path(coalition: Path) -> None:
    assert main(["roster", "a.yaml", "-o", "sign on.docx"]) == 0
    assert sorted(one.name for one in coalition.parent.glob("*.docx")) == ["sign on.docx"]


def test_a_sign_on_sheet_that_somebody_changed_is_not_overwritten(coalition: Path, capsys: Out) -> None:
    sheet = coalition.with_name("a-sign-on.docx")
    sheet.write_bytes(b"signed by hand")
    assert main(["roster", "a.yaml"]) == 1
    assert sheet.read_bytes() == b"signed by hand"
    assert "a-sign-on.docx" in capsys.readouterr().err
    assert main(["roster", "a.yaml", "--force"]) == 0
    assert sheet.read_bytes() != b"signed by hand"


def test_the_sign_on_list_can_be_printed_as_json(coalition: Path, capsys: Out) -> None:
    assert main(["roster", "a.yaml", "--json"]) == 0
    given = json.loads(capsys.readouterr().out)
    assert [one["role"] for one in given].count("lead") == 1
    assert given[-1].keys() == {"name", "role", "status"}
    assert list(coalition.parent.glob("*.docx")) == []


def built_with(here: Path, capsys: Out, status: str) -> dict[str, Any]:
    """Build a joint submission whose second organisation has *status*; return what is said of it as JSON."""
    (here / "a.yaml").write_text(
        "format: 1\ndocument: upr/joint\nstate: Ruritania\norganisations:\n  - {name: Alpha, role: lead}\n"
        f"  - {{name: Omega, status: {status}}}\n",
        "utf-8",
    )
    assert main(["build", "a.yaml", "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out)[0])


@pytest.mark.parametrize("status", ["confirmed", "declined", "invited", "not-asked"])
def test_only_confirmed_organisations_are_printed_and_others_are_reported(
    here: Path, capsys: Out, status: str
) -> None:
    codes = [remark["code"] for remark in built_with(here, capsys, status)["remarks"]]
    assert ("joint-of-one" in codes) is (status != "confirmed")
    assert ("organisation-not-printed" in codes) is (status != "confirmed")
    assert ("Omega" in body(here / "a.docx")) is (status == "confirmed")


def test_a_joint_submission_has_the_limit_of_a_joint_one(here: Path, capsys: Out) -> None:
    assert built_with(here, capsys, "confirmed")["limit"] == 5630


def test_a_joint_submission_keeps_its_limit_while_only_one_organisation_has_agreed(
    here: Path, capsys: Out
) -> None:
    built = built_with(here, capsys, "declined")
    assert built["limit"] == 5630
    assert "joint-of-one" in [remark["code"] for remark in built["remarks"]]


# ---- drafter profile ----


def profile(**answers: Any) -> ProfileStore:
    """Answer the questions of the profile, those not in *answers* with nothing, as the command does."""
    store = ProfileStore("drafter under test")
    for question in profile_questions(store.answers, LIBRARY):
        name = str(question.path[-1])
        usual = question.choices[0].value if question.choices else question.default or ""
        empty: Any = [] if question.kind == "choices" else usual
        store.change(question.changes(store.answers, answers.get(name, empty), LIBRARY))
    return store


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration folder of the test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.usefixtures("own")
def test_without_a_profile_a_submission_starts_empty(here: Path, capsys: Out) -> None:
    assert main(["profile", "--show"]) == 0
    assert "There is no profile yet." in capsys.readouterr().out
    assert main(["profile", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) is None
    assert main(["new", "a.yaml", "--no-input"]) == 0
    assert "organisations" not in data(here / "a.yaml")


@pytest.mark.usefixtures("own")
def test_a_profile_that_the_interview_wrote_can_be_read(tmp_path: Path, capsys: Out) -> None:
    profile(name="House of Examples", email="office@house.example", stand_for=["recovery-oriented"])
    assert profile_file() == tmp_path / "config" / "drafter" / "profile.yaml"
    found = read_profile()
    assert found is not None
    assert found[0].organisation.name == "House of Examples"
    assert found[0].organisation.contact.email == "office@house.example"
    assert found[0].stand_for == ("recovery-oriented",)
    assert main(["profile", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["organisation"]["name"] == "House of Examples"
    assert main(["profile", "--show"]) == 0
    shown = capsys.readouterr().out
    assert "House of Examples" in shown
    assert "drafter build" not in shown


@pytest.mark.usefixtures("own")
def test_a_new_submission_begins_with_the_profile_and_asks_none_of_it(here: Path, capsys: Out) -> None:
    profile(name="House of Examples", founded="1999", ecosoc="special", stand_for=["recovery-oriented"])
    assert main(["new", "a.yaml", "--no-input", "--set", "document=upr/joint"]) == 0
    said = capsys.readouterr().out
    assert "drafter has filled in your profile" in said
    asked = [line for line in said.splitlines() if line.startswith("unanswered:")]
    assert asked
    assert not [line for line in asked if "organisations.0" in line or "stand_for" in line]
    begun = read_answers(here / "a.yaml")[0]
    assert [(one.name, one.role, one.status) for one in begun.organisations] == [
        ("House of Examples", "lead", "confirmed")
    ]
    assert begun.stand_for == ("recovery-oriented",)


@pytest.mark.usefixtures("own")
def test_the_profile_does_not_change_an_existing_submission(here: Path) -> None:
    (here / "a.yaml").write_text("format: 1\ndocument: upr/joint\n", "utf-8")
    profile(name="House of Examples")
    assert main(["new", "a.yaml", "--no-input"]) == 0
    assert "organisations" not in data(here / "a.yaml")


@pytest.mark.usefixtures("own")
def test_every_fault_of_a_profile_is_reported_with_its_file(here: Path, capsys: Out) -> None:
    profile_file().parent.mkdir(parents=True)
    profile_file().write_text(
        "organisation: {name: A, ecosoc: perhaps, colour: red}\nstand_for: x\n", "utf-8"
    )
    assert main(["new", "a.yaml", "--no-input"]) == 1
    told = capsys.readouterr().err
    assert told.count(str(profile_file())) == 3
    assert "perhaps" in told
    assert "colour" in told


@pytest.mark.usefixtures("own")
def test_the_profile_asks_about_one_organisation_without_role_or_status() -> None:
    asked = [question.path for question in profile_questions(working({}), LIBRARY)]
    assert ("organisations", 0, "name") in asked
    assert ("stand_for",) in asked
    assert not [path for path in asked if path[-1] in ("role", "status")]
    assert profile_answers() == {}


# ---- the menu ----


def test_the_menu_knows_answers_files_by_what_is_in_them_the_last_changed_first(here: Path) -> None:
    for number, name in enumerate(["old.yaml", "new.yaml"]):
        (here / name).write_text("# a comment\nformat: 1\n", "utf-8")
        os.utime(here / name, (number, number))
    (here / "new.private.yaml").write_text("format: 1\ncases: {}\n", "utf-8")
    (here / "other.yaml").write_text("services: {}\n", "utf-8")
    (here / "word.yaml").write_bytes(b"\xff\xfe\x00")
    assert [file.name for file in submissions(Path())] == ["new.yaml", "old.yaml"]


# ---- answers from a script ----


def set_all(*sets: str, more: tuple[str, ...] = ()) -> int:
    """Set each answer without being asked anything, and return the exit status."""
    return main(["new", "a.yaml", "--no-input", *more, *(part for one in sets for part in ("--set", one))])


def test_answers_are_set_one_after_the_other(here: Path) -> None:
    assert set_all(
        "document=upr/joint", "state=Norway", "organisations.0.name=A=B", "themes=women",
        "stand_for=recovery-oriented,harm-reduction", "interview.more.theme/women=fact",
        "facts.F1.text=A fact.", "method=?", "details.cycle=",
    ) == 0  # fmt: skip
    answers = read_answers(here / "a.yaml")[0]
    assert (answers.document, answers.state) == ("upr/joint", "Norway")
    assert answers.organisations[0].name == "A=B"
    assert set(answers.stand_for) == {"recovery-oriented", "harm-reduction"}
    assert answers.facts["F1"].text == "A fact."
    assert answers.themes[0].facts == ("F1",)
    assert answers.method is None
    assert "method" in data(here / "a.yaml")
    assert answers.details["cycle"] == ""


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("state=Atlantis", "'Atlantis' is not one of the choices"),
        ("state=", "an answer is needed"),
        ("language=?", "? is not an answer here"),
        ("keywords.0=x", "there is no question 'keywords.0'"),
        ("sumary=x", "there is no question 'sumary'"),
        ("summary", "there is no '='"),
        ("details.names_public=perhaps", "'perhaps' is not one of the choices"),
        ("stand_for=recovery-oriented,joy", "'joy' is not one of the choices"),
        ("organisations.0.name= ", "an answer is needed"),
    ],
)
def test_an_impossible_answer_is_reported_and_not_saved(
    here: Path, capsys: Out, given: str, words: str
) -> None:
    assert set_all("document=upr/joint") == 0
    before = (here / "a.yaml").read_text("utf-8")
    capsys.readouterr()
    assert set_all(given) == 1
    assert words in capsys.readouterr().err
    assert (here / "a.yaml").read_text("utf-8") == before


def test_a_number_is_a_number(here: Path, capsys: Out) -> None:
    document = "special-procedures/call-for-input"
    asked = {ask.name: ask.kind for ask in LIBRARY.document(document).rules.asks}
    number = next(name for name, kind in asked.items() if kind == "number")
    assert set_all(f"document={document}", f"details.{number}=about 12") == 1
    assert "a whole number in digits is expected" in capsys.readouterr().err
    assert set_all(f"details.{number}=12") == 0
    assert data(here / "a.yaml")["details"][number] == 12


def test_all_wrong_answers_are_reported_at_once_and_the_others_are_saved(here: Path, capsys: Out) -> None:
    assert set_all("document=upr/joint", "state=Atlantis", "language=en", "joy=x") == 1
    told = capsys.readouterr().err
    assert "Atlantis" in told
    assert "'joy'" in told
    assert data(here / "a.yaml")["language"] == "en"


def test_no_state_at_all_can_be_set_where_a_document_may_be_about_none(here: Path) -> None:
    assert set_all("document=special-procedures/call-for-input", "state=") == 0
    assert data(here / "a.yaml")["state"] == ""


LEAST = Robot({("document",): "upr/individual", ("themes",): ["women"], ("details", "names_public"): "yes"})


def answers_to(listed: str, file: Path) -> list[str]:
    """Return an answer to each question in a list of those that are unanswered in *file*."""
    paths = [line.split()[1] for line in listed.splitlines() if line.startswith("unanswered:")]
    given = data(file) if file.exists() else {}
    asked = {".".join(map(str, one.path)): one for one in questions(working(given), LIBRARY)}
    return [LEAST.as_option(asked[path], given) for path in paths]


def test_without_input_what_is_unanswered_is_listed(here: Path, capsys: Out) -> None:
    assert set_all() == 0
    assert capsys.readouterr().out == "unanswered: document  What do you want to write?\n"
    assert set_all("document=upr/joint") == 0
    assert "unanswered: state  Which State is it about?\n" in capsys.readouterr().out


def test_strict_fails_while_anything_is_unanswered_and_not_afterwards(here: Path, capsys: Out) -> None:
    steps = 0
    listed = "unanswered: document"
    while listed and steps < 20:
        status = set_all(*answers_to(listed, here / "a.yaml"), more=("--strict",))
        listed = capsys.readouterr().out
        assert status == (1 if listed else 0)
        steps += 1
    assert listed == ""
    assert steps > 2
    assert main(["build", "a.yaml", "--final"]) == 0


def test_strict_without_no_input_is_wrong_usage(here: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", "a.yaml", "--strict"])
    assert ended.value.code == 2
    assert "--no-input" in capsys.readouterr().err
    assert list(here.iterdir()) == []
