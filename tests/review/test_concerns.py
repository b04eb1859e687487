"""A concern says something about the State; a condition on a treaty is known from the table of parties."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.model.answers import Answers
from drafter.model.clause import Clause, ClauseHead
from drafter.model.question import Ask
from drafter.review.concerns import check_concerns
from drafter.review.submission import Submission
from tests.support.script import LIBRARY
from tests.support.submissions import submission

CONCERN = ClauseHead(title="Held", kind="concern", themes=("torture",))
LAST, INSIDE = "Where it is so, it is wrong. {{ facts }}", "In {{ state }} it is so. {{ facts }}"


def codes(text: str, state: str | None = "XRU", /, asks: tuple[Ask, ...] = (), **entry: Any) -> list[str]:
    """Return the codes of the remarks on a chosen concern with this *text*."""
    section_facts = entry.pop("theme_facts", ())
    section = {"theme": "torture", "facts": section_facts, "clauses": [{"clause": "torture/held", **entry}]}
    return [
        remark.code
        for remark in check_concerns(
            Submission(
                answers=Answers.model_validate({"format": 1, "themes": [section]}),
                rules=LIBRARY.document("upr/individual").rules,
                language=LIBRARY.language,
                state=LIBRARY.state(state) if state else None,
                clauses=(Clause(id="torture/held", head=CONCERN, text=text, questions=asks),),
            )
        )
    ]


def test_a_concern_without_state_answer_or_fact_gets_a_note() -> None:
    assert codes(LAST) == ["concern-without-state"]


def test_a_state_an_answer_a_fact_or_own_words_are_enough() -> None:
    assert codes(INSIDE) == []
    assert codes("{{ body }} holds people.", asks=(Ask(name="body", ask="Which?"),)) == []
    assert codes(LAST, facts=["F1"]) == []
    assert codes(LAST, theme_facts=["F1"]) == []
    assert codes(LAST, text="In Ruritania it is so.") == []
    assert codes(LAST, None) == []


@pytest.mark.parametrize(
    ("state", "details", "levels"),
    [
        ("Graustark", {}, ["warning"]),
        ("Ruritania", {}, []),
        ("Graustark", {"state_party": "yes"}, []),
        ("Graustark", {"state_party": "no"}, ["error"]),
    ],
)
def test_a_condition_on_a_treaty_is_known_from_the_table(
    state: str, details: dict[str, str], levels: list[str], tmp_path: Path
) -> None:
    file = submission(tmp_path, document="cat/alternative-report", state=state, details=details)
    remarks = [remark for remark in draft_file(file).remarks if remark.code == "gate-state-party"]
    assert [remark.level for remark in remarks] == levels
    assert all(state in remark.text for remark in remarks if remark.level == "warning")
