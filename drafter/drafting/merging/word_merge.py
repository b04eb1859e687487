"""Reading an edited Word file against the answers that it was built from."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from drafter.answers.load import read_answers
from drafter.drafting.composing import compose_draft
from drafter.drafting.merging.lines import likeness_of, lines_of_document
from drafter.drafting.merging.merge import Merge
from drafter.drafting.pipeline import pseudonyms_of
from drafter.drafting.read_saved import read_saved
from drafter.drafting.reading_word import as_word_file, read_word_bytes
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen, replaced
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.node import Tree
from drafter.privacy.private_file import NAME, read_private
from drafter.word.files import document_origin
from drafter.word.reader.content import Content, LineComment, read_content
from drafter.word.reader.read import Changes

_PUNCTUATION = ".,;:!?()[]“”‘’\"'"
_PART_OF_A_NAME = 4
"""Letters of a word of a name that is hardly another word."""
_LEAST_LIKE = 0.15
"""The part of the lines that a file must have word for word to be a version of the same document."""


@frozen
class ReturnedFile:
    """A Word file that came back, compared with the answers."""

    merge: Merge
    comments: tuple[LineComment, ...]
    base: Path | None = None
    """The file as drafter built it, with which it was compared as well; ``None`` if there is none."""


def open_returned(
    answers_file: Path,
    word: Path,
    library: Library,
    *,
    changes: Changes = "accept",
    built: Path | None = None,
) -> ReturnedFile:
    """Return the Word file *word* compared with the answers in *answers_file*.

    Tracked *changes* count as accepted or as rejected. *built* is the file as drafter built it; without it,
    that is the file beside the answers, if nobody has changed it. Raises DrafterError if one of the files
    cannot be read, or if *word* is no version of this document.
    """
    built = built or _unchanged_build(answers_file, word)
    answers, _ = read_answers(answers_file)
    resolved = resolve(answers, library)
    content = _read(word, changes, library)
    document_type = content.document.properties.document_type
    if document_type and document_type != answers.document:
        raise DrafterError(
            Fault(
                f"this is a {document_type} document, and the answers are for {answers.document}",
                "Give the answers file from which it was built.",
                str(word),
            )
        )
    secrets = read_private(answers_file, answers.private_id, pseudonyms_of(answers)).secrets
    named = [
        key
        for key, case in resolved.decisions.items()
        if case.allows_real_name and secrets.get(key, {}).get(NAME)
    ]
    base = None if built is None else _read(built, "accept", library).document
    saved: Tree = {**read_saved(answers_file, library), "private": {"cases": secrets}}
    compared = partial(
        Merge, saved, content.document, library, secrets=secrets, built=base, names=content.names
    )
    merge = compared(named=())
    if named:
        with_names = compared(named=named)
        if _prefers(with_names, merge, content.document, [secrets[key][NAME] for key in named]):
            merge = with_names
    if merge.likeness < _LEAST_LIKE:
        raise DrafterError(
            Fault(
                f"hardly anything in this file is in the document that {answers_file.name} builds",
                "Give the answers file from which it was built.",
                str(word),
            )
        )
    _refuse_public_version(answers, content.document, merge.likeness, word, library)
    comments = (
        replaced(comment, quoted=merge.shown(comment.quoted), text=merge.shown(comment.text))
        for comment in content.comments
    )
    return ReturnedFile(merge, tuple(comments), built)


def _prefers(with_names: Merge, with_pseudonyms: Merge, edited: Document, names: Iterable[str]) -> bool:
    """Return whether *edited* was built with the real *names*: more of its lines are as such a file has them.

    If both are equally like it, a part of a name in it decides.
    """
    if with_names.likeness != with_pseudonyms.likeness:
        return with_names.likeness > with_pseudonyms.likeness
    words = {
        word.strip(_PUNCTUATION).casefold()
        for line in lines_of_document(edited)
        for word in line.text.split()
    }
    parts = {part.casefold() for name in names for part in name.split() if len(part) >= _PART_OF_A_NAME}
    return bool(parts & words)


def _unchanged_build(answers_file: Path, word: Path) -> Path | None:
    """Return the Word file beside the answers as drafter built it; ``None`` if it is *word* or was changed.

    If it was built later than *word*, it only tells fewer of the author's own changes apart.
    """
    file = answers_file.with_suffix(".docx")
    is_other = file.is_file() and not file.samefile(word) if word.exists() else False
    return file if is_other and document_origin(file) == "ours" else None


def _refuse_public_version(
    answers: Answers, edited: Document, likeness: float, word: Path, library: Library
) -> None:
    """Raise DrafterError if *edited* is more like the public version than *likeness*, that to the whole one.

    What the public version leaves out would look deleted.
    """
    public = compose_draft(resolve(answers, library, public=True)).document
    if likeness_of(lines_of_document(public), lines_of_document(edited)) > likeness:
        raise DrafterError(
            Fault(
                "this is the public version of the document, which leaves out a part of the answers",
                "Make the edits in the full version, or type them: drafter new.",
                str(word),
            )
        )


def _read(file: Path, changes: Changes, library: Library) -> Content:
    data = read_word_bytes(file)
    with as_word_file():
        return read_content(data, str(file), changes=changes, language=library.language)
