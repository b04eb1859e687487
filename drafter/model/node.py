"""What a YAML file can hold: the type of answers as they are saved."""

from collections.abc import Mapping, Sequence
from typing import Union

Node = Union[bool, int, float, str, Sequence["Node"], Mapping[str, "Node"], None]  # noqa: UP007 - names itself
"""A value of a YAML file: a scalar, a list or a mapping with text keys, of any depth."""
Tree = Mapping[str, Node]
"""A mapping in a YAML file, such as the content of an answers file."""
