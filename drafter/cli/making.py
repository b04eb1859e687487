"""From an answers file to a draft with its review: what ``build``, ``preview`` and ``new`` share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers
from drafter.answers.private import NAME, Private, hints, leaks, odd_private, read_private
from drafter.cli.shared import library_for, template_finder
from drafter.compose.draft import Draft, compose
from drafter.errors import DrafterError, Fault
from drafter.library.choose import refused_positions
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, Mechanism
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
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
from drafter.yaml_text import place


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
    answers, lines = read_answers(file)
    library = library_for(file)
    faults: list[Fault] = []

    def refused(path: tuple[str | int, ...], error: DrafterError | str, remedy: str = "") -> None:
        known = dict(lines())
        told = error.faults if isinstance(error, DrafterError) else (Fault(error, remedy),)
        faults.extend(
            one if one.file else Fault(one.fault, one.remedy, str(file), place(path, known)) for one in told
        )

    found = _document(answers, library, refused)
    state = library.state(answers.state) if answers.state else None
    if answers.state and state is None:
        from difflib import get_close_matches

        near = get_close_matches(answers.state, [one.name for one in library.states.values()], n=3)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        refused(
            ("state",),
            f"there is no State '{answers.state}'",
            f"{hint}Use its name or ISO code of 3 letters.",
        )
    if found is not None:
        for path, fault, remedy in wrong_details(found[1].asks, answers.details):
            refused(("details", *path), fault, remedy)
    chosen = tuple(_chosen(answers, library, refused))
    _vocabulary(answers, library, refused)
    if faults or found is None:
        raise DrafterError(faults)
    mechanism, rules = found
    mechanism_id = (answers.document or "").partition("/")[0]
    private = read_private(file)
    try:
        named = _named(answers, rules, private)
        people = _people(answers, rules, private, named if names else frozenset())
        draft = compose(
            answers, library, mechanism_id, mechanism, rules, state, template_finder(library), people
        )
    except DrafterError as error:
        known = {place(path, {}): place(path, dict(lines())) for path in lines()}
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
        *draft.remarks,
        *_said_aloud(answers, rules, named, in_file=names),
    ]
    return Made(
        file, answers, library, answers.document or "", mechanism, rules, state, chosen, draft, length,
        tuple(remarks), named,
    )  # fmt: skip


def _named(answers: Answers, rules: DocumentRules, private: Private) -> frozenset[str]:
    """Return the cases whose real name the Word file may hold: known, and let by rules and consent."""
    if not rules.real_names:
        return frozenset()
    return frozenset(
        key
        for key in cleared(rules, answers)
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


def _said_aloud(
    answers: Answers, rules: DocumentRules, named: frozenset[str], *, in_file: bool
) -> Iterator[Remark]:
    """Yield a note for each case that is told under the real name, so that nobody sends it unawares."""
    printed = "themes" not in rules.leaves_out
    told = {key for section in answers.themes for key in section.cases if printed}
    name = "The real name stands in the Word file"
    if not in_file:
        name = "The Word file has the real name where this shows the pseudonym"
    for key in sorted(named & told):
        yield Remark(
            "real-name-in-file",
            "note",
            case_name(key, answers.cases),
            f"{name}: the rules of this document and the person's consent let it.",
            "Give that file to nobody but the body it is for.",
        )


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


def _document(answers: Answers, library: Library, refused: Any) -> tuple[Mechanism, DocumentRules] | None:
    if not answers.document:
        refused(("document",), "the document is missing", "Choose one of 'drafter mechanisms list'.")
        return None
    try:
        return library.document(answers.document)
    except DrafterError as error:
        refused(("document",), error)
    return None


def _chosen(answers: Answers, library: Library, refused: Any) -> Any:
    for at, section in enumerate(answers.themes):
        for number, entry in enumerate(section.clauses):
            try:
                yield library.clause(entry.clause)
            except DrafterError as error:
                refused(("themes", at, "clauses", number), error)


def _vocabulary(answers: Answers, library: Library, refused: Any) -> None:
    """Refuse names of themes and positions that the library does not know."""
    themes, positions = library.themes.themes, library.themes.positions
    for at, section in enumerate(answers.themes):
        if section.theme not in themes:
            refused(
                ("themes", at, "theme"),
                f"there is no theme '{section.theme}'",
                f"Themes: {', '.join(themes)}.",
            )
    conflicts = [conflict.id for conflict in library.themes.conflicts]
    for at, entry in enumerate(answers.accept_conflicts):
        if entry.conflict not in conflicts:
            refused(
                ("accept_conflicts", at, "conflict"),
                f"there is no conflict '{entry.conflict}'",
                f"Conflicts: {', '.join(conflicts)}.",
            )
    for key in ("stand_for", "refuse"):
        for at, name in enumerate(getattr(answers, key)):
            if name not in positions:
                refused((key, at), f"there is no position '{name}'", f"Positions: {', '.join(positions)}.")
