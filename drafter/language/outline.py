"""What a sentence of a finished text asks for: the action after "It is recommended that the Government"."""

from drafter.language.actions import action_at, first_action
from drafter.language.language import Language
from drafter.patterns import pattern

LONGEST_LEAD = 200
"""Letters between the beginning of a sentence and the action that it asks for."""
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = pattern(r"[.;:?!]\s")


def asked_action(text: str, language: Language, *, among_asks: bool = False) -> str | None:
    """Return what the sentence *text* recommends, from its action on; None if it recommends nothing.

    "It is recommended that the Government of Ruritania close all centres." gives "Close all centres." Among
    recommendations (*among_asks*), "The Government should close all centres." does so as well.
    """
    words = language.review_words().outline()
    verbs = language.review_words().actions()
    lead = words.asks_lead.match(text)
    if lead is None and among_asks and first_action(text, language) is None:
        lead = words.state_lead.match(text)
    if lead is None:
        return None
    sentence_end = _SENTENCE_END.search(text, lead.end())
    limit = min(lead.end() + LONGEST_LEAD, sentence_end.start() if sentence_end else len(text))
    marker = words.action_marker.search(text, 0, limit)
    if marker is None:
        return None
    start = max(lead.end(), marker.end())
    subjects = [*words.subject.finditer(text, 0, limit)]
    if len(subjects) > 1:  # "It is recommended that the Government the Government should close all centres"
        return language.upper_first(text[subjects[1].start() :])
    for word in _WORD.finditer(text, start, limit):
        if word[0][0].islower() and action_at(text, word.start(), verbs):
            return language.upper_first(text[word.start() :])
    return None


def introduces_asks(text: str, language: Language) -> bool:
    """Return whether *text* comes before a list of recommendations: "It is recommended that … :"."""
    return text.endswith(":") and language.review_words().outline().asks_lead.match(text) is not None
