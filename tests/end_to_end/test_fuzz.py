"""Mutated answers files end in a message or a document, never in a traceback. ``tests/fuzz`` runs more."""

from pathlib import Path

import pytest

from tests.fuzz.fuzz_answers import fuzz

COUNT, SHARE = 500, 50


@pytest.mark.parametrize("first", range(0, COUNT, SHARE))
@pytest.mark.seconds(180)
def test_mutated_answers_end_in_a_message_or_in_a_document(tmp_path: Path, first: int) -> None:
    ended = fuzz(range(first, first + SHARE), tmp_path)

    assert ended["failed"] == 0
    followed = ended["built, typed texts printed"]
    assert followed > 0, "some typed texts are found again in the Word file"
    assert ended["built"] + followed > 5, "enough of the files are valid"
    assert ended["refused"] > 5
