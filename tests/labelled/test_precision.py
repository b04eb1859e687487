"""How often a rule is right, and how much it finds, on texts that were labelled before it was run on them."""

from collections.abc import Callable

import pytest

from drafter.language.actions import first_action
from drafter.language.english import ENGLISH
from tests.support.labelled import LabelledRecommendation, labelled_recommendations
from tests.support.labelled_remarks import recommendation_codes, sentence_codes
from tests.support.labelled_sentences import labelled_sentences

RECOMMENDATIONS = labelled_recommendations()
SENTENCES = labelled_sentences()
CODES = {labelled.text: recommendation_codes(labelled.text) for labelled in RECOMMENDATIONS}


@pytest.mark.parametrize(
    ("code", "label", "precision", "recall"),
    [
        ("recommendation-verb", lambda labels: labels.not_an_action, 0.97, 0.8),
        ("recommendation-weak", lambda labels: labels.weak, 0.97, 0.25),
        ("recommendation-two", lambda labels: labels.several_actions, 0.97, 0.5),
        ("recommendation-long", lambda labels: labels.too_long, 1.0, 1.0),
        ("recommendation-short", lambda labels: labels.too_short, 0.8, 0.9),
        ("recommendation-how", lambda labels: not labels.says_how, 0.85, 0.35),
        ("recommendation-vague", lambda labels: labels.weak, 0.9, 0.05),
    ],
)
def test_the_rules_for_recommendations_are_right(
    code: str, label: Callable[[LabelledRecommendation], bool], precision: float, recall: float
) -> None:
    remarked = {labelled.text for labelled in RECOMMENDATIONS if code in CODES[labelled.text]}
    wanted = {labelled.text for labelled in RECOMMENDATIONS if label(labelled)}
    right = remarked & wanted
    wrong = sorted(remarked - wanted)
    assert len(right) / len(remarked) >= precision, wrong
    assert len(right) / len(wanted) >= recall


def test_the_strength_of_the_first_verb_agrees_with_the_published_categories() -> None:
    agreed = 0
    for labelled in RECOMMENDATIONS:
        action = first_action(labelled.text, ENGLISH)
        agreed += (action.strength if action else None) == labelled.strength
    assert agreed / len(RECOMMENDATIONS) >= 0.9


def test_most_weak_recommendations_get_some_advice() -> None:
    weak = [labelled.text for labelled in RECOMMENDATIONS if labelled.weak]
    advice = {"recommendation-weak", "recommendation-vague", "recommendation-how", "recommendation-verb"}
    assert sum(bool(CODES[text] & advice) for text in weak) / len(weak) >= 0.7


# ---- sentences ----


REMARKED = {labelled.text: sentence_codes(labelled) for labelled in SENTENCES}


def measured(code: str, labels: str) -> tuple[float, float, list[str], list[str]]:
    """Return precision and recall of the rule *code* for *labels*, and the wrong and the missed texts."""
    wanted = {labelled.text for labelled in SENTENCES if set(labels.split()) & set(labelled.labels)}
    hits = {text for text, codes in REMARKED.items() if code in codes}
    right = len(hits & wanted)
    return right / len(hits), right / len(wanted), sorted(hits - wanted), sorted(wanted - hits)


@pytest.mark.parametrize(
    ("code", "labels", "precision", "recall"),
    [
        ("word-stigmatises", "stigma", 0.95, 0.9),
        ("word-stigmatises warning", "stigma", 0.99, 0.4),
        ("word-insults", "insult", 0.97, 0.9),
        ("comparison-loaded", "comparison", 0.97, 0.85),
        ("word-loaded", "subjective", 0.95, 0.9),
        ("shouting", "shouting", 0.97, 0.9),
        ("abbreviation-unexplained", "abbreviation", 0.95, 0.95),
        ("placeholder-left", "placeholder", 0.97, 0.8),
        ("sentence-long", "long_sentence", 0.97, 0.95),
        ("citation-form", "paras", 0.97, 0.95),
        ("other-state", "other_state", 0.97, 0.6),
    ],
)
def test_the_rules_for_words_are_right(code: str, labels: str, precision: float, recall: float) -> None:
    is_right, is_complete, wrong, missed = measured(code, labels)
    assert is_right >= precision, wrong
    assert is_complete >= recall, missed


def test_a_clean_sentence_gets_no_warning() -> None:
    warned = {
        labelled.text: [code for code in REMARKED[labelled.text] if code.endswith((" warning", " error"))]
        for labelled in SENTENCES
        if not labelled.labels
    }
    assert {text: codes for text, codes in warned.items() if codes} == {}
