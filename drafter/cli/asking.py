"""What ``drafter new`` shows around its questions: where the interview is, and the whole before a build."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.cli.making import Made, make
from drafter.cli.remarks import remarks_in_words
from drafter.cli.shared import show, table, wrapped
from drafter.errors import DrafterError, Fault
from drafter.interview.flow import is_open, questions
from drafter.interview.session import record
from drafter.interview.signals import UNKNOWN
from drafter.library.library import Library
from drafter.markup.count import sections
from drafter.model.question import Question
from drafter.yaml_text import place

WIDTH = 78
YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class Announcer:
    """Prints where the interview is, when it enters a section, and what a document warns of."""

    def __init__(self, library: Library, file: Path, *, plain: bool) -> None:
        self.library = library
        self.file = file
        self.plain = plain
        self.section = ""
        self.warned = ""
        self.length = ""
        """The words so far of the limit, as they were when the section began."""

    def __call__(self, question: Question, data: Mapping[str, Any]) -> None:
        """Print what is new about the place of *question* in the interview."""
        document = str(data.get("document") or "")
        if document != self.warned and document in self.library.document_ids():
            self.warned = document
            warning = self.library.document(document)[1].warning
            if warning:
                print(f"\n{wrapped(warning, '    ')}")
        if question.section != self.section:
            self.section = question.section
            self.length = self._length() if document else ""
            print(self._heading(question, data, self.length))

    def with_length(self, question: Question) -> Question:
        """Return *question*; one for a long text says in its help how long the document is so far."""
        if question.kind != "long" or not self.length:
            return question
        return question.model_copy(update={"help": f"{question.help} So far: {self.length}."})

    def _heading(self, question: Question, data: Mapping[str, Any], length: str) -> str:
        """Return the line that opens a section: which of how many, what is left in it, the words so far."""
        asked = [one for one in questions(data, self.library) if one.asked]
        names = list(dict.fromkeys(map(_part, asked)))
        here = _part(question)
        # Each theme becomes a section, so until the themes are chosen there are at least so many.
        more = "+" if any(one.path == ("themes",) and is_open(data, one) for one in asked) else ""
        place = f"{names.index(here) + 1} of {len(names)}{more}  " if here in names else ""
        open_ = sum(is_open(data, one) for one in asked if _part(one) == here)
        left = f" · {open_} to answer" if open_ > 1 else ""
        title = f"{place}{question.section}"
        if self.plain:
            # Read out: no sign that only the eye reads.
            place = f" {names.index(here) + 1} of {len(names)}{' or more' if more else ''}" if place else ""
            words = f"Section{place}: {question.section}{left}. {f'{length}.' if length else ''}"
            return f"\n{wrapped(words.replace(' · ', ', ').rstrip())}"
        widest = WIDTH - 9 - len(length) - len(left)
        title = title if len(title) <= widest else f"{title[: widest - 1]}…"
        return f"\n── {title}{left} {'─' * (widest + 3 - len(title))} {length}".rstrip()

    def _length(self) -> str:
        """Return the words so far of the limit, or nothing where the answers make no document yet."""
        try:
            return str(make(self.file).length)
        except DrafterError:
            return ""


def _part(question: Question) -> str:
    """Return the part of the interview that a question belongs to: a theme with all its facts is one."""
    return question.section.split(" · ")[0]


def before_building(file: Path) -> Made:
    """Print the sections with their words and the remarks, and return the draft that they describe."""
    made = make(file)
    length = str(made.length)
    print(f"\n── Before you build {'─' * max(WIDTH - 22 - len(length), 3)} {length}")
    counted = sections(made.draft.document.blocks)
    print(
        table((f"  {one.title or 'Title page'}", f"{one.whole:,} words") for one in counted if one.level < 2)
    )
    show(remarks_in_words(made.remarks))
    if not made.errors:
        print("  Nothing here would get the submission refused.")
    return made


def refuse_wrong_details(file: Path, library: Library) -> None:
    """Raise DrafterError where *file* holds something that its document's own questions cannot take.

    Told before the interview: at its end a build would refuse it, after all that work.
    """
    answers, lines = read_answers(file)
    if not answers.document or answers.document not in library.document_ids():
        return  # it is asked for
    wrong = list(wrong_details(library.document(answers.document)[1].asks, answers.details))
    if wrong:
        known = dict(lines())
        raise DrafterError(
            Fault(fault, remedy, str(file), place(("details", *path), known)) for path, fault, remedy in wrong
        )


def unanswered(store: Store, library: Library) -> list[Question]:
    """Return every question that has no answer yet, as far as the answers so far decide it."""
    return [one for one in questions(store.data, library) if is_open(store.data, one)]


def set_answers(store: Store, library: Library, sets: list[str]) -> None:
    """Save each ``path=value``, in order. Raises DrafterError with every wrong one; the others stand."""
    faults: list[Fault] = []
    for given in sets:
        path, equals, value = given.partition("=")
        wanted = tuple(int(part) if part.isdecimal() else part for part in path.split("."))
        found = next((one for one in questions(store.data, library) if one.path == wanted), None)
        if not equals:
            faults.append(Fault(f"--set {given}: there is no '='", "Write --set path=value."))
        elif found is None:
            known = ", ".join(".".join(map(str, one.path)) for one in unanswered(store, library)[:8])
            remedy = f"Open now: {known} …" if known else "Everything is answered."
            faults.append(Fault(f"--set {given}: there is no question '{path}' now", remedy))
        elif fault := _unfit(found, value):
            faults.append(Fault(f"--set {given}: {fault}", _choices(found)))
        else:
            record(store, library, found, _typed(found, value), lambda _: None)
    if faults:
        if len(faults) < len(sets):
            faults.append(Fault("the other answers are saved", "Give these again, alone.", str(store.file)))
        raise DrafterError(faults)


def _unfit(question: Question, value: str) -> str:
    """Return why *value* cannot be the answer, or nothing."""
    known = {choice.value for choice in question.choices}
    if value == UNKNOWN and question.kind != "choices":
        return "" if question.unknown else "it has to be answered"
    if question.kind == "yes-no":
        return "" if value.strip().lower() in YES_NO else "yes or no is expected"
    if question.kind == "number" and value.strip() and not value.strip().isdecimal():
        return "a whole number in digits is expected"
    if not value.strip() and question.required and "" not in known:
        return "an answer is needed"
    given = [one.strip() for one in value.split(",")] if question.kind == "choices" else [value]
    wrong = [one for one in given if one and one not in known] if question.choices else []
    return f"'{wrong[0]}' is not one of the choices" if wrong else ""


def _choices(question: Question) -> str:
    values = [choice.value for choice in question.choices]
    if not values:
        return f"'{UNKNOWN}' alone: not known yet." if question.unknown else ""
    shown = [value or "'' (nothing)" for value in values[:12]]
    return f"Choices: {', '.join(shown)}{' …' if len(values) > 12 else ''}."


def _typed(question: Question, value: str) -> Any:
    match question.kind:
        case "choices":
            return [one.strip() for one in value.split(",") if one.strip()]
        case "yes-no":
            return YES_NO[value.strip().lower()]
        case _:
            return None if value == UNKNOWN else value
