"""The actions that a recommendation asks for: its first verb with its strength, and how many actions."""

import re
from collections.abc import Iterator

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.review_words import ActionVerbs
from drafter.patterns import pattern

SPECIFIC = 5
"""The strength of an action that can be seen to be done."""

_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = pattern(r"[.;:]\s")
_COMMA = pattern(r",\s+")
_SPACES = pattern(r"\s+")
_LONGEST_VERB = 4
"""Words of the longest verb in a table: "put an end to"."""


@frozen
class Action:
    """A verb that asks for an action."""

    verb: str
    """The verb in its base form: ``criminalise``, ``take measures``."""
    strength: int
    """From 1 (minimal) to 5 (specific), see ``english_verbs``."""
    start: int
    end: int


def first_action(text: str, language: Language) -> Action | None:
    """Return the verb with which *text* begins, or None if it does not begin with an action.

    A number, "To", adverbs, dates and phrases such as "In law and in practice," may come before the verb.
    A first word that can be a noun or a verb is a verb, unless the next words show that it is a noun.
    """
    verbs = language.review_words().actions()
    for position in _beginnings(text, verbs):
        action = action_at(text, position, verbs)
        if action and not _is_noun_phrase(text, action, verbs):
            return action
    return None


def action_at(text: str, position: int, verbs: ActionVerbs) -> Action | None:
    """Return the action whose verb begins exactly at *position* of *text*, or None."""
    first = _WORD.match(text, position)
    if not first:
        return None
    lower = text.lower()
    for phrase, verb, strength in verbs.phrases:
        if match := phrase.match(lower, position):
            return Action(verb, strength, position, match.end())
    words = [first, *_next_words(text, first)]
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        verb = _base_form(" ".join(lower[position:end].split()), verbs)
        if strength := verbs.strengths.get(verb, 0):
            return Action(verb, strength, position, end)
    verb = _base_form(first[0].lower(), verbs)
    if verbs.verb_endings.fullmatch(verb) and verb not in verbs.other_verb_endings:
        return Action(verb, SPECIFIC, position, first.end())
    return None


def skip_openers(text: str, position: int, verbs: ActionVerbs) -> int:
    """Return the position after the numbers, adverbs and dates that may come before a verb."""
    while (match := verbs.openers.match(text, position)) and match.end() > position:
        position = match.end()
    return position


def _beginnings(text: str, verbs: ActionVerbs) -> Iterator[int]:
    """Yield each position at which the first verb of *text* may begin."""
    start = skip_openers(text, 0, verbs)
    to = verbs.infinitive.match(text, start)
    if not to:
        yield start
    if to or verbs.conditions.match(text, start):
        sentence = _SENTENCE_END.split(text[start:], maxsplit=1)[0]
        after_commas = [_after_comma(text, start + comma.end(), verbs) for comma in _COMMA.finditer(sentence)]
        # "To protect health, repeal …": the purpose comes first. "To adopt a, fund b and train c" is a list.
        begun = [position for position in after_commas if action_at(text, position, verbs)]
        if not to or (len(begun) == 1 and not verbs.coordination.search(text, begun[0])):
            yield from after_commas
    if to:
        yield skip_openers(text, to.end(), verbs)


def _after_comma(text: str, position: int, verbs: ActionVerbs) -> int:
    """Return where a verb may begin after a comma: "As agreed, to open …", "In prisons, at once open …"."""
    position = skip_openers(text, position, verbs)
    to = verbs.infinitive.match(text, position)
    return skip_openers(text, to.end(), verbs) if to else position


def _next_words(text: str, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the words that follow *first* with only spaces between them, up to the longest verb."""
    end = first.end()
    for _ in range(_LONGEST_VERB - 1):
        match = _SPACES.match(text, end)
        word = match and _WORD.match(text, match.end())
        if not word:
            return
        yield word
        end = word.end()


def _base_form(verb: str, verbs: ActionVerbs) -> str:
    for spelling, replacement in verbs.spellings:
        verb = spelling.sub(replacement, verb)
    return verb


def _is_noun_phrase(text: str, action: Action, verbs: ActionVerbs) -> bool:
    """Return whether the word of *action* is a noun: "Support for families", "Test kits should be given"."""
    if " " in text[action.start : action.end]:
        return False
    if verbs.after_a_noun.match(text, action.end):
        return action.verb not in verbs.takes_of
    if action.verb in verbs.adjectives and action.verb not in verbs.nouns:
        return False
    return action.verb in verbs.nouns and verbs.main_verb.match(text, action.end) is not None
