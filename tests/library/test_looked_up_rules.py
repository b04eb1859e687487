"""Rules that were looked for again: what was not found says where to look, and sure ones have a source."""

import re
from collections.abc import Iterator

import pytest

from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.mechanism import RULE_NAMES, Rule

LIBRARY = Library(overlay("clauses"), overlay("templates"))
NOT_FOUND = re.compile(r"looked\s+for in \w+ \d{4}\s+and not found", re.IGNORECASE)
WHERE_TO_LOOK = re.compile(r"\b(?:check|ask|has it|decides|has an information note)\b", re.IGNORECASE)


def rules_by_place() -> Iterator[tuple[str, Rule]]:
    """Yield every rule with its document and name, such as ``ccpr/follow-up limits``."""
    for document in LIBRARY.document_ids():
        rules = LIBRARY.document(document).rules
        yield from ((f"{document} limits", limit) for limit in rules.limits)
        yield from ((f"{document} {name}", getattr(rules, name)) for name in RULE_NAMES)


def test_what_was_looked_for_and_not_found_says_where_to_look() -> None:
    searched = [(place, rule.note) for place, rule in rules_by_place() if NOT_FOUND.search(rule.note)]
    assert len(searched) > 50
    assert [place for place, note in searched if not WHERE_TO_LOOK.search(note)] == []


def test_what_was_not_found_is_never_called_no_limit() -> None:
    unknown = [(place, rule) for place, rule in rules_by_place() if rule.confidence == "unknown"]
    assert [place for place, rule in unknown if "no limit" in str(rule.value).lower()] == []


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("ccpr/communication", "Five years after the remedies in the country are exhausted"),
        ("ced/communication", "article 31 (2)"),
        ("ced/urgent-action", "article 30"),
        ("crpd/communication", "article 2 of the Optional Protocol"),
        ("ecthr/application", "Four months after the final decision"),
        ("ecsr/collective-complaint", "ETS 158"),
    ],
)
def test_the_time_limit_of_a_complaint_that_a_treaty_or_rule_settles_is_certain(
    document: str, words: str
) -> None:
    deadline = LIBRARY.document(document).rules.deadline
    assert words in str(deadline.value)
    assert deadline.confidence == "high"
    assert LIBRARY.document(document).mechanism.sources[deadline.source].date == deadline.date


def test_an_organisation_that_wants_to_speak_in_the_council_learns_when_the_list_opens() -> None:
    rules = LIBRARY.document("hrc/oral-statement").rules
    assert "opens on the Tuesday of the week before the session" in str(rules.deadline.value)
    assert any("no general debates in its June session" in str(remark.value) for remark in rules.remarks)


def test_an_organisation_that_wants_to_speak_in_the_council_learns_how_long_each_debate_allows() -> None:
    limits = [str(limit.value) for limit in LIBRARY.document("hrc/oral-statement").rules.limits]
    assert any("a minute and a half in a general debate" in value for value in limits)
    assert any("two minutes in other debates" in value for value in limits)
