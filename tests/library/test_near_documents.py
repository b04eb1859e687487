"""Which documents are suggested for an id that does not exist."""

from pathlib import Path

import pytest

from drafter.cli import main
from drafter.errors import DrafterError
from tests.support.script import LIBRARY

Out = pytest.CaptureFixture[str]


def remedy(typed: str) -> str:
    """Return what the library says to somebody who asks for the document *typed*."""
    with pytest.raises(DrafterError) as caught:
        LIBRARY.document(typed)
    return caught.value.faults[0].remedy


def test_the_name_of_a_body_leads_to_its_documents() -> None:
    told = remedy("human-rights-committee")
    assert told.startswith("Did you mean ccpr/list-of-issues, ccpr/alternative-report or ccpr/follow-up?")
    assert "mid-term" in remedy("upr mid term report")
    assert "cat/" in remedy("torture committee")


def test_a_slip_in_an_id_leads_to_a_similar_one_and_nothing_similar_to_the_list() -> None:
    assert remedy("cedaw/alternativ-report").startswith("Did you mean cedaw/alternative-report")
    assert remedy("§§§§") == "'drafter mechanisms list' shows all documents."


def test_a_wrong_document_is_refused_before_anything_is_asked_or_written(tmp_path: Path, capsys: Out) -> None:
    origin, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    origin.write_text("this: [is, no, answers, file\n", "utf-8")
    arguments = ["new", str(new), "--no-input", "--from", str(origin)]
    assert main([*arguments, "--document", "human-rights-committee"]) == 1
    assert "there is no document 'human-rights-committee'" in capsys.readouterr().err
    assert not new.exists()
    with pytest.raises(SystemExit):
        main(arguments)
    assert "drafter mechanisms list" in capsys.readouterr().err
