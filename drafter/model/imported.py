"""What the United Nations has already said to a State, as a downloaded file has it."""

from typing import Literal, TypeAlias

from drafter.frozen import frozen

UPR = "Universal Periodic Review"
"""How the body of a recommendation of the Universal Periodic Review is named."""

Position: TypeAlias = Literal["", "supported", "partly", "noted"]
"""The position of the State under review, ``"partly"`` for support in part, ``""`` if the file gives none."""

POSITION_WORDS = {"supported": "supported", "partly": "supported in part", "noted": "noted"}
"""Each position in words."""


@frozen
class ImportedRecommendation:
    """A recommendation or a concern addressed to a State, with what the file says about it.

    Every text is as in the file. What the file does not say is empty; nothing is guessed.
    """

    text: str
    """The official wording, letter for letter: without its number before it and the States after it."""
    country: str = ""
    """The State that it is addressed to."""
    body: str = ""
    """The body that made it, by its name: ``UPR``, "Human Rights Committee"."""
    document: str = ""
    """The symbol of the document, such as A/HRC/59/15."""
    number: str = ""
    """The number of the paragraph, such as 140.7 or 29 (a)."""
    states: tuple[str, ...] = ()
    """The States that made it, in the Universal Periodic Review."""
    position: Position = ""
    themes: tuple[str, ...] = ()
    """The themes that the file names, without codes and dashes."""
    groups: tuple[str, ...] = ()
    """The groups of people that it is about."""
    goals: tuple[str, ...] = ()
    """The Sustainable Development Goals and targets: "3", "16.3"."""
    date: str = ""
    """The day on which the document was published: YYYY-MM-DD, YYYY-MM or YYYY."""
    kind: Literal["recommendation", "concern"] = "recommendation"
    session: str = ""
    """The session or cycle of the review, as the file names it."""
    key: str = ""
    """The identifier that the file gives it, such as the UUID in the Universal Human Rights Index."""
    source: str = ""
    """Where in the file it is: "row 12", "table row 7, second recommendation"."""
