"""The facts field of a clause: between sentences, with one blank on each side, or none."""

from pathlib import Path

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.model.clause import Clause, ClauseHead
from drafter.model.facts_field import facts_field_faults
from tests.support.small_library import clause, write_library
from tests.support.submissions import section, submission, texts


@pytest.mark.parametrize(
    "text",
    [
        "It is so. {{ facts }}",
        "It is so.[^pact:9][^pact:10] {{ facts }}",
        "It is so. {{ facts }} The law says so.[^pact:9]",
        "It is so.\n{{ facts }}\n“Nobody” knew.",
        "{{ gap | sentence }} {{ facts }} {{ result | sentence }} It is so.",
        "It is so (in part.) {{ facts }}\n\nThe law says so.",
        "It is so. {% if facts %}{{ facts }}{% endif %} The law says so.",
        "It is so.",
    ],
)
def test_a_facts_field_may_follow_any_sentence(text: str) -> None:
    assert list(facts_field_faults(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ facts }} It is so.",
        "It is so {{ facts }}.",
        "It is so: {{ facts }}",
        "It is so, {{ facts }} The law says so.",
        "It is so. {{ facts }} and the law says so.",
        "It is so. {{ facts }}[^pact:9] The law says so.",
        "It is so.[^pact:9]; {{ facts }}",
        "It is {{ gap }} {{ facts }}",
        "It is so. {{ facts }} {{ gap }} is so.",
        "It is so. {{ facts }} The law says so. {{ facts }}",
    ],
)
def test_a_facts_field_within_a_sentence_is_a_fault(text: str) -> None:
    assert len(list(facts_field_faults(text))) == 1


@pytest.mark.parametrize(
    ("text", "without", "with_fact"),
    [
        ("It is so. {{ facts }} Law.", "It is so. Law.", "It is so. A fact.[1] Law."),
        ("It is so.\n{{ facts }}\nLaw.", "It is so. Law.", "It is so. A fact.[1] Law."),
        ("It is so. {{ facts }}\nLaw.", "It is so. Law.", "It is so. A fact.[1] Law."),
        ("It is so.  {{- facts }} Law.", "It is so. Law.", "It is so. A fact.[1] Law."),
        ("It is so. {{ facts }}", "It is so.", "It is so. A fact.[1]"),
    ],
)
def test_facts_have_one_blank_on_each_side(text: str, without: str, with_fact: str, tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause(text, kind="concern")})
    bank = {"F1": {"text": "A fact", "source": "S1"}}
    printed = [
        texts(
            draft_file(
                submission(
                    tmp_path,
                    themes=section("jails/a", facts=keys),
                    facts=bank,
                    sources={"S1": {"title": "T"}},
                )
            )
        )[2:]
        for keys in ([], ["F1"])
    ]
    assert printed == [[without], [with_fact]]


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("It is so. {{ facts }} Law.[^pact:9]", True),
        ("It is so.\n{{ facts }}\nLaw.[^pact:9]", True),
        ("It was so. {{ facts }} Law.[^pact:9]", False),
        ("It is so. Law.[^pact:9]", False),
    ],
)
def test_the_place_of_the_facts_is_no_change_of_wording(text: str, is_same: bool) -> None:
    """Otherwise, authors would be asked whether they still want the clause."""
    head = ClauseHead(title="So it is", kind="concern", themes=("jails",))
    versions = {
        Clause(id="jails/a", head=head, text=each).version
        for each in ("It is so. Law.[^pact:9] {{ facts }}", text)
    }
    assert (len(versions) == 1) is is_same


def test_facts_in_a_paragraph_of_their_own_stay_there(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("It is so.\n\n{{ facts }}\n\nLaw.", kind="concern")})
    submitted = submission(
        tmp_path, themes=section("jails/a", facts=["F1"]), facts={"F1": {"text": "A fact"}}
    )
    assert texts(draft_file(submitted))[2:] == ["It is so.", "A fact.[1]", "Law."]
