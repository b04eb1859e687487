"""Which clauses cover each item of the sources."""

from drafter.frozen import frozen
from drafter.library.library import Library
from drafter.model.vocabulary import SourceItem


@frozen
class ItemCoverage:
    """An item of a source, with the clauses that cover it."""

    source: str
    """The id of the source."""
    item_id: str
    item: SourceItem
    clauses: tuple[str, ...]
    """The ids of the clauses."""

    @property
    def is_settled(self) -> bool:
        """Whether a clause or a mechanism covers the item, or the source says why none does."""
        return bool(self.clauses or self.item.carried_by or self.item.not_carried)


def source_coverage(library: Library) -> list[ItemCoverage]:
    """Return every item of every source with the clauses that cover it."""
    clause_ids: dict[str, list[str]] = {}
    for clause in library.all_clauses()[0]:
        for reference in clause.head.sources:
            clause_ids.setdefault(reference, []).append(clause.id)
    return [
        ItemCoverage(source_id, item_id, item, tuple(clause_ids.get(f"{source_id}:{item_id}", ())))
        for source_id, source in library.sources.items()
        for item_id, item in source.items.items()
    ]
