"""What is known of a person and an event is shown again on the lines of another document, to be confirmed."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.cli import DONE, main
from drafter.drafting.alike_answers import ALIKE
from drafter.drafting.carry_over import carry
from drafter.interview.flow import is_open
from drafter.model.question import Ask
from tests.support.checkout import EXAMPLES
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import working

WGAD, CAT, LETTER = "special-procedures/wgad-case", "cat/communication", "special-procedures/communication"
PERSON = {
    "name": "Person A",
    "sex": "woman",
    "age": "34",
    "detention": "Zenda Prison",
    "status": "She is ill.",
}
DETAILS: dict[str, Any] = {
    "letter": "urgent",
    "victims": [PERSON],
    "perpetrators": [{"name_or_unit": "the police of Zenda"}, {"name_or_unit": "the prison"}],
    "date_of_event": "24 November 2026",
    "place_of_event": "Zenda",
    "facts_of_case": "She was taken.",
}
Out = pytest.CaptureFixture[str]


def carried(document: str, **changed: Any) -> dict[str, Any]:
    """Return the details and the lines of questions when a letter goes over to *document*."""
    tree: dict[str, Any] = {"format": 1, "document": LETTER, "details": {**DETAILS, **changed}}
    data: Any = carry(tree, document, LIBRARY).data
    return {"details": data["details"], "typed": data.get("interview", {}).get("typed", {})}


def test_the_words_about_person_and_event_are_on_the_lines_of_the_other_questions() -> None:
    typed = carried(WGAD)["typed"]
    assert typed["details.person"] == "Person A"
    assert typed["details.identity"] == "woman, 34"
    assert typed["details.arrest_date"] == "24 November 2026"
    assert typed["details.arrest_place"] == "Zenda"
    assert typed["details.arrest_force"] == "the police of Zenda, the prison"
    assert typed["details.detention_places"] == "Zenda Prison"


def test_nothing_counts_as_answered_before_the_person_has_seen_it() -> None:
    tree: dict[str, Any] = {"format": 1, "document": LETTER, "details": DETAILS}
    answers = working({"format": 1, **carry(tree, WGAD, LIBRARY).data})
    items = {item.path: item for item in QUESTIONS.questions(answers)}
    assert is_open(answers, items["details", "person"])
    assert answers.details["facts_of_case"] == "She was taken."
    assert "details.facts_of_case" not in answers.interview.typed


def test_each_person_of_a_group_is_shown_in_the_fields_that_the_other_document_has() -> None:
    other = {**PERSON, "name": "Person B", "status": "He is old."}
    result = carried(CAT, victims=[PERSON, other])
    assert result["details"]["victims"] == [{}, {}]
    typed = result["typed"]
    assert typed["details.victims.0.name"] == "Person A"
    assert typed["details.victims.0.harm"] == "She is ill."
    assert typed["details.victims.1.harm"] == "He is old."
    assert typed["details.victims.1.whereabouts"] == "Zenda Prison"


def test_of_several_people_none_is_taken_for_the_one_person_of_a_case() -> None:
    typed = carried(WGAD, victims=[PERSON, {**PERSON, "name": "Person B"}])["typed"]
    assert not {"details.person", "details.identity", "details.detention_places"} & typed.keys()
    assert typed["details.arrest_place"] == "Zenda"


def test_what_is_shown_is_not_called_put_aside(tmp_path: Path, capsys: Out) -> None:
    command = ["new", str(tmp_path / "w.yaml"), "--from", str(EXAMPLES / "ruritania-urgent-appeal.yaml")]
    assert main([*command, "--document", WGAD, "--with-people", "--no-input"]) == DONE
    printed = " ".join(capsys.readouterr().out.split())
    shown, _, aside = printed.partition("Put aside")
    assert "These questions show the words of the other document." in shown
    assert "When was the person arrested or taken?" in shown
    assert "When did it happen" not in aside
    assert "Which mandate holders should write?" in aside


def test_people_who_stay_behind_are_shown_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "w.yaml"
    command = ["new", str(file), "--from", str(EXAMPLES / "ruritania-urgent-appeal.yaml")]
    assert main([*command, "--document", WGAD, "--no-input"]) == DONE
    answers, _ = read_answers(file)
    assert answers.interview.typed == {}
    assert "market trader" not in file.read_text("utf-8")


def all_asks() -> dict[str, list[Ask]]:
    """Return every question of the documents about a case, by name, and the fields of groups of people."""
    asks: dict[str, list[Ask]] = {}
    for document in LIBRARY.document_ids():
        for ask in LIBRARY.document(document).rules.asks:
            asks.setdefault(ask.name, []).append(ask)
            for field in ask.fields:
                asks.setdefault(f"{ask.name}.{field.name}", []).append(field)
    return asks


@pytest.mark.parametrize("name", sorted({*ALIKE, *(other for names in ALIKE.values() for other in names)}))
def test_each_name_is_that_of_a_question_that_is_answered_in_words(name: str) -> None:
    asks = all_asks()
    assert name in asks
    assert any(ask.kind in ("line", "long") for ask in asks[name])
