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
    place: Pattern[str]
    """Finds words that say where: "in Zenda", "four prisons"."""
    people: Pattern[str]
    """Finds words for people, or for what happens to them, that can be counted by sex and age."""
    groups: Pattern[str]
    """Finds words for sex, age and other groups."""
    minimum: Pattern[str]
    """Finds a number of people or cases that is only the least: "at least 12 people"."""
    percentage: Pattern[str]
    """Finds a percentage; group ``number``."""
    sample: Pattern[str]
    """Finds words that show that only some people were asked: "interviewed"."""
    no_groups: Pattern[str]
    """Matches an answer that says that there are no figures for groups: "none"."""
