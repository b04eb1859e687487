"""The advice on words: better words where there are any, otherwise what to write about."""

from pathlib import Path

from tests.support.reviews import remarks, reviewed


def advice(folder: Path, code: str, text: str) -> str:
    """Return the remedy of the only remark with *code* on the summary *text*."""
    [remark] = remarks(reviewed(folder, summary=text), code)
    return remark.remedy.partition(" If these are")[0]


def test_a_word_that_stigmatises_gets_a_better_word(tmp_path: Path) -> None:
    assert advice(tmp_path, "word-stigmatises", "They turn junkies away.") == (
        "Write “people who use drugs” in place of “junkies”."
    )


def test_a_comparison_gets_what_to_write_about_and_no_word_in_its_place(tmp_path: Path) -> None:
    assert advice(tmp_path, "comparison-loaded", "The ward is a gulag.") == (
        "Say what was done, to whom and when."
    )
