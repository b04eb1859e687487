"""The field of a clause that takes the author's facts: where it may be, and how it is filled."""

import re
from collections.abc import Iterator

from drafter.patterns import pattern

FACTS_FIELD = pattern(r"\{\{-?\s*facts\b[^}]*\}\}")
"""The whole field."""
OWN_FACTS = "{facts}"
"""Where an author's own wording prints the facts that belong to it; without it, they follow the text."""
_BLOCK_TAG = pattern(r"\{%[^%]*%\}")
_SENTENCE_END = pattern(r"(?:[.!?][”’\"')\]]*|\|\s*sentence\s*-?\}\})(?:\[\^[^\]\s]+\])*\s*$")
"""A full stop, or an answer printed as a sentence, with the notes that belong to it."""
_SENTENCE_FIELD = pattern(r"\{\{-?[^}|]*\|\s*(?:sentence|upper_first)\s*-?\}\}")
_OPENING_MARKS = "“‘\"'(["
_FIELD_START = pattern(r"(\n[ \t]*\n\s*)?\{\{-?\s*facts\b")
_JOINED = "{{- facts"


def facts_field_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield each fault of the facts field in a clause's *text*, with its remedy.

    The field is once in the text, after a sentence, and before another one or at the end: it may be empty.
    """
    fields = list(FACTS_FIELD.finditer(text))
    if len(fields) > 1:
        yield "{{ facts }} is in the text more than once", "Keep one: each prints all the facts."
    for field in fields[:1]:
        before = _BLOCK_TAG.sub("", text[: field.start()])
        after = _BLOCK_TAG.sub("", text[field.end() :]).lstrip()
        if not _SENTENCE_END.search(before) or not _begins_sentence(after):
            yield (
                "{{ facts }} is not between two sentences or at the end",
                "Put it after the full stop of a sentence, and after the notes of that sentence.",
            )


def _begins_sentence(text: str) -> bool:
    """Return whether *text* is empty, or begins with a capital letter or an answer printed as a sentence."""
    return not text or bool(_SENTENCE_FIELD.match(text)) or text.lstrip(_OPENING_MARKS)[:1].isupper()


def has_facts_field(text: str) -> bool:
    """Return whether the clause *text* has a field for facts."""
    return bool(FACTS_FIELD.search(text))


def facts_field_last(text: str) -> str:
    """Return the words of a clause's *text* in one line, with its facts field at the end.

    Texts that differ only in where the facts are printed are equal: their wording is the same.
    """
    field = FACTS_FIELD.search(text)
    if field is None:
        return " ".join(text.split())
    return " ".join(f"{text[: field.start()]} {text[field.end() :]} {field[0]}".split())


def joined_facts_field(text: str) -> str:
    """Return the clause *text* with a facts field that takes the space before it away.

    Filled with ``after_blank(facts)``, it leaves one blank before the facts, and none twice where there are
    no facts. A field that is a whole paragraph stays one.
    """
    return _FIELD_START.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    return match[0] if match[1] else _JOINED


def after_blank(facts: str) -> str:
    """Return the printed *facts* with a blank before them, if there are any."""
    return f" {facts}" if facts else ""
