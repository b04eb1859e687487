"""Remarks about real names: where one may have got into what others read, and what the private file lacks."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from drafter.compose.draft import Draft
from drafter.drafting.resolve import Resolved
from drafter.errors import Fault, Refused
from drafter.language.english import SCREEN
from drafter.model.answers import Answers
from drafter.model.remark import Remark
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


def leak_remarks(
    draft: Draft, resolved: Resolved, private: Secrets, named: frozenset[str], written: Path
) -> list[Remark]:
    """Return a remark for each case that the text, the file's name or the answers give away.

    The names of the cases *named* may stand in the text.
    """
    if not private:
        return []
    answers, library = resolved.answers, resolved.library
    others = public_names(answers, library.states.values(), library.authorities.values())
    nobody: frozenset[str] = frozenset()
    ordinary = ordinary_words(resolved.clauses)
    find = partial(hinted_cases, private=private)
    text = LeakSearch(
        partial(leaking_cases, private=private, allowed=named),
        partial(find, allowed=named, harmless=HarmlessWords(others, pseudonyms(answers), ordinary)),
        library.language,
    )
    elsewhere = LeakSearch(
        partial(leaking_cases, private=private, allowed=nobody),
        partial(find, allowed=nobody, harmless=HarmlessWords(others, ordinary=ordinary)),
        library.language,
    )
    found = [*check_document(draft.document, answers.cases, text)]
    found += check_file_names([written.stem], answers.cases, elsewhere)
    return [*found, *check_answers(answers, found, elsewhere)]


def giving_away(
    draft: Draft, answers: Answers, private: Secrets, allowed: frozenset[str], written: Path
) -> Iterator[Remark]:
    """Yield an error for each case that the text or the file's name gives away beyond doubt."""
    sure = distinctive(private)
    if sure:
        looks = LeakSearch(partial(leaking_cases, private=sure, allowed=allowed), lambda _: (), SCREEN)
        yield from check_document(draft.document, answers.cases, looks)
        nobody = LeakSearch(partial(leaking_cases, private=sure, allowed=frozenset()), lambda _: (), SCREEN)
        yield from check_file_names([written.stem], answers.cases, nobody)


def private_file_remarks(file: PrivateFile, answers: Answers) -> Iterator[Remark]:
    """Yield what is wrong with the private file: it is missing, left over, or cannot do what is meant."""
    if file.is_missing:
        yield Remark(
            "private-file-missing",
            "error",
            "the private file",
            "drafter cannot find it, so it cannot search the text for real names.",
            "Put it beside the answers. If you received the answers without it, delete the line private_id "
            "from them.",
        )
    if file.is_left_over:
        yield Remark(
            "private-file-left-over",
            "warning",
            str(file.path),
            "These answers have no case, and this private file does not say that it belongs to them.",
            "Move it to another folder if it is from another submission.",
        )
    for one in private_file_faults(file.path, list(answers.cases)) if file.path else ():
        where = ", ".join(part for part in (one.file, one.place) if part)
        yield Remark("private-file", "warning", where, f"{one.fault[:1].upper()}{one.fault[1:]}.", one.remedy)


def said_aloud(answers: Answers, named: frozenset[str], *, in_file: bool) -> Iterator[Remark]:
    """Yield a note for each case that is told under the real name, so that nobody sends it unawares."""
    name = "The Word file has the real name"
    if not in_file:
        name = "The Word file has the real name where this shows the pseudonym"
    for key in sorted(named):
        yield Remark(
            "real-name-in-file",
            "note",
            case_name(key, answers.cases),
            f"{name}: the rules of this document and the person's consent let it.",
            "Give that file only to the body it is for.",
        )


def refuse_names_in_look(data: bytes, private: Secrets, named: frozenset[str], look_file: str) -> None:
    """Raise Refused where the finished Word file *data* holds something private that its text does not.

    The text was searched before; what is left has come with the look. The names of the cases *named* may be
    in it.
    """
    sure = distinctive(private)
    if not any(sure.values()):
        return
    from drafter.word.searchable_text import extract_text

    text = f"{extract_text(data)}\n{extract_text(data, between=' ')}"
    if any(leaking_cases(text, sure, named)):
        raise Refused(
            Fault(
                "the letterhead holds something of the private file (a name, an address, a number)",
                "Remove it from the letterhead: look in its header, its footer and its lists.",
                look_file,
            )
        )
