"""Decide whether a typed text answers a question, and with which value.

Prompts, plain mode and ``--set`` all use ``check``. ``?`` alone means "I don't know yet", ``-`` alone means
"no answer". Neither is ever saved as text.
"""

from drafter.answers.paths import is_private
from drafter.errors import Fault
from drafter.frozen import frozen
from drafter.interview.items.item import AnswerValue, FinishableItem
from drafter.interview.pasted_text import what_is_made_of
from drafter.language.english import SCREEN
from drafter.model.marks import UNKNOWN, is_blank, is_nothing, is_unknown
from drafter.model.note_marks import foreign_note
from drafter.model.question import Choice, Form, Question
from drafter.model.xml_text import count_xml_illegal, strip_xml_illegal
from drafter.search import search_form

YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
LONGEST_NUMBER = 18
"""The most digits in a number: the YAML reader takes a longer one for text."""
_WITHOUT_DATES: frozenset[Form] = frozenset({"email", "link", "phone", "symbol", "paragraph", "reference"})
"""The forms of lines in which no day and no month is looked for."""
_WITH_DATES = frozenset({"details", "sign_off", "facts", "sources"})
"""The beginnings of the paths of lines that have a month and a year more often than a name and a year."""
MOST_NAMED = 12
"""The most choices that a fault names."""
_LINE_ENDS = str.maketrans({**dict.fromkeys("\r\v\x85\u2028", "\n"), "\f": "\n\n", "\u2029": "\n\n"})


@frozen
class Accepted:
    """An accepted answer."""

    value: AnswerValue
    """The answer; a number is still a text of digits."""
    notices: tuple[str, ...] = ()
    """Sentences for the person: what drafter changed in the typed text."""


@frozen
class TidyText:
    """A typed text without outer blanks and illegal characters; on one line unless it may be long."""

    text: str
    notices: tuple[str, ...] = ()
    """Sentences for the person: what drafter changed in the typed text."""


def check(question: Question, typed: str) -> Accepted | Fault:
    """Return the answer that *typed* gives to *question*, or the fault in it."""
    tidy = tidied(question, typed)
    if isinstance(tidy, Fault):
        return tidy
    if is_unknown(tidy.text):
        allowed = question.allow_unknown and question.kind != "choices"
        return Accepted(None) if allowed else unknown_fault(question)
    if question.kind in ("line", "long") and (mark := foreign_note(tidy.text)):
        return Fault(
            f"“{mark}” is the mark of a note in another text",
            "Take it out, or write the source in words. A note of your own names a fact: [^F1].",
        )
    checked = _check_by_kind(question, "" if is_nothing(tidy.text) else tidy.text)
    if isinstance(checked, Fault):
        return checked
    return Accepted(checked.value, (*tidy.notices, *checked.notices))


def tidied(question: Question, typed: str) -> TidyText | Fault:
    """Return *typed* without what an answer to *question* cannot hold, or the fault if it is not UTF-8.

    A text of invisible characters alone becomes ``""``. The lines of a paste are joined unless *question* is
    for a long text.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in typed):
        return Fault("this text is not UTF-8", "Set your terminal to UTF-8 and type it again.")
    notices = []
    text = typed.replace("\r\n", "\n").translate(_LINE_ENDS)
    dropped = count_xml_illegal(text)
    if dropped:
        plural = "s" if dropped > 1 else ""
        notices.append(
            f"This text had {dropped} control character{plural} that a Word file cannot hold. "
            f"drafter left {'them' if plural else 'it'} out."
        )
    text = strip_xml_illegal(text).strip()
    if is_blank(text):
        return TidyText("", tuple(notices))
    if question.kind != "long":
        joined = on_one_line(text)
        shows = joined.notice and question.kind == "line" and not is_private(question.path)
        notice = f"{joined.notice} It reads: {joined.text}" if shows else joined.notice
        return TidyText(joined.text, tuple(filter(None, (notice, *notices))))
    return TidyText(text, tuple(filter(None, (*notices, what_is_made_of(text)))))


@frozen
class JoinedLines:
    """The lines of a paste as one line."""

    text: str
    notice: str = ""
    """A sentence that says so; empty if it was one line before."""


def on_one_line(text: str) -> JoinedLines:
    """Return *text* on one line, without the blanks around its lines; one line is returned as it is."""
    whole = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    lines = [line.strip() for line in whole.split("\n") if line.strip()]
    if len(lines) < 2:
        return JoinedLines(text)
    return JoinedLines(" ".join(lines), f"You pasted {len(lines)} lines. drafter joined them.")


def unknown_fault(question: Question) -> Fault:
    """Return the fault for ``?`` at a *question* that does not take "I don't know yet"."""
    match question.kind:
        case "yes-no":
            remedy = "Answer yes or no."
        case "choice" | "search":
            remedy = "Choose one from the list."
        case "choices":
            remedy = "Take at least one." if question.required else "Take none if you don't know yet."
        case _ if question.required:
            remedy = "This question needs an answer."
        case _:
            remedy = "Leave it empty if you don't know yet."
    return Fault(f"{UNKNOWN} is not an answer here", remedy)


def fault_sentence(fault: Fault) -> str:
    """Return *fault* and its remedy as sentences for a prompt."""
    return f"{fault.fault[:1].upper()}{fault.fault[1:]}. {fault.remedy}".strip()


def as_typed(question: Question, current: object) -> str:
    """Return the *current* answer as a person would type it, or the question's default.

    *current* is ``None`` for "I don't know yet", ``MISSING`` for no answer.
    """
    if current is None and question.allow_unknown:
        return UNKNOWN
    if isinstance(current, str | int | float) and not isinstance(current, bool):
        return str(current)
    return str(question.default or "")


# ---- by kind ----


def _check_by_kind(question: Question, text: str) -> Accepted | Fault:
    match question.kind:
        case "yes-no":
            answer = YES_NO.get(text.casefold())
            return Fault("yes or no is expected", "Type yes or no.") if answer is None else Accepted(answer)
        case "choices":
            return _check_choices(question, text)
        case "choice" | "search" if question.choices:
            return _check_choice(question, text)
    if not text:
        return _empty_fault(question) if question.required else Accepted("")
    if question.kind == "number":
        return _check_number(text)
    return _check_form(question, text)


def _check_form(question: Question, text: str) -> Accepted | Fault:
    """Return *text*, or the fault if it has not the form that the answer must have."""
    may_have_date = any(map(str.isdecimal, text)) and not is_private(question.path)
    if question.kind != "line" or not (question.form or "[" in text or may_have_date):
        return Accepted(text)
    from drafter.interview.forms import fault_of_form
    from drafter.interview.forms_of_facts import fault_of_sourced_fact
    from drafter.interview.typed_dates import FORMS_OF_DATES, fault_of_date, in_words

    fault = fault_of_form(question.form, text)
    if fault is None and _expects_a_phrase(question):
        fault = fault_of_sourced_fact(text, _example(question))
    if fault is None and question.form == "fact":
        fault = _unknown_key(question, text)
    if fault is None and may_have_date and question.form not in _WITHOUT_DATES:
        fault = fault_of_date(text, months_alone=question.path[0] in _WITH_DATES)
    if fault is None:
        read = in_words(text) if question.form in FORMS_OF_DATES else text
        return Accepted(read, (f"It reads: {read}.",) if read != text else ())
    unknown = f" Type {UNKNOWN} if you don't know it yet." if question.allow_unknown else ""
    return Fault(fault.fault, f"{fault.remedy}{unknown}")


def _expects_a_phrase(question: Question) -> bool:
    """Return whether the answer should be a few words, not a text, a fact, a source or a list."""
    is_text = question.path[-1] in ("text", "title", "keywords")
    return (
        question.form not in ("fact", "source") and not is_text and not isinstance(question, FinishableItem)
    )


def _example(question: Question) -> str:
    """Return the example in the help of *question*, ``""`` if it has none."""
    return question.help.partition("For example: ")[2].split(". ")[0]


def _unknown_key(question: Question, text: str) -> Fault | None:
    """Return the fault of the key of a fact that is not there; those of *question*'s choices are."""
    keys = [choice.value for choice in question.choices]
    if not text[1:].isdecimal() or text[:1] not in "Ff" or text.upper() in keys:
        return None
    known = f"The facts so far: {', '.join(keys)}." if keys else "There are no facts yet."
    return Fault(f"there is no fact {text.upper()}", f"{known} A new fact is a sentence.")


