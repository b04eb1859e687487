"""The look in use, cleaned; its sample pages; the look of all submissions of one user."""

from pathlib import Path

from drafter.compose.sample_pages import sample_pages
from drafter.drafting.look_choice import LOOK_NAMES, ChosenLook, own_templates
from drafter.language.language import Language
from drafter.library.folders import read_content
from drafter.limits import LOOK_BYTES
from drafter.word.files import save_document
from drafter.word.look import Look, clean_look
from drafter.word.write import write_document


def open_look(chosen: ChosenLook) -> Look:
    """Return the *chosen* look, cleaned. Raises DrafterError, with its path, if it cannot be used."""
    content = read_content(chosen.file, LOOK_BYTES)
    return clean_look(content, str(chosen.file), keep=chosen.origin == "drafter")


def sample_file(look: Look, language: Language) -> bytes:
    """Return a Word file of sample pages in the style of *look*.

    Raises DrafterError if the look has an unknown field in its header or footer.
    """
    return write_document(sample_pages(language), look)


def save_own_look(file: Path, language: Language) -> tuple[Path, Look]:
    """Save the look *file*, cleaned, for all submissions of this user; return where, and the look.

    Raises DrafterError if the file cannot be used or the copy cannot be written.
    """
    look = open_look(ChosenLook(file, "given"))
    sample_file(look, language)  # finds unknown fields now, not when a submission is due
    target = own_templates() / LOOK_NAMES[0]
    target.parent.mkdir(parents=True, exist_ok=True)
    save_document(look.data, target, force=True, private=True)
    return target, look
