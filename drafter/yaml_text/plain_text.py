"""Which texts YAML can hold without quotation marks."""

import io

import yaml
from yaml.emitter import Emitter

from drafter.patterns import pattern
from drafter.yaml_text.reader import RESOLVERS

_NUMBER = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""A number in the core schema of YAML 1.2, which other programs follow."""


def is_plain_text(value: str, *, flow: bool) -> bool:
    """Return whether drafter and other YAML programs read an unquoted *value* as this text.

    *flow* says that *value* is inside brackets. The cost grows with every character: use it for short texts.
    """
    if not value or not value.isprintable() or _NUMBER.fullmatch(value):
        return False
    for resolvers in (RESOLVERS, yaml.SafeLoader.yaml_implicit_resolvers):
        if any(resolver.match(value) for _, resolver in resolvers.get(value[0], [])):
            return False
    analysis = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(value)
    return bool(analysis.allow_flow_plain if flow else analysis.allow_block_plain)
