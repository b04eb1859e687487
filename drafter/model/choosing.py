"""The content of ``templates/choose.yaml``: how somebody finds the document that is right for them."""

from drafter.model.base import Value
from drafter.model.question import Ask


class Family(Value):
    """Documents that stand together in the list, under one heading."""

    title: str
    documents: tuple[str, ...]
    """Ids of mechanisms, each for all its documents in the order of its rules, and of single documents."""


class ReviewStage(Value):
    """When a document of a review before a committee is the right one."""

    answers: dict[str, str] = {}
    """The answers, by question, at this stage. With another answer the document is not suggested."""
    timing: str
    """When it is, in words to the user."""


class Choosing(Value):
    """The content of ``templates/choose.yaml``."""

    questions: tuple[Ask, ...] = ()
    """The questions that lead to a document."""
    families: tuple[Family, ...] = ()
    """The families of documents in the order in which the list shows them."""
    stages: dict[str, ReviewStage] = {}
    """The stages of a review before a committee, by the set of ``common.yaml`` that their documents use."""
    terms: dict[str, str] = {}
    """What a term means that the reasons use."""
    looks_at: dict[str, str] = {}
    """What each committee looks at, in a few words, by the id of its mechanism."""
    regions: dict[str, str] = {}
    """The codes of the States of each region, separated by spaces."""
