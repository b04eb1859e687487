"""``drafter new --from``: a new submission begins with the answers of another one."""

from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.cli import main
from drafter.drafting.carry_over import carry
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open, questions
from drafter.privacy.private_file import private_path
from drafter.yaml_text import read_yaml
from tests.support.checkout import EXAMPLES
from tests.support.files import data
from tests.support.ooxml import invariants
from tests.support.private_files import TIED, secrets_of
from tests.support.script import LIBRARY
from tests.support.trees import working

Out = pytest.CaptureFixture[str]
DOCUMENTS = ["ccpr/list-of-issues", "cedaw/alternative-report"]


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Return the joint UPR submission of the examples, with a private file beside it."""
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    private_path(file).write_text(
        f"{TIED}cases:\n  C1:\n    pseudonym: Person C\n    name: Canaria\n    papers: [one, two]\n", "utf-8"
    )
    file.write_text(f"{file.read_text('utf-8')}{TIED}", "utf-8")
    return file


def carry_over(origin: Path, document: str, *more: str) -> tuple[int, Path]:
    """Begin another submission from *origin* and return the exit status and the new file."""
    file = origin.with_name("b.yaml")
    arguments = ["--from", str(origin), "--document", document, "--no-input", "--with-people", *more]
    return main(["new", str(file), *arguments]), file


@pytest.mark.parametrize("document", DOCUMENTS)
def test_facts_cases_sources_and_themes_are_carried_over_unchanged(origin: Path, document: str) -> None:
    status, file = carry_over(origin, document)
    assert status == 0
    before, after = read_answers(origin)[0], read_answers(file)[0]
    assert after.document == document
    assert before.organisations
    assert before.sources
    assert before.cases
    assert before.earlier
    assert [organisation.name for organisation in after.organisations] == [
        organisation.name for organisation in before.organisations
    ]
    for key, fact in before.facts.items():
        assert (after.facts[key].text, after.facts[key].source) == (fact.text, fact.source)
    assert after.sources.keys() == before.sources.keys()
    assert after.cases.keys() == before.cases.keys()
    assert after.cases["C1"].text == before.cases["C1"].text
    assert after.cases["C1"].pseudonym == before.cases["C1"].pseudonym
    assert [(row.text, row.document, row.paragraph) for row in after.earlier] == [
        (row.text, row.document, row.paragraph) for row in before.earlier
    ]
    assert [(section.theme, section.facts, section.cases) for section in after.themes] == [
        (section.theme, section.facts, section.cases) for section in before.themes
    ]
    for section_before, section_after in zip(before.themes, after.themes, strict=True):
        assert section_before.answers.items() <= section_after.answers.items()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_clauses_of_a_kind_that_the_new_document_prints_are_carried_over(
    origin: Path, document: str
) -> None:
    _, file = carry_over(origin, document)
    draft = draft_file(file)
    kinds = {clause.head.kind for clause in draft.resolved.clauses}
    kind = {"ccpr": "question", "cedaw": "recommendation"}[document.partition("/")[0]]
    other = {"question": "recommendation", "recommendation": "question"}[kind]
    assert kind in kinds or kind == "question", "a question is only offered, the author chooses it"
    assert other not in kinds
    assert not [text for section in draft.answers.themes for text in section.own if text.kind == other]


def test_every_clause_that_is_not_carried_over_is_listed(origin: Path, capsys: Out) -> None:
    for document in DOCUMENTS:
        before = draft_file(origin).resolved.clauses
        _, file = carry_over(origin, document)
        output = capsys.readouterr().out
        kept = {clause.id for clause in draft_file(file).resolved.clauses}
        for clause in before:
            assert clause.id in kept or f"“{clause.head.title}”" in output, clause.id
        file.unlink()


def test_texts_written_for_the_other_document_are_put_aside_and_listed(origin: Path, capsys: Out) -> None:
    _, file = carry_over(origin, "ccpr/list-of-issues")
    output = capsys.readouterr().out.partition("Put aside in")[2]
    for words in (
        "the title",
        "the summary",
        "the closing",
        "“Which session of the Working Group will review the State?”",
        "“What happened to the recommendations accepted in the last review?”",
        "your own recommendation",
    ):
        assert words in output
    own_text = next(
        text for section in read_answers(origin)[0].themes for text in section.own if text.kind != "paragraph"
    )
    sentence = own_text.text or own_text.parts.sentence
    assert sentence is not None
    assert sentence[:40] in output
    after = data(file)
    assert not {"title", "summary", "closing"} & after.keys()
    assert "session" not in after.get("details", {})
    aside = {(*record["place"], record["key"]) for record in after["inactive"]["removed"]}
    assert {("title",), ("summary",), ("closing",), ("details", "session")} <= aside


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_questions_that_the_old_document_did_not_ask_are_open(origin: Path, document: str) -> None:
    _, file = carry_over(origin, document)
    after = data(file)
    open_paths = [item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)]
    rules = LIBRARY.document(document).rules
    # What became of the last recommendations stands in their table, which is carried over.
    told_by_table = {("details", ask.name) for ask in rules.asks if "follow-up" in ask.meets}
    assert {("details", ask.name) for ask in rules.asks} - told_by_table <= set(open_paths)
    assert told_by_table.isdisjoint(open_paths)
    agreed = ("interview", "more", "organisations/agreed")
    assert open_paths.count(agreed) == 1
    open_paths.remove(agreed)
    assert {path[0] for path in open_paths} <= {
        "details", "summary", "themes", "cases", "sign_off", "private",
    }  # fmt: skip
    # Consent was for the other body, and the date was that of the other text: both are asked again.
    assert all("consent" in path for path in open_paths if path[0] == "cases")
    assert [path for path in open_paths if path[0] == "sign_off"] == [("sign_off", "date")]
    # Under a theme, only which clauses replace those that do not fit.
    assert all(path[2] == "clauses" for path in open_paths if path[0] == "themes")
    assert len(open_paths) <= 20


@pytest.mark.parametrize("document", DOCUMENTS)
def test_consent_is_not_carried_over_to_another_body(origin: Path, document: str, capsys: Out) -> None:
    assert data(origin)["cases"]["C1"]["consent"]
    _, file = carry_over(origin, document)
    assert "consent" not in data(file)["cases"]["C1"]
    assert "the consent of case C1" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_new_file_builds_without_any_further_answer(origin: Path, document: str, capsys: Out) -> None:
    _, file = carry_over(origin, document)
    assert main(["build", str(file)]) == 0
    assert invariants(file.with_suffix(".docx").read_bytes()) == []
    assert "Canaria" not in capsys.readouterr().out


def test_the_length_is_reported_with_the_limit_of_the_new_document(origin: Path, capsys: Out) -> None:
    """Until the others have agreed, it is the limit for one organisation."""
    carry_over(origin, "cedaw/alternative-report")
    assert "of 3,300 words" in capsys.readouterr().out


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_the_lead_has_agreed_to_the_new_document(origin: Path, document: str, capsys: Out) -> None:
    text = origin.read_text("utf-8")
    before = read_answers(origin)[0].organisations
    assert [each.status for each in before] == [*["confirmed"] * 5, "invited"]
    origin.write_text(text.replace("status: invited", "status: declined"), "utf-8")
    _, file = carry_over(origin, document)
    statuses = [each.status for each in read_answers(file)[0].organisations]
    assert statuses == ["confirmed", *["not-asked"] * 4, "declined"]
    output = " ".join(capsys.readouterr().out.split())
    assert "whether they agree to this document: Harm Reduction Ruritania, " in output
    assert "Ruritanian Medical Students" not in output


def test_a_length_above_the_new_limit_is_reported(origin: Path, capsys: Out) -> None:
    carry_over(origin, "upr/individual")
    output = capsys.readouterr().out
    assert "of 2,815 words: " in output
    assert "too many for this document." in output


@pytest.mark.parametrize("document", [*DOCUMENTS, "upr/individual", "cnd/written-statement", "upr/matrix"])
def test_the_old_files_are_not_changed(origin: Path, document: str) -> None:
    before = {file: file.read_bytes() for file in (origin, private_path(origin))}
    carry_over(origin, document)
    assert {file: file.read_bytes() for file in before} == before


def test_real_names_are_carried_over_only_to_a_document_that_may_print_them(
    origin: Path, capsys: Out
) -> None:
    text = f"{TIED}cases:\n  C1: {{pseudonym: Person C, name: Canaria}}\n  C9: {{name: Nobody}}\n"
    private_path(origin).write_text(text, "utf-8")
    _, file = carry_over(origin, "ccpr/list-of-issues")
    output = " ".join(capsys.readouterr().out.split())
    assert not private_path(file).exists()
    assert f"Real names stayed in {private_path(origin)}" in output
    file.unlink()
    _, file = carry_over(origin, "special-procedures/communication")
    output = capsys.readouterr().out
    assert secrets_of(file) == {"C1": {"name": "Canaria"}}, (
        "and nothing of a case that the answers do not have"
    )
    assert f"went into {private_path(file)}" in output
    assert "Canaria" not in file.read_text("utf-8") + output


def test_themes_are_not_carried_over_to_a_document_without_themes_and_this_is_reported(
    origin: Path, capsys: Out
) -> None:
    document = next(
        name for name in LIBRARY.document_ids() if "themes" in LIBRARY.document(name).rules.leaves_out
    )
    _, file = carry_over(origin, document)
    assert "themes" not in data(file)
    assert "theme “Compulsory treatment" in capsys.readouterr().out


def test_an_answer_given_with_set_is_in_the_new_file(origin: Path) -> None:
    _, file = carry_over(origin, "ccpr/list-of-issues", "--set", "details.procedure=list-of-issues")
    assert data(file)["details"]["procedure"] == "list-of-issues"


@pytest.mark.parametrize("document", list(LIBRARY.document_ids()))
def test_answers_can_be_carried_over_to_every_document(document: str) -> None:
    """The new answers can be read, and no question is asked twice."""
    before = read_yaml((EXAMPLES / "ruritania-upr-joint.yaml").read_text("utf-8"), "a.yaml")
    after = carry(before, document, LIBRARY).data
    assert after["document"] == document
    paths = [item.path for item in questions(working(after), LIBRARY)]
    assert len(paths) == len(set(paths))


# ---- faults are reported, and no file is left behind ----


def error_of(origin: Path, document: str, capsys: Out) -> str:
    """Return the error message of a failed carry-over, after checking that it left no file."""
    before = sorted(file.name for file in origin.parent.iterdir())
    status, _ = carry_over(origin, document)
    assert status == 1
    assert sorted(file.name for file in origin.parent.iterdir()) == before
    return capsys.readouterr().err


def test_an_unknown_document_is_reported(origin: Path, capsys: Out) -> None:
    assert "upr/jiont" in error_of(origin, "upr/jiont", capsys)


def test_a_missing_old_file_is_reported(origin: Path, capsys: Out) -> None:
    origin.unlink()
    assert "there is no such file" in error_of(origin, DOCUMENTS[0], capsys)


@pytest.mark.parametrize(
    "text",
    [
        "just words\n",
        "format: 1\nthemes: 5\n",
        "format: 1\nthemes: [women]\n",
        "format: 99\n",
        "format: 1\n- x\n",
    ],
)
def test_a_faulty_old_file_is_reported_with_its_name(origin: Path, capsys: Out, text: str) -> None:
    origin.write_text(text, "utf-8")
    assert str(origin) in error_of(origin, DOCUMENTS[0], capsys)


def test_a_faulty_private_file_is_reported_without_the_name_in_it(origin: Path, capsys: Out) -> None:
    private_path(origin).write_text("Canaria\n", "utf-8")
    output = error_of(origin, DOCUMENTS[0], capsys)
    assert "a.private.yaml" in output
    assert "Canaria" not in output


def test_an_existing_file_is_not_overwritten(origin: Path, capsys: Out) -> None:
    there = origin.with_name("b.yaml")
    there.write_text("format: 1\n# mine\n", "utf-8")
    assert "this file already exists" in error_of(origin, DOCUMENTS[0], capsys)
    assert there.read_text("utf-8") == "format: 1\n# mine\n"


def test_from_without_document_is_wrong_usage(origin: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", str(origin.with_name("b.yaml")), "--from", str(origin), "--no-input"])
    assert ended.value.code == 2
    assert "--document" in capsys.readouterr().err
    assert not origin.with_name("b.yaml").exists()
