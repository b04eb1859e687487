"""The search of a Word file for what the private file beside it holds: names, addresses, numbers."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from drafter.answers.load import read_answers
from drafter.drafting.name_remarks import PRIVATE_FILE
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError, Fault
from drafter.frozen import factory_default, frozen
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.remark import Remark
from drafter.privacy.leak_search import HarmlessWords, distinctive, hinted_cases, leaking_cases
from drafter.privacy.private_file import Secrets, private_path, read_private
from drafter.review.leaks import (
    REAL_NAME_IN_TEXT,
    LeakSearch,
    check_document,
    check_file_names,
    ordinary_words,
    pseudonyms,
    public_names,
)
from drafter.text_file import file_exists
from drafter.word.searchable_text import extract_text

_ENDINGS = (".yaml", ".yml")
_NOBODY: frozenset[str] = frozenset()


@frozen
class PrivateBeside:
    """What the private file holds, and what the answers beside it allow."""

    secrets: Secrets
    answers: Answers
    named: frozenset[str] = _NOBODY
    """The cases whose real name the rules and the person's consent allow."""


@frozen
class WordNames:
    """What the search of a Word file for private details found."""

    remarks: tuple[Remark, ...] = ()
    secrets: Secrets = factory_default(factory=dict)
    """What was searched for; never printed."""


def secrets_beside(file: Path, library: Library) -> PrivateBeside:
    """Return what the private file beside the Word *file*, of the same name, holds; nothing without one.

    Raises DrafterError if the private file cannot be read.
    """
    answers_file = _answers_beside(file)
    return PrivateBeside({}, Answers(format=1)) if answers_file is None else _read(answers_file, library)


def search_names(file: Path, data: bytes, document: Document, library: Library) -> WordNames:
    """Return a remark for each case that the Word *file*, with the content *data*, gives away.

    Without a private file of the same name beside it, nothing is searched for. *document* is what was read.
    The answers of the same name are read for one thing: which names the persons allow to be printed.
    """
    answers_file = _answers_beside(file)
    if answers_file is None:
        return WordNames()
    try:
        private = _read(answers_file, library)
    except DrafterError as error:
        return WordNames(tuple(map(_fault_remark, error.faults)))
    search = _search(private, library)
    remarks = [*check_document(document, private.answers.cases, search)]
    remarks += _elsewhere(data, private, search, {remark.place for remark in remarks})
    in_name = _search(private, library, in_name=True)
    remarks += check_file_names([file.stem], private.answers.cases, in_name)
    return WordNames(tuple(remarks), private.secrets)


def _fault_remark(fault: Fault) -> Remark:
    """Return the warning that the private file has a *fault*, so that its names are not searched for."""
    where = ", ".join(part for part in (fault.file, fault.place) if part)
    return PRIVATE_FILE.remark(where, f"{fault.fault[:1].upper()}{fault.fault[1:]}.", fault.remedy)


def _answers_beside(file: Path) -> Path | None:
    """Return the answers file of the same name as *file* that has a private file; ``None`` if none has."""
    return next((file.with_suffix(end) for end in _ENDINGS if _has_private(file, end)), None)


def _has_private(file: Path, ending: str) -> bool:
    return file_exists(private_path(file.with_suffix(ending)))


def _read(answers_file: Path, library: Library) -> PrivateBeside:
    """Return what the private file of *answers_file* holds, and which names may be printed.

    If there are no answers, or they do not fit the private file, no name may. Raises DrafterError if the
    private file cannot be read.
    """
    try:
        answers, _ = read_answers(answers_file)
        resolved = resolve(answers, library)
        names = {key: case.pseudonym for key, case in answers.cases.items()}
        secrets = read_private(answers_file, answers.private_id, names).secrets
    except DrafterError:
        return PrivateBeside(read_private(answers_file, "", {}).secrets, Answers(format=1))
    named = frozenset(key for key, case in resolved.decisions.items() if case.allows_real_name)
    return PrivateBeside(secrets, answers, named)


def _search(private: PrivateBeside, library: Library, *, in_name: bool = False) -> LeakSearch:
    """Return the search of the text, or of the name of the file, in which nobody may be named."""
    clauses, _ = library.all_clauses()
    harmless = HarmlessWords(
        public_names(private.answers, library.states.values(), library.authorities.values()),
        "" if in_name else pseudonyms(private.answers),
        ordinary_words(clauses),
    )
    allowed = _NOBODY if in_name else private.named
    return LeakSearch(
        partial(leaking_cases, private=private.secrets, allowed=allowed),
        partial(hinted_cases, private=private.secrets, allowed=allowed, harmless=harmless),
        library.language,
    )


def _elsewhere(
    data: bytes, private: PrivateBeside, search: LeakSearch, reported: set[str]
) -> Iterator[Remark]:
    """Yield an error for each case with a detail in the file that is not in its text.

    That is a header, a comment, a deleted sentence, a property. *reported* are the places of earlier remarks.
    """
    secrets = distinctive(private.secrets)
    text = f"{extract_text(data)}\n{extract_text(data, between=' ')}"
    for key in leaking_cases(text, secrets, private.named):
        name = search.case_name(key, private.answers.cases)
        if name not in reported:
            yield REAL_NAME_IN_TEXT.remark(
                name,
                "Something from the private file (a name, an address or a number) is in the file outside its "
                "text: in a header, a comment, a deleted sentence or a property.",
                "Remove it in Word: see File › Info › Inspect Document.",
            )
