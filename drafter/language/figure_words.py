"""The words by which figures are recognised: numbers, what they count, where, for whom."""

from re import Pattern

from drafter.frozen import frozen


@frozen
class FigureWords:
    """How figures are stated."""

    number: Pattern[str]
    """Finds a number in digits or words."""
    count: Pattern[str]
    """Finds a number that says how many: "41 of 96", "61 per cent", "12 people"."""
    share: Pattern[str]
    """Finds a part of a whole, with what is counted: "11 of the 34 mothers"."""
    whole_first: Pattern[str]
    """Finds a whole and its part after it; groups ``whole`` and ``part``: "Of 1,240 visits, 312"."""
    counted: Pattern[str]
    """Finds a number with what is counted: "15 of the young men", "12 centres"."""
    pronoun: Pattern[str]
    """Matches a word that is a number only beside what is counted: "one"."""
    base: Pattern[str]
    """Finds, directly before a number, what makes it the base of a ratio: "12 deaths per 100,000 people"."""
    refers_back: Pattern[str]
    """Finds words that take time and place from the sentence before: "in the same year", "of these"."""
    place: Pattern[str]
    """Finds words that say where: "in Zenda", "four prisons"."""
    people: Pattern[str]
    """Finds words for people, or for what happens to them, that can be counted by sex and age."""
    groups: Pattern[str]
    """Finds words for sex, age and other groups."""
    minimum: Pattern[str]
    """Finds a number of people or cases that is only the least: "at least 12 people"."""
    explained: Pattern[str]
    """Finds words that say what a figure leaves out: "does not include"."""
    percentage: Pattern[str]
    """Finds a percentage; group ``number``."""
    sample: Pattern[str]
    """Finds words that show that only some people were asked: "interviewed"."""
    two_sexes: Pattern[str]
    """Matches the figures for two sexes, in two groups: "28 women and 18 men"."""
    collects: Pattern[str]
    """Finds what asks for figures about groups: "statistics by sex"."""
    no_groups: Pattern[str]
    """Matches an answer that says that there are no figures for groups: "none"."""


@frozen
class SourceWords:
    """The words by which kinds of sources, and of what they support, are recognised."""

    media: Pattern[str]
    """Finds the name of a newspaper, an agency or a broadcaster."""
    no_media: Pattern[str]
    """Finds what looks like one: "newsletter", "University Press"."""
    law: Pattern[str]
    """Finds, in a title, what shows that it is a law, a treaty or a judgment."""
    states_law: Pattern[str]
    """Finds a statement of what a law says."""
    grave: Pattern[str]
    """Finds an allegation of killing, torture or another grave act."""
    symbol: Pattern[str]
    """Finds the symbol of a United Nations document: "A/HRC/47/40"."""
    begins_source: Pattern[str]
    """Matches a word that announces a source, with the blank after it: "Source: "."""
    sentence: Pattern[str]
    """Finds words that sentences have and sources seldom do: "were", "they"."""
    not_known: Pattern[str]
    """Matches words that say that nobody knows the source: "I do not know the source exactly"."""
    record: Pattern[str]
    """Finds a word for a kind of document, which the name of a newspaper does not have: "register"."""
