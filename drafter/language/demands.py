"""How clear a recommendation is: whether it says how and by when, and which of its phrases are vague.

UPR Info advises recommendations that are specific, measurable and time-bound, and that name the means and
not only the result.
"""

from drafter.language.actions import SPECIFIC, first_action
from drafter.language.language import Language
from drafter.language.spans import TextHit, blanked


def says_how(text: str, language: Language) -> bool:
    """Return whether *text* says what is to be done and not only what is to result.

    It does if its verb is itself the means ("Repeal", "Fund", not "Reduce" or "Ensure"), or if it names a
    law, a body, a method or a budget.
    """
    words = language.review_words().demands()
    action = first_action(text, language)
    if action and action.strength == SPECIFIC and action.verb not in words.results:
        return True
    return words.means.search(blanked(text, words.no_means)) is not None


def has_deadline(text: str, language: Language) -> bool:
    """Return whether *text* says by when: a date, a period, an event, "immediately"."""
    words = language.review_words().demands()
    return words.deadlines.search(blanked(text, words.no_deadlines)) is not None


def vague_phrases(text: str, language: Language) -> tuple[TextHit, ...]:
    """Return the phrases of *text* with which a State can agree and change nothing, in order.

    Some are vague only without a means: "raise awareness" is, "raise awareness through the school
    curriculum" is not.
    """
    words = language.review_words().demands()
    shown = blanked(text, words.quoted)
    phrases = [*words.vague.finditer(shown)]
    for match in words.vague_without_means.finditer(shown):
        sentence_end = words.sentence_end.search(shown, match.end())
        if not says_how(shown[match.end() : sentence_end.start() if sentence_end else None], language):
            phrases.append(match)
    return tuple(
        TextHit(match[0], match.start(), match.end())
        for match in sorted(phrases, key=lambda match: match.start())
    )
