"""Names that must never be printed: of a person, the family or a witness, in any document about people."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.about_people import KnownPeople
from drafter.answers.erased_people import people_at
from drafter.answers.store import Store
from drafter.cli import DONE, FAULT, main
from drafter.errors import DrafterError, Fault
from drafter.interview.forms import fault_of_form
from drafter.interview.items.private_names import PRIVATE_NAMES
from drafter.interview.session import record
from drafter.interview.taking_out import taking_out_rows
from drafter.interview.trash import taken_out
from drafter.interview.validator import check
from drafter.privacy.leak_search import distinctive
from drafter.privacy.private_file import NOT_PRINTED, private_path, read_private
from drafter.privacy.traces import mentions
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at, data_of

TYPED = "Ramil Dumalagan,  Jocelyn Dumalagan; 0917 555 0123, Nena"
NAMES = ["Ramil Dumalagan", "Jocelyn Dumalagan", "0917 555 0123", "Nena"]
APPEAL = """\
format: 1
document: special-procedures/communication
state: Ruritania
language: en
organisations: [{{name: House of Hope, role: lead}}]
details:
  letter: urgent
  mandates: the Working Group on Arbitrary Detention
  victims: [{{name: Person A}}]
  facts_of_case: {facts}
  consent_to_send: without-names
