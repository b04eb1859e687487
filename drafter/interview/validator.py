"""Whether a typed text answers a question, and with which value: one rule for prompts, plain lines and --set.

``?`` alone means "I don't know yet", ``-`` alone means nothing at all. Neither is ever saved as an answer.
"""

from drafter.answers.paths import is_private
from drafter.errors import Fault
from drafter.frozen import frozen
from drafter.model.marks import UNKNOWN, is_blank, is_nothing, is_unknown
from drafter.model.question import Question
from drafter.model.xml_text import count_xml_illegal, strip_xml_illegal

Value = str | bool | list[str] | None
YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
LONGEST_NUMBER = 18
"""Digits of a number: the YAML reader takes a longer one for text."""
SHOWN = 12
"""Choices that are named where something else was typed."""
_LINE_ENDS = str.maketrans({**dict.fromkeys("\r\v\x85\u2028", "\n"), "\f": "\n\n", "\u2029": "\n\n"})


@frozen
class Accepted:
    """An answer: its value as it is saved, ``None`` for "I don't know yet"; a number is still digits."""

    value: Value
    notices: tuple[str, ...] = ()
    """What was changed in the typed text, in sentences for the person."""


def check(question: Question, typed: str) -> Accepted | Fault:
    """Return the answer that *typed* gives to *question*, or what is wrong with it and what to do."""
    if any("\ud800" <= letter <= "\udfff" for letter in typed):
        return Fault("this text is not UTF-8", "Set your terminal to UTF-8 and type it again.")
    text, notices = _tidy(question, typed)
    if is_unknown(text):
        allowed = question.allow_unknown and question.kind != "choices"
        return Accepted(None) if allowed else unknown_refused(question)
    checked = _check(question, "" if is_nothing(text) else text)
    return Accepted(checked.value, notices) if isinstance(checked, Accepted) else checked


def unknown_refused(question: Question) -> Fault:
    """Return what is said where "I don't know yet" is typed and is no answer."""
    match question.kind:
        case "yes-no":
            remedy = "Answer yes or no."
        case "choice" | "search":
            remedy = "Choose one of the list."
        case "choices":
            remedy = "Take at least one." if question.required else "Take none if you don't know yet."
        case _ if question.required:
            remedy = "This question needs an answer."
        case _:
            remedy = "Leave it empty if you don't know yet."
    return Fault(f"{UNKNOWN} is not an answer here", remedy)


def in_a_sentence(fault: Fault) -> str:
    """Return *fault* as it is said at a prompt."""
    return f"{fault.fault[:1].upper()}{fault.fault[1:]}. {fault.remedy}".strip()


def pasted(lines: int) -> str:
    """Return what is said where several lines answer a question for one line."""
    return f"You pasted {lines} lines. drafter joined them."


def as_typed(question: Question, standing: object) -> str:
    """Return the earlier answer as a person would type it, or the default where there is none.

    *standing* is ``None`` for "I don't know yet" where the question allows that, ``MISSING`` for no answer.
    """
    if standing is None and question.allow_unknown:
        return UNKNOWN
    if isinstance(standing, str | int | float) and not isinstance(standing, bool):
        return str(standing)
    return str(question.default or "")


# ---- by kind ----


def _check(question: Question, text: str) -> Accepted | Fault:
    match question.kind:
        case "yes-no":
            answer = YES_NO.get(text.casefold())
            return Fault("yes or no is expected", "Write yes or no.") if answer is None else Accepted(answer)
        case "choices":
            return _several(question, text)
        case "choice" | "search" if question.choices:
            return _one(question, text)
    if not text:
        return _needed(question) if question.required else Accepted("")
    return _number(text) if question.kind == "number" else Accepted(text)


def _needed(question: Question) -> Fault:
    remedy = f"Type {UNKNOWN} if you don't know it yet." if question.allow_unknown else "Type it."
    return Fault("an answer is needed", remedy)


def _number(text: str) -> Accepted | Fault:
    if not text.isdecimal():
        return Fault("a whole number in digits is expected", "Write it without signs or separators.")
    if len(text) > LONGEST_NUMBER:
        return Fault("this number is too long", f"It may have {LONGEST_NUMBER} digits.")
    return Accepted(str(int(text)))


def _one(question: Question, text: str) -> Accepted | Fault:
    values = [choice.value for choice in question.choices]
    if text in values:
        return Accepted(text)
    if not text:
        return Fault("an answer is needed", "Choose one of the list.")
    return _no_choice(question, text)


def _several(question: Question, text: str) -> Accepted | Fault:
    values = [choice.value for choice in question.choices]
    given = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [value for value in given if value not in values]
    if wrong and question.choices:
        return _no_choice(question, wrong[0])
    if not given and question.required and question.choices:
        return Fault("an answer is needed", "Take at least one.")
    return Accepted(given)


def _no_choice(question: Question, given: str) -> Fault:
    shown = [choice.value or "'' (nothing)" for choice in question.choices[:SHOWN]]
    more = " …" if len(question.choices) > SHOWN else ""
    said = "this" if is_private(question.path) else f"'{given}'"
    return Fault(f"{said} is not one of the choices", f"Choices: {', '.join(shown)}{more}.")


# ---- the text ----


def _tidy(question: Question, typed: str) -> tuple[str, tuple[str, ...]]:
    """Return *typed* as it can be saved, and what was changed in it."""
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
        return "", tuple(notices)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if question.kind != "long" and len(lines) > 1:
        notices.insert(0, pasted(len(lines)))
        text = " ".join(lines)
    return text, tuple(notices)
