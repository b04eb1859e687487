"""What a file keeps and does not print: the record of each thing that was taken out or put aside."""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.answers.paths import at, keys, maps, texts
from drafter.frozen import factory_default, frozen
from drafter.model.node import Node, Tree
from drafter.yaml_text import KeyPath

REMOVED: KeyPath = ("inactive", "removed")
OFFERED: KeyPath = ("inactive", "offered")
"""By theme, the clauses that are suggested in place of others: ``{clause, instead_of}``. None is chosen.

A theme that has an entry here is asked for its clauses once more, also where the list is empty.
"""
_OPTIONAL = ("finished", "unanswered", "under", "facts", "facts_asked", "sections")


@frozen
class Record:
    """One thing that is kept under ``inactive.removed``."""

    place: tuple[str, ...]
    """The steps to the mapping or list that held it; a theme is named by its id, not by its number."""
    key: str
    """Its key there, or its number in the list."""
    value: Node
    document: str | None = None
    """The document that it was written for, if it was put aside because another one was chosen.

    It comes back by itself with a document that can use it. ``None``: the author took it out.
    """
    finished: bool = False
    """Whether no more entries of the group were wanted."""
    unanswered: bool = False
    """Whether the group had no entry at all."""
    under: dict[str, int] = factory_default(factory=dict)
    """By theme, the question of the call that the theme answered."""
    facts: tuple[str, ...] = ()
    """The facts that its section took over."""
    facts_asked: bool = False
    """Whether the section had been asked for its facts."""
    sections: tuple[str, ...] = ()
    """The themes that answered it, if it is a question of a call."""

    @classmethod
    def read(cls, tree: Tree) -> "Record":
        """Return the record that is saved as *tree*."""
        document = tree.get("document")
        under = {theme: number for theme, number in keys(tree, ("under",)).items() if isinstance(number, int)}
        return cls(
            tuple(texts(tree, ("place",))),
            str(tree.get("key")),
            tree.get("value"),
            None if document is None else str(document),
            finished=bool(tree.get("finished")),
            unanswered=bool(tree.get("unanswered")),
            under=under,
            facts=tuple(texts(tree, ("facts",))),
            facts_asked=bool(tree.get("facts_asked")),
            sections=tuple(texts(tree, ("sections",))),
        )

    def saved(self) -> dict[str, Node]:
        """Return the record as it is saved."""
        tree: dict[str, Node] = {"place": list(self.place), "key": self.key, "value": self.value}
        if self.document is not None:
            tree["document"] = self.document
        for name in _OPTIONAL:
            value = getattr(self, name)
            if value:
                tree[name] = list(value) if isinstance(value, tuple) else value
        return tree

    @property
    def is_empty(self) -> bool:
        """Whether the value is nothing that anybody would miss."""
        return self.value in (None, "", [], {})


def records(tree: object) -> list[Record]:
    """Return every record in the answers, saved or as a model."""
    inactive = at(tree, ("inactive",))
    return [Record.read(record) for record in maps(inactive, ("removed",))]


class Offer(NamedTuple):
    """A clause that is suggested in place of another one."""

    clause: str
    instead_of: str


def offers(tree: object, theme: str) -> list[Offer]:
    """Return the clauses that are suggested for *theme* in the answers, saved or as a model."""
    inactive = at(tree, ("inactive",))
    return [
        Offer(str(offer.get("clause")), str(offer.get("instead_of")))
        for offer in maps(inactive, ("offered", theme))
    ]


class Pool:
    """The records of one file while its document is changed."""

    def __init__(self, kept: list[Record]) -> None:
        self.all = kept
        self.new: list[Record] = []
        """The records that this change has added."""

    def add(self, record: Record) -> None:
        """Put *record* aside."""
        self.all.append(record)
        self.new.append(record)

    def take(self, record: Record) -> None:
        """Remove *record*: its value is an answer again."""
        self.all = [other for other in self.all if other is not record]
        self.new = [other for other in self.new if other is not record]

    def waiting(self, place: tuple[str, ...], key: str | None = None) -> Iterator[Record]:
        """Yield the records put aside at *place*, the latest first; none that the author took out."""
        for record in reversed(list(self.all)):
            if record.document is not None and record.place == place and key in (None, record.key):
                yield record
