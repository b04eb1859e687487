"""From answers to a reviewed draft, in five steps over values: read, resolve, compose, measure, review."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from drafter.answers.disk import complete_save
from drafter.bundled import bundled_folder
from drafter.compose.check import check_templates
from drafter.compose.draft import Draft
from drafter.drafting.binding import binding_remarks, treaty_statuses
from drafter.drafting.composing import compose_draft, compose_draft_with_origins
from drafter.drafting.confidentiality_remarks import PUBLIC_LEFT_OUT, confidentiality_remarks
from drafter.drafting.name_remarks import (
    exposure_remarks,
    leak_remarks,
    private_file_remarks,
    real_name_notes,
)
from drafter.drafting.official_wording import wording_remarks
from drafter.drafting.read import located, read_submission
from drafter.drafting.resolve import Resolved, resolve
from drafter.drafting.waivers import with_waivers
from drafter.frozen import factory_default, frozen, replaced
from drafter.library.check import check_clauses
from drafter.library.eligibility import refused_positions
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.model.origins import Origins
from drafter.model.remark import Remark, RemarkType
from drafter.privacy.confidentiality import author_names, is_withheld
from drafter.privacy.hidden_names import without_private_details
from drafter.privacy.private_file import NAME, Secrets, read_private
from drafter.privacy.public_version import hides_authors
from drafter.review.conflicts import find_conflicts, refused_clauses
from drafter.review.leaks import REAL_NAME_IN_ANSWERS
from drafter.review.length import Length, measure
from drafter.review.own_voice import library_share, own_share
from drafter.review.review import review
from drafter.review.submission import Submission

CLAUSE_FAULTY = RemarkType(
    "clause-faulty",
    "form",
    "error",
    "A clause of the author's own has the form of a clause of the library.",
    "No body has such a rule: drafter cannot print what it cannot read.",
    bad="A file in the author's folder clauses/ whose clause names a source that is not there.",
    good="The same file with a source from clauses/sources.yaml.",
    example="described",
)
TYPES = (CLAUSE_FAULTY,)


# ---- the values ----


@frozen
class ReviewedDraft:
    """A draft with everything that was found in it."""

    file: Path
    """The answers file."""
    resolved: Resolved
    draft: Draft
    length: Length
    remarks: tuple[Remark, ...]
    named: frozenset[str] = frozenset()
    """The cases of which the Word file may have the real name."""
    printed_names: frozenset[str] = frozenset()
    """Those of them of which this draft has it."""
    exposing: tuple[Remark, ...] = ()
    """The errors that stop a draft too, since it would reveal who a person is."""
    private: Secrets = factory_default(factory=dict)
    """What is private of each case; never printed."""
    library_share: float | None = None
    """The part of the words that comes from the library, from 0 to 1; ``None`` if the library has no part."""
    own_share: float | None = None
    """The part that the author wrote; the rest is headings, names and set phrases."""
    origins: Origins | None = None
    """Where each part of the document comes from; ``None`` if that was not asked for."""

    @property
    def answers(self) -> Answers:
        """The answers that were drafted."""
        return self.resolved.answers

    @property
    def library(self) -> Library:
        """The library that was used."""
        return self.resolved.library

    @property
    def rules(self) -> DocumentRules:
        """The rules of the document."""
        return self.resolved.rules

    @property
    def tells_of_people(self) -> bool:
        """Whether the Word file tells what happened to a person: in a case, or as a case document."""
        return self.rules.stage == "case" or any(
            case.is_included for case in self.resolved.decisions.values()
        )

    @property
    def is_withheld(self) -> bool:
        """Whether only its owner may read the file: it tells of people, or has something confidential."""
        return self.tells_of_people or is_withheld(self.rules, self.answers.details)

    @property
    def hidden_authors(self) -> tuple[str, ...]:
        """The names and addresses of those who submit, if this is a public version that must not say them."""
        hides = self.resolved.is_public and hides_authors(self.answers, self.rules, self.library.language)
        return author_names(self.answers) if hides else ()

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks that stop a final build."""
        return tuple(remark for remark in self.remarks if remark.level == "error" and not remark.waived)


# ---- the file ----


def draft_file(
    file: Path,
    *,
    names: bool = False,
    public: bool = False,
    target: Path | None = None,
    today: date | None = None,
    library: Library | None = None,
    spelling: bool = False,
    origins: bool = False,
) -> ReviewedDraft:
    """Return the draft that the answers in *file* make. Raises DrafterError with every fault in them.

    *library* is the one over the folders of *file*, where the caller has it already; the other options are
    those of ``draft_resolved``.
    """
    library = library or library_for(file)
    complete_save(file)
    answers, lines = read_submission(file, library)
    with located(file, lines):
        resolved = resolve(answers, library, public=public)
        return draft_resolved(
            resolved, file, names=names, target=target, today=today, spelling=spelling, origins=origins
        )


# ---- the steps ----


