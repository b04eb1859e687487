"""Labelled sentences are well-formed and various enough to measure the rules about wording on."""

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from tests.support.labelled_sentences import (
    LABELS,
    ROLE_OF_LABEL,
    ROLES,
    SENTENCES,
    LabelledSentence,
    labelled_sentences,
)

LEAST_TEXTS = 500
LEAST_OF_EACH = 12
"""Labelled texts and near misses for each label."""
LEAST_RARE = 40
LEAST_SECOND_LANGUAGE = 40
LEAST_MISSPELT = 25
TEXTS = labelled_sentences()
ABBREVIATED = re.compile(r"\b(paras?|arts?|No|Dr|v|p\.m|a\.m)\.")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“*A-Z])")


def longest_sentence(text: str) -> int:
    """Return the number of words of the longest sentence in *text*."""
    return max(len(sentence.split()) for sentence in SENTENCE_END.split(ABBREVIATED.sub(r"\1", text)))


def written(folder: Path, entry: str) -> tuple[LabelledSentence, ...]:
    """Return what is read from a file with only this *entry*."""
    file = folder / "sentences.yaml"
    file.write_text(entry, "utf-8")
    return labelled_sentences(file)


def test_the_texts_are_many_and_distinct() -> None:
    assert len(TEXTS) >= LEAST_TEXTS
    assert len({re.sub(r"\W+", " ", sentence.text).lower() for sentence in TEXTS}) == len(TEXTS)


def test_about_half_of_the_texts_are_clean() -> None:
    clean = sum(not sentence.labels for sentence in TEXTS)
    assert 0.43 <= clean / len(TEXTS) <= 0.55


@pytest.mark.parametrize("label", LABELS)
def test_each_label_has_enough_texts_and_enough_near_misses(label: str) -> None:
    assert sum(label in sentence.labels for sentence in TEXTS) >= LEAST_OF_EACH
    assert sum(label in sentence.near for sentence in TEXTS) >= LEAST_OF_EACH


@pytest.mark.parametrize("label", LABELS)
def test_each_label_is_defined_at_the_head_of_the_file(label: str) -> None:
    head = SENTENCES.read_text("utf-8").partition("\n- text:")[0]
    assert re.search(rf"^#   {label} ", head, re.MULTILINE)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_role_has_labelled_and_clean_texts(role: str) -> None:
    assert {bool(sentence.labels) for sentence in TEXTS if sentence.role == role} == {True, False}


def test_misspelt_words_are_listed_in_every_text_that_has_them() -> None:
    misspelt = {word for sentence in TEXTS for word in sentence.misspelt}
    assert len(misspelt) >= LEAST_MISSPELT
    for word in misspelt:
        with_word = [sentence for sentence in TEXTS if re.search(rf"\b{word}\b", sentence.text)]
        assert [sentence.text for sentence in with_word if word not in sentence.misspelt] == []
        assert len(with_word) == sum(word in sentence.misspelt for sentence in TEXTS)


def test_rare_words_are_whole_words_and_never_misspelt() -> None:
    rare = {word: sentence for sentence in TEXTS for word in sentence.rare}
    assert [word for word, sentence in rare.items() if not re.search(rf"\b{word}\b", sentence.text)] == []
    assert rare.keys() & {word for sentence in TEXTS for word in sentence.misspelt} == set()


def test_many_texts_have_rare_words_or_the_english_of_a_second_language() -> None:
    right = [sentence for sentence in TEXTS if sentence.rare and "spelling" not in sentence.labels]
    second = [sentence for sentence in TEXTS if sentence.second_language]
    assert len(right) >= LEAST_RARE
    assert len(second) >= LEAST_SECOND_LANGUAGE
    assert {bool(sentence.labels) for sentence in second} == {True, False}


def test_preferred_wordings_do_not_repeat_the_term() -> None:
    pairs = [(sentence, *pair) for sentence in TEXTS for pair in sentence.better.items()]
    assert [term for _, term, wording in pairs if not wording or term.lower() in wording.lower()] == []
    assert all(re.search(rf"\b{term}\b", sentence.text) for sentence, term, _ in pairs)


def test_long_sentences_and_others_are_clearly_apart() -> None:
    """Whatever counts as a word: labelled sentences have 43 or more, all others at most 38."""
    lengths = [(longest_sentence(sentence.text), "long_sentence" in sentence.labels) for sentence in TEXTS]
    assert min(length for length, labelled in lengths if labelled) >= 43
    assert max(length for length, labelled in lengths if not labelled) <= 38


def test_labels_of_figures_are_on_texts_with_a_percentage() -> None:
    with_label = [sentence.text for sentence in TEXTS if "figure_without_base" in sentence.labels]
    assert [text for text in with_label if not re.search(r"%|per ?cent", text)] == []


@pytest.mark.parametrize(
    "entry",
    [
        "- {text: This is tex., role: paragraph, labels: [spelling], misspelt: [text]}",
        "- {text: This is tex., role: paragraph, labels: [spelling]}",
        "- {text: This is text., role: paragraph, labels: [], misspelt: [text]}",
        "- {text: Addicts wait., role: paragraph, labels: [stigma]}",
        "- {text: Addicts wait., role: paragraph, labels: [stigma], better: {Abusers: people who use drugs}}",
        "- {text: Addicts wait., role: paragraph, labels: [], better: {Addicts: people who use drugs}}",
        "- {text: It is text., role: verse, labels: []}",
        "- {text: It is text., role: fact, labels: [dull]}",
        "- {text: It is text., role: fact, labels: [insult], near: [insult]}",
        "- {text: It is text., role: fact, labels: [child]}",
        "- {text: It is text., role: fact, labels: [], rare: [text]}",
        "- {text: It is text., role: fact, labels: [], second_language: 1}",
        "- {text: It  is text., role: fact, labels: []}",
        "- {text: '', role: fact, labels: []}",
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(entry: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r": '"):
        written(tmp_path, entry)


@pytest.mark.parametrize(
    "entry",
    [
        "- {text: It is text., role: fact}",
        "- {text: It is text., role: fact, labels: [], misspeld: [x]}",
        "- {text: It is text., role: fact, labels: insult}",
    ],
)
def test_an_entry_with_a_missing_or_unknown_key_is_refused(entry: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        written(tmp_path, entry)


def test_an_entry_is_read_and_cannot_be_changed(tmp_path: Path) -> None:
    [sentence] = written(
        tmp_path,
        "- {text: Junkies recieve it., role: fact, labels: [stigma, spelling],"
        " better: {Junkies: people who use drugs}, misspelt: [recieve], note: Twice.}",
    )
    assert sentence == LabelledSentence(
        text="Junkies recieve it.",
        role="fact",
        labels=("stigma", "spelling"),
        better={"Junkies": "people who use drugs"},
        misspelt=("recieve",),
        note="Twice.",
    )
    with pytest.raises(FrozenInstanceError):
        sentence.note = ""  # type: ignore[misc]
    with pytest.raises(TypeError):
        sentence.better["x"] = "y"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two. Three four five. Six.", 3),
        ("See para. 25 of the report. Next.", 6),
        ('"One two three." Four five.', 3),
        ("one", 1),
    ],
)
def test_the_longest_sentence_is_counted(text: str, words: int) -> None:
    assert longest_sentence(text) == words


def test_only_texts_of_their_role_have_the_labels_of_a_role() -> None:
    roles = {
        (label, sentence.role) for sentence in TEXTS for label in sentence.labels if label in ROLE_OF_LABEL
    }
    assert roles == set(ROLE_OF_LABEL.items())
