"""Carrying over from every document to every other: the new file can be read and makes a draft."""

from collections.abc import Mapping
from typing import Any

import pytest

from drafter.answers.changes import applied
from drafter.answers.details import wrong_details
from drafter.answers.paths import MISSING
from drafter.compose.draft import compose
from drafter.drafting.carry_over import carry
from drafter.errors import Fault
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import FINISHED, UNASKED
from drafter.interview.settled import settled
from drafter.library.answer_names import unknown_names
from drafter.library.open_library import template_finder
from drafter.model.answers import Answers
from drafter.model.base import read_value
from drafter.privacy.consent import decisions
from drafter.yaml_text import KeyPath
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.trees import at, keys, working

DOCUMENTS = list(LIBRARY.document_ids())
FILES = {document: rich(document) for document in DOCUMENTS}
EVERY = 11
"""One pair in so many is composed too; each document is on each side of several of them."""


def carried_over(origin: str, document: str) -> dict[str, Any]:
    """Return the answers of a new file for *document* that begins with those to *origin*."""
    after = {"format": 1, **carry(FILES[origin], document, LIBRARY).data}
    changes = settled(working(after), LIBRARY, working(FILES[origin]))
    assert {path for path, _ in changes} <= {FINISHED, UNASKED}, "no question is answered for the author"
    return dict(applied(after, changes))


def faults(data: Mapping[str, Any]) -> list[Fault]:
    """Return every fault that reading and building *data* would report."""
    answers, wrong = read_value(Answers, data, "b.yaml", dict)
    asks = LIBRARY.document(str(data["document"])).rules.asks
    unknown = [fault for _, fault in unknown_names(data, LIBRARY)]
    details = [Fault(fault, remedy) for _, fault, remedy in wrong_details(asks, keys(data, ("details",)))]
    assert answers is not None or wrong
    return [*wrong, *unknown, *details]


@pytest.mark.parametrize("origin", DOCUMENTS)
def test_carried_over_answers_are_read_back_without_a_fault(origin: str) -> None:
    for document in DOCUMENTS:
        after = {"format": 1, **carry(FILES[origin], document, LIBRARY).data}
        assert faults(after) == [], document


@pytest.mark.parametrize("origin", DOCUMENTS)
def test_carried_over_answers_make_a_draft(origin: str) -> None:
    for document in DOCUMENTS[DOCUMENTS.index(origin) % EVERY :: EVERY]:
        after = carried_over(origin, document)
        assert faults(after) == [], document
        answers = read_value(Answers, after, "b.yaml", dict)[0]
        assert answers is not None
        document_type = LIBRARY.document(document)
        decided = decisions(answers, document_type.rules)
        people = {key: "Mira" for key, decision in decided.items() if decision.is_included}
        state = LIBRARY.state("Ruritania")
        draft = compose(
            answers, LIBRARY, document_type, state, find=template_finder(LIBRARY), printed_names=people
        )
        assert draft.document.blocks, document


@pytest.mark.parametrize("origin", DOCUMENTS[::6])
def test_what_was_not_answered_stays_unanswered(origin: str) -> None:
    before = FILES[origin]
    for document in DOCUMENTS[::5]:
        after = carried_over(origin, document)
        for path in _answer_paths(before):
            value_before, value_after = at(before, path), at(after, path)
            if path[0] in ("organisations", "facts", "sources", "cases", "sign_off") and path[-1] != "date":
                if path[0] == "organisations" and path[-1] == "status" and path[1] != 0:
                    assert value_after == "not-asked", path
                    continue
                assert value_after is value_before or value_after == value_before or "consent" in path, path
        for item in questions(working(after), LIBRARY):
            value = at(after, item.path)
            if (
                item.kind in ("choice", "search")
                and value not in (MISSING, None)
                and item.path[:1] != ("state",)
            ):
                assert str(value) in {choice.value for choice in item.choices}, item.path


def _answer_paths(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    """Return the path of each answer in *value*."""
    if isinstance(value, Mapping) and value:
        return [below for key, inner in value.items() for below in _answer_paths(inner, (*path, key))]
    if isinstance(value, list) and value:
        return [
            below for number, inner in enumerate(value) for below in _answer_paths(inner, (*path, number))
        ]
    return [path]


def test_the_interview_asks_only_questions_that_the_new_document_needs() -> None:
    after = carried_over("upr/joint", "cedaw/list-of-issues")
    open_ = [item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)]
    assert [path[2] for path in open_ if path[0] == "interview"] == ["organisations/agreed"]
    assert {path[0] for path in open_} - {"interview"} == {
        "details",
        "themes",
        "summary",
        "cases",
        "private",
        "sign_off",
    }
    assert ("organisations", 0, "acronym") not in open_
    assert at(after, ("organisations", 1, "ecosoc")) is MISSING, "no answer says that it has no status"


def test_questions_that_only_the_new_document_asks_stay_open() -> None:
    """Lists that only the new document has are not finished, and conflicts are not decided."""
    after = carried_over("upr/joint", "special-procedures/call-for-input")
    open_ = [item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)]
    assert ("interview", "more", "details/questions") in open_
    assert ("interview", "more", "organisations") not in open_


def test_a_joint_document_asks_for_a_second_organisation_if_there_is_only_one() -> None:
    before = {**FILES["upr/individual"], "organisations": FILES["upr/individual"]["organisations"][:1]}
    after = {"format": 1, **carry(before, "upr/joint", LIBRARY).data}
    after = dict(applied(after, settled(working(after), LIBRARY, working(before))))
    more = ("interview", "more", "organisations")
    assert more in [item.path for item in questions(working(after), LIBRARY) if is_open(working(after), item)]
