"""The tables of words that a review searches for, one for each question about a text.

A build never loads this module: ``Language.review_words`` returns the tables when a check first asks for
them, and each large table is imported by itself.
"""

from collections.abc import Callable, Mapping
from re import Pattern, RegexFlag
from typing import Literal

from drafter.frozen import frozen
from drafter.language.day_words import DayWords
from drafter.language.figure_words import FigureWords, SourceWords
from drafter.language.outline_words import OutlineWords
from drafter.language.person_words import PersonWords
from drafter.language.sentence_words import AddresseeWords, CitationWords, SentenceWords, SpellingWords

Grade = Literal["strong", "mild", "insult", "comparison", "loaded"]
"""How serious a term is. ``strong`` and ``mild`` stigmatise people, the others are loaded words."""


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
    surely_verbs: frozenset[str]
    """Of these, those that are verbs after "and" whatever follows: "fund"."""
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
class CoordinationWords:
    """The words that join the actions of one recommendation."""

    joints: Pattern[str]
    """Finds what comes before a further verb. Groups: ``comma``, ``and``, ``semicolon``, ``sentence``."""
    asides: Pattern[str]
    """Finds what is in brackets or quotation marks."""
    object_word: Pattern[str]
    """Finds a word between two verbs that shows that the first has an object of its own."""
    adverbial: Pattern[str]
    """Finds words between two verbs that are no object: "within one year"."""
    noun_list: Pattern[str]
    """Finds, at the end of a text, the last but one of a list of nouns: ", transit"."""
    same_object: Pattern[str]
    """Matches a second verb whose object is that of the first: "replace it"."""
    list_opener: Pattern[str]
    """Finds what opens a list of means: "to:"."""
    subordinator: Pattern[str]
    """Finds a word that begins a subordinate clause: "that", "who", "in order to"."""
    governing: frozenset[str]
    """Verbs whose subordinate clause needs no such word: "ensure", "help"."""
    last_joint: Pattern[str]
    """Finds the "and" before the last of several verbs."""
    comma: Pattern[str]
    last_word: Pattern[str]
    """Finds the last word of a text."""


@frozen
class DemandWords:
    """The words that make a recommendation clear or vague."""

    results: frozenset[str]
    """Specific verbs that name a result and not what is to be done for it: "reduce"."""
    means: Pattern[str]
    """Finds words that say how: "by amending", "through", "section 4"."""
    no_means: Pattern[str]
    """Finds what looks like such words: "people using drugs"."""
    deadlines: Pattern[str]
    """Finds words that say by when: "by 2027", "before the next review"."""
    no_deadlines: Pattern[str]
    """Finds what looks like such words: "within two days of arrest"."""
    vague: Pattern[str]
    """Finds phrases that are always vague: "where appropriate"."""
    vague_without_means: Pattern[str]
    """Finds phrases that are vague unless a means follows: "raise awareness"."""
    quoted: Pattern[str]
    sentence_end: Pattern[str]


@frozen
class Term:
    """Words that a text should not use."""

    words: str
    """A regular expression without groups."""
    better: str
    """Better words; empty if the term should be left out."""
    grade: Grade


@frozen
class TermTable:
    """Words that a text should not use, and where they may stand all the same."""

    terms: tuple[Term, ...]
    """At the same position of a text, the first that matches counts."""
    flags: RegexFlag
    exempt: Pattern[str]
    """Finds what looks like a term and is none, such as "water to stay clean"."""

    # Compared by identity, so that it is a cheap key of caches.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@frozen
class NameWords:
    """How names with capitals are recognised."""

    word: Pattern[str]
    small: frozenset[str]
    """Words in lower case within a name: "of"."""
    starters: frozenset[str]
    """Words in lower case that begin a sentence with a capital and no name: "the"."""
    name_after: Pattern[str]
    """Matches, after a word of a name, a next word of the name."""
    name_before: Pattern[str]
    """Finds, at the end of a text, the word of a name that comes before the next; group 1 is the word."""
    reach: int
    """How many letters before a word belong to its name at most."""
    institution: Pattern[str]
    """Finds a word that names of laws and bodies have: "Act", "Institute"."""


