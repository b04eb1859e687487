"""The sentence of a clause that an answer completes: with the answer, or with a gap in its place."""

from collections.abc import Mapping

from drafter.language.language import Language
from drafter.model.clause import Clause
from drafter.model.facts_field import FACTS_FIELD
from drafter.model.note_marks import NOTE
from drafter.model.phrase_fields import BLOCK_TAG, FIELD, with_phrases
from drafter.model.question import Ask
from drafter.patterns import pattern

GAP = "____"
OTHER_GAP = "…"
_BLANKS = pattern(r"\s+")
_SENTENCE_START = pattern(r"(?<!\bNo)(?<!\bNos)(?<!\bart)(?<!\bpara)[.!?][”’\"')\]]*\s+")
_SENTENCE_STOP = pattern(r"(?<!\bNo)(?<!\bNos)(?<!\bart)(?<!\bpara)[.!?][”’\"')\]]*(?=\s|$)")
_BEFORE, _AFTER, _WHOLE = 70, 60, 300
"""Characters that are shown before and after a gap, and of a sentence that is read back."""


def reads(
    clause: Clause, name: str, answers: Mapping[str, str | None], state: str, language: Language
) -> str:
    """Return the sentence of *clause* with the field *name*, around a gap if *answers* has no answer to it.

    ``""`` where the clause has no such field. Other fields without an answer are shown as an ellipsis.
    """
    text = with_phrases(FACTS_FIELD.sub("", clause.text))
    asks = {ask.name: ask for ask in clause.questions}
    pieces: list[str] = []
    span: tuple[int, int] | None = None
    end = 0
    for match in FIELD.finditer(text):
        pieces.append(text[end : match.start()])
        value = state if match["name"] == "state" else _shown(asks, match["name"], answers, name)
        shown = _filtered(value, match["filter"] or "", language)
        if match["name"] == name and span is None:
            begin = len(_plain("".join(pieces)))
            span = (begin, begin + len(_plain("".join([*pieces, shown]))) - begin)
        pieces.append(shown)
        end = match.end()
    if span is None:
        return ""
    whole = _plain("".join([*pieces, text[end:]]))
    return _around(whole, *span, is_open=not answers.get(name))


def _shown(asks: Mapping[str, Ask], name: str, answers: Mapping[str, str | None], asked: str) -> str:
    """Return the answer to the question *name* as it is shown, or a gap."""
    ask, answer = asks.get(name), answers.get(name)
    if ask is not None and ask.choices:
        chosen = next((choice for choice in ask.choices if choice.value == answer), None)
        answer = (NOTE.sub("", chosen.text) or chosen.title) if chosen else None
    return answer.strip() if answer else GAP if name == asked else OTHER_GAP


def _filtered(value: str, name: str, language: Language) -> str:
    """Return *value* as the filter *name* prints it; a gap stays a gap."""
    if value in (GAP, OTHER_GAP):
        return value
    filters = {
        "phrase": language.phrase,
        "ending_phrase": language.ending_phrase,
        "unstopped": language.unstopped,
        "sentence": language.sentence,
        "upper_first": language.upper_first,
        "lower_first": language.lower_first,
    }
    return filters[name](value) if name in filters else value


def _plain(text: str) -> str:
    """Return *text* in one line, without notes, tags and emphasis."""
    return _BLANKS.sub(" ", BLOCK_TAG.sub("", NOTE.sub("", text)).replace("*", ""))


def _around(text: str, start: int, end: int, *, is_open: bool) -> str:
    """Return *text* around what is from *start* to *end*; whole sentences where they are short."""
    first = max((match.end() for match in _SENTENCE_START.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_STOP.search(text, end - 1)
    last = stop.end() if stop else len(text)
    if is_open:
        last = min(len(text), max(last, end + _AFTER))
    if not is_open and last - first <= _WHOLE:
        return text[first:last].strip()
    begin, over = max(first, start - _BEFORE), min(last, end + _AFTER)
    head = text[begin:start] if begin == first else f"{OTHER_GAP} {text[begin:start].partition(' ')[2]}"
    stops = [match.end() for match in _SENTENCE_STOP.finditer(text, end - 1, over)]
    if is_open and len(stops) > 1:
        over = stops[1]  # the next sentence shows how the text goes on
        tail = text[end:over]
    else:
        tail = text[end:over] if over == len(text) else f"{text[end:over].rpartition(' ')[0]} {OTHER_GAP}"
    return f"{head}{text[start:end]}{tail}".strip()
