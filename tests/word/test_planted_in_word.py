"""The same faults, typed into the Word file by an editor, get the same remarks from the check of the file."""

from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from tests.support.planted_faults import FAULTS, SOUND, Fault
from tests.support.word_files import built, checked, insert_after, paragraph

TYPED = [fault for fault in FAULTS if fault.paragraph or fault.recommendation]
"""The faults of texts. The others are about answers that a Word file does not have."""
AFTER = "In May 2024 a girl of eleven called"
"""The beginning of a paragraph of the sound submission."""
PRACTICE = "state-fictional"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the Word file of the sound submission."""
    return built(tmp_path_factory.mktemp("sound"), SOUND).read_bytes()


def type_fault(word: WordDocument, fault: Fault) -> None:
    """Type the text of *fault* as a new paragraph, or as the last recommendation."""
    if fault.paragraph:
        insert_after(paragraph(word, AFTER), fault.paragraph)
    else:
        last = [each for each in word.paragraphs if each.style and each.style.name == "Recommendation"][-1]
        insert_after(last, fault.recommendation)


def codes(file: Path) -> list[str]:
    """Return the codes of the remarks on *file*, without the note on the State for practice."""
    return [remark.code for remark in checked(file).remarks if remark.code != PRACTICE]


def typed(content: bytes, folder: Path, *faults: Fault) -> Path:
    """Write the Word file *content* with *faults* typed into it, and return its path."""
    file = folder / "typed.docx"
    file.write_bytes(content)
    word = docx.Document(str(file))
    for fault in faults:
        type_fault(word, fault)
    word.save(str(file))
    return file


def test_the_sound_file_has_no_remark(sound: bytes, tmp_path: Path) -> None:
    assert codes(typed(sound, tmp_path)) == []


def test_sixteen_faults_can_be_typed() -> None:
    assert len(TYPED) == 16


@pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.code) for fault in TYPED])
def test_a_typed_fault_gets_its_remark_and_no_other(fault: Fault, sound: bytes, tmp_path: Path) -> None:
    assert codes(typed(sound, tmp_path, fault)) == [fault.code]


def test_all_typed_faults_together_get_exactly_their_remarks(sound: bytes, tmp_path: Path) -> None:
    assert Counter(codes(typed(sound, tmp_path, *TYPED))) == Counter(fault.code for fault in TYPED)
