"""The YAML reader, the only home of PyYAML: values with every fault's line, and nodes with their places."""

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from drafter.yaml_text.reader import RESOLVERS, Path, compose_yaml, lines_of, place, read_yaml

__all__ = [
    "RESOLVERS", "CollectionNode", "MappingNode", "Node", "Path", "ScalarNode", "SequenceNode",
    "compose_yaml", "lines_of", "place", "read_yaml",
]  # fmt: skip
