"""The table of words by which a reader of a finished text knows what a part of it is."""

from re import Pattern

from drafter.frozen import frozen


@frozen
class OutlineWords:
    """The words by which a reader of a finished text knows what a part of it is."""

    asks_heading: Pattern[str]
    """Finds, in a heading, that recommendations follow."""
    questions_heading: Pattern[str]
    """Finds, in a heading, that questions for a State follow."""
    earlier_heading: Pattern[str]
    """Finds, in a heading, that earlier recommendations of others follow."""
    asks_lead: Pattern[str]
    """Matches the words with which a sentence begins that recommends: "It is recommended that", "We urge"."""
    state_lead: Pattern[str]
    """Matches, among recommendations, the words that name who is to act: "The Government"."""
    subject: Pattern[str]
    """Finds who is to act: "the Government"."""
    action_marker: Pattern[str]
    """Finds a word between who is asked and the action: "to", "should", "that"."""
    questions_lead: Pattern[str]
    """Matches the words that come before questions: "Suggested questions to the State party:"."""
    confidential: Pattern[str]
    """Finds that a text is not for publication: "CONFIDENTIAL", "without the names"."""
    keywords: Pattern[str]
    """Finds the line of keywords."""
    submitters: Pattern[str]
    """Matches the words before the names of the organisations: "Submitted by:"."""
