"""The YAML reader, the only home of PyYAML: values with every fault's line, and nodes with their places."""

from importlib import import_module
from typing import TYPE_CHECKING

from drafter.yaml_text.places import Path, place

if TYPE_CHECKING:
    from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

    from drafter.yaml_text.reader import RESOLVERS, compose_yaml, lines_of, read_yaml

__all__ = [
    "RESOLVERS", "CollectionNode", "MappingNode", "Node", "Path", "ScalarNode", "SequenceNode",
    "compose_yaml", "lines_of", "place", "read_yaml",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Return what is imported from here by *name*: PyYAML takes 20 milliseconds and is not always needed."""
    if name not in __all__:
        raise AttributeError(name)
    home = "yaml.nodes" if name.endswith("Node") else "drafter.yaml_text.reader"
    return getattr(import_module(home), name)
