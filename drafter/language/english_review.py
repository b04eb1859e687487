"""The tables of words of English, each imported when it is first used."""

from drafter.language.review_words import ActionVerbs, ReviewWords


def _actions() -> ActionVerbs:
    from drafter.language.english_verbs import ACTION_VERBS

    return ACTION_VERBS


ENGLISH_REVIEW_WORDS = ReviewWords(actions=_actions)
