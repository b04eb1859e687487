"""Word files to check: built from examples, and edited as colleagues edit them."""

from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from drafter.drafting.check_word import WordCheck, check_word_file
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.drafting.word_lines import plain
from drafter.model.remark import Remark
from drafter.word.reader.document import ReadParagraph
from drafter.word.reader.read import read_document
from drafter.word.write import write_document
from tests.support.checkout import EXAMPLES
from tests.support.look_builder import LOOK
from tests.support.script import LIBRARY

Edit = Callable[[WordDocument], None]


def built(folder: Path, answers: Path, edit: Edit | None = None) -> Path:
    """Write the Word file of *answers* into *folder*, change it with *edit*, and return its path."""
    file = folder / f"{answers.stem}.docx"
    file.write_bytes(write_document(reviewed(answers).draft.document, LOOK))
    return edited(file, edit) if edit else file


def edited(file: Path, edit: Edit) -> Path:
    """Change the Word *file* with *edit* and return its path."""
    word = docx.Document(str(file))
    edit(word)
    word.save(str(file))
    return file


def example(name: str) -> Path:
    """Return the answers file of an example."""
    return EXAMPLES / f"{name}.yaml"


def reviewed(answers: Path) -> ReviewedDraft:
    """Return the draft of *answers* with its review."""
    return draft_file(answers, library=LIBRARY)


def checked(file: Path, document: str | None = None) -> WordCheck:
    """Return the check of the Word *file*."""
    return check_word_file(file, LIBRARY, document)


def remarks(file: Path, code: str, document: str | None = None) -> list[Remark]:
    """Return the remarks with *code* on the Word *file*."""
    return [remark for remark in checked(file, document).remarks if remark.code == code]


def paragraph(word: WordDocument, start: str) -> WordParagraph:
    """Return the paragraph that begins with *start*."""
    [match] = [each for each in word.paragraphs if each.text.startswith(start)]
    return match


def insert_after(mark: WordParagraph, text: str, style: str | None = None) -> WordParagraph:
    """Insert a paragraph with *text* after *mark*, in its style or in another one, and return it."""
    new = mark.insert_paragraph_before(text, style or mark.style)
    mark._p.addnext(new._p)
    return new


def replace_words(mark: WordParagraph, words: str, better: str) -> None:
    """Replace *words* of the paragraph *mark*, which are in one of its runs."""
    [run] = [run for run in mark.runs if words in run.text]
    run.text = run.text.replace(words, better)


def printed_number(file: Path, start: str) -> int:
    """Return the number that Word shows before the first numbered paragraph that begins with *start*."""
    blocks = (block for block in read_document(file.read_bytes()).blocks if isinstance(block, ReadParagraph))
    numbers = (block.number for block in blocks if block.number and plain(block.inlines).startswith(start))
    return int(next(numbers).rstrip("."))
