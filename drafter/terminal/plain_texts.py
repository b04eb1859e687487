"""A long text in plain lines: written line by line, added to, begun anew, left half written, or edited."""

from typing import Any

from drafter.answers.paths import MISSING
from drafter.errors import Fault
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.validator import Value, as_typed, check, in_a_sentence
from drafter.model.marks import NOTHING, UNKNOWN, is_blank, is_unknown
from drafter.model.question import Question
from drafter.terminal.editor import edited, editor
from drafter.terminal.plain_lines import BACK, END, OVERVIEW, Read, Say

EDIT = "e"


def ask_long(question: Question, standing: Any, say: Say, read: Read) -> Value:
    """Return the text, ``None`` for not known yet.

    Raises Back, Overview, and Stop where the input ends, each with what was written so far.
    """
    before = as_typed(question, standing)
    open_ = question.allow_unknown and before == UNKNOWN
    written = _Written("" if open_ else before)
    _introduce(question, written.before, say, open_=open_, suggested=standing is MISSING)
    try:
        while True:
            done = _lines(question, written, read(""), say)
            if done is None:
                continue
            checked = check(question, UNKNOWN if open_ and is_blank(done) and not written.anew else done)
            if isinstance(checked, Fault):
                say(in_a_sentence(checked))
                continue
            for notice in checked.notices:
                say(notice)
            return checked.value
    except (KeyboardInterrupt, EOFError) as end:
        if isinstance(end, Stop) and end.typed:
            written.lines.append(end.typed)  # the line that was not ended
        raise Stop(written.new()) from None


class _Written:
    """What is written so far: the text that stood before, unless it was set aside, and the new lines."""

    def __init__(self, before: str) -> None:
        self.before = before
        self.lines = before.split("\n") if before else []
        self.added = False
        """Whether a line was written since the question was asked, or the text begun anew."""
        self.anew = False

    def text(self) -> str:
        return "\n".join(self.lines)

    def new(self) -> str | None:
        """Return the whole text where it is not what stood before, to be kept when the question is left."""
        return self.text() if self.text().strip() and self.text() != self.before else None


def _introduce(question: Question, before: str, say: Say, *, open_: bool, suggested: bool) -> None:
    """Say what stands, how to write, how to leave, and what Enter alone does."""
    if before:
        say("Suggested:" if suggested else "Your text so far:")
        say(before)
        say("What you write is added to it. Enter alone " + ("takes it." if suggested else "keeps it."))
        say(f"{NOTHING} alone sets it aside: begin anew{'' if question.required else ', or leave it empty'}.")
    elif open_:
        say("Your answer so far: not known yet. Enter alone keeps it.")
    elif not question.required:
        say("Enter alone leaves it empty.")
    say("Write as many lines as you like. A line with a full stop alone ends it.")
    say(
        f"{BACK} or {OVERVIEW} alone on a line leaves it for now and keeps what you wrote. "
        f"Two signs, such as {BACK * 2}, write the sign itself."
    )
    if editor():
        say(f"{EDIT} alone opens your editor.")


def _lines(question: Question, written: _Written, typed: str, say: Say) -> str | None:
    """Take a line, or the lines of a paste, and return the answer where that ends it.

    The signs have their meaning in a line that was typed. In a paste a full stop at its end has it.
    """
    pasted = typed.split("\n")
    if len(pasted) == 1:
        return _line(question, written, typed, say)
    ended = pasted[-1].strip() == END
    written.lines += pasted[:-1] if ended else pasted
    written.added = True
    return written.text() if ended else None


def _line(question: Question, written: _Written, typed: str, say: Say) -> str | None:
    """Take one line and return the answer where that ends it, ``None`` where the text goes on."""
    bare = typed.strip()
    meant = (BACK, OVERVIEW, END, UNKNOWN, *([EDIT] if editor() else []))
    if bare == BACK:
        raise Back(written.new())
    if bare == OVERVIEW:
        raise Overview(written.new())
    if bare == END or (not bare and not written.added):
        return written.text()
    if bare == EDIT and editor():
        return edited(written.text(), [question.text, question.help], lambda words: say(words.strip()))
    if bare == NOTHING and written.lines and not written.added:
        written.lines, written.anew = [], True
        say("Set aside. Write the new text." + ("" if question.required else " Enter alone leaves it empty."))
    elif is_unknown(bare) and not written.added and question.allow_unknown:
        return UNKNOWN
    elif is_unknown(bare):
        now = "is possible only as the first line" if question.allow_unknown else "is not possible here"
        say(f"{UNKNOWN} alone {now}; {UNKNOWN * 2} writes it. Go on writing.")
    else:
        written.lines.append(bare[0] if len(bare) == 2 and bare[0] == bare[1] and bare[0] in meant else typed)
        written.added = True
    return None
