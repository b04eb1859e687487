"""The tables of words that a review searches for, one for each question about a text.

A build never loads this module: ``Language.review_words`` returns the tables when a check first asks for
them, and each large table is imported by itself.
"""

from collections.abc import Callable, Mapping
from re import Pattern

from drafter.frozen import frozen


@frozen
class ActionVerbs:
    """The verbs with which a recommendation asks for an action, and how strongly."""

    strengths: Mapping[str, int]
    """The strength of each verb or phrase in lower case, from 1 (minimal) to 5 (specific action)."""
    spellings: tuple[tuple[Pattern[str], str], ...]
    """Patterns and replacements that give a verb the spelling of the table."""
    phrases: tuple[tuple[Pattern[str], str, int], ...]
    """Verbs of several words that other words can separate, their base form and strength."""
    verb_endings: Pattern[str]
    """Matches a whole word that is a verb by its ending, such as "regularise"."""
    other_verb_endings: frozenset[str]
    """Words with such an ending that are no verbs, such as "enterprise"."""
    openers: Pattern[str]
    """Matches what may come before the verb and says nothing of it: a number, an adverb, a date."""
    infinitive: Pattern[str]
    """Matches the word before a verb in older recommendations: "To"."""
    conditions: Pattern[str]
    """Matches the first word of a phrase that may come before the verb and ends with a comma: "In"."""
    coordination: Pattern[str]
    """Finds the word that joins two verbs: "and"."""
    nouns: frozenset[str]
    """Verbs that are nouns as well, such as "support"."""
    adjectives: frozenset[str]
    """Verbs that are adjectives as well, such as "free"."""
    after_a_noun: Pattern[str]
    """Matches, after a word, what shows that it is a noun: "of"."""
    takes_of: frozenset[str]
    """Verbs that can be followed by "of"."""
    main_verb: Pattern[str]
    """Matches, after a first word, what shows that a noun phrase begins the sentence: "should"."""
    object_start: Pattern[str]
    """Matches, after a word that can be a noun, what shows that it is a verb: "the", "all"."""


@frozen
class ReviewWords:
    """All tables of a language. Each call returns the same value."""

    actions: Callable[[], ActionVerbs]
