"""Remarks that quote a text of the author's own, without the private details that the text has."""

from collections.abc import Iterable, Iterator

from drafter.frozen import replaced
from drafter.model.remark import Remark
from drafter.patterns import pattern
from drafter.privacy.leak_search import HarmlessWords, hinted_cases, leaking_cases
from drafter.privacy.private_file import Secrets

_QUOTED = pattern(r"“[^”]*”|\([^)]*\)")
"""What remarks quote: the author's words, and the pseudonym in brackets after the key of a case."""
_HIDDEN = "“…”"
HIDDEN_TEXT = "(a text with something from the private file)"
"""What is shown in place of a text of an author or a colleague."""
_ALL_HIDDEN = "It is about a text that has something from the private file."


def without_private_details(remarks: Iterable[Remark], private: Secrets) -> Iterator[Remark]:
    """Yield *remarks*, each without quotations that contain a private detail or a part of a name.

    Remarks go to screens and logs. A name is shown in none of them, even if the Word file may have it.
    """
    for remark in remarks:
        yield _without(remark, private) if private else remark


def has_private_detail(text: str, private: Secrets, pseudonyms: str = "") -> bool:
    """Return whether *text* has a private detail or a part of a name; words of *pseudonyms* are none."""
    harmless = HarmlessWords(pseudonyms=pseudonyms)
    return _has_detail(text, private) or any(hinted_cases(text, private, frozenset(), harmless))


def _without(remark: Remark, private: Secrets) -> Remark:
    return replaced(
        remark,
        place=_hidden(remark.place, private),
        text=_hidden(remark.text, private),
        remedy=_hidden(remark.remedy, private),
        waived=_hidden(remark.waived, private),
    )


def _hidden(text: str, private: Secrets) -> str:
    """Return *text* with “…” for each quotation with a private detail; all of it if that is not enough."""
    if not _has_part(text, private):
        return text
    text = _QUOTED.sub(lambda match: _HIDDEN if _has_part(match[0], private) else match[0], text)
    return _ALL_HIDDEN if _has_detail(text, private) else text


def _has_detail(text: str, private: Secrets) -> bool:
    return any(True for _ in leaking_cases(text, private, frozenset()))


def _has_part(text: str, private: Secrets) -> bool:
    return _has_detail(text, private) or any(True for _ in hinted_cases(text, private, frozenset()))
