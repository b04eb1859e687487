"""Comparing two versions: each an answers file or a Word file, whoever saved it last."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.comparison.changes import Change, changes
from drafter.comparison.units import text_of
from drafter.drafting.checking import kind_of
from drafter.drafting.name_remarks import refuse_names_in_look
from drafter.drafting.pipeline import draft_file, pseudonyms_of
from drafter.drafting.reading_word import as_word_file, read_word_bytes
from drafter.drafting.word_file import look_for
from drafter.drafting.word_names import secrets_beside
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import frozen, replaced
from drafter.library.open_library import library_for
from drafter.model.blocks import Document, Text, lines_of
from drafter.model.changed_lines import Line, with_changed_lines
from drafter.privacy.hidden_names import HIDDEN_TEXT, has_private_detail
from drafter.privacy.leak_search import distinctive, leaking_cases
from drafter.privacy.private_file import NAME, Secrets
from drafter.text_diff import Piece
from drafter.text_file import real_path
from drafter.word.files import save_document

if TYPE_CHECKING:
    from drafter.word.look import Look


@frozen
class Version:
    """A version of a document, read from a file."""

    file: Path
    document: Document
    """What it says; the key of each note mark is the number of its note."""
    look: "Look"
    private: Secrets
    """What is private of each case; never printed."""
    pseudonyms: Mapping[str, str]
    """The pseudonym of each case, by its key."""
    tells_of_people: bool = False


@frozen
class Comparison:
    """Two versions and the changes between them. No person's real name is in the documents or changes."""

    old: Version
    new: Version
    changes: tuple[Change, ...]


def compare_files(old: Path, new: Path) -> Comparison:
    """Return the changes from the version in the file *old* to that in *new*.

    Tracked changes in a Word file count as accepted. Raises DrafterError with the faults of both files.
    """
    versions: list[Version] = []
    faults: list[Fault] = []
    for file in (old, new):
        try:
            versions.append(_read_word(file) if kind_of(file) == "word" else _read_answers(file))
        except DrafterError as error:
            faults += error.faults
    if faults:
        raise DrafterError(dict.fromkeys(faults))
    before, after = (_with_pseudonyms(version, versions) for version in versions)
    every = changes(before.document, after.document)
    return Comparison(before, after, tuple(_without_details(change, versions) for change in every))


def write_tracked_changes(
    comparison: Comparison, target: Path, *, author: str, date: str, force: bool = False
) -> None:
    """Write a Word file to *target* that shows the changes of *comparison* as tracked changes.

    Accepted, they give the new version; rejected, the old one. They are by *author*, and have the *date* (ISO
    8601, with a time) if one is given. Raises Refused if a text has something from the private file, or if
    *target* must not be replaced without *force*.
    """
    from drafter.word.tracked.write import write_comparison

    versions = (comparison.old, comparison.new)
    for version in versions:
        if real_path(version.file) == real_path(target):
            fault = "the comparison would replace a file that is compared"
            raise Refused(Fault(fault, "Choose another -o.", str(target)))
    _refuse_details(versions)
    new = comparison.new
    data = write_comparison(comparison.old.document, new.document, new.look, author=author, date=date)
    for version in versions:
        refuse_names_in_look(data, version.private, frozenset(), new.look.file)
    is_private = any(version.tells_of_people for version in versions)
    save_document(data, target, force=force, private=is_private)


# ---- reading ----


def _read_answers(file: Path) -> Version:
    """Return the version that the answers in *file* make, with pseudonyms, as Word shows it."""
    from drafter.word.reader.content import read_content
    from drafter.word.write import write_document

    reviewed = draft_file(file, library=library_for(file))
    look, draft = look_for(reviewed), reviewed.draft.document
    read = read_content(write_document(draft, look), language=draft.properties.language).document
    names = {key: name or key for key, name in pseudonyms_of(reviewed.answers).items()}
    document = replaced(read, layout=draft.layout, properties=draft.properties)
    return Version(file, document, look, reviewed.private, names, reviewed.tells_of_people)


def _read_word(file: Path) -> Version:
    """Return the version in the Word *file*, which also gives the look."""
    from drafter.word.look import clean_look
    from drafter.word.reader.content import read_content

    data = read_word_bytes(file)
    library = library_for(file)
    private = secrets_beside(file, library)
    names = {key: name or key for key, name in pseudonyms_of(private.answers).items()}
    with as_word_file():
        document = read_content(data, str(file), language=library.language).document
    return Version(file, document, clean_look(data, str(file)), private.secrets, names, bool(private.secrets))


# ---- privacy ----


def _with_pseudonyms(version: Version, versions: list[Version]) -> Version:
    """Return *version* with the pseudonym for each real name that a private file of *versions* has."""
    names = {
        details[NAME]: each.pseudonyms.get(key, key)
        for each in versions
        for key, details in each.private.items()
        if details.get(NAME)
    }
    if not names:
        return version
    return replaced(version, document=with_changed_lines(version.document, partial(_renamed, names)))


def _renamed(names: Mapping[str, str], line: Line) -> Line:
    """Return *line* with each real name of *names* replaced by the pseudonym."""
    return tuple(_renamed_text(names, inline) if isinstance(inline, Text) else inline for inline in line)


def _renamed_text(names: Mapping[str, str], inline: Text) -> Text:
    text = inline.text
    for name, pseudonym in names.items():
        text = text.replace(name, pseudonym)
    return Text(text, inline.bold, inline.italic)


def _without_details(change: Change, versions: list[Version]) -> Change:
    """Return *change*, without its words where they have a detail or a part of a name of a private file."""
    hidden = change
    for version in versions:
        pseudonyms = " ".join(version.pseudonyms.values())
        for name in ("place", "old_place"):
            if has_private_detail(getattr(hidden, name), version.private, pseudonyms):
                hidden = replaced(hidden, **{name: HIDDEN_TEXT})
        # The old and the new words each, and both together: a name may have been half changed.
        kept = ("".join(piece.text for piece in hidden.pieces if piece.kind != kind) for kind in _KINDS)
        if any(has_private_detail(text, version.private, pseudonyms) for text in kept):
            hidden = replaced(hidden, pieces=(Piece("same", HIDDEN_TEXT),))
    return hidden


_KINDS = ("inserted", "deleted", "")


def _refuse_details(versions: tuple[Version, ...]) -> None:
    """Raise Refused if the text of one of *versions* has a detail that a private file holds."""
    faults = list(dict.fromkeys(_details(versions)))
    if faults:
        raise Refused(faults)


def _details(versions: tuple[Version, ...]) -> Iterator[Fault]:
    for version in versions:
        lines = (*lines_of(version.document.blocks), *version.document.notes)
        text = "\n".join(map(text_of, lines))
        for other in versions:
            if any(leaking_cases(text, distinctive(other.private), frozenset())):
                fault = "its text has something from the private file (a name, an address or a number)"
                yield Fault(fault, "Take it out of the text first.", str(version.file))
