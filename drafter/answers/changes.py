"""Changes of saved answers: a path and its new value. Pure: the old answers stay as they are."""

from collections.abc import Iterable, Mapping

from drafter.model.answers import Gone
from drafter.model.node import Node, Tree
from drafter.yaml_text import KeyPath

Change = tuple[KeyPath, Node | Gone]
"""A path and its new value; GONE deletes the value."""


def applied(tree: Tree, changes: Iterable[Change]) -> dict[str, Node]:
    """Return *tree* with *changes* made in their order. What does not change is shared with *tree*.

    Lists grow by one at their end; mappings and lists on the way are begun where they are missing.
    """
    changed: Node = dict(tree)
    for path, value in changes:
        changed = _deleted(changed, path) if isinstance(value, Gone) else _put(changed, path, value)
    return dict(changed) if isinstance(changed, Mapping) else {}


def _put(node: Node, path: KeyPath, value: Node) -> Node:
    if not path:
        return list(value) if isinstance(value, tuple) else value
    step, *rest = path
    if isinstance(step, int):
        items = list(node) if isinstance(node, list | tuple) else []
        if step == len(items):
            items.append(None)
        items[step] = _put(items[step], tuple(rest), value)
        return items
    mapping = dict(node) if isinstance(node, Mapping) else {}
    mapping[step] = _put(mapping.get(step), tuple(rest), value)
    return mapping


def _deleted(node: Node, path: KeyPath) -> Node:
    step, *rest = path
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        inside = [_deleted(node[step], tuple(rest))] if rest else []
        return [*node[:step], *inside, *node[step + 1 :]]
    if isinstance(node, Mapping) and isinstance(step, str) and step in node:
        if not rest:
            return {key: value for key, value in node.items() if key != step}
        return {**node, step: _deleted(node[step], tuple(rest))}
    return node
