"""The table of words that show who a person in a story is."""

from re import Pattern

from drafter.frozen import frozen


@frozen
class PersonWords:
    """The words that show who a person in a story is. Each pattern finds its detail in a text."""

    locality: Pattern[str]
    """Finds a name after a preposition of place; group 1 is the name."""
    of_locality: Pattern[str]
    """Finds, before a name, what makes "of" a preposition of place: "the mayor of"."""
    no_locality: frozenset[str]
    """First words of names that are no localities: months, bodies."""
    region: Pattern[str]
    """Finds, in a name, what makes it a large area or no place: "Province"."""
    small_place: Pattern[str]
    """Finds a village, a street or an institution with its name."""
    no_small_place: Pattern[str]
    """Finds institutions that there is one of: "Supreme Court"."""
    office: Pattern[str]
    """Finds an office, a rank or something else that only one person at a place is, said of the person."""
    employer: Pattern[str]
    """Finds an employer or a school with its name."""
    job: Pattern[str]
    """Finds an occupation, said of the person."""
    kin: Pattern[str]
    """Finds relatives by which everybody knows somebody: "the son of the priest"."""
    age: Pattern[str]
    """Finds an exact age, with the words before it in the group ``before``."""
    relation: Pattern[str]
    """Finds, at the end of the words before an age, that it is another person's or not exact."""
    health: Pattern[str]
    """Finds a condition that few people have, said of the person."""
    family: Pattern[str]
    """Finds the size of a family."""
    event: Pattern[str]
    """Finds that it was in the news."""
    of_others: Pattern[str]
    """Finds the date of a law or a report, and sentences about public bodies."""
    child: Pattern[str]
    no_child: Pattern[str]
    """Finds what looks like a child and is none, such as "the rights of the child"."""
    young: Pattern[str]
    """Finds an age; its only group that is not empty is the number."""
    numbers: Pattern[str]
    """Finds a number that can be an age or a number of children."""
    unspecific: frozenset[str]
    """Words that do not identify anybody, even together with an age."""
    oral: Pattern[str]
    """Finds that consent was spoken."""
    in_writing: Pattern[str]
    named: Pattern[str]
    """Finds a person who is called by a name, which is its only group that is not empty."""
    secret_authors: Pattern[str]
    """Finds, in what must stay confidential, that it is who submits the document."""
    secret_places: Pattern[str]
    """Finds there that it is a place."""
    secret_days: Pattern[str]
    """Finds there that it is the day of an event."""
