"""An answer within a sentence is printed without its capital article and full stop: edits to it come back."""

from functools import partial
from pathlib import Path

from drafter.answers.store import Store
from drafter.drafting.merging.word_merge import open_returned
from tests.support import word_edits as by_hand
from tests.support.script import LIBRARY
from tests.support.small_submission import open_small_submission, printed
from tests.support.word_files import built, edited


def test_an_edit_in_an_answer_within_a_sentence_goes_into_the_answer(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    store.change(
        [
            (("themes", 0, "clauses"), ["prison-health/health-ministry-in-charge"]),
            (("themes", 0, "answers"), {"body": "The Prison Service of the Interior."}),
        ]
    )
    word = built(tmp_path, store.file)
    edited(word, partial(by_hand.replace, words="the Prison Service", better="the Prison Office"))

    merge = open_returned(store.file, word, LIBRARY).merge
    merged = merge.merge(merge.edits)

    assert (merged.left, merged.differences) == ((), ())
    store.change(list(merged.changes))
    [section] = Store.open(store.file, "x").answers.themes
    assert section.clauses[0].text is None
    assert "rison Office of the Interior" in (section.answers["body"] or "")
    assert "from the Prison Office of the Interior to the Ministry of Health" in printed(store)
