"""From an answers file to a draft with its review: what ``build``, ``preview`` and ``new`` share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.disk import complete
from drafter.answers.load import read_answers, refuse_format
from drafter.bundled import bundled
from drafter.compose.check import check_templates
from drafter.compose.draft import Draft, compose
from drafter.compose.persons import with_names
from drafter.drafting.name_remarks import giving_away, leak_remarks, private_file_remarks, said_aloud
from drafter.errors import DrafterError, Fault
from drafter.frozen import factory_default, frozen, replaced
from drafter.language.labels import Labels
from drafter.library.answer_names import unknown_names
from drafter.library.check import check_clauses
from drafter.library.eligibility import refused_positions
from drafter.library.library import Library
from drafter.library.open_library import library_for, template_finder
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.privacy.consent import Decision, decisions
from drafter.privacy.private_file import NAME, Private, read_private
from drafter.privacy.public_version import for_public, public_rules
from drafter.review.conflicts import find_conflicts, refused_clauses
from drafter.review.limits import Length, measure
from drafter.review.submission import review
from drafter.text_file import read_file
from drafter.yaml_text import KeyPath, describe_location, line_numbers, read_yaml

UNPRINTED = "real-name-in-answers"
"""The code of the one remark on something private that is about the answers file alone."""


@frozen
class ReviewedDraft:
    """A draft and everything said of it."""

    file: Path
    answers: Answers
    library: Library
    document_type: DocumentType
    """As it was composed: for a public version, with the rules of that."""
    state: State | None
    chosen: tuple[Clause, ...]
    draft: Draft
    length: Length
    remarks: tuple[Remark, ...]
    named: frozenset[str] = frozenset()
    """The cases that the Word file tells under the real name."""
    told: frozenset[str] = frozenset()
    """The cases that it tells, under whatever name."""
    giving_away: tuple[Remark, ...] = ()
    """Those of the errors that stop a draft too: it would tell who a person is."""
    private: Private = factory_default(factory=dict)
    """What is private of each case; never printed."""

    @property
    def rules(self) -> DocumentRules:
        """The rules of the document type."""
        return self.document_type.rules

    @property
    def tells_of_people(self) -> bool:
        """Whether the Word file tells what happened to a person: in a case, or as a case document."""
        return bool(self.told) or self.rules.stage == "case"

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks that stop a final build."""
        return tuple(remark for remark in self.remarks if remark.level == "error")


def make(
    file: Path,
    *,
    names: bool = False,
    public: bool = False,
    target: Path | None = None,
    today: date | None = None,
    library: Library | None = None,
) -> ReviewedDraft:
    """Return the draft that the answers in *file* make. Raises DrafterError with every fault in them.

    With *names*, a person's real name stands in the draft where the document's rules and the person's consent
    allow it; for the Word file alone. Whatever goes to the screen has the pseudonym. *public* makes the
    version that anybody may read: pseudonyms alone, and only cases with consent for that. *target* is the
    Word file to be written (default: beside the answers); what depends on the day is said only with *today*.
    *library* is the one over the folders of *file*, where the caller has it already.
    """
    library = library or library_for(file)
    complete(file)
    try:
        answers, lines = read_answers(file)
    except DrafterError as error:
        raise DrafterError(_in_order(file, (*error.faults, *_also_unknown(file, library)))) from None
    faults = [
        one if one.file else Fault(one.fault, one.remedy, str(file), describe_location(path, lines()))
        for path, one in _unknown(answers.model_dump(), library)
    ]
    if faults:
        raise DrafterError(_in_order(file, faults))
    document_type = library.document(answers.document or "")
    if public:
        rules = public_rules(document_type.rules, answers.details, str(file))
        document_type = replaced(document_type, rules=rules)
    rules = document_type.rules
    state = library.state(answers.state) if answers.state else None
    chosen = tuple(library.clause(entry.clause) for section in answers.themes for entry in section.clauses)
    own_file = read_private(file, answers.private_id, pseudonyms_of(answers))
    private = own_file.secrets
    decided = decisions(answers, rules)
    named = frozenset(key for key, one in decided.items() if one.real_name and _real(key, private))
    allowed = named if names else frozenset[str]()
    printed, shown = for_public(answers, rules) if public else (answers, rules)
    printed = with_names(printed, rules.asks, {key: _real(key, private) for key in allowed}, library.language)
    people = _people(answers, decided, private, allowed, library.language.labels)
    try:
        draft = compose(
            printed,
            library,
            replaced(document_type, rules=shown),
            state,
            find=template_finder(library),
            people=people,
        )
    except DrafterError as error:
        known = {describe_location(path, {}): describe_location(path, lines()) for path in lines()}
        raise DrafterError(
            one if one.file else Fault(one.fault, one.remedy, str(file), known.get(one.place, one.place))
            for one in error.faults
        ) from None
    length = measure(draft.document, rules, answers)
    positions = library.themes.positions
    accepted = {entry.conflict for entry in answers.accept_conflicts}
    reviewed = review(
        answers,
        rules,
        chosen,
        state,
        length,
        draft.gaps,
        find_conflicts(library.themes.conflicts, answers.stand_for, chosen, accepted),
        refused_clauses(positions, refused_positions(positions, answers.stand_for, answers.refuse), chosen),
        language=library.language,
        vocabulary=library.themes,
        document=draft.document,
        today=today,
    )
    written = target or file.with_suffix(".docx")
    leaked = leak_remarks(draft, answers, library, chosen, private, allowed, written)
    remarks = [
        *leaked,
        *private_file_remarks(own_file, answers),
        *reviewed,
        *_faulty(chosen, library),
        *draft.remarks,
        *said_aloud(answers, named, in_file=names),
    ]
    return ReviewedDraft(
        file, answers, library, document_type, state, chosen, draft, length,
        tuple(remarks), named, frozenset(key for key, one in decided.items() if one.told),
        tuple(one for one in leaked if one.code != UNPRINTED)
        if public
        else tuple(giving_away(draft, answers, private, allowed, written)),
        private,
    )  # fmt: skip


