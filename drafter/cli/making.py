"""From an answers file to a draft with its review: what ``build``, ``preview`` and ``new`` share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers, refuse_format
from drafter.bundled import bundled
from drafter.cli.shared import library_for, template_finder
from drafter.compose.check import check_templates
from drafter.compose.draft import Draft, compose
from drafter.errors import DrafterError, Fault
from drafter.library.check import check_clauses, unknown_names
from drafter.library.choose import refused_positions
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, Mechanism
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.privacy.leak_search import certain, hints, leaks
from drafter.privacy.private_file import NAME, Private, odd_private, read_private
from drafter.review.cases import cleared
from drafter.review.conflicts import find_conflicts, refused_clauses
from drafter.review.leaks import (
    Looks,
    leaked,
    leaked_in_answers,
    leaked_in_names,
    ordinary_words,
    other_names,
    pseudonyms,
)
from drafter.review.limits import Length, measure
from drafter.review.naming import case_name
from drafter.review.submission import review
from drafter.text_file import read_file
from drafter.yaml_text import Path as Place
from drafter.yaml_text import lines_of, place, read_yaml


@dataclass(frozen=True, slots=True)
class Made:
    """A draft and everything said of it."""

    file: Path
    answers: Answers
    library: Library
    document_id: str
    mechanism: Mechanism
    rules: DocumentRules
    state: State | None
    chosen: tuple[Clause, ...]
    draft: Draft
    length: Length
    remarks: tuple[Remark, ...]
    named: frozenset[str] = frozenset()
    """The cases that the Word file tells under the real name."""
    giving_away: tuple[Remark, ...] = ()
    """Those of the errors that stop a draft too: it would tell who a person is."""

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks that stop a final build."""
        return tuple(remark for remark in self.remarks if remark.level == "error")


def make(file: Path, *, names: bool = False, target: Path | None = None, today: date | None = None) -> Made:
    """Return the draft that the answers in *file* make. Raises DrafterError with every fault in them.

    With *names*, a person's real name stands in the draft where the document's rules and the person's consent
    allow it; for the Word file alone. Whatever goes to the screen has the pseudonym. *target* is the Word
    file to be written (default: beside the answers); what depends on the day is said only with *today*.
    """
    library = library_for(file)
    try:
        answers, lines = read_answers(file)
    except DrafterError as error:
        raise DrafterError(_in_order(file, (*error.faults, *_also_unknown(file, library)))) from None
    faults = [
        one if one.file else Fault(one.fault, one.remedy, str(file), place(path, lines()))
        for path, one in _unknown(answers.model_dump(), library)
    ]
    if faults:
        raise DrafterError(_in_order(file, faults))
    mechanism, rules = library.document(answers.document or "")
    state = library.state(answers.state) if answers.state else None
    chosen = tuple(library.clause(entry.clause) for section in answers.themes for entry in section.clauses)
    mechanism_id = (answers.document or "").partition("/")[0]
    private = read_private(file)
    try:
        named = _named(answers, rules, private)
        people = _people(answers, rules, private, named if names else frozenset())
        draft = compose(
            answers, library, mechanism_id, mechanism, rules, state, template_finder(library), people
        )
    except DrafterError as error:
        known = {place(path, {}): place(path, lines()) for path in lines()}
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
        vocabulary=library.themes,
        document=draft.document,
        today=today,
    )
    written = target or file.with_suffix(".docx")
    allowed = named if names else frozenset[str]()
    remarks = [
        *_leaked(draft, answers, library, chosen, private, allowed, written),
        *_odd_private(file, answers),
        *reviewed,
        *_faulty(chosen, library),
        *draft.remarks,
        *_said_aloud(answers, named, in_file=names),
    ]
    return Made(
        file, answers, library, answers.document or "", mechanism, rules, state, chosen, draft, length,
        tuple(remarks), named, tuple(_giving_away(draft, answers, private, allowed, written)),
    )  # fmt: skip


def _named(answers: Answers, rules: DocumentRules, private: Private) -> frozenset[str]:
    """Return the cases whose real name the Word file holds: told, known, and let by rules and consent."""
    if not rules.real_names or "themes" in rules.left_out:
        return frozenset()
    told = {key for section in answers.themes for key in section.cases}
    return frozenset(
        key
        for key in told.intersection(cleared(rules, answers))
        if private.get(key, {}).get(NAME) and answers.cases[key].consent.government == "yes"
    )


def _people(
    answers: Answers, rules: DocumentRules, private: Private, named: frozenset[str]
) -> dict[str, str]:
    """Return the name under which each cleared case is told: the real one for those *named*."""
    return {
        key: private[key][NAME]
        if key in named
        else f"{answers.cases[key].pseudonym or 'A person'} (name changed)"
        for key in cleared(rules, answers)
    }


