"""From an answers file to a Word file or another: the draft, what stops it, the look, and the writing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.drafting.look_choice import choose_look
from drafter.drafting.name_remarks import REAL_NAME_IN_FILE, refuse_authors_in_look, refuse_names_in_look
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.drafting.working_copy import CommentChoice, working_copy
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import frozen, replaced
from drafter.library.folders import read_content
from drafter.library.library import Library
from drafter.limits import LOOK_BYTES
from drafter.model.remark import Remark
from drafter.review.cases import CASE_IN_DETAILS
from drafter.text_file import as_argument, real_path

if TYPE_CHECKING:  # python-docx is loaded only when there is something to write
    from drafter.word.look import Look

WORD = ".docx"
CONFLICT = "conflict-"
"""The first part of the code of a remark on two clauses or positions that contradict each other."""
NEVER_PUBLIC = ("private-file-missing", CASE_IN_DETAILS.code)
"""The codes of errors that stop every public version, even a draft."""


@frozen
class BuiltFile:
    """A file that was written."""

    reviewed: ReviewedDraft
    target: Path
    look: "Look | None"
    """The look that was used, cleaned; ``None`` if the format has none."""
    comments: CommentChoice = "none"
    """The comments that it has."""


class NotReady(Refused):
    """The answers can be read, but the *blocking* remarks on the draft stop the build."""

    def __init__(self, reviewed: ReviewedDraft, blocking: Sequence[Remark]) -> None:
        super().__init__(
            Fault(remark.text, build_remedy(remark, reviewed.file), str(reviewed.file), remark.place)
            for remark in blocking
        )
        self.reviewed = reviewed
        self.blocking = blocking


def build_file(
    file: Path,
    target: Path,
    *,
    force: bool = False,
    final: bool = False,
    public: bool = False,
    library: Library | None = None,
    look_file: Path | None = None,
    comments: CommentChoice = "gaps",
    print_names: Callable[[ReviewedDraft], bool | None] = lambda _: None,
) -> BuiltFile:
    """Write the document of the answers in *file* to *target* and return what was built.

    Where the rules and the consent of people allow real names, *print_names* decides: it gets the draft
    with the pseudonyms, before anything is written. The ending of *target* is the format. *public* builds
    the version that anybody may read. Only its owner can read a file about a person. *look_file* is the
    look of a Word file, if not the usual one. *comments* says which comments a draft in Word has; with
    "none" its gaps are plain text, as in a *final* file and in other formats. Raises NotReady if the
    review stops the build (see ``blocking_remarks``), and DrafterError if the answers or the look are
    wrong, or if *target* must not be replaced without *force*.
    """
    if final or target.suffix.lower() != WORD:
        comments = "none"
    draft = partial(
        draft_file,
        file,
        public=public,
        target=target,
        today=date.today(),
        library=library,
        origins=comments != "none",
    )
    reviewed = draft()
    if reviewed.named and not public:
        decision = print_names(reviewed)
        reviewed = draft(names=True) if decision else reviewed
        if decision is False:
            remarks = [remark for remark in reviewed.remarks if remark.code != REAL_NAME_IN_FILE.code]
            reviewed = replaced(reviewed, remarks=tuple(remarks))
    if blocking := blocking_remarks(reviewed, final=final, public=public):
        raise NotReady(reviewed, blocking)
    if real_path(target) == real_path(file):
        raise DrafterError(Fault("this would replace the answers file", "Choose another -o.", str(file)))
    if target.suffix.lower() == WORD:
        from drafter.word.files import save_document

        data, look = word_content(reviewed, look_file, comments=comments)
        save_document(data, target, force=force, private=reviewed.is_withheld)
        return BuiltFile(reviewed, target, look, comments)
    return BuiltFile(reviewed, target, _write_other(reviewed, target, look_file, force=force))


def _write_other(
    reviewed: ReviewedDraft, target: Path, look_file: Path | None, *, force: bool
) -> "Look | None":
    """Write the draft in the format of *target*, which is not that of Word, and return the look it used."""
    from drafter.formats.choose import PDF, format_of, write_text
    from drafter.formats.seals import save_sealed

    used_look, name = None, format_of(target.suffix)
    if name == PDF:
        from drafter.formats.pdf import make_pdf

        word_file, used_look = word_content(reviewed, look_file)
        data = make_pdf(word_file, reviewed.draft.document.properties)
    else:
        data = write_text(reviewed.draft.document, name)
    save_sealed(data, target, force=force, private=reviewed.is_withheld)
    return used_look


def word_content(
    reviewed: ReviewedDraft,
    look_file: Path | None = None,
    *,
    comments: CommentChoice = "none",
) -> tuple[bytes, "Look"]:
    """Return the content of the Word file, searched for names, and the look that was used.

    With *comments*, the draft has its origins.
    """
    from drafter.word.write import write_document

    look = look_for(reviewed, look_file)
    data = write_document(reviewed.draft.document, look, working_copy(reviewed, comments))
    refuse_names_in_look(data, reviewed.private, reviewed.printed_names, look.file)
    refuse_authors_in_look(data, reviewed.hidden_authors, look.file)
    return data, look


def blocking_remarks(reviewed: ReviewedDraft, *, final: bool, public: bool) -> tuple[Remark, ...]:
    """Return the remarks that stop the build: every error of a *final* one.

    A draft is stopped if two clauses contradict each other or if it reveals who a person is; a *public* draft
    also if drafter cannot search it for names.
    """
    if final:
        return reviewed.errors
    never_public = [error for error in reviewed.errors if public and error.code in NEVER_PUBLIC]
    return (*reviewed.exposing, *filter(is_conflict, reviewed.errors), *never_public)


def is_conflict(remark: Remark) -> bool:
    """Return whether *remark* is about two clauses or positions that contradict each other."""
    return remark.code.startswith(CONFLICT)


def build_remedy(remark: Remark, file: Path) -> str:
    """Return what to do about *remark*, with the command in which a contradiction can be resolved."""
    if remark.code == "real-name-in-text":
        return f"{remark.remedy} To change the answers: drafter new {as_argument(file)}"
    if not is_conflict(remark):
        return remark.remedy
    return f"{remark.remedy} To remove one, or to say why you keep both: drafter new {as_argument(file)}"


# ---- the look ----


def look_content(reviewed: ReviewedDraft) -> bytes:
    """Return the content of the look in use: the one next to the answers file if there is one."""
    return read_content(choose_look(reviewed.library).file, LOOK_BYTES)


def look_for(reviewed: ReviewedDraft, given: Path | None = None) -> "Look":
    """Return the look in use, cleaned: *given*, if it is. Raises DrafterError if it cannot be used."""
    from drafter.drafting.looks import open_look

    return open_look(choose_look(reviewed.library, given))