def _empty_fault(question: Question) -> Fault:
    remedy = f"Type {UNKNOWN} if you don't know it yet." if question.allow_unknown else "Type an answer."
    return Fault("an answer is needed", remedy)


def _check_number(text: str) -> Accepted | Fault:
    if not text.isdecimal():
        return Fault("a whole number in digits is expected", "Type digits only, such as 2500.")
    if len(text) > LONGEST_NUMBER:
        return Fault("this number is too long", f"Type at most {LONGEST_NUMBER} digits.")
    return Accepted(str(int(text)))


def _check_choice(question: Question, text: str) -> Accepted | Fault:
    choice = _choice_named(question, text)
    if choice is not None:
        return Accepted(choice.value)
    if not text:
        return Fault("an answer is needed", "Choose one from the list.")
    return _no_such_choice(question, text)


def _check_choices(question: Question, text: str) -> Accepted | Fault:
    """Check a list of values or titles, separated by commas; a title may have commas in it if it is alone."""
    names = [name for part in text.split(";" if question.open_titles else ",") if (name := part.strip())]
    if not question.choices:
        return Accepted(list(dict.fromkeys(names)))
    if whole := _choice_named(question, text):
        return Accepted([whole.value])
    if not names and question.required:
        return Fault("an answer is needed", "Take at least one.")
    values: list[str] = []
    for name in names:
        choice = _choice_named(question, name)
        if choice is None and not question.open_titles:
            return _no_such_choice(question, name)
        values.append(choice.value if choice else name)
    alone = next((choice for choice in question.choices if choice.alone and choice.value in values), None)
    if alone is not None and len(set(values)) > 1:
        return Fault(f"“{alone.title}” excludes the others", "Choose it alone, or leave it out.")
    return Accepted(list(dict.fromkeys(values)))


def _choice_named(question: Question, text: str) -> Choice | None:
    """Return the choice that has *text* as its value, or else the only one with that value, title or letter.

    The second comparison ignores case, accents and spacing.
    """
    for choice in question.choices:
        if choice.value == text:
            return choice
    wanted = _comparable(text)
    named = [
        choice
        for choice in question.choices
        if wanted and wanted in (_comparable(choice.value), _comparable(choice.title), choice.key)
    ]
    return named[0] if len(named) == 1 else None


def _comparable(text: str) -> str:
    return search_form(" ".join(text.split()), SCREEN)


def _no_such_choice(question: Question, text: str) -> Fault:
    names = [choice.value or "'' (nothing)" for choice in question.choices[:MOST_NAMED]]
    more = " …" if len(question.choices) > MOST_NAMED else ""
    subject = "this" if is_private(question.path) else f"'{text}'"
    return Fault(f"{subject} is not one of the choices", f"Choices: {', '.join(names)}{more}.")
