"""Remarks about real names: where a name may reach other readers, and what is wrong with the private file."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from drafter.compose.draft import Draft
from drafter.drafting.resolve import Resolved
from drafter.errors import Fault, Refused
from drafter.language.english import SCREEN
from drafter.model.answers import Answers
from drafter.model.remark import Remark, RemarkType
from drafter.privacy.confidentiality import Mention
from drafter.privacy.leak_search import HarmlessWords, distinctive, hinted_cases, leaking_cases
from drafter.privacy.private_file import PrivateFile, Secrets, private_file_faults
from drafter.review.display_names import case_name
from drafter.review.leaks import (
    LeakSearch,
    check_answers,
    check_document,
    check_file_names,
    ordinary_words,
    pseudonyms,
    public_names,
)

PRIVATE_FILE_MISSING = RemarkType(
    "private-file-missing",
    "people",
    "error",
    "The private file lies beside the answers that name it, so that the text can be searched for real names.",
    "Without the search, a real name in the text would be printed without a remark.",
    bad="Answers with the line private_id, without a private file that has the same id.",
    good="The same answers beside their private file.",
    example="described",
)
PRIVATE_FILE_LEFT_OVER = RemarkType(
    "private-file-left-over",
    "people",
    "warning",
    "A private file belongs to the answers beside it.",
    "The name of one person could be printed over the story of another.",
    bad="Answers without a case, beside a private file that an earlier submission has left.",
    good="The same answers, after the private file was moved to another folder.",
    example="described",
)
PRIVATE_FILE = RemarkType(
    "private-file",
    "people",
    "warning",
    "Each entry of the private file belongs to a case of the answers.",
    "What belongs to no case is searched for nowhere and helps nobody.",
    bad="A private file with an entry for C7, beside answers without a case C7.",
    good="A private file with an entry for each case whose name is known.",
    example="described",
)
REAL_NAME_IN_FILE = RemarkType(
    "real-name-in-file",
    "people",
    "warning",
    "A real name is printed only where the author has said so, knowing it, before the file is made.",
    "A file with a name goes only to the body that it is for. What was read on the screen had the pseudonym.",
    bad="A communication that prints the real name of a person, as its rules and the person's consent allow.",
    good="A communication whose cases all have their pseudonyms.",
    example="described",
)
TYPES = (PRIVATE_FILE_MISSING, PRIVATE_FILE_LEFT_OVER, PRIVATE_FILE, REAL_NAME_IN_FILE)


def leak_remarks(
    draft: Draft, resolved: Resolved, private: Secrets, named: frozenset[str], target: Path
) -> list[Remark]:
    """Return a remark for each case that the text, the name of the file *target* or the answers give away.

    The text may contain the names of the cases *named*.
    """
    if not private:
        return []
    answers, library = resolved.answers, resolved.library
    names = public_names(answers, library.states.values(), library.authorities.values())
    nobody: frozenset[str] = frozenset()
    ordinary = ordinary_words(resolved.clauses)
    in_text = LeakSearch(
        partial(leaking_cases, private=private, allowed=named),
        partial(
            hinted_cases,
            private=private,
            allowed=named,
            harmless=HarmlessWords(names, pseudonyms(answers), ordinary),
        ),
        library.language,
    )
    elsewhere = LeakSearch(
        partial(leaking_cases, private=private, allowed=nobody),
        partial(
            hinted_cases, private=private, allowed=nobody, harmless=HarmlessWords(names, ordinary=ordinary)
        ),
        library.language,
    )
    remarks = [*check_document(draft.document, answers.cases, in_text)]
    remarks += check_file_names([target.stem], answers.cases, elsewhere)
    return [*remarks, *check_answers(answers, remarks, elsewhere)]


def exposure_remarks(
    draft: Draft, answers: Answers, private: Secrets, allowed: frozenset[str], target: Path
) -> Iterator[Remark]:
    """Yield an error for each case that the text or the name of the file *target* certainly gives away."""
    secrets = distinctive(private)
    if secrets:
        in_text = LeakSearch(partial(leaking_cases, private=secrets, allowed=allowed), lambda _: (), SCREEN)
        yield from check_document(draft.document, answers.cases, in_text)
        in_name = LeakSearch(
            partial(leaking_cases, private=secrets, allowed=frozenset()), lambda _: (), SCREEN
        )
        yield from check_file_names([target.stem], answers.cases, in_name)


def private_file_remarks(file: PrivateFile, answers: Answers) -> Iterator[Remark]:
    """Yield a remark if the private file is missing, left over from other answers, or odd."""
    if file.is_missing:
        yield PRIVATE_FILE_MISSING.remark(
            "the private file",
            "drafter cannot find it, so it cannot search the text for real names.",
            "Put it beside the answers. If you received the answers without it, delete the line private_id "
            "from them.",
        )
    if file.is_left_over:
        yield PRIVATE_FILE_LEFT_OVER.remark(
            str(file.path),
            "These answers have no case, and this private file does not say that it belongs to them.",
            "Move it to another folder if it is from another submission.",
        )
    for fault in private_file_faults(file.path, list(answers.cases)) if file.path else ():
        where = ", ".join(part for part in (fault.file, fault.place) if part)
        text = f"{fault.fault[:1].upper()}{fault.fault[1:]}."
        yield PRIVATE_FILE.remark(where, text, fault.remedy)


def real_name_notes(answers: Answers, named: frozenset[str], *, in_file: bool) -> Iterator[Remark]:
    """Yield a remark for each case of which the Word file may have the real name, so that the author decides.

    *in_file*: the remarks are about a file that has the names, not about what is shown on the screen.
    """
    text, remedy = (
        "The Word file may have the real name: the rules of this document and the person's consent allow it. "
        "Here you see the pseudonym.",
        "Decide before you build. drafter asks you, and prints the pseudonym unless you say yes "
        "(drafter build --real-names).",
    )
    if in_file:
        text = "This file has the real name."
        remedy = "Give it only to the body it is for. Without --real-names, drafter prints the pseudonym."
    for key in sorted(named):
        yield REAL_NAME_IN_FILE.remark(case_name(key, answers.cases), text, remedy)


def refuse_names_in_look(data: bytes, private: Secrets, named: frozenset[str], look_file: str) -> None:
    """Raise Refused if the finished Word file *data* has something private that comes from the look.

    The text was searched before. The file may contain the names of the cases *named*.
    """
    secrets = distinctive(private)
    if not any(secrets.values()):
        return
    from drafter.word.searchable_text import extract_text

    text = f"{extract_text(data)}\n{extract_text(data, between=' ')}"
    if any(leaking_cases(text, secrets, named)):
        raise Refused(
            Fault(
                "the letterhead has something from the private file (a name, an address, a number)",
                "Remove it from the letterhead: look in its header, its footer and its lists.",
                look_file,
            )
        )


def refuse_authors_in_look(data: bytes, authors: Sequence[str], look_file: str) -> None:
    """Raise Refused if the Word file *data*, which must not say who submits, has one of *authors*."""
    if not authors:
        return
    from drafter.word.searchable_text import extract_text

    text = extract_text(data)
    if any(Mention(name).is_in(text) for name in authors):
        raise Refused(
            Fault(
                "the letterhead says who submits this, and the public version must not",
                "Use another letterhead for it: --look FILE.",
                look_file,
            )
        )
