"""Twenty imported recommendations, from the downloaded file to the Word file, at a real terminal."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.cli import DONE, main
from tests.support.import_files import thematic_list
from tests.support.outline import outline
from tests.support.submissions import submission
from tests.support.terminal import ENTER, Terminal

ROWS = 20
MOST_KEYS = 60
"""Besides the letters of the evidence."""
WORDINGS = [f"Provide treatment for drug dependence in region {number}" for number in range(1, ROWS + 1)]
OTHERS = [f"Improve the schools of region {number}" for number in range(1, 16)]
EVIDENCE = "Nothing was done (Ombudsman, 2024)."

KNOWN = {
    "name": "Open Road", "acronym": "OR", "role": "lead", "status": "confirmed", "what": "A group.",
    "founded": 2012, "city": "Strelsau", "country": "Ruritania", "ecosoc": "none",
    "contact": {"person": "A", "email": "a@b.example", "phone": "1", "address": "x", "website": "y"},
}  # fmt: skip
DETAILS = {
    "session": "60th session", "cycle": "fifth", "last_review": "November 2021", "names_public": "yes",
    "deadline": "",
}  # fmt: skip


class Counted:
    """A terminal that counts the keys that are pressed."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def press(self, *keys: str) -> None:
        """Press *keys* and count them."""
        self.keys += len(keys)
        self.terminal.press(*keys)


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fill a store with a list, and return answers in which only the recommendations are missing."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    rows = [
        [f"120.{number} {text} (Portugal);\nSource of Position: A/HRC/48/12/Add.1", "Supported", "", ""]
        for number, text in enumerate([*OTHERS, *WORDINGS], 1)
    ]
    assert main(["import", str(thematic_list(tmp_path / "list.docx", rows)), "--library"]) == DONE
    return submission(
        tmp_path, document="upr/matrix", state="XRU", language="en", title="A title",
        organisations=[KNOWN], details=DETAILS, interview={"finished": ["organisations"]},
    )  # fmt: skip


def answer_rows(counted: Counted) -> None:
    """Say of each row with a letter that nothing was done, and type how that is known."""
    for number in range(1, ROWS + 1):
        counted.terminal.see(f"Earlier recommendations · {number} of {ROWS}")
        counted.terminal.until(lambda: counted.terminal.asks("What became of it?"), "the question")
        counted.press("n")
        counted.terminal.until(lambda: counted.terminal.asks("How do you know?"), "the evidence")
        counted.terminal.press(EVIDENCE)
        counted.press(ENTER)


@pytest.mark.seconds(240)
def test_twenty_rows_take_at_most_sixty_keys_besides_the_evidence(answers: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m drafter new {answers.name}"
    with closing(Terminal(tmp_path, command, XDG_DATA_HOME=str(tmp_path / "data"))) as terminal:
        counted = Counted(terminal)
        terminal.see("that you imported")
        counted.press(*"drug", "C-a", ENTER)
        answer_rows(counted)
        terminal.see(f"Of the {ROWS} recommendations, {ROWS} have not been carried out.")
        terminal.press("C-c")
        terminal.see("It ended with")
    assert counted.keys <= MOST_KEYS
    rows = read_answers(answers)[0].earlier
    assert [row.text for row in rows] == WORDINGS
    assert {(row.status, row.evidence) for row in rows} == {("not-done", EVIDENCE)}
    word = tmp_path / "table.docx"
    assert main(["build", str(answers), "--output", str(word)]) == DONE
    printed = outline(word.read_bytes())
    assert all(f"{wording} (Portugal)" in printed for wording in WORDINGS)