"""
UPR = """\
format: 1
document: upr/individual
state: Ruritania
themes: [{theme: torture, cases: [C1]}]
cases: {C1: {}}
"""
CASE = "special-procedures/wgad-case"
Out = pytest.CaptureFixture[str]


def appeal(folder: Path, facts: str, name: str = "appeal.yaml") -> Store:
    """Return the store of an urgent appeal that tells *facts*, with the names that it must not print."""
    file = folder / name
    file.write_text(APPEAL.format(facts=facts), encoding="utf-8")
    store = Store.open(file, "tests")
    [item] = [item for item in QUESTIONS.questions(store.answers) if item.path == PRIVATE_NAMES]
    record(store, LIBRARY, item, TYPED, lambda _: None)
    return store


def codes(file: Path, capsys: Out) -> str:
    """Return what ``drafter check`` prints about *file*."""
    capsys.readouterr()
    main(["check", str(file)])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("text", [APPEAL.format(facts="It began in spring."), UPR])
def test_a_document_about_a_person_asks_once_for_the_names(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    store = Store.open(file, "tests")
    assert [item.path for item in QUESTIONS.questions(store.answers)].count(PRIVATE_NAMES) == 1


def test_a_document_about_nobody_does_not_ask(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        UPR.replace("cases: [C1]", "cases: []").replace("cases: {C1: {}}\n", ""), encoding="utf-8"
    )
    store = Store.open(file, "tests")
    assert PRIVATE_NAMES not in [item.path for item in QUESTIONS.questions(store.answers)]


def test_the_names_are_in_the_private_file_alone(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    assert at(data_of(store), PRIVATE_NAMES) == NAMES
    assert "Dumalagan" not in store.file.read_text("utf-8")
    private = private_path(store.file)
    assert private.stat().st_mode & 0o077 == 0
    secrets = read_private(store.file, store.answers.private_id, {}).secrets
    assert sorted(secrets[NOT_PRINTED].values()) == sorted(NAMES)
    assert sorted(distinctive(secrets)[NOT_PRINTED].values()) == sorted(NAMES), (
        "a first name counts as a name"
    )


@pytest.mark.parametrize(
    "facts", ["Ramil Dumalagan was taken.", "Call 0917-555-0123.", "Her neighbour Nena saw it."]
)
def test_a_text_with_one_of_them_is_not_built(tmp_path: Path, capsys: Out, facts: str) -> None:
    store = appeal(tmp_path, facts)
    printed = codes(store.file, capsys)
    assert "a name that you do not want printed" in printed
    assert "[real-name-in-text]" in printed
    assert main(["build", str(store.file)]) == FAULT
    assert not store.file.with_suffix(".docx").exists()
    assert not any(name in printed + capsys.readouterr().out for name in NAMES)


def test_a_part_of_a_name_is_a_warning(tmp_path: Path, capsys: Out) -> None:
    printed = codes(appeal(tmp_path, "Ramil was taken.").file, capsys)
    assert "[part-of-name-in-text]" in printed


def test_a_file_that_is_called_like_the_person_gets_a_remark(tmp_path: Path, capsys: Out) -> None:
    printed = codes(appeal(tmp_path, "It began in spring.", "ramil.yaml").file, capsys)
    assert "[real-name-in-file-name]" in printed


@pytest.mark.parametrize(("more", "names"), [(["--with-people"], NAMES), ([], None)])
def test_the_names_go_along_with_the_people(tmp_path: Path, more: list[str], names: Any) -> None:
    origin = appeal(tmp_path, "It began in spring.").file
    file = tmp_path / "detention.yaml"
    command = ["new", str(file), "--from", str(origin), "--document", "special-procedures/wgad-case"]
    assert main([*command, "--no-input", *more]) == DONE
    assert (at(data_of(Store.open(file, "tests")), PRIVATE_NAMES) if names else None) == names
    assert private_path(file).exists() == bool(names)


def test_whoever_is_erased_is_searched_for_by_these_names(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    [person] = people_at(store.data, ("details", "victims", 0))
    assert mentions("a letter to Jocelyn Dumalagan", person)
    assert not mentions("a letter to Josefine", person)


def test_what_can_be_undone_has_none_of_them(tmp_path: Path) -> None:
    people = KnownPeople.of(appeal(tmp_path, "It began in spring.").data)
    assert people.named_in("Ramil Dumalagan")
    assert not people.named_in("It began in spring.")


def test_a_private_file_may_have_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: 1\nprivate_id: abcdef123456\n", encoding="utf-8")
    text = "format: 1\nprivate_id: abcdef123456\n"
    private_path(file).write_text(f"{text}not_printed: [Ramil Dumalagan]\n", encoding="utf-8")
    assert read_private(file, "abcdef123456", {}).secrets == {NOT_PRINTED: {"1": "Ramil Dumalagan"}}
    private_path(file).write_text(text, encoding="utf-8")
    with pytest.raises(DrafterError, match="no 'cases'"):
        read_private(file, "abcdef123456", {})


def test_the_names_go_with_the_last_person(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    store.change([(("details", "victims", 1), {"name": "Person B"})])
    store.change(taken_out(store.answers, ("details", "victims", 1), is_person=True))
    assert at(data_of(store), PRIVATE_NAMES) == NAMES, "they may be those of the person who is left"
    store.change(taken_out(store.answers, ("details", "victims", 0), is_person=True))
    assert "private" not in data_of(store) or NOT_PRINTED not in data_of(store)["private"]
    assert not private_path(store.file).exists()


def test_whatever_is_kept_can_be_erased_for_good(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    kept: list[Any] = [
        {"place": ["details"], "key": "consent_to_send", "value": "yes", "document": CASE},
        {"place": [], "key": "summary", "value": "One of them is Gulzat.", "document": CASE},
        {"place": ["details", "victims"], "key": "0", "value": {"name": "Person B"}},
    ]
    store.change([(("inactive", "removed"), kept)])
    titles = [choice.title for choice, _ in taking_out_rows(store.answers, LIBRARY)]
    erasing = [title for title in titles if title.startswith("Erase for good: ")]
    assert len(erasing) == len(kept)
    assert "the person, or the family, agreed" in erasing[0]
    assert "One of them is Gulzat." in erasing[1]
    assert erasing[2] == "Erase for good: Person B"


def said_about(store: Store, path: tuple[str | int, ...], value: str) -> str:
    """Return what is said when *value* is the answer to the question at *path*."""
    [item] = [item for item in QUESTIONS.questions(store.answers) if item.path == path]
    said: list[str] = []
    record(store, LIBRARY, item, value, said.append)
    return " ".join(said)


def test_a_name_in_a_new_text_is_said_at_once_and_not_repeated(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    said = said_about(store, ("details", "steps_taken"), "We asked Jocelyn Dumalagan to complain.")
    assert "A name or number that you do not want printed is in: “Which steps were taken" in said
    assert "Dumalagan" not in said.replace("“Dumalagan”", "")
    assert "do not want printed" not in said_about(store, ("details", "reprisals"), "None so far.")


def test_names_typed_later_are_found_in_what_was_written_before(tmp_path: Path) -> None:
    store = appeal(tmp_path, "His brother Ramil saw it.")
    store.change([(PRIVATE_NAMES, [])])
    assert "“What happened?”" in said_about(store, PRIVATE_NAMES, "Ramil Dumalagan")


@pytest.mark.parametrize(
    "typed", ["", "He was taken from the street on Tuesday and held in a centre, they say"]
)
def test_nothing_and_a_story_are_no_names(tmp_path: Path, typed: str) -> None:
    store = appeal(tmp_path, "It began in spring.")
    [item] = [item for item in QUESTIONS.questions(store.answers) if item.path == PRIVATE_NAMES]
    checked = check(item, typed)
    assert isinstance(checked, Fault)
    assert not typed or typed not in f"{checked.fault} {checked.remedy}"


def test_a_question_mark_keeps_them_off_the_computer(tmp_path: Path) -> None:
    store = appeal(tmp_path, "It began in spring.")
    assert said_about(store, PRIVATE_NAMES, "?") == ""
    assert at(data_of(store), PRIVATE_NAMES) == []


def test_a_full_name_is_no_pseudonym() -> None:
    assert fault_of_form("pseudonym", "Mark Anthony Dela Cruz") is not None
    assert fault_of_form("pseudonym", "Person A") is None
    assert fault_of_form("pseudonym", "a woman of the north") is None
