"""What ``drafter new`` shows around its questions: where the interview is, and the whole before a build."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.cli.layout import show, table, wrapped
from drafter.cli.remarks import remarks_in_words
from drafter.drafting.pipeline import ReviewedDraft, make
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.interview.flow import is_open, questions
from drafter.interview.session import record
from drafter.interview.validator import check
from drafter.library.library import Library
from drafter.markup.count import sections
from drafter.model.question import Question
from drafter.yaml_text import place

WIDTH = 78


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
            warning = self.library.document(document).rules.warning
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
        asked = [one for one in questions(data, self.library) if one.automatic]
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
            return str(make(self.file, library=self.library).length)
        except DrafterError:
            return ""


def _part(question: Question) -> str:
    """Return the part of the interview that a question belongs to: a theme with all its facts is one."""
    return question.section.split(" · ")[0]


def before_building(file: Path, library: Library) -> ReviewedDraft:
    """Print the sections with their words and the remarks, and return the draft that they describe."""
    made = make(file, library=library)
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
    wrong = list(wrong_details(library.document(answers.document).rules.asks, answers.details))
    if wrong:
        known = dict(lines())
        raise DrafterError(
            Fault(fault, remedy, str(file), place(("details", *path), known)) for path, fault, remedy in wrong
        )


def unanswered(store: Store, library: Library) -> list[Question]:
    """Return every question that has no answer yet, as far as the answers so far decide it."""
    return [one for one in questions(store.data, library) if is_open(store.data, one)]


def set_answers(store: Store, library: Library, sets: Sequence[str]) -> None:
    """Save each ``path=value``, in order. Raises DrafterError with every wrong one; the others stand.

    What looks private is refused, and not repeated in the message.
    """
    faults: list[Fault] = []
    for given in sets:
        path, equals, value = given.partition("=")
        if _looks_private(path):
            faults.append(ON_THE_COMMAND_LINE)
        elif not equals:
            faults.append(Fault(f"--set {given}: there is no '='", "Write --set path=value."))
        elif fault := _set(store, library, path, value):
            faults.append(replaced(fault, fault=f"--set {path}: {fault.fault}"))
    _raise_all(faults, len(sets), store)


def set_private(store: Store, library: Library, paths: Sequence[str], read: Callable[[str], str]) -> None:
    """Save for each of *paths*, in order, the line that *read* gives for a prompt.

    Raises DrafterError with every wrong one; the others stand. No message holds a value.
    """
    faults: list[Fault] = []
    for path in paths:
        if "=" in path or not _looks_private(path):
            faults.append(NOT_A_PRIVATE_PATH)
            continue
        try:
            value = read(f"{path} (what you type is not shown): ")
        except EOFError:
            faults.append(Fault(f"--set-private {path}: there was no line to read", "Write one for each."))
            continue
        if fault := _set(store, library, path, value):
            faults.append(replaced(fault, fault=f"--set-private {path}: {fault.fault}"))
    _raise_all(faults, len(paths), store)


ON_THE_COMMAND_LINE = Fault(
    "--set: a private answer does not belong on the command line. Other people on this computer can see it "
    "there, and the shell remembers it. It was not saved",
    "Use --set-private PATH. It asks for the answer, or reads it from the standard input. "
    "Take the name out of the history of your shell.",
)
NOT_A_PRIVATE_PATH = Fault(
    "--set-private: this is not the path of a private answer",
    "Write the path alone, such as private.cases.C1.name. drafter asks for the answer.",
)


def _looks_private(path: str) -> bool:
    """Return whether *path* is meant for the private file, however it is written."""
    return path.strip().casefold().startswith("private")


def _set(store: Store, library: Library, path: str, value: str) -> Fault | None:
    """Save *value* as the answer at *path* and return nothing, or return what is wrong."""
    wanted = tuple(int(part) if part.isdecimal() else part for part in path.split("."))
    found = next((one for one in questions(store.data, library) if one.path == wanted), None)
    if found is None:
        known = ", ".join(".".join(map(str, one.path)) for one in unanswered(store, library)[:8])
        remedy = f"Open now: {known} …" if known else "Everything is answered."
        return Fault(f"there is no question '{path}' now", remedy)
    checked = check(found, value)
    if isinstance(checked, Fault):
        return checked
    record(store, library, found, checked.value, lambda _: None)
    for notice in checked.notices:
        print(f"{path}: {notice}")
    return None


def _raise_all(faults: list[Fault], given: int, store: Store) -> None:
    if faults:
        if len(faults) < given:
            faults.append(Fault("the other answers are saved", "Give these again, alone.", str(store.file)))
        raise DrafterError(faults)
