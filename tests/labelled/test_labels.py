"""Labelled recommendations are well-formed, copied from nowhere, and various enough to measure rules on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.checkout import CHECKOUT, EXAMPLES
from tests.support.labelled import (
    LABELS,
    RECOMMENDATIONS,
    LabelledRecommendation,
    labelled_recommendations,
)

LEAST_TEXTS = 150
LEAST_OF_EACH = 12
LONG = 35
SHORT = 8
SHARED = 8
"""So many words in a row are shared only by copying."""
NAMES = re.compile(
    r"Special Rapporteur on the right to health|International Guidelines on Human Rights and Drug Policy"
    r"|Optional Protocol to the (Convention against Torture|International Covenant on [\w, ]+? Rights)"
    r"|Convention on the Rights of the Child"
)
"""Official names, which are the same in every text."""
NUMBER = re.compile(r"^(\(\w{1,3}\)|\d{1,3}\.) ")
TEXTS = labelled_recommendations()
ENTRY = RECOMMENDATIONS.read_text("utf-8").split("  - ")[1]


def length(text: str) -> int:
    """Return the number of words, without a number before the first."""
    return len(NUMBER.sub("", text).split())


def runs(text: str) -> Iterator[str]:
    """Yield each run of words that is long enough to show copying; an official name is one word."""
    words = re.findall(r"[\w'’-]+", NAMES.sub("name", " ".join(text.split())).lower())
    yield from (" ".join(words[i : i + SHARED]) for i in range(len(words) - SHARED + 1))


def shares_words(texts: tuple[str, ...], others: Iterator[str]) -> set[str]:
    """Return the runs of words that are both in *texts* and in *others*."""
    mine = {run for text in texts for run in runs(text)}
    return {run for other in others for run in runs(other) if run in mine}


def clauses_and_examples() -> Iterator[str]:
    """Yield the text of each clause and each example."""
    for file in [*(CHECKOUT / "clauses").rglob("*.md"), *EXAMPLES.glob("*.yaml")]:
        yield file.read_text("utf-8")


def written(folder: Path, entry: str) -> tuple[LabelledRecommendation, ...]:
    """Return what is read from a file with only this entry."""
    file = folder / "recommendations.yaml"
    file.write_text(f"recommendations:\n  - {entry}", "utf-8")
    return labelled_recommendations(file)


def test_there_are_enough_texts_and_none_twice() -> None:
    assert len({" ".join(entry.text.lower().split()) for entry in TEXTS}) == len(TEXTS) >= LEAST_TEXTS


def test_the_labels_are_those_of_the_format() -> None:
    assert LABELS == (
        "weak", "not_an_action", "several_actions", "says_how", "by_when", "measurable", "foreign_addressee",
        "too_long", "too_short",
    )  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_each_label_is_often_true_and_often_false(label: str) -> None:
    counts = Counter(getattr(entry, label) for entry in TEXTS)
    assert min(counts[True], counts[False]) >= LEAST_OF_EACH


def test_every_strength_occurs() -> None:
    assert {entry.strength for entry in TEXTS} == {None, 1, 2, 3, 4, 5}


def test_many_texts_have_no_fault() -> None:
    faults = ("weak", "not_an_action", "several_actions", "foreign_addressee", "too_long", "too_short")
    good = [entry for entry in TEXTS if entry.measurable and not any(getattr(entry, name) for name in faults)]
    assert 0.3 <= len(good) / len(TEXTS) <= 0.6


def disagreements(entry: LabelledRecommendation) -> Iterator[str]:
    """Yield each label of *entry* that cannot be right beside the others, or needs a note."""
    if entry.not_an_action != (entry.strength is None):
        yield "strength is null exactly where there is no action"
    if entry.too_long != (length(entry.text) > LONG):
        yield "too_long counts words"
    if entry.too_short and length(entry.text) >= SHORT:
        yield "too_short has few words"
    if entry.weak and entry.measurable and not entry.note:
        yield "a text that can be checked is seldom weak"
    if entry.strength in (1, 2, 3) and not entry.weak and not entry.note:
        yield "categories 1 to 3 are weak"


def test_the_labels_of_each_text_agree_with_each_other() -> None:
    assert [(entry.text, reason) for entry in TEXTS for reason in disagreements(entry)] == []


def test_no_text_is_copied_from_a_clause_or_an_example() -> None:
    others = list(clauses_and_examples())
    assert len(others) > 100
    assert shares_words(tuple(entry.text for entry in TEXTS), iter(others)) == set()


# ---- the checks themselves can fail ----


def test_a_copied_text_is_seen() -> None:
    text = "Close every camp, and publish the names of those who died there."
    assert shares_words((text,), iter(["We say: close every camp and publish the names of all."]))
    assert not shares_words((text,), iter(["We say: close every camp and publish the reasons."]))


def test_an_official_name_is_not_copying() -> None:
    text = "Ratify the Optional Protocol to the Convention against Torture by 2028."
    assert not shares_words((text,), iter([text.replace("by 2028", "before 2030")]))


@pytest.mark.parametrize(
    "changes",
    [
        {"strength": None},
        {"not_an_action": True},
        {"too_long": True},
        {"too_short": True},
        {"weak": True, "note": ""},
        {"strength": 3, "note": ""},
    ],
)
def test_a_disagreement_is_seen(changes: dict[str, bool | int | str | None]) -> None:
    assert len(list(disagreements(TEXTS[0]))) == 0
    assert len(list(disagreements(replace(TEXTS[0], **changes)))) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "words"), [("(a) Repeal it.", 2), ("12. Repeal it.", 2), ("Repeal it.", 2)])
def test_a_number_before_the_first_word_is_no_word(text: str, words: int) -> None:
    assert length(text) == words


def test_an_entry_of_the_format_is_read(tmp_path: Path) -> None:
    assert written(tmp_path, ENTRY) == TEXTS[:1]


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("weak: false", "weak: 0", ValueError),
        ("weak: false", "", TypeError),
        ("weak: false", "weak: false\n    clear: true", TypeError),
        ("strength: 5", "strength: 6", ValueError),
        ("strength: 5", "strength: true", ValueError),
        ('text: "', 'text: "" #', ValueError),
    ],
)
def test_a_malformed_entry_is_refused(tmp_path: Path, old: str, new: str, error: type[Exception]) -> None:
    assert old in ENTRY
    with pytest.raises(error):
        written(tmp_path, ENTRY.replace(old, new))