def _faulty(chosen: tuple[Clause, ...], library: Library) -> Iterator[Remark]:
    """Yield an error for each fault of the person's own clauses; the bundled ones were checked before."""
    made = str(bundled("clauses"))
    own = [clause for clause in chosen if not clause.file.startswith(made)]
    if own:
        for fault in (*check_clauses(own, library), *check_templates(own)):
            where = ", ".join(part for part in (fault.file, fault.place) if part)
            text = f"{fault.fault[:1].upper()}{fault.fault[1:]}."
            yield Remark("clause-faulty", "error", where, text, fault.remedy)


def _said_aloud(answers: Answers, named: frozenset[str], *, in_file: bool) -> Iterator[Remark]:
    """Yield a note for each case that is told under the real name, so that nobody sends it unawares."""
    name = "The real name stands in the Word file"
    if not in_file:
        name = "The Word file has the real name where this shows the pseudonym"
    for key in sorted(named):
        yield Remark(
            "real-name-in-file",
            "note",
            case_name(key, answers.cases),
            f"{name}: the rules of this document and the person's consent let it.",
            "Give that file to nobody but the body it is for.",
        )


def _giving_away(
    draft: Draft, answers: Answers, private: Private, allowed: frozenset[str], written: Path
) -> Iterator[Remark]:
    """Yield an error for each case that the text or the file's name gives away beyond doubt."""
    sure = certain(private)
    if sure:
        looks = Looks(partial(leaks, private=sure, allowed=allowed), lambda _: ())
        yield from leaked(draft.document, answers.cases, looks)
        nobody = Looks(partial(leaks, private=sure, allowed=frozenset()), lambda _: ())
        yield from leaked_in_names([written.stem], answers.cases, nobody)


def _odd_private(file: Path, answers: Answers) -> Iterator[Remark]:
    """Yield a warning for each thing in the private file that does not do what it seems meant to."""
    for one in odd_private(file, list(answers.cases)):
        where = ", ".join(part for part in (one.file, one.place) if part)
        yield Remark("private-file", "warning", where, f"{one.fault[:1].upper()}{one.fault[1:]}.", one.remedy)


def _leaked(
    draft: Draft,
    answers: Answers,
    library: Library,
    chosen: tuple[Clause, ...],
    private: Private,
    named: frozenset[str],
    written: Path,
) -> list[Remark]:
    """Return a remark for each case that the text, the file's name or the answers give away.

    The names of the cases *named* may stand in the text.
    """
    if not private:
        return []
    others = other_names(answers, library.states.values(), library.authorities.values())
    nobody: frozenset[str] = frozenset()
    find = partial(hints, private=private, others=others, ordinary=ordinary_words(chosen))
    text = Looks(
        partial(leaks, private=private, allowed=named),
        partial(find, allowed=named, pseudonyms=pseudonyms(answers)),
    )
    elsewhere = Looks(partial(leaks, private=private, allowed=nobody), partial(find, allowed=nobody))
    found = [*leaked(draft.document, answers.cases, text)]
    found += leaked_in_names([written.stem], answers.cases, elsewhere)
    return [*found, *leaked_in_answers(answers, found, elsewhere)]


def _in_order(file: Path, faults: Iterable[Fault]) -> list[Fault]:
    """Return *faults* in the order of the lines of *file*; those of other files, or without a line, last."""

    def line(fault: Fault) -> float:
        found = re.match(r"line (\d+)", fault.place)
        return int(found[1]) if found and fault.file == str(file) else inf

    return sorted(faults, key=line)


def _also_unknown(file: Path, library: Library) -> list[Fault]:
    """Return what the library does not know in a *file* that is wrong in other ways: all is told at once."""
    try:
        text = read_file(file)
        data = read_yaml(text, str(file))
    except DrafterError:
        return []  # nothing can be read, and that was told
    if refuse_format(data, str(file), text):
        return []
    known = lines_of(text)
    return [
        one if one.file else Fault(one.fault, one.remedy, str(file), place(path, known))
        for path, one in _unknown(data, library)
    ]


def _unknown(data: Mapping[str, Any], library: Library) -> Iterator[tuple[Place, Fault]]:
    """Yield each unknown name in *data* and each wrong detail, with its place."""
    unknown = list(unknown_names(data, library))
    yield from unknown
    name, details = data.get("document"), data.get("details")
    known = isinstance(name, str) and ("document",) not in (path for path, _ in unknown)
    if known and isinstance(details, Mapping):
        for path, fault, remedy in wrong_details(library.document(str(name))[1].asks, details):
            yield ("details", *path), Fault(fault, remedy)
