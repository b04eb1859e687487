"""One bank, many documents: what one submission knows becomes the beginning of another."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.cli import main
from drafter.drafting.carry_over import carry
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import is_open, questions
from drafter.privacy.private_file import private_path
from drafter.yaml_text import read_yaml
from tests.support.checkout import EXAMPLES
from tests.support.ooxml import invariants
from tests.support.private_files import TIED, secrets_of
from tests.support.script import LIBRARY
from tests.support.trees import working

Out = pytest.CaptureFixture[str]
DOCUMENTS = ["ccpr/list-of-issues", "cedaw/alternative-report"]


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The joint UPR submission of the examples, with a private file beside it."""
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    private_path(file).write_text(
        f"{TIED}cases:\n  C1:\n    pseudonym: Person C\n    name: Canaria\n    papers: [one, two]\n", "utf-8"
    )
    file.write_text(f"{file.read_text('utf-8')}{TIED}", "utf-8")
    return file


def carried(origin: Path, document: str, *more: str) -> tuple[int, Path]:
    """Begin another submission from *origin*; return the exit status and the new file."""
    file = origin.with_name("b.yaml")
    arguments = ["new", str(file), "--from", str(origin), "--document", document, "--no-input", *more]
    return main(arguments), file


def data(file: Path) -> dict[str, Any]:
    """Return what stands in *file*."""
    return dict(read_yaml(file.read_text("utf-8"), str(file)))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_known_goes_along_word_for_word(origin: Path, document: str) -> None:
    before = data(origin)
    status, file = carried(origin, document)
    assert status == 0
    after = data(file)
    assert after["document"] == document
    for key in ("organisations", "cases", "sources", "earlier"):
        assert len(after[key]) == len(before[key]) > 0
    old, new = read_answers(origin)[0], read_answers(file)[0]
    assert [organisation.name for organisation in new.organisations] == [
        organisation.name for organisation in old.organisations
    ]
    assert [organisation.status for organisation in new.organisations] == [
        organisation.status for organisation in old.organisations
    ]
    for key, fact in old.facts.items():
        assert (new.facts[key].text, new.facts[key].source) == (fact.text, fact.source)
    assert new.sources.keys() == old.sources.keys()
    assert new.cases["C1"].text == old.cases["C1"].text
    assert new.cases["C1"].pseudonym == old.cases["C1"].pseudonym
    assert [(row.text, row.document, row.paragraph) for row in new.earlier] == [
        (row.text, row.document, row.paragraph) for row in old.earlier
    ]
    assert [section.theme for section in new.themes] == [section.theme for section in old.themes]
    assert [section.facts for section in new.themes] == [section.facts for section in old.themes]
    assert [section.cases for section in new.themes] == [section.cases for section in old.themes]
    for section, was in zip(new.themes, old.themes, strict=True):
        assert was.answers.items() <= section.answers.items()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_clauses_go_along_that_the_new_document_may_hold(origin: Path, document: str) -> None:
    _, file = carried(origin, document)
    made = draft_file(file)
    kinds = {clause.head.kind for clause in made.resolved.clauses}
    wanted = {"ccpr": "question", "cedaw": "recommendation"}[document.partition("/")[0]]
    other = {"question": "recommendation", "recommendation": "question"}[wanted]
    assert wanted in kinds or wanted == "question", "a question is offered, and the author takes it"
    assert other not in kinds
    assert not [own for section in made.answers.themes for own in section.own if own.kind == other]


def test_every_clause_that_is_gone_is_listed(origin: Path, capsys: Out) -> None:
    for document in DOCUMENTS:
        before = draft_file(origin).resolved.clauses
        _, file = carried(origin, document)
        said = capsys.readouterr().out
        kept = {clause.id for clause in draft_file(file).resolved.clauses}
        for clause in before:
            assert clause.id in kept or f"“{clause.head.title}”" in said, clause.id
        file.unlink()


def test_what_was_written_for_the_other_document_is_put_aside_and_listed(origin: Path, capsys: Out) -> None:
    _, file = carried(origin, "ccpr/list-of-issues")
    said = capsys.readouterr().out.partition("Put aside in")[2]
    for words in (
        "the title",
        "the summary",
        "the closing",
        "“Which session of the Working Group will review the State?”",
        "“What became of the recommendations accepted in the last review?”",
        "your own recommendation",
    ):
        assert words in said
    own = next(
        text for section in read_answers(origin)[0].themes for text in section.own if text.kind != "paragraph"
    )
    sentence = own.text or own.parts.sentence
    assert sentence is not None
    assert sentence[:40] in said
    new = data(file)
    assert not {"title", "summary", "closing"} & new.keys()
    assert "session" not in new.get("details", {})
    aside = {(*record["place"], record["key"]) for record in new["inactive"]["removed"]}
    assert {("title",), ("summary",), ("closing",), ("details", "session")} <= aside


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_what_the_new_document_alone_needs_is_left_to_ask(origin: Path, document: str) -> None:
    _, file = carried(origin, document)
    new = data(file)
    left = [item.path for item in questions(working(new), LIBRARY) if is_open(working(new), item)]
    rules = LIBRARY.document(document).rules
    own = {("details", ask.name) for ask in rules.asks}
    assert own <= set(left)
    assert {path[0] for path in left} <= {"details", "summary", "themes", "cases", "sign_off"}
    # Consent was given for the other body, and the date was the other text's: both are asked anew.
    assert all("consent" in path for path in left if path[0] == "cases")
    assert [path for path in left if path[0] == "sign_off"] == [("sign_off", "date")]
    # Under a theme, only which clauses are taken in place of those that do not fit.
    assert all(path[2] == "clauses" for path in left if path[0] == "themes")
    assert len(left) <= 20