@frozen
class Abbreviations:
    """The abbreviations that a text may use, and how it explains them."""

    expansions: Mapping[str, str]
    """What an abbreviation stands for, as it should be printed."""
    known: frozenset[str]
    """Abbreviations that need no expansion."""
    no_abbreviations: frozenset[str]
    """Capitals that are no abbreviations: codes of countries and currencies, units, short words."""
    invariable: Pattern[str]
    """Matches an expansion that is in the plural already."""
    candidate: Pattern[str]
    """Finds what may be an abbreviation; groups ``short`` and ``plural``."""
    roman: Pattern[str]
    """Matches a Roman number."""
    symbol: Pattern[str]
    """Finds symbols of documents and other codes: "A/HRC/44/22"."""
    capitals_run: Pattern[str]
    """Finds three or more words in capitals, which are emphatic or a heading."""
    introduced: Pattern[str]
    """Finds, before an abbreviation, what shows that the words before explain it: an opening bracket."""
    bracket_end: Pattern[str]
    """Matches, after an abbreviation in brackets, the rest of the brackets."""
    explained: Pattern[str]
    """Matches an explanation after an abbreviation; groups ``bracket`` and ``after``."""
    word: Pattern[str]


@frozen
class Emphasis:
    """How shouting looks."""

    words: frozenset[str]
    """Words in lower case that authors write in capitals for emphasis, besides the verbs of actions."""
    capitals: Pattern[str]
    """Finds a word in capitals."""
    alone: frozenset[str]
    """Of these, in capitals, those that are emphatic without a second one and are no abbreviation: "MUST"."""
    marks: Pattern[str]
    """Finds exclamation marks and several question marks."""
    name_goes_on: Pattern[str]
    """Matches an exclamation mark after which the sentence goes on: "The network Stand Up! has …"."""
    statutes: Pattern[str]
    """Finds the name of a law in capitals."""


@frozen
class FormWords:
    """The words by which a review sees what the rules of a document say about its form."""

    see_annex: Pattern[str]
    """Finds words that send the reader to an annex."""
    several_items: Pattern[str]
    """Finds more than one agenda item: "items 3 and 4"."""
    plain_acronyms: frozenset[str]
    """Acronyms that a body without acronyms takes, because nobody uses the words: "HIV"."""
    to_come: Pattern[str]
    """Finds words for something that is planned: "will be", "is set for"."""
    asks_to_tell: Pattern[str]
    """Matches a question in the form of a request to tell something: "Please describe"."""


@frozen
class ViolationWords:
    """The words that say that a State breaks a treaty."""

    breaks: Pattern[str]
    """Finds them: "violates", "in breach of"."""
    not_breaks: Pattern[str]
    """Finds what looks like such words: "does not violate", "would be contrary to"."""
    knows: Pattern[str]
    """Finds what shows that the author knows who is party: "has not ratified"."""
    sentence_end: Pattern[str]


@frozen
class ReviewWords:
    """All tables of a language. Each call returns the same value."""

    outline: Callable[[], OutlineWords]
    actions: Callable[[], ActionVerbs]
    coordination: Callable[[], CoordinationWords]
    demands: Callable[[], DemandWords]
    names: Callable[[], NameWords]
    stigma: Callable[[], TermTable]
    tone: Callable[[], TermTable]
    emphasis: Callable[[], Emphasis]
    abbreviations: Callable[[], Abbreviations]
    figures: Callable[[], FigureWords]
    sources: Callable[[], SourceWords]
    sentences: Callable[[], SentenceWords]
    citations: Callable[[], CitationWords]
    addressees: Callable[[], AddresseeWords]
    spelling: Callable[[], SpellingWords]
    form: Callable[[], FormWords]
    days: Callable[[], DayWords]
    people: Callable[[], PersonWords]
    violations: Callable[[], ViolationWords]
