"""The answers of one file while its document is changed: taken apart, changed, and put together again."""

from collections.abc import Mapping, Sequence

from drafter.answers.paths import keys, maps, texts
from drafter.drafting.aside import Pool, records
from drafter.drafting.document_change import DocumentChange
from drafter.model.node import Node, Tree


class MovingAnswers:
    """A copy of saved answers that may be changed, with the change that is made and what is put aside."""

    def __init__(self, tree: Tree, change: DocumentChange) -> None:
        self.change = change
        self.pool = Pool(records(tree))
        self.parts: dict[str, Node] = {key: plain(value) for key, value in tree.items() if key != "private"}
        """The parts of the file by their key; those below are put back into them by ``saved``."""
        self.sections: list[dict[str, Node]] = []
        if "themes" in self.parts:
            self.put_part("themes", self.parts["themes"])
        self.inactive_sections = maps(self.parts, ("inactive", "themes"))
        """The sections of themes that are not chosen at the moment."""
        self.cases = {key: keys(case, ()) for key, case in keys(self.parts, ("cases",)).items()}
        self.details = keys(self.parts, ("details",))
        self.finished = texts(self.parts, ("interview", "finished"))

    def put_part(self, name: str, value: Node) -> None:
        """Make *value* the part *name*."""
        self.parts[name] = value
        if name == "themes":
            self.sections = maps(self.parts, (name,))
            self.parts[name] = self.sections

    def take_part(self, name: str) -> Node:
        """Remove the part *name* and return it."""
        if name == "themes":
            self.sections = []
        return self.parts.pop(name)

    def saved(self, offered: Mapping[str, Node]) -> dict[str, Node]:
        """Return the answers as they are saved; *offered* holds by theme the clauses that are suggested."""
        new = dict(self.parts)
        cases = keys(new, ("cases",))
        if cases:
            new["cases"] = {
                key: self.cases[key] if isinstance(case, Mapping) else case for key, case in cases.items()
            }
        if self.details or "details" in new:
            new["details"] = self.details
        if self.finished != texts(new, ("interview", "finished")):
            new["interview"] = {**keys(new, ("interview",)), "finished": self.finished}
        inactive = keys(new, ("inactive",))
        new.pop("inactive", None)
        if self.inactive_sections:
            inactive["themes"] = self.inactive_sections
        for name, value in (("removed", [record.saved() for record in self.pool.all]), ("offered", offered)):
            inactive.pop(name, None)
            if value:
                inactive[name] = value
        if inactive:
            new["inactive"] = inactive
        return new


def plain(value: Node) -> Node:
    """Return a copy of *value* made of plain mappings, lists and texts."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    return value
