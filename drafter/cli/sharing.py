"""Messages and questions of ``drafter new`` about other people's changes, and about an erased person."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from drafter.answers.merge import Clash, Side
from drafter.answers.store import Listener
from drafter.cli.faults import faults_in_words
from drafter.cli.layout import wrapped
from drafter.errors import DrafterError, Fault, Refused, Stopped
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.language.english import SCREEN
from drafter.model.answers import GONE
from drafter.model.question import Choice, Question
from drafter.privacy.traces import Person, Trace, find_traces
from drafter.yaml_text import KeyPath

SHOWN = 8
"""How many changed answers a message names."""


class OnScreen(Listener):
    """Reports other people's changes on the screen and asks what only the person can decide."""

    def __init__(self, ask: Ask, private: Path) -> None:
        self.ask = ask
        self.private = private

    def on_merged(self, file: Path, paths: list[KeyPath]) -> None:
        """Report which answers somebody else has changed meanwhile."""
        what = "names" if file == self.private else _named(paths)
        _notice(f"Somebody else has changed {file.name} meanwhile ({what}). drafter kept these changes.")

    def on_deleted(self, file: Path) -> None:
        """Report that the file was deleted or renamed."""
        _notice(f"Somebody has deleted or renamed {file.name}. drafter writes it again.")

    def choose_side(self, file: Path, clash: Clash) -> Side:
        """Show both answers and ask which to keep. Private answers are not shown."""
        if file != self.private:
            print(wrapped(f"Your answer:  {_words(clash.ours)}", "    ", "      "))
            print(wrapped(f"In the file:  {_words(clash.theirs)}", "    ", "      "))
        question = _question(
            f"Somebody else has changed this answer too: {_named([clash.path])}. Which one do you keep?",
            "Only one of the two can stay.",
            choices(("theirs", "The one in the file"), ("ours", "Mine")),
        )
        try:
            return "ours" if self._answer(question) == "ours" else "theirs"
        except KeyboardInterrupt:
            kept = "" if file == self.private else f" Your answer was: {_words(clash.ours)}"
            fault = "you stopped before you chose which answer to keep"
            raise Stopped(Fault(fault, f"The file has the other person's answer.{kept}", str(file))) from None

    def on_unreadable(self, error: DrafterError, rescue: Callable[[], Path]) -> None:
        """Ask the person to repair the file; one who stops has the answers in another file."""
        print(faults_in_words(error.faults))
        question = _question(
            "Somebody has changed the file, and drafter cannot read it any more. What do you want to do?",
            "Your answers are not lost. Repair the file in an editor, then choose the first line.",
            choices(
                ("again", "I have repaired it: try again"), ("stop", "Stop, and save mine to another file")
            ),
        )
        try:
            if self._answer(question) == "again":
                return
        except KeyboardInterrupt:
            pass
        copy = rescue()
        raise Stopped(
            Fault(f"stopped; your answers are in {copy}", "The file itself was not changed.")
        ) from None

    def on_case_erased(self, person: Person) -> None:
        """Search the files nearby for the person, list them, and offer to delete those that drafter wrote."""
        say_what_is_left(self.private.parent, person, self._answer)

    def _answer(self, question: Question) -> Any:
        while True:
            try:
                return self.ask(question, None)
            except (Back, Overview):
                continue


def say_what_is_left(folder: Path, person: Person, answer: Callable[[Question], Any]) -> None:
    """Print which files still mention *person*, and delete those of drafter that *answer* allows."""
    from drafter.formats.seals import file_origin
    from drafter.word.files import document_origin
    from drafter.word.searchable_text import read_text

    left = list(find_traces(folder, person, read_text))
    # The whole list comes before the first question: after Ctrl-C it could not be shown again.
    print(wrapped(_what_is_left(left, person), "  ! ", "    "))
    for trace in left:
        print(wrapped(_line(trace, folder), "    - ", "      "))
    print(wrapped("drafter cannot reach copies that you have sent, backups, or the history of git.", "    "))
    for trace in left:
        origin_of = document_origin if trace.file.suffix == ".docx" else file_origin
        own = trace.what and origin_of(trace.file) == "ours"
        if own and answer(_whether_to_delete(trace, folder)) == "yes":
            trace.file.unlink()
            print(wrapped(f"Deleted: {trace.file.relative_to(folder)}", "    "))


def ask_to_tie(ask: Ask, private: Path, answers: Path, cases: Sequence[str]) -> bool:
    """Return whether the person says that the file *private* belongs to *answers* with these *cases*."""
    named = f"The answers have these cases: {', '.join(cases)}." if cases else "The answers have no case yet."
    question = _question(
        f"The private file {private.name} does not say whose it is. Does it belong to {answers.name}?",
        f"It holds real names. {named} If you say yes by mistake, one person's name may be printed on "
        "another person's story. Open the file and check first.",
        choices(("no", "No, or I am not sure"), ("yes", "Yes, it holds the names of these people")),
    )
    try:
        return bool(ask(question, None) == "yes")
    except (Back, Overview):
        return False


def _whether_to_delete(trace: Trace, folder: Path) -> Question:
    return _question(
        f"Delete {trace.file.relative_to(folder)}?",
        f"drafter wrote it, and it holds {SCREEN.listed(trace.what)}. "
        "You can build it again without the person.",
        choices(("no", "No, keep it"), ("yes", "Yes, delete it")),
    )


def _what_is_left(left: Sequence[Trace], person: Person) -> str:
    if not left:
        return f"{person.erased} No other file in this folder or below it mentions the person.".lstrip()
    return f"{person.erased} These files still mention the person, or drafter cannot read them:".lstrip()


def _line(trace: Trace, folder: Path) -> str:
    name = trace.file.relative_to(folder)
    if not trace.what:
        return f"{name}: drafter cannot read it"
    lines = ", ".join(map(str, trace.lines[:SHOWN]))
    where = f", line {lines}" if lines else ""
    return f"{name}: {SCREEN.listed(trace.what)}{where}"


def _named(places: Sequence[KeyPath]) -> str:
    """Return the paths of answers in words, with positions counted from 1."""
    shown = [" › ".join(str(step + 1 if isinstance(step, int) else step) for step in place)
             for place in places[:SHOWN]]  # fmt: skip
    more = len(places) - SHOWN
    return ", ".join([*shown, *([f"{more} more"] if more > 0 else [])])


def _words(value: Any) -> str:
    if value is GONE:
        return "(taken out)"
    if value is None:
        return "(not known yet)"
    return str(value) if value not in ("", [], {}) else "(empty)"


def _question(text: str, help_: str, known: tuple[Choice, ...]) -> Question:
    return Question(path=("sharing",), section="", text=text, help=help_, kind="choice", choices=known)


def _notice(text: str) -> None:
    print(f"\n{wrapped(text, '  ! ', '    ')}\n")


def refuse_other_people(private: Path) -> Refused:
    """Return the error for a private file that may belong to another submission."""
    return Refused(
        Fault(
            "this private file may hold the names of other people",
            "Move it to another folder, then start again.",
            str(private),
        )
    )