@pytest.mark.parametrize("document", DOCUMENTS)
def test_consent_does_not_travel_to_another_body(origin: Path, document: str, capsys: Out) -> None:
    assert data(origin)["cases"]["C1"]["consent"]
    _, file = carried(origin, document)
    assert "consent" not in data(file)["cases"]["C1"]
    assert "the consent of case C1" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_builds_at_once(origin: Path, document: str, capsys: Out) -> None:
    _, file = carried(origin, document)
    assert main(["build", str(file)]) == 0
    assert invariants(file.with_suffix(".docx").read_bytes()) == []
    assert "Canaria" not in capsys.readouterr().out


def test_how_much_of_the_new_limit_it_takes_is_said(origin: Path, capsys: Out) -> None:
    carried(origin, "cedaw/alternative-report")
    assert "of 6,600 words." in capsys.readouterr().out


def test_what_the_new_limit_has_no_room_for_is_said(origin: Path, capsys: Out) -> None:
    carried(origin, "upr/individual")
    said = capsys.readouterr().out
    assert "of 2,815 words: " in said
    assert "too many for this document." in said


@pytest.mark.parametrize("document", [*DOCUMENTS, "upr/individual", "cnd/written-statement", "upr/matrix"])
def test_the_origin_is_left_as_it_was(origin: Path, document: str) -> None:
    before = {one: one.read_bytes() for one in (origin, private_path(origin))}
    carried(origin, document)
    assert {one: one.read_bytes() for one in before} == before


def test_real_names_go_along_only_where_the_document_may_use_them(origin: Path, capsys: Out) -> None:
    text = f"{TIED}cases:\n  C1: {{pseudonym: Person C, name: Canaria}}\n  C9: {{name: Nobody}}\n"
    private_path(origin).write_text(text, "utf-8")
    _, file = carried(origin, "ccpr/list-of-issues")
    said = " ".join(capsys.readouterr().out.split())
    assert not private_path(file).exists()
    assert f"Real names stayed in {private_path(origin)}" in said
    file.unlink()
    _, file = carried(origin, "special-procedures/communication")
    said = capsys.readouterr().out
    assert secrets_of(file) == {"C1": {"name": "Canaria"}}, "and nothing of a case that is not there"
    assert f"went into {private_path(file)}" in said
    assert "Canaria" not in file.read_text("utf-8") + said


def test_a_document_without_themes_takes_none_along_and_says_so(origin: Path, capsys: Out) -> None:
    document = next(
        name for name in LIBRARY.document_ids() if "themes" in LIBRARY.document(name).rules.leaves_out
    )
    _, file = carried(origin, document)
    assert "themes" not in data(file)
    assert "theme “Compulsory treatment" in capsys.readouterr().out


def test_an_answer_set_at_once_is_in_the_new_file(origin: Path) -> None:
    _, file = carried(origin, "ccpr/list-of-issues", "--set", "details.procedure=list-of-issues")
    assert data(file)["details"]["procedure"] == "list-of-issues"


@pytest.mark.parametrize("document", list(LIBRARY.document_ids()))
def test_it_can_be_carried_to_every_document_there_is(document: str) -> None:
    """What comes out can be read, and asks no question twice."""
    before = read_yaml((EXAMPLES / "ruritania-upr-joint.yaml").read_text("utf-8"), "a.yaml")
    made = carry(before, document, LIBRARY)
    assert made.data["document"] == document
    paths = [item.path for item in questions(working({"format": 1, **made.data}), LIBRARY)]
    assert len(paths) == len(set(paths))


# ---- what is wrong is told, and nothing is left behind ----


def wrong(origin: Path, document: str, capsys: Out) -> str:
    """Carry over what cannot be carried; return what was said, after making sure that nothing was left."""
    before = sorted(file.name for file in origin.parent.iterdir())
    status, _ = carried(origin, document)
    assert status == 1
    assert sorted(file.name for file in origin.parent.iterdir()) == before
    return capsys.readouterr().err


def test_a_document_that_is_not_there_is_told(origin: Path, capsys: Out) -> None:
    assert "upr/jiont" in wrong(origin, "upr/jiont", capsys)


def test_an_origin_that_is_not_there_is_told(origin: Path, capsys: Out) -> None:
    origin.unlink()
    assert "there is no such file" in wrong(origin, DOCUMENTS[0], capsys)


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
def test_an_origin_that_is_wrong_is_told_with_its_name(origin: Path, capsys: Out, text: str) -> None:
    origin.write_text(text, "utf-8")
    assert str(origin) in wrong(origin, DOCUMENTS[0], capsys)


def test_a_private_file_that_is_wrong_is_told(origin: Path, capsys: Out) -> None:
    private_path(origin).write_text("Canaria\n", "utf-8")
    said = wrong(origin, DOCUMENTS[0], capsys)
    assert "a.private.yaml" in said
    assert "Canaria" not in said


def test_a_file_that_is_there_already_is_not_touched(origin: Path, capsys: Out) -> None:
    there = origin.with_name("b.yaml")
    there.write_text("format: 1\n# mine\n", "utf-8")
    assert "this file is there already" in wrong(origin, DOCUMENTS[0], capsys)
    assert there.read_text("utf-8") == "format: 1\n# mine\n"


def test_from_without_a_document_is_wrong_usage(origin: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", str(origin.with_name("b.yaml")), "--from", str(origin), "--no-input"])
    assert ended.value.code == 2
    assert "--document" in capsys.readouterr().err
    assert not origin.with_name("b.yaml").exists()
