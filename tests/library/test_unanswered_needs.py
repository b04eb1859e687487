"""A document with an unanswered need comes after a document without such a need."""

from dataclasses import dataclass
from typing import Any, cast

import pytest

from drafter.frozen import replaced
from drafter.library.library import Library
from drafter.library.recommend import suggest_documents
from drafter.model.mechanism import DocumentType, Situation
from tests.support.script import LIBRARY

JOINT = LIBRARY.document("upr/joint")


@dataclass
class SituationsLibrary:
    """A library in which each document has one situation."""

    situations: dict[str, Situation]

    def document_ids(self) -> list[str]:
        """Return the ids of the documents."""
        return list(self.situations)

    def document(self, document_id: str) -> DocumentType:
        """Return the document, with its situation in the rules."""
        rules = JOINT.rules.model_copy(update={"doors": (self.situations[document_id],)})
        return replaced(JOINT, rules=rules)


def suggested_order(data: dict[str, dict[str, Any]], **answers: str) -> list[str]:
    """Return the ids of the suggested documents, the best first; *data* has the situation of each."""
    situations = {name: Situation(reason="R", prepare="P", **fields) for name, fields in data.items()}
    library = cast(Library, SituationsLibrary(situations))
    return [suggestion.document for suggestion in suggest_documents(library, answers)]


FITTING: dict[str, Any] = {"when": {"event": ("law", "arrest")}}
WITH_NEED: dict[str, Any] = {**FITTING, "needs": {"public": ("yes",)}}


@pytest.mark.parametrize("names", [("need", "sure"), ("sure", "need")])
def test_an_unanswered_need_counts_against_a_document(names: tuple[str, str]) -> None:
    data = {name: WITH_NEED if name == "need" else FITTING for name in names}
    assert suggested_order(data, event="law") == ["sure", "need"]


def test_each_unanswered_need_counts() -> None:
    two_needs = {**FITTING, "needs": {"public": ("yes",), "party": ("yes",)}}
    data = {"two": two_needs, "one": WITH_NEED, "none": FITTING}
    assert suggested_order(data, event="law") == ["none", "one", "two"]


def test_unanswered_needs_alone_can_exclude_a_document() -> None:
    needs = {f"need{number}": ("yes",) for number in range(3)}
    data = {"needs": {**FITTING, "needs": needs}}
    assert suggested_order(data, event="law") == []
    assert suggested_order(data, event="law", need0="yes") == ["needs"]


def test_a_met_need_does_not_count_and_an_unmet_need_excludes() -> None:
    data = {"need": WITH_NEED, "sure": FITTING}
    assert suggested_order(data, event="law", public="yes") == ["need", "sure"]
    assert suggested_order(data, event="law", public="no") == ["sure"]
