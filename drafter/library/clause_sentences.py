"""The sentences of a clause's text, with their notes."""

from drafter.patterns import pattern

_NOTES = r"(?:\[\^[^\[\]\s]+\])*"
_AFTER_STOP = rf"(?<=[.!?])(?<! v\.){_NOTES}"  # but not in "Wenner v. Germany"
_AFTER_FIELD = rf"(?<=\| sentence \}}\}}){_NOTES}|(?<=\{{\{{ facts \}}\}})"
_SENTENCE_END = pattern(rf"(?:{_AFTER_STOP}|{_AFTER_FIELD})(\s+)(?=[A-Z{{“*_])")
"""Finds the end of a sentence with its notes, or of the facts; the group is the blank before the next one."""


def clause_sentences(text: str) -> list[str]:
    """Return the sentences of a clause's *text*, each with the notes after its full stop."""
    sentences: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        sentences.append(text[start : end.start(1)].strip())
        start = end.end()
    return [*sentences, text[start:].strip()]
