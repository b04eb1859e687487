"""Tables of words: for sentences, citations and spelling, and for whom a sentence asks to act."""

from collections.abc import Mapping
from re import Pattern

from drafter.frozen import frozen


@frozen
class SentenceWords:
    """How sentences end."""

    paragraph_end: Pattern[str]
    """Finds what ends a sentence without a full stop: an empty line, the beginning of an item of a list."""
    end: Pattern[str]
    """Finds what may end a sentence, and the blank after it. The group ``stop`` still belongs to it."""
    no_end: Pattern[str]
    """Finds, at the end of what may be a sentence with the letter after it, an abbreviation: "art. 5"."""
    uncounted: Pattern[str]
    """Finds what is not counted as words of the author's own: quotations, marks of notes, dashes."""
    joint: Pattern[str]
    """Finds where a long sentence can be divided; the group ``words`` are the first after the joint."""


@frozen
class CitationWords:
    """The forms of citations. The groups ``word`` and ``numbers`` are "para." and "25-26"."""

    quick: Pattern[str]
    """Finds something in every text that may have a slip."""
    plurals: Mapping[str, str]
    """The plural of each word in the singular, in lower case."""
    in_full: Mapping[str, str]
    """The words in full that a sentence has in place of an abbreviation."""
    singular_with_several: Pattern[str]
    """Finds a singular with several numbers: "para. 25-26"."""
    plural_with_one: Pattern[str]
    """Finds a plural with one number: "paras. 5"."""
    capital_inside: Pattern[str]
    """Finds an abbreviation with a capital within a sentence: "Art. 9"."""
    symbol_with_blanks: Pattern[str]
    """Finds the symbol of a document with blanks: "A / HRC / 44 / 22"."""
    hyphen: Pattern[str]
    """Finds the words or signs between two numbers that a dash should replace."""


@frozen
class AddresseeWords:
    """How a text asks a State to act. The group ``names`` has one name or several."""

    quick: Pattern[str]
    """Finds something in every text that may ask."""
    subject: Pattern[str]
    """Finds, in a sentence, a name that should act: "Portugal must"."""
    object: Pattern[str]
    """Finds, in a sentence, a name that others ask to act: "we urge Portugal to"."""
    between: Pattern[str]
    """Finds the words between two names: "and", a comma."""


@frozen
class SpellingWords:
    """How the words of a text are looked up in a dictionary."""

    word: Pattern[str]
    """Finds a word that may be looked up; not an address, a code or a word with a digit."""
    part: Pattern[str]
    """Finds a part of a word with hyphens."""
    ending: Pattern[str]
    """Finds the ending after an apostrophe: "'s"."""
    variants: tuple[tuple[Pattern[str], str], ...]
    """Patterns and replacements that give a word the spelling of the dictionary: "organise", "organize"."""
    rare_variants: tuple[tuple[Pattern[str], str], ...]
    """Those that are too general for a suggestion: "foetal", "fetal"."""
    prefixes: Pattern[str]
    """Finds a prefix before a word that is right by itself: "overcrowded"."""
    endings: tuple[tuple[str, str], ...]
    """Endings and what the word that is right by itself has in their place: "policies", "policy"."""
    capitalised: frozenset[str]
    """Words in lower case that authors write with a capital although they are no names: "Government"."""