def _real(key: str, private: Private) -> str:
    """Return the real name of the case *key*, empty where none is known."""
    return private.get(key, {}).get(NAME, "")


def _people(
    answers: Answers,
    decided: Mapping[str, Decision],
    private: Private,
    named: frozenset[str],
    labels: Labels,
) -> dict[str, str]:
    """Return the name under which each case that is told appears: the real one for those *named*."""
    return {
        key: _real(key, private)
        if key in named
        else labels.name_changed.format(name=answers.cases[key].pseudonym or labels.nobody)
        for key, one in decided.items()
        if one.told
    }


def _faulty(chosen: tuple[Clause, ...], library: Library) -> Iterator[Remark]:
    """Yield an error for each fault of the person's own clauses; the bundled ones were checked before."""
    made = str(bundled("clauses"))
    own = [clause for clause in chosen if not clause.file.startswith(made)]
    if own:
        for fault in (*check_clauses(own, library), *check_templates(own, library.language)):
            where = ", ".join(part for part in (fault.file, fault.place) if part)
            text = f"{fault.fault[:1].upper()}{fault.fault[1:]}."
            yield Remark("clause-faulty", "error", where, text, fault.remedy)


def pseudonyms_of(answers: Answers) -> dict[str, str | None]:
    """Return the pseudonym of each case, by its key."""
    return {key: case.pseudonym for key, case in answers.cases.items()}


def _in_order(file: Path, faults: Iterable[Fault]) -> list[Fault]:
    """Return *faults* in the order of the lines of *file*; those of other files, or without a line, last."""

    def line(fault: Fault) -> float:
        found = re.match(r"line (\d+)", fault.place)
        return int(found[1]) if found and fault.file == str(file) else inf

    return sorted(faults, key=line)


def _also_unknown(file: Path, library: Library) -> list[Fault]:
    """Return the names in a faulty *file* that the library does not know, to report all faults together."""
    try:
        text = read_file(file)
        data = read_yaml(text, str(file))
    except DrafterError:
        return []  # nothing can be read, and that was told
    if refuse_format(data, str(file), text):
        return []
    known = line_numbers(text)
    return [
        one if one.file else Fault(one.fault, one.remedy, str(file), describe_location(path, known))
        for path, one in _unknown(data, library)
    ]


def _unknown(data: Mapping[str, Any], library: Library) -> Iterator[tuple[KeyPath, Fault]]:
    """Yield each unknown name in *data* and each wrong detail, with its place."""
    unknown = list(unknown_names(data, library))
    yield from unknown
    name, details = data.get("document"), data.get("details")
    known = isinstance(name, str) and ("document",) not in (path for path, _ in unknown)
    if known and isinstance(details, Mapping):
        for path, fault, remedy in wrong_details(library.document(str(name)).rules.asks, details):
            yield ("details", *path), Fault(fault, remedy)
