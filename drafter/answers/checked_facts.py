"""Facts that count as checked against their source, until what they say is changed."""

from collections.abc import Sequence

from drafter.answers.changes import Change, applied
from drafter.model.answers import GONE
from drafter.model.facts import FACT_CONTENT
from drafter.model.node import Node, Tree


def changed_checked_facts(before: Tree, after: Tree) -> list[str]:
    """Return the keys of the facts that were checked *before* and say or cite something else *after*."""
    old, new = before.get("facts"), after.get("facts")
    if not isinstance(old, dict) or not isinstance(new, dict):
        return []
    return [key for key, fact in old.items() if _is_changed(fact, new.get(key))]


def _is_changed(old: Node, new: Node) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict) or old.get("checked") is not True:
        return False
    return any(old.get(name) != new.get(name) for name in FACT_CONTENT)


def with_unchecked_facts(saved: Tree, changes: Sequence[Change]) -> list[Change]:
    """Return *changes*, and after them those by which a changed fact no longer counts as checked."""
    unchecked: list[Change] = [
        (("facts", key, "checked"), GONE)
        for key in changed_checked_facts(saved, applied(saved, list(changes)))
        if not any(path == ("facts", key, "checked") for path, _ in changes)
    ]
    return [*changes, *unchecked]