def draft_resolved(
    resolved: Resolved,
    file: Path,
    *,
    names: bool = False,
    target: Path | None = None,
    today: date | None = None,
    spelling: bool = False,
    origins: bool = False,
) -> ReviewedDraft:
    """Return the draft of *resolved* answers with its review; *file* is the answers file.

    With *names*, a person's real name is in the draft where the document's rules and the person's consent
    allow it; for the Word file alone. Whatever goes to the screen has the pseudonym. *target* is the Word
    file to be written (default: beside the answers). What depends on the day is reported only with *today*,
    misspelt words only with *spelling*, because loading the dictionary takes a quarter of a second. With
    *origins*, it also says where each part of the document comes from. Raises DrafterError where the private
    file is wrong or the answers make no document.
    """
    private_file = read_private(file, resolved.answers.private_id, pseudonyms_of(resolved.answers))
    answers, library = resolved.answers, resolved.library
    private = private_file.secrets
    real = {key: private.get(key, {}).get(NAME, "") for key in resolved.decisions}
    named = frozenset(key for key, case in resolved.decisions.items() if case.allows_real_name and real[key])
    allowed = named if names else frozenset[str]()
    printed = {key: real[key] for key in allowed}
    traced = compose_draft_with_origins(resolved, printed) if origins else None
    draft = traced[0] if traced else compose_draft(resolved, printed)
    length = measure(draft.document, resolved.rules, answers)
    written = target or file.with_suffix(".docx")
    submission = replaced(
        _submission(resolved, draft, length, today),
        known_words=library.known_words if spelling else None,
        words_without=partial(_words_with, resolved, printed),
    )
    leaked = leak_remarks(draft, resolved, private, allowed, written)
    confidential = list(confidentiality_remarks(draft, resolved))
    remarks = [
        *leaked,
        *confidential,
        *private_file_remarks(private_file, answers),
        *review(submission),
        *binding_remarks(resolved, submission.treaties),
        *wording_remarks(answers, submission.rules, resolved.library),
        *_faulty(resolved.clauses, library),
        *draft.remarks,
        *real_name_notes(answers, named, in_file=names),
    ]
    exposing = (
        [remark for remark in (*leaked, *confidential) if remark.code not in _STOPS_NOTHING]
        if resolved.is_public
        else exposure_remarks(draft, answers, private, allowed, written)
    )
    return ReviewedDraft(
        file,
        resolved,
        draft,
        length,
        tuple(without_private_details(with_waivers(remarks, answers.waive), private)),
        named,
        allowed,
        tuple(exposing),
        private,
        library_share(submission),
        own_share(submission),
        traced[1] if traced else None,
    )


_STOPS_NOTHING = (REAL_NAME_IN_ANSWERS.code, PUBLIC_LEFT_OUT.code)
"""The codes of remarks on leaks that do not stop a public version."""


def _words_with(resolved: Resolved, real_names: Mapping[str, str], answers: Answers) -> int:
    """Return the words that would count with *answers*, which are the resolved ones with something cut."""
    shorter = compose_draft(replaced(resolved, answers=answers), real_names)
    return measure(shorter.document, resolved.rules, answers).words


def _submission(resolved: Resolved, draft: Draft, length: Length, today: date | None) -> Submission:
    """Return what the review checks: the *resolved* answers and the *draft* that they make."""
    answers, library, chosen = resolved.answers, resolved.library, resolved.clauses
    positions = library.themes.positions
    accepted = {entry.conflict for entry in answers.accept_conflicts}
    refused = refused_positions(positions, answers.stand_for, answers.refuse)
    submission = Submission(
        answers,
        resolved.rules,
        library.language,
        vocabulary=library.themes,
        state=resolved.state,
        find_state=library.state,
        clauses=chosen,
        conflicts=find_conflicts(library.themes.conflicts, answers.stand_for, chosen, accepted),
        refused_clauses=refused_clauses(positions, refused, chosen),
        document=draft.document,
        gaps=draft.gaps,
        reference_problems=draft.reference_problems,
        length=length,
        treaties=treaty_statuses(library, resolved.state),
        today=today,
        rule_sources=resolved.document_type.mechanism.sources,
        authorities=library.authorities,
    )
    return replaced(submission, read_passages=submission.passages)  # a dozen checks ask for them


def _faulty(chosen: tuple[Clause, ...], library: Library) -> Iterator[Remark]:
    """Yield an error for each fault of the person's own clauses; the bundled ones were checked before."""
    bundled = str(bundled_folder("clauses"))
    own = [clause for clause in chosen if not clause.file.startswith(bundled)]
    if own:
        for fault in (*check_clauses(own, library), *check_templates(own, library.language)):
            where = ", ".join(part for part in (fault.file, fault.place) if part)
            text = f"{fault.fault[:1].upper()}{fault.fault[1:]}."
            yield CLAUSE_FAULTY.remark(where, text, fault.remedy)


def pseudonyms_of(answers: Answers) -> dict[str, str | None]:
    """Return the pseudonym of each case, by its key."""
    return {key: case.pseudonym for key, case in answers.cases.items()}
