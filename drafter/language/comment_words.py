"""The words of the comments that drafter puts beside the text of a Word file."""

from collections.abc import Mapping

from drafter.frozen import frozen
from drafter.language.labels import GapName


@frozen
class CommentWords:
    """The sentences of comments on gaps, remarks and clauses."""

    missing: str
    """What is missing: ``{label}`` is that of the gap."""
    wanted: Mapping[GapName, str]
    """What to write into each gap, and why it is needed."""
    example: str
    """An ``{example}`` of an answer."""
    required: str
    """The rules of the document require an answer."""
    choices: str
    """The ``{choices}`` of an answer, in a list."""
    how_to_fill: str
    """How to fill a gap in Word, and what it keeps from being done; only in the first comment on a gap."""
    also_here: str
    """The same answer is missing as in an earlier comment; ``{label}`` is that of the gap."""
    in_note: str
    """Before a comment on a gap in note ``{number}``."""
    levels: Mapping[str, str]
    """How a remark begins, by its level."""
    about: str
    """Before a remark: the ``{place}`` that it names."""
    clause: str
    """The ``{title}`` and the ``{id}`` of the clause that a paragraph prints."""
    own_wording: str
    """The paragraph has the author's wording in place of the library's."""
    drawn_from: str
    """The ``{source}`` and the item from which the clause was drawn, and what it ``{says}``."""
    rests_on: str
    """The ``{authorities}`` that a clause cites."""
