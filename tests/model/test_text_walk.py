"""Every value of nested answers is found once, with its path."""

from drafter.model.note_marks import NOTE
from drafter.model.text_walk import path_in_words, texts_of, values_of

ANSWERS = {
    "title": "T",
    "facts": {"F1": {"text": "a", "checked": True}},
    "themes": [{"own": ("b", None)}, []],
}


def test_every_text_has_its_path() -> None:
    assert dict(texts_of(ANSWERS)) == {
        ("title",): "T",
        ("facts", "F1", "text"): "a",
        ("themes", 0, "own", 0): "b",
    }
    assert list(texts_of("alone")) == [((), "alone")]


def test_every_value_has_its_path() -> None:
    paths = {path: value for path, value in values_of(ANSWERS) if not isinstance(value, str)}
    assert paths == {("facts", "F1", "checked"): True, ("themes", 0, "own", 1): None}


def test_positions_in_words_are_counted_from_1() -> None:
    assert path_in_words(("themes", 0, "own", 1)) == "themes › 1 › own › 2"
    assert path_in_words(()) == ""


def test_only_complete_note_marks_are_found() -> None:
    assert NOTE.findall("x[^iccpr:9]. [^F1] [^] [^a b] [^open [^[^c]") == ["iccpr:9", "F1", "c"]
    assert NOTE.search(f"[^{'k' * 10_000}]") is None
