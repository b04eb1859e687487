"""The YAML reader, the only home of PyYAML: values, their line numbers, and nodes with their positions."""

from importlib import import_module
from typing import TYPE_CHECKING

from drafter.yaml_text.key_path import KeyPath, describe_location

if TYPE_CHECKING:
    from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

    from drafter.yaml_text.reader import RESOLVERS, compose_yaml, line_numbers, read_yaml

__all__ = [
    "RESOLVERS", "CollectionNode", "KeyPath", "MappingNode", "Node", "ScalarNode", "SequenceNode",
    "compose_yaml", "describe_location", "line_numbers", "read_yaml",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Return the public *name*, imported on first use: PyYAML takes 20 milliseconds and is not always needed.

    Raises AttributeError for a name that this package does not export.
    """
    if name not in __all__:
        raise AttributeError(name)
    home = "yaml.nodes" if name.endswith("Node") else "drafter.yaml_text.reader"
    return getattr(import_module(home), name)
