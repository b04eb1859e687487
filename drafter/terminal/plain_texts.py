"""A long text in plain mode: written line by line, extended, replaced, left half written, or edited."""

from drafter.answers.paths import MISSING
from drafter.errors import Fault
from drafter.interview.control_flow import Back, Overview, ReadWarning, Stop
from drafter.interview.items.item import AnswerValue
from drafter.interview.validator import as_typed, check, fault_sentence
from drafter.model.marks import NOTHING, UNKNOWN, is_blank, is_unknown
from drafter.model.question import Question
from drafter.terminal.callables import Read, Say
from drafter.terminal.editor import edited, editor_command
from drafter.terminal.plain_lines import BACK, END, OVERVIEW, WARNING

EDIT = "e"


def ask_long(question: Question, current: object, say: Say, read: Read) -> AnswerValue:
    """Return the text, ``None`` for "I don't know yet".

    Raises Back, Overview, and Stop at the end of the input, each with what was written so far.
    """
    before = as_typed(question, current)
    is_open = question.allow_unknown and before == UNKNOWN
    draft = _Draft("" if is_open else before)
    _introduce(question, draft.before, say, is_open=is_open, is_suggestion=current is MISSING)
    try:
        while True:
            text = _add(question, draft, read(""), say)
            if text is None:
                continue
            stays_open = is_open and is_blank(text) and not draft.is_restarted
            checked = check(question, UNKNOWN if stays_open else text)
            if isinstance(checked, Fault):
                say(fault_sentence(checked))
                continue
            for notice in checked.notices:
                say(notice)
            return checked.value
    except (KeyboardInterrupt, EOFError) as end:
        if isinstance(end, Stop) and isinstance(end.typed, str) and end.typed:
            draft.lines.append(end.typed)  # the line without an end
        raise Stop(draft.changed_text()) from None


class _Draft:
    """What is written so far: the text *before*, unless the person discarded it, and the new lines."""

    def __init__(self, before: str) -> None:
        self.before = before
        self.lines = before.split("\n") if before else []
        self.has_new_lines = False
        """Whether a line was added since the question was asked."""
        self.is_restarted = False
        """Whether the text before was discarded."""

    @property
    def text(self) -> str:
        """The whole text so far."""
        return "\n".join(self.lines)

    def changed_text(self) -> str | None:
        """Return the whole text if it differs from the text before: it is kept when the question is left."""
        return self.text if self.text.strip() and self.text != self.before else None


def _introduce(question: Question, before: str, say: Say, *, is_open: bool, is_suggestion: bool) -> None:
    """Say what the current text is, how to write, how to leave, and what Enter alone does."""
    if before:
        say("Suggested:" if is_suggestion else "Your text so far:")
        say(before)
        say(f"What you write is added to it. Enter alone {'takes' if is_suggestion else 'keeps'} it.")
        or_empty = "" if question.required else ", or leave it empty"
        say(f"{NOTHING} alone removes it. Then write a new text{or_empty}.")
    elif is_open:
        say("Your answer so far: not known yet. Enter alone keeps it.")
    elif not question.required:
        say("Enter alone leaves it empty.")
    say("Write as many lines as you like. To end the text, type a full stop alone on a line.")
    say(
        f"{BACK} or {OVERVIEW} alone on a line leaves the question for now and keeps what you wrote. "
        f"To write the character itself, type it twice, such as {BACK * 2}."
    )
    if editor_command():
        say(f"{EDIT} alone opens your editor.")


def _add(question: Question, draft: _Draft, typed: str, say: Say) -> str | None:
    """Add a line, or the lines of a paste, and return the whole text if that ends it.

    The command characters have their meaning only in a typed line. A paste may end with a full stop alone.
    """
    pasted = typed.split("\n")
    if len(pasted) == 1:
        return _add_line(question, draft, typed, say)
    is_ended = pasted[-1].strip() == END
    draft.lines += pasted[:-1] if is_ended else pasted
    draft.has_new_lines = True
    return draft.text if is_ended else None


def _add_line(question: Question, draft: _Draft, typed: str, say: Say) -> str | None:
    """Add one line and return the whole text if that ends it, ``None`` if the text goes on."""
    bare = typed.strip()
    commands = (BACK, OVERVIEW, WARNING, END, UNKNOWN, *([EDIT] if editor_command() else []))
    if bare == BACK:
        raise Back(draft.changed_text())
    if bare == OVERVIEW:
        raise Overview(draft.changed_text())
    if bare == WARNING:
        raise ReadWarning(draft.changed_text())
    if bare == END or (not bare and not draft.has_new_lines):
        return draft.text
    if bare == EDIT and editor_command():
        return edited(draft.text, [question.text, question.help], lambda text: say(text.strip()))
    if bare == NOTHING and draft.lines and not draft.has_new_lines:
        draft.lines, draft.is_restarted = [], True
        say("Removed. Write the new text." + ("" if question.required else " Enter alone leaves it empty."))
    elif is_unknown(bare) and not draft.has_new_lines and question.allow_unknown:
        return UNKNOWN
    elif is_unknown(bare):
        where = "is possible only as the first line" if question.allow_unknown else "is not possible here"
        say(f"{UNKNOWN} alone {where}. To write the character, type {UNKNOWN * 2}. Go on writing.")
    else:
        is_doubled = len(bare) == 2 and bare[0] == bare[1] and bare[0] in commands
        draft.lines.append(bare[0] if is_doubled else typed)
        draft.has_new_lines = True
    return None
