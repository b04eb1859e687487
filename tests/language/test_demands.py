"""Whether a recommendation says how and by when, and which of its phrases are vague."""

import pytest

from drafter.language.demands import has_deadline, says_how, vague_phrases
from drafter.language.english import ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "End imprisonment for possession by amending section 5.",
        "Protect peer workers by law.",
        "Reward shops that hire former patients by a lower rate of tax.",
        "Reduce complaints against the police with an independent commission.",
        "Fund clinics through the health budget.",
        "Reach rural areas via mobile units.",
        "Stop deaths in custody, including by training officers.",
        "Draft the strategy in consultation with people who use drugs.",
        "Set up an ombudsperson with a budget of its own.",
        "Repeal section 14 of the Narcotics Act.",
        "Open shelters under the supervision of the Ministry of Health.",
        "Guarantee free choice of treatment in the penal code.",
        "Repeal the ban on syringes.",
        "Ensure that nobody is expelled, so that treatment goes on.",
        "Protect staff with a budget line for security.",
        "Improve care in prisons using the International Guidelines.",
    ],
)
def test_it_says_how(text: str) -> None:
    assert says_how(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "End the imprisonment of people who use drugs.",
        "Improve prison health by 2027.",
        "Eliminate overdose deaths.",
        "Guarantee the right to health.",
        "Stop beatings by police.",
        "Help people living with HIV.",
        "Protect people using drugs from violence.",
        "Reduce stigma throughout the country.",
        "Prevent abuses by policing units.",
        "Improve the health of people with disabilities.",
    ],
)
def test_it_does_not_say_how(text: str) -> None:
    assert not says_how(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Close the centres by 2027.",
        "Close the centres by the end of March 2028.",
        "Publish the data within six months.",
        "Publish the data within a year.",
        "Ratify the Protocol before the next review.",
        "Release them immediately.",
        "Without further delay, free the six detainees.",
        "Adopt the bill during the current legislative session.",
        "Fund the clinics from 1 January 2028.",
        "Train all officers over the next two years.",
        "Present a bill by its mid-term report.",
        "Abolish the fee no later than 30 June 2027.",
    ],
)
def test_it_has_a_deadline(text: str) -> None:
    assert has_deadline(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Bring every detained person before a judge within 48 hours.",
        "Give naloxone to each person within two days of release.",
        "Reopen the cases decided in 2015.",
        "Publish an annual report.",
        "Repeal the Act of 2009.",
        "Make legal aid available immediately after arrest.",
        "Fund clinics in the national budget.",
        "Bring suspects before a court.",
    ],
)
def test_it_has_no_deadline(text: str) -> None:
    assert not has_deadline(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Take all necessary measures to protect health.", ["Take all necessary measures"]),
        ("Take concrete steps to reduce stigma.", ["Take concrete steps"]),
        ("Step up its efforts to reach women.", ["Step up its efforts"]),
        ("Make every effort to fund clinics.", ["Make every effort"]),
        ("Provide treatment where appropriate.", ["where appropriate"]),
        ("Reduce waiting times as far as possible.", ["as far as possible"]),
        ("Give due consideration to the needs of women.", ["Give due consideration to"]),
        ("Raise awareness of hepatitis C.", ["Raise awareness"]),
        (
            "Continue efforts and, if necessary, pay attention to health.",
            ["Continue efforts", "if necessary", "pay attention to"],
        ),
        ("Strive to improve care.", ["Strive to"]),
        ("Work to improve care and move to close centres.", ["Work to", "move to"]),
    ],
)
def test_vague_phrases(text: str, phrases: list[str]) -> None:
    hits = vague_phrases(text, ENGLISH)
    assert [hit.text for hit in hits] == phrases
    assert [text[hit.start : hit.end] for hit in hits] == phrases


@pytest.mark.parametrize(
    "text",
    [
        "Take disciplinary action against the officers named in the report.",
        "Take the following measures: repeal section 3.",
        "Raise awareness of overdose through the school curriculum.",
        "Raise the age of criminal responsibility to 16.",
        "Adopt a plan of action on hepatitis.",
        "Delete the words “where appropriate” from section 6.",
        "Measure viral load every year.",
        "Weigh the benefits of each measure.",
        "Give people a choice of treatment.",
        "Increase the budget of shelters by half.",
        "Make naloxone available.",
        "Forbid centres for social work to take people against their will.",
    ],
)
def test_no_vague_phrase(text: str) -> None:
    assert vague_phrases(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Close the centres", "Close the centres."),
        ("Close the centres. ", "Close the centres. "),
        ("Close the centres[^F1]", "Close the centres.[^F1]"),
        ("Close the centres.[^F1]", "Close the centres.[^F1]"),
        ("Close:\n\n- one\n- two", "Close:\n\n- one\n- two"),
        ("Close them?", "Close them?"),
        ("", ""),
    ],
)
def test_a_full_stop_is_added_where_one_is_missing(text: str, ended: str) -> None:
    assert ENGLISH.with_full_stop(text) == ended
